using System.Collections.Immutable;

namespace Digest.Days;

/// <summary>
/// The articles of a fold in their order, each with its place, its line of reporting and what the source list shows of it. An article that comes or goes touches only those behind it.
/// </summary>
internal sealed class ArticleOrder
{
    private readonly List<HeldArticle> all = [];
    private DayArticle[] articles = [];
    private Source[] sources = [];

    // Before it, nothing has changed since the last time.
    private int from;

    private static readonly Comparer<HeldArticle> ByOrder = Comparer<HeldArticle>.Create((a, b) => DayArticles.Compare(a.Article, b.Article));

    public int Count => all.Count;

    public IReadOnlyList<HeldArticle> All => all;

    /// <summary>The articles by their places; no more of it is valid than there are articles.</summary>
    public DayArticle[] Articles => articles;

    /// <summary>Those from which on places changed at the last exchange.</summary>
    public IEnumerable<HeldArticle> Moved => all.Skip(from);

    /// <summary>Lets articles go and takes others in, and numbers all.</summary>
    /// <param name="come">In the fold's order.</param>
    /// <returns>The number now, by the number before; null where no article that stays got another.</returns>
    public int[]? Exchange(List<HeldArticle> gone, HeldArticle[] come)
    {
        var before = all.Count;
        from = gone.Count == 0 ? before : gone.Min(article => article.Index);
        if (gone.Count < Side.Many)
        {
            foreach (var article in gone.OrderByDescending(article => article.Index))
                all.RemoveAt(article.Index);
        }
        else
        {
            var leaving = gone.ToHashSet();
            all.RemoveAll(leaving.Contains);
        }

        if (come.Length < Side.Many)
        {
            foreach (var article in come)
            {
                var at = ~all.BinarySearch(article, ByOrder);
                all.Insert(at, article);
                from = Math.Min(from, at);
            }
        }
        else
        {
            all.AddRange(come);
            all.Sort(ByOrder);
            from = 0;
        }

        return Number(before);
    }

    /// <summary>Numbers the lines of reporting of all that moved, and of those of which a line opens elsewhere than before.</summary>
    public void Line(IEnumerable<HeldArticle> relined)
    {
        foreach (var article in relined)
            Show(article);
        for (var i = from; i < all.Count; i++)
            Show(all[i]);
    }

    /// <summary>The day's source list.</summary>
    public ImmutableArray<Source> Sources() => ImmutableArray.Create(sources, 0, all.Count);

    private int[]? Number(int before)
    {
        if (articles.Length < all.Count)
        {
            var room = Math.Max(all.Count, articles.Length / 2 * 3);
            Array.Resize(ref articles, room);
            Array.Resize(ref sources, room);
        }

        int[]? numbers = null;
        var place = PlaceOf(from);
        for (var i = from; i < all.Count; i++)
        {
            var article = all[i].Article;
            if (article.Index != i && article.Index != DayArticle.Nowhere)
                numbers ??= [.. Enumerable.Range(0, before)];
            if (numbers is not null && article.Index != DayArticle.Nowhere)
                numbers[article.Index] = i;
            article.Index = i;
            articles[i] = article;
            foreach (var node in all[i].Nodes)
                node.Place = place++;
        }

        // What has gone is held no longer.
        if (all.Count < before)
        {
            Array.Clear(articles, all.Count, before - all.Count);
            Array.Clear(sources, all.Count, before - all.Count);
        }

        return numbers;
    }

    // The place of an article's first unit among the units of all.
    private int PlaceOf(int article)
    {
        for (var i = article - 1; i >= 0; i--)
        {
            if (all[i].Nodes is [.., var last])
                return last.Place + 1;
        }

        return 0;
    }

    private void Show(HeldArticle held)
    {
        var article = held.Article;
        article.Line = held.LineOpening!.Index + 1;
        if (held.Source is not { } known)
            held.Source = article.ToSource();
        else if (known.Number != article.Index + 1 || known.Line != article.Line)
            held.Source = known with { Number = article.Index + 1, Line = article.Line };
        sources[article.Index] = held.Source;
    }
}
