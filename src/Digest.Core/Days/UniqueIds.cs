using System.Collections.Immutable;
using System.Globalization;

namespace Digest.Days;

/// <summary>Numbers the ids that two things of one day would share, in the order in which they stand.</summary>
internal static class UniqueIds
{
    public static IEnumerable<Story> Of(IEnumerable<Story> stories)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. stories.Select(s => Renamed(s, Next(s.Id, seen), s.Events.Select(e => Next(e.Id, seen)).ToArray(), s.Reactions.Select(r => Next(r.Id, seen)).ToArray()))];
    }

    private static Story Renamed(Story story, string id, string[] events, string[] reactions)
    {
        var named = story.Id == id ? story : story with { Id = id };
        if (!events.SequenceEqual(story.Events.Select(e => e.Id), StringComparer.Ordinal))
            named = named with { Events = [.. story.Events.Select((e, i) => e with { Id = events[i] })] };
        return reactions.SequenceEqual(story.Reactions.Select(r => r.Id), StringComparer.Ordinal) ? named : named with { Reactions = [.. story.Reactions.Select((r, i) => r with { Id = reactions[i] })] };
    }

    private static string Next(string id, Dictionary<string, int> seen)
    {
        var count = seen[id] = seen.GetValueOrDefault(id) + 1;
        return count == 1 ? id : id + "-" + count.ToString(CultureInfo.InvariantCulture);
    }
}
