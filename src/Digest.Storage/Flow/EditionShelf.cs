using System.Collections.Immutable;
using System.Globalization;

namespace Digest.Storage.Flow;

/// <summary>Which edition is the last of the last day that has one.</summary>
public sealed record LatestEdition(DateOnly Date, int Number);

/// <summary>The published editions, to read. What is here is whole and never changes.</summary>
public static class EditionShelf
{
    /// <returns>Null before the first publication.</returns>
    public static async Task<LatestEdition?> LatestAsync(DigestFlow flow, CancellationToken cancel = default) =>
        (await flow.Blobs.RecordAsync<LatestEdition>(StorePaths.LatestOf(flow.PublicationId), cancel)).Value;

    /// <summary>The days that have editions, oldest first.</summary>
    public static async Task<ImmutableArray<DateOnly>> DaysAsync(DigestFlow flow, CancellationToken cancel = default)
    {
        var days = ImmutableArray.CreateBuilder<DateOnly>();
        await foreach (var folder in flow.Blobs.ListFoldersAsync($"{StorePaths.Editions}{flow.PublicationId}/", cancel))
        {
            if (StorePaths.TryDate(folder, out var date))
                days.Add(date);
        }

        return days.ToImmutable();
    }

    /// <summary>The editions of a day, first to last; none where it has none.</summary>
    public static async Task<ImmutableArray<EditionRecord>> OfAsync(DigestFlow flow, DateOnly date, CancellationToken cancel = default)
    {
        var editions = ImmutableArray.CreateBuilder<EditionRecord>();
        await foreach (var folder in flow.Blobs.ListFoldersAsync(StorePaths.EditionsOf(flow.PublicationId, date), cancel))
        {
            if (int.TryParse(folder, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && await FindAsync(flow, date, number, cancel) is { } edition)
                editions.Add(edition);
        }

        editions.Sort((a, b) => a.Number.CompareTo(b.Number));
        return editions.ToImmutable();
    }

    /// <returns>Null where there is no such edition.</returns>
    public static async Task<EditionRecord?> FindAsync(DigestFlow flow, DateOnly date, int number, CancellationToken cancel = default) =>
        (await flow.Blobs.RecordAsync<EditionRecord>(StorePaths.EditionOf(flow.PublicationId, date, number) + EditionRecord.FileName, cancel)).Value;

    /// <summary>One file of an edition ("page.html"), with an ETag that holds for ever.</summary>
    /// <returns>Null where the edition has no such file.</returns>
    public static Task<BlobReading.Found?> FileAsync(DigestFlow flow, EditionRecord edition, string file, CancellationToken cancel = default) => edition.Files.Contains(file, StringComparer.Ordinal)
        ? flow.Blobs.FindAsync(StorePaths.EditionOf(flow.PublicationId, edition.Date, edition.Number) + file, cancel)
        : Task.FromResult<BlobReading.Found?>(null);
}
