using System.Globalization;
using Digest.Facts;

namespace Digest.Days;

/// <summary>When an event was, of all its accounts together, and in the words a heading uses.</summary>
public static class EventDates
{
    /// <summary>
    /// The closest of the accounts' times that all of them allow; the days they have in common where no account says just that. A night that ends on the day
    /// says more than the day.
    /// </summary>
    internal static (DateOnly? Date, DateOnly? LastDate, DatePrecision Precision) Of(IEnumerable<EventReport> reports)
    {
        var dated = reports.Where(r => r.Date is not null).ToArray();
        // Most accounts of an event say the same.
        if (Array.TrueForAll(dated, r => r.Date == dated[0].Date && r.LastDate == dated[0].LastDate && r.DatePrecision == dated[0].DatePrecision))
            return dated is [var first, ..] ? (first.Date, first.LastDate, first.DatePrecision) : default;
        var told = Array.FindAll(dated, r => !LocalEvents.IsSummary(r)) is { Length: > 0 } single ? single : dated;
        // A day that an account names says more than the day on which another was printed.
        told = Array.FindAll(told, r => !r.IsDateAssumed) is { Length: > 0 } named ? named : told;
        var windows = told.Select(r => DayWindow.Of(r)!.Value).ToArray();
        var common = windows.Aggregate((a, b) => a.Meets(b) ? a.Common(b) : a);
        foreach (var report in told.OrderBy(r => Order(r.DatePrecision)).ThenBy(r => r.LastDate is not null))
        {
            var window = DayWindow.Of(report)!.Value;
            if (window == common || (report.DatePrecision == DatePrecision.Night && common == new DayWindow(window.Last, window.Last)))
                return (report.Date, report.LastDate, report.DatePrecision);
        }

        return (common.First, common.First == common.Last ? null : common.Last, DatePrecision.Day);

        static int Order(DatePrecision precision) => precision == DatePrecision.Night ? 0 : 1 + (int)precision;
    }

    /// <summary>"22 November", "overnight 21–22 November", "about 21 November", "21–22 November", "November 2023"; null where the event is not dated.</summary>
    public static string? Text(Event happening) => Text(happening.Date, happening.LastDate, happening.DatePrecision);

    internal static string? Text(DateOnly? date, DateOnly? lastDate, DatePrecision precision) => (date, precision) switch
    {
        (null, _) => null,
        ({ } day, DatePrecision.Night) => "overnight " + Days(day.AddDays(-1), day),
        ({ } day, _) when lastDate is { } last => Days(day, last),
        ({ } day, DatePrecision.Around) => "about " + Day(day),
        ({ } day, DatePrecision.Week) => "week of " + Day(day),
        ({ } day, DatePrecision.Month) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        ({ } day, DatePrecision.Year) => day.ToString("yyyy", CultureInfo.InvariantCulture),
        ({ } day, _) => Day(day),
    };

    private static string Days(DateOnly first, DateOnly last) =>
        first.Month == last.Month && first.Year == last.Year ? $"{first.Day.ToString(CultureInfo.InvariantCulture)}–{Day(last)}" : $"{Day(first)} to {Day(last)}";

    private static string Day(DateOnly day) => day.ToString("d MMMM", CultureInfo.InvariantCulture);
}
