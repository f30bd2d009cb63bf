using System.Collections.Frozen;
using Digest.Text;

namespace Digest.Days;

/// <summary>Classes of what attacks hit (homes, markets, hospitals, vehicles …), by the words of <c>sites.table.tsv</c>: two strikes on one city in one day are told apart by them.</summary>
internal static class Sites
{
    private static readonly FrozenDictionary<string, string> Classes = ReadClasses();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByWord = Classes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The class that a word names; null where it names none.</summary>
    public static string? ClassOf(ReadOnlySpan<char> word) =>
        // Not by its stem: that of "statement" is that of "station".
        ByWord.TryGetValue(word, out var named) || (word is [.., 's'] && ByWord.TryGetValue(word[..^1], out named)) || (word is [.., 'e', 's'] && ByWord.TryGetValue(word[..^2], out named)) ? named : null;

    /// <summary>The classes named in descriptions of what was hit, each once, sorted; a word of no class says nothing.</summary>
    public static string[] Of(params ReadOnlySpan<string[]> descriptions)
    {
        string[] named = [];
        foreach (var some in descriptions)
        {
            foreach (var description in some)
            {
                if (Named.Of(description) is { Length: > 0 } classes && classes != named)
                    named = named.Length == 0 ? classes : [.. named.Union(classes, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            }
        }

        return named;
    }

    private static readonly Recall<string, string[]> Named = new(NamedIn, StringComparer.Ordinal);

    private static string[] NamedIn(string description)
    {
        var named = new SortedSet<string>(StringComparer.Ordinal);
        Span<char> word = stackalloc char[Words.MaxLength];
        var position = 0;
        while (Words.Next(description, ref position, description.Length, word, out var length, out _))
        {
            if (ClassOf(word[..length]) is { } site)
                named.Add(site);
        }

        return [.. named];
    }

    /// <summary>Whether both are told and have no class in common.</summary>
    public static bool Differ(string[] a, string[] b) => a.Length > 0 && b.Length > 0 && a.AsSpan().IndexOfAny(b) < 0;

    private static FrozenDictionary<string, string> ReadClasses()
    {
        var classes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in WordList.Rows("Days/sites.table.tsv"))
        {
            foreach (var word in row.Skip(1))
                classes.TryAdd(word, row[0]);
        }

        return classes.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
