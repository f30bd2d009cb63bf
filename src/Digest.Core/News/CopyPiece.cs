using Digest.Text;

namespace Digest.News;

/// <summary>A line of press copy, or a part of one that stands for itself, on its way to becoming a block.</summary>
internal sealed class CopyPiece(TextSpan span, bool afterBlank)
{
    public TextSpan Span { get; set; } = span;

    /// <summary>Whether an empty line (or the text's start) stands before it.</summary>
    public bool AfterBlank { get; } = afterBlank;

    /// <summary>Null until something tells.</summary>
    public BlockKind? Kind { get; set; }

    /// <summary>What the line says of writer, place and date, where it is such a line.</summary>
    public HeadLine? Head { get; set; }

    /// <summary>Non-empty lines of a text, without the blanks at their ends.</summary>
    public static List<CopyPiece> Lines(string text)
    {
        var pieces = new List<CopyPiece>();
        var blank = true;
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !IsLineEnd(text[end]))
                end++;
            var span = PressText.Trim(text, start, end);
            if (!span.IsEmpty)
                pieces.Add(new(span, blank));
            // "\r\n" counts once: its second half would look like an empty line.
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
            blank = span.IsEmpty;
        }

        return pieces;
    }

    private static bool IsLineEnd(char c) => c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';
}
