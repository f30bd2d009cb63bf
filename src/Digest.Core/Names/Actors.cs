using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Digest.Names;

/// <summary>What kind of body an actor of the tables is.</summary>
public enum ActorKind
{
    /// <summary>Another name for a country's government or its armed forces.</summary>
    State,

    /// <summary>A named force, ministry or agency of a state.</summary>
    Force,

    /// <summary>A body that governs without being generally recognised.</summary>
    Authority,
    Armed,
    Coalition,

    /// <summary>An international body.</summary>
    Body,

    /// <summary>A relief or rights organisation.</summary>
    Relief,

    /// <summary>A body that keeps count of violence.</summary>
    Monitor,

    /// <summary>A news agency.</summary>
    Agency,

    /// <summary>A news outlet that is no agency.</summary>
    Outlet,
    Party,
}

/// <summary>A body of the tables <c>Actors.table.tsv</c> and <c>Outlets.table.tsv</c>.</summary>
/// <param name="Name">The name shown.</param>
/// <param name="Side">ISO code of the country it belongs to or acts in; empty where there is no one country.</param>
public sealed record Actor(string Name, ActorKind Kind, string Side, ImmutableArray<string> OtherNames);

/// <summary>Finds bodies by any of their names: exactly first, then by sound ("Ketaeb Hizbollah"). Short acronyms need their capitals ("IS", not "is").</summary>
public static class Actors
{
    private const int LongestCasedAcronym = 4;

    private static readonly Lazy<ImmutableArray<Actor>> Rows = new(() =>
        [.. Read("Names/Actors.table.tsv"), .. Read("Names/Outlets.table.tsv")]);

    private static readonly Lazy<FrozenDictionary<string, (Actor Actor, bool NeedsCapitals)>> Exact = new(IndexExact);
    private static readonly Lazy<FrozenDictionary<string, Actor>> Sounds = new(IndexSounds);

    private static readonly Lazy<FrozenSet<string>> FirstWords = new(() => Exact.Value.Keys.Select(form => Phrases.Words(form)[0]).ToFrozenSet(StringComparer.Ordinal));

    public static ImmutableArray<Actor> All => Rows.Value;

    public static Actor? Find(string name)
    {
        var form = Phrases.Form(name);
        if (Exactly(name, form) is { } exact)
            return exact;
        return HasLongWord(form) ? Sounds.Value.GetValueOrDefault(SoundForm(form)) : null;
    }

    /// <summary>By a name as listed, sounds aside.</summary>
    internal static Actor? Exactly(string name, string form) =>
        Exact.Value.TryGetValue(form, out var found) && (!found.NeedsCapitals || IsInCapitals(name)) ? found.Actor : null;

    /// <summary>Whether any name of a body opens with this word, in lower case.</summary>
    internal static bool OpensName(string word) => FirstWords.Value.Contains(word);

    /// <summary>A word whose letters are all capitals, two at least: "SDF", "U.N.", "PKK/KCK".</summary>
    internal static bool IsInCapitals(string name)
    {
        var capitals = 0;
        foreach (var c in name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name.AsSpan(4) : name)
        {
            if (char.IsLower(c))
                return false;
            if (char.IsUpper(c))
                capitals++;
        }

        return capitals > 1;
    }

    private static IEnumerable<Actor> Read(string table) =>
        NameLists.Rows(table, 4).Select(row => new Actor(row[0], Enum.Parse<ActorKind>(row[1], ignoreCase: true), row[2], [.. NameLists.Entries(row[3])]));

    private static FrozenDictionary<string, (Actor, bool)> IndexExact()
    {
        var index = new Dictionary<string, (Actor, bool)>(StringComparer.Ordinal);
        foreach (var actor in Rows.Value)
        {
            foreach (var name in actor.OtherNames.Prepend(actor.Name))
            {
                var (form, needsCapitals) = (Phrases.Form(name), name.Length <= LongestCasedAcronym && IsInCapitals(name));
                // Listed in small letters too ("Nato"), it may be written so.
                if (!index.TryAdd(form, (actor, needsCapitals)) && index[form].Item1 == actor && !needsCapitals)
                    index[form] = (actor, false);
            }
        }

        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, Actor> IndexSounds()
    {
        var index = new Dictionary<string, Actor>(StringComparer.Ordinal);
        foreach (var actor in Rows.Value)
        {
            foreach (var name in actor.OtherNames.Prepend(actor.Name))
            {
                var form = Phrases.Form(name);
                if (HasLongWord(form) && !IsInCapitals(name))
                    index.TryAdd(SoundForm(form), actor);
            }
        }

        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // Short words fall together too easily ("Amal", "Emil"); one long word carries the comparison.
    private static bool HasLongWord(string form) => Phrases.Words(form).Any(word => word.Length >= 5);

    private static string SoundForm(string form) =>
        NameKey.Of(string.Join(' ', Phrases.Words(form).Select(Phrases.Stem)));
}
