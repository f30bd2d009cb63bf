using System.Collections.Frozen;
using Digest.Text;

namespace Digest.News;

/// <summary>
/// A line between headline and story that says who wrote it, where, when, or who publishes it:
/// "Written by A Name | Updated : May 6, 2025 18:42 IST", "Baghdad, 12 March 2025", "Baghdad - ISN", "A Name in Kyiv".
/// </summary>
internal sealed record HeadLine
{
    public WrittenDate? Date { get; init; }

    /// <summary>Whether the date is that of the last change ("Updated …"), not of publication.</summary>
    public bool IsUpdate { get; init; }

    public string? Byline { get; init; }

    public string? Place { get; init; }

    public string? Outlet { get; init; }

    public BlockKind Kind => Byline is not null ? BlockKind.Byline : BlockKind.DateLine;

    private const int LongestLine = 160;
    private const int MostWordsBeside = 9;
    private const int ShortestTellingWord = 4;

    private static readonly FrozenSet<string> Labels = FrozenSet.Create(StringComparer.Ordinal,
        "published", "posted", "updated", "update", "last", "first", "modified", "edited", "on", "at", "date", "dated", "released", "release", "issued", "created", "time", "for",
        "immediate", "about", "pubdate", "publication", "of", "upload", "uploaded", "filed", "local", "hours", "hrs", "h", "hr", "am", "pm", "a.m", "p.m", "noon", "midnight");

    private static readonly FrozenSet<string> Zones = FrozenSet.Create(StringComparer.Ordinal,
        "gmt", "utc", "bst", "ist", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "pt", "cet", "cest", "eet", "eest", "msk", "pkt", "jst", "kst", "sgt", "hkt", "wib",
        "aest", "aedt", "idt", "trt", "sast", "eat", "wat", "cat", "ast", "pht", "mmt", "z");

    // Who writes, and the small words around them.
    private static readonly FrozenSet<string> Desks = FrozenSet.Create(StringComparer.Ordinal,
        "from", "with", "staff", "correspondent", "correspondents", "reporter", "reporters", "writer", "writers", "editor", "editors", "desk", "news", "agency", "agencies", "bureau", "special", "online", "edition", "print", "team");

    private static readonly string[] Imprints =
        ["published in ", "first published ", "originally published ", "this article was first published ", "this article was originally published ", "this story was first published ", "this story was originally published "];

    private static readonly FrozenSet<string> Agencies = WordList.Read("News/agencies.words.txt");

    /// <summary>Reads a line that carries a date, a byline or a place beside an agency; null for any other line.</summary>
    public static HeadLine? Read(string text, TextSpan span)
    {
        if (span.Length > LongestLine)
            return null;
        return Dated(text, span) ?? (Bylines.Read(span.In(text)) is { } byline ? new HeadLine { Byline = byline.Names, Place = byline.Place } : PlaceAndAgency(span.In(text)));
    }

    /// <summary>Whether nothing but a date and time stands there.</summary>
    public static bool IsBareDate(string text, TextSpan span) =>
        span.Length <= LongestLine && DateScanner.Find(text, span.Start, span.End) is [var date, ..] dates
        && Unexplained(text[span.Start..date.Span.Start]).Length == 0 && Unexplained(text[dates[^1].Span.End..span.End]).Length == 0;

    /// <summary>Whether a line says when and where the text appeared: "Published in The Gazette, June 5th, 2026", "This article was first published on 22 August 2022."</summary>
    public static bool IsImprint(string text, TextSpan span)
    {
        if (span.Length > LongestLine || !Array.Exists(Imprints, i => PressText.Key(span.In(text)).StartsWith(i, StringComparison.Ordinal)))
            return false;
        var dates = DateScanner.Find(text, span.Start, span.End);
        return dates.Count > 0 && dates[^1].Year is not null && Unexplained(text[dates[^1].Span.End..span.End]) is [] or ["."];
    }

    /// <summary>
    /// Whether a line that ends in a date tells of something, so that it can be a headline where no other line is: "Sudan conflict update, 12 March 2025".
    /// A place, a medium or a writer before the date tells of nothing.
    /// </summary>
    public static bool IsTelling(string text, TextSpan span)
    {
        if (DateScanner.Find(text, span.Start, span.End) is not [.., var last] || Unexplained(text[last.Span.End..span.End]).Length > 0)
            return false;
        var words = PressText.Words(text[span.Start..last.Span.Start]);
        return Array.Exists(words, word => char.IsLower(word[0]) && word.TrimEnd(',', ':', ';', '–', '—') is { Length: >= ShortestTellingWord } bare && !Labels.Contains(bare) && !Desks.Contains(bare));
    }

    private static HeadLine? Dated(string text, TextSpan span)
    {
        var dates = DateScanner.Find(text, span.Start, span.End);
        if (dates.Count == 0)
            return null;
        var (first, last) = (dates[0], dates[^1]);
        var before = text[span.Start..first.Span.Start].Trim();
        var after = text[last.Span.End..span.End].Trim();
        var (beside, behind) = (Unexplained(before), Unexplained(after));
        if (beside.Length + behind.Length > MostWordsBeside || !IsSetOff(before, after))
            return null;
        if (beside.Length + behind.Length > 0 && dates.TrueForAll(date => date.Year is null))
            return null;

        var date = dates.Find(d => d.Year is not null) ?? first;
        var label = Unlabelled(before);
        var read = new HeadLine
        {
            Date = date,
            IsUpdate = PressText.Key(before) is var key && key.Contains("updated", StringComparison.Ordinal) && !key.Contains("published", StringComparison.Ordinal),
        };
        if (label.Length == 0)
            return read;
        if (Bylines.Read(label) is { } byline)
            return read with { Byline = byline.Names, Place = byline.Place };
        if (Bylines.IsAgencies(label) || (Bylines.IsNames(label) && !before.EndsWith(',') && !Bylines.IsOrganisation(label)))
            return read with { Byline = label };
        return before.EndsWith(',') && !Bylines.IsOrganisation(label) && PressText.Words(label).Length <= 4 ? read with { Place = label } : read with { Outlet = label };
    }

    /// <summary>A date line's date is set off from what stands beside it by a mark, a label or the line's ends; in a headline it is not.</summary>
    private static bool IsSetOff(string before, string after)
    {
        var opens = before.Length == 0 || before[^1] is ',' or '|' or '—' or '–' or '-' or ':' or '·' or '•' or '/' or '.' or '(' || Labels.Contains(LastWord(before));
        var closes = after.Length == 0 || !char.IsLetter(after[0]) || Unexplained(after).Length == 0 || Labels.Contains(FirstWord(after)) || Zones.Contains(FirstWord(after));
        return opens && closes;
    }

    /// <summary>"Baghdad - ISN", "ISN/Baghdad", "Baghdad, (Reuters)".</summary>
    private static HeadLine? PlaceAndAgency(string line)
    {
        var parts = line.Split(['-', '–', '—', '/', '(', ')', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2 || line.Length > 48)
            return null;
        var (place, agency) = IsAgency(parts[1]) ? (parts[0], parts[1]) : (parts[1], parts[0]);
        place = place.TrimEnd(',', ':');
        return IsAgency(agency) && !IsAgency(place) && PressText.Words(place) is { Length: >= 1 and <= 3 } words && Array.TrueForAll(words, word => char.IsUpper(word[0])) && !place.Any(char.IsDigit)
            ? new HeadLine { Place = place, Outlet = agency }
            : null;
    }

    private static bool IsAgency(string name) => Agencies.Contains(name) || (name.Length is >= 2 and <= 6 && name.All(char.IsAsciiLetterUpper));

    /// <summary>The text without labels at its end: "Zahid Orakzai Published" is "Zahid Orakzai".</summary>
    private static string Unlabelled(string before)
    {
        var rest = before.TrimEnd(' ', ',', '|', '—', '–', '-', ':', '·', '•', '/', '.', '(');
        while (rest.Length > 0 && Labels.Contains(LastWord(rest)))
            rest = rest[..^LastWord(rest).Length].TrimEnd(' ', ',', '|', '—', '–', '-', ':', '·', '•', '/', '.', '(');
        return rest.Trim();
    }

    /// <summary>The words that are neither a label, a time, a zone nor a weekday.</summary>
    private static string[] Unexplained(string text) =>
        Array.FindAll(
            text.ToLowerInvariant().Split([' ', '\u00A0', '\u202F', ',', '|', '(', ')', '-', '–', '—', '·', '•', '/', ':', '[', ']', '\t'], StringSplitOptions.RemoveEmptyEntries),
            word => !IsExplained(word.TrimEnd('.', ';')));

    private static bool IsExplained(string word) =>
        word.Length == 0 || char.IsAsciiDigit(word[0]) || word[0] == '+' || Labels.Contains(word) || Zones.Contains(word) || DateScanner.WeekdayOf(word) is not null;

    private static string FirstWord(string text) => text.Split([' ', ',', ':'], 2)[0].ToLowerInvariant();

    private static string LastWord(string text) => text[(text.LastIndexOf(' ') + 1)..].ToLowerInvariant();
}
