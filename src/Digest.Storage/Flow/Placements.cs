using System.Collections.Immutable;
using Digest.Days;
using Digest.Facts;

namespace Digest.Storage.Flow;

/// <summary>Which day each article is on, as far as one day's digest needs to know.</summary>
internal sealed record Placements(ImmutableSortedDictionary<DateOnly, ImmutableArray<ArticleFacts>> Days, ImmutableArray<StoredFacts> Stated, ImmutableArray<StoredFacts> Unstated)
{
    public ImmutableArray<ArticleFacts> Of(DateOnly date) => Days.TryGetValue(date, out var articles) ? articles : [];

    /// <summary>The records that a day is made of, each with its version, in one order.</summary>
    public IEnumerable<string> Versions(DateOnly date)
    {
        var guests = Of(date).Where(facts => facts.DayStated() is null).Select(facts => facts.Article.Name).ToHashSet(StringComparer.Ordinal);
        return Stated.Where(stored => FactCell.DayOf(stored.Entry.Name) == date).Concat(Unstated.Where(stored => guests.Contains(stored.Record.Facts!.Article.Name)))
            .Select(stored => $"{stored.Entry.Name} {stored.Entry.ETag}");
    }

    /// <summary>Where each article without a date of its own stands, by its record's path; null where no day can be given to it.</summary>
    public ImmutableSortedDictionary<string, DateOnly?> Homes()
    {
        var homes = Days.SelectMany(day => day.Value.Where(facts => facts.DayStated() is null).Select(facts => (facts.Article.Name, day.Key)))
            .ToDictionary(home => home.Name, home => home.Key, StringComparer.Ordinal);
        return Unstated.ToImmutableSortedDictionary(
            stored => stored.Entry.Name, stored => homes.TryGetValue(stored.Record.Facts!.Article.Name, out var home) ? home : (DateOnly?)null, StringComparer.Ordinal);
    }

    /// <param name="date">The day that is asked about; null to ask about the articles without a date alone.</param>
    /// <remarks>
    /// Articles that state their date stay on it. Only where there are articles that state none are other days' articles read as well: those of all days that got articles within
    /// some days of when an undated one came in. That set follows from what was uploaded and when, never from the order in which it was read.
    /// </remarks>
    public static async Task<Placements> ReadAsync(DigestFlow flow, DateOnly? date, CancellationToken cancel)
    {
        var unstated = await DayRecords.ReadAsync(flow, null, cancel);
        var days = new SortedSet<DateOnly>(unstated.IsEmpty ? [] : await CandidatesAsync(flow, unstated, cancel));
        if (date is { } asked)
            days.Add(asked);
        var stated = ImmutableArray.CreateBuilder<StoredFacts>();
        foreach (var day in days)
            stated.AddRange(await DayRecords.ReadAsync(flow, day, cancel));
        // One that was settled a moment ago may still be listed among those without a day.
        var settled = stated.Where(each => each.Record.Settled is not null).ToDictionary(each => each.Record.Name, StringComparer.Ordinal);
        unstated = unstated.RemoveAll(each => settled.ContainsKey(each.Record.Name));
        var placement = DayPlacer.PlaceAll(
            stated.Where(each => each.Record.Settled is null).Concat(unstated).Select(stored => stored.Record.Facts!), article => flow.Memory.Reread(article, FactExtractor.Extract));
        var placed = placement.Days.ToBuilder();
        foreach (var each in settled.Values.OrderBy(each => each.Record.Name, StringComparer.Ordinal))
            placed[each.Record.Settled!.Value] = [.. placed.GetValueOrDefault(each.Record.Settled.Value, []), each.Record.Facts!];
        return new(placed.ToImmutable(), stated.ToImmutable(), unstated);
    }

    private static async Task<IEnumerable<DateOnly>> CandidatesAsync(DigestFlow flow, ImmutableArray<StoredFacts> unstated, CancellationToken cancel)
    {
        var around = flow.Settings.PlacementDays;
        var arrivals = new SortedSet<DateOnly>(unstated.Select(stored => DateOnly.FromDateTime(stored.Record.UploadedAt.UtcDateTime))
            .SelectMany(day => Enumerable.Range(-around, 2 * around + 1).Select(day.AddDays)));
        var days = new SortedSet<DateOnly>();
        await foreach (var marker in flow.Blobs.ListAsync($"{StorePaths.Claims}arrivals/", cancel))
        {
            var parts = marker.Name.Split('/');
            if (parts.Length == 4 && StorePaths.TryDate(parts[2], out var arrival) && arrivals.Contains(arrival) && StorePaths.TryDate(parts[3], out var day))
                days.Add(day);
        }

        return days;
    }
}
