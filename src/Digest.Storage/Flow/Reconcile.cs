namespace Digest.Storage.Flow;

/// <param name="Articles">How many uploads there are.</param>
/// <param name="Unread">Uploads that nothing was made of, or something else; ordered to be read.</param>
/// <param name="Deleted">Uploads that are gone and whose facts are still there; ordered to be looked at.</param>
/// <param name="Outdated">Uploads of late that other code has read; ordered to be read again.</param>
/// <param name="Quarantined">Uploads that cannot be read.</param>
/// <param name="Days">Days whose draft is behind their facts; told.</param>
public sealed record ReconcileReport(int Articles, int Unread, int Deleted, int Outdated, int Quarantined, int Days)
{
    /// <summary>Articles that the text-analytics service was away for and has read now; ordered to be read again.</summary>
    public int Enriched { get; init; }
}

/// <summary>
/// Compares what was uploaded with what was made of it, and orders what is missing: uploads whose event was lost or whose message ended as poison, deleted ones, those that a former
/// version of the code has read, and days that nobody folded. What it orders is safe to do again. It also gives articles without a date to their days for good, in time.
/// </summary>
public static class Reconcile
{
    /// <summary>An upload this young is still on its way.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>How long after its upload an article is read again by new code.</summary>
    private static readonly TimeSpan StillReread = TimeSpan.FromDays(14);

    public static async Task<ReconcileReport> RunAsync(DigestFlow flow, CancellationToken cancel = default)
    {
        var now = flow.Clock.GetUtcNow();
        var records = new Dictionary<string, BlobEntry>(StringComparer.Ordinal);
        await foreach (var entry in flow.Blobs.ListAsync($"{StorePaths.Claims}uploads/", cancel))
            records[Path.GetFileNameWithoutExtension(entry.Name)] = entry;
        var (articles, unread, outdated) = (0, 0, 0);
        var version = await VersionSeenAsync(flow, cancel);
        await foreach (var upload in flow.Blobs.ListAsync(StorePaths.Articles, cancel))
        {
            articles++;
            records.Remove(StorePaths.UploadId(upload.Name), out var known);
            if (upload.LastModified > now - Grace)
                continue;
            var wrong = await WhatIsWrongAsync(flow, upload, known, version, now, cancel);
            unread += wrong == Wrong.Unread ? 1 : 0;
            outdated += wrong == Wrong.Outdated ? 1 : 0;
            if (wrong != Wrong.Nothing)
                await OrderAsync(flow, upload.Name, cancel);
        }

        await Settle.RunAsync(flow, cancel);
        return new(articles, unread, await DeletedAsync(flow, records.Values, cancel), outdated, await CountAsync(flow, StorePaths.Quarantine, cancel), await DaysAsync(flow, cancel))
        {
            Enriched = await Enrichments.CatchUpAsync(flow, cancel),
        };
    }

    private enum Wrong
    {
        Nothing,
        Unread,
        Outdated,
    }

    private static async Task<Wrong> WhatIsWrongAsync(DigestFlow flow, BlobEntry upload, BlobEntry? known, DateTimeOffset version, DateTimeOffset now, CancellationToken cancel)
    {
        if (known is null)
            return Wrong.Unread;
        // A record well after the upload, and after this code first ran, is of this upload and by this code: that saves reading it.
        var isOfLate = upload.LastModified > now - StillReread;
        if (known.LastModified > upload.LastModified + Grace && (known.LastModified > version || !isOfLate))
            return Wrong.Nothing;
        var (record, _) = await flow.Blobs.RecordAsync<UploadRecord>(known.Name, cancel);
        if (record?.ETag != upload.ETag)
            return Wrong.Unread;
        if (record.Record is { } path && await flow.Blobs.FindAsync(path, cancel) is null)
            return Wrong.Unread;
        return isOfLate && record.Version != CodeVersion.Current ? Wrong.Outdated : Wrong.Nothing;
    }

    private static async Task<int> DeletedAsync(DigestFlow flow, IEnumerable<BlobEntry> withoutUpload, CancellationToken cancel)
    {
        var deleted = 0;
        foreach (var entry in withoutUpload)
        {
            // An upload may have come since the uploads were listed; then reading it is what is wanted too.
            if (await flow.Blobs.RecordAsync<UploadRecord>(entry.Name, cancel) is not ({ Record: not null } record, _))
                continue;
            deleted++;
            await OrderAsync(flow, record.Name, cancel);
        }

        return deleted;
    }

    /// <summary>Days with facts stored after their draft began to be made, or that later days could not remember.</summary>
    private static async Task<int> DaysAsync(DigestFlow flow, CancellationToken cancel)
    {
        var remembered = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var entry in flow.Blobs.ListAsync(StorePaths.Folds, cancel))
            remembered.Add(entry.Name);
        var behind = 0;
        await foreach (var folder in flow.Blobs.ListFoldersAsync(StorePaths.Facts, cancel))
        {
            DateOnly? date = StorePaths.TryDate(folder, out var day) ? day : null;
            var newest = DateTimeOffset.MinValue;
            await foreach (var entry in flow.Blobs.ListAsync(StorePaths.FactsOf(date), cancel))
                newest = entry.LastModified > newest ? entry.LastModified : newest;
            var draft = date is null ? null : await Drafts.FindAsync(flow, date.Value, cancel);
            // Articles without a date leave no draft of their own to go by; placing them again is cheap where nothing moved.
            if (draft is not null && draft.Began > newest + Grace && remembered.Contains(StorePaths.PastOf(date!.Value)))
                continue;
            if (draft is null && date is not null && newest == DateTimeOffset.MinValue)
                continue;
            behind++;
            await flow.Queue.SendAsync(StorePaths.DayChangedQueue, FlowJson.Text(new DayChanged(date, flow.Clock.GetUtcNow())), cancel: cancel);
        }

        return behind;
    }

    /// <summary>When this version of the code first ran here.</summary>
    private static async Task<DateTimeOffset> VersionSeenAsync(DigestFlow flow, CancellationToken cancel)
    {
        var marker = $"{StorePaths.Claims}versions/{CodeVersion.Current}";
        await flow.Blobs.WriteAsync(marker, ReadOnlyMemory<byte>.Empty, WriteCondition.Absent, cancel);
        return (await flow.Blobs.FindAsync(marker, cancel))!.Entry.LastModified;
    }

    private static async Task<int> CountAsync(DigestFlow flow, string prefix, CancellationToken cancel)
    {
        var count = 0;
        await foreach (var _ in flow.Blobs.ListAsync(prefix, cancel))
            count++;
        return count;
    }

    internal static Task OrderAsync(DigestFlow flow, string name, CancellationToken cancel, bool again = false) =>
        flow.Queue.SendAsync(StorePaths.ArticleQueue, FlowJson.Text(new ArticleOrder(name, again)), cancel: cancel);
}
