using System.Collections.Immutable;
using Digest.Facts;
using Digest.News;

namespace Digest.Storage.Flow;

/// <summary>What was read out of an upload: facts, or why there are none.</summary>
internal sealed record ReadUpload(ArticleFacts? Facts, QuarantineReason? Reason, ImmutableArray<string> Problems);

/// <summary>An upload as it was found.</summary>
/// <param name="Content">Null where it is too big to be an article.</param>
internal sealed record UploadReading(string Name, string ETag, long Size, DateTimeOffset UploadedAt, ReadOnlyMemory<byte>? Content, string? ContentType)
{
    // What uploading tools say when they do not know; it says nothing of the content.
    private const string Unspecified = "application/octet-stream";

    /// <returns>Null where there is no such upload.</returns>
    public static async Task<UploadReading?> ReadAsync(IBlobStore store, string name, CancellationToken cancel) => await store.ReadAsync(name, ArticleReader.MostBytes, cancel) switch
    {
        BlobReading.Found found => new(name, found.Entry.ETag, found.Entry.Size, found.Entry.LastModified, found.Content, found.ContentType is Unspecified ? null : found.ContentType),
        BlobReading.TooBig big => new(name, big.Entry.ETag, big.Entry.Size, big.Entry.LastModified, null, null),
        _ => null,
    };

    public ReadUpload Read()
    {
        if (Content is not { } content)
            return new(null, QuarantineReason.TooBig, [$"It has {Size} bytes; at most {ArticleReader.MostBytes} are read. Upload the article's text alone."]);
        if (content.IsEmpty)
            return new(null, QuarantineReason.Empty, ["It has no bytes. Upload it again."]);
        // Digests call an article by its name within the container, as `digest build` does within its folder.
        var file = new UploadedFile(Name[StorePaths.Articles.Length..], content) { ContentType = ContentType, UploadedAt = UploadedAt };
        try
        {
            var reading = ArticleReader.Read(file);
            return reading.Article is { } article
                ? new(FactExtractor.Extract(article), null, [])
                : new(null, QuarantineReason.Unreadable, [.. reading.Problems.Select(problem => problem.ToString())]);
        }
#pragma warning disable CA1031 // One article out of many fails alone; what failed is ours, and the record says so.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return new(null, QuarantineReason.AnalysisFailed, [$"{error.GetType().Name}: {error.Message} Report it with the article; it is read again by itself after the next deployment."]);
        }
    }
}
