namespace Digest.Storage.Tests.Flow;

/// <summary>A store on which the first write to a name that ends so waits until it is let go: a process that is held up at the worst moment.</summary>
internal sealed class HeldUp(IBlobStore store, string ending) : IBlobStore
{
    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The writer has come to the write.</summary>
    public Task Arrived => arrived.Task;

    public void Release() => released.TrySetResult();

    public Task<BlobReading> ReadAsync(string name, long mostBytes, CancellationToken cancel = default) => store.ReadAsync(name, mostBytes, cancel);

    public async Task<BlobWriting> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancel = default)
    {
        if (name.EndsWith(ending, StringComparison.Ordinal))
        {
            arrived.TrySetResult();
            await released.Task;
        }

        return await store.WriteAsync(name, content, condition, cancel);
    }

    public Task<bool> DeleteAsync(string name, WriteCondition condition, CancellationToken cancel = default) => store.DeleteAsync(name, condition, cancel);

    public IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancel = default) => store.ListAsync(prefix, cancel);

    public IAsyncEnumerable<string> ListFoldersAsync(string prefix, CancellationToken cancel = default) => store.ListFoldersAsync(prefix, cancel);
}
