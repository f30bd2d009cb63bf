using System.Collections.Immutable;

namespace Digest.Storage.Tests.Flow;

/// <summary>The process died here.</summary>
public sealed class CutOffException() : Exception("Cut off.");

/// <summary>
/// Stores and a mail sender that count what is written to them, and die right before or right after one of the writes. Once dead, nothing more is written: the process is gone.
/// </summary>
/// <param name="at">The write to die at, from 1; 0 to live.</param>
public sealed class Faults(Stores stores, IMailSender mail, int at, bool after) : IBlobStore, IMessageQueue, IMailSender
{
    private int writes;
    private bool isDead;

    public int Writes => writes;

    public Stores Stores => new(this, this);

    public Task<BlobReading> ReadAsync(string name, long mostBytes, CancellationToken cancel = default) => stores.Blobs.ReadAsync(name, mostBytes, cancel);

    public IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancel = default) => stores.Blobs.ListAsync(prefix, cancel);

    public IAsyncEnumerable<string> ListFoldersAsync(string prefix, CancellationToken cancel = default) => stores.Blobs.ListFoldersAsync(prefix, cancel);

    public Task<BlobWriting> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancel = default) =>
        Once(() => stores.Blobs.WriteAsync(name, content, condition, cancel));

    public Task<bool> DeleteAsync(string name, WriteCondition condition, CancellationToken cancel = default) => Once(() => stores.Blobs.DeleteAsync(name, condition, cancel));

    public Task SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancel = default) => Once(async () =>
    {
        await stores.Queue.SendAsync(queue, body, delay, cancel);
        return true;
    });

    public Task<ImmutableArray<QueueMessage>> ReceiveAsync(string queue, int most, TimeSpan hidden, CancellationToken cancel = default) => Once(() => stores.Queue.ReceiveAsync(queue, most, hidden, cancel));

    public Task<bool> CompleteAsync(QueueMessage message, CancellationToken cancel = default) => Once(() => stores.Queue.CompleteAsync(message, cancel));

    public Task ReleaseAsync(QueueMessage message, TimeSpan delay, CancellationToken cancel = default) => stores.Queue.ReleaseAsync(message, delay, cancel);

    public Task<MailOutcome> SendAsync(string from, string to, ReadOnlyMemory<byte> message, string key, CancellationToken cancel = default) => Once(() => mail.SendAsync(from, to, message, key, cancel));

    private async Task<T> Once<T>(Func<Task<T>> write)
    {
        if (isDead)
            throw new CutOffException();
        if (++writes != at)
            return await write();
        isDead = true;
        if (after)
            await write();
        throw new CutOffException();
    }
}
