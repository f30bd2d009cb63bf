namespace Digest.Storage.Flow;

/// <summary>Reading what we wrote ourselves.</summary>
internal static class StoreReading
{
    // No record or output of ours comes near it; what does is not ours.
    private const long Most = 256 * 1024 * 1024;

    public static async Task<BlobReading.Found?> FindAsync(this IBlobStore store, string name, CancellationToken cancel) => await store.ReadAsync(name, Most, cancel) switch
    {
        BlobReading.Found found => found,
        BlobReading.Missing => null,
        _ => throw new InvalidOperationException($"{name} has more than {Most} bytes; nothing of ours has."),
    };

    /// <summary>A small record, with the ETag to replace it by; null and null where there is none.</summary>
    public static async Task<(T? Value, string? ETag)> RecordAsync<T>(this IBlobStore store, string name, CancellationToken cancel)
        where T : class
    {
        if (await store.FindAsync(name, cancel) is not { } found)
            return default;
        try
        {
            return (FlowJson.Read<T>(found.Content), found.Entry.ETag);
        }
        catch (FormatException error)
        {
            throw new FormatException($"{name} cannot be read. {error.Message}", error);
        }
    }

    /// <summary>Makes a marker that says something once and for all.</summary>
    public static async Task MarkAsync(this DigestFlow flow, string marker, CancellationToken cancel)
    {
        if (flow.Memory.IsMarked(marker))
            return;
        await flow.Blobs.WriteAsync(marker, ReadOnlyMemory<byte>.Empty, WriteCondition.Absent, cancel);
        flow.Memory.Mark(marker);
    }
}
