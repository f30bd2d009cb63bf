namespace Digest.Storage.Flow;

/// <summary>The uploads that cannot be read.</summary>
public static class Quarantine
{
    /// <returns>Null where the upload is not in quarantine.</returns>
    public static async Task<QuarantineRecord?> FindAsync(DigestFlow flow, string name, CancellationToken cancel = default) =>
        (await flow.Blobs.RecordAsync<QuarantineRecord>(StorePaths.QuarantineOf(StorePaths.UploadId(name)), cancel)).Value;

    public static async IAsyncEnumerable<QuarantineRecord> ListAsync(DigestFlow flow, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var entry in flow.Blobs.ListAsync(StorePaths.Quarantine, cancel))
        {
            if ((await flow.Blobs.RecordAsync<QuarantineRecord>(entry.Name, cancel)).Value is { } record)
                yield return record;
        }
    }
}
