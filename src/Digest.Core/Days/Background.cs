using System.Collections.Immutable;
using System.Globalization;
using Digest.Facts;
using Digest.Names;

namespace Digest.Days;

/// <summary>
/// What a story's articles recall as context, marked "not new today": counted series of events in a line of our own, everything else in the article's
/// sentence. Articles that recall the same are one item's citations.
/// </summary>
internal static class Background
{
    public static ImmutableArray<BackgroundItem> Of(StoryDraft story, IReadOnlyList<DayArticle> articles)
    {
        if (story.BackgroundEvents.Count == 0 && story.BackgroundHarm.Count == 0)
            return [];
        var series = new List<(EventReport First, List<Citation> Citations)>();
        var items = new List<(string Text, Likeness.Terms Terms, List<Citation> Citations)>();
        foreach (var (index, fact) in story.BackgroundEvents.Select(e => (e.ArticleIndex, Fact: (Fact)e.Fact)).Concat(story.BackgroundHarm.Select(h => (h.ArticleIndex, Fact: (Fact)h.Fact)))
            .OrderBy(f => f.ArticleIndex).ThenBy(f => f.Fact.Provenance.Span))
        {
            var article = articles[index].Article;
            var sentence = Sentences.Around(article, fact.Provenance.Span);
            if (sentence.IsEmpty)
                continue;
            var citation = new Citation(index + 1, new(article.Id, sentence, sentence.In(article.Text)));
            if (fact is EventReport { Count: not null } report)
                AddSeries(series, report, citation);
            else
                AddSentence(items, $"“{sentence.In(article.Text)}”", citation);
        }

        // A sentence that only counts a series is not printed beside its line.
        return
        [
            .. series.Select(s => new BackgroundItem(Line(s.First), [.. s.Citations])),
            .. items.Where(i => !i.Citations.TrueForAll(c => series.Exists(s => s.Citations.Contains(c)))).Select(i => new BackgroundItem(i.Text, [.. i.Citations])),
        ];
    }

    // "More than 60 attacks by Iran-aligned militias" and "… by Iran-linked militias": two outlets' words for one series.
    private static void AddSeries(List<(EventReport First, List<Citation> Citations)> series, EventReport report, Citation citation)
    {
        var at = series.FindIndex(s => s.First.Type == report.Type && s.First.Count == report.Count && s.First.CountIsMinimum == report.CountIsMinimum
            && (s.First.Since is null || report.Since is null || s.First.Since == report.Since)
            && (s.First.Place is null || report.Place is null || s.First.Place == report.Place)
            && (s.First.Actor is null || report.Actor is null || Actors.Agree(s.First.Actor, report.Actor) || Likeness.SharesTellingWord(s.First.Actor, report.Actor)));
        if (at < 0)
            series.Add((report, [citation]));
        else if (!series[at].Citations.Contains(citation))
            series[at].Citations.Add(citation);
    }

    private static void AddSentence(List<(string Text, Likeness.Terms Terms, List<Citation> Citations)> items, string text, Citation citation)
    {
        var terms = Likeness.Of(text);
        var at = items.FindIndex(i => i.Text == text || i.Citations.Contains(citation) || (SameStatement.Alike(i.Terms, terms, 0.75) && Numbers(i.Text).SetEquals(Numbers(text))));
        if (at < 0)
            items.Add((text, terms, [citation]));
        else if (!items[at].Citations.Contains(citation))
            items[at].Citations.Add(citation);
    }

    /// <summary>"Attacks by Iran-aligned militias since 17 October 2023: more than 60"; "US air strikes in Syria: three".</summary>
    private static string Line(EventReport report)
    {
        var text = EventLabel.Of(report.Type, report.Actor is null ? null : Entities.DisplayName(report.Actor), report.Place, null, plural: true);
        if (report.Since is { } since)
            text += " since " + since.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return text + ": " + (report.CountIsMinimum ? "more than " : "") + ClaimNotes.Number(report.Count!.Value);
    }

    private static HashSet<string> Numbers(string text) => [.. Words.Of(text).Where(w => char.IsDigit(w[0]))];
}
