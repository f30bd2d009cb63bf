using Digest.News;

namespace Digest.Names;

/// <summary>Places that head what is told of them: a line of its own ("SYRIA"), a headline's first word ("Yemen: Rebels claim attack"), the capitals that open a paragraph ("SUDAN – The army …").</summary>
internal static class PlaceHeads
{
    private const int Longest = 40;

    /// <summary>The place that a block is headed by; null where it has none.</summary>
    internal static string? Of(TextBlock block, string text) => block.Kind switch
    {
        BlockKind.Subhead when block.Span.In(text) is var line && IsPlace(line) => line,
        BlockKind.Paragraph when RunIn(text.AsSpan(block.Span.Start, block.Span.Length), inCapitals: true) is { } head && IsPlace(head) => head,
        _ => null,
    };

    /// <summary>The place before the colon of a line between paragraphs ("Yemen: Rebels claim attack"); null where there is none.</summary>
    internal static string? OfLine(TextBlock block, string text) =>
        block.Kind == BlockKind.Subhead && RunIn(text.AsSpan(block.Span.Start, block.Span.Length), inCapitals: false) is { } head && IsPlace(head) ? head : null;

    // The words before the mark that ends a head.
    private static string? RunIn(ReadOnlySpan<char> block, bool inCapitals)
    {
        var mark = block[..Math.Min(block.Length, Longest)].IndexOfAny(':', '–', '—');
        if (mark <= 1 || mark + 1 >= block.Length || block[mark + 1] != ' ')
            return null;
        foreach (var c in block[..mark])
        {
            if (inCapitals && !(char.IsUpper(c) || c is ' ' or '-' or '.' or '\'' or '’'))
                return null;
        }

        return block[..mark].Trim().ToString();
    }

    private static bool IsPlace(string head) => Countries.ByName(head) is not null || Gazetteer.Find(head) is not null;
}
