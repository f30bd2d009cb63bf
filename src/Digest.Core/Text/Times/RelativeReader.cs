using Digest.Facts;

namespace Digest.Text.Times;

/// <summary>Reads times told from the article's day or from a day named before: "yesterday", "three days ago", "a day earlier", "overnight".</summary>
internal sealed class RelativeReader(List<TimePiece> pieces, DateOnly? article)
{
    /// <summary>What stands for a day by itself.</summary>
    public TimeRead? Day(int i) => Word(i) switch
    {
        "today" or "tonight" => At(i, i + 1, 0, DatePrecision.Day),
        "yesterday" => At(i, Word(i + 1) is "morning" or "evening" or "afternoon" ? i + 2 : i + 1, -1, DatePrecision.Day),
        "tomorrow" => At(i, i + 1, 1, DatePrecision.Day),
        "this" when Word(i + 1) is "morning" or "afternoon" or "evening" => At(i, i + 2, 0, DatePrecision.Day),
        // The night that ends on the article's day.
        "last" when Word(i + 1) is "night" => At(i, i + 2, 0, DatePrecision.Night),
        "overnight" => At(i, i + 1, 0, DatePrecision.Night),
        _ => null,
    };

    public TimeRead? At(int i, DateOnly? anchor) => Day(i) ?? Named(i, anchor) ?? Counted(i, anchor) ?? Window(i);

    private TimeRead? Named(int i, DateOnly? anchor)
    {
        switch (Word(i))
        {
            case "earlier" or "later" when Word(i + 1) is "today" or "yesterday" && Day(i + 1) is { } day:
                return day with { First = i };
            case "earlier" when Word(i + 1) is "this" or "last" && Period(i + 1) is { } period:
                return period with { First = i };
            case "earlier" or "later" when Word(i + 1) is "in" && Word(i + 2) is "the" && Word(i + 3) is "day":
                return Known(i, i + 4, anchor ?? article, DatePrecision.Day);
            case "pre" when Word(i + 1) is "-" && Word(i + 2) is "dawn":
                return Known(i, i + 3, article, DatePrecision.Day);
            case "predawn":
                return Known(i, i + 1, article, DatePrecision.Day);
            case "at" or "before" when Word(i + 1) is "dawn" or "daybreak" or "sunrise" && Word(i + 2) != "on":
                return Known(i, i + 2, anchor ?? article, DatePrecision.Day);
            case "the" when Word(i + 1) is "early" && Word(i + 2) is "hours" && Word(i + 3) is "of" && Day(i + 4) is { } of:
                return of with { First = i };
            case "the" when Word(i + 1) is "day" && Word(i + 2) is "before" or "after" && Word(i + 3) is "yesterday" or "tomorrow":
                return At(i, i + 4, Word(i + 3) == "yesterday" ? -2 : 2, DatePrecision.Day);
            case "the" when Word(i + 1) is "day" && Word(i + 2) is "before":
                return Known(i, i + 3, anchor?.AddDays(-1), DatePrecision.Day);
            case "the" when Word(i + 1) is "previous" or "preceding" && Word(i + 2) is "day" or "night":
                return Known(i, i + 3, anchor?.AddDays(-1), DatePrecision.Day);
            case "the" when Word(i + 1) is "next" or "following" && Word(i + 2) is "day":
                return Known(i, i + 3, anchor?.AddDays(1), DatePrecision.Day);
            case "the" when Word(i + 1) is "same" && Word(i + 2) is "day":
                return Known(i, i + 3, anchor, DatePrecision.Day);
            case "last" or "next" or "this":
                return Period(i);
            default:
                return null;
        }
    }

    /// <summary>"the start of the year", "the end of last month"; <paramref name="at"/> is the word before the unit.</summary>
    public TimeRead StartOf(int first, int at, bool isEnd)
    {
        if (article is not { } now)
            return new(first, at + 2, null, null, DatePrecision.None, IsPast: true);
        var step = Word(at) == "last" ? -1 : 0;
        var isYear = Word(at + 1) == "year";
        var start = isYear ? new DateOnly(now.Year + step, 1, 1) : new DateOnly(now.Year, now.Month, 1).AddMonths(step);
        var last = isYear ? new DateOnly(start.Year, 12, 31) : start.AddMonths(1).AddDays(-1);
        return isEnd ? new(first, at + 2, last, null, DatePrecision.Month) : new(first, at + 2, start, null, DatePrecision.Month);
    }

    /// <summary>"last week", "this month", "next year", "last summer".</summary>
    private TimeRead? Period(int i)
    {
        var (which, unit) = (Word(i), Word(i + 1));
        if (unit is "summer" or "winter" or "spring" or "autumn" or "decade" or "century")
            return new(i, i + 2, null, null, DatePrecision.None, IsPast: which == "last");
        if (unit is not ("week" or "month" or "year" or "weekend"))
            return null;
        if (article is not { } now)
            return new(i, i + 2, null, null, DatePrecision.None, IsPast: which == "last");
        var step = which == "last" ? -1 : which == "next" ? 1 : 0;
        var monday = now.AddDays(-(((int)now.DayOfWeek + 6) % 7) + (7 * step));
        var month = new DateOnly(now.Year, now.Month, 1).AddMonths(step);
        return unit switch
        {
            "week" => new(i, i + 2, monday, monday.AddDays(6), DatePrecision.Week, IsPast: step < 0),
            "weekend" => new(i, i + 2, monday.AddDays(step == 0 && now.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) ? -2 : 5), monday.AddDays(step == 0 && now.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) ? -1 : 6), DatePrecision.Around),
            "month" => new(i, i + 2, month, month.AddMonths(1).AddDays(-1), DatePrecision.Month, IsPast: step < 0),
            _ => new(i, i + 2, new(now.Year + step, 1, 1), new(now.Year + step, 12, 31), DatePrecision.Year, IsPast: step < 0),
        };
    }

    /// <summary>"three days ago", "a day earlier", "two days later", "about 24 hours earlier", "days after".</summary>
    private TimeRead? Counted(int i, DateOnly? anchor)
    {
        var at = Word(i) is "about" or "around" or "nearly" or "almost" or "some" ? i + 1 : i;
        var isAbout = at > i;
        var count = TimeWords.Number(Word(at));
        var unit = count is null ? at : at + 1;
        if (TimeWords.DaysIn(Word(unit)) is not { } days || (count is null && (isAbout || !Word(unit).EndsWith('s'))))
            return null;
        var next = unit + 1;
        var direction = Word(next) switch { "ago" or "earlier" or "before" or "previously" => -1, "later" or "after" or "afterwards" => 1, _ => 0 };
        if (direction == 0)
            return null;
        // "three days before the vote" and "days after" hang on something that is no date.
        var hangs = Word(next) is "before" or "after";
        if (count is null || hangs)
            return new(i, next + 1, null, null, DatePrecision.None, IsPast: direction < 0 && days > 6);
        var from = Word(next) == "ago" ? article : anchor ?? (direction < 0 ? article : null);
        var isHours = Word(unit) is "hour" or "hours";
        if (days == 0 && !(isHours && count >= 20))
            return new(i, next + 1, null, null, DatePrecision.None);
        var step = isHours ? (count.Value + 12) / 24 : days == 1 || days == 7 || days == 14 ? days * count.Value : 0;
        if (step > 0)
            return Known(i, next + 1, from?.AddDays(direction * Math.Min(step, 4000)), isHours || isAbout || (anchor is null && Word(next) != "ago" && days > 1) ? DatePrecision.Around : days > 1 ? DatePrecision.Week : DatePrecision.Day);
        var far = Math.Min(count.Value, 150);
        return Word(unit).StartsWith("month", StringComparison.Ordinal)
            ? Known(i, next + 1, from?.AddMonths(direction * far), DatePrecision.Month) with { IsPast = direction < 0 }
            : Known(i, next + 1, from is { Year: > 160 } f ? new DateOnly(f.Year, 1, 1).AddYears(direction * far) : null, DatePrecision.Year) with { IsPast = direction < 0 };
    }

    /// <summary>"in the past 24 hours", "over the last three days", "the past week": a stretch that ends now. "In recent days" has no bounds.</summary>
    private TimeRead? Window(int i)
    {
        var at = Word(i) == "the" ? i + 1 : i;
        if (Word(at) is "recent" && TimeWords.DaysIn(Word(at + 1)) is not null)
            return new(i, at + 2, null, null, DatePrecision.None, IsPast: Word(at + 1) is not ("days" or "hours"));
        // "in the same period": that of another sentence, and never the day of the news.
        if (Word(at) is "same" && at > i && Word(at + 1) is "period")
            return new(i, at + 2, null, null, DatePrecision.None, IsPast: true);
        if (Word(at) is not ("past" or "last" or "previous" or "preceding"))
            return null;
        var count = TimeWords.Number(Word(at + 1));
        var unit = count is null ? at + 1 : at + 2;
        if (TimeWords.DaysIn(Word(unit)) is not { } days || (count is null && at == i))
            return null;
        var length = Word(unit).StartsWith("hour", StringComparison.Ordinal) ? ((count ?? 1) + 23) / 24 : days * Math.Min(count ?? 1, 1000);
        // The past hours of the day are that day; what reaches back further may begin on the day before.
        if (article is { } today && Word(unit).StartsWith("hour", StringComparison.Ordinal) && (count ?? 1) <= 3 && !(count is null && Word(unit).EndsWith('s')) && Word(at) is "past" or "last")
            return new(i, unit + 1, today, null, DatePrecision.Day);
        if (article is not { } now || Word(at) is "previous" or "preceding" || (count is null && Word(unit).EndsWith('s')) || length == 0 || length > 40_000)
            return new(i, unit + 1, null, null, DatePrecision.None);
        return new(i, unit + 1, now.AddDays(-length), now, DatePrecision.Around);
    }

    private TimeRead At(int first, int next, int step, DatePrecision precision) => Known(first, next, article?.AddDays(step), precision);

    private static TimeRead Known(int first, int next, DateOnly? date, DatePrecision precision) =>
        new(first, next, date, null, date is null ? DatePrecision.None : precision);

    private string Word(int i) => i >= 0 && i < pieces.Count ? pieces[i].Lower : "";
}
