using System.Buffers;
using Digest.Facts;
using Digest.Text;

namespace Digest.Days;

/// <summary>
/// Finds the event that a casualty claim is about, among those its article tells of. A place or a day that differs rules an event out; a
/// place that agrees speaks for it most, then the same sentence, then the same paragraph; else it is the event told last before it if
/// the claim points back to it ("in that strike") or its source has just spoken of that event, and the article's main event otherwise.
/// </summary>
internal static class CasualtyPlacer
{
    private static readonly SearchValues<string> PointsBack =
        SearchValues.Create(["that strike", "that attack", "that raid", "in that", "second strike", "second attack", "later strike", "separate"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The report it is about; null where every report is ruled out.</summary>
    /// <param name="reports">All event reports of the article or item, background included.</param>
    /// <param name="main">A report of the main event; null where the article has none.</param>
    public static EventReport? ReportFor(DayArticle article, CasualtyReport harm, IReadOnlyList<EventReport> reports, EventReport? main, Places places)
    {
        var sentence = Sentences.Around(article.Article, harm.Provenance.Span);
        var window = DayWindow.Of(article.Article, harm);
        var block = Sentences.BlockAt(article.Article, harm.Provenance.Span.Start);
        // "12.15 – Governor: woman killed": the heading of an entry tells of what stands below it.
        var isHead = block >= 0 && article.Article.Blocks[block].Kind == News.BlockKind.Subhead;
        EventReport? before = null, best = null;
        for (var i = 0; i < reports.Count; i++)
        {
            var report = reports[i];
            if (report.Provenance.Span.End <= sentence.Start && (before is null || report.Provenance.Span > before.Provenance.Span))
                before = report;
        }

        var pointedTo = before is not null && (Points(article.Article.Text.AsSpan(sentence.Start, sentence.Length)) || GoesOn(article, harm, before, block) || AddsTo(article, harm, before, sentence, block)) ? before : null;
        var bestScore = int.MinValue;
        for (var i = 0; i < reports.Count; i++)
        {
            if (Score(reports[i]) is { } score && score > bestScore)
                (best, bestScore) = (reports[i], score);
        }

        return best;

        bool IsToldElsewhere()
        {
            foreach (var report in reports)
            {
                if (DayWindow.Agree(window, DayWindow.Of(report)) && LocalEvents.Relation(article, article, report.Place, harm.Place, places) == PlaceRelation.Same)
                    return true;
            }

            return false;
        }

        int? Score(EventReport report)
        {
            if (!DayWindow.Agree(window, DayWindow.Of(report)))
                return null;
            var score = ReferenceEquals(report, main) ? 25 : 0;
            switch (LocalEvents.Relation(article, article, report.Place, harm.Place, places))
            {
                case PlaceRelation.Same:
                    score += 60;
                    break;
                case PlaceRelation.Within:
                    score += 40;
                    break;
                // Of two attacks told in one sentence each has its own figures.
                case PlaceRelation.Apart when Mentions(article, report, places.Name(harm.Place)!) && !IsToldElsewhere():
                    score += 50;
                    break;
                case PlaceRelation.Apart:
                    return null;
            }

            // "days after missiles hit the base, leaving several wounded": recalled with the attack that its sentence recalls.
            if (harm.IsBackground != report.IsBackground && (harm.IsBackground || !sentence.Overlaps(report.Provenance.Span)))
                score -= harm.IsBackground ? 60 : 30;
            if (LocalEvents.IsSummary(report) || report.Since is not null)
                score -= 20;
            var distance = Distance(harm, report);
            if (report.Provenance.Span.Overlaps(harm.Provenance.Span))
                score += 60;
            else if (sentence.Overlaps(report.Provenance.Span))
                score += 45;
            else if (Sentences.BlockAt(article.Article, report.Provenance.Span.Start) is var other && (other == block || (isHead && other == block + 1)))
                score += isHead ? 45 : 15;
            if (ReferenceEquals(report, pointedTo))
                score += 45;
            // Nearness decides between equals, and what was said before counts as nearer than what comes after.
            return (score * 1000) - Math.Min(999, (distance / 8) + (report.Provenance.Span.Start > harm.Provenance.Span.End ? 20 : 0));
        }
    }

    /// <summary>Whether the sentence of a report names a place as well: one raid on two towns is told in one sentence.</summary>
    public static bool Mentions(DayArticle article, EventReport report, PlaceName place)
    {
        if (place.Names.Length == 0)
            return false;
        var sentence = Sentences.Around(article.Article, report.Provenance.Span);
        return Array.TrueForAll(place.Names, name => Words.Stand(article.Article.Text, sentence, name));
    }

    // "Drones were launched at the base," an official said. "There were injuries," the official said: whoever goes on speaks of the same.
    private static bool GoesOn(DayArticle article, CasualtyReport harm, EventReport before, int block) =>
        harm.Claimant is { } source && before.Attribution is { } teller && string.Equals(source.Speaker, teller.Speaker, StringComparison.OrdinalIgnoreCase)
        && block - Sentences.BlockAt(article.Article, before.Provenance.Span.Start) is 0 or 1;

    // "Four people were killed in the Donetsk region. Another 12 were injured.": beside those just told of, in the same paragraph.
    private static bool AddsTo(DayArticle article, CasualtyReport harm, EventReport before, TextSpan sentence, int block) =>
        harm is { Place: null, IsHeadline: false } && Sentences.BlockAt(article.Article, before.Provenance.Span.Start) == block && article.Article.Text.AsSpan(before.Provenance.Span.End, sentence.Start - before.Provenance.Span.End).Length < NextSentence
        && (harm.Provenance.Evidence.Contains(" others ", StringComparison.Ordinal) || harm.Provenance.Evidence.StartsWith("Another ", StringComparison.Ordinal) || harm.Provenance.Evidence.StartsWith("A further ", StringComparison.Ordinal));

    /// <summary>How many characters a short sentence may stand behind what it adds to.</summary>
    private const int NextSentence = 240;

    private static bool Points(ReadOnlySpan<char> sentence) => sentence.ContainsAny(PointsBack);

    private static int Distance(CasualtyReport harm, EventReport report) =>
        report.Provenance.Span.End <= harm.Provenance.Span.Start
            ? harm.Provenance.Span.Start - report.Provenance.Span.End
            : Math.Max(0, report.Provenance.Span.Start - harm.Provenance.Span.End);
}
