using System.Security.Cryptography;
using System.Text;

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

    private static string Normalised(string text)
    {
        var folded = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (PressText.IsZeroWidth(rune.Value))
                continue;
            if (Rune.IsWhiteSpace(rune))
            {
                gap = folded.Length > 0;
                continue;
            }

            if (gap)
                folded.Append(' ');
            gap = false;
            // A lone surrogate comes out of EnumerateRunes as U+FFFD, which keeps Normalize from throwing.
            folded.Append(rune.ToString());
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
