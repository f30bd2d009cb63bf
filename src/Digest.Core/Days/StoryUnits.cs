using Digest.Facts;
using Digest.News;
using Digest.Text;

namespace Digest.Days;

/// <summary>Makes the units that stories are made of: each article one, each item of a round-up one.</summary>
internal static class StoryUnits
{
    // As much of the text as tells what it is about: title, standfirst and the first paragraphs.
    private const int LedeWords = 140;

    // A text is a round-up only if at least this many of its paragraphs tell of events in places apart from each other.
    private const int FewestItems = 3;

    public static List<StoryUnit> Of(int index, DayArticle article, Places places)
    {
        var items = RoundUpItems(article, places);
        return items is null ? [Whole(index, article, places)] : items.ConvertAll(span => Item(index, article, span, places));
    }

    /// <summary>An article as one unit, round-up or not.</summary>
    public static StoryUnit Whole(int index, DayArticle article, Places places) => new()
    {
        ArticleIndex = index,
        Article = article,
        Span = new(0, article.Article.Text.Length),
        Events = LocalEvents.Of(article.Article, article.Facts.Events, article.Facts.Casualties, places),
        Stems = Stems(article.Article, article.Article.Blocks.Where(b => b.IsStory).Select(b => b.Span), LedeWords, namesOnly: false),
        Names = Stems(article.Article, article.Article.Blocks.Where(b => b.IsStory && b.Kind != BlockKind.Title).Select(b => b.Span), int.MaxValue, namesOnly: true),
    };

    private static StoryUnit Item(int index, DayArticle article, TextSpan span, Places places) => new()
    {
        ArticleIndex = index,
        Article = article,
        Span = span,
        IsItem = true,
        Events = LocalEvents.Of(
            article.Article,
            article.Facts.Events.Where(e => span.Contains(e.Provenance.Span.Start)),
            article.Facts.Casualties.Where(c => span.Contains(c.Provenance.Span.Start)),
            places),
        Stems = Stems(article.Article, [span], LedeWords, namesOnly: false),
        Names = Stems(article.Article, [span], int.MaxValue, namesOnly: true),
    };

    /// <summary>
    /// The items of a round-up, or null for an article that tells one story. A round-up has three paragraphs or more that each report an event of
    /// their own in a place apart from all the others', they are at least half of its paragraphs with events, and its headline reports none.
    /// A paragraph with events in two places apart is two items, parted before the second one's sentence.
    /// </summary>
    private static List<TextSpan>? RoundUpItems(DayArticle article, Places places)
    {
        var news = article.Facts.Events.Where(e => !e.IsBackground).OrderBy(e => e.Provenance.Span).ToArray();
        if (news.Length < FewestItems || Array.Exists(news, e => e.IsHeadline && places.IsSpecific(e.Place)))
            return null;
        var placed = news.Where(e => places.IsSpecific(e.Place)).GroupBy(e => Sentences.BlockAt(article.Article, e.Provenance.Span.Start)).Where(g => g.Key >= 0).OrderBy(g => g.Key).ToArray();
        var apart = placed.Count(g => placed.All(o => o == g || Apart(article.Article, g.First().Place, o.First().Place, places)));
        var telling = news.Select(e => Sentences.BlockAt(article.Article, e.Provenance.Span.Start)).Where(b => b >= 0).Distinct().Count();
        if (apart < FewestItems || 2 * apart < telling)
            return null;

        var items = new List<TextSpan>();
        for (var i = 0; i < article.Article.Blocks.Length; i++)
        {
            var block = article.Article.Blocks[i];
            if (block.IsStory && block.Kind != BlockKind.Title)
                AddItems(article, block.Span, placed.FirstOrDefault(g => g.Key == i), places, items);
        }

        return items;
    }

    private static void AddItems(DayArticle article, TextSpan block, IEnumerable<EventReport>? events, Places places, List<TextSpan> items)
    {
        var start = block.Start;
        EventReport? current = null;
        foreach (var report in events ?? [])
        {
            if (current is not null && Apart(article.Article, current.Place, report.Place, places))
            {
                var sentence = Sentences.Around(article.Article, report.Provenance.Span);
                if (sentence.Start > start)
                {
                    items.Add(new(start, sentence.Start));
                    start = sentence.Start;
                }
            }

            current = report;
        }

        items.Add(new(start, block.End));
    }

    private static bool Apart(Article article, string? a, string? b, Places places) => LocalEvents.Relation(article, article, a, b, places) == PlaceRelation.Apart;

    private static ulong[] Stems(Article article, IEnumerable<TextSpan> stretches, int limit, bool namesOnly)
    {
        var stems = new HashSet<ulong>();
        Span<char> buffer = stackalloc char[Words.MaxLength];
        var count = 0;
        foreach (var stretch in stretches)
        {
            var position = stretch.Start;
            while (count < limit && Words.Next(article.Text, ref position, stretch.End, buffer, out var length, out var capital))
            {
                count++;
                if (namesOnly && (!capital || OpensSentence(article.Text, position - length)))
                    continue;
                var stem = buffer[..Words.StemLength(buffer[..length])];
                if (stem.Length > 1 && !char.IsDigit(stem[0]) && !Words.IsCommon(stem))
                    stems.Add(Words.Hash(stem));
            }
        }

        var sorted = stems.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    // The capital of a sentence's first word says nothing; it does after "and " or a title's full stop, which are both not the opening.
    private static bool OpensSentence(string text, int start)
    {
        for (var i = Math.Min(start, text.Length) - 1; i >= 0; i--)
        {
            var c = text[i];
            if (c is '"' or '“' or '‘' or '\'' or '(' || (char.IsWhiteSpace(c) && c != '\n'))
                continue;
            return c is '.' or '!' or '?' or '\n' or '•';
        }

        return true;
    }
}
