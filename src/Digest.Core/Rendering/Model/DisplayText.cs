using System.Text;

namespace Digest.Rendering.Model;

/// <summary>
/// Text from outside made fit to be shown: every character stays, but none can reach beyond its own field.
/// Control characters and halves of surrogate pairs become U+FFFD (no format we write may hold them),
/// and an opened change of direction is closed again where the field ends.
/// </summary>
public static class DisplayText
{
    private const char Replacement = '\uFFFD';

    /// <summary>For a field of one line: line ends and tabs become spaces too.</summary>
    public static string Line(string text) => Clean(text, keepLineEnds: false);

    /// <summary>For a passage: its line ends stay.</summary>
    public static string Block(string text) => Clean(text, keepLineEnds: true);

    private static string Clean(string text, bool keepLineEnds)
    {
        if (!NeedsCleaning(text, keepLineEnds))
            return text;
        var clean = new StringBuilder(text.Length + 4);
        var closers = new Stack<char>();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF')
                clean.Append(Replacement);
            else if (c is '\n' or '\t' && keepLineEnds)
                clean.Append(c);
            else if (c == '\r')
                AppendReturn(clean, keepLineEnds, i + 1 < text.Length && text[i + 1] == '\n');
            else if (c is '\n' or '\t' or '\u2028' or '\u2029' or '\u0085')
                clean.Append(keepLineEnds ? '\n' : ' ');
            else if (char.IsControl(c))
                clean.Append(Replacement);
            else
            {
                clean.Append(c);
                Track(c, closers);
            }
        }
        while (closers.TryPop(out var closer))
            clean.Append(closer);
        return clean.ToString();
    }

    private static void AppendReturn(StringBuilder clean, bool keepLineEnds, bool beforeLineFeed)
    {
        if (!beforeLineFeed)
            clean.Append(keepLineEnds ? '\n' : ' ');
    }

    // Embeddings and overrides end with U+202C, isolates with U+2069.
    private static void Track(char c, Stack<char> closers)
    {
        if (c is '\u202A' or '\u202B' or '\u202D' or '\u202E')
            closers.Push('\u202C');
        else if (c is '\u2066' or '\u2067' or '\u2068')
            closers.Push('\u2069');
        else if (c is '\u202C' or '\u2069' && closers.TryPeek(out var top) && top == c)
            closers.Pop();
    }

    private static bool NeedsCleaning(string text, bool keepLineEnds)
    {
        // Most texts are ASCII from end to end.
        var other = text.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        foreach (var c in other < 0 ? [] : text.AsSpan(other))
        {
            if (c is >= ' ' and <= '~')
                continue;
            if ((char.IsControl(c) && !(keepLineEnds && c == '\n')) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
                return true;
        }
        return false;
    }
}
