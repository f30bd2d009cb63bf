using Digest.Days;
using Digest.Editions;
using Digest.Rendering.Phrasing;

namespace Digest.Rendering.Model;

/// <summary>
/// What is new against our own digests of the seven days before, in one line. A day without articles is said to be one: silence is not calm.
/// </summary>
internal static class Comparisons
{
    public static Line Of(Edition edition, Passages passages)
    {
        var week = edition.Week ?? Week.Before(edition.Day.Date, []);
        if (edition.Day.Sources.IsEmpty || WeekComparison.Of(edition.Day, week) is not { } comparison)
            return Line.Of("Compared with the seven days before: no articles were received for any of them, so nothing is said of change.");
        var line = new LineBuilder().Own($"Compared with the digests of the seven days before ({Told(week)}): ");
        if (comparison.IsEmpty)
            return line.Own("no sign, kind of event or place that they did not have.").Build();
        var next = "";
        if (!comparison.Signs.IsEmpty)
            line.Own($"{Next()}signs that they did not have: {Numerals.Listed(comparison.Signs.Select(Sign))}");
        if (!comparison.Types.IsEmpty)
            line.Own($"{Next()}kinds of event: {Numerals.Listed(comparison.Types.Select(EventKinds.Noun))}");
        if (!comparison.Places.IsEmpty)
        {
            line.Own($"{Next()}places: ");
            for (var i = 0; i < comparison.Places.Length; i++)
                line.Own(i == 0 ? "" : i == comparison.Places.Length - 1 ? " and " : ", ").Sourced(comparison.Places[i].Place!, passages.Cites(comparison.Places[i].Reports));
        }

        return line.Own(".").Build();

        string Next()
        {
            var before = next;
            next = "; ";
            return before;
        }
    }

    // A figure's word in a line without figures would read as one.
    private static string Sign(string rule) => rule == "state-forces-killed" ? "losses of state forces" : rule.Replace('-', ' ');

    // "articles for 20 and 21 November, none for the other five"; "articles for all of them"
    private static string Told(Week week)
    {
        var told = week.Told.Select(day => Dates.Day(day.Date)).ToArray();
        var silent = Week.Length - told.Length;
        return silent == 0 ? "articles were received for all of them" : $"articles were received for {Numerals.Listed(told)}, none for the other {Numerals.InProse(silent)}";
    }
}
