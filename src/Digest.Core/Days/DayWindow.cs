using System.Buffers;
using Digest.Facts;
using Digest.News;

namespace Digest.Days;

/// <summary>
/// The days on which something happened, as far as an account tells: one day, the two days of a night, some days for a loose or a long expression. Accounts
/// can be of one event only if their windows meet, and any number of windows that meet two by two have a day in common: no event ever spans days apart.
/// </summary>
internal readonly record struct DayWindow(DateOnly First, DateOnly Last)
{
    /// <summary>The window of a report; null where it is not dated. What an article tells without a day is of its own day or of the evening before.</summary>
    public static DayWindow? Of(EventReport report) =>
        report is { IsDateAssumed: true, Date: { } date, LastDate: null } ? new(date.AddDays(-1), date) : Of(report.Date, report.LastDate, report.DatePrecision);

    /// <summary>The same with what an article tells without a day on its own day.</summary>
    public static DayWindow? LikelyOf(EventReport report) => Of(report.Date, report.LastDate, report.DatePrecision);

    /// <summary>The window of a figure; null where its article does not date it, or only by its news.</summary>
    public static DayWindow? Of(CasualtyReport report) => report.IsDateInferred ? null : Of(report.Date, report.LastDate, report.DatePrecision);

    /// <summary>The window of a figure as its article tells it: "Monday's market strike" inside the words of the figure dates what they are about, whatever day the sentence is of.</summary>
    public static DayWindow? Of(Article article, CasualtyReport report)
    {
        if (article.Date is not { } date || report.IsCumulative || !report.Provenance.Evidence.AsSpan().ContainsAny(AnyPossessor))
            return Of(report);
        var weekday = Array.FindIndex(Possessors, forms => forms.Any(form => report.Provenance.Evidence.Contains(form, StringComparison.Ordinal)));
        var day = date.AddDays(-(((int)date.DayOfWeek - weekday + 7) % 7));
        return new(day, day);
    }

    // By day of the week: "Monday's ".
    private static readonly string[][] Possessors = Array.ConvertAll(Enum.GetValues<DayOfWeek>(), weekday => new[] { $"{weekday}'s ", $"{weekday}’s " });

    private static readonly SearchValues<string> AnyPossessor = SearchValues.Create([.. Possessors.SelectMany(forms => forms)], StringComparison.Ordinal);

    private static DayWindow? Of(DateOnly? first, DateOnly? lastDate, DatePrecision precision)
    {
        if (first is not { } date)
            return null;
        if (lastDate is { } last)
            return new(date, last);
        return precision switch
        {
            // The night that ends on the date began on the day before.
            DatePrecision.Night => new(date.AddDays(-1), date),
            DatePrecision.Around => new(date.AddDays(-1), date.AddDays(1)),
            DatePrecision.Week => new(date, date.AddDays(6)),
            DatePrecision.Month => new(new(date.Year, date.Month, 1), new(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month))),
            DatePrecision.Year => new(new(date.Year, 1, 1), new(date.Year, 12, 31)),
            _ => new(date, date),
        };
    }

    public bool Meets(DayWindow other) => First <= other.Last && other.First <= Last;

    /// <summary>The days in both; the two must meet.</summary>
    public DayWindow Common(DayWindow other) => new(First > other.First ? First : other.First, Last < other.Last ? Last : other.Last);

    /// <summary>Whether two windows allow one event: they meet, or one is not told.</summary>
    public static bool Agree(DayWindow? a, DayWindow? b) => a is not { } first || b is not { } second || first.Meets(second);
}
