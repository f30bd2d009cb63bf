using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// A run of words, compared by their dictionary forms: <c>be|get held</c> is two words, <c>..</c> skips up to four, <c>{will}</c> is any word of a class, <c>escalat*</c> any that opens so,
/// <c>=withdraw</c> that form and no other of the word.
/// A match right behind "no", "not", "never" or "without" is none, unless the pattern says so itself.
/// </summary>
internal sealed class StancePattern
{
    private const int Gap = 4;

    private static readonly FrozenSet<string> Negations = FrozenSet.Create(StringComparer.Ordinal, "no", "not", "never", "without", "neither", "nor", "hardly");

    private readonly ImmutableArray<FrozenSet<string>?> items; // null for a gap
    private readonly ImmutableArray<string> openings;
    private readonly ImmutableArray<bool> isForm;
    private readonly bool negates;

    internal StancePattern(string pattern, IReadOnlyDictionary<string, FrozenSet<string>> classes)
    {
        var words = pattern.Split(' ');
        isForm = [.. words.Select(w => w[0] == '=')];
        items = [.. words.Select(w => w.TrimStart('=')).Select(w => w == ".." ? null : w.Split('|').SelectMany(one => one[0] == '{' ? classes[one[1..^1]] : [one]).ToFrozenSet(StringComparer.Ordinal))];
        openings = [.. words.Select(w => w[^1] == '*' ? w[..^1] : "")];
        negates = items.Any(i => i is not null && i.Any(Negations.Contains));
    }

    /// <summary>The first stretch [first, end) of words that matches; null where none does.</summary>
    internal (int First, int End)? Find(ImmutableArray<StanceWord> words, int from = 0)
    {
        for (var at = from; at < words.Length; at++)
        {
            if (MatchEnd(words, at, 0) is > 0 and var end && (negates || !IsNegated(words, at)))
                return (at, end);
        }

        return null;
    }

    private int MatchEnd(ImmutableArray<StanceWord> words, int at, int item)
    {
        if (item == items.Length)
            return at;
        if (items[item] is null)
        {
            for (var skip = 0; skip <= Gap && at + skip < words.Length; skip++)
            {
                if (MatchEnd(words, at + skip, item + 1) is > 0 and var end)
                    return end;
            }

            return 0;
        }

        return at < words.Length && ((isForm[item] ? items[item]!.Contains(words[at].Text) : words[at].Is(items[item]!)) || (openings[item].Length > 0 && words[at].Text.StartsWith(openings[item], StringComparison.Ordinal))) ? MatchEnd(words, at + 1, item + 1) : 0;
    }

    private static bool IsNegated(ImmutableArray<StanceWord> words, int at)
    {
        for (var k = at - 1; k >= Math.Max(0, at - 2); k--)
        {
            if (Negations.Contains(words[k].Text))
                return true;
        }

        return false;
    }
}

/// <summary>A word of what is said, in lower case, with the dictionary forms it can have.</summary>
internal readonly record struct StanceWord(string Text, ImmutableArray<string> Lemmas)
{
    internal bool Is(FrozenSet<string> any) => any.Contains(Text) || Lemmas.Any(any.Contains);

    /// <summary>The words of a text; "won't" is "will not".</summary>
    internal static ImmutableArray<StanceWord> Of(string plain)
    {
        var words = ImmutableArray.CreateBuilder<StanceWord>();
        foreach (var word in plain.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (stem, rest) = word switch
            {
                "won't" => ("will", "not"),
                "can't" or "cannot" => ("can", "not"),
                _ when word.EndsWith("n't", StringComparison.Ordinal) => (word[..^3], "not"),
                _ when word.EndsWith("'ll", StringComparison.Ordinal) => (word[..^3], "will"),
                _ when word.EndsWith("'re", StringComparison.Ordinal) || word.EndsWith("'ve", StringComparison.Ordinal) => (word[..^3], word[^2..] == "re" ? "be" : "have"),
                _ when word.EndsWith("'m", StringComparison.Ordinal) || word.EndsWith("'s", StringComparison.Ordinal) => (word[..^2], word[^1] == 'm' ? "be" : ""),
                _ => (word.Trim('\''), ""),
            };
            Add(words, stem);
            Add(words, rest);
        }

        return words.ToImmutable();
    }

    private static void Add(ImmutableArray<StanceWord>.Builder words, string word)
    {
        if (word.Length > 0)
            words.Add(new StanceWord(word, [.. Lexicon.Lookup(word).Select(r => r.Lemma).Where(l => l != word).Distinct(StringComparer.Ordinal)]));
    }
}
