using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Digest.Storage;

/// <summary>
/// Queues as folders with a file a message, for one machine and many processes. A file's name says when it is visible, how often it was delivered and which
/// message it is; to take it is to rename it, which only one can do.
/// </summary>
public sealed class FolderMessageQueue : IMessageQueue
{
    private readonly string root;
    private readonly TimeProvider clock;

    public FolderMessageQueue(string folder, TimeProvider clock)
    {
        (root, this.clock) = (Path.GetFullPath(folder), clock);
        Directory.CreateDirectory(Path.Combine(root, ".writing"));
    }

    public async Task SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancel = default)
    {
        var folder = Folder(queue);
        var draft = Path.Combine(root, ".writing", Guid.NewGuid().ToString("N"));
        try
        {
            await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await file.WriteAsync(Encoding.UTF8.GetBytes(body), cancel);
                file.Flush(flushToDisk: true);
            }

            Directory.CreateDirectory(folder);
            File.Move(draft, Path.Combine(folder, Name(clock.GetUtcNow() + delay, 0, Guid.NewGuid().ToString("N"))));
        }
        finally
        {
            File.Delete(draft);
        }
    }

    public async Task<ImmutableArray<QueueMessage>> ReceiveAsync(string queue, int most, TimeSpan hidden, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, 32);
        var folder = Folder(queue);
        var now = clock.GetUtcNow();
        var taken = ImmutableArray.CreateBuilder<QueueMessage>();
        foreach (var (visible, deliveries, id, path) in Waiting(folder))
        {
            if (taken.Count == most || visible > now)
                break;
            var receipt = Name(now + hidden, deliveries + 1, id);
            if (!TryMove(path, Path.Combine(folder, receipt)))
                continue;
            var body = await File.ReadAllTextAsync(Path.Combine(folder, receipt), cancel);
            taken.Add(new(queue, id, receipt, body, deliveries + 1));
        }

        return taken.ToImmutable();
    }

    public Task<bool> CompleteAsync(QueueMessage message, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        // Moved away first: a deletion does not say whether there was anything to delete.
        var grave = Path.Combine(root, ".writing", Guid.NewGuid().ToString("N"));
        if (!TryMove(Path.Combine(Folder(message.Queue), message.Receipt), grave))
            return Task.FromResult(false);
        File.Delete(grave);
        return Task.FromResult(true);
    }

    public Task ReleaseAsync(QueueMessage message, TimeSpan delay, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var folder = Folder(message.Queue);
        TryMove(Path.Combine(folder, message.Receipt), Path.Combine(folder, Name(clock.GetUtcNow() + delay, message.Deliveries, message.Id)));
        return Task.CompletedTask;
    }

    private static IEnumerable<(DateTimeOffset Visible, long Deliveries, string Id, string Path)> Waiting(string folder)
    {
        if (!Directory.Exists(folder))
            yield break;
        foreach (var path in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            var parts = Path.GetFileName(path).Split('_');
            if (parts.Length == 3
                && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
                && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var deliveries))
                yield return (new(ticks, TimeSpan.Zero), deliveries, parts[2], path);
        }
    }

    private static string Name(DateTimeOffset visible, long deliveries, string id) =>
        string.Create(CultureInfo.InvariantCulture, $"{visible.UtcTicks:D19}_{deliveries:D4}_{id}");

    private static bool TryMove(string from, string to)
    {
        try
        {
            // With overwriting, a move is one step of the file system; without, it is two, and two processes could both do the first.
            File.Move(from, to, overwrite: true);
            return true;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string Folder(string queue) => Path.Combine(root, QueueNames.Checked(queue));
}
