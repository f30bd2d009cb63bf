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

    public static ImmutableArray<Story> Of(IEnumerable<Story> stories, ImmutableArray<Source> sources)
    {
        var lines = new HashSet<int>();
        var ranked = new List<(Story Story, Measure By)>();
        foreach (var story in stories)
        {
            lines.Clear();
            foreach (var number in story.SourceNumbers)
                lines.Add(sources[number - 1].Line);
            ranked.Add((story, new(Lowest(story, HarmEffect.Killed), Lowest(story, HarmEffect.Wounded), lines.Count, story.SourceNumbers.Length)));
        }

        ranked.Sort((a, b) => Compare(a.By, b.By) is var order and not 0 ? order : Compare(a.Story, b.Story));
        return [.. ranked.Select(r => r.Story with { RankReason = Reasons.Of(r.By) })];
    }

    // What the order hangs on.
    private readonly record struct Measure(int Killed, int Wounded, int Lines, int Articles);

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
