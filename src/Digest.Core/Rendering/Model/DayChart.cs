using System.Collections.Immutable;
using Digest.Editions;
using Digest.Rendering.Phrasing;

namespace Digest.Rendering.Model;

/// <summary>
/// Events and reported deaths by day, laid out for drawing: the day of the digest and the seven before. Each event is one bar from the lowest figure to the highest that
/// sources give for it; bars of a day stand side by side and are never added. A day without articles is marked as one, for silence is not calm.
/// </summary>
/// <param name="Summary">The picture in a sentence or two, for those who cannot see it.</param>
/// <param name="Scale">The number that the full height stands for.</param>
public sealed record DayChart(string Summary, int Scale, ImmutableArray<ChartDay> Days)
{
    /// <summary>In the units of the drawing.</summary>
    public const int Width = 720;

    public const int Height = 200;

    private const int Gap = 12;
    private const int DayWidth = Width / (Week.Length + 1);

    // Narrower than this, a bar is hard to see and a second one hard to tell from it.
    private const int LeastBar = 3;
    private const int WidestBar = 24;
    private const int LeastHeight = 2;

    /// <summary>Null where the week before was without articles: there is nothing to compare with.</summary>
    public static DayChart? Of(Edition edition)
    {
        if (edition.Week is not { } week || !week.Told.Any())
            return null;
        ImmutableArray<PastDay> days = [.. week.Days, PastDay.Of(edition.Day)];
        var scale = Math.Max(1, days.SelectMany(day => day.Events).Max(happening => High(happening) ?? 0));
        return new(Text(days), scale, [.. days.Select((day, at) => Day(day, at, scale, edition.Publication.DayUrl(day.Date)))]);
    }

    private static ChartDay Day(PastDay day, int at, int scale, string url)
    {
        var room = DayWidth - Gap;
        var bar = Math.Clamp(room / Math.Max(1, day.Events.Length), LeastBar, WidestBar);
        var shown = day.Events.Take(room / bar).ToList();
        var left = (at * DayWidth) + (Gap / 2) + ((room - (bar * shown.Count)) / 2);
        return new(day.Date, day.Articles, url, at * DayWidth, DayWidth, [.. day.Events.Select((happening, index) => index < shown.Count
            ? Bar(happening, left + (index * bar), bar - 1, scale)
            : new ChartBar(DisplayText.Line(happening.Label), Range(happening), 0, 0, 0, 0, 0))]);
    }

    private static ChartBar Bar(PastEvent happening, int x, int width, int scale)
    {
        var low = Drawn(happening.Killed?.Min ?? 0, scale);
        var high = Math.Max(low, Drawn(High(happening) ?? 0, scale));
        return new(DisplayText.Line(happening.Label), Range(happening), x, width, Height - low, low, high - low);
    }

    // However small beside the largest, a figure that is not zero can be seen.
    private static int Drawn(int number, int scale) => number == 0 ? 0 : Math.Max(LeastHeight, (int)((long)number * Height / scale));

    private static int? High(PastEvent happening) => happening.Killed is { } killed ? killed.Max ?? killed.Min : null;

    private static string? Range(PastEvent happening) => happening.KilledText is { } printed ? DisplayText.Line(printed)
        : happening.Killed is { } killed && Numerals.Count(killed, Numerals.InTable) is { Length: > 0 } text ? text : null;

    private static string Text(ImmutableArray<PastDay> days)
    {
        var told = days.Where(day => !day.IsSilent).ToList();
        var silent = days.Where(day => day.IsSilent).Select(day => Dates.Day(day.Date)).ToList();
        var events = Numerals.Listed(told.Select(day => $"{Dates.Day(day.Date)}: {Numerals.InTable(day.Events.Length)}"));
        return $"Events reported by day. {events}. {(silent.Count == 0 ? "Articles were received for every day." : $"No articles were received for {Numerals.Listed(silent)}.")}";
    }
}

/// <summary>One day's column.</summary>
/// <param name="Url">That day's digest, with its claims and who makes them.</param>
public sealed record ChartDay(DateOnly Date, int Articles, string Url, int X, int Width, ImmutableArray<ChartBar> Bars);

/// <summary>One event: a bar up to the lowest figure that sources give, and on it the stretch up to the highest.</summary>
/// <param name="Killed">"3 to 8", "at least 3"; null where no source gives a number.</param>
/// <param name="Width">0 where a crowded day has no room to draw it; the table has it.</param>
/// <param name="Y">The top of the lower part.</param>
public sealed record ChartBar(string Label, string? Killed, int X, int Width, int Y, int Low, int Range);
