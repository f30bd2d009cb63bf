using System.Collections.Immutable;
using Digest.Facts;

namespace Digest.Days;

/// <summary>What the figures of one unit are about, as far as its article tells by itself.</summary>
/// <param name="BackgroundEvents">Events that it recalls as context.</param>
/// <param name="Background">Figures that it recalls as context.</param>
/// <param name="Figures">Its other figures, in the text's order, each with the event of the unit that it is about; null where it reports none that it could be.</param>
internal sealed record UnitHarm(ImmutableArray<EventReport> BackgroundEvents, ImmutableArray<CasualtyReport> Background, ImmutableArray<(CasualtyReport Harm, LocalEvent? Event)> Figures)
{
    public static UnitHarm Of(StoryUnit unit, Places places)
    {
        var facts = unit.Article.Facts;
        ImmutableArray<EventReport> recalled = facts.Events.Any(e => e.IsBackground) ? [.. facts.Events.Where(e => e.IsBackground && unit.Holds(e) && !unit.Events.Any(told => told.Reports.Exists(r => r.Provenance == e.Provenance)))] : [];
        IReadOnlyList<EventReport> reports = recalled.IsEmpty && unit.Events is [var only] ? only.Reports : [.. recalled, .. unit.Events.SelectMany(e => e.Reports)];
        reports = InOrder.Of(reports);
        var background = ImmutableArray.CreateBuilder<CasualtyReport>(0);
        var figures = ImmutableArray.CreateBuilder<(CasualtyReport, LocalEvent?)>(facts.Casualties.Length);
        foreach (var harm in facts.Casualties)
        {
            if (!unit.Holds(harm))
                continue;
            // A running toll stands beside the event its article is about, marked as one.
            var report = harm.IsCumulative ? unit.Main?.First : CasualtyPlacer.ReportFor(unit.Article, harm, reports, unit.Main?.First, places);
            if (harm is { IsBackground: true, IsCumulative: false } || (report is { IsBackground: true } && !harm.IsCumulative))
                background.Add(harm);
            else
                figures.Add((harm, report is null ? null : EventOf(unit, report)));
        }

        return new(recalled, background.DrainToImmutable(), figures.DrainToImmutable());
    }

    private static LocalEvent? EventOf(StoryUnit unit, EventReport report)
    {
        foreach (var happening in unit.Events)
        {
            foreach (var own in happening.Reports)
            {
                if (ReferenceEquals(own, report))
                    return happening;
            }
        }

        return null;
    }
}
