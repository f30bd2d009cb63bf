using System.Buffers;
using System.Collections.Frozen;
using Digest.Text;

namespace Digest.Days;

/// <summary>
/// How far two short texts say the same in different words, as two translations of one statement do: compared are the stems of their words, words
/// that translators put for each other counted as one.
/// </summary>
internal static class Likeness
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Classes = ReadClasses().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Negations =
        new[] { "not", "no", "never", "nobody", "none", "neither", "nor", "without", "nothing", "deny", "denied", "denies", "denying" }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A text's telling terms, and whether it negates, and whether it sets a condition.</summary>
    internal sealed record Terms(string[] All, bool Negates)
    {
        public bool IsConditional { get; init; }

        /// <summary>All in one text; put together when first asked for.</summary>
        public string Joined => joined ??= string.Join(' ', All);

        private string? joined;
    }

    public static Terms Of(string text)
    {
        var terms = ArrayPool<string>.Shared.Rent((text.Length / 2) + 1);
        Span<char> buffer = stackalloc char[Words.MaxLength];
        var (count, position, negates, isConditional) = (0, 0, false, false);
        while (Words.Next(text, ref position, text.Length, buffer, out var length, out _))
        {
            var word = buffer[..length];
            isConditional |= word is "if" or "unless" or "provided";
            if (Negations.Contains(word))
            {
                negates = true;
                continue;
            }

            negates |= word.EndsWith("nt", StringComparison.Ordinal) && IsContraction(word);
            var stem = word[..Words.StemLength(word)];
            if (Classes.TryGetValue(stem, out var name))
                terms[count++] = name;
            else if (stem.Length > 1 && !Words.IsGrammar(stem))
                terms[count++] = Words.Pooled(stem);
            if (length > 6 && word.StartsWith("un", StringComparison.Ordinal) && Classes.ContainsKey(word[2..][..Words.StemLength(word[2..])]))
                negates = true;
        }

        var all = terms.AsSpan(0, count);
        all.Sort(string.CompareOrdinal);
        var distinct = 0;
        for (var i = 0; i < count; i++)
        {
            if (i == 0 || all[i] != all[distinct - 1])
                all[distinct++] = all[i];
        }

        var told = new Terms(all[..distinct].ToArray(), negates) { IsConditional = isConditional };
        ArrayPool<string>.Shared.Return(terms, clearArray: true);
        return told;
    }

    /// <summary>Shared terms as a share of the shorter text's; 0 where one has none.</summary>
    public static double Containment(Terms a, Terms b)
    {
        var shorter = Math.Min(a.All.Length, b.All.Length);
        return shorter == 0 ? 0 : Shared(a, b) / (double)shorter;
    }

    public static int Shared(Terms a, Terms b)
    {
        int i = 0, j = 0, shared = 0;
        while (i < a.All.Length && j < b.All.Length)
        {
            var order = string.CompareOrdinal(a.All[i], b.All[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
    }

    /// <summary>Whether two descriptions share a word that is not common to all news of attacks ("a bus carrying police recruits", "police bus").</summary>
    public static bool SharesTellingWord(string a, string b)
    {
        var words = Words.Of(a).Select(Words.Stem).Where(s => !Words.IsCommon(s)).ToHashSet(StringComparer.Ordinal);
        return Words.Of(b).Select(Words.Stem).Any(words.Contains);
    }

    // "doesn't" is read as "doesnt".
    private static bool IsContraction(ReadOnlySpan<char> word) => word is "dont" or "doesnt" or "didnt" or "isnt" or "arent" or "wasnt" or "werent" or "wont" or "cant" or "couldnt" or "wouldnt" or "shouldnt" or "hasnt" or "havent" or "hadnt";

    private static FrozenDictionary<string, string> ReadClasses()
    {
        var classes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in WordList.Rows("Days/synonyms.table.tsv"))
        {
            foreach (var word in row)
                classes.TryAdd(Words.Stem(word), "=" + row[0]);
        }

        return classes.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
