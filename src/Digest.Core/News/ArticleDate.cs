
namespace Digest.News;

/// <summary>
/// Settles the date an article speaks from. What it states itself wins: its dateline's date, its date lines, its metadata, when it was changed, a day and month
/// without a year, the day on which its first sentence has somebody announce the news. Then comes what the upload says. Captions and the story's other sentences never count.
/// What leaves the year or the order of its numbers open is never read as a day that the upload had not reached.
/// </summary>
internal static class ArticleDate
{
    // A day and month without a year is placed in the newest year that fits the weekday the story names, up to the year these rules were written in;
    // used only where neither the text nor the upload gives a year.
    private const int NewestAssumedYear = 2026;
    private const int AssumedYears = 11;

    // It may be tomorrow already where the article was written.
    private const int AheadOfUpload = 1;

    // Copy this fresh needs no weekday to tell its year: the weekday its story names may be that of the day before.
    private const int FreshDays = 60;

    private const int LongestOpening = 500;

    private static readonly string[] AnnouncingVerbs = ["announced", "said", "declared", "stated", "confirmed", "reported", "affirmed", "revealed"];

    public static (DateOnly? Date, DateBasis Basis) Settle(string text, CopyReading reading, DateOnly? metadata, DateOnly? upload)
    {
        var weekdays = LedeWeekdays(text, reading);
        var near = metadata ?? upload;
        var published = reading.Datelines.Take(1).Select(dateline => dateline.Date)
            .Concat(reading.HeadLines.Where(line => !line.IsUpdate).Select(line => line.Date)).OfType<WrittenDate>().ToList();
        var later = reading.HeadLines.Where(line => line.IsUpdate).Select(line => line.Date).OfType<WrittenDate>().Concat(ClosingDates(text, reading)).ToList();

        var stated = FirstFull(published) ?? metadata ?? FirstFull(later)
            ?? published.Concat(later).Select(date => WithoutYear(date, weekdays, upload)).FirstOrDefault(day => day is not null)
            ?? Announced(text, reading);
        return stated is not null ? (stated, DateBasis.Stated) : upload is not null ? (upload, DateBasis.Upload) : (null, DateBasis.Unknown);

        DateOnly? FirstFull(List<WrittenDate> dates) =>
            dates.Where(date => date.Year is not null).Select(date => Choose(date, date.Year!.Value, weekdays, near)).FirstOrDefault(day => day is not null);
    }

    /// <summary>The dates of head and dateline whose weekday is not the one written beside them: somebody made a mistake.</summary>
    public static IEnumerable<WrittenDate> Contradictions(CopyReading reading) =>
        reading.Datelines.Select(dateline => dateline.Date).Concat(reading.HeadLines.Select(line => line.Date)).OfType<WrittenDate>()
            .Where(date => date is { Year: { } year, Weekday: { } weekday } && date.In(year) is { Count: > 0 } days && days.All(day => day.DayOfWeek != weekday));

    /// <summary>A date in the upload's name or path: "2024/01/24/story.txt", "iraq-20240124.txt". Digits inside a longer run of letters and digits are no date.</summary>
    public static DateOnly? InName(string name)
    {
        foreach (var date in DateScanner.Find(name, 0, name.Length))
        {
            if (date is { Year: { } year, EitherOrder: false } && date.In(year) is [var day])
                return day;
        }

        for (var start = 0; start < name.Length; start++)
        {
            var end = start;
            while (end < name.Length && char.IsAsciiDigit(name[end]))
                end++;
            if (end - start == 8 && (start == 0 || !char.IsLetterOrDigit(name[start - 1])) && (end == name.Length || !char.IsLetterOrDigit(name[end]))
                && DateOnly.TryParseExact(name.AsSpan(start, 8), "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
                && day.Year is >= 1900 and <= 2099)
                return day;
            start = Math.Max(start, end);
        }

        return null;
    }

    /// <summary>Of "07/05/2025", the reading whose weekday the story names; else the one nearer to what metadata or upload say; null where nothing tells.</summary>
    private static DateOnly? Choose(WrittenDate date, int year, List<DayOfWeek> weekdays, DateOnly? near)
    {
        var days = date.In(year);
        if (days.Count <= 1)
            return days.Count == 1 ? days[0] : null;
        foreach (var weekday in weekdays)
        {
            var agreeing = days.Where(day => day.DayOfWeek == weekday).ToList();
            if (agreeing.Count == 1)
                return agreeing[0];
        }

        if (near is not { } known)
            return null;
        var reached = days.Where(day => day <= known.AddDays(AheadOfUpload)).ToList();
        return (reached.Count > 0 ? reached : days).MinBy(day => Math.Abs(day.DayNumber - known.DayNumber));
    }

    /// <summary>The newest such day that the upload had reached; of older ones, the newest that fits the weekday the story names.</summary>
    private static DateOnly? WithoutYear(WrittenDate date, List<DayOfWeek> weekdays, DateOnly? upload)
    {
        var newest = upload?.Year + 1 ?? NewestAssumedYear;
        var days = Enumerable.Range(0, AssumedYears + 1).SelectMany(back => date.In(newest - back).OrderDescending())
            .Where(day => upload is not { } known || day <= known.AddDays(AheadOfUpload)).ToList();
        if (days.Count > 0 && upload is { } uploaded && uploaded.DayNumber - days[0].DayNumber <= FreshDays)
            return days[0];
        var weekday = date.Weekday ?? (weekdays.Count > 0 ? weekdays[0] : null);
        var fitting = days.FindIndex(day => day.DayOfWeek == weekday);
        return fitting >= 0 ? days[fitting] : upload is not null && days.Count > 0 ? days[0] : null;
    }

    /// <summary>The weekdays the story's first three paragraphs name, in order.</summary>
    private static List<DayOfWeek> LedeWeekdays(string text, CopyReading reading)
    {
        var weekdays = new List<DayOfWeek>();
        foreach (var block in reading.Blocks.Where(block => block.Kind == BlockKind.Paragraph).Take(3))
        {
            foreach (var word in block.Span.In(text).Split([' ', ',', '.', '\'', '’', ';', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (word.Length >= 6 && DateScanner.WeekdayOf(word) is { } weekday && char.IsUpper(word[0]))
                    weekdays.Add(weekday);
            }
        }

        return weekdays;
    }

    /// <summary>Date lines below the story, such as "Published 11 March 2025" at a page's foot, and a note of when an article that is printed again first appeared.</summary>
    private static IEnumerable<WrittenDate> ClosingDates(string text, CopyReading reading) =>
        reading.Blocks
            .Where(block => (block.Kind == BlockKind.DateLine || (block.Kind == BlockKind.Boilerplate && HeadLine.IsImprint(text, block.Span))) && !reading.Datelines.Any(dateline => dateline.Span.Overlaps(block.Span)))
            .SelectMany(block => DateScanner.Find(text, block.Span.Start, block.Span.End));

    /// <summary>
    /// State agencies print no date line: "The spokesman announced on Tuesday, 11 March 2025, that …". The weekday must agree, and a verb of announcing stand right before.
    /// </summary>
    private static DateOnly? Announced(string text, CopyReading reading)
    {
        if (reading.Blocks.FirstOrDefault(block => block.Kind == BlockKind.Paragraph) is not { } lede)
            return null;
        foreach (var date in DateScanner.Find(text, lede.Span.Start, Math.Min(lede.Span.End, lede.Span.Start + LongestOpening)))
        {
            var before = text[lede.Span.Start..date.Span.Start].TrimEnd();
            if (before.EndsWith(" on", StringComparison.Ordinal))
                before = before[..^3];
            if (date is { Year: { } year, Weekday: not null } && date.In(year) is [var day] && day.DayOfWeek == date.Weekday
                && Array.Exists(AnnouncingVerbs, verb => before.EndsWith(" " + verb, StringComparison.OrdinalIgnoreCase)))
                return day;
        }

        return null;
    }
}
