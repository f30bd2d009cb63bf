using Digest.Facts;

namespace Digest.Text.Times;

public enum TimeKind
{
    /// <summary>A day, week, month or year in which something is.</summary>
    Point,

    /// <summary>From the date on: "since 17 October".</summary>
    Since,

    /// <summary>Up to the date: "until Friday".</summary>
    Until,

    /// <summary>A length of time, never a date: "for three days", "within 48 hours".</summary>
    Duration,

    /// <summary>"every Friday", "on Sundays".</summary>
    Recurring,

    /// <summary>A time of day without a day: "at 8:30 a.m.".</summary>
    Clock,
}

/// <summary>An expression of time in a text, resolved against the article's date as far as the words allow.</summary>
/// <param name="Span">The words, with what belongs to them ("late on Tuesday", "since 17 October"); a preposition that only opens them is left out.</param>
/// <param name="Date">The day, or the first day of the week, month, year or range; null where the words or the article do not tell it.</param>
/// <param name="End">The last day of a range, week, month or year; null for a single day.</param>
/// <param name="Precision">What the date is good to; None where there is no date.</param>
/// <param name="IsPastContext">It looks back beyond the news: more than six days before the article, or a month or year.</param>
public sealed record TimeExpression(TextSpan Span, DateOnly? Date, DateOnly? End, DatePrecision Precision, TimeKind Kind, bool IsPastContext);
