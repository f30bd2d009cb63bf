using System.Collections.Frozen;
using Digest.Text;

namespace Digest.News;

/// <summary>Tells a picture's caption by its label or its credit, never by what it shows.</summary>
internal static class CaptionSigns
{
    private const int LongestCredit = 80;

    private static readonly string[] Labels =
    [
        "photo:", "photos:", "picture:", "image:", "caption:", "media caption", "image caption", "video caption", "photo caption", "image source", "file photo", "file picture",
        "file image", "file -", "file –", "file —", "(file photo", "[file photo", "photograph:", "photo by", "photo credit", "photo courtesy", "image credit", "representational image",
        "representative image", "in this photo", "in this file photo", "in this handout", "in this image", "a handout photo", "an undated handout", "this handout photo", "screengrab from", "a screengrab",
    ];

    private static readonly FrozenSet<string> CreditWords = FrozenSet.Create(StringComparer.Ordinal,
        "photo", "photos", "photograph", "photographer", "picture", "pictures", "image", "images", "getty", "handout", "screengrab", "archive", "archives", "file", "stock",
        "shutterstock", "afp-jiji", "imago", "epa", "epa-efe", "zuma", "alamy", "pool", "courtesy", "via");

    private static readonly FrozenSet<string> Agencies = WordList.Read("News/agencies.words.txt");

    /// <summary>Whether the line is a caption by itself.</summary>
    public static bool Is(string line)
    {
        var key = PressText.Key(line);
        return Array.Exists(Labels, label => key.StartsWith(label, StringComparison.Ordinal)) || EndsInCredit(line);
    }

    /// <summary>
    /// The end of a caption that something else is glued to: behind its bracketed credit, "… 2011 (AFP photo) BAGHDAD — Iraq"; null where there is none.
    /// </summary>
    public static int? GluedEnd(string line)
    {
        for (var open = line.IndexOf('(', StringComparison.Ordinal); open >= 0; open = line.IndexOf('(', open + 1))
        {
            var close = line.IndexOf(')', open, Math.Min(LongestCredit, line.Length - open));
            if (close < 0)
                continue;
            var words = CreditKeys(line[(open + 1)..close]);
            if (words.Length is > 0 and <= 8 && Array.Exists(words, word => word is "photo" or "photograph" or "picture" or "image" or "getty") && line[(close + 1)..].Trim().Length > 20)
                return close + 1;
        }

        return null;
    }

    /// <summary>"(AFP photo)", "/ Photo: Reuters Archive", "[File: Name/Reuters]", ". Picture: Archive", "| Photo Credit: ANI", "Name/AFP".</summary>
    private static bool EndsInCredit(string line)
    {
        var bare = line.TrimEnd('.', ' ');
        if (bare.Length == 0)
            return false;
        if (bare[^1] is ')' or ']')
        {
            var open = bare.LastIndexOf(bare[^1] == ')' ? '(' : '[');
            return open > 0 && IsCredit(bare[(open + 1)..^1], bracketed: true, square: bare[^1] == ']');
        }

        foreach (var mark in (string[])[" / ", " | ", ". ", " — ", " – ", "  "])
        {
            var at = bare.LastIndexOf(mark, StringComparison.Ordinal);
            if (at > 0 && IsCredit(bare[(at + mark.Length)..], bracketed: false, square: false))
                return true;
        }

        return IsSlashedAgency(bare);
    }

    private static bool IsCredit(string credit, bool bracketed, bool square)
    {
        var words = CreditKeys(credit);
        if (words.Length is 0 or > 9)
            return false;
        if (words.Length == 1)
            return words[0] is "photo" or "archive" or "file" or "handout" or "screengrab" || (square && Agencies.Contains(credit.Trim()));
        // "Photo: X", "File photo", "Photo by X", "Reuters Archive", "AFP photo": a credit word first or last.
        return (words[0] is not "via" && CreditWords.Contains(words[0]) && (credit.Contains(':', StringComparison.Ordinal) || bracketed || words[1] is "by" or "credit" or "photo"))
            || (words.Length <= 4 && CreditWords.Contains(words[^1]) && PressText.StartsWithUpper(credit.TrimStart()))
            || (bracketed && words.Length <= 6 && IsSlashedAgency(credit));
    }

    /// <summary>"Jane Doe/AFP", "AFP/Getty Images": names and an agency joined by a slash.</summary>
    private static bool IsSlashedAgency(string text)
    {
        var slash = text.LastIndexOf('/');
        return slash > 1 && text[slash - 1] != ' ' && char.IsLetter(text[slash - 1])
            && (Agencies.Contains(text[(slash + 1)..].Trim()) || text.EndsWith("/Getty Images", StringComparison.Ordinal) || text.EndsWith("/Handout", StringComparison.Ordinal));
    }

    private static string[] CreditKeys(string credit) => credit.ToLowerInvariant().Split([' ', ':', ',', '/', '.', ';'], StringSplitOptions.RemoveEmptyEntries);
}
