using Digest.Days;

namespace Digest.Editions;

/// <summary>An earlier day's story that a story goes on from.</summary>
/// <param name="First">The first of the days compared with that told it; <paramref name="Date"/> where there is only the one.</param>
public sealed record Continuation(DateOnly Date, string StoryId, string Headline, DateOnly First);

/// <summary>
/// Links the stories of a day to those of the week before that are about the same event. A story is named by its main event, and an event by its day, family and place, so
/// a story keeps its id from day to day whatever order its articles come in; where spelling or a better-known date has changed the id, two main events are one that agree in kind and day and
/// lie in one place. An event without a date continues nothing: another of its kind may have been there since.
/// </summary>
public static class StoryThreads
{
    /// <summary>The latest earlier telling of each story that has one, by the story's id.</summary>
    public static IReadOnlyDictionary<string, Continuation> Of(Day day, Week? week)
    {
        var found = new SortedDictionary<string, Continuation>(StringComparer.Ordinal);
        if (week is null)
            return found;
        var places = new Places();
        foreach (var story in day.Stories)
        {
            if (MainOf(story) is not { Date: not null } main)
                continue;
            PastEvent[] told = [.. week.Told.Select(d => d.Events.Where(e => e.IsMain && IsOne(e, main, places)).OrderBy(e => e.Id != main.Id).FirstOrDefault()).OfType<PastEvent>()];
            if (told.Length == 0)
                continue;
            var days = week.Told.Where(d => d.Events.Any(told.Contains)).Select(d => d.Date).ToArray();
            found[story.Id] = new(days[^1], told[^1].StoryId!, told[^1].Story!, days[0]);
        }

        return found;
    }

    /// <summary>The event that a story is named by; null for a story without one.</summary>
    internal static Event? MainOf(Story story) => story.Events.FirstOrDefault(e => story.Id.Length > 1 && story.Id.StartsWith('s') && e.Id.EndsWith(story.Id[1..], StringComparison.Ordinal));

    private static bool IsOne(PastEvent past, Event main, Places places) =>
        past.Date == main.Date && (past.Id == main.Id || (EventKinds.Compatible(past.Type, main.Type) && places.Compare(past.Place, main.Place) == PlaceRelation.Same));
}
