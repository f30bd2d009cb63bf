using System.Collections.Concurrent;
using Digest.Days;
using Digest.Facts;
using Digest.News;

namespace Digest.Storage.Flow;

/// <summary>
/// What one process keeps so as not to read or reckon it again: records by their ETag, articles read again for another date, the working of folds, markers that are there, and one gate a day, so that
/// a process folds a day once at a time. Losing it costs time and nothing else.
/// </summary>
internal sealed class FlowMemory
{
    // More than two of the largest days that were measured, so that a day whose records are all known is not read again.
    private const int MostRecords = 20_000;

    // Today, yesterday, and what comes in late: the working of a day takes some tens of megabytes for a thousand articles.
    private const int MostDays = 4;

    private readonly ConcurrentDictionary<(string Path, string ETag), FactRecord> records = new();
    private readonly ConcurrentDictionary<(string Id, string Name, DateOnly Date), ArticleFacts> rereadings = new();
    private readonly ConcurrentDictionary<DateOnly, SharedWork> days = new();
    private readonly ConcurrentDictionary<string, bool> markers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new(StringComparer.Ordinal);

    public FactRecord? Record(BlobEntry entry) => records.GetValueOrDefault((entry.Name, entry.ETag));

    public void Keep(BlobEntry entry, FactRecord record)
    {
        if (records.Count >= MostRecords)
            records.Clear();
        records[(entry.Name, entry.ETag)] = record;
    }

    /// <summary>The facts of an article that was given a date, read once.</summary>
    public ArticleFacts Reread(Article article, Func<Article, ArticleFacts> read)
    {
        if (rereadings.Count >= MostRecords)
            rereadings.Clear();
        return rereadings.GetOrAdd((article.Id, article.Name, article.Date!.Value), _ => read(article));
    }

    /// <summary>The fold of a day's articles; where the day was folded before, what is known of them by that is not worked out again.</summary>
    public Day Fold(DateOnly date, IEnumerable<ArticleFacts> articles)
    {
        if (days.Count >= MostDays && !days.ContainsKey(date))
            days.Clear();
        return days.GetOrAdd(date, day => new(day)).DayOf(articles);
    }

    public bool IsMarked(string marker) => markers.ContainsKey(marker);

    public void Mark(string marker) => markers[marker] = true;

    public SemaphoreSlim Gate(string name) => gates.GetOrAdd(name, _ => new SemaphoreSlim(1, 1));
}
