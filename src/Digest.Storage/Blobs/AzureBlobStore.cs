using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Digest.Storage;

/// <summary>Blobs in an Azure Storage account, or in Azurite.</summary>
/// <param name="createsContainers">
/// Whether a container that is missing is made at the first write. On Azure the deployment makes them, and the app's identity may not.
/// </param>
public sealed class AzureBlobStore(BlobServiceClient account, bool createsContainers = false) : IBlobStore
{
    public async Task<BlobReading> ReadAsync(string name, long mostBytes, CancellationToken cancel = default)
    {
        try
        {
            // One answer holds the bytes, the size and the ETag; the body streams, so a large one is left where it is.
            using var answer = (await Client(name).DownloadStreamingAsync(cancellationToken: cancel)).Value;
            var entry = new BlobEntry(name, Plain(answer.Details.ETag), answer.Details.ContentLength, answer.Details.LastModified);
            if (entry.Size > mostBytes)
                return new BlobReading.TooBig(entry);
            var content = new byte[entry.Size];
            await answer.Content.ReadExactlyAsync(content, cancel);
            return new BlobReading.Found(entry, content, answer.Details.ContentType);
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return new BlobReading.Missing();
        }
    }

    public async Task<BlobWriting> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancel = default)
    {
        var blob = Client(name);
        var options = new BlobUploadOptions { Conditions = Conditions(condition), HttpHeaders = new() { ContentType = ContentTypes.Of(name) } };
        for (var retried = false; ; retried = true)
        {
            try
            {
                return new(Plain((await blob.UploadAsync(BinaryData.FromBytes(content), options, cancel)).Value.ETag));
            }
            catch (RequestFailedException error) when (IsRefused(error, condition))
            {
                return default;
            }
            catch (RequestFailedException error) when (createsContainers && !retried && error.ErrorCode == BlobErrorCode.ContainerNotFound)
            {
                await account.GetBlobContainerClient(blob.BlobContainerName).CreateIfNotExistsAsync(cancellationToken: cancel);
            }
        }
    }

    public async Task<bool> DeleteAsync(string name, WriteCondition condition, CancellationToken cancel = default)
    {
        try
        {
            await Client(name).DeleteAsync(DeleteSnapshotsOption.IncludeSnapshots, condition.IsAbsent ? null : Conditions(condition), cancel);
            return true;
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return condition.Holds(null);
        }
        catch (RequestFailedException error) when (IsRefused(error, condition))
        {
            return false;
        }
    }

    public async IAsyncEnumerable<BlobEntry> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var (container, start) = BlobNames.SplitPrefix(prefix);
        await using var blobs = account.GetBlobContainerClient(container).GetBlobsAsync(prefix: start, cancellationToken: cancel).GetAsyncEnumerator(cancel);
        while (await NextAsync(blobs))
        {
            var (name, properties) = (blobs.Current.Name, blobs.Current.Properties);
            yield return new($"{container}/{name}", Plain(properties.ETag!.Value), properties.ContentLength ?? 0, properties.LastModified ?? default);
        }
    }

    public async IAsyncEnumerable<string> ListFoldersAsync(string prefix, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var (container, start) = BlobNames.SplitPrefix(prefix);
        await using var items = account.GetBlobContainerClient(container).GetBlobsByHierarchyAsync(delimiter: "/", prefix: start, cancellationToken: cancel).GetAsyncEnumerator(cancel);
        while (await NextAsync(items))
        {
            if (items.Current.IsPrefix)
                yield return items.Current.Prefix[start.Length..^1];
        }
    }

    private static async Task<bool> NextAsync<T>(IAsyncEnumerator<T> items)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return false;
        }
    }

    private BlobClient Client(string name)
    {
        var (container, blob) = BlobNames.Split(name);
        return account.GetBlobContainerClient(container).GetBlobClient(blob);
    }

    private static BlobRequestConditions? Conditions(WriteCondition condition) =>
        condition.IsAbsent ? new() { IfNoneMatch = ETag.All }
        : condition.ETag is { } etag ? new() { IfMatch = new ETag($"\"{etag}\"") }
        : null;

    // 412 says so outright; 409 is what a create-if-absent gets where the blob is there; with If-Match, a blob that is not there is 412 or 404.
    private static bool IsRefused(RequestFailedException error, WriteCondition condition) => error.Status == 412
        || (condition.IsAbsent && error.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        || (condition.ETag is not null && error.ErrorCode == BlobErrorCode.BlobNotFound);

    private static string Plain(ETag etag) => etag.ToString("G").Trim('"');
}
