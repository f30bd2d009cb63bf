using Digest.Facts;
using Digest.Names;

namespace Digest.Days;

/// <summary>Makes the units that stories are made of: each article one, each item of a round-up one.</summary>
internal static class StoryUnits
{
    public static List<StoryUnit> Of(DayArticle article, Places places)
    {
        var items = RoundUp.Items(article, places);
        return items is null ? [Whole(article, places)] : items.ConvertAll(item => Item(article, item, places));
    }

    /// <summary>An article as one unit, round-up or not.</summary>
    public static StoryUnit Whole(DayArticle article, Places places) => new()
    {
        Article = article,
        Span = new(0, article.Article.Text.Length),
        Events = LocalEvents.Of(article, article.Facts.Events, article.Facts.Casualties, places, article.Article.Title),
        Stems = article.Words.Opening,
        Names = article.Words.Names,
    };

    private static StoryUnit Item(DayArticle article, RoundUp.Item item, Places places)
    {
        var (opening, names) = ArticleWords.Of(article.Article.Text, item.Span);
        return new()
        {
            Article = article,
            Span = item.Span,
            IsItem = true,
            Events = LocalEvents.Of(
                article,
                article.Facts.Events.Where(e => item.Span.Contains(e.Provenance.Span.Start)).Select(e => Placed(e, item, places)),
                article.Facts.Casualties.Where(c => item.Span.Contains(c.Provenance.Span.Start)),
                places,
                item.Head),
            Stems = opening,
            Names = names,
        };
    }

    // "KHARKIV A drone hit a block of flats": what the item's head says its sentences need not.
    private static EventReport Placed(EventReport report, RoundUp.Item item, Places places) =>
        report.Place is null && places.IsSpecific(item.Head) ? report with { Place = Gazetteer.Find(item.Head!)?.Name ?? item.Head } : report;
}
