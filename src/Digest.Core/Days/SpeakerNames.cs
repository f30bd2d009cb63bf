using Digest.Names;

namespace Digest.Days;

/// <summary>One name for one speaker throughout a story, though outlets spell it differently.</summary>
internal static class SpeakerNames
{
    /// <summary>The name as printed: a government's is never shortened to its country's, and what describes a body behind a comma is left out.</summary>
    public static string Shown(string name)
    {
        var comma = name.IndexOf(", ", StringComparison.Ordinal);
        var isDescribed = comma > 0 && name[(comma + 2)..] is var rest && (rest.StartsWith("a ", StringComparison.Ordinal) || rest.StartsWith("an ", StringComparison.Ordinal) || rest.StartsWith("the ", StringComparison.Ordinal));
        return Claimants.Shown(isDescribed ? name[..comma] : name);
    }

    /// <summary>What all spellings of a speaker's name share.</summary>
    public static string Key(string name) => Entities.Key(name) is { Length: > 0 } key ? key : name;

    /// <summary>The spelling to print: a government's before its country's, then the commonest, the fuller on a tie.</summary>
    public static string Best(IEnumerable<string> spellings) => spellings.ToArray() is var all && Array.TrueForAll(all, spelling => spelling == all[0]) ? all[0] : all.GroupBy(s => s, StringComparer.Ordinal)
        .OrderBy(s => Countries.ByAny(s.Key) is not null).ThenByDescending(s => s.Count()).ThenByDescending(s => s.Key.Length).ThenBy(s => s.Key, StringComparer.Ordinal).First().Key;

    public static IEnumerable<ReactionEntry> Unified(IEnumerable<ReactionEntry> entries)
    {
        var all = entries.ToArray();
        if (all.Length < 2)
            return all;
        var best = all.GroupBy(e => Key(e.Speaker), StringComparer.Ordinal).ToDictionary(g => g.Key, g => Best(g.Select(e => e.Speaker)), StringComparer.Ordinal);
        return all.Select(e => best[Key(e.Speaker)] is var name && name == e.Speaker ? e : e with { Speaker = name });
    }
}
