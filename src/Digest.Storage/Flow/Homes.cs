using System.Collections.Immutable;

namespace Digest.Storage.Flow;

/// <summary>
/// Where articles without a date of their own were last seen to stand: <c>folds/homes.json</c>. A day's digest never reads it; it only says which other days must be told
/// when an article moves.
/// </summary>
internal static class Homes
{
    private const string Path = StorePaths.Folds + "homes.json";

    internal sealed record Known(ImmutableSortedDictionary<string, DateOnly?> Homes, string? ETag);

    public static async Task<Known> ReadAsync(DigestFlow flow, CancellationToken cancel)
    {
        var (homes, etag) = await flow.Blobs.RecordAsync<SortedDictionary<string, DateOnly?>>(Path, cancel);
        return new(homes?.ToImmutableSortedDictionary(StringComparer.Ordinal) ?? ImmutableSortedDictionary.Create<string, DateOnly?>(StringComparer.Ordinal), etag);
    }

    /// <summary>Sends a message for each day that an article left or came to, then notes where they are now.</summary>
    /// <param name="folding">The day that is being folded of the same placements: it needs no message.</param>
    /// <returns>False where somebody else noted theirs since it was read.</returns>
    public static async Task<bool> TellAsync(DigestFlow flow, Known known, Placements placed, DateOnly? folding, CancellationToken cancel)
    {
        var now = placed.Homes();
        if (now.SequenceEqual(known.Homes))
            return true;
        var moved = now.Keys.Union(known.Homes.Keys, StringComparer.Ordinal).Where(path => now.GetValueOrDefault(path) != known.Homes.GetValueOrDefault(path));
        var days = moved.SelectMany(path => new[] { now.GetValueOrDefault(path), known.Homes.GetValueOrDefault(path) }).OfType<DateOnly>().Distinct().Where(day => day != folding).Order();
        foreach (var day in days)
            await flow.Queue.SendAsync(StorePaths.DayChangedQueue, FlowJson.Text(new DayChanged(day, flow.Clock.GetUtcNow())), flow.Settings.Debounce, cancel);
        return (await flow.Blobs.WriteAsync(Path, FlowJson.Bytes(now), WriteCondition.Unchanged(known.ETag), cancel)).IsWritten;
    }
}
