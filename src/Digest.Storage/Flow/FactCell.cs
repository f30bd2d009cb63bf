namespace Digest.Storage.Flow;

/// <summary>The place where an upload's facts for one day lie. What is written there only ever goes up in generation.</summary>
internal static class FactCell
{
    /// <returns>False where a higher generation is there: the writer is behind and must look again.</returns>
    public static async Task<bool> WriteAsync(IBlobStore store, string path, FactRecord record, CancellationToken cancel)
    {
        var bytes = record.Write();
        if ((await store.WriteAsync(path, bytes, WriteCondition.Absent, cancel)).IsWritten)
            return true;
        for (; ; )
        {
            if (await store.FindAsync(path, cancel) is not { } found)
            {
                if ((await store.WriteAsync(path, bytes, WriteCondition.Absent, cancel)).IsWritten)
                    return true;
                continue;
            }

            if (found.Content.Span.SequenceEqual(bytes))
                return true;
            if (FactRecord.Read(found.Content).Generation > record.Generation)
                return false;
            if ((await store.WriteAsync(path, bytes, WriteCondition.Matches(found.Entry.ETag), cancel)).IsWritten)
                return true;
        }
    }

    /// <summary>The day of a facts record's path; null for one without a day.</summary>
    public static DateOnly? DayOf(string path) => StorePaths.TryDate(path.Split('/')[1], out var date) ? date : null;
}
