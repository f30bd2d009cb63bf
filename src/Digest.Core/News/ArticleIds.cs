using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Digest.Text;

namespace Digest.News;

/// <summary>Makes an article's id: two texts that differ only in white space, zero-width characters or Unicode composition have the same.</summary>
public static class ArticleIds
{
    /// <summary>The first 32 characters of the lower-case hex SHA-256 of the normalised text.</summary>
    public static string Of(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(Normalised(text)));
        return Convert.ToHexStringLower(hash)[..32];
    }

    private static readonly FrozenDictionary<(int Letter, int Mark), int> Compositions = WordList.Rows("News/compositions.table.tsv")
        .ToFrozenDictionary(row => (Hex(row[0]), Hex(row[1])), row => Hex(row[2]));

    private static string Normalised(string text)
    {
        var folded = new List<Rune>(text.Length);
        var gap = false;
        // A lone surrogate comes out of EnumerateRunes as U+FFFD.
        foreach (var rune in text.EnumerateRunes())
        {
            if (PressText.IsZeroWidth(rune.Value))
                continue;
            if (Rune.IsWhiteSpace(rune))
            {
                gap = folded.Count > 0;
                continue;
            }

            if (gap)
                folded.Add(new(' '));
            gap = false;
            if (folded.Count > 0 && Compositions.TryGetValue((folded[^1].Value, rune.Value), out var composed))
                folded[^1] = new(composed);
            else
                folded.Add(rune);
        }

        var normalised = new StringBuilder(folded.Count);
        foreach (var rune in folded)
            normalised.Append(rune.ToString());
        return normalised.ToString();
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
