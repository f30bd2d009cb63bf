using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Text;

namespace Digest.News;

/// <summary>Tells lines that a page prints around a story from lines of the story, by signs that need no context.</summary>
internal static class PageFurniture
{
    private const int LongestLine = 220;

    private static readonly ImmutableArray<string> Openings =
        [.. WordList.Lines("News/boilerplate.words.txt").Where(entry => !entry.EndsWith('=')).Order(StringComparer.Ordinal)];

    private static readonly FrozenSet<string> WholeLines =
        WordList.Lines("News/boilerplate.words.txt").Where(entry => entry.EndsWith('=')).Select(entry => entry[..^1]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> LinkListHeadings = WordList.Read("News/linklists.words.txt");

    private static readonly FrozenSet<string> Closings = WordList.Read("News/closings.words.txt");

    private static readonly FrozenSet<string> Networks = FrozenSet.Create(StringComparer.Ordinal,
        "share", "tweet", "whatsapp", "facebook", "twitter", "email", "e-mail", "mail", "print", "telegram", "linkedin", "reddit", "messenger", "instagram",
        "youtube", "tiktok", "pinterest", "copy", "link", "save", "comment", "comments", "x", "threads", "bluesky", "pocket", "flipboard", "on", "and", "more", "post");

    private static readonly string[] NavigationMarks = [" | ", " · ", " • ", " > ", " › ", " » ", " / ", " :: "];

    public static bool Is(string line)
    {
        if (line.Length > LongestLine)
            return false;
        var key = PressText.Key(line).TrimStart('•', '●', '♦', '►', '▶', '→', '>', '*', '-', ' ');
        return !key.Any(char.IsLetterOrDigit)
            || key.Contains("appeared first on", StringComparison.Ordinal)
            || WholeLines.Contains(key)
            || WholeLines.Contains(PressText.Key(line))
            || Opens(key)
            || key.Contains("all rights reserved", StringComparison.Ordinal)
            || key[0] == '©'
            || IsNavigation(line)
            || IsSharing(key)
            || IsReadingTime(key)
            || IsLocale(line)
            || IsAddress(line);
    }

    /// <summary>Whether a list of links to other stories follows ("Related stories", "More News").</summary>
    public static bool OpensLinkList(string line) => line.Length <= 40 && LinkListHeadings.Contains(PressText.Key(line).TrimEnd(':', ' ', '»', '>', '.', '…'));

    /// <summary>Whether nothing of the story follows ("Notes to editors").</summary>
    public static bool ClosesStory(string line) => line.Length <= 40 && Closings.Contains(PressText.Key(line).TrimEnd(':', ' '));

    private static bool Opens(string key)
    {
        foreach (var opening in Openings)
        {
            if (key.StartsWith(opening, StringComparison.Ordinal)
                && (key.Length == opening.Length || !char.IsLetterOrDigit(opening[^1]) || !char.IsLetter(key[opening.Length])))
                return !ReadsAsProse(key, opening);
        }

        return false;
    }

    /// <summary>"Support us or leave, the militia told residents, killing three": a long sentence is the story's even where it opens like a button.</summary>
    private static bool ReadsAsProse(string key, string opening) =>
        key.Length > opening.Length + 80 && PressText.EndsInFullStop(key) && (key.Contains(" said", StringComparison.Ordinal) || key.Contains('"') || key.Contains('“'));

    /// <summary>"Menu | Log in | 29°C Jeddah", "Home > Middle East > Syria": three or more short items.</summary>
    private static bool IsNavigation(string line)
    {
        foreach (var mark in NavigationMarks)
        {
            var items = line.Split(mark);
            if (items.Length >= 3 && Array.TrueForAll(items, item => item.Length <= 32 && PressText.Words(item).Length is >= 1 and <= 5 && !PressText.EndsInFullStop(item)))
                return true;
        }

        return false;
    }

    private static bool IsSharing(string key)
    {
        var words = key.Split([' ', '|', '·', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && Array.TrueForAll(words, word => Networks.Contains(word) || (words.Length > 1 && int.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out _)));
    }

    /// <summary>"4 min read", "3 minutes read", "Reading time: 5 min".</summary>
    private static bool IsReadingTime(string key)
    {
        if (key.StartsWith("reading time", StringComparison.Ordinal))
            return true;
        var words = PressText.Words(key.Replace('-', ' '));
        return words.Length is 3 or 4 && char.IsAsciiDigit(words[0][0]) && words[1].StartsWith("min", StringComparison.Ordinal) && words[^1] == "read";
    }

    /// <summary>"en_USEnglish": the name of a page's language, with its label glued on.</summary>
    private static bool IsLocale(string line) =>
        line.Length is >= 5 and <= 24 && char.IsAsciiLetterLower(line[0]) && char.IsAsciiLetterLower(line[1]) && line[2] == '_'
        && char.IsAsciiLetterUpper(line[3]) && char.IsAsciiLetterUpper(line[4]) && !line.Contains(' ', StringComparison.Ordinal);

    /// <summary>"304 North Cardinal St.", "Dorchester Center, MA 02124".</summary>
    private static bool IsAddress(string line)
    {
        var words = PressText.Words(line);
        if (words.Length is < 3 or > 7)
            return false;
        var isStreet = words[0].All(char.IsAsciiDigit) && words.Skip(1).All(word => char.IsUpper(word[0]))
            && words[^1].TrimEnd('.', ',') is "St" or "Street" or "Ave" or "Avenue" or "Road" or "Rd" or "Blvd" or "Boulevard" or "Lane" or "Drive" or "Dr" or "Square";
        var isTown = words[^1].Length == 5 && words[^1].All(char.IsAsciiDigit) && words[^2].Length == 2 && words[^2].All(char.IsAsciiLetterUpper) && words[^3].EndsWith(',');
        return isStreet || isTown;
    }
}
