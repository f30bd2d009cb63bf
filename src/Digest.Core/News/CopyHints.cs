using System.Collections.Immutable;

namespace Digest.News;

/// <summary>What a format with mark-up or metadata already says of its text.</summary>
internal sealed record CopyHints
{
    public static readonly CopyHints None = new();

    /// <summary>The kind of each line of the text, in order; null where the mark-up leaves it open. Empty for plain text.</summary>
    public ImmutableArray<BlockKind?> LineKinds { get; init; } = [];

    public string? Title { get; init; }

    public string? Byline { get; init; }

    public string? Outlet { get; init; }

    public string? Dateline { get; init; }

    public string? Url { get; init; }

    /// <summary>The date of publication that metadata of the article states.</summary>
    public DateOnly? Date { get; init; }
}
