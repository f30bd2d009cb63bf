using System.Collections.Immutable;

namespace Digest.News;

/// <summary>One file as it came in: its name (a file name or blob path) and its bytes.</summary>
public sealed record UploadedFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>The media type the upload names, with its charset if it has one; null where it names none.</summary>
    public string? ContentType { get; init; }

    public DateTimeOffset? UploadedAt { get; init; }
}

/// <summary>Something in one upload that could not be read, worded for the person who will look.</summary>
/// <param name="Line">1-based; 0 where the problem is the file as a whole.</param>
/// <param name="Column">1-based; 0 where the problem is the file as a whole.</param>
public sealed record ReadProblem(string Name, int Line, int Column, string Message)
{
    public override string ToString() => $"{Name}({Line},{Column}): {Message}";
}

/// <summary>What reading an upload gave: an article, or none and at least one problem that says why. An article may come with problems too.</summary>
public sealed record ArticleReading(Article? Article, ImmutableArray<ReadProblem> Problems);
