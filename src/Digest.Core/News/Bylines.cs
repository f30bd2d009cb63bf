using System.Collections.Frozen;

namespace Digest.News;

/// <summary>Reads the names out of a byline, with or without "By".</summary>
internal static class Bylines
{
    /// <summary>Who wrote it, as printed, and the place the line gives them (", Beirut"; null for "in Kyiv", which says where one of them is).</summary>
    internal sealed record Byline(string Names, string? Place);

    private const int LongestNames = 90;

    private static readonly string[] Openings = ["By ", "BY ", "by ", "Written by ", "Story by ", "Words by ", "Reported by ", "Author: ", "Authors: ", "By: ", "Our team: ", "From our ", "By\u00A0"];

    private static readonly string[] Joints = [" and ", ", ", "; "];

    private static readonly FrozenSet<string> Staff = FrozenSet.Create(StringComparer.Ordinal,
        "agencies", "agency", "staff", "desk", "correspondent", "correspondents", "reporter", "reporters", "writer", "writers", "bureau", "newsroom", "team", "editors", "editor", "wires", "services");

    private static readonly FrozenSet<string> Organisations = FrozenSet.Create(StringComparer.Ordinal,
        "post", "times", "news", "herald", "radio", "agency", "gazette", "tribune", "tv", "television", "wire", "press", "courier", "daily", "chronicle", "journal", "guardian", "mail", "observer",
        "monitor", "star", "online", "media", "network", "broadcasting", "international", "relief", "report", "reports", "review", "today", "weekly", "bulletin", "service", "ministry", "office",
        "committee", "mission", "watch", "organisation", "organization", "foundation", "centre", "center", "institute", "dispatch", "telegraph", "standard", "independent", "examiner", "express",
        "world", "nation", "national", "inform", "matin", "channel", "broadcaster");

    private static readonly FrozenSet<string> Particles = FrozenSet.Create(StringComparer.Ordinal, "al", "el", "de", "da", "van", "von", "bin", "ibn", "del", "la", "le", "abu", "di", "dos", "der", "den", "ben");

    /// <summary>Reads a whole line; null where it is no byline.</summary>
    public static Byline? Read(string line)
    {
        var opening = Array.Find(Openings, o => line.StartsWith(o, StringComparison.Ordinal));
        if (opening is null)
            return IsUnmarked(line) ? Names(line) : null;
        var names = line[(opening.StartsWith("From", StringComparison.Ordinal) ? "From ".Length : opening.Length)..].Trim();
        var first = names.Split(' ', 2)[0];
        // "By 13:00 the number had risen", "By Friday the town was empty" are sentences.
        if (names.Length is 0 or > LongestNames || char.IsAsciiDigit(first[0]) || DateScanner.WeekdayOf(first.TrimEnd(',')) is not null
            || (PressText.EndsInFullStop(names) && PressText.Words(names).Length > 6) || !(char.IsUpper(first[0]) || char.IsLetter(first[0]) && IsStaff(names) || IsParticle(first)))
            return null;
        return Names(names);
    }

    /// <summary>Whether it names no one but a staff or the wires: "Agencies", "Our correspondent in Sanaa and agencies", "Gomal TV News Desk".</summary>
    public static bool IsAgencies(string text) => IsStaff(text) && PressText.Words(text).Length <= 8 && !PressText.EndsInStop(text);

    /// <summary>One to three names of two to four capitalised words each, joined by commas or "and".</summary>
    public static bool IsNames(string text)
    {
        var people = text.Split([",", " and ", " & "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return people.Length is >= 1 and <= 4 && Array.TrueForAll(people, IsName);
    }

    public static bool IsOrganisation(string text) => Array.Exists(PressText.Words(text.ToLowerInvariant()), word => word.Split('-').Any(Organisations.Contains));

    /// <summary>"(Reporting by A Name in Erbil and B Name; Editing by C Name)" names who wrote it before the first semicolon; null for other credits.</summary>
    public static string? OfCredit(string credit)
    {
        var bare = credit.Trim('(', ')', '[', ']', ' ', '.');
        const string Reporting = "Reporting by ";
        if (!bare.StartsWith(Reporting, StringComparison.OrdinalIgnoreCase))
            return null;
        var names = WithoutTowns(bare[Reporting.Length..].Split(';')[0]);
        return IsNames(names) ? names : null;
    }

    private static bool IsName(string person)
    {
        var words = PressText.Words(person);
        return words.Length is >= 2 and <= 4 && char.IsUpper(words[0][0])
            && Array.TrueForAll(words, word => (char.IsUpper(word[0]) || IsParticle(word)) && word.All(c => char.IsLetter(c) || c is '-' or '\'' or '’' or '.'));
    }

    private static bool IsParticle(string word) => Particles.Contains(word.ToLowerInvariant().Split('-')[0]);

    private static bool IsUnmarked(string line)
    {
        var place = line.IndexOf(" in ", StringComparison.Ordinal);
        var names = place > 0 ? line[..place] : line;
        return line.Length <= LongestNames && !PressText.EndsInStop(line)
            && ((place > 0 && IsNames(names) && !IsOrganisation(names) && PressText.Words(line[(place + 4)..]) is { Length: >= 1 and <= 3 } town && char.IsUpper(town[0][0]))
                || (IsStaff(line) && PressText.Words(line).Length <= 9 && line.StartsWith("Our ", StringComparison.OrdinalIgnoreCase))
                || (IsStaff(line) && PressText.Words(line).Length <= 5 && (PressText.IsTitleCase(line) || PressText.Words(line).Length == 1)));
    }

    private static bool IsStaff(string text) =>
        text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words
        && (Staff.Contains(words[^1].ToLowerInvariant()) || (words[0].Equals("our", StringComparison.OrdinalIgnoreCase) && Array.Exists(words, word => Staff.Contains(word.ToLowerInvariant()))));

    private static Byline? Names(string text)
    {
        var names = text;
        foreach (var mark in (string[])[" | ", " — ", " – ", " Published", " Updated", " · ", " - "])
        {
            if (names.IndexOf(mark, StringComparison.Ordinal) is var at and > 0)
                names = names[..at];
        }

        names = WithoutBrackets(names).Trim().TrimEnd(',', ':', ';');
        string? place = null;
        // "By Miriam Castell, Beirut": one word behind the last comma is where it was written; a second name has two.
        if (names.LastIndexOf(", ", StringComparison.Ordinal) is var comma and > 0 && !names[(comma + 2)..].Contains(' ', StringComparison.Ordinal) && IsNames(names[..comma]) && names.Length > comma + 3)
            (names, place) = (names[..comma], names[(comma + 2)..]);
        if (!IsStaff(names))
            names = WithoutTowns(names);
        return names.Length == 0 ? null : new(names, place);
    }

    /// <summary>"Martin Ellwood in Kyiv and Ann Lee in Rome" is "Martin Ellwood and Ann Lee".</summary>
    public static string WithoutTowns(string names)
    {
        for (var at = names.IndexOf(" in ", StringComparison.Ordinal); at > 0; at = names.IndexOf(" in ", at, StringComparison.Ordinal))
        {
            var next = Joints.Select(mark => names.IndexOf(mark, at + 4, StringComparison.Ordinal)).Where(i => i > 0).DefaultIfEmpty(names.Length).Min();
            names = names.Remove(at, next - at);
        }

        return names.Trim();
    }

    private static string WithoutBrackets(string names)
    {
        for (var open = names.IndexOf(" (", StringComparison.Ordinal); open > 0; open = names.IndexOf(" (", StringComparison.Ordinal))
        {
            var close = names.IndexOf(')', open);
            names = close < 0 ? names[..open] : names.Remove(open, close + 1 - open);
        }

        return names;
    }
}
