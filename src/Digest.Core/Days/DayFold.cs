using System.Collections.Immutable;
using Digest.Facts;

namespace Digest.Days;

/// <summary>
/// A day that articles can be added to and taken from, one at a time. Its <see cref="Day"/> is, byte for byte, what <see cref="DayMerger"/> makes of the articles it holds now: how they came
/// to be there leaves no trace, and a removed article takes its claims along.
/// <para>
/// Immutable: each change gives a new fold and leaves the old one as it was, so several threads may go on from one. Folds that came from one another share their working: the day of one
/// is worked out from the day that was asked for before by what differs, so an article more costs what it changes and not the day. Asking by turns for the days of folds far apart costs the difference each time.
/// </para>
/// </summary>
/// <example>
/// <code>
/// var fold = DayFold.Of(date, factsOfTheDay);
/// fold = fold.Replace(corrected);      // the upload's earlier claims are gone
/// fold = fold.Remove("deleted.txt");
/// var day = fold.Day;
/// </code>
/// </example>
public sealed class DayFold
{
    private readonly ImmutableSortedDictionary<string, ArticleFacts> uploads;
    private readonly SharedWork work;
    private readonly Lazy<Day> day;

    private DayFold(DateOnly date, ImmutableSortedDictionary<string, ArticleFacts> uploads, SharedWork work)
    {
        Date = date;
        this.uploads = uploads;
        this.work = work;
        day = new(() => work.DayOf(uploads.Values));
    }

    public DateOnly Date { get; }

    /// <summary>The facts held, by the name of their upload, in the names' order. Two uploads of one text are two here and one source of the day.</summary>
    public IEnumerable<ArticleFacts> Articles => uploads.Values;

    public int Count => uploads.Count;

    /// <summary>The day that these articles make; worked out when first asked for.</summary>
    public Day Day => day.Value;

    /// <summary>The same, with the reason for everything that was taken to be one; worked out each time.</summary>
    public FoldedDay Explain() => DayMerger.MergeExplained(Date, uploads.Values);

    public static DayFold Empty(DateOnly date) => new(date, ImmutableSortedDictionary.Create<string, ArticleFacts>(StringComparer.Ordinal), new(date));

    public static DayFold Of(DateOnly date, IEnumerable<ArticleFacts> facts)
    {
        var held = ImmutableSortedDictionary.CreateBuilder<string, ArticleFacts>(StringComparer.Ordinal);
        foreach (var article in facts)
            held[article.Article.Name] = article;
        return new(date, held.ToImmutable(), new(date));
    }

    /// <summary>With an upload's facts; where there are facts of an upload of that name, these take their place, claims and all.</summary>
    public DayFold Replace(ArticleFacts facts) => With(uploads.SetItem(facts.Article.Name, facts));

    /// <summary>Without an upload, as if it had never been there; the same fold where there is none of that name. Further uploads of the same text stay.</summary>
    public DayFold Remove(string name) => With(uploads.Remove(name));

    private DayFold With(ImmutableSortedDictionary<string, ArticleFacts> changed) => ReferenceEquals(changed, uploads) ? this : new(Date, changed, work);
}

/// <summary>
/// The working of a day's fold, for whoever folds it again and again: the day of any set of articles, worked out by what differs from the set before, and what <see cref="DayMerger"/>
/// makes of them. Facts that are the same objects as before are known to be the same. One fold at a time; others wait.
/// </summary>
public sealed class SharedWork(DateOnly date)
{
    private readonly Lock turn = new();
    private FoldWork? work;

    public Day DayOf(IEnumerable<ArticleFacts> facts)
    {
        lock (turn)
        {
            // One that was cut off half way is not gone on from.
            var mine = work is { IsWorn: false } ? work : new(date);
            work = null;
            var day = mine.MoveTo(facts);
            work = mine;
            return day;
        }
    }
}
