using System.Globalization;
using Digest.Days;

namespace Digest.Rendering.Phrasing;

/// <summary>Absolute dates, in UTC, day before month.</summary>
internal static class Dates
{
    public static string Full(DateOnly date) => date.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Long(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Short(DateOnly date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateOnly date) => date.ToString("d MMMM", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset moment) => moment.UtcDateTime.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>RFC 3339 without fractions of a second, which some readers of ninjs refuse.</summary>
    public static string Rfc3339(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>When an event was: "Overnight 21–22 November", "About 21 November", "Date not given".</summary>
    public static string When(Event happening) => Numerals.Capitalised(EventDates.Text(happening) ?? "date not given");
}
