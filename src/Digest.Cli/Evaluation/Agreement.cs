using System.Text;

namespace Digest.Cli.Evaluation;

/// <summary>When two wordings count as the same: the rules of the evaluation's score.py, word for word.</summary>
internal static class Agreement
{
    private static readonly HashSet<string> NotInNames =
    [
        "the", "a", "an", "of", "for", "and", "in", "on", "at", "to", "by", "from", "s", "his", "her", "its", "their", "who", "that",
        "mr", "mrs", "ms", "dr", "gen", "maj", "lt", "col",
    ];

    /// <summary>Runs of letters and digits in lower case, without a possessive 's.</summary>
    public static List<string> Tokens(string? text)
    {
        var tokens = new List<string>();
        var token = new StringBuilder();
        // Python lowers the dotted capital I to i and a combining dot, which is no letter.
        var lower = (text ?? "").Replace("İ", "i̇", StringComparison.Ordinal).ToLowerInvariant()
            .Replace('’', '\'').Replace("'s", "", StringComparison.Ordinal);
        foreach (var rune in lower.EnumerateRunes())
        {
            if (Rune.IsLetter(rune) || Rune.IsNumber(rune))
                token.Append(rune.ToString());
            else
                End();
        }

        End();
        return tokens;

        void End()
        {
            if (token.Length > 0)
                tokens.Add(token.ToString());
            token.Clear();
        }
    }

    /// <summary>How much of two texts is the same words, order aside: 0 to 1.</summary>
    public static double TokenF1(string? left, string? right) => TokenF1(Tokens(left), Tokens(right));

    public static double TokenF1(List<string> left, List<string> right)
    {
        var counts = right.CountBy(token => token, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var shared = left.CountBy(token => token, StringComparer.Ordinal).Sum(pair => Math.Min(pair.Value, counts.GetValueOrDefault(pair.Key)));
        return shared == 0 ? 0 : 2.0 * shared / (left.Count + right.Count);
    }

    /// <summary>Whether at least half of the shorter name's words are in the other.</summary>
    public static bool SameName(string? left, string? right)
    {
        var (leftTokens, rightTokens) = (Tokens(left), Tokens(right));
        var leftWords = leftTokens.Where(token => !NotInNames.Contains(token)).ToHashSet(StringComparer.Ordinal);
        var rightWords = rightTokens.Where(token => !NotInNames.Contains(token)).ToHashSet(StringComparer.Ordinal);
        return leftWords.Count == 0 || rightWords.Count == 0
            ? leftTokens.SequenceEqual(rightTokens, StringComparer.Ordinal)
            : 2 * leftWords.Count(rightWords.Contains) >= Math.Min(leftWords.Count, rightWords.Count);
    }

    /// <summary>
    /// Pairs gold with found one to one, best rank first; among equals, the earlier gold and then the earlier found. Null is no match.
    /// </summary>
    public static Pairing<TGold, TFound> PairUp<TGold, TFound>(IReadOnlyList<TGold> gold, IReadOnlyList<TFound> found, Func<TGold, TFound, double?> rank)
    {
        var ranked = from g in Enumerable.Range(0, gold.Count)
                     from f in Enumerable.Range(0, found.Count)
                     let value = rank(gold[g], found[f])
                     where value is not null
                     orderby value descending
                     select (g, f);
        var (usedGold, usedFound) = (new bool[gold.Count], new bool[found.Count]);
        var pairs = new List<(TGold, TFound)>();
        foreach (var (g, f) in ranked)
        {
            if (usedGold[g] || usedFound[f])
                continue;

            (usedGold[g], usedFound[f]) = (true, true);
            pairs.Add((gold[g], found[f]));
        }

        return new(pairs, [.. gold.Where((_, index) => !usedGold[index])], [.. found.Where((_, index) => !usedFound[index])]);
    }
}

internal sealed record Pairing<TGold, TFound>(List<(TGold Gold, TFound Found)> Pairs, List<TGold> Missed, List<TFound> Extra);
