using Digest.Facts;

namespace Digest.Text.Times;

/// <summary>A time as read: pieces from <paramref name="First"/> up to <paramref name="Next"/>, and what they mean.</summary>
internal sealed record TimeRead(int First, int Next, DateOnly? Date, DateOnly? End, DatePrecision Precision, TimeKind Kind = TimeKind.Point, bool IsPast = false);

/// <summary>Reads the expression of time that starts at a piece: what stands before a date ("since", "late on"), the date, and what is joined to it.</summary>
internal sealed class TimeReader(List<TimePiece> pieces, DateOnly? article, DateOnly? told)
{
    private readonly DateReader dates = new(pieces, article);
    private readonly RelativeReader relatives = new(pieces, article);

    // The last day read: "two days later" counts from it.
    private DateOnly? anchor = told;

    public TimeRead? At(int i)
    {
        var read = Opened(i) ?? Joined(i) ?? relatives.At(i, anchor) ?? Durations.At(pieces, i) ?? Clock(i);
        if (read is { Kind: TimeKind.Point, Precision: DatePrecision.Day, Date: { } day, End: null })
            anchor = day;
        return read;
    }

    /// <summary>"since …", "until …", "between … and …", "from … to …", "every Friday".</summary>
    private TimeRead? Opened(int i)
    {
        switch (Word(i))
        {
            case "since" when (Inner(Skip(i + 1)) ?? SinceThat(i + 1)) is { } since:
                return since with { First = i, Kind = TimeKind.Since, IsPast = true, End = null };
            case "until" or "till" when Inner(Skip(i + 1), isAhead: true) is { } until:
                return until with { First = i, Kind = TimeKind.Until };
            // "overnight from Saturday to Sunday": one night.
            case "from" or "between" when Word(i - 1) is "overnight" or "night" && dates.Weekday(i + 1) is { Date: { } evening } && Word(i + 2) is "to" or "into" or "and" && dates.Weekday(i + 3) is { Date: { } morning } night && morning.DayNumber - evening.DayNumber == 1:
                return night with { First = i, Precision = DatePrecision.Night };
            case "between" or "from" when Inner(Skip(i + 1)) is { } from && Word(from.Next) is "and" or "to" or "through" or "until" or "till" && (Inner(Skip(from.Next + 1)) ?? (from.Precision == DatePrecision.Year ? dates.Year(from.Next + 1, isMarked: true) : null)) is { } to:
                return Range(i, from, to);
            case "between" or "from" when BareDay(Skip(i + 1)) is { } day && Word(day.Next) is "and" or "to" && Inner(Skip(day.Next + 1)) is { Date: not null } last && day.Number <= last.Date.Value.Day:
                return last with { First = i, Date = new DateOnly(last.Date.Value.Year, last.Date.Value.Month, day.Number), End = last.Date };
            case "every" or "each" when dates.Weekday(Skip(i + 1)) is { } weekday:
                return weekday with { First = i, Kind = TimeKind.Recurring, Date = null, End = null };
            case "every" or "each" when TimeWords.DaysIn(Word(i + 1)) is not null || TimeWords.PartsOfDay.Contains(Word(i + 1)):
                return new(i, i + 2, null, null, DatePrecision.None, TimeKind.Recurring);
            default:
                return null;
        }
    }

    /// <summary>"since the March 28 earthquake", "since a ceasefire took effect on 27 November": the day that what began is given.</summary>
    private TimeRead? SinceThat(int i)
    {
        const int Reach = 8;
        for (var at = i + 1; at < Math.Min(pieces.Count, i + Reach) && Word(at) is not ("," or "." or ";" or ":" or "(" or ")" or "(" or "\""); at++)
        {
            if (dates.At(at, isAhead: false) is { } read)
                return read;
        }

        return null;
    }

    private static TimeRead Range(int first, TimeRead from, TimeRead to)
    {
        var isOrdered = from.Date is null || to.Date is null || from.Date <= to.Date;
        // "between 28 December and 3 January": the first date belongs to the year before.
        var start = isOrdered ? from.Date : from.Precision == DatePrecision.Day ? from.Date!.Value.AddDays(-7) <= to.Date!.Value ? from.Date.Value.AddDays(-7) : from.Date.Value.AddYears(-1) : null;
        var end = to.End ?? to.Date;
        return to with { First = first, Date = end is null ? null : start, End = start is null ? null : end, IsPast = from.IsPast && to.IsPast };
    }

    /// <summary>A date, and a second one joined to it: "on Tuesday and Wednesday", "21 November or 22 November".</summary>
    private TimeRead? Joined(int i)
    {
        var first = i;
        while (Word(first) is "late" or "early" or "earlier" or "later" && first < i + 2)
            first++;
        var isMarked = first > i;
        if (isMarked && Word(first) is "on" or "in")
            first++;
        if (isMarked && dates.Month(first, Word(i)) is { } part)
            return WithClock(part with { First = i });
        if (Inner(first) is not { } read)
            return null;
        read = WithClock(read with { First = i });
        if (read is { Precision: DatePrecision.Day or DatePrecision.None, End: null } && Word(read.Next) is "and" or "or" or "to" or "through" && dates.Weekday(read.Next + 1) is { } second && dates.Weekday(first) is not null
            && (Word(read.Next) != "or"))
            return Range(i, read, second);
        return read;
    }

    private TimeRead? Inner(int i, bool isAhead = false) =>
        dates.At(i, isAhead || IsAhead(i)) ?? (Word(i) is "mid" or "early" or "late" or "the" ? Part(i) : null) ?? relatives.Day(i);

    /// <summary>"mid-October", "early March", "the start of January", "the end of 2019".</summary>
    private TimeRead? Part(int i)
    {
        var at = i;
        var which = Word(at) == "the" ? Word(at + 1) : Word(at);
        at += Word(at) == "the" ? 2 : 1;
        if (which is not ("mid" or "early" or "late" or "start" or "beginning" or "end" or "middle"))
            return null;
        if (Word(at) is "-" or "of")
            at++;
        if (dates.Month(at, which switch { "start" or "beginning" => "early", "end" => "late", "middle" => "mid", _ => which }) is { } month)
            return month with { First = i };
        if (dates.Year(at, isMarked: true) is { } year)
            return year with { First = i };
        // "the start of the year", "the beginning of this month"
        return Word(at - 1) == "of" && Word(at) is "the" or "this" or "last" && Word(at + 1) is "year" or "month" ? relatives.StartOf(i, at, isEnd: which == "end") : null;
    }

    /// <summary>Takes "at 8:30 am" and "morning" after a date into it.</summary>
    private TimeRead WithClock(TimeRead read)
    {
        var at = Word(read.Next) is "at" or "around" or "about" or "," ? read.Next + 1 : read.Next;
        if (Word(at) is "around" or "about")
            at++;
        return ClockEnd(at) is { } end && end > at ? read with { Next = end } : read;
    }

    private TimeRead? Clock(int i)
    {
        var at = Word(i) is "at" or "around" or "about" ? i + 1 : i;
        if (Word(at) is "around" or "about")
            at++;
        if (ClockEnd(at) is not { } end || (at == i && Word(i) is "noon" or "midnight" or "dawn" or "midday" or "dusk" or "lunchtime"))
            return null;
        // "at 8:30 am on Tuesday" is one time; the day decides its date.
        var day = Word(end) is "on" ? end + 1 : end;
        if (dates.At(day, IsAhead(day)) is { Precision: DatePrecision.Day or DatePrecision.None } date)
            return date with { First = i };
        if (relatives.Day(end) is { } relative)
            return relative with { First = i };
        return new(i, end, null, null, DatePrecision.None, TimeKind.Clock);
    }

    /// <summary>The piece after a time of day that starts here: "8:30", "08:30 GMT", "3 p.m.", "noon"; null where there is none.</summary>
    private int? ClockEnd(int i)
    {
        if (Word(i) is "noon" or "midnight" or "dawn" or "midday" or "dusk" or "lunchtime")
            return i + 1;
        if (i >= pieces.Count || !pieces[i].IsNumber)
            return null;
        var word = pieces[i].Lower;
        var end = i + 1;
        var isClock = false;
        if (Word(end) is ":" && end + 1 < pieces.Count && pieces[end + 1].IsNumber && pieces[end + 1].Lower.Length == 2 && word.Length <= 2)
            (end, isClock) = (end + 2, true);
        if (Half(end) is { } half)
            (end, isClock) = (half, true);
        if (Word(end) is "gmt" or "utc" && (isClock || word.Length is 4 || word.Contains('.', StringComparison.Ordinal)))
            (end, isClock) = (end + 1, true);
        if (Word(end) is "local" && Word(end + 1) is "time")
            (end, isClock) = (end + 2, true);
        return isClock ? end : null;
    }

    // "am", "a.m.", "pm"
    private int? Half(int i)
    {
        if (Word(i) is "am" or "pm")
            return i + 1;
        if (Word(i) is not ("a" or "p") || Word(i + 1) != "." || Word(i + 2) != "m")
            return null;
        return Word(i + 3) == "." && i + 3 < pieces.Count && pieces[i + 3].Start == pieces[i + 2].End ? i + 4 : i + 3;
    }

    private (int Number, int Next)? BareDay(int i) =>
        i < pieces.Count && pieces[i].IsNumber && TimeWords.Number(pieces[i].Lower) is { } day and > 0 and < 32 ? (day, i + 1) : null;

    /// <summary>Whether the words before point ahead: "next", "will … on", "is due on", "by".</summary>
    private bool IsAhead(int i)
    {
        for (var back = 1; back <= 9 && i - back >= 0; back++)
        {
            switch (Word(i - back))
            {
                case "." or ";" or "?" or "!" or "said" or "says" or "told" or "killed" or "after" or "since":
                    return false;
                case "will" or "due" or "scheduled" or "planned" or "upcoming" or "shall" or "slated" or "coming":
                    return true;
                case "by" when back <= 2:
                    return true;
                default:
                    continue;
            }
        }

        return false;
    }

    private int Skip(int i)
    {
        while (Word(i) is "about" or "around" or "at" or "least" or "on" or "late" or "early" && !(Word(i) is "late" or "early" && (TimeWords.Months.ContainsKey(Word(i + 1)) || Word(i + 1) == "in")))
            i++;
        return i;
    }

    private string Word(int i) => i >= 0 && i < pieces.Count ? pieces[i].Lower : "";
}
