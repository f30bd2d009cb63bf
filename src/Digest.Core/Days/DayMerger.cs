using Digest.Facts;

namespace Digest.Days;

/// <summary>
/// The fold of a day: the facts of its articles, in whatever order and however often they come, to the day as all of them together tell it. Each step is a
/// function of the step before on articles in one fixed order; nothing here knows when an article arrived.
/// </summary>
public static class DayMerger
{
    /// <summary>The day that the facts given make. Articles of one id are one article.</summary>
    public static Day Merge(DateOnly date, IEnumerable<ArticleFacts> facts) => new FoldWork(date).MoveTo(facts);

    /// <summary>The same, with the reason for everything that was taken to be one; finding the words for them takes as long again.</summary>
    public static FoldedDay MergeExplained(DateOnly date, IEnumerable<ArticleFacts> facts)
    {
        var joins = new List<Join>();
        var day = new FoldWork(date, joins).MoveTo(facts);
        return new(day, [.. joins.Distinct().OrderBy(j => j.Kind).ThenBy(j => j.First, StringComparer.Ordinal).ThenBy(j => j.Second, StringComparer.Ordinal).ThenBy(j => j.Reason, StringComparer.Ordinal)]);
    }
}
