using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Days;
using Digest.Facts;
using Digest.Rendering.Phrasing;

namespace Digest.Rendering.Model;

/// <summary>Events with figures, as tables.</summary>
internal static class EventSections
{
    /// <summary>"Reuters and AFP", for each article that cites agencies, by its number.</summary>
    public static FrozenDictionary<int, string> Agencies(Day day) =>
        day.Sources.Where(source => !source.Agencies.IsEmpty).ToFrozenDictionary(source => source.Number, source => Numerals.Listed(source.Agencies.Select(DisplayText.Line)));

    /// <param name="agencies">Those that articles cite: <see cref="Agencies"/>.</param>
    public static EventSection Of(Event happening, string letter, FrozenDictionary<int, string> agencies, Passages passages) => new(happening.Id, letter, DisplayText.Line(happening.Label))
    {
        Measures = [.. happening.Tallies.Select(tally => Measure(happening, tally)).Where(measure => measure.Range.Length > 0 || measure.Status.Length > 0)],
        Claims = [.. happening.Claims.Select(claim => Row(claim, agencies, passages))],
        Notes = [.. happening.Notes.Select(note => new LineBuilder().Sourced(note).Build())],
        Reports = passages.Cites(happening.Reports),
    };

    private static MeasureSummary Measure(Event happening, Tally tally)
    {
        var standing = FigureText.Standing(happening.Claims, tally.Effect);
        var word = standing.Length > 0 && standing.All(claim => FigureText.Effect(claim) == "injured") ? "injured" : FigureText.Effect(tally.Effect);
        var range = FigureText.Range(happening.Claims, tally.Effect, Numerals.InTable);
        return new(tally.Effect, Numerals.Capitalised(word), range.Length > 0 ? range : "no number given", FigureText.Status(tally.Status));
    }

    private static ClaimRow Row(Claim claim, FrozenDictionary<int, string> agencies, Passages passages)
    {
        var cites = passages.Cites(claim.Citations);
        return new(
            claim,
            FigureText.InTable(claim),
            claim.Victims is { } victims && !SaysNothing(victims) ? DisplayText.Line(Digest.Days.Victims.Shown(victims)) : "not specified",
            claim.Claimant is { } claimant ? ClaimantText.InTable(claimant) : "no source named",
            FigureText.Relation(claim.Claimant is null ? ClaimantRelation.Unattributed : claim.Relation),
            (cites.Length == 1 ? "article " : "articles ") + string.Join(", ", cites.Select(cite => Numerals.InTable(cite.Number))),
            cites,
            [.. Remarks(claim, cites, agencies)]);
    }

    // "One person was killed" does not say who was.
    private static bool SaysNothing(string victims) => victims is "person" or "persons" or "people" or "others" or "victim" or "victims";

    private static IEnumerable<string> Remarks(Claim claim, ImmutableArray<Cite> cites, FrozenDictionary<int, string> agencies)
    {
        if (claim.Status == FigureStatus.Superseded)
            yield return "earlier figure, since replaced";
        if (claim.Status == FigureStatus.Denied)
            yield return claim.DeniedBy is { } denier ? $"denied by {DisplayText.Line(denier)}" : "denied";
        if (claim.IsCumulative)
            yield return "running total, not this event alone";
        if (claim.IsPartial)
            yield return "part of another figure";
        foreach (var cite in cites)
        {
            if (agencies.TryGetValue(cite.Number, out var cited))
                yield return $"article {Numerals.InTable(cite.Number)} cites {cited}";
        }
    }
}
