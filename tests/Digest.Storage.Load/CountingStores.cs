using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Digest.Storage.Load;

/// <summary>Stores that count what is asked of them, by kind, and how long the answers took.</summary>
internal sealed class CountingStores(Stores stores) : IBlobStore, IMessageQueue
{
    private readonly ConcurrentDictionary<string, (long Count, TimeSpan Time)> counts = new(StringComparer.Ordinal);

    public Stores Stores => new(this, this);

    public IEnumerable<(string Kind, long Count, TimeSpan Time)> Counts => counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => (count.Key, count.Value.Count, count.Value.Time));

    public Task<BlobReading> ReadAsync(string name, long mostBytes, CancellationToken cancel = default) => CountAsync("read a blob", () => stores.Blobs.ReadAsync(name, mostBytes, cancel));

    public async Task<BlobWriting> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancel = default)
    {
        var written = await CountAsync("write a blob", () => stores.Blobs.WriteAsync(name, content, condition, cancel));
        if (!written.IsWritten)
            Add("(of them refused by their condition)", TimeSpan.Zero);
        return written;
    }

    public Task<bool> DeleteAsync(string name, WriteCondition condition, CancellationToken cancel = default) => CountAsync("delete a blob", () => stores.Blobs.DeleteAsync(name, condition, cancel));

    // A page of Azure's listing holds 5,000.
    public IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancel = default) => CountPages(stores.Blobs.ListAsync(prefix, cancel), cancel);

    public IAsyncEnumerable<string> ListFoldersAsync(string prefix, CancellationToken cancel = default) => CountPages(stores.Blobs.ListFoldersAsync(prefix, cancel), cancel);

    public Task SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancel = default) => CountAsync("send a message", async () =>
    {
        await stores.Queue.SendAsync(queue, body, delay, cancel);
        return true;
    });

    public Task<ImmutableArray<QueueMessage>> ReceiveAsync(string queue, int most, TimeSpan hidden, CancellationToken cancel = default) =>
        CountAsync("receive messages", () => stores.Queue.ReceiveAsync(queue, most, hidden, cancel));

    public Task<bool> CompleteAsync(QueueMessage message, CancellationToken cancel = default) => CountAsync("complete a message", () => stores.Queue.CompleteAsync(message, cancel));

    public Task ReleaseAsync(QueueMessage message, TimeSpan delay, CancellationToken cancel = default) => stores.Queue.ReleaseAsync(message, delay, cancel);

    private async IAsyncEnumerable<T> CountPages<T>(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancel)
    {
        const int page = 5000;
        var watch = Stopwatch.StartNew();
        var count = 0;
        await foreach (var item in items.WithCancellation(cancel))
        {
            if (count++ % page == page - 1)
                Add("list a page", TimeSpan.Zero);
            yield return item;
        }

        Add("list a page", watch.Elapsed);
    }

    private async Task<T> CountAsync<T>(string kind, Func<Task<T>> ask)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            return await ask();
        }
        finally
        {
            Add(kind, watch.Elapsed);
        }
    }

    private void Add(string kind, TimeSpan time) => counts.AddOrUpdate(kind, _ => (1, time), (_, sum) => (sum.Count + 1, sum.Time + time));
}
