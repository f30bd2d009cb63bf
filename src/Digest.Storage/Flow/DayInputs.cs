using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
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
