using System.Collections.Immutable;
using Digest.Facts;

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

    public static ImmutableArray<Story> Of(IEnumerable<Story> stories, ImmutableArray<Source> sources) =>
        [.. stories
            .Select(s => (Story: s, Killed: Lowest(s, HarmEffect.Killed), Wounded: Lowest(s, HarmEffect.Wounded), Lines: s.SourceNumbers.Select(n => sources[n - 1].Line).Distinct().Count()))
            .OrderByDescending(s => s.Killed).ThenByDescending(s => s.Wounded).ThenByDescending(s => s.Lines).ThenByDescending(s => s.Story.SourceNumbers.Length)
            .ThenBy(s => s.Story.Headline, StringComparer.Ordinal).ThenBy(s => s.Story.SourceNumbers[0]).ThenBy(s => s.Story.Id, StringComparer.Ordinal)
            .Select(s => s.Story with { RankReason = Reason(s.Killed, s.Wounded, s.Lines, s.Story.SourceNumbers.Length) })];

    private static int Lowest(Story story, HarmEffect effect) =>
        story.Events.SelectMany(e => e.Tallies).Where(t => t.Effect == effect).Select(t => t.Range.Min ?? 0).DefaultIfEmpty(0).Max();

    private static string Reason(int killed, int wounded, int lines, int articles) =>
        $"Stories stand in the order of the lowest figures their sources give for an event (here {ClaimNotes.Number(killed)} killed, {ClaimNotes.Number(wounded)} wounded), "
        + $"then of independent lines of reporting (here {ClaimNotes.Number(lines)}, in {ClaimNotes.Number(articles)} {(articles == 1 ? "article" : "articles")}).";
}
