using System.Collections.Immutable;
using System.Text;

namespace Digest.News;

/// <summary>
/// What a reader of one format took out of a file: readable text, one block a line, with what the format says of it. Or the reason why it is no article.
/// </summary>
internal sealed record FormatReading(string Text, CopyHints Hints)
{
    /// <summary>Why the file gives no article; null where it gives one.</summary>
    public string? Problem { get; init; }

    /// <summary>1-based line of the problem in the file; 0 for the file as a whole.</summary>
    public int Line { get; init; }

    public int Column { get; init; }

    public static FormatReading Failed(string problem, int line = 0, int column = 0) => new("", CopyHints.None) { Problem = problem, Line = line, Column = column };
}

/// <summary>One block of a marked-up text: its words, and its kind where the mark-up tells.</summary>
internal readonly record struct MarkedBlock(string Text, BlockKind? Kind);

internal static class MarkedText
{
    /// <summary>The blocks as a text with an empty line between them; the hints get the kind of each line.</summary>
    public static FormatReading Join(IEnumerable<MarkedBlock> blocks, CopyHints hints)
    {
        var text = new StringBuilder();
        var kinds = ImmutableArray.CreateBuilder<BlockKind?>();
        foreach (var block in blocks)
        {
            var words = PressText.Folded(block.Text);
            if (words.Length == 0)
                continue;
            if (text.Length > 0)
                text.Append("\n\n");
            text.Append(words);
            kinds.Add(block.Kind);
        }

        return new(text.ToString(), hints with { LineKinds = kinds.ToImmutable() });
    }
}
