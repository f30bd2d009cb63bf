using System.Collections.Frozen;

namespace Digest.Facts;

/// <summary>
/// How a mention names its speaker away from its sentence: the article in lower case, what is told of a body behind a comma or in brackets left out, and no rank hanging
/// at the end of a role ("the army's spokesman, Maj Gen").
/// </summary>
internal static class SpeakerWording
{
    private static readonly FrozenSet<string> Openers = FrozenSet.Create(StringComparer.Ordinal, "A", "An", "The", "Its", "Their", "His", "Her", "Our", "This", "These", "Those", "Some", "Several", "Two", "Three", "One");

    internal static Speaker Tidy(Speaker speaker)
    {
        var name = speaker.Name.StartsWith("that ", StringComparison.Ordinal) && speaker.Name.Length > 5 ? speaker.Name[5..] : speaker.Name;
        return speaker with { Name = Lowered(speaker.Mention.Kind is MentionKind.Person ? name : First(name)), Role = speaker.Role is { } role ? Lowered(WithoutRank(role)) : null };
    }

    private static string Lowered(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && Openers.Contains(text[..space]) && text.AsSpan(space).ContainsAnyInRange('a', 'z')
            ? char.ToLowerInvariant(text[0]) + text[1..]
            : text;
    }

    // "the Horizon Front, a little-known group" and "the Prime Minister's Office (PMO)" are named by what stands first; "Egypt, Jordan and Qatar" by all.
    private static string First(string name)
    {
        var bracket = name.IndexOf(" (", StringComparison.Ordinal);
        if (bracket > 0 && name[^1] == ')')
            name = name[..bracket];
        var comma = name.IndexOf(", ", StringComparison.Ordinal);
        // "one of them, a trader": what follows says who.
        if (comma > 0 && name[..comma].EndsWith(" of them", StringComparison.Ordinal))
            return name[(comma + 2)..];
        return comma > 0 && !name[comma..].Contains(" and ", StringComparison.Ordinal) ? name[..comma] : name;
    }

    internal static string WithoutRank(string role)
    {
        var parts = role.Split(", ").Select(Shortened).ToList();
        var told = parts.Where(p => p.Length > 0).ToList();
        return told.Count > 0 ? string.Join(", ", told) : role;
    }

    // "military spokesman Maj Gen" without the rank at its end; empty for a rank alone.
    private static string Shortened(string part)
    {
        var words = part.Split(' ');
        var end = words.Length;
        // "the prosecutor general" is no general.
        while (end > 0 && IsRank(words[end - 1]) && !(end > 1 && words[end - 2].ToLowerInvariant() is "prosecutor" or "attorney" or "secretary" or "inspector" or "director" or "governor" or "auditor" or "consul" or "surgeon"))
            end--;
        return string.Join(' ', words[..end]);
    }

    private static bool IsRank(string word) => word.TrimEnd('.').ToLowerInvariant() is "maj" or "gen" or "lt" or "col" or "brig" or "capt" or "sgt" or "cmdr" or "adm" or "maj-gen" or "lt-gen" or "lt-col" or "brig-gen" or "dr" or "major" or "general" or "lieutenant" or "colonel" or "brigadier" or "captain" or "sheikh" or "sheik" or "mr" or "mrs" or "ms";
}
