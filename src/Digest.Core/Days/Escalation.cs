using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Facts;
using Digest.News;
using Digest.Text;

namespace Digest.Days;

/// <summary>
/// The signs of a story's getting worse or better, by named rules, each with the passage that made it fire. There is no score: a sign is there or it is not.
/// <list type="bullet">
/// <item>threat: somebody threatens to attack, or to go on attacking.</item>
/// <item>reprisal: a threat that names itself an answer, a punishment or revenge.</item>
/// <item>first-strike: an event is told as the first of its kind, on a territory or for a time.</item>
/// <item>new-weapon: a weapon is told as used for the first time.</item>
/// <item>state-forces-killed: soldiers or police of a state are reported killed.</item>
/// <item>retaliation: an event is told as the answer to another.</item>
/// <item>ceasefire-step: a truce is agreed, kept, broken or ended.</item>
/// </list>
/// </summary>
internal static class Escalation
{
    private static readonly FrozenSet<string> Reprisal = Set("retaliate", "retaliation", "reprisal", "revenge", "avenge", "punish", "punishment", "unpunished", "respond", "response", "answer", "pay");

    private static readonly FrozenSet<string> StateForces = Set("soldier", "soldiers", "troops", "policeman", "policemen", "police", "officer", "officers", "recruit", "recruits", "guard", "guards", "marine",
        "marines", "conscript", "conscripts", "serviceman", "servicemen", "service", "personnel", "corporal", "sergeant", "lieutenant", "captain", "colonel", "general");

    private static readonly string[] Truce = ["ceasefire", "truce", "armistice", "cessation"];

    // Most texts hold none of them, and a text is searched for all at once many times as fast.
    private static readonly SearchValues<string> AnyTruce = SearchValues.Create(Truce, StringComparison.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> TruceSteps = Set("agreed", "agree", "signed", "announced", "declared", "extended", "extend", "broke", "broken", "breach", "breached", "violated", "violation",
        "collapsed", "ended", "expired", "suspended", "resumed", "respect", "called");

    public static ImmutableArray<EscalationSign> Of(StoryDraft story, IReadOnlyList<ReactionEntry> reactions, IReadOnlyList<Event> events, IReadOnlyList<DayArticle> articles)
    {
        var signs = new List<EscalationSign>();
        foreach (var entry in reactions.Where(r => r.Stance == Stance.Threaten))
        {
            var first = entry.Wordings[0];
            var rule = entry.Wordings.Any(w => Words.Of(w.Words).Exists(Reprisal.Contains)) ? "reprisal" : "threat";
            var words = first.IsVerbatim ? $"“{first.Words}”" : $"{entry.Speaker}, as reported: “{first.Words}”";
            signs.Add(new(rule, first.IsVerbatim ? $"{entry.Speaker}: {words}" : words, [.. entry.Wordings.SelectMany(w => w.Citations).OrderBy(c => c.SourceNumber).ThenBy(c => c.Provenance.Span)]));
        }

        signs.AddRange(FromEvents(story, articles));
        signs.AddRange(FromClaims(events));
        signs.AddRange(FromTruces(story, articles));
        return [.. Together(signs)];
    }

    private static IEnumerable<EscalationSign> FromEvents(StoryDraft story, IReadOnlyList<DayArticle> articles)
    {
        foreach (var merged in story.Merged)
        {
            // However many sentences call one event an answer, it is one answer: the first is printed, all are cited.
            EscalationSign? answer = null;
            foreach (var told in merged.Reports.Where(r => !r.Fact.IsHeadline))
            {
                var article = articles[told.ArticleIndex].Article;
                var sentence = Sentences.Around(article, told.Fact.Provenance.Span);
                if (!article.Text.AsSpan(sentence.Start, sentence.Length).ContainsAny(Telling))
                    continue;
                var words = Words.Of(sentence.In(article.Text));
                if (IsFirst(words))
                    yield return Quoted(words.Contains("weapon") || words.Contains("used") ? "new-weapon" : "first-strike", article, told.ArticleIndex, sentence);
                if (IsAnswer(words))
                {
                    var sign = Quoted("retaliation", article, told.ArticleIndex, sentence);
                    answer = answer is null ? sign : answer with { Citations = answer.Citations.AddRange(sign.Citations) };
                }
            }

            if (answer is not null)
                yield return answer;
        }
    }

    // Without one of these a sentence tells of no first and of no answer.
    private static readonly SearchValues<string> Telling = SearchValues.Create(["first", "response", "responded", "retaliat", "reprisal"], StringComparison.OrdinalIgnoreCase);

    private static bool IsAnswer(List<string> words) =>
        Follows(words, "in", "response") || Follows(words, "in", "retaliation") || Follows(words, "in", "reprisal") || words.Contains("retaliated") || words.Contains("retaliatory") || Follows(words, "responded", "in");

    private static IEnumerable<EscalationSign> FromClaims(IEnumerable<Event> events) =>
        from shown in events
        from claim in shown.Claims
        where claim is { Effect: HarmEffect.Killed, IsCumulative: false, Status: FigureStatus.Current } && claim.Victims is not null && Words.Of(claim.Victims).Exists(StateForces.Contains)
        select new EscalationSign(
            "state-forces-killed",
            claim.Claimant is null
                ? $"{Amount(claim)} {Victims.Shown(claim.Victims!)}; no source is named."
                : $"{Amount(claim)} {Victims.Shown(claim.Victims!)}, {ClaimNotes.Within(claim.Claimant)} said.",
            claim.Citations);

    private static string Amount(Claim claim) => claim.Count.IsNumbered ? ClaimNotes.InWords(claim.Count) : claim.Vague ?? "no number is given of";

    private static IEnumerable<EscalationSign> FromTruces(StoryDraft story, IReadOnlyList<DayArticle> articles)
    {
        foreach (var unit in story.Group.Units)
        {
            var text = unit.Source.Text;
            if (!text.AsSpan(unit.Span.Start, unit.Span.Length).ContainsAny(AnyTruce))
                continue;
            foreach (var word in Truce)
            {
                for (var at = text.IndexOf(word, unit.Span.Start, unit.Span.Length, StringComparison.OrdinalIgnoreCase); at >= 0 && at < unit.Span.End;)
                {
                    var block = Sentences.BlockAt(unit.Source, at);
                    var sentence = Sentences.Around(unit.Source, new(at, at + word.Length));
                    if (block >= 0 && unit.Source.Blocks[block] is { IsStory: true, Kind: not BlockKind.Title } && Words.Of(sentence.In(text)).Exists(TruceSteps.Contains))
                        yield return Quoted("ceasefire-step", articles[unit.ArticleIndex].Article, unit.ArticleIndex, sentence);
                    var from = Math.Max(sentence.End, at + word.Length);
                    at = from >= unit.Span.End ? -1 : text.IndexOf(word, from, unit.Span.End - from, StringComparison.OrdinalIgnoreCase);
                }
            }
        }
    }

    // "the first on American forces since August", "its first publicly reported responses on Iraqi territory", "for the first time"; not "the first bomb fell".
    private static bool IsFirst(List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] != "first")
                continue;
            if (i + 1 < words.Count && words[i + 1] == "time" && i > 1 && words[i - 2] == "for")
                return true;
            var rest = words.Skip(i + 1).Take(12).ToArray();
            if (i > 0 && words[i - 1] is "the" or "its" or "their" && (Array.Exists(rest, w => w is "since" or "soil" or "territory" or "publicly") || HasSpan(rest)))
                return true;
        }

        return false;
    }

    // "this year", "in seven weeks"
    private static bool HasSpan(string[] words)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if ((words[i - 1] == "this" && words[i] is "year" or "month") || (words[i] is "weeks" or "months" or "years" && Array.IndexOf(words, "in") is >= 0 and var at && at < i))
                return true;
        }

        return false;
    }

    private static bool Follows(List<string> words, string first, string second)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i - 1] == first && words[i] == second)
                return true;
        }

        return false;
    }

    private static EscalationSign Quoted(string rule, Article article, int index, TextSpan sentence) =>
        new(rule, $"“{sentence.In(article.Text)}”", [new(index + 1, new(article.Id, sentence, sentence.In(article.Text)))]);

    // Outlets that carry one sentence are one sign's citations.
    private static IEnumerable<EscalationSign> Together(List<EscalationSign> signs)
    {
        var groups = new List<(EscalationSign Sign, Likeness.Terms Terms, List<Citation> Citations)>();
        foreach (var sign in signs)
        {
            var terms = Likeness.Of(sign.Text);
            var at = groups.FindIndex(g => g.Sign.Rule == sign.Rule && (g.Sign.Text == sign.Text || (sign.Text.StartsWith('“') && SameStatement.Alike(g.Terms, terms, 0.7))));
            if (at < 0)
                groups.Add((sign, terms, [.. sign.Citations]));
            else
                groups[at].Citations.AddRange(sign.Citations);
        }

        return groups.Select(g => g.Sign with { Citations = [.. g.Citations.Distinct().OrderBy(c => c.SourceNumber).ThenBy(c => c.Provenance.Span)] });
    }

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
