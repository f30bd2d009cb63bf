using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Digest.Days;
using Digest.Editions;
using Digest.Facts;

namespace Digest.Storage.Flow;

/// <summary>Everything that one day's digest is made of, read at one time.</summary>
/// <param name="Began">When reading began: what was stored before is in it.</param>
/// <param name="Fingerprint">The same for the same articles, week, settings, templates and code; lower-case hex.</param>
internal sealed record DayInputs(DateOnly Date, DateTimeOffset Began, Placements Placed, Week Week, string Fingerprint)
{
    public ImmutableArray<ArticleFacts> Articles => Placed.Of(Date);

    /// <summary>The text of each article of the day, by its id.</summary>
    public Dictionary<string, string> Texts() => Articles.DistinctBy(facts => facts.Article.Id, StringComparer.Ordinal)
        .ToDictionary(facts => facts.Article.Id, facts => facts.Article.Text, StringComparer.Ordinal);

    public static async Task<DayInputs> ReadAsync(DigestFlow flow, DateOnly date, CancellationToken cancel)
    {
        var began = flow.Clock.GetUtcNow();
        var weekdays = Enumerable.Range(1, Week.Length).Select(back => flow.Blobs.FindAsync(StorePaths.PastOf(date.AddDays(-back)), cancel));
        var past = (await Task.WhenAll(weekdays)).OfType<BlobReading.Found>().Select(found => found.Content).ToArray();
        var placed = await Placements.ReadAsync(flow, date, cancel);
        return new(date, began, placed, Week.Before(date, past.Select(record => PastDayJson.Read(record))), FingerprintOf(flow, placed.Versions(date), past));
    }

    private static string FingerprintOf(DigestFlow flow, IEnumerable<string> versions, IEnumerable<ReadOnlyMemory<byte>> past)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes($"{text}\n"));
        Add(CodeVersion.Current);
        Add(flow.Templates.Fingerprint);
        Add(FlowJson.Text(flow.Settings.Publication));
        foreach (var version in versions)
            Add(version);
        foreach (var day in past)
            hash.AppendData(day.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }
}

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
