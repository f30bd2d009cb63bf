using System.Collections.Frozen;
using System.Numerics;

namespace Digest.Days;

/// <summary>
/// Reads from a text that one place lies in another, where the gazetteer knows neither: "Kyauk Sin Gon village in Sagaing Region’s Tabayin
/// Township", "Yohmor al-Shaqif, Nabatieh district". Between the two names stand only a comma, "in" or "of", and further names or words of kind.
/// </summary>
internal static class PlaceLinks
{
    /// <summary>How many words may stand between two names; "in the … department of" counts as one.</summary>
    private const int MostBetween = 5;

    /// <summary>How many words an apposition of place takes: "in the far southwestern Colombian department of".</summary>
    private const int LongestApposition = 8;

    private static readonly ulong InWord = Words.Hash("in");
    private static readonly ulong OfWord = Words.Hash("of");

    // What has a name of its own behind "of": "the department of Cauca".
    private static readonly FrozenSet<ulong> Kinds = Hashes("village", "town", "city", "district", "township", "province", "region", "state", "department", "governorate", "county", "oblast", "area", "municipality", "prefecture", "territory", "commune");

    private static readonly FrozenSet<ulong> Between =
        Kinds.Concat(Hashes("in", "of", "the", "northern", "southern", "eastern", "western", "northwestern", "northeastern", "southwestern", "southeastern", "central", "far", "remote", "coastal", "mountainous", "restive", "border")).ToFrozenSet();

    /// <summary>Whether an article tells of two places that one of them lies in the other.</summary>
    public static bool Says(DayArticle article, PlaceName a, PlaceName b)
    {
        var links = article.Words.Links;
        if (links.Length == 0 || a.Names.Length == 0 || b.Names.Length == 0)
            return false;
        var (inward, outward) = Keys(a, b);
        return Array.BinarySearch(links, inward) >= 0 || Array.BinarySearch(links, outward) >= 0;
    }

    /// <summary>All that an article says of places, for telling articles that say different things apart; mostly it says nothing.</summary>
    public static string Text(DayArticle article) => article.Words.Links is { Length: > 0 } links ? string.Join(' ', links) : "";

    /// <summary>What an article's links hold where it tells of the first place that it lies in the second, and the other way about. Both places have to have names.</summary>
    public static (ulong Inward, ulong Outward) Keys(PlaceName a, PlaceName b) => (Key(a.Ends.Last, b.Ends.First), Key(b.Ends.Last, a.Ends.First));

    /// <summary>All links between words with a capital that a text makes, sorted.</summary>
    public static ulong[] Of(string text, ReadOnlySpan<Word> words)
    {
        var found = new SortedSet<ulong>();
        Span<ulong> passed = stackalloc ulong[MostBetween + LongestApposition + 1];
        for (var inner = 0; inner < words.Length; inner++)
        {
            // A possessor owns what comes next and does not lie in it.
            if (!words[inner].IsCapitalised || words[inner].End - words[inner].Start != words[inner].Length)
                continue;
            var isLinked = false;
            var last = Math.Min(words.Length - 1, inner + 1 + MostBetween + LongestApposition);
            var (between, beforeIn) = (0, 0);
            for (var next = inner + 1; next <= last && Joins(text.AsSpan(words[next - 1].End..words[next].Start), ref isLinked); next++)
            {
                ref readonly var word = ref words[next];
                if (word.IsCapitalised && isLinked && between <= MostBetween && !passed[..(next - inner - 1)].Contains(word.Hash))
                    found.Add(Key(words[inner].Hash, word.Hash));
                passed[next - inner - 1] = word.IsCapitalised ? word.Hash : 0;
                isLinked |= word.Hash == InWord || word.Hash == OfWord;
                if (!word.IsCapitalised && !Between.Contains(word.Hash))
                    break;
                if (word.Hash == InWord)
                    beforeIn = between;
                // "in the southwestern Colombian department of" is one step.
                between = word.Hash == OfWord && Kinds.Contains(words[next - 1].Hash) ? beforeIn + 1 : between + 1;
                if (between > MostBetween + LongestApposition)
                    break;
            }
        }

        return found.Count == 0 ? [] : [.. found];
    }

    private static FrozenSet<ulong> Hashes(params string[] words) => words.Select(word => Words.Hash(word)).ToFrozenSet();

    private static bool Joins(ReadOnlySpan<char> gap, ref bool isLinked)
    {
        isLinked |= gap.Contains(',');
        return !gap.ContainsAnyExcept(", ’'-");
    }

    private static ulong Key(ulong inner, ulong outer) => (inner * 0x9E3779B97F4A7C15UL) ^ BitOperations.RotateLeft(outer, 23);
}
