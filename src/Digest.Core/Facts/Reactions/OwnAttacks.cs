using Digest.Names;

namespace Digest.Facts;

/// <summary>Attacks that a speaker says its own side carried out.</summary>
internal static class OwnAttacks
{
    // "their military spokesman", "the group's spokesman": of whoever the sentence tells of.
    private static bool IsForOwnSide(string speaker) => speaker.ToLowerInvariant() is var role && (role.StartsWith("its ", StringComparison.Ordinal) || role.StartsWith("their ", StringComparison.Ordinal) || role.Contains("group's ", StringComparison.Ordinal) || role.Contains("movement's ", StringComparison.Ordinal));

    /// <summary>"Naval forces of the movement hit the tanker", "the group’s squad had destroyed two vehicles": what an armed group's spokesman says that an armed group did; the verb.</summary>
    internal static string? OfGroup(Attribution who, string plain)
    {
        const int Reach = 12;
        var words = plain.Split(' ');
        var role = (who.Role ?? who.Speaker).Replace('’', '\'');
        var owner = role.IndexOf("'s ", StringComparison.Ordinal) is > 0 and var mark ? role[..mark] : null;
        for (var at = 1; at < Math.Min(words.Length, Reach); at++)
        {
            if (Stances.IsOwnAct(words[at], at + 1 < words.Length ? words[at + 1] : "", ofArmedGroup: true))
            {
                var actor = string.Join(' ', words.Take(at).Where(w => w is not ("had" or "has" or "have")));
                var isArmed = Entities.KindOf(actor, null) == SpeakerKind.ArmedGroup;
                var isGroups = words.Take(at).Any(w => w is "movement" or "group" or "group's" or "movement's" or "fighters" or "mujahideen" or "mujahedeen");
                return (IsForOwnSide(role) && (isArmed || isGroups)) || (isArmed && owner is not null && Entities.Same(owner, actor)) || (isGroups && Entities.KindOf(who.Speaker, who.Role) == SpeakerKind.ArmedGroup && words.Take(at).Any(w => w is "mujahideen" or "mujahedeen")) ? words[at] : null;
            }
        }

        return null;
    }

    /// <summary>"it carried out the attack", "our forces struck", "its fighters had overrun a base": what the speaker says it did itself; the verb.</summary>
    internal static string? In(string plain, bool isDirect, bool ofArmedGroup)
    {
        const int Reach = 6;
        var words = plain.Split(' ');
        var subject = words is ["that", ..] ? 1 : 0;
        if (words.Length < subject + 2 || !(words[subject] is "we" or "our" || (!isDirect && words[subject] is "it" or "they" or "its" or "their" or "his")))
            return null;
        var start = words.Skip(subject).Take(Reach).ToArray();
        return start.Any(w => w is "not" or "no" or "never" or "if" or "was" or "were" or "is" or "are" or "been") ? null : start.Where((w, i) => Stances.IsOwnAct(w, i + 1 < start.Length ? start[i + 1] : "", ofArmedGroup)).FirstOrDefault();
    }
}
