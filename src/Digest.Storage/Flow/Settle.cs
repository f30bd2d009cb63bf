using Digest.Facts;

namespace Digest.Storage.Flow;

/// <summary>
/// Gives an article without a date of its own to the day it stands on for good, once no more articles can come in that it would be compared with: its record moves from
/// <c>facts/undated/</c> to the day's. So placing articles never takes more than some weeks of them.
/// </summary>
internal static class Settle
{
    /// <returns>How many were settled.</returns>
    public static async Task<int> RunAsync(DigestFlow flow, CancellationToken cancel)
    {
        var before = flow.Clock.GetUtcNow().AddDays(-flow.Settings.PlacementDays - 1);
        var ripe = (await DayRecords.ReadAsync(flow, null, cancel)).Where(stored => stored.Record.UploadedAt < before).ToList();
        if (ripe.Count == 0)
            return 0;
        var placed = await Placements.ReadAsync(flow, null, cancel);
        var standing = placed.Days.Values.SelectMany(day => day).Where(facts => facts.DayStated() is null).ToDictionary(facts => facts.Article.Name, StringComparer.Ordinal);
        var settled = 0;
        foreach (var stored in ripe)
        {
            if (standing.TryGetValue(stored.Record.Facts!.Article.Name, out var facts) && await TryAsync(flow, stored, facts, cancel))
                settled++;
        }

        return settled;
    }

    private static async Task<bool> TryAsync(DigestFlow flow, StoredFacts stored, ArticleFacts facts, CancellationToken cancel)
    {
        var (name, day) = (stored.Record.Name, facts.Article.Date!.Value);
        var id = StorePaths.UploadId(name);
        var (upload, etag) = await flow.Blobs.RecordAsync<UploadRecord>(StorePaths.UploadOf(id), cancel);
        var home = StorePaths.FactsOf(day, id);
        var after = upload;
        // Where it was cut off after this, the record of the upload says so already.
        if (upload?.Record != home)
        {
            // Read anew meanwhile.
            if (upload is null || upload.Record != stored.Entry.Name || upload.Generation != stored.Record.Generation)
                return false;
            after = upload with
            {
                Generation = upload.Generation + 1,
                Record = home,
                Retired = [.. upload.Retired.Append(stored.Entry.Name).Where(path => path != home).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            };
            if (!(await flow.Blobs.WriteAsync(StorePaths.UploadOf(id), FlowJson.Bytes(after), WriteCondition.Matches(etag!), cancel)).IsWritten)
                return false;
        }

        // First there, then not here: cut off between, it is in both, and placing takes it for one.
        var record = stored.Record with { Generation = after!.Generation, Facts = facts, Settled = day };
        if (!await FactCell.WriteAsync(flow.Blobs, home, record, cancel))
            return false;
        foreach (var former in after.Retired.Where(path => path.StartsWith(StorePaths.Facts, StringComparison.Ordinal)))
            await FactCell.WriteAsync(flow.Blobs, former, record with { Facts = null, Settled = null }, cancel);
        await flow.Queue.SendAsync(StorePaths.DayChangedQueue, FlowJson.Text(new DayChanged(day, flow.Clock.GetUtcNow())), flow.Settings.Debounce, cancel);
        return true;
    }
}
