using Digest.Facts;

namespace Digest.Days;

/// <summary>Gives each casualty claim to the event it is about, and what is recalled as context to the story's background.</summary>
internal static class StoryHarm
{
    public static void Assign(List<StoryDraft> drafts, Places places)
    {
        var homes = new Dictionary<EventReport, (StoryDraft Story, EventDraft Event)>(ReferenceEqualityComparer.Instance);
        foreach (var story in drafts)
        {
            foreach (var merged in story.Merged)
            {
                foreach (var report in merged.Parts.SelectMany(p => p.Event.Reports))
                    homes[report] = (story, merged);
            }
        }

        foreach (var story in drafts)
        {
            foreach (var unit in story.Group.Units)
                Assign(story, unit, homes, places);
        }

        foreach (var merged in drafts.SelectMany(d => d.Merged))
            merged.Harm.Sort((a, b) => a.ArticleIndex != b.ArticleIndex ? a.ArticleIndex.CompareTo(b.ArticleIndex) : a.Fact.Provenance.Span.CompareTo(b.Fact.Provenance.Span));
    }

    private static void Assign(StoryDraft story, StoryUnit unit, Dictionary<EventReport, (StoryDraft Story, EventDraft Event)> homes, Places places)
    {
        var facts = unit.Article.Facts;
        var recalled = facts.Events.Where(e => e.IsBackground && unit.Holds(e) && !unit.Events.Any(u => u.Reports.Exists(r => r.Provenance == e.Provenance))).ToArray();
        story.BackgroundEvents.AddRange(recalled.Select(e => new Told<EventReport>(unit.ArticleIndex, e)));
        var reports = recalled.Concat(unit.Events.SelectMany(e => e.Reports)).OrderBy(e => e.Provenance.Span).ToArray();
        foreach (var harm in facts.Casualties.Where(unit.Holds))
        {
            var told = new Told<CasualtyReport>(unit.ArticleIndex, harm);
            // A running toll stands beside the event its article is about, marked as one.
            var report = harm.IsCumulative ? unit.Main?.First : CasualtyPlacer.ReportFor(unit.Source, harm, reports, unit.Main?.First, places);
            if (harm is { IsBackground: true, IsCumulative: false } || (report is { IsBackground: true } && !harm.IsCumulative))
                story.BackgroundHarm.Add(told);
            else if (report is not null && homes.TryGetValue(report, out var home))
                home.Event.Harm.Add(told);
            else
                Own(story, unit, harm, places).Harm.Add(told);
        }
    }

    /// <summary>The story's event that the claim can be about, where its own article reports none; made of the claim itself if there is none.</summary>
    private static EventDraft Own(StoryDraft story, StoryUnit unit, CasualtyReport harm, Places places)
    {
        var fits = story.Merged
            .Where(m => m.Parts.All(p => DayWindow.Agree(p.Event.Window, DayWindow.Of(unit.Source, harm))) && m.Parts.All(p => p.Event.Places.All(q => LocalEvents.Relation(p.Unit.Source, unit.Source, q, harm.Place, places) != PlaceRelation.Apart)))
            .MaxBy(m => m.MainOf);
        if (fits is not null)
            return fits;
        var made = new EventDraft();
        made.Parts.Add((unit, new(new(harm.Provenance, EventType.Attack) { Place = harm.Place, Date = harm.Date, LastDate = harm.LastDate, DatePrecision = harm.DatePrecision })));
        story.Merged.Add(made);
        return made;
    }
}
