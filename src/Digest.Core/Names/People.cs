using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Digest.Names;

/// <summary>A noun for people by what they are ("soldiers", "farm worker"), with what the word says of them.</summary>
/// <param name="Tags">"combatant", "civilian", "child", "medical", "journalist", "police"…; the list's head says which there are.</param>
public sealed record PeopleNoun(string Singular, string Plural, ImmutableArray<string> Tags)
{
    public bool Is(string tag) => Tags.Contains(tag);
}

/// <summary>Nouns for people (<c>People.table.tsv</c>), by singular or plural in lower case.</summary>
public static class People
{
    private static readonly Lazy<FrozenDictionary<string, PeopleNoun>> Nouns = new(Read);

    /// <summary>The noun itself, one or two words: "soldiers", "Aid worker"; null for any other word.</summary>
    public static PeopleNoun? Find(string noun) => Nouns.Value.GetValueOrDefault(noun.ToLowerInvariant());

    private static FrozenDictionary<string, PeopleNoun> Read()
    {
        var index = new Dictionary<string, PeopleNoun>(StringComparer.Ordinal);
        foreach (var row in NameLists.Rows("Names/People.table.tsv", 3))
        {
            var noun = new PeopleNoun(row[0], row[1], [.. row[2].Split(' ')]);
            index.TryAdd(noun.Singular, noun);
            index.TryAdd(noun.Plural, noun);
        }

        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
