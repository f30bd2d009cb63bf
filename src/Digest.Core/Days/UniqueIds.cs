using System.Collections.Immutable;
using System.Globalization;

namespace Digest.Days;

/// <summary>Numbers the ids that two things of one day would share, in the order in which they stand.</summary>
internal static class UniqueIds
{
    public static IEnumerable<Story> Of(IEnumerable<Story> stories)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. stories.Select(s => s with
        {
            Id = Next(s.Id, seen),
            Events = [.. s.Events.Select(e => e with { Id = Next(e.Id, seen) })],
            Reactions = [.. s.Reactions.Select(r => r with { Id = Next(r.Id, seen) })],
        })];
    }

    private static string Next(string id, Dictionary<string, int> seen)
    {
        var count = seen[id] = seen.GetValueOrDefault(id) + 1;
        return count == 1 ? id : id + "-" + count.ToString(CultureInfo.InvariantCulture);
    }
}
