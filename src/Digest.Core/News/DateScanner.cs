using System.Globalization;
using Digest.Text;

namespace Digest.News;

/// <summary>Finds the dates written in a stretch of text, in the styles that press copy uses. Times of day are not dates.</summary>
internal static class DateScanner
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>Every date in <c>text[start..end]</c>, in order; they do not overlap.</summary>
    public static List<WrittenDate> Find(string text, int start, int end)
    {
        var pieces = Pieces(text, start, end);
        var dates = new List<WrittenDate>();
        for (var i = 0; i < pieces.Count;)
        {
            var (date, next) = At(text, pieces, i);
            if (date is null)
            {
                i++;
                continue;
            }

            dates.Add(WithWeekday(text, pieces, i, next, date));
            i = next;
        }

        return dates;
    }

    /// <summary>The weekday a word names, in full or cut short ("Tue", "Weds"); null for any other word.</summary>
    public static DayOfWeek? WeekdayOf(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < Weekdays.Length; i++)
        {
            if (word.Equals(Weekdays[i], StringComparison.OrdinalIgnoreCase)
                || (word.Length is >= 3 and <= 5 && Weekdays[i].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase))
                || (i == 3 && word.Equals("weds", StringComparison.OrdinalIgnoreCase)))
                return (DayOfWeek)i;
        }

        return null;
    }

    private static (WrittenDate? Date, int Next) At(string text, List<Piece> pieces, int i)
    {
        if (pieces[i].IsNumber)
            return Numeric(text, pieces, i) is ({ } numeric, var afterNumeric) ? (numeric, afterNumeric) : DayMonth(text, pieces, i);
        return MonthOf(pieces[i].In(text)) is { } month ? MonthDay(text, pieces, i, month) : (null, i);
    }

    /// <summary>"2024-01-24", "11/22/2023", "05.05.2025".</summary>
    private static (WrittenDate?, int) Numeric(string text, List<Piece> pieces, int i)
    {
        if (i + 4 >= pieces.Count || !pieces[i + 2].IsNumber || !pieces[i + 4].IsNumber || !Touch(pieces, i, i + 4))
            return (null, i);
        var mark = text[pieces[i + 1].Start];
        if (mark is not ('-' or '/' or '.') || text[pieces[i + 3].Start] != mark || IsJoined(text, pieces, i, i + 4, mark))
            return (null, i);

        var (a, b, c) = (pieces[i].Value(text), pieces[i + 2].Value(text), pieces[i + 4].Value(text));
        var span = new TextSpan(pieces[i].Start, pieces[i + 4].End);
        WrittenDate? date = null;
        if (pieces[i].Length == 4 && IsYear(a) && b is >= 1 and <= 12 && c is >= 1 and <= 31)
            date = new(span, a, b, c);
        else if (pieces[i + 4].Length == 4 && IsYear(c) && a is >= 1 and <= 31 && b is >= 1 and <= 31)
        {
            // Dots and hyphens are written by people who put the day first; only the slash is used both ways.
            if (b > 12)
                date = a <= 12 && mark == '/' ? new(span, c, a, b) : null;
            else if (a > 12 || mark != '/')
                date = new(span, c, b, a);
            else
                date = new(span, c, a, b) { EitherOrder = true };
        }

        return date is null ? (null, i) : (date, i + 5);
    }

    /// <summary>"22 November 2023", "10 MAR 2025", "20 Mar 89", "7th of October, 2023", "27 November".</summary>
    private static (WrittenDate?, int) DayMonth(string text, List<Piece> pieces, int i)
    {
        if (Day(text, pieces[i]) is not { } day)
            return (null, i);
        var at = i + 1;
        at = SkipOrdinal(text, pieces, at);
        if (at < pieces.Count && pieces[at].In(text).Equals("of", StringComparison.OrdinalIgnoreCase))
            at++;
        if (at >= pieces.Count || MonthOf(pieces[at].In(text)) is not { } month)
            return (null, i);
        at = SkipDot(text, pieces, at + 1);
        var (year, next) = Year(text, pieces, at, allowTwoDigits: true);
        return (new(new(pieces[i].Start, pieces[(year is null ? at : next) - 1].End), year, month, day), year is null ? at : next);
    }

    /// <summary>"November 22, 2023", "Oct. 17", "March 2nd 2013".</summary>
    private static (WrittenDate?, int) MonthDay(string text, List<Piece> pieces, int i, int month)
    {
        // "may" in lower case is a verb.
        if (!char.IsUpper(text[pieces[i].Start]))
            return (null, i);
        var at = SkipDot(text, pieces, i + 1);
        if (at >= pieces.Count || Day(text, pieces[at]) is not { } day)
            return (null, i);
        at = SkipOrdinal(text, pieces, at + 1);
        var (year, next) = Year(text, pieces, at, allowTwoDigits: false);
        return (new(new(pieces[i].Start, pieces[(year is null ? at : next) - 1].End), year, month, day), year is null ? at : next);
    }

    private static WrittenDate WithWeekday(string text, List<Piece> pieces, int first, int next, WrittenDate date)
    {
        var before = first - 1;
        while (before >= 0 && first - before <= 2 && pieces[before].Length == 1 && text[pieces[before].Start] is ',' or '.')
            before--;
        if (before >= 0 && WeekdayOf(pieces[before].In(text)) is { } weekday)
            return date with { Weekday = weekday, Span = new(pieces[before].Start, date.Span.End) };
        var after = next;
        if (after < pieces.Count && text[pieces[after].Start] is ',' or '(')
            after++;
        return after < pieces.Count && after > next && WeekdayOf(pieces[after].In(text)) is { } behind ? date with { Weekday = behind } : date;
    }

    private static (int? Year, int Next) Year(string text, List<Piece> pieces, int at, bool allowTwoDigits)
    {
        var number = at < pieces.Count && text[pieces[at].Start] == ',' ? at + 1 : at;
        if (number >= pieces.Count || !pieces[number].IsNumber)
            return (null, at);
        var value = pieces[number].Value(text);
        if (pieces[number].Length == 4 && IsYear(value) && !IsClockTime(text, pieces[number].End))
            return (value, number + 1);
        // "20 MAR 89" is how wires and monitoring services wrote it; "10 MAR 15:30" is a time.
        if (allowTwoDigits && number == at && pieces[number].Length == 2 && !IsClockTime(text, pieces[number].End))
            return (value >= 70 ? 1900 + value : 2000 + value, number + 1);
        return (null, at);
    }

    private static bool IsClockTime(string text, int end) =>
        end + 1 < text.Length && text[end] is ':' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]);

    private static int? Day(string text, Piece piece) =>
        piece is { IsNumber: true, Length: <= 2 } && piece.Value(text) is >= 1 and <= 31 and var day ? day : null;

    private static int SkipOrdinal(string text, List<Piece> pieces, int at) =>
        at < pieces.Count && pieces[at].Start == pieces[at - 1].End && pieces[at].In(text) is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH"
            ? at + 1
            : at;

    private static int SkipDot(string text, List<Piece> pieces, int at) =>
        at < pieces.Count && text[pieces[at].Start] == '.' && pieces[at].Start == pieces[at - 1].End && pieces[at - 1].Length <= 4 ? at + 1 : at;

    private static bool Touch(List<Piece> pieces, int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if (pieces[i].End != pieces[i + 1].Start)
                return false;
        }

        return true;
    }

    /// <summary>Whether the run goes on at either end, as in "1-2024-01-24" or "10.0.0.2025.1"; a path goes on behind "2024/01/24/".</summary>
    private static bool IsJoined(string text, List<Piece> pieces, int first, int last, char mark)
    {
        var (start, end) = (pieces[first].Start, pieces[last].End);
        return mark != '/' && ((start > 1 && text[start - 1] == mark && char.IsAsciiDigit(text[start - 2]))
            || (end + 1 < text.Length && text[end] == mark && char.IsAsciiDigit(text[end + 1])));
    }

    private static bool IsYear(int value) => value is >= 1900 and <= 2099;

    private static int? MonthOf(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
            return null;
        for (var i = 0; i < Months.Length; i++)
        {
            var month = Months[i];
            if (word.Equals(month, StringComparison.OrdinalIgnoreCase)
                || (word.Length is 3 && month.AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase))
                || (word.Length is 4 && i == 8 && word.Equals("sept", StringComparison.OrdinalIgnoreCase)))
                return i + 1;
        }

        return null;
    }

    private static List<Piece> Pieces(string text, int start, int end)
    {
        var pieces = new List<Piece>();
        for (var i = start; i < end;)
        {
            var c = text[i];
            if (PressText.IsBlank(c))
            {
                i++;
                continue;
            }

            var from = i++;
            if (char.IsAsciiDigit(c))
            {
                while (i < end && char.IsAsciiDigit(text[i]))
                    i++;
                pieces.Add(new(from, i, IsNumber: true));
            }
            else
            {
                if (char.IsLetter(c))
                {
                    while (i < end && char.IsLetter(text[i]))
                        i++;
                }

                pieces.Add(new(from, i, IsNumber: false));
            }
        }

        return pieces;
    }

    /// <summary>A run of letters, a run of digits, or one other character.</summary>
    private readonly record struct Piece(int Start, int End, bool IsNumber)
    {
        public int Length => End - Start;

        public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

        /// <summary>Its number; -1 where it has more digits than a date ever has.</summary>
        public int Value(string text) => Length <= 4 ? int.Parse(In(text), NumberStyles.None, CultureInfo.InvariantCulture) : -1;
    }
}
