using System.Globalization;
using Digest.Text;

namespace Digest.News;

/// <summary>What the readers of press copy ask about characters and words.</summary>
internal static class PressText
{
    private const string ClosingMarks = "\"'”’»)]";

    /// <summary>Characters that take no room: zero-width spaces and joiners, the byte order mark, the soft hyphen.</summary>
    public static bool IsZeroWidth(int c) => c is 0x200B or 0x200C or 0x200D or 0x2060 or 0xFEFF or 0x00AD;

    /// <summary>Whether it separates words: white space (NBSP too) or nothing visible at all.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || IsZeroWidth(c);

    public static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && IsBlank(text[start]))
            start++;
        while (end > start && IsBlank(text[end - 1]))
            end--;
        return new(start, end);
    }

    /// <summary>The text with runs of blanks made one space, without blanks at its ends.</summary>
    public static string Folded(ReadOnlySpan<char> text)
    {
        var folded = new System.Text.StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text)
        {
            if (IsBlank(c))
            {
                gap |= !IsZeroWidth(c);
                continue;
            }

            if (gap && folded.Length > 0)
                folded.Append(' ');
            gap = false;
            folded.Append(c);
        }

        return folded.ToString();
    }

    /// <summary>Lower case, curly apostrophes made straight, blanks folded: the form word lists are written in.</summary>
    public static string Key(ReadOnlySpan<char> text) => Folded(text).Replace('’', '\'').ToLowerInvariant();

    public static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether it ends as a sentence does: a full stop, or an ellipsis, behind which only closing marks stand.</summary>
    public static bool EndsInFullStop(ReadOnlySpan<char> text) => LastBareCharacter(text) is '.' or '…';

    /// <summary>Whether it ends with a mark that closes a sentence or leads on to the next: ". ! ? … : ; ,".</summary>
    public static bool EndsInStop(ReadOnlySpan<char> text) => LastBareCharacter(text) is '.' or '…' or '!' or '?' or ':' or ';' or ',';

    private static char LastBareCharacter(ReadOnlySpan<char> text)
    {
        var bare = text.TrimEnd(ClosingMarks);
        return bare.IsEmpty ? '\0' : bare[^1];
    }

    /// <summary>Whether it has letters and none of them is lower case.</summary>
    public static bool IsUpperCase(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c))
                return false;
            if (char.IsUpper(c))
                letters++;
        }

        return letters > 1;
    }

    /// <summary>Whether every word of four letters or more is capitalised, as in a headline set in title case.</summary>
    public static bool IsTitleCase(string text) =>
        Words(text).Where(word => word.Count(char.IsLetter) >= 4).All(word => char.IsUpper(word.FirstOrDefault(char.IsLetter)));

    public static bool StartsWithUpper(ReadOnlySpan<char> text) =>
        !text.IsEmpty && (char.IsUpper(text[0]) || CharUnicodeInfo.GetUnicodeCategory(text[0]) == UnicodeCategory.OtherLetter);
}
