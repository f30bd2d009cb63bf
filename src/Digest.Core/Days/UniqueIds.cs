using System.Globalization;
using System.Runtime.InteropServices;

namespace Digest.Days;

/// <summary>Numbers the ids that two things of one day would share, in the order in which they stand.</summary>
internal static class UniqueIds
{
    public static IEnumerable<Story> Of(IEnumerable<Story> stories)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var story in stories)
        {
            var named = Next(story.Id, seen) is var id && id == story.Id ? story : story with { Id = id };
            for (var i = 0; i < story.Events.Length; i++)
            {
                if (Next(story.Events[i].Id, seen) is var own && own != story.Events[i].Id)
                    named = named with { Events = named.Events.SetItem(i, story.Events[i] with { Id = own }) };
            }

            for (var i = 0; i < story.Reactions.Length; i++)
            {
                if (Next(story.Reactions[i].Id, seen) is var own && own != story.Reactions[i].Id)
                    named = named with { Reactions = named.Reactions.SetItem(i, story.Reactions[i] with { Id = own }) };
            }

            yield return named;
        }
    }

    private static string Next(string id, Dictionary<string, int> seen)
    {
        var count = ++CollectionsMarshal.GetValueRefOrAddDefault(seen, id, out _);
        return count == 1 ? id : id + "-" + count.ToString(CultureInfo.InvariantCulture);
    }
}
