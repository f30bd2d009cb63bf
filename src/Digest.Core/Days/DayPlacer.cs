using System.Collections.Immutable;
using Digest.Facts;
using Digest.News;

namespace Digest.Days;

/// <summary>The articles by day, those no day can be given to, and why articles without a date of their own stand where they stand.</summary>
/// <param name="Undated">Articles without any date that tell the story of no dated one; a digest lists them and draws nothing from them.</param>
public sealed record Placement(
    ImmutableSortedDictionary<DateOnly, ImmutableArray<ArticleFacts>> Days, ImmutableArray<ArticleFacts> Undated, ImmutableArray<Join> Joins);

/// <summary>
/// Places articles on days. A stated date stands. An article that states none goes to the day of the dated articles that tell its story, if the weekdays it
/// names do not speak against it, and is marked inferred; alone it keeps its upload's date, and without that it has no day.
/// </summary>
public static class DayPlacer
{
    // A story is told on for some days; beyond that, likeness is a coincidence or an anniversary.
    private const int MostDaysOff = 3;

    /// <summary>The days of the articles given; those that no day can be given to are left out (see <see cref="PlaceAll"/>).</summary>
    public static ImmutableSortedDictionary<DateOnly, ImmutableArray<ArticleFacts>> Place(IEnumerable<ArticleFacts> facts) => PlaceAll(facts).Days;

    /// <param name="reread">
    /// Reads the facts of an article again once its date is known, for weekdays and "yesterday" hang on it; null leaves the dates of an inferred article's facts open where
    /// they were reckoned from another date.
    /// </param>
    public static Placement PlaceAll(IEnumerable<ArticleFacts> facts, Func<Article, ArticleFacts>? reread = null)
    {
        var joins = new List<Join>();
        var places = new Places();
        var articles = DayArticles.Distinct(facts, joins);
        var dates = Array.TrueForAll([.. articles], IsDated) ? [] : Inferred(articles, places, joins);
        var days = new SortedDictionary<DateOnly, List<ArticleFacts>>();
        var undated = ImmutableArray.CreateBuilder<ArticleFacts>();
        for (var i = 0; i < articles.Length; i++)
        {
            var placed = dates.TryGetValue(i, out var date) ? Dated(articles[i].Facts, date, reread) : articles[i].Facts;
            // Further names of one text travel as further articles of one id, as they came.
            var copies = articles[i].OtherNames.Select(n => placed with { Article = placed.Article with { Name = n } }).Prepend(placed);
            if (placed.Article.Date is not { } day)
            {
                undated.AddRange(copies);
                continue;
            }

            if (!days.TryGetValue(day, out var list))
                days[day] = list = [];
            list.AddRange(copies);
        }

        return new(
            days.ToImmutableSortedDictionary(d => d.Key, d => d.Value.ToImmutableArray()),
            undated.ToImmutable(),
            [.. joins.Where(j => j.Kind == JoinKind.Placement).OrderBy(j => j.First, StringComparer.Ordinal).ThenBy(j => j.Second, StringComparer.Ordinal)]);
    }

    private static bool IsDated(DayArticle article) => article.Article is { Date: not null, DateBasis: DateBasis.Stated };

    private static Dictionary<int, DateOnly> Inferred(ImmutableArray<DayArticle> articles, Places places, List<Join> joins)
    {
        var index = new StoryIndex(places);
        var nodes = Nodes(articles, places);
        index.Hold([], nodes);
        var comparer = index.Comparer();
        var candidates = new List<int>();
        var quotations = new Quotations(articles);
        var dates = new Dictionary<int, DateOnly>();
        for (var i = 0; i < articles.Length; i++)
        {
            if (IsDated(articles[i]))
                continue;
            var weekdays = Weekdays.In(articles[i].Article);
            StoryPair? best = null;
            index.Candidates(nodes[i], candidates);
            foreach (var j in candidates.Select(index.Faces.Place).Concat(quotations.Sharing(i)).Distinct().Order())
            {
                if (!IsDated(articles[j]) || (weekdays.Count > 0 && !weekdays.Contains(articles[j].Article.Date!.Value.DayOfWeek)))
                    continue;
                if (comparer.Judge(nodes[i], nodes[j]) is not { } pair)
                    continue;
                // Two countries' quarrels repeat their words week after week; a long quotation in common does not repeat.
                pair = pair with { Score = pair.Score + quotations.Shared(i, j) };
                if (best is null || (pair.Score, pair.Likeness).CompareTo((best.Score, best.Likeness)) > 0)
                    best = pair;
            }

            if (best is not { } found)
                continue;
            var like = articles[(found.First.Place == i ? found.Second : found.First).Place];
            var date = like.Article.Date!.Value;
            // An upload near the story's day is as good as the story: a late follow-up keeps its own day.
            if (articles[i].Article.Date is { } upload && Math.Abs(upload.DayNumber - date.DayNumber) <= MostDaysOff && (weekdays.Count == 0 || weekdays.Contains(upload.DayOfWeek)))
                continue;
            dates[i] = date;
            joins.Add(new(JoinKind.Placement, articles[i].Article.Name, like.Article.Name,
                (weekdays.Count > 0 ? $"It names {date.DayOfWeek} and tells the story of an article of that day. " : "It states no date and tells the story of a dated article. ") + StoryRule.Explain(found, index.Terms)));
        }

        return dates;
    }

    // Each article one unit, for an article has one day, whatever it tells of.
    private static StoryNode[] Nodes(ImmutableArray<DayArticle> articles, Places places)
    {
        using var runs = new RunStore();
        StoryNode[] nodes = [.. articles.Select(WithoutReckonedDates).Select(article =>
        {
            var held = new HeldArticle(article, article.Read(runs));
            var node = new StoryNode(StoryUnits.Whole(article, places), held) { Place = article.Index };
            held.Nodes = [node];
            return node;
        })];
        new CopyIndex().Add(Array.ConvertAll(nodes, node => node.Held));
        return nodes;
    }

    /// <summary>The long quotations (six words and more) of some articles, word for word.</summary>
    private sealed class Quotations
    {
        private readonly HashSet<string>[] said;
        private readonly Dictionary<string, List<int>> sayers = new(StringComparer.Ordinal);

        public Quotations(ImmutableArray<DayArticle> articles)
        {
            said = [.. articles.Select(a => a.Facts.Quotations.Select(q => Words.Of(q.Words)).Where(words => words.Length >= 6).Select(words => string.Join(' ', words)).ToHashSet(StringComparer.Ordinal))];
            for (var i = 0; i < said.Length; i++)
            {
                foreach (var quotation in said[i])
                {
                    if (!sayers.TryGetValue(quotation, out var articlesOf))
                        sayers[quotation] = articlesOf = [];
                    articlesOf.Add(i);
                }
            }
        }

        public IEnumerable<int> Sharing(int article) => said[article].SelectMany(quotation => sayers[quotation]).Where(other => other != article);

        public int Shared(int first, int second) => said[first].Count(said[second].Contains);
    }

    // Dates that were reckoned from an upload's date say nothing of the story's day.
    private static DayArticle WithoutReckonedDates(DayArticle article) => IsDated(article)
        ? article
        : article with { Facts = Undated(article.Facts) };

    private static ArticleFacts Undated(ArticleFacts facts) => facts with
    {
        Casualties = [.. facts.Casualties.Select(c => c with { Date = null })],
        Events = [.. facts.Events.Select(e => e with { Date = null, DatePrecision = DatePrecision.None })],
    };

    private static ArticleFacts Dated(ArticleFacts facts, DateOnly date, Func<Article, ArticleFacts>? reread)
    {
        var article = facts.Article with { Date = date, DateBasis = DateBasis.Inferred };
        return reread is not null ? reread(article) with { Enrichment = facts.Enrichment } : (facts.Article.Date is null ? facts : Undated(facts)) with { Article = article };
    }
}
