using System.Collections.Immutable;
using Digest.Facts;
using Digest.News;

namespace Digest.Storage.Flow;

/// <summary>What reading an upload came to.</summary>
public enum IngestResult
{
    /// <summary>Its facts are stored.</summary>
    Stored,

    /// <summary>It was read before, as it is; nothing was written.</summary>
    Unchanged,

    Quarantined,

    /// <summary>It is not there (any more); what was known of it is taken back.</summary>
    Gone,
}

/// <param name="Date">The day that the article states; null where it states none, or there is no article.</param>
/// <param name="Reason">Where it was quarantined.</param>
public sealed record IngestOutcome(IngestResult Result, DateOnly? Date, QuarantineReason? Reason);

/// <summary>
/// From an upload to its facts: <c>articles/…</c> to <c>facts/{day}/…</c> or <c>quarantine/…</c>, and a message for each day that this changes.
/// It may be run as often as one likes, by as many at once, and be cut off anywhere: run again, it comes to the same end.
/// </summary>
public static class Ingest
{
    private const int Attempts = 40;

    // Deliveries are repeated when they fail; this many in a row lost to others is no coincidence.
    private static readonly string Contended = $"after {Attempts} attempts others still write about the same upload";

    /// <param name="name">The upload's blob: "articles/2023-11-22/report.txt".</param>
    /// <param name="again">Reads it also where nothing has changed since it was last read.</param>
    /// <exception cref="ArgumentException">The name is not that of an upload.</exception>
    public static async Task<IngestOutcome> RunAsync(DigestFlow flow, string name, bool again = false, CancellationToken cancel = default)
    {
        if (!name.StartsWith(StorePaths.Articles, StringComparison.Ordinal))
            throw new ArgumentException($"\"{name}\" is no upload; expected a blob under {StorePaths.Articles}.", nameof(name));
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await TryAsync(flow, name, again, cancel) is { } outcome)
                return outcome;
            await Task.Delay(Random.Shared.Next(5 * (attempt + 1)), cancel);
        }

        throw new TimeoutException($"{name}: {Contended}.");
    }

    /// <returns>Null where somebody else wrote meanwhile.</returns>
    private static async Task<IngestOutcome?> TryAsync(DigestFlow flow, string name, bool again, CancellationToken cancel)
    {
        var id = StorePaths.UploadId(name);
        // Before the upload itself: whoever wrote a newer record has seen a newer upload, or the same.
        var (before, etag) = await flow.Blobs.RecordAsync<UploadRecord>(StorePaths.UploadOf(id), cancel);
        var upload = await UploadReading.ReadAsync(flow.Blobs, name, cancel);
        if (before is null && upload is null)
            return new(IngestResult.Gone, null, null);
        if (before is not null && !again && before.ETag == upload?.ETag && (upload is null || before.Version == CodeVersion.Current)
            && await RepeatedAsync(flow, before, cancel) is { } repeated)
            return repeated;

        var read = upload?.Read();
        if (read?.Facts is { } found)
            read = read with { Facts = await Enrichments.AddAsync(flow, name, found, cancel) };
        var record = read switch
        {
            null => null,
            { Facts: { } facts } => StorePaths.FactsOf(facts.DayStated(), id),
            _ => StorePaths.QuarantineOf(id),
        };
        var isSame = before is not null && before.ETag == upload?.ETag && before.Version == CodeVersion.Current && before.Record == record && !again;
        var after = isSame ? before! : new UploadRecord(name, upload?.ETag, upload?.UploadedAt ?? before!.UploadedAt, (before?.Generation ?? 0) + 1, CodeVersion.Current, record, Retired(before, record));
        if (!isSame && !(await flow.Blobs.WriteAsync(StorePaths.UploadOf(id), FlowJson.Bytes(after), WriteCondition.Unchanged(etag), cancel)).IsWritten)
            return null;

        var changed = new List<DateOnly?>();
        if (read?.Facts is { } stored)
        {
            if (stored.DayStated() is { } day)
                await flow.MarkAsync(StorePaths.Arrivals(DateOnly.FromDateTime(upload!.UploadedAt.UtcDateTime)) + StorePaths.Iso(day), cancel);
            if (!await FactCell.WriteAsync(flow.Blobs, record!, new(name, upload!.ETag, upload.UploadedAt, after.Generation, CodeVersion.Current, stored), cancel))
                return null;
            changed.Add(stored.DayStated());
        }

        foreach (var former in after.Retired)
        {
            if (!IsFacts(former))
                await flow.Blobs.DeleteAsync(former, WriteCondition.None, cancel);
            else if (!await FactCell.WriteAsync(flow.Blobs, former, new(name, "", after.UploadedAt, after.Generation, CodeVersion.Current, null), cancel))
                return null;
            else
                changed.Add(FactCell.DayOf(former));
        }

        if (read is { Facts: null } && !await QuarantineAsync(flow, id, upload!, read, after, cancel))
            return null;
        await TellAsync(flow, changed, flow.Clock.GetUtcNow(), cancel);
        return read switch
        {
            null => new(IngestResult.Gone, null, null),
            { Facts: { } facts } => new(IngestResult.Stored, facts.DayStated(), null),
            _ => new(IngestResult.Quarantined, null, read.Reason),
        };
    }

    /// <summary>What was done before is seen to be there, and its day is told once more: the message may be what was missing.</summary>
    private static async Task<IngestOutcome?> RepeatedAsync(DigestFlow flow, UploadRecord before, CancellationToken cancel)
    {
        var days = new List<(DateOnly? Day, DateTimeOffset At)>();
        foreach (var path in before.Retired.Where(path => !IsFacts(path)))
            await flow.Blobs.DeleteAsync(path, WriteCondition.None, cancel);
        foreach (var path in before.Retired.Append(before.Record).OfType<string>().Where(IsFacts))
        {
            if (await flow.Blobs.FindAsync(path, cancel) is not { } found || FactRecord.Read(found.Content).Generation != before.Generation)
                return null;
            days.Add((FactCell.DayOf(path), found.Entry.LastModified));
        }

        if (before.Record is { } quarantine && !IsFacts(quarantine))
        {
            var (record, _) = await flow.Blobs.RecordAsync<QuarantineRecord>(quarantine, cancel);
            return record?.ETag == before.ETag ? new(IngestResult.Quarantined, null, record!.Reason) : null;
        }

        foreach (var (day, at) in days)
            await TellAsync(flow, [day], at, cancel);
        return before.Record is { } facts ? new(IngestResult.Unchanged, FactCell.DayOf(facts), null) : new(IngestResult.Gone, null, null);
    }

    private static ImmutableArray<string> Retired(UploadRecord? before, string? record) => before is null
        ? []
        : [.. before.Retired.Append(before.Record).OfType<string>().Where(path => path != record).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static bool IsFacts(string path) => path.StartsWith(StorePaths.Facts, StringComparison.Ordinal);

    /// <returns>False where the upload was read anew meanwhile: then the record just written is not the last word.</returns>
    private static async Task<bool> QuarantineAsync(DigestFlow flow, string id, UploadReading upload, ReadUpload read, UploadRecord mine, CancellationToken cancel)
    {
        var record = new QuarantineRecord(upload.Name, upload.ETag, upload.Size, upload.UploadedAt, CodeVersion.Current, read.Reason!.Value, read.Problems, $"digest replay \"{upload.Name}\"");
        await flow.Blobs.WriteAsync(StorePaths.QuarantineOf(id), FlowJson.Bytes(record), WriteCondition.None, cancel);
        var (current, _) = await flow.Blobs.RecordAsync<UploadRecord>(StorePaths.UploadOf(id), cancel);
        return current?.Generation == mine.Generation;
    }

    private static async Task TellAsync(DigestFlow flow, IEnumerable<DateOnly?> days, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (var day in days.Distinct())
            await flow.Queue.SendAsync(StorePaths.DayChangedQueue, FlowJson.Text(new DayChanged(day, at)), flow.Settings.Debounce, cancel);
    }

    /// <summary>The day that the article itself states; null where it states none and its story must place it.</summary>
    internal static DateOnly? DayStated(this ArticleFacts facts) => facts.Article is { DateBasis: DateBasis.Stated, Date: { } date } ? date : null;
}
