using System.Globalization;
using System.Runtime.InteropServices;

namespace Digest.Days;

/// <summary>
/// Numbers the ids that two things of one day would share, in the order in which they stand. Ids are known by numbers of their own from one set of stories to the next, so that only those of a
/// story built anew are looked up.
/// </summary>
internal sealed class UniqueIds
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    // By the number of an id: how often it came.
    private int[] seen = [];

    /// <summary>Takes note of the ids of a story that is new, or built anew.</summary>
    public void Take(StoryGroup group)
    {
        group.Ids = group.Built is { } story ? [NumberOf(story.Id), .. story.Events.Select(happening => NumberOf(happening.Id)), .. story.Reactions.Select(reaction => NumberOf(reaction.Id))] : [];
        group.Repeats = new int[group.Ids.Length];
    }

    /// <summary>The stories of the groups that tell of something, in their order, each with ids that nothing else of the day has.</summary>
    public IEnumerable<(StoryGroup Group, Story Story)> Of(IEnumerable<StoryGroup> groups)
    {
        if (seen.Length < numbers.Count)
            seen = new int[numbers.Count];
        Array.Clear(seen);
        foreach (var group in groups)
        {
            if (group.Built is not { } story)
                continue;
            var isAsBefore = group.Shown is not null;
            for (var i = 0; i < group.Ids.Length; i++)
            {
                var repeats = seen[group.Ids[i]]++;
                isAsBefore &= group.Repeats[i] == repeats;
                group.Repeats[i] = repeats;
            }

            yield return (group, isAsBefore ? group.Shown! : group.Shown = Named(story, group.Repeats));
        }
    }

    private int NumberOf(string id)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, id, out var isKnown);
        if (!isKnown)
            number = numbers.Count - 1;
        return number;
    }

    // By place: how often the id came before. The story's own stands first, then its events', then its reactions'.
    private static Story Named(Story story, int[] repeats)
    {
        var ofEvents = repeats.AsSpan(1, story.Events.Length);
        var ofReactions = repeats.AsSpan(1 + story.Events.Length);
        var named = repeats[0] == 0 ? story : story with { Id = Next(story.Id, repeats[0]) };
        for (var i = 0; i < ofEvents.Length; i++)
        {
            if (ofEvents[i] > 0)
                named = named with { Events = named.Events.SetItem(i, story.Events[i] with { Id = Next(story.Events[i].Id, ofEvents[i]) }) };
        }

        for (var i = 0; i < ofReactions.Length; i++)
        {
            if (ofReactions[i] > 0)
                named = named with { Reactions = named.Reactions.SetItem(i, story.Reactions[i] with { Id = Next(story.Reactions[i].Id, ofReactions[i]) }) };
        }

        return named;
    }

    private static string Next(string id, int before) => id + "-" + (before + 1).ToString(CultureInfo.InvariantCulture);
}
