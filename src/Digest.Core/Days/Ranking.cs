using System.Collections.Immutable;
using Digest.Facts;
using Digest.Text;

namespace Digest.Days;

/// <summary>
/// Puts a day's stories in order. First stands the story with the most killed by the lowest figure its sources give for one event; then most wounded by the same
/// measure; then more independent lines of reporting; then more articles; then the headline's alphabet. The lowest figure, because a party's
/// claim must not lift a story.
/// </summary>
internal static class Ranking
{
    /// <summary>The rule as a page tells it.</summary>
    public const string Rule = "Stories stand in the order of the lowest number of killed that their sources give for an event, then of wounded, then of the independent lines of reporting, then of the articles. "
        + "The lowest number counts, so that no side’s claim lifts a story.";

    /// <summary>What the order of a story hangs on.</summary>
    public readonly record struct Measure(int Killed, int Wounded, int Lines, int Articles);

    /// <param name="articles">The day's, in their order.</param>
    public static Measure MeasureOf(Story story, DayArticle[] articles) => new(
        Lowest(story, HarmEffect.Killed), Lowest(story, HarmEffect.Wounded), story.SourceNumbers.Select(number => articles[number - 1].Line).Distinct().Count(), story.SourceNumbers.Length);

    /// <summary>Why a story stands where it does.</summary>
    public static string Reason(Measure measure) => Reasons.Of(measure);

    public static ImmutableArray<Story> Of(List<(Story Story, Measure By)> stories)
    {
        stories.Sort(static (a, b) => Compare(a.By, b.By) is var order and not 0 ? order : Compare(a.Story, b.Story));
        return [.. stories.Select(story => story.Story)];
    }

    private static int Compare(Measure a, Measure b) =>
        (b.Killed, b.Wounded, b.Lines, b.Articles).CompareTo((a.Killed, a.Wounded, a.Lines, a.Articles));

    private static int Compare(Story a, Story b)
    {
        var order = string.CompareOrdinal(a.Headline, b.Headline);
        if (order == 0)
            order = a.SourceNumbers[0] - b.SourceNumbers[0];
        return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
    }

    private static int Lowest(Story story, HarmEffect effect)
    {
        var most = 0;
        foreach (var happening in story.Events)
        {
            foreach (var tally in happening.Tallies)
                most = tally.Effect == effect ? Math.Max(most, tally.Range.Min ?? 0) : most;
        }

        return most;
    }

    private static readonly Recall<Measure, string> Reasons = new(by =>
        $"Stories stand in the order of the lowest figures their sources give for an event (here {ClaimNotes.Number(by.Killed)} killed, {ClaimNotes.Number(by.Wounded)} wounded), "
        + $"then of independent lines of reporting (here {ClaimNotes.Number(by.Lines)}, in {ClaimNotes.Number(by.Articles)} {(by.Articles == 1 ? "article" : "articles")}).");
}
