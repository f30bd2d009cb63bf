using Digest.Facts;

namespace Digest.Text.Times;

/// <summary>Reads what names a day, month or year of the calendar.</summary>
internal sealed class DateReader(List<TimePiece> pieces, DateOnly? article)
{
    private const int AheadDays = 30;

    public TimeRead? At(int i, bool isAhead) =>
        Iso(i) ?? Slashed(i) ?? WeekdayWithDate(i, isAhead) ?? DayMonth(i, isAhead) ?? MonthDay(i, isAhead) ?? Weekday(i, isAhead) ?? Month(i, null, isAhead) ?? Year(i, isMarked: false);

    /// <summary>"Tuesday, 21 November", "Wednesday, Nov. 22, 2023".</summary>
    private TimeRead? WeekdayWithDate(int i, bool isAhead)
    {
        if (!TimeWords.Weekdays.ContainsKey(Word(i)) || !pieces[i].IsCapital)
            return null;
        var at = Word(i + 1) is "," or "." ? i + 2 : i + 1;
        if (Word(at) == "the")
            at++;
        return (DayMonth(at, isAhead) ?? MonthDay(at, isAhead)) is { } date ? date with { First = i } : null;
    }

    /// <summary>"2023-11-22"</summary>
    private TimeRead? Iso(int i) =>
        IsNumber(i, 4) && Word(i + 1) == "-" && IsNumber(i + 2, 2) && Word(i + 3) == "-" && IsNumber(i + 4, 2) && Touch(i, i + 4)
            && Day(Number(i), Number(i + 2), Number(i + 4)) is { } date
            ? new(i, i + 5, date, null, DatePrecision.Day) : null;

    /// <summary>"22/11/2023", "11/22/23": where both could be the month, it is a date nobody can tell. "22.11.2023" is day first.</summary>
    private TimeRead? Slashed(int i)
    {
        if (i < pieces.Count && pieces[i].IsNumber && pieces[i].Lower.Split('.') is [{ Length: 1 or 2 } d, { Length: 1 or 2 } m, { Length: 4 } y])
            return Day(Parse(y), Parse(m), Parse(d)) is { } dotted ? new(i, i + 1, dotted, null, DatePrecision.Day) : null;
        if (!IsNumber(i, 1, 2) || Word(i + 1) != "/" || !IsNumber(i + 2, 1, 2) || Word(i + 3) != "/" || !IsNumber(i + 4, 2, 4) || !Touch(i, i + 4))
            return null;
        var (a, b, year) = (Number(i), Number(i + 2), Number(i + 4));
        if (year < 100)
            year += 2000;
        var date = a > 12 ? Day(year, b, a) : b > 12 ? Day(year, a, b) : a == b ? Day(year, a, b) : null;
        return date is null && (a > 31 || b > 31) ? null : new(i, i + 5, date, null, DatePrecision.Day);
    }

    /// <summary>"21 November", "the 22nd of November 2023", "21–22 November", "3 to 5 May".</summary>
    private TimeRead? DayMonth(int i, bool isAhead)
    {
        if (DayNumber(i) is not { } first)
            return null;
        var (at, second) = (i + 1, 0);
        if (Word(at) is "-" or "to" or "and" or "or" or "/" && DayNumber(at + 1) is { } last && last > first)
            (at, second) = (at + 2, last);
        if (Word(at) == "of")
            at++;
        if (!IsMonth(at))
            return null;
        var month = TimeWords.Months[Word(at)];
        at = AfterMonth(at);
        return Dated(i, at, month, first, second, isAhead);
    }

    /// <summary>"November 21", "Nov. 21-22, 2023", "May 3 to 5".</summary>
    private TimeRead? MonthDay(int i, bool isAhead)
    {
        if (!IsMonth(i))
            return null;
        var at = AfterMonth(i);
        if (Word(at) == "the")
            at++;
        if (DayNumber(at) is not { } first || (IsUnit(at + 1) && !(Word(i - 1) is "on" or "since" or "until" && IsHarm(at + 1))))
            return null;
        var second = 0;
        if (Word(at + 1) is "-" or "to" or "and" && DayNumber(at + 2) is { } last && last > first && !IsMonth(at + 3) && !IsUnit(at + 3))
            (at, second) = (at + 2, last);
        return Dated(i, at + 1, TimeWords.Months[Word(i)], first, second, isAhead);
    }

    private TimeRead? Dated(int i, int at, int month, int first, int second, bool isAhead)
    {
        var year = YearAfter(ref at);
        if (second > 0)
        {
            var end = year is { } given ? Day(given, month, second) : Nearest(month, second, isAhead);
            return new(i, at, end is { } e ? Day(e.Year, month, first) : null, end, DatePrecision.Day);
        }

        var date = year is { } y ? Day(y, month, first) : Nearest(month, first, isAhead);
        return year is null || date is not null ? new(i, at, date, null, DatePrecision.Day) : null;
    }

    /// <summary>A day of the week alone, with "last", "next" or "this" before it and a part of the day or "last week" behind.</summary>
    public TimeRead? Weekday(int i, bool isAhead = false)
    {
        var (at, mark) = (i, "");
        // "on the same Monday" is the Monday told of.
        if (Word(at) == "the" && Word(at + 1) == "same")
            at += 2;
        if (Word(at) is "last" or "next" or "this" or "past" or "coming" or "previous" or "following")
        {
            mark = Word(at++);
            if (mark == "this" && Word(at) is "coming" or "past")
                mark = Word(at) == "coming" ? "next" : "past";
            if (Word(at) is "coming" or "past")
                at++;
        }

        if (at >= pieces.Count || !pieces[at].IsCapital || !TimeWords.Weekdays.TryGetValue(Word(at), out var day))
            return IsRecurring(i) ? new(i, i + 1, null, null, DatePrecision.None, TimeKind.Recurring) : null;
        if (TimeWords.BeforeNamedDay.Contains(Word(at - 1)) || TimeWords.AfterNamedDay.Contains(Word(at + 1)))
            return null;
        var end = at + 1;
        if (Word(at).Length < 6 && Word(end) == "." && pieces[end].Start == pieces[at].End)
            end++;
        while (TimeWords.PartsOfDay.Contains(Word(end)) || (Word(end) is "early" or "late" && TimeWords.PartsOfDay.Contains(Word(end + 1))))
            end++;
        var (date, after) = Resolve(day, mark, isAhead, end);
        return new(i, after, date, null, DatePrecision.Day);
    }

    private (DateOnly? Date, int End) Resolve(DayOfWeek day, string mark, bool isAhead, int end)
    {
        var week = Word(end) is "last" or "next" or "this" && Word(end + 1) == "week" ? Word(end) : Word(end) == "of" && Word(end + 1) is "last" or "next" or "this" && Word(end + 2) == "week" ? Word(end + 1) : "";
        var after = week.Length == 0 ? end : Word(end) == "of" ? end + 3 : end + 2;
        if (article is not { } now || mark is "previous" or "following")
            return (null, after);
        var back = ((int)now.DayOfWeek - (int)day + 7) % 7;
        if (week.Length > 0)
        {
            // A week runs from Monday to Sunday.
            var monday = now.AddDays(-(((int)now.DayOfWeek + 6) % 7)).AddDays(week == "last" ? -7 : week == "next" ? 7 : 0);
            return (monday.AddDays(((int)day + 6) % 7), after);
        }

        if (mark is "next" or "coming" || isAhead)
            return (now.AddDays(back == 0 ? isAhead && mark.Length == 0 ? 0 : 7 : 7 - back), after);
        return (now.AddDays(-(back == 0 && mark is "last" or "past" ? 7 : back)), after);
    }

    private bool IsRecurring(int i) => i < pieces.Count && pieces[i].IsCapital && Word(i).EndsWith("days", StringComparison.Ordinal) && TimeWords.Weekdays.ContainsKey(Word(i)[..^1]);

    /// <summary>A month with or without its year; <paramref name="part"/> is "early", "mid" or "late".</summary>
    public TimeRead? Month(int i, string? part, bool isAhead = false)
    {
        var (at, mark) = (i, "");
        if (Word(at) is "last" or "next" or "this")
            mark = Word(at++);
        if (part is null && Word(at) is "mid" or "early" or "late" && (IsMonth(at + 1) || (Word(at + 1) == "-" && IsMonth(at + 2))))
        {
            part = Word(at);
            at += Word(at + 1) == "-" ? 2 : 1;
        }

        if (Word(at) == "-" && part is not null)
            at++;
        if (!IsMonth(at))
            return null;
        var month = TimeWords.Months[Word(at)];
        var end = AfterMonth(at);
        var hasYear = YearAfter(ref end) is { } year ? year : (int?)null;
        if (hasYear is null && part is null && mark.Length == 0 && NeedsMark(at) && !TimeWords.BeforeMonth.Contains(Word(at - 1)))
            return null;
        if ((hasYear ?? YearOf(month, mark, isAhead)) is not { } of)
            return new(i, end, null, null, DatePrecision.None, IsPast: true);
        var (first, last) = Bounds(of, month, part);
        return new(i, end, first, last, DatePrecision.Month, IsPast: article is not { } now || first.AddMonths(1) <= now);
    }

    private static (DateOnly First, DateOnly Last) Bounds(int year, int month, string? part)
    {
        var last = DateTime.DaysInMonth(year, month);
        return part switch
        {
            "early" or "earlier" => (new(year, month, 1), new(year, month, 10)),
            "mid" => (new(year, month, 10), new(year, month, 20)),
            "late" or "later" => (new(year, month, 20), new(year, month, last)),
            _ => (new(year, month, 1), new(year, month, last)),
        };
    }

    /// <summary>"in 2014", "the 1980s"; a bare number is a year only after a word that asks for one.</summary>
    public TimeRead? Year(int i, bool isMarked)
    {
        if (!IsNumber(i, 4) || Number(i) is < 1800 or > 2100 || Word(i + 1) is "gmt" or "utc" or "local" or "hours" or "people" or "%" or "/")
            return null;
        if (Word(i + 1) == "s" && Touch(i, i + 1))
            return new(i, i + 2, new(Number(i), 1, 1), new(Number(i) + 9, 12, 31), DatePrecision.Year, IsPast: true);
        if (!isMarked && !TimeWords.BeforeYear.Contains(Word(i - 1)))
            return null;
        var year = Number(i);
        return new(i, i + 1, new(year, 1, 1), new(year, 12, 31), DatePrecision.Year, IsPast: article is not { } now || year < now.Year);
    }

    private int? YearOf(int month, string mark, bool isAhead)
    {
        if (article is not { } now)
            return null;
        if (mark == "next" || isAhead)
            return month > now.Month || (month == now.Month && mark != "next") ? now.Year : now.Year + 1;
        if (mark == "last")
            return month < now.Month ? now.Year : now.Year - 1;
        return mark == "this" || month <= now.Month ? now.Year : now.Year - 1;
    }

    private DateOnly? Nearest(int month, int day, bool isAhead)
    {
        if (article is not { } now)
            return null;
        for (var year = now.Year + 1; year >= now.Year - 8; year--)
        {
            if (Day(year, month, day) is { } date && date <= (isAhead ? now.AddDays(365) : now.AddDays(AheadDays)))
                return date;
        }

        return null;
    }

    private int? YearAfter(ref int at)
    {
        var i = Word(at) == "," ? at + 1 : at;
        if (Word(i) == "of")
            i++;
        if (!IsNumber(i, 4) || Number(i) is < 1800 or > 2100 || Word(i + 1) is "gmt" or "utc" or ":")
            return null;
        at = i + 1;
        return Number(i);
    }

    private bool IsMonth(int i) => i < pieces.Count && i >= 0 && pieces[i].IsCapital && TimeWords.Months.ContainsKey(Word(i));

    // "May" is also a verb and a name, "March" a march, "Mar" and "Jan" are names.
    private bool NeedsMark(int i) => Word(i) is "may" or "march" or "mar" or "jan" or "june" or "april" or "august" or "dec" or "sep" or "jun";

    private int AfterMonth(int i) => Word(i) is not ("may" or "june" or "july") && Word(i).Length <= 4 && Word(i + 1) == "." && i + 1 < pieces.Count && pieces[i + 1].Start == pieces[i].End ? i + 2 : i + 1;

    private int? DayNumber(int i) => IsNumber(i, 1, 2) && Number(i) is > 0 and < 32 ? Number(i) : null;

    private bool IsHarm(int i) => Word(i) is "killed" or "dead" or "wounded" or "injured";

    private bool IsUnit(int i) => IsHarm(i) || Word(i) is "people" or "soldiers" or "civilians" or "percent" or "%" or ":" || TimeWords.DaysIn(Word(i)) is not null;

    private bool IsNumber(int i, int length, int? most = null) =>
        i >= 0 && i < pieces.Count && pieces[i].IsNumber && pieces[i].Lower.Length >= length && pieces[i].Lower.Length <= (most ?? length) && pieces[i].Lower.All(char.IsAsciiDigit);

    private bool Touch(int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if (pieces[i].End != pieces[i + 1].Start)
                return false;
        }

        return true;
    }

    private int Number(int i) => Parse(pieces[i].Lower);

    private static int Parse(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    private static DateOnly? Day(int year, int month, int day) =>
        year is > 0 and < 9999 && month is > 0 and < 13 && day > 0 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private string Word(int i) => i >= 0 && i < pieces.Count ? pieces[i].Lower : "";
}
