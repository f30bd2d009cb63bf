using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Which figures an article's other sentences show to be a part of a toll, or no part: who died of wounds and so brought the toll to what it is now is a part; "one of them" speaks of whom the sentence
/// before was about, and those need not be the dead.
/// </summary>
internal static class FigureParts
{
    internal static ImmutableArray<CasualtyReport> Settle(Document document, ImmutableArray<CasualtyReport> reports)
    {
        var settled = ImmutableArray.CreateBuilder<CasualtyReport>(reports.Length);
        foreach (var report in reports)
        {
            settled.Add(report switch
            {
                { IsPartial: false } when IsStep(document, report, reports) => report with { IsPartial = true },
                { IsPartial: true } when IsOfOthers(document, report, reports) => report with { IsPartial = false },
                _ => report,
            });
        }

        return settled.MoveToImmutable();
    }

    // "A girl died of burns, taking the toll to 13", "the two wounded soldiers succumbed": a step to a higher toll that is told as well.
    private static bool IsStep(Document document, CasualtyReport report, ImmutableArray<CasualtyReport> reports)
    {
        if (report is not { Effect: HarmEffect.Killed, IsHeadline: false, IsCumulative: false, Status: FigureStatus.Current, Count: { Min: { } step, IsExact: true } })
            return false;
        var words = report.Provenance.Evidence.Split(' ');
        if (words.Any(w => w is "wounded" or "injured" or "hurt") && reports.Any(r => IsToll(r) && r.Count.Min > step))
            return true;
        var at = document.SentenceAt(report.Provenance.Span.Start);
        return document.Sentences[at].Clauses.Any(c => c.Verb.First > 0 && c.Lemma is "bring" or "take" or "raise" or "push" or "increase" && document.Sentences[at].Tokens[c.Verb.Head].Span.Start > report.Provenance.Span.End
                && CountsToll(document.Sentences[at], c))
            && reports.Any(r => IsToll(r) && r.Count.Min > step && document.SentenceAt(r.Provenance.Span.Start) == at && r.Provenance.Span.Start > report.Provenance.Span.Start);
    }

    private static bool IsToll(CasualtyReport report) => report is { Effect: HarmEffect.Killed, IsPartial: false, IsHeadline: false, IsCumulative: false, Status: FigureStatus.Current, Count.Min: not null };

    private static bool CountsToll(Sentence sentence, Clause clause) =>
        clause.Object is { } toll && sentence.Tokens[sentence.Chunks[toll.First].Head].Lower is "toll" or "number" or "count" or "tally" or "total" or "deaths" or "dead";

    // "The attackers fled. One of them was killed.": they are no part of those whom the attackers killed.
    private static bool IsOfOthers(Document document, CasualtyReport report, ImmutableArray<CasualtyReport> reports)
    {
        if (!report.Provenance.Evidence.Contains(" of them", StringComparison.OrdinalIgnoreCase))
            return false;
        var at = document.SentenceAt(report.Provenance.Span.Start);
        var start = report.Provenance.Span.Start;
        for (var s = at; s >= Math.Max(0, at - 1); s--)
        {
            var sentence = document.Sentences[s];
            if (sentence.BlockIndex != document.Sentences[at].BlockIndex)
                return false;
            if (reports.Any(r => !ReferenceEquals(r, report) && (r.Provenance.Span.End <= start || (!r.IsPartial && r.Provenance.Span.Start <= start && r.Provenance.Span.End < report.Provenance.Span.End)) && sentence.Span.Contains(r.Provenance.Span.Start)))
                return false;
            if (sentence.Clauses.Any(c => c.Subject is { } subject && sentence.Tokens[c.Verb.Head].Span.End <= start && IsMany(sentence, subject)))
                return true;
        }

        return false;
    }

    private static bool IsMany(Sentence sentence, Phrase subject) =>
        sentence.Tokens[sentence.Chunks[subject.First].Head] is var head && (head.Lower is "all" || (head.Pos == PartOfSpeech.PluralNoun && PersonNouns.Is(head)));
}
