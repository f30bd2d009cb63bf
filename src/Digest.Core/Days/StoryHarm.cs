using Digest.Facts;

namespace Digest.Days;

/// <summary>Gives each casualty claim to the event it is about, and what is recalled as context to the story's background.</summary>
internal static class StoryHarm
{
    public static void Assign(StoryDraft story, Places places)
    {
        var homes = new Dictionary<LocalEvent, EventDraft>(ReferenceEqualityComparer.Instance);
        foreach (var merged in story.Merged)
        {
            foreach (var (_, happening) in merged.Parts)
                homes[happening] = merged;
        }

        foreach (var (unit, happening) in story.Events)
        {
            foreach (var figure in unit.Harm(places).Figures)
            {
                if (figure.Event == happening)
                    homes[happening].Harm.Add(new(unit.ArticleIndex, figure.Harm));
            }
        }

        foreach (var unit in story.Group.Units)
        {
            var told = unit.Harm(places);
            foreach (var recalled in told.BackgroundEvents)
                story.BackgroundEvents.Add(new(unit.ArticleIndex, recalled));
            foreach (var recalled in told.Background)
                story.BackgroundHarm.Add(new(unit.ArticleIndex, recalled));
            foreach (var (harm, happening) in told.Figures)
            {
                if (happening is null)
                    Own(story, unit, harm, places).Harm.Add(new(unit.ArticleIndex, harm));
            }
        }

        foreach (var merged in story.Merged)
            merged.Harm = InOrder.Of(merged.Harm, static h => (h.ArticleIndex, h.Fact.Provenance.Span));
    }

    /// <summary>The story's event that the claim can be about, where its own article reports none; made of the claim itself if there is none.</summary>
    private static EventDraft Own(StoryDraft story, StoryUnit unit, CasualtyReport harm, Places places)
    {
        var window = DayWindow.Of(unit.Source, harm);
        var fits = story.Merged
            .Where(m => Array.TrueForAll(m.Accounts, p => DayWindow.Agree(p.Event.Window, window) && p.Event.Places.All(q => LocalEvents.Relation(p.Unit.Article, unit.Article, q, harm.Place, places) != PlaceRelation.Apart)))
            .MaxBy(m => m.MainOf);
        if (fits is not null)
            return fits;
        var made = new EventDraft();
        made.Parts.Add((unit, new(new(harm.Provenance, EventType.Attack) { Place = harm.Place, Date = harm.Date, LastDate = harm.LastDate, DatePrecision = harm.DatePrecision })));
        story.Merged.Add(made);
        return made;
    }
}
