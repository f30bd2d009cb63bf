using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Finds the times of a sentence and resolves them against the article's date: "on Monday" is the last Monday up to that date. Without an article date only full dates resolve.
/// </summary>
internal static class TimePhrases
{
    /// <summary>News of the last days is no background, even where it is dated.</summary>
    private const int NewsDays = 6;

    private static readonly FrozenDictionary<string, int> Months = Names(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, 1);

    private static readonly FrozenDictionary<string, int> Days = Names(CultureInfo.InvariantCulture.DateTimeFormat.DayNames, CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedDayNames, 0);

    internal static IEnumerable<TimePhrase> In(Sentence sentence, DateOnly? article)
    {
        var tokens = sentence.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (At(tokens, i, article) is { } time)
            {
                yield return time;
                i = time.End - 1;
            }
        }
    }

    private static TimePhrase? At(ImmutableArray<Token> tokens, int i, DateOnly? article)
    {
        var word = tokens[i].Lower;
        // "the first attack since August" is dated by nothing; "attacks since August" are a period.
        if (word is "since" && Enumerable.Range(Math.Max(0, i - 10), Math.Min(10, i)).Any(k => tokens[k].Lower is "first" or "deadliest" or "worst" or "biggest" or "largest"))
            return null;
        if (word is "since")
            return Period(tokens, i, article);
        if (word is "between" && i + 2 < tokens.Length && Written(tokens, i + 1, article) is { } opening && opening.Date is not null && tokens[i + 1].Pos is PartOfSpeech.Number or PartOfSpeech.ProperNoun)
            return opening with { First = i, Date = null, Precision = DatePrecision.None, Since = opening.Date, IsBackground = true };
        if (word == "so" && Is(tokens, i + 1, "far") && Is(tokens, i + 2, "this") && article is { } now)
            return new TimePhrase(i, Math.Min(i + 4, tokens.Length), null, DatePrecision.None, Is(tokens, i + 3, "year") ? new DateOnly(now.Year, 1, 1) : new DateOnly(now.Year, now.Month, 1), true);
        return Written(tokens, i, article) ?? Weekday(tokens, i, article) ?? Relative(tokens, i, article);
    }

    // "since 17 October", "since mid-October", "since the start of January", "since Tuesday", "since November 2023"
    private static TimePhrase? Period(ImmutableArray<Token> tokens, int i, DateOnly? article)
    {
        for (var k = i + 1; k < Math.Min(tokens.Length, i + 8); k++)
        {
            if (tokens[k].Pos is PartOfSpeech.Comma or PartOfSpeech.Punctuation || (tokens[k].IsVerb && k > i + 3 && tokens[k].Pos != PartOfSpeech.PastOrParticiple))
                break;
            if (Weekday(tokens, k, article) is { Date: { } } day)
                return day with { First = i };
            if (Is(tokens, k, "yesterday") && article is { } today)
                return new TimePhrase(i, k + 1, today.AddDays(-1), DatePrecision.Day, null, false);
            if (tokens[k].Lower.StartsWith("mid-", StringComparison.Ordinal) && Months.TryGetValue(tokens[k].Lower[4..], out var middle) && article is not null)
                return new TimePhrase(i, k + 1, null, DatePrecision.None, Latest(article.Value, middle, 15), true);
            if (Is(tokens, k, "year") && article is { } end)
                return new TimePhrase(i, k + 1, null, DatePrecision.None, new DateOnly(Is(tokens, k - 1, "last") ? end.Year - 1 : end.Year, 1, 1), true);
            if (Written(tokens, k, article) is not { } written)
                continue;
            var first = written.Date ?? (Months.TryGetValue(tokens[k].Lower, out var month) && (YearAt(tokens, k + 1) ?? article?.Year) is { } year ? MonthStart(year, month, article) : null);
            return new TimePhrase(i, written.End, null, DatePrecision.None, first, true);
        }

        return null;
    }

    private static DateOnly MonthStart(int year, int month, DateOnly? article)
    {
        var start = new DateOnly(year, month, 1);
        return article is { } day && start > day ? start.AddYears(-1) : start;
    }

    // "October 7", "7 October 2023", "Oct. 17", "in August", "in 2014"
    private static TimePhrase? Written(ImmutableArray<Token> tokens, int i, DateOnly? article)
    {
        var token = tokens[i];
        var lower = token.Lower.TrimEnd('.');
        if (DayNumber(tokens, i) is { } day && i + 1 < tokens.Length && tokens[i + 1].IsCapitalised && Months.TryGetValue(tokens[i + 1].Lower.TrimEnd('.'), out var month))
            return Dated(i, i + 2, day, month, YearAt(tokens, i + 2) ?? (Is(tokens, i + 2, ",") ? YearAt(tokens, i + 3) : null), article);
        if (token.IsCapitalised && Months.TryGetValue(lower, out month) && (lower != "may" || i == 0 || tokens[i - 1].Lower is not ("he" or "she" or "it" or "they")))
        {
            if (i + 1 < tokens.Length && DayNumber(tokens, i + 1) is { } number)
                return Dated(i, i + 2, number, month, YearAt(tokens, i + 2) ?? (Is(tokens, i + 2, ",") ? YearAt(tokens, i + 3) : null), article);
            if (lower is "may" or "mar" or "march" && !(i > 0 && tokens[i - 1].Lower is "in" or "since" or "last" or "of" or "early" or "late" or "until"))
                return null;
            if (i > 0 && tokens[i - 1].Lower == "since")
                return Enumerable.Range(Math.Max(0, i - 10), Math.Min(10, i)).Any(k => tokens[k].Lower is "first" or "deadliest" or "worst" or "biggest" or "largest") ? null : new TimePhrase(i, i + 1, null, DatePrecision.None, null, true);
            var year = YearAt(tokens, i + 1);
            return new TimePhrase(i, year is null ? i + 1 : i + 2, null, DatePrecision.None, null, true);
        }

        if (YearAt(tokens, i) is not null && i > 0 && tokens[i - 1].Lower is "in" or "since" or "of" or "until" or "by" or "and")
            return new TimePhrase(i, i + 1, null, DatePrecision.None, null, true);
        return null;
    }

    private static TimePhrase Dated(int first, int end, int day, int month, int? year, DateOnly? article)
    {
        DateOnly? date = null;
        if (year is { } y)
            date = day <= DateTime.DaysInMonth(y, month) ? new DateOnly(y, month, day) : null;
        else if (article is { } now)
            date = Latest(now, month, day);
        return new TimePhrase(first, end, date, date is null ? DatePrecision.None : DatePrecision.Day, null, article is { } a && date is { } d && a.DayNumber - d.DayNumber > NewsDays);
    }

    private static DateOnly? Latest(DateOnly article, int month, int day)
    {
        for (var year = article.Year; year > article.Year - 2; year--)
        {
            if (day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) is var date && date <= article.AddDays(1))
                return date;
        }

        return null;
    }

    private static TimePhrase? Weekday(ImmutableArray<Token> tokens, int i, DateOnly? article)
    {
        if (!tokens[i].IsCapitalised || !Days.TryGetValue(tokens[i].Lower.TrimEnd('.'), out var day) || tokens[i].Lower is "sun" or "sat" or "wed" or "mon")
            return null;
        if (i > 0 && tokens[i - 1].Lower is "next" or "until")
            return null;
        var end = i + 1;
        while (end < tokens.Length && tokens[end].Lower is "night" or "morning" or "evening" or "afternoon")
            end++;
        if (article is not { } now)
            return new TimePhrase(i, end, null, DatePrecision.None, null, false);
        var back = ((int)now.DayOfWeek - day + 7) % 7;
        if (back == 0 && i > 0 && tokens[i - 1].Lower == "last")
            back = 7;
        return new TimePhrase(i, end, now.AddDays(-back), DatePrecision.Day, null, false);
    }

    private static TimePhrase? Relative(ImmutableArray<Token> tokens, int i, DateOnly? article)
    {
        TimePhrase? Day(int end, int back, DatePrecision precision = DatePrecision.Day) =>
            article is { } now ? new TimePhrase(i, end, now.AddDays(-back), precision, null, false) : new TimePhrase(i, end, null, DatePrecision.None, null, false);
        TimePhrase? Past(int end) => new(i, end, null, DatePrecision.None, null, true);
        var next = i + 1 < tokens.Length ? tokens[i + 1].Lower : "";
        switch (tokens[i].Lower)
        {
            case "today" or "tonight":
                return Day(i + 1, 0);
            case "overnight":
                return Day(i + 1, 0, DatePrecision.Night);
            case "yesterday":
                return Day(i + 1, 1);
            case "this" when next is "morning" or "afternoon" or "evening":
                return Day(i + 2, 0);
            case "last" when next is "night":
                return Day(i + 2, 0, DatePrecision.Night);
            case "last" when next is "year" or "month" or "week" or "summer" or "winter" or "spring" or "autumn" or "fall" or "decade" || Months.ContainsKey(next):
                return Past(i + 2);
            case "past" or "recent" or "previous" when next is "years" or "months" or "weeks":
                return Past(i + 2);
            case "years" or "months" or "weeks" or "year" or "month" or "week" when next is "ago" or "earlier" or "before":
                return Past(i + 2);
            case "24" when next is "hours" && Is(tokens, i + 2, "earlier"):
                return Day(i + 3, 1, DatePrecision.Around);
            case "day" when next is "earlier" or "ago":
                return Day(i + 2, 1);
            case "days" when next is "ago" or "earlier" && i > 0 && NumberReader.At(tokens, i - 1) is { } count:
                return Day(i + 2, count.Low);
            case "days" when next is "after" or "ago" or "earlier" or "before":
                return new TimePhrase(i, i + 2, null, DatePrecision.None, null, false);
            default:
                return null;
        }
    }

    private static int? DayNumber(ImmutableArray<Token> tokens, int i)
    {
        var digits = tokens[i].Lower.AsSpan().TrimEnd("stndrh");
        return digits.Length is 1 or 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;
    }

    private static int? YearAt(ImmutableArray<Token> tokens, int i) =>
        i >= 0 && i < tokens.Length && tokens[i].Lower.Length == 4 && int.TryParse(tokens[i].Lower, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2100 ? year : null;

    private static bool Is(ImmutableArray<Token> tokens, int i, string word) => i >= 0 && i < tokens.Length && tokens[i].Lower == word;

    private static FrozenDictionary<string, int> Names(string[] full, string[] abbreviated, int offset)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < full.Length; i++)
        {
            if (full[i].Length == 0)
                continue;
            names[full[i].ToLowerInvariant()] = i + offset;
            names[abbreviated[i].ToLowerInvariant()] = i + offset;
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
