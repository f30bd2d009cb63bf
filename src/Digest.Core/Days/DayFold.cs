using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Digest.Facts;

namespace Digest.Days;

/// <summary>
/// A day that articles can be added to and taken from, one at a time. Its <see cref="Day"/> is, byte for byte, what <see cref="DayMerger"/> makes of the articles it holds now: how they came
/// to be there leaves no trace, and a removed article takes its claims along.
/// <para>
/// Immutable: each change gives a new fold and leaves the old one as it was, so several threads may go on from one. Folds that came from one another share what was worked out of
/// each article alone (its runs of words, the events it tells of), so a change reads the text of the articles that are new and of no other. Comparing the articles is done again for each day asked for.
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
    private readonly ArticleMemory memory;
    private readonly Lazy<Day> day;

    private DayFold(DateOnly date, ImmutableSortedDictionary<string, ArticleFacts> uploads, ArticleMemory memory)
    {
        Date = date;
        this.uploads = uploads;
        this.memory = memory;
        day = new(() => DayMerger.Merge(date, uploads.Values, memory, null));
    }

    public DateOnly Date { get; }

    /// <summary>The facts held, by the name of their upload, in the names' order. Two uploads of one text are two here and one source of the day.</summary>
    public IEnumerable<ArticleFacts> Articles => uploads.Values;

    public int Count => uploads.Count;

    /// <summary>The day that these articles make; worked out when first asked for.</summary>
    public Day Day => day.Value;

    /// <summary>The same, with the reason for everything that was taken to be one; worked out each time.</summary>
    public FoldedDay Explain() => DayMerger.MergeExplained(Date, uploads.Values, memory);

    public static DayFold Empty(DateOnly date) => new(date, ImmutableSortedDictionary.Create<string, ArticleFacts>(StringComparer.Ordinal), new());

    public static DayFold Of(DateOnly date, IEnumerable<ArticleFacts> facts)
    {
        var held = ImmutableSortedDictionary.CreateBuilder<string, ArticleFacts>(StringComparer.Ordinal);
        foreach (var article in facts)
            held[article.Article.Name] = article;
        return new(date, held.ToImmutable(), new());
    }

    /// <summary>With an upload's facts; where there are facts of an upload of that name, these take their place, claims and all.</summary>
    public DayFold Replace(ArticleFacts facts) => With(uploads.SetItem(facts.Article.Name, facts));

    /// <summary>Without an upload, as if it had never been there; the same fold where there is none of that name. Further uploads of the same text stay.</summary>
    public DayFold Remove(string name) => With(uploads.Remove(name));

    private DayFold With(ImmutableSortedDictionary<string, ArticleFacts> changed) => ReferenceEquals(changed, uploads) ? this : new(Date, changed, memory);
}

/// <summary>
/// What follows from one article's facts alone, worked out once for as long as the facts are held by anybody. Nothing in it depends on other articles or on what was asked before.
/// </summary>
internal sealed class ArticleMemory
{
    private readonly ConditionalWeakTable<ArticleFacts, ulong[]> runs = [];
    private readonly ConditionalWeakTable<ArticleFacts, StoryUnit[]> units = [];

    public ulong[] RunsOf(DayArticle article) => runs.GetValue(article.Facts, facts => SharedCopy.Runs(facts.Article));

    /// <param name="places">The fold's own, for what is not remembered yet.</param>
    public IEnumerable<StoryUnit> UnitsOf(int index, DayArticle article, Places places)
    {
        if (!units.TryGetValue(article.Facts, out var known))
        {
            known = [.. StoryUnits.Of(index, article, places)];
            units.AddOrUpdate(article.Facts, known);
        }

        return known.Select(unit => unit.In(index, article));
    }
}
