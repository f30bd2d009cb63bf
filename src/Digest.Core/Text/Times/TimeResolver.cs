using System.Collections.Immutable;
using Digest.Facts;

namespace Digest.Text.Times;

/// <summary>
/// Finds the times of a stretch of text and resolves them against the date the article speaks from. A weekday is the most recent such day up
/// to and including that date, unless the words point ahead ("next Friday", "will … on Friday"). A date without its year is the latest up to
/// the article's date, or up to thirty days ahead of it: nobody leaves the year out of a date eleven months back. Where there is no article date,
/// only dates with a year resolve; all others are still recognised.
/// </summary>
public static class TimeResolver
{
    /// <summary>The times in <c>text[within]</c>, usually one sentence, in order; they do not overlap.</summary>
    /// <param name="anchor">The day that the text before told of, from which "the next day" counts; null where it told of none.</param>
    public static ImmutableArray<TimeExpression> In(string text, TextSpan within, DateOnly? articleDate, DateOnly? anchor = null)
    {
        var pieces = TimePieces.Of(text, within);
        var reader = new TimeReader(pieces, articleDate, anchor);
        var found = ImmutableArray.CreateBuilder<TimeExpression>();
        for (var i = 0; i < pieces.Count;)
        {
            if (reader.At(i) is not { } read)
            {
                i++;
                continue;
            }

            var span = new TextSpan(pieces[read.First].Start, pieces[read.Next - 1].End);
            var isPast = read.Kind is TimeKind.Point or TimeKind.Since or TimeKind.Until && (read.IsPast || (articleDate is { } now && (read.End ?? read.Date) is { } last && now.DayNumber - last.DayNumber > NewsDays));
            found.Add(new(span, read.Date, read.End, read.Date is null ? DatePrecision.None : read.Precision, read.Kind, isPast));
            i = read.Next;
        }

        return found.ToImmutable();
    }

    // What happened within the last six days is news, even where it is dated.
    private const int NewsDays = 6;
}
