using Digest.News;

namespace Digest.Days;

/// <summary>The weekdays that an article names in its story.</summary>
internal static class Weekdays
{
    private static readonly DayOfWeek[] All = Enum.GetValues<DayOfWeek>();

    /// <summary>The days as the text names them; "last Wednesday" and "on Wednesday" are both Wednesday. Empty where it names none.</summary>
    public static HashSet<DayOfWeek> In(Article article)
    {
        var days = new HashSet<DayOfWeek>();
        foreach (var block in article.Blocks)
        {
            if (!block.IsStory)
                continue;
            var text = article.Text.AsSpan(block.Span.Start, block.Span.Length);
            foreach (var day in All)
            {
                if (text.Contains(day.ToString(), StringComparison.Ordinal))
                    days.Add(day);
            }
        }

        return days;
    }
}
