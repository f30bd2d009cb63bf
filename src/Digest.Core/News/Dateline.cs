using System.Collections.Frozen;
using Digest.Text;

namespace Digest.News;

/// <summary>
/// The opening of a wire story before its first sentence: "ERBIL, Iraq, March 10, 2025 (Gulf Wire) - ", "BAGHDAD — ", "LNS - Beirut, 10 March 2025 - ",
/// "Bogotá, 9 May 2025. ", "Khartoum - 3 June 2025. ", "TANK: ", "BOGOTA, 2 NOV 89 (RADIO) -- [TEXT] ".
/// </summary>
/// <param name="Place">The place part as written: "ERBIL, Iraq".</param>
/// <param name="Span">From the first character to the last before the sentence, blanks included.</param>
internal sealed record Dateline(string Place, TextSpan Span)
{
    public WrittenDate? Date { get; init; }

    /// <summary>The agency in brackets, between slashes or in front: "Gulf Wire".</summary>
    public string? Agency { get; init; }

    /// <summary>Whether its form leaves no doubt: it has a date or an agency, or its place stands in capitals before a dash.</summary>
    public bool IsCertain { get; init; }

    private const int LongestPlace = 60;
    private const int LongestNote = 240;

    // Words that open a line in capitals or before a colon and name no place.
    private static readonly FrozenSet<string> NotPlaces = WordList.Read("News/slugs.words.txt");

    /// <summary>Reads the dateline that a paragraph opens with; null where it opens with none.</summary>
    public static Dateline? Read(string text, TextSpan paragraph)
    {
        if (InBrackets(text, paragraph) is { } whole)
            return whole;
        var direct = ReadAt(text, paragraph, paragraph.Start);
        if (direct is { IsCertain: true, Date: not null })
            return direct;

        // "LNS - Beirut, 10 March 2025 - The ministry": the agency comes first, then a whole dateline.
        if (direct is { Agency: null, Date: null } && ReadAt(text, paragraph, direct.Span.End) is { Date: not null } inner)
            return inner with { Agency = direct.Place, Span = new(paragraph.Start, inner.Span.End) };
        return direct;
    }

    // "(Bunia, March 10, 2026) – Fighters": as rights groups open their releases.
    private static Dateline? InBrackets(string text, TextSpan paragraph)
    {
        var start = paragraph.Start;
        if (start >= paragraph.End || text[start] != '(' || text.IndexOf(')', start, Math.Min(LongestPlace, paragraph.Length)) is not (> 0 and var close))
            return null;
        var at = PlaceEnd(text, start + 1, close);
        if (at == start + 1 || DateAfter(text, at, close) is not ({ } date, _))
            return null;
        var (mark, body) = Separator(text, close + 1, paragraph.End);
        return mark == Mark.Dash && body < paragraph.End && OpensSentence(text, body) ? new(PressText.Folded(text.AsSpan(start + 1, at - start - 1)), new(start, body)) { Date = date, IsCertain = true } : null;
    }

    private static Dateline? ReadAt(string text, TextSpan paragraph, int start)
    {
        var end = paragraph.End;
        var at = PlaceEnd(text, start, end);
        if (at == start)
            return null;
        var place = PressText.Folded(text.AsSpan(start, at - start));
        if (place.Length > LongestPlace || NotPlaces.Contains(PressText.Key(FirstWord(place))) || DateScanner.WeekdayOf(FirstWord(place)) is not null)
            return null;

        var (date, afterDate) = DateAfter(text, at, end);
        var (agency, afterAgency) = AgencyAfter(text, afterDate, end);
        var (mark, body) = Separator(text, afterAgency, end);
        if (mark == Mark.None || body >= end || !OpensSentence(text, body))
            return null;
        // A full stop ends a dateline only behind a date or an agency: "Bogotá, 9 May 2025. Seven", never "Oil. Gas."
        if (mark == Mark.FullStop && date is null && agency is null)
            return null;

        var isUpper = PressText.IsUpperCase(place.Split(',')[0]);
        body = SkipBracketedNotes(text, body, end);
        return new(place, new(start, body))
        {
            Date = date,
            Agency = agency,
            IsCertain = date is not null || agency is not null || (isUpper && mark == Mark.Dash),
        };
    }

    /// <summary>The end of "ERBIL, Iraq" or "DUBAI/ATHENS" or "Managua (Nicaragua)"; the start where there is no such thing.</summary>
    private static int PlaceEnd(string text, int start, int end)
    {
        var at = Words(text, start, end, most: 4);
        if (at == start)
            return start;
        if (at + 1 < end && text[at] == ' ' && text[at + 1] == '(' && text.IndexOf(')', at, Math.Min(30, end - at)) is var close and > 0
            && Words(text, at + 2, close, most: 3) == close && text.AsSpan(close + 1, end - close - 1).StartsWith(",", StringComparison.Ordinal))
            at = close + 1;
        for (var regions = 0; regions < 2; regions++)
        {
            if (at + 2 >= end || text[at] != ',' || text[at + 1] != ' ')
                break;
            var next = Words(text, at + 2, end, most: 3);
            if (next == at + 2 || IsDate(text, at + 2, next))
                break;
            at = next;
        }

        return at;
    }

    /// <summary>Up to so many words that are written with a capital, joined by blanks, hyphens or slashes; small words only between such.</summary>
    private static int Words(string text, int start, int end, int most)
    {
        var (at, best) = (start, start);
        for (var count = 0; count < most && at < end; count++)
        {
            var from = at;
            while (at < end && (char.IsLetter(text[at]) || IsMark(text[at]) || (text[at] == '.' && IsInitial(text, from, at))
                || (text[at] is '-' && at + 1 < end && char.IsLetter(text[at + 1]) && at > from)
                || (text[at] == '/' && at + 1 < end && char.IsUpper(text[at + 1]) && at > from)))
                at++;
            if (at == from)
                break;
            var word = text.AsSpan(from, at - from);
            if (IsDate(text, from, at) && count > 0)
                break;
            if (PressText.StartsWithUpper(word) || word.StartsWith("al-", StringComparison.Ordinal))
                best = at;
            else if (!(count > 0 && word is "de" or "del" or "la" or "el" or "al" or "of" or "the" or "do" or "da" or "and" or "du" or "sur"))
                break;
            if (at >= end || text[at] != ' ')
                break;
            at++;
        }

        return best;

        static bool IsMark(char c) => c is '\'' or '’' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

        // "N.Y.", "St. Petersburg": a full stop behind one letter, or behind the saint.
        static bool IsInitial(string text, int from, int at) =>
            at > from && ((char.IsUpper(text[at - 1]) && (at - 1 == from || text[at - 2] == '.')) || text.AsSpan(from, at - from) is "St" or "ST" or "Ft" or "Mt");
    }

    private static bool IsDate(string text, int start, int end)
    {
        var dates = DateScanner.Find(text, start, Math.Min(text.Length, end + 16));
        return (dates.Count > 0 && dates[0].Span.Start == start) || DateScanner.WeekdayOf(text.AsSpan(start, end - start)) is not null;
    }

    private static (WrittenDate? Date, int Next) DateAfter(string text, int at, int end)
    {
        var from = at;
        var bracket = false;
        while (from < end && text[from] is ',' or ' ' or '(' or ':' or '-' or '–' or '—')
            bracket |= text[from++] == '(';
        var dates = DateScanner.Find(text, from, Math.Min(end, from + 48));
        if (from == at || dates.Count == 0 || dates[0].Span.Start != from)
            return (null, at);
        var next = dates[0].Span.End;
        if (bracket)
        {
            if (next >= end || text[next] != ')')
                return (null, at);
            next++;
        }

        return (dates[0], next);
    }

    /// <summary>"(Gulf Wire)", "/Volga-Inform/", "(Reuters/AFP)".</summary>
    private static (string? Agency, int Next) AgencyAfter(string text, int at, int end)
    {
        var from = at;
        while (from < end && text[from] is ' ' or '.' or ',')
            from++;
        if (from >= end || text[from] is not ('(' or '/'))
            return (null, at);
        var close = text.IndexOf(text[from] == '(' ? ')' : '/', from + 1, Math.Min(60, end - from - 1));
        if (close < from + 3)
            return (null, at);
        var name = PressText.Folded(text.AsSpan(from + 1, close - from - 1));
        return PressText.StartsWithUpper(name) || text[from] == '/' ? (name, close + 1) : (null, close + 1);
    }

    private enum Mark
    {
        None,
        Dash,
        Colon,
        FullStop,
    }

    private static (Mark Mark, int Body) Separator(string text, int at, int end)
    {
        var i = at;
        var (dash, colon, stop, blank) = (false, false, false, false);
        for (; i < end; i++)
        {
            var c = text[i];
            if (PressText.IsBlank(c))
                blank = true;
            else if (c is '–' or '—' or '―' or '−' || (c == '-' && (blank || stop || text[i - 1] is '-' or ')')))
                dash = true;
            else if (c == ':' && !colon && !dash)
                colon = true;
            else if (c == '.' && !stop && !dash)
                stop = true;
            else
                break;
        }

        // A hyphen that touches both words joins them; a colon or full stop is followed by a blank.
        if (dash)
            return (Mark.Dash, i);
        if (i >= end || !PressText.IsBlank(text[i - 1]))
            return (Mark.None, at);
        return colon ? (Mark.Colon, i) : stop ? (Mark.FullStop, i) : (Mark.None, at);
    }

    private static bool OpensSentence(string text, int at) =>
        char.IsUpper(text[at]) || char.IsAsciiDigit(text[at]) || text[at] is '"' or '“' or '‘' or '\'' or '«' or '[' || char.GetUnicodeCategory(text[at]) == System.Globalization.UnicodeCategory.OtherLetter;

    /// <summary>Monitoring services put notes in front of the text: "[Report] [Juan Perez] [Text] ".</summary>
    private static int SkipBracketedNotes(string text, int at, int end)
    {
        while (at < end && text[at] == '[' && text.IndexOf(']', at, Math.Min(LongestNote, end - at)) is var close and > 0 && close + 1 < end && PressText.IsBlank(text[close + 1]))
            at = PressText.Trim(text, close + 1, end).Start;
        return at;
    }

    private static string FirstWord(string place) => place.Split([' ', '/'], 2)[0];
}
