using System.Collections.Immutable;
using System.Globalization;
using Digest.Rendering;

namespace Digest.Storage.Flow;

/// <summary>
/// Which draft of a day is the current one: <c>drafts/{publication}/{day}/draft.json</c>. A draft's files lie in a folder of their own and are never changed, so a reader that goes by
/// this record sees files of one draft, and of two that fold the day at once neither can spoil the other's.
/// </summary>
/// <param name="Folder">Of its files, within the day's; null where the day has no articles any more.</param>
/// <param name="Began">When its inputs began to be read: what was stored before is in it.</param>
/// <param name="Past">The hash of what later days compare themselves with.</param>
public sealed record DraftRecord(int Sequence, string? Folder, string Fingerprint, DateTimeOffset Began, int Articles, string Past, ImmutableArray<string> Files);

/// <summary>A day's draft in the store.</summary>
public static class Drafts
{
    private const string Record = "draft.json";

    /// <returns>Null where the day has none.</returns>
    public static async Task<DraftRecord?> FindAsync(DigestFlow flow, DateOnly date, CancellationToken cancel = default) => (await ReadAsync(flow, date, cancel)).Value;

    /// <summary>One file of the current draft ("page.html").</summary>
    /// <returns>Null where the day has no draft, or the draft no such file.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadFileAsync(DigestFlow flow, DateOnly date, string file, CancellationToken cancel = default)
    {
        // A draft that is replaced between the two readings takes its files with it; then there is a newer one.
        for (var attempt = 0; attempt < 10; attempt++)
        {
            if (await FindAsync(flow, date, cancel) is not { Folder: { } folder } draft || !draft.Files.Contains(file, StringComparer.Ordinal))
                return null;
            if (await flow.Blobs.FindAsync($"{StorePaths.DraftOf(flow.PublicationId, date)}{folder}/{file}", cancel) is { } found)
                return found.Content;
        }

        throw new TimeoutException($"The draft of {StorePaths.Iso(date)} is replaced faster than it can be read.");
    }

    internal static Task<(DraftRecord? Value, string? ETag)> ReadAsync(DigestFlow flow, DateOnly date, CancellationToken cancel) =>
        flow.Blobs.RecordAsync<DraftRecord>(StorePaths.DraftOf(flow.PublicationId, date) + Record, cancel);

    /// <summary>Puts a draft in the place of the one that was read.</summary>
    /// <param name="rendered">Null for a day without articles.</param>
    /// <returns>False where somebody else did so first.</returns>
    internal static async Task<bool> ReplaceAsync(DigestFlow flow, DayInputs inputs, RenderedEdition? rendered, string past, (DraftRecord? Value, string? ETag) before, CancellationToken cancel)
    {
        var root = StorePaths.DraftOf(flow.PublicationId, inputs.Date);
        var sequence = (before.Value?.Sequence ?? 0) + 1;
        // Two that make the same next draft of the same inputs write the same files.
        var folder = rendered is null ? null : string.Create(CultureInfo.InvariantCulture, $"{sequence:D6}-{inputs.Fingerprint[..12]}");
        foreach (var file in rendered?.Files ?? [])
            await flow.Blobs.WriteAsync($"{root}{folder}/{file.Name}", file.Content, WriteCondition.None, cancel);
        var record = new DraftRecord(sequence, folder, inputs.Fingerprint, inputs.Began, inputs.Articles.Length, past, [.. rendered?.Files.Select(file => file.Name) ?? []]);
        if (!(await flow.Blobs.WriteAsync(root + Record, FlowJson.Bytes(record), WriteCondition.Unchanged(before.ETag), cancel)).IsWritten)
            return false;
        await TidyAsync(flow, root, record, cancel);
        return true;
    }

    /// <summary>Notes that the draft holds also for what was stored since.</summary>
    internal static async Task ConfirmAsync(DigestFlow flow, DayInputs inputs, (DraftRecord? Value, string? ETag) current, CancellationToken cancel)
    {
        var record = current.Value! with { Began = inputs.Began };
        await flow.Blobs.WriteAsync(StorePaths.DraftOf(flow.PublicationId, inputs.Date) + Record, FlowJson.Bytes(record), WriteCondition.Matches(current.ETag!), cancel);
    }

    /// <summary>Deletes the files of earlier drafts. A draft of a later sequence may be being written.</summary>
    private static async Task TidyAsync(DigestFlow flow, string root, DraftRecord current, CancellationToken cancel)
    {
        await foreach (var entry in flow.Blobs.ListAsync(root, cancel))
        {
            var folder = entry.Name[root.Length..].Split('/')[0];
            if (folder != Record && folder != current.Folder && int.TryParse(folder.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence <= current.Sequence)
                await flow.Blobs.DeleteAsync(entry.Name, WriteCondition.None, cancel);
        }
    }
}
