namespace Digest.Days;

/// <summary>
/// Gives each event told its story. An article's events belong to the article's story, but an event in passing that is what another story
/// is about belongs there: the last paragraph of one report of a bombing is often the other bombing of the day.
/// </summary>
internal static class StoryEvents
{
    public static List<StoryDraft> Assign(List<StoryGroup> groups, Places places)
    {
        var drafts = groups.ConvertAll(g => new StoryDraft(g));
        var index = new Dictionary<string, List<(int Draft, StoryUnit Unit)>>(StringComparer.Ordinal);
        for (var i = 0; i < drafts.Count; i++)
        {
            foreach (var unit in groups[i].Units.Where(u => u.Main is not null))
            {
                foreach (var key in Keys(unit.Main!, places))
                {
                    if (!index.TryGetValue(key, out var units))
                        index[key] = units = [];
                    units.Add((i, unit));
                }
            }
        }

        for (var i = 0; i < drafts.Count; i++)
        {
            foreach (var unit in groups[i].Units)
            {
                foreach (var told in unit.Events)
                    drafts[Home(i, unit, told, index, places)].Events.Add((unit, told));
            }
        }

        foreach (var draft in drafts)
            draft.Events.Sort((a, b) => a.Unit.ArticleIndex != b.Unit.ArticleIndex ? a.Unit.ArticleIndex.CompareTo(b.Unit.ArticleIndex) : a.Event.First.Provenance.Span.CompareTo(b.Event.First.Provenance.Span));
        return drafts;
    }

    private static int Home(int own, StoryUnit unit, LocalEvent told, Dictionary<string, List<(int Draft, StoryUnit Unit)>> index, Places places)
    {
        if (ReferenceEquals(told, unit.Main))
            return own;
        var home = own;
        foreach (var key in Keys(told, places))
        {
            foreach (var (draft, other) in index.GetValueOrDefault(key) ?? [])
            {
                if (draft == own && other.Main is not null && Agree(unit, told, other, places))
                    return own;
                if (draft != own && (home == own || draft < home) && Agree(unit, told, other, places))
                    home = draft;
            }
        }

        return home;
    }

    private static bool Agree(StoryUnit unit, LocalEvent told, StoryUnit other, Places places) =>
        EventKinds.Compatible(told.Type, other.Main!.Type)
        && DayWindow.Agree(told.Window, other.Main.Window)
        && places.ActorsAgree(told.Actor, other.Main.Actor)
        && !LocalEvents.AnswerEachOther(told, other.Main, places)
        && told.Places.Any(p => other.Main.Places.Any(q => LocalEvents.Relation(unit.Source, other.Source, p, q, places) == PlaceRelation.Same));

    /// <summary>What a place can be looked up by: its gazetteer name and the consonants of each word that names it, so that spellings meet.</summary>
    private static IEnumerable<string> Keys(LocalEvent told, Places places) =>
        told.Places.Where(places.IsSpecific).SelectMany(p => places.Keys(p)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
