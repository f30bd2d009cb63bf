using Digest.Names;
using Digest.Text;

namespace Digest.Days;

/// <summary>Compares those who are said to have done something.</summary>
internal static class Actors
{
    /// <summary>Whether two names may mean one actor: the same entity, or a body and a part of it ("Russia", "Russia's Aerospace Forces").</summary>
    public static bool Agree(string a, string b) => IsAnyone(a) || IsAnyone(b) || AreOne(a, b) || IsSomeForce(a, b) || IsSomeForce(b, a) || (AreSomeFighters(a) && AreSomeFighters(b)) || IsSomeState(a, b) || IsSomeState(b, a);

    /// <summary>The same where each must name somebody: "gunmen" are no official.</summary>
    public static bool AreOne(string a, string b) => a == b || One.Of((a, b));

    private static readonly Recall<(string A, string B), bool> One = new(names => Entities.Same(names.A, names.B) || Holds(names.A, names.B) || Holds(names.B, names.A) || IsForceOf(names.A, names.B) || IsForceOf(names.B, names.A));

    // "US" and "US Central Command", "Israel" and "Israeli military": a state and its forces.
    private static bool IsForceOf(string force, string state) =>
        Countries.ByName(state) is { } country && force.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && (Countries.ByName(force[..space]) ?? Countries.ByAdjective(force[..space])) is { } own && own.Code == country.Code
        && !force.Contains("-backed", StringComparison.OrdinalIgnoreCase) && !force.Contains("-led", StringComparison.OrdinalIgnoreCase);

    // "The enemy", "gunmen": whoever did it, in the words of whoever tells it.
    private static bool IsAnyone(string name) => Words.Of(name) is [.., var head] words && words.Length <= 2 && (words.Length == 1 || words[0] == "the")
        && head is "enemy" or "aggressor" or "aggressors" or "occupiers" or "occupation" or "invaders" or "nationalists" or "attackers" or "assailants" or "assailant" or "attacker" or "perpetrators" or "gunmen" or "terrorists";

    // "Soldiers" of a headline, and "junta troops".
    private static bool IsSomeForce(string force, string named) => Words.Of(force) is [var only] && IsForce(only) && Words.Of(named) is [.., var head] && IsForce(head);

    // "Militants" of a headline, and the "fighters" of the text below it.
    private static bool AreSomeFighters(string name) => Words.Of(name) is [var only] && only is "militants" or "fighters" or "rebels" or "insurgents" or "jihadists" or "islamists" or "bandits" or "guerrillas" or "militiamen";

    // "Regime bombs school", and the Myanmar jet that the text below it tells of.
    private static bool IsSomeState(string word, string named) => Words.Of(word) is [var only] && (only is "regime" or "junta" || IsForce(only)) && (Countries.ByName(named) ?? (named.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? Countries.ByName(named[..space]) ?? Countries.ByAdjective(named[..space]) : null)) is not null;

    private static bool IsForce(string word) => word is "soldiers" or "troops" or "army" or "military" or "forces";

    // Every telling word of the shorter name stands in the longer.
    private static bool Holds(string longer, string shorter)
    {
        var inner = Words.Of(shorter).Select(Words.Stem).Where(w => !Words.IsCommon(w)).ToHashSet(StringComparer.Ordinal);
        return inner.Count > 0 && inner.IsSubsetOf(Words.Of(longer).Select(Words.Stem));
    }
}
