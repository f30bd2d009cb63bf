using System.Globalization;

namespace Digest.News;

/// <summary>Reads the calendar date out of a machine-written time stamp.</summary>
internal static class WrittenStamp
{
    /// <summary>
    /// The date as its writer's clock had it: "2025-03-10T23:30:00+03:00" is 10 March, whatever the day elsewhere. Also the form of RSS ("Mon, 10 Mar 2025 21:30:00 GMT")
    /// and any date that names its month or puts the year first; null for anything else.
    /// </summary>
    public static DateOnly? DateOf(string? stamp)
    {
        if (stamp is null)
            return null;
        var text = stamp.Trim();
        if (text.Length > 64)
            return null;
        if (DateScanner.Find(text, 0, text.Length) is [{ Year: { } year, EitherOrder: false } date, ..] && date.In(year) is [var day])
            return day;
        return text.Length >= 8 && text.AsSpan(0, 8).IndexOfAnyExceptInRange('0', '9') < 0 && (text.Length == 8 || text[8] == 'T')
            && DateOnly.TryParseExact(text.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var compact)
            ? compact
            : null;
    }
}
