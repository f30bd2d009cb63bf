using Digest.Names;
using Digest.News;
using Digest.Text;

namespace Digest.Days;

/// <summary>Tells an article that reports several stories one after another from one that tells a single story, and parts it into its items.</summary>
internal static class RoundUp
{
    // A text without heads is a round-up only if at least this many of its paragraphs tell of events in places apart from each other.
    private const int FewestItems = 3;

    private const int FewestHeads = 2;

    /// <summary>One item: the stretch of the article, and the place that heads it in a line of its own ("UKRAINE"); null where none does.</summary>
    internal sealed record Item(TextSpan Span, string? Head);

    /// <summary>
    /// The items, or null for an article that tells one story. A round-up has heads that are names of places, two or more; or three paragraphs or more that each report an event of
    /// their own in a place apart from all the others', which are at least half of its paragraphs with events, and a headline that tells of none of these.
    /// An item with events or deaths in two places apart is two, parted before the second one's sentence.
    /// </summary>
    public static List<Item>? Items(DayArticle article, Places places)
    {
        var heads = Heads(article.Article);
        return heads.Count >= FewestHeads || TellsOfSeveralPlaces(article, places) ? Part(article, heads, places) : null;
    }

    /// <summary>Where a block that a place heads starts, with that place: a line of its own, or the first words of a paragraph ("SUDAN – The army …", "UKRAINE: A drone …").</summary>
    private static Dictionary<int, string> Heads(Article article)
    {
        var heads = new Dictionary<int, string>();
        foreach (var block in article.Blocks)
        {
            if (PlaceHeads.Of(block, article.Text) is { } head)
                heads[block.Span.Start] = head;
        }

        return heads;
    }

    private static bool TellsOfSeveralPlaces(DayArticle article, Places places)
    {
        var news = article.Facts.Events.Where(e => !e.IsBackground).ToArray();
        if (news.Length < FewestItems)
            return false;
        var placed = news.Where(e => !e.IsHeadline && places.IsSpecific(e.Place)).OrderBy(e => e.Provenance.Span)
            .GroupBy(e => Sentences.BlockAt(article.Article, e.Provenance.Span.Start)).Where(g => g.Key >= 0).Select(g => g.First().Place).ToArray();
        // "Raids across the Gaza Strip" sums up what is told of its towns.
        placed = Array.FindAll(placed, p => placed.Count(o => Relation(article, p, o, places) == PlaceRelation.Within) < 2);
        if (Array.Exists(news, e => e.IsHeadline && (e.Place ?? Places.NamedIn(e.Target)) is { } head && Array.Exists(placed, p => Relation(article, head, p, places) == PlaceRelation.Same)))
            return false;
        var apart = placed.Where((p, i) => placed.Where((o, j) => i != j).All(o => Relation(article, p, o, places) == PlaceRelation.Apart)).Count();
        var telling = news.Where(e => !e.IsHeadline).Select(e => Sentences.BlockAt(article.Article, e.Provenance.Span.Start)).Where(b => b >= 0).Distinct().Count();
        return apart >= FewestItems && 2 * apart >= telling;
    }

    private static List<Item> Part(DayArticle article, Dictionary<int, string> heads, Places places)
    {
        var items = new List<Item>();
        var marks = Marks(article, places);
        foreach (var (stretch, head) in Stretches(article, heads))
            AddItems(article, stretch, head, marks, places, items);
        return items;
    }

    /// <summary>Each paragraph, or each head with all that stands under it.</summary>
    private static List<(TextSpan Span, string? Head)> Stretches(DayArticle article, Dictionary<int, string> heads)
    {
        var stretches = new List<(TextSpan Span, string? Head)>();
        foreach (var block in article.Article.Blocks.Where(b => b.IsStory && b.Kind != BlockKind.Title))
        {
            if (heads.TryGetValue(block.Span.Start, out var opens))
                stretches.Add((block.Span, opens));
            else if (stretches.Count > 0 && stretches[^1].Head is { } head)
                stretches[^1] = (new(stretches[^1].Span.Start, block.Span.End), head);
            else
                stretches.Add((block.Span, null));
        }

        return stretches;
    }

    /// <summary>Where the text names the place of an event or of deaths, in its order.</summary>
    private static List<(TextSpan Span, string Place)> Marks(DayArticle article, Places places) =>
    [
        .. article.Facts.Events.Where(e => !e.IsBackground && places.IsSpecific(e.Place)).Select(e => (e.Provenance.Span, e.Place!))
            .Concat(article.Facts.Casualties.Where(c => c is { IsBackground: false, IsCumulative: false } && places.IsSpecific(c.Place)).Select(c => (c.Provenance.Span, c.Place!)))
            .OrderBy(m => m.Span),
    ];

    private static void AddItems(DayArticle article, TextSpan stretch, string? head, List<(TextSpan Span, string Place)> marks, Places places, List<Item> items)
    {
        var start = stretch.Start;
        string? current = null;
        foreach (var (span, place) in marks.Where(m => stretch.Contains(m.Span.Start)))
        {
            if (current is not null && Relation(article, current, place, places) == PlaceRelation.Apart)
            {
                var sentence = Sentences.Around(article.Article, span);
                if (sentence.Start > start)
                {
                    items.Add(new(new(start, sentence.Start), head));
                    start = sentence.Start;
                }
            }

            current = place;
        }

        items.Add(new(new(start, stretch.End), head));
    }

    private static PlaceRelation Relation(DayArticle article, string? a, string? b, Places places) => LocalEvents.Relation(article, article, a, b, places);
}
