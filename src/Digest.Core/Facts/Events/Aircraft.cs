using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Whether an article tells of anything that strikes from the air: aircraft, drones, missiles, glide bombs, "air strikes". Shells, mortar rounds, rockets and grenades are fired or thrown from
/// the ground, and a bomb that somebody planted or wore did not fall.
/// </summary>
internal static class Aircraft
{
    private static readonly FrozenSet<string> Raiders = WordList.Read("Facts/Events/raiders.words.txt");

    internal static bool AreToldOf(Document document) => document.Sentences.Any(s => Enumerable.Range(0, s.Tokens.Length).Any(i => IsOfTheAir(s.Tokens, i)) || s.Clauses.Any(c => StrikesFromTheAir(s, c)));

    /// <summary>Those who are only called by a word for fighters on foot have no aircraft.</summary>
    internal static bool HasNone(string side) => Raiders.Contains(Lexicon.Singular(side.Split(' ')[^1].ToLowerInvariant()));

    private static bool IsOfTheAir(ImmutableArray<Token> tokens, int at)
    {
        if (tokens[at].Lower is "air" or "aerial" or "airstrike" or "airstrikes" or "bombs" && !IsOnTheGround(tokens, at))
            return true;
        // "an artillery strike" and "a hunger strike" are none.
        if (tokens[at].Lower is "strike" or "strikes" && tokens[at].IsNominal)
            return !IsOnTheGround(tokens, at);
        return EventWords.WeaponIn(tokens, Math.Max(0, at - 1), at + 1) is { Kind: WeaponKind.Aircraft or WeaponKind.Drone } or { Type: EventType.MissileAttack or EventType.AirStrike };
    }

    // "Jets bombed the town", "Israel struck a camp", not "a shell struck a courtyard" and "bandits struck".
    private static bool StrikesFromTheAir(Sentence sentence, Clause clause)
    {
        if (clause.Lemma is not ("bomb" or "strike") || clause.Kind == ClauseKind.Reduced)
            return false;
        // "Bandits struck at dusk" looks like "homes struck at dusk".
        var doer = clause.IsPassive && clause.Verb.IsPassive ? sentence.AgentOf(clause) : clause.Subject?.First ?? -1;
        return doer < 0 || !(sentence.WeaponAt(doer) is { Kind: not (WeaponKind.Aircraft or WeaponKind.Drone), Type: not (EventType.MissileAttack or EventType.AirStrike) } || HasNone(sentence.Head(doer).Lower));
    }

    private static bool IsOnTheGround(ImmutableArray<Token> tokens, int at)
    {
        if (at == 0)
            return false;
        var before = tokens[at - 1];
        return before.Lower is "roadside" or "car" or "truck" or "lorry" or "van" or "suicide" or "petrol" or "pipe" or "nail" or "homemade" or "home-made" or "improvised" or "planted" or "motorcycle" or "motorbike" or "artillery" or "ground" or "sniper" or "commando"
            || EventWords.NotAttacks.Contains(before.Lower) || EventWords.WeaponOf(before) is { Kind: WeaponKind.Projectile, Type: not EventType.MissileAttack } || HasNone(before.Lower);
    }
}
