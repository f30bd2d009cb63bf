using System.Collections.Immutable;
using Digest.Facts;
using Digest.News;

namespace Digest.Days;

/// <summary>One article of the fold: its facts and all names its very text was uploaded under.</summary>
internal sealed record DayArticle(ArticleFacts Facts, ImmutableArray<string> OtherNames)
{
    public Article Article => Facts.Article;

    public string Id => Facts.Article.Id;

    /// <summary>What is read of its words; when first asked for.</summary>
    public ArticleWords Words => words ??= ArticleWords.Of(Article, null, out _);

    // The same for a copy of this record: of the facts, only what is not the text changes.
    private ArticleWords? words;

    /// <summary>Reads its words.</summary>
    /// <returns>Its runs of words (<see cref="ArticleWords.Of(Article, RunStore?, out ReadOnlyMemory{ulong})"/>), which it does not keep.</returns>
    public ReadOnlyMemory<ulong> Read(RunStore keep)
    {
        words = ArticleWords.Of(Article, keep, out var runs);
        return runs;
    }

    /// <summary>What it calls the people it quotes, by <see cref="SpeakerNames.Key"/>, in its order; read when first asked for.</summary>
    public (string Speaker, string Role)[] Roles =>
        roles ??= [.. Facts.Quotations.Where(q => q.Attribution?.Role is not null).Select(q => (SpeakerNames.Key(q.Attribution!.Speaker), q.Attribution.Role!))];

    private (string, string)[]? roles;

    /// <summary>Its place among the fold's articles, from 0; kept by the fold. <see cref="Nowhere"/> before it has one.</summary>
    public int Index { get; set; } = Nowhere;

    public const int Nowhere = -1;

    /// <summary>The line of reporting it belongs to, as <see cref="Source.Line"/> counts them; kept by the fold.</summary>
    public int Line { get; set; }

    /// <summary>The article as a day's source list shows it.</summary>
    public Source ToSource() => new(Index + 1, Id, Article.Name, Line)
    {
        Title = Article.Title,
        Byline = Article.Byline,
        Outlet = Article.Outlet,
        Url = Article.Url,
        Date = Article.Date,
        DateBasis = Article.DateBasis,
        Agencies = [.. Article.Agencies.Order(StringComparer.Ordinal)],
        OtherNames = OtherNames,
    };
}

/// <summary>
/// The articles of a fold, each text once, in the fold's own order: date, then name, then id. Everything after this works on
/// that order, so the order and the repetition of arrival are forgotten here.
/// </summary>
internal static class DayArticles
{
    public static ImmutableArray<DayArticle> Distinct(IEnumerable<ArticleFacts> facts, List<Join>? joins)
    {
        var articles = facts
            .GroupBy(f => f.Article.Id, StringComparer.Ordinal)
            .Select(same => OneOf([.. same], joins))
            .ToArray();
        Array.Sort(articles, Compare);
        for (var i = 0; i < articles.Length; i++)
            articles[i].Index = i;
        return ImmutableArray.Create(articles);
    }

    /// <summary>The article that uploads of one text are: the best dated of them, with the names of all.</summary>
    public static DayArticle OneOf(IReadOnlyList<ArticleFacts> same, List<Join>? joins)
    {
        if (same is [var only])
            return new(only, []);
        var uploads = same.OrderBy(f => f.Article.DateBasis).ThenBy(f => f.Article.Date).ThenBy(f => f.Article.Name, StringComparer.Ordinal).ToArray();
        var kept = uploads[0];
        var names = uploads.Select(f => f.Article.Name).Where(n => n != kept.Article.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        foreach (var name in names)
            joins?.Add(new(JoinKind.Article, kept.Article.Name, name, "The two uploads hold the same text; it is one article with two names."));
        return new(BestEnriched(kept, uploads), names);
    }

    // A service may have been away for one upload of a text and not for another. Names stand at places of a text, so only the very same one will do.
    private static ArticleFacts BestEnriched(ArticleFacts kept, ArticleFacts[] uploads)
    {
        var best = uploads.Where(f => f.Article.Text == kept.Article.Text).Select(f => f.Enrichment).OfType<Enrichment>().OrderBy(e => e.State).FirstOrDefault();
        // The same object where nothing changes: what is worked out of an article is remembered by it.
        return best is null || best.State == kept.Enrichment?.State ? kept : kept with { Enrichment = best };
    }

    public static int Compare(DayArticle a, DayArticle b)
    {
        var order = Nullable.Compare(a.Article.Date, b.Article.Date);
        if (order == 0)
            order = string.CompareOrdinal(a.Article.Name, b.Article.Name);
        return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
    }
}
