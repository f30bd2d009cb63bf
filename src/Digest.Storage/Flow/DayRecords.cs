using System.Collections.Immutable;

namespace Digest.Storage.Flow;

/// <summary>One upload's facts, and which version of their record they are.</summary>
internal sealed record StoredFacts(BlobEntry Entry, FactRecord Record);

/// <summary>Reads all records of a day: what this process has, what the day's pack has, and the rest one by one.</summary>
internal static class DayRecords
{
    private const int AtOnce = 16;

    /// <param name="date">Null for the articles that state none.</param>
    /// <returns>Those that say something, in the order of their paths.</returns>
    public static async Task<ImmutableArray<StoredFacts>> ReadAsync(DigestFlow flow, DateOnly? date, CancellationToken cancel)
    {
        var entries = new List<BlobEntry>();
        await foreach (var entry in flow.Blobs.ListAsync(StorePaths.FactsOf(date), cancel))
            entries.Add(entry);
        var records = new StoredFacts?[entries.Count];
        for (var i = 0; i < records.Length; i++)
            records[i] = flow.Memory.Record(entries[i]) is { } known ? new(entries[i], known) : null;
        if (records.Count(record => record is null) >= flow.Settings.PackFrom)
            await DayPack.UnpackAsync(flow, date, entries, records, cancel);
        var singly = await FetchAsync(flow, entries, records, cancel);
        if (singly >= flow.Settings.PackFrom)
            await DayPack.WriteAsync(flow, date, records, cancel);
        return [.. records.OfType<StoredFacts>().Where(stored => stored.Record.Facts is not null)];
    }

    private static async Task<int> FetchAsync(DigestFlow flow, List<BlobEntry> entries, StoredFacts?[] records, CancellationToken cancel)
    {
        var missing = Enumerable.Range(0, records.Length).Where(i => records[i] is null).ToList();
        await Parallel.ForEachAsync(missing, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (i, token) =>
        {
            // A record that was replaced since it was listed is read as it is now.
            if (await flow.Blobs.FindAsync(entries[i].Name, token) is not { } found)
                return;
            try
            {
                records[i] = new(found.Entry, FactRecord.Read(found.Content));
            }
            catch (FormatException error)
            {
                throw new FormatException($"{found.Entry.Name} cannot be read. {error.Message} `digest replay` of its article makes it anew.", error);
            }

            flow.Memory.Keep(found.Entry, records[i]!.Record);
        });
        return missing.Count;
    }
}
