using System.Collections.Immutable;
using Digest.Facts;
using Digest.Names;
using Digest.Text;

namespace Digest.Days;

/// <summary>
/// Gathers what was said about a story: each statement once, with the wordings in which outlets carry it. The words are a quotation's where there is one, else
/// the content of an indirect statement. Quotations of officials, governments and armed groups that take no stance are comments.
/// </summary>
internal static class Reactions
{
    private const int MostOfAScrap = 4;

    /// <summary>One outlet's account of something said.</summary>
    internal sealed record Saying(StoryUnit Unit, Attribution Who, Stance Stance, SpeakerKind Kind, string Words, WordingForm Form, Provenance Provenance, Likeness.Terms Terms)
    {
        public int ArticleIndex => Unit.ArticleIndex;
    }

    public static ImmutableArray<ReactionEntry> Of(StoryDraft story, IReadOnlyList<DayArticle> articles, List<Join>? joins)
    {
        var sayings = story.Group.Units.SelectMany(unit => unit.Sayings)
            .OrderBy(s => s.ArticleIndex).ThenBy(s => s.Provenance.Span).ThenBy(s => s.Stance).ToArray();
        var groups = new List<SayingGroup>();
        var sameness = new Sameness(sayings);
        foreach (var saying in sayings)
        {
            // Two sentences of one article stay two, unless the article repeats itself word for word.
            var group = HomeOf(saying);
            if (group is null)
                groups.Add(group = new());
            else if (joins is not null && group.All.Find(other => sameness.AreOne(other, saying))! is var like && like.ArticleIndex != saying.ArticleIndex)
                joins.Add(new(JoinKind.Statement, Describe(like, articles), Describe(saying, articles), "One speaker, and the two wordings share most of their telling words."));
            group.Add(saying, sameness);
        }

        return [.. SpeakerNames.Unified(groups.Select(g => Entry(g.All))).OrderBy(e => Weight(e.SpeakerKind)).ThenBy(e => e.Wordings[0].Citations[0].SourceNumber).ThenBy(e => e.Wordings[0].Citations[0].Provenance.Span)];

        SayingGroup? HomeOf(Saying saying)
        {
            foreach (var group in groups)
            {
                if (group.Takes(saying, sameness))
                    return group;
            }

            return null;
        }
    }

    /// <summary>Whether two sayings are one statement: asked once for each two that differ in who or in what. Outlets that carry one agency's words differ in neither.</summary>
    private sealed class Sameness
    {
        private readonly Dictionary<Saying, int> kinds = new(ReferenceEqualityComparer.Instance);
        private readonly List<Saying> firsts = [];

        // By the numbers of two kinds.
        private readonly bool?[] known;

        public Sameness(IEnumerable<Saying> sayings)
        {
            var numbers = new Dictionary<(string, string?, bool, bool, string), int>();
            foreach (var saying in sayings)
            {
                var key = (saying.Who.Speaker, saying.Who.Role, saying.Terms.Negates, saying.Terms.IsConditional, saying.Terms.Joined);
                if (numbers.TryAdd(key, firsts.Count))
                    firsts.Add(saying);
                kinds[saying] = numbers[key];
            }

            known = new bool?[firsts.Count <= MostRemembered ? firsts.Count * firsts.Count : 0];
        }

        public int KindOf(Saying saying) => kinds[saying];

        public bool AreOne(Saying a, Saying b) => AreOne(kinds[a], kinds[b]);

        public bool AreOne(int first, int second)
        {
            return known.Length == 0 ? Compare(first, second) : known[(first * firsts.Count) + second] ??= Compare(first, second);
        }

        private bool Compare(int first, int second) => SameStatement.IsOne(firsts[first].Who, firsts[first].Terms, firsts[second].Who, firsts[second].Terms);

        // A story with more kinds of sayings than that is worth no table of all pairs.
        private const int MostRemembered = 1_000;
    }

    /// <summary>The sayings that are one statement, in the fold's order.</summary>
    private sealed class SayingGroup
    {
        private readonly List<int> kinds = [];

        public List<Saying> All { get; } = [];

        public bool Takes(Saying saying, Sameness sameness)
        {
            var kind = sameness.KindOf(saying);
            if (!Has(kind, sameness))
                return false;
            // What one article says stands together at the end.
            for (var i = All.Count - 1; i >= 0 && All[i].ArticleIndex == saying.ArticleIndex; i--)
            {
                if (All[i].Words != saying.Words)
                    return false;
            }

            return true;
        }

        private bool Has(int kind, Sameness sameness)
        {
            foreach (var own in kinds)
            {
                if (sameness.AreOne(own, kind))
                    return true;
            }

            return false;
        }

        public void Add(Saying saying, Sameness sameness)
        {
            All.Add(saying);
            if (!kinds.Contains(sameness.KindOf(saying)))
                kinds.Add(sameness.KindOf(saying));
        }
    }

    /// <summary>What a unit's article says was said, in no order.</summary>
    internal static IEnumerable<Saying> Sayings(StoryUnit unit)
    {
        var facts = unit.Article.Facts;
        var quotations = InOrder.Of(facts.Quotations);
        var used = new HashSet<TextSpan>();
        foreach (var reaction in InOrder.Of(facts.Reactions, unit))
        {
            var sentence = Sentences.Around(unit.Source, reaction.Provenance.Span);
            var isQuoted = false;
            for (var i = 0; i < quotations.Count; i++)
            {
                var quote = quotations[i];
                if (!sentence.Overlaps(quote.Provenance.Span) || !IsBy(quote.Attribution, reaction.Attribution) || IsRivals(quote, reaction, facts.Reactions, sentence))
                    continue;
                isQuoted = true;
                if (used.Add(quote.Provenance.Span))
                    yield return Said(unit, reaction.Attribution, reaction.Stance, reaction.SpeakerKind, quote);
            }

            if (!isQuoted && used.Add(reaction.Provenance.Span))
            {
                var account = IndirectAccount.Of(unit.Source, reaction.Attribution, reaction.Provenance.Span, reaction.StanceEvidence, facts.Statements, sentence);
                yield return new(unit, reaction.Attribution, reaction.Stance, reaction.SpeakerKind, account.Words.Evidence, account.Form, account.Words, Told(reaction, account.Content));
            }
        }

        foreach (var quote in quotations)
        {
            if (!unit.Holds(quote) || quote.Attribution is not { } who || used.Contains(quote.Provenance.Span))
                continue;
            var kind = KindOf(who, facts.Reactions);
            if (kind == SpeakerKind.Other || IsOfFigure(quote, facts.Casualties))
                continue;
            yield return Said(unit, who, Stance.Comment, kind, quote);
        }
    }

    // 12 “valiant soldiers” had fallen: what the dead are called is told with their figure.
    private static bool IsOfFigure(Quotation quote, ImmutableArray<CasualtyReport> figures) => IsScrap(quote.Words) && figures.Any(f => f.Provenance.Span.Contains(quote.Provenance.Span));

    private static SpeakerKind KindOf(Attribution who, ImmutableArray<Reaction> reactions)
    {
        foreach (var reaction in reactions)
        {
            if (IsBy(reaction.Attribution, who))
                return reaction.SpeakerKind;
        }

        return Entities.KindOf(who.Speaker, who.Role);
    }

    // “condemned the attack as “vile” and urged them “to return”: each stance has the words of its own verb. The stance of the smallest stretch that has a quotation in it has the quotation.
    private static bool IsRivals(Quotation quote, Reaction own, ImmutableArray<Reaction> reactions, TextSpan sentence)
    {
        foreach (var rival in reactions)
        {
            if (rival.Stance != own.Stance && rival.Provenance.Span.Contains(quote.Provenance.Span) && sentence.Contains(rival.Provenance.Span.Start) && IsBy(rival.Attribution, own.Attribution) &&
                (!own.Provenance.Span.Contains(quote.Provenance.Span) || rival.Provenance.Span.Length < own.Provenance.Span.Length))
                return true;
        }

        return false;
    }

    // A comment in a few words is told in its article's sentence, and what lacks its subject ("did not hand over a single drone", "to hunt them down"); a judgement needs no more than its words.
    private static Saying Said(StoryUnit unit, Attribution who, Stance stance, SpeakerKind kind, Quotation quote)
    {
        var isJudgement = stance is Stance.Condemn or Stance.Defend or Stance.Deny or Stance.Accuse or Stance.Threaten;
        if ((isJudgement || !IsScrap(quote.Words) || who.Cue is ":" or "–" or "—") && !IndirectAccount.LacksSubject(quote.Words) && !quote.Words.StartsWith("to ", StringComparison.Ordinal))
            return Quoted(unit, who, stance, kind, quote);
        var account = IndirectAccount.Of(unit.Source, who, quote.Provenance.Span, quote.Words, unit.Article.Facts.Statements, Sentences.Around(unit.Source, quote.Provenance.Span));
        return new(unit, who, stance, kind, account.Words.Evidence, account.Form, account.Words, Likeness.Of(account.Content));
    }

    // "Grave concern", "hunted down": a few words that an article has worked into its own sentence tell nothing without it.
    private static bool IsScrap(string words) => !char.IsUpper(words[0]) && Words.Of(words).Length <= MostOfAScrap;

    // "denied that its planes had crossed": what is told is denied, though the words behind the verb do not say so.
    private static Likeness.Terms Told(Reaction reaction, string content)
    {
        var terms = Likeness.Of(content);
        return reaction.Attribution.Cue.StartsWith("den", StringComparison.Ordinal) && reaction.Stance == Stance.Deny ? terms with { Negates = !terms.Negates } : terms;
    }

    private static bool IsBy(Attribution? a, Attribution b) => a is not null && (a.Speaker == b.Speaker || Entities.Same(a.Speaker, b.Speaker));

    private static Saying Quoted(StoryUnit unit, Attribution who, Stance stance, SpeakerKind kind, Quotation quote) =>
        new(unit, who, stance, kind, WithoutLastStop(quote.Words), WordingForm.Quotation, quote.Provenance, Likeness.Of(quote.Words));

    // Outlets differ in whether a full stop or comma stands inside the marks. That of "U.S." and the dots of a cut stay.
    private static string WithoutLastStop(string words) =>
        words.Length > 2 && words[^1] is '.' or ',' or ';' && char.IsLetterOrDigit(words[^2]) && char.IsLetterOrDigit(words[^3]) ? words[..^1] : words;

    private static ReactionEntry Entry(List<Saying> sayings)
    {
        var named = sayings.Find(s => s.Who.Role is not null) ?? sayings[0];
        var speaker = SpeakerNames.Shown(named.Who.Speaker);
        if (sayings is [var only])
            return Made(speaker, only.Who.Role, only.Kind, only.Stance, [new(only.Words, only.Form, [new(only.ArticleIndex + 1, only.Provenance)])]);
        var stance = sayings.GroupBy(s => s.Stance).OrderBy(g => g.Key == Stance.Comment).ThenByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;
        var kind = sayings.Select(s => s.Kind).FirstOrDefault(k => k != SpeakerKind.Other);
        // Words in quotation marks come before reported ones, a whole sentence of an article's last; among them the longer first, for it holds more of what was said.
        var wordings = sayings.GroupBy(s => (s.Words, s.Form))
            .OrderBy(g => g.Key.Form switch { WordingForm.Quotation => 0, WordingForm.Sentence => 2, _ => 1 }).ThenByDescending(g => g.Select(s => s.ArticleIndex).Distinct().Count()).ThenByDescending(g => g.Key.Words.Length).ThenBy(g => g.Key.Words, StringComparer.Ordinal)
            .Select(g => new Wording(g.Key.Words, g.Key.Form, [.. g.Select(s => new Citation(s.ArticleIndex + 1, s.Provenance))]))
            .ToImmutableArray();
        return Made(speaker, named.Who.Role, kind, stance, wordings);
    }

    private static ReactionEntry Made(string speaker, string? role, SpeakerKind kind, Stance stance, ImmutableArray<Wording> wordings) =>
        new(StableId.Of("r", Words.Joined(speaker), string.Join(' ', Words.Of(wordings[0].Words))), speaker, role, kind, stance, wordings);

    // Governments and officials first, then international bodies, then armed groups, whose statements a digest shows apart.
    private static int Weight(SpeakerKind kind) => kind switch
    {
        SpeakerKind.Government or SpeakerKind.Official => 0,
        SpeakerKind.InternationalBody => 1,
        SpeakerKind.Other => 2,
        _ => 3,
    };

    private static string Describe(Saying saying, IReadOnlyList<DayArticle> articles) => $"{articles[saying.ArticleIndex].Article.Name}: “{saying.Words}”";
}
