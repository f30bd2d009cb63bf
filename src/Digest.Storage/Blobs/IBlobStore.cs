namespace Digest.Storage;

/// <summary>
/// Where articles, facts and editions lie: names and bytes, with conditional writes. A name is a path with forward slashes whose first part is the container
/// ("facts/2023-11-22/ab12.json"); what Azure allows in a blob's name is allowed here. A <see cref="FolderBlobStore"/> and an <see cref="AzureBlobStore"/> keep the same rules,
/// and one test suite holds both to them.
/// </summary>
public interface IBlobStore
{
    /// <summary>Reads a blob: its bytes and its ETag are of one and the same version.</summary>
    /// <param name="mostBytes">A larger blob is not read; that is an outcome, not an error.</param>
    Task<BlobReading> ReadAsync(string name, long mostBytes, CancellationToken cancel = default);

    /// <summary>Writes a blob whole, or not at all.</summary>
    Task<BlobWriting> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancel = default);

    /// <returns>Whether it is gone now: false where the condition did not hold. A blob that is not there is gone, unless an ETag was asked for.</returns>
    Task<bool> DeleteAsync(string name, WriteCondition condition, CancellationToken cancel = default);

    /// <summary>The blobs whose names begin so, in ordinal order of their names, page by page. The prefix holds the container and its slash at least.</summary>
    IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancel = default);

    /// <summary>The parts that follow a prefix which ends in a slash, up to the next slash: for "facts/", the days that have facts. In ordinal order.</summary>
    IAsyncEnumerable<string> ListFoldersAsync(string prefix, CancellationToken cancel = default);
}

/// <summary>A blob as a listing shows it.</summary>
/// <param name="ETag">Opaque, without quotation marks; another version has another.</param>
public sealed record BlobEntry(string Name, string ETag, long Size, DateTimeOffset LastModified);

/// <summary>What reading a blob gave.</summary>
public abstract record BlobReading
{
    private BlobReading()
    {
    }

    /// <param name="ContentType">As the upload said; null where the store keeps none.</param>
    public sealed record Found(BlobEntry Entry, ReadOnlyMemory<byte> Content, string? ContentType) : BlobReading;

    public sealed record Missing : BlobReading;

    /// <summary>It is larger than the reader wants; nothing of it was read into memory.</summary>
    public sealed record TooBig(BlobEntry Entry) : BlobReading;
}

/// <summary>What a write gave: the new version's ETag, or null where the condition did not hold and nothing was written.</summary>
public readonly record struct BlobWriting(string? ETag)
{
    public bool IsWritten => ETag is not null;
}

/// <summary>What must be so for a write to happen. The default asks for nothing.</summary>
public readonly record struct WriteCondition
{
    private WriteCondition(bool absent, string? etag) => (IsAbsent, ETag) = (absent, etag);

    public static WriteCondition None => default;

    /// <summary>There is no such blob yet.</summary>
    public static WriteCondition Absent => new(absent: true, null);

    /// <summary>The blob is still the version of this ETag.</summary>
    public static WriteCondition Matches(string etag) => new(absent: false, etag);

    /// <summary>The version that was seen, or none where none was.</summary>
    public static WriteCondition Unchanged(string? etag) => etag is null ? Absent : Matches(etag);

    public bool IsAbsent { get; }

    /// <summary>The ETag asked for; null where none is.</summary>
    public string? ETag { get; }

    /// <param name="current">The ETag of the blob as it is; null where there is none.</param>
    internal bool Holds(string? current) => IsAbsent ? current is null : ETag is null || string.Equals(ETag, current, StringComparison.Ordinal);
}
