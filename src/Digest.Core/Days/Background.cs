using System.Collections.Immutable;
using System.Globalization;
using Digest.Facts;

namespace Digest.Days;

/// <summary>
/// What a story's articles recall as context, marked "not new today": counted series of events in a line of our own, everything else in the article's
/// sentence. Articles that recall the same are one item's citations.
/// </summary>
internal static class Background
{
    public static ImmutableArray<BackgroundItem> Of(StoryDraft story, IReadOnlyList<DayArticle> articles)
    {
        var items = new List<(string Text, Likeness.Terms Terms, List<Citation> Citations)>();
        foreach (var (index, fact) in story.BackgroundEvents.Select(e => (e.ArticleIndex, Fact: (Fact)e.Fact)).Concat(story.BackgroundHarm.Select(h => (h.ArticleIndex, Fact: (Fact)h.Fact)))
            .OrderBy(f => f.ArticleIndex).ThenBy(f => f.Fact.Provenance.Span))
        {
            var article = articles[index].Article;
            var sentence = Sentences.Around(article, fact.Provenance.Span);
            if (sentence.IsEmpty)
                continue;
            var counted = fact is EventReport { Count: not null } report ? Series(report) : null;
            var text = counted ?? $"“{sentence.In(article.Text)}”";
            var citation = new Citation(index + 1, new(article.Id, sentence, sentence.In(article.Text)));
            var terms = Likeness.Of(text);
            var at = items.FindIndex(i => i.Text == text || i.Citations.Contains(citation) || (counted is null && i.Text.StartsWith('“') && SameStatement.Alike(i.Terms, terms, 0.75) && Numbers(i.Text).SetEquals(Numbers(text))));
            if (at < 0)
                items.Add((text, terms, [citation]));
            else if (!items[at].Citations.Contains(citation))
                items[at].Citations.Add(citation);
        }

        return [.. items.Select(i => new BackgroundItem(i.Text, [.. i.Citations]))];
    }

    /// <summary>"Attacks by Iran-aligned militias since 17 October 2023: more than 60".</summary>
    private static string Series(EventReport report)
    {
        var text = EventKinds.Plural(report.Type);
        text = char.ToUpperInvariant(text[0]) + text[1..];
        if (report.Actor is not null)
            text += " by " + report.Actor;
        if (report.Place is not null)
            text += " " + EventLabel.In(report.Place);
        if (report.Since is { } since)
            text += " since " + since.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return text + ": " + (report.CountIsMinimum ? "more than " : "") + ClaimNotes.Number(report.Count!.Value);
    }

    private static HashSet<string> Numbers(string text) => [.. Words.Of(text).Where(w => char.IsDigit(w[0]))];
}
