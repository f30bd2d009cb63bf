using System.Collections.Immutable;
using Digest.Facts;

namespace Digest.Days;

/// <summary>
/// The fold of a day: the facts of its articles, in whatever order and however often they come, to the day as all of them together tell it. Each step is a
/// function of the step before on articles in one fixed order; nothing here knows when an article arrived.
/// </summary>
public static class DayMerger
{
    /// <summary>The day that the facts given make. Articles of one id are one article.</summary>
    public static Day Merge(DateOnly date, IEnumerable<ArticleFacts> facts) => Merge(date, facts, new(), null);

    /// <summary>The same, with the reason for everything that was taken to be one.</summary>
    public static FoldedDay MergeExplained(DateOnly date, IEnumerable<ArticleFacts> facts) => MergeExplained(date, facts, new());

    internal static FoldedDay MergeExplained(DateOnly date, IEnumerable<ArticleFacts> facts, ArticleMemory memory)
    {
        var joins = new List<Join>();
        var day = Merge(date, facts, memory, joins);
        return new(day, [.. joins.Distinct().OrderBy(j => j.Kind).ThenBy(j => j.First, StringComparer.Ordinal).ThenBy(j => j.Second, StringComparer.Ordinal).ThenBy(j => j.Reason, StringComparer.Ordinal)]);
    }

    /// <param name="memory">What is known of articles from folds before; it makes the fold quicker and no different.</param>
    /// <param name="joins">Takes the reasons; null where nobody asks for them, for finding their words takes as long as the fold.</param>
    internal static Day Merge(DateOnly date, IEnumerable<ArticleFacts> facts, ArticleMemory memory, List<Join>? joins)
    {
        var places = new Places();
        var articles = DayArticles.Distinct(facts, joins);
        var copies = Copies(articles, memory, joins);
        var lines = SharedCopy.Lines(articles.Length, copies);
        var sources = Sources(articles, lines);
        articles = [.. articles.Select((article, index) => article with { Line = lines[index] + 1 })];
        var units = articles.SelectMany((article, index) => memory.UnitsOf(index, article, places)).ToArray();
        var drafts = StoryEvents.Assign(StoryGroups.Of(units, copies, places, joins), places);
        foreach (var draft in drafts)
            EventMerger.Merge(draft, articles, places, joins);
        StoryHarm.Assign(drafts, places);
        var stories = drafts.Where(d => d.Group.Units.Any(u => !u.IsItem) || d.Merged.Count > 0).Select(d => StoryBuilder.Build(d, articles, places, joins));
        return new(date, sources, Ranking.Of(UniqueIds.Of(stories), sources)) { Names = NameIndexer.Of(articles) };
    }

    private static List<CopyPair> Copies(ImmutableArray<DayArticle> articles, ArticleMemory memory, List<Join>? joins)
    {
        var copies = SharedCopy.Pairs([.. articles.AsParallel().AsOrdered().Select(memory.RunsOf)]);
        joins?.AddRange(copies.Select(c => new Join(JoinKind.Copy, articles[c.First].Article.Name, articles[c.Second].Article.Name, c.Reason)));
        return copies;
    }

    private static ImmutableArray<Source> Sources(ImmutableArray<DayArticle> articles, int[] lines) =>
        [.. articles.Select((a, i) => new Source(i + 1, a.Id, a.Article.Name, lines[i] + 1)
        {
            Title = a.Article.Title,
            Byline = a.Article.Byline,
            Outlet = a.Article.Outlet,
            Url = a.Article.Url,
            Date = a.Article.Date,
            DateBasis = a.Article.DateBasis,
            Agencies = [.. a.Article.Agencies.Order(StringComparer.Ordinal)],
            OtherNames = a.OtherNames,
        })];
}
