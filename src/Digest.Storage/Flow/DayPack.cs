using System.IO.Compression;
using System.Text;

namespace Digest.Storage.Flow;

/// <summary>
/// The records of a day in one blob, so that a process that knows nothing need not read each. A line says which version of which record the next line holds;
/// a version that the day's listing does not name is not used, so a pack that is old, or was written by two at once, costs requests and nothing else.
/// </summary>
internal static class DayPack
{
    public static async Task WriteAsync(DigestFlow flow, DateOnly? date, IEnumerable<StoredFacts?> records, CancellationToken cancel)
    {
        using var buffer = new MemoryStream();
        await using (var zip = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var stored in records.OfType<StoredFacts>())
            {
                zip.Write(Encoding.UTF8.GetBytes($"{stored.Entry.ETag} {stored.Entry.Name}\n"));
                zip.Write(stored.Record.Write());
                zip.Write("\n"u8);
            }
        }

        await flow.Blobs.WriteAsync(PathOf(date), buffer.GetBuffer().AsMemory(0, (int)buffer.Length), WriteCondition.None, cancel);
    }

    public static async Task UnpackAsync(DigestFlow flow, DateOnly? date, List<BlobEntry> entries, StoredFacts?[] records, CancellationToken cancel)
    {
        if (await flow.Blobs.FindAsync(PathOf(date), cancel) is not { } pack)
            return;
        var wanted = Enumerable.Range(0, records.Length).Where(i => records[i] is null).ToDictionary(i => $"{entries[i].ETag} {entries[i].Name}", i => i, StringComparer.Ordinal);
        using var lines = new StreamReader(new GZipStream(new MemoryStream(pack.Content.ToArray()), CompressionMode.Decompress), Encoding.UTF8);
        try
        {
            while (await lines.ReadLineAsync(cancel) is { } version && await lines.ReadLineAsync(cancel) is { } record)
            {
                if (!wanted.TryGetValue(version, out var i))
                    continue;
                records[i] = new(entries[i], FactRecord.Read(Encoding.UTF8.GetBytes(record)));
                flow.Memory.Keep(entries[i], records[i]!.Record);
            }
        }
        catch (Exception error) when (error is InvalidDataException or FormatException)
        {
            // The records themselves are there; the pack is written anew after they were read.
        }
    }

    private static string PathOf(DateOnly? date) => StorePaths.PackOf(date is { } day ? StorePaths.Iso(day) : StorePaths.Undated);
}
