using Digest.Facts;
using Digest.Names;
using Digest.News;
using Digest.Text;

namespace Digest.Days;

/// <summary>Makes the units that stories are made of: each article one, each item of a round-up one.</summary>
internal static class StoryUnits
{
    // As much of the text as tells what it is about: title, standfirst and the first paragraphs.
    private const int LedeWords = 140;

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
        Events = LocalEvents.Of(article.Article, article.Facts.Events, article.Facts.Casualties, places, article.Article.Title),
        Stems = Stems(article.Article, article.Article.Blocks.Where(b => b.IsStory).Select(b => b.Span), LedeWords, namesOnly: false),
        Names = Stems(article.Article, article.Article.Blocks.Where(b => b.IsStory && b.Kind != BlockKind.Title).Select(b => b.Span), int.MaxValue, namesOnly: true),
    };

    private static StoryUnit Item(DayArticle article, RoundUp.Item item, Places places) => new()
    {
        Article = article,
        Span = item.Span,
        IsItem = true,
        Events = LocalEvents.Of(
            article.Article,
            article.Facts.Events.Where(e => item.Span.Contains(e.Provenance.Span.Start)).Select(e => Placed(e, item, places)),
            article.Facts.Casualties.Where(c => item.Span.Contains(c.Provenance.Span.Start)),
            places,
            item.Head),
        Stems = Stems(article.Article, [item.Span], LedeWords, namesOnly: false),
        Names = Stems(article.Article, [item.Span], int.MaxValue, namesOnly: true),
    };

    // "KHARKIV A drone hit a block of flats": what the item's head says its sentences need not.
    private static EventReport Placed(EventReport report, RoundUp.Item item, Places places) =>
        report.Place is null && places.IsSpecific(item.Head) ? report with { Place = Gazetteer.Find(item.Head!)?.Name ?? item.Head } : report;

    private static ulong[] Stems(Article article, IEnumerable<TextSpan> stretches, int limit, bool namesOnly)
    {
        var stems = new List<ulong>(128);
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

        return SharedCopy.Distinct(stems);
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
