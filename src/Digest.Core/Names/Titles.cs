using System.Collections.Frozen;

namespace Digest.Names;

/// <summary>What kind of title stands beside a name.</summary>
public enum TitleKind
{
    Honorific,

    /// <summary>Of armed forces or police.</summary>
    Rank,

    /// <summary>Holds or speaks for a national office.</summary>
    Government,

    /// <summary>Any other public office.</summary>
    Office,
    Faith,
    Profession,

    /// <summary>Leads or speaks for a body, which may be an armed group.</summary>
    Group,
}

/// <summary>A title, rank or office of <c>Titles.table.tsv</c>; its name is the one all its spellings share.</summary>
public sealed record Title(string Name, TitleKind Kind);

/// <summary>Titles, ranks and offices by any of their spellings.</summary>
public static class Titles
{
    internal const int LongestInWords = 7;

    private static readonly Lazy<FrozenDictionary<string, Title>> Rows = new(Read);

    /// <summary>The title a phrase is ("Lt. Gen.", "defence secretary"), case and full stops aside; null where it is none.</summary>
    public static Title? Find(string phrase) => Rows.Value.GetValueOrDefault(Phrases.Form(phrase));

    private static FrozenDictionary<string, Title> Read()
    {
        var index = new Dictionary<string, Title>(StringComparer.Ordinal);
        foreach (var row in NameLists.Rows("Names/Titles.table.tsv", 3))
        {
            var title = new Title(row[0], Enum.Parse<TitleKind>(row[1], ignoreCase: true));
            foreach (var spelling in NameLists.Entries(row[2]).Prepend(row[0]))
                index.TryAdd(Phrases.Form(spelling), title);
        }

        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
