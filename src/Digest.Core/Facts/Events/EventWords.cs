using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>How a noun tells of an attack.</summary>
internal enum NounSense
{
    /// <summary>Of itself: "an ambush".</summary>
    Attack,

    /// <summary>Only with a weapon, a target or a place beside it: "a blast at a tea shop".</summary>
    Weak,

    /// <summary>Of two sides: "a firefight".</summary>
    Clash,

    /// <summary>Only with a weapon or a side before it: "rocket fire", "a gun battle".</summary>
    Fire,
}

/// <summary>How a verb tells of an attack; the head of <c>eventverbs.table.tsv</c> says what each sense asks for.</summary>
internal enum VerbSense
{
    /// <summary>An aircraft answers an attack ("responded in self-defence"): with what it has.</summary>
    Answer,

    Attack,
    Raid,
    Hit,
    Ram,
    Launch,
    Set,
    Explode,
    Clash,
    Exchange,
    Harm,
    Fall,
}

internal enum WeaponKind
{
    Projectile,
    Drone,
    Aircraft,
    Explosive,

    /// <summary>A person who carries the bomb.</summary>
    Bomber,
    Gun,
}

internal sealed record EventNoun(EventType Type, NounSense Sense);

internal sealed record EventVerb(EventType Type, VerbSense Sense);

internal sealed record Weapon(EventType Type, WeaponKind Kind);

/// <summary>The words that tell of attacks, as tables beside this file.</summary>
internal static class EventWords
{
    private static readonly FrozenDictionary<string, EventNoun> Nouns = WordList.Rows("Facts/Events/eventnouns.table.tsv")
        .ToFrozenDictionary(r => r[0], r => new EventNoun(Enum.Parse<EventType>(r[1]), Enum.Parse<NounSense>(r[2], ignoreCase: true)), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, EventVerb> Verbs = WordList.Rows("Facts/Events/eventverbs.table.tsv")
        .ToFrozenDictionary(r => r[0], r => new EventVerb(Enum.Parse<EventType>(r[1]), Enum.Parse<VerbSense>(r[2], ignoreCase: true)), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Weapon> Weapons = WordList.Rows("Facts/Events/weapons.table.tsv")
        .ToFrozenDictionary(r => r[0], r => new Weapon(Enum.Parse<EventType>(r[1]), Enum.Parse<WeaponKind>(r[2], ignoreCase: true)), StringComparer.Ordinal);

    /// <summary>"a series of strikes", "a barrage of missiles": nouns that count.</summary>
    internal static readonly FrozenSet<string> Quantities = WordList.Read("Facts/Events/quantitynouns.words.txt");

    /// <summary>"hunger" strike, "heart" attack.</summary>
    internal static readonly FrozenSet<string> NotAttacks = WordList.Read("Facts/Events/notattacks.words.txt");

    /// <summary>What they govern did not happen, or not yet: "warned of attacks".</summary>
    internal static readonly FrozenSet<string> Aims = WordList.Read("Facts/Events/aims.words.txt");

    /// <summary>What they govern did happen: "ordered forces to strike".</summary>
    internal static readonly FrozenSet<string> Ordered = WordList.Read("Facts/Events/ordered.words.txt");

    internal static EventNoun? Noun(Token token) => token.IsNominal || token.Pos == PartOfSpeech.Gerund ? Find(Nouns, token) : null;

    internal static EventVerb? Verb(string lemma) => Verbs.GetValueOrDefault(lemma);

    internal static Weapon? WeaponOf(Token token) => Find(Weapons, token);

    private static readonly Weapon UnmannedBoat = new(EventType.DroneAttack, WeaponKind.Drone);

    /// <summary>"unmanned boats", "an explosive boat", "a naval drone": what a noun phrase's head is by itself or by the word before it.</summary>
    internal static Weapon? WeaponOf(ImmutableArray<Token> tokens, int first, int head) =>
        WeaponOf(tokens[head]) ?? (head > first && tokens[head].Lower is "boat" or "boats" or "vessel" or "vessels" or "skiff" or "skiffs" && tokens[head - 1].Lower is "unmanned" or "uncrewed" or "explosive" or "explosives-laden" or "explosive-laden" or "drone" or "kamikaze" or "remote-controlled" ? UnmannedBoat : null);

    /// <summary>The last weapon named by tokens [first, end): a bomb that falls from the air is an air strike's.</summary>
    internal static Weapon? WeaponIn(ImmutableArray<Token> tokens, int first, int end)
    {
        for (var i = end - 1; i >= first; i--)
        {
            if (WeaponOf(tokens[i]) is not { } weapon)
                continue;
            if (weapon.Kind == WeaponKind.Aircraft && tokens[i].Lower is "plane" && i > first && tokens[i - 1].Lower is "passenger" or "cargo")
                continue;
            if (tokens[i].Lower is "mine" or "mines" && i > first && tokens[i - 1].Lower is "coal" or "gold" or "copper" or "salt" or "iron")
                continue;
            if (tokens[i].Lower is "device" or "devices" && !Enumerable.Range(first, i - first).Any(k => tokens[k].Lower is "explosive" or "improvised" or "incendiary" or "the"))
                continue;
            if (tokens[i].Lemma is "bomb" or "bombs" && Enumerable.Range(first, i - first).Any(k => IsAerial(tokens[k].Lower)))
                return weapon with { Type = EventType.AirStrike };
            return weapon;
        }

        return null;
    }

    private static bool IsAerial(string lower) => lower is "guided" or "glide" or "aerial" or "barrel" or "bunker-buster" or "laser-guided" or "cluster" or "air-dropped" or "precision-guided" or "gliding"
        || lower.EndsWith("-pound", StringComparison.Ordinal) || lower.EndsWith("-kg", StringComparison.Ordinal) || lower.EndsWith("-kilogram", StringComparison.Ordinal) || lower.EndsWith("-lb", StringComparison.Ordinal);

    private static T? Find<T>(FrozenDictionary<string, T> table, Token token)
        where T : class =>
        table.GetValueOrDefault(token.Lower) ?? table.GetValueOrDefault(token.Lemma) ?? (token.Lower.EndsWith('s') ? table.GetValueOrDefault(token.Lower[..^1]) : null);
}
