using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Facts;
using Digest.News;
using Digest.Text;

namespace Digest.Days;

/// <summary>
/// The signs of a story's getting worse or better, by named rules, each with the passages that made it fire. There is no score: a sign is there or it is not.
/// <list type="bullet">
/// <item>threat: somebody threatens to attack, or to go on attacking.</item>
/// <item>threat-to-widen: a threat of more or other targets, weapons or places than so far.</item>
/// <item>reprisal-announced: a threat that names itself an answer, a punishment or revenge.</item>
/// <item>first-strike: an attack is told as the first on a territory or for a time.</item>
/// <item>new-weapon: a weapon is told as used for the first time, or as new.</item>
/// <item>state-forces-killed: soldiers or police of a state are reported killed.</item>
/// <item>retaliation: an attack is told as the answer to another.</item>
/// <item>retaliation-within-48-hours: the same, and the attack answered is among the day's events and at most a day older, as far as the articles date the two.</item>
/// <item>ceasefire-step: a truce is agreed, extended, begun or ended.</item>
/// <item>ceasefire-breach: a truce is told as broken, or somebody is said to have broken it.</item>
/// </list>
/// What a day has that no digest of the week before had (a new sign, a new kind of event, a new place) is told beside it; that needs the days before and is no rule of one day.
/// </summary>
internal static class Escalation
{
    private static readonly FrozenSet<string> StateForces = Set("soldier", "soldiers", "troops", "policeman", "policemen", "police", "officer", "officers", "recruit", "recruits", "guard", "guards", "marine",
        "marines", "conscript", "conscripts", "serviceman", "servicemen", "service", "personnel", "corporal", "sergeant", "lieutenant", "captain", "colonel", "general");

    // Most texts hold none of them, and a text is searched for all at once many times as fast.
    private static readonly SearchValues<string> Telling = SearchValues.Create(["ceasefire", "cease-fire", "truce", "armistice", "cessation", "first", "new type", "new kind", "unseen"], StringComparison.OrdinalIgnoreCase);

    public static ImmutableArray<EscalationSign> Of(StoryDraft story, IReadOnlyList<ReactionEntry> reactions, IReadOnlyList<Event> events, IReadOnlyList<DayArticle> articles)
    {
        var signs = new List<EscalationSign>();
        foreach (var entry in reactions.Where(r => r.Stance == Stance.Threaten))
        {
            var first = entry.Wordings[0];
            var words = first.IsVerbatim ? $"“{first.Words}”" : $"{entry.Speaker}, as reported: “{first.Words}”";
            var rule = entry.Wordings.Select(w => EscalationWords.Threat(Words.Of(w.Words))).OrderBy(r => r == EscalationWords.PlainThreat).First();
            signs.Add(new(rule, first.IsVerbatim ? $"{entry.Speaker}: {words}" : words, [.. entry.Wordings.SelectMany(w => w.Citations).OrderBy(c => c.SourceNumber).ThenBy(c => c.Provenance.Span)]));
        }

        signs.AddRange(FromSentences(story, articles));
        signs.AddRange(Retaliations.Of(story, events, articles));
        signs.AddRange(FromClaims(events));
        return [.. Together(signs)];
    }

    private static IEnumerable<EscalationSign> FromSentences(StoryDraft story, IReadOnlyList<DayArticle> articles)
    {
        var recalled = story.BackgroundEvents.Select(told => (told.ArticleIndex, told.Fact.Provenance.Span)).ToArray();
        var attacks = story.Merged.SelectMany(m => m.Reports).Where(told => !told.Fact.IsHeadline).Select(told => (told.ArticleIndex, told.Fact.Provenance.Span)).ToArray();
        // Outlets carry the same sentences: each is read once.
        var known = new Dictionary<string, Reading>(StringComparer.Ordinal);
        foreach (var unit in story.Group.Units)
        {
            foreach (var sentence in Holding(unit))
            {
                var read = Read(unit.Source.Text.AsSpan(sentence.Start, sentence.Length));
                if (read.Rules.Length == 0 || (IsAmong(recalled, unit, sentence) && !IsAmong(attacks, unit, sentence)))
                    continue;
                foreach (var rule in read.Rules)
                    yield return new(rule, read.Quoted, [new(unit.ArticleIndex + 1, new(unit.Source.Id, sentence, read.Sentence))]);
            }
        }

        Reading Read(ReadOnlySpan<char> sentence)
        {
            if (known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(sentence, out var read))
                return read;
            var told = sentence.ToString();
            return known[told] = new(told, $"“{told}”", Rules(Words.Of(told)));
        }

        static bool IsAmong((int ArticleIndex, TextSpan Span)[] told, StoryUnit unit, TextSpan sentence) =>
            Array.Exists(told, t => t.ArticleIndex == unit.ArticleIndex && t.Span.Overlaps(sentence));
    }

    private sealed record Reading(string Sentence, string Quoted, string[] Rules);

    // The rules that a sentence fires by its words.
    private static string[] Rules(ImmutableArray<string> words) =>
    [
        .. EscalationWords.Truce(words) is { } truce ? (string[])[truce] : [],
        .. EscalationWords.IsNewWeapon(words) ? (string[])["new-weapon"] : EscalationWords.IsFirstStrike(words) ? ["first-strike"] : [],
    ];

    // The unit's sentences that hold a word which a rule turns on; headlines tell it again in the text.
    private static IEnumerable<TextSpan> Holding(StoryUnit unit)
    {
        var text = unit.Source.Text;
        for (var at = unit.Span.Start; at < unit.Span.End;)
        {
            var found = text.AsSpan(at, unit.Span.End - at).IndexOfAny(Telling);
            if (found < 0)
                yield break;
            var position = at + found;
            var sentence = Sentences.Around(unit.Source, new(position, position + 1));
            if (Sentences.BlockAt(unit.Source, position) is >= 0 and var block && unit.Source.Blocks[block] is { IsStory: true, Kind: not BlockKind.Title })
                yield return sentence;
            at = Math.Max(sentence.End, position + 1);
        }
    }

    // One line for an event, whoever gives the figure: claims are set side by side.
    private static IEnumerable<EscalationSign> FromClaims(IEnumerable<Event> events)
    {
        foreach (var happening in events)
        {
            var claims = happening.Claims.Where(c => c is { Effect: HarmEffect.Killed, IsCumulative: false, Status: FigureStatus.Current } && c.Victims is not null && Words.Of(c.Victims).Any(StateForces.Contains)).ToArray();
            if (claims.Length > 0)
                yield return new("state-forces-killed", $"{string.Join("; ", claims.Select(Said))}.", [.. claims.SelectMany(c => c.Citations).Distinct().OrderBy(c => c.SourceNumber).ThenBy(c => c.Provenance.Span)]);
        }
    }

    private static string Said(Claim claim) =>
        $"{Amount(claim)} {Victims.Shown(claim.Victims!)}, {(claim.Claimant is null ? "no source named" : ClaimNotes.Within(claim.Claimant) + " said")}";

    private static string Amount(Claim claim) => claim.Count.IsNumbered ? ClaimNotes.InWords(claim.Count) : claim.Vague switch
    {
        null => "no number is given of",
        "dozens" or "scores" or "hundreds" or "thousands" => claim.Vague + " of",
        var vague => vague,
    };

    internal static EscalationSign Quoted(string rule, Article article, int index, TextSpan sentence)
    {
        var told = sentence.In(article.Text);
        return new(rule, $"“{told}”", [new(index + 1, new(article.Id, sentence, told))]);
    }

    // Outlets that carry one sentence are one sign's citations.
    private static IEnumerable<EscalationSign> Together(List<EscalationSign> signs)
    {
        var groups = new List<(EscalationSign Sign, Lazy<Likeness.Terms> Terms, List<Citation> Citations)>();
        foreach (var sign in signs)
        {
            // Most signs are the only ones of their rule.
            var terms = new Lazy<Likeness.Terms>(() => Likeness.Of(sign.Text), LazyThreadSafetyMode.None);
            var at = groups.FindIndex(g => g.Sign.Rule == sign.Rule && (g.Sign.Text == sign.Text || (sign.Text.StartsWith('“') && SameStatement.Alike(g.Terms.Value, terms.Value, 0.7))));
            if (at < 0)
                groups.Add((sign, terms, [.. sign.Citations]));
            else
                groups[at].Citations.AddRange(sign.Citations);
        }

        return groups.Select(g => g.Sign with { Citations = [.. g.Citations.Distinct().OrderBy(c => c.SourceNumber).ThenBy(c => c.Provenance.Span)] });
    }

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
