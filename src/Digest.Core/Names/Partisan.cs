using System.Collections.Frozen;
using Digest.Text;

namespace Digest.Names;

/// <summary>Words that take a side ("terrorists", "martyrs", "the enemy"): a digest gives them in quotation marks, with who says so, and uses none itself.</summary>
public static class Partisan
{
    private static readonly FrozenSet<string> Listed = WordList.Read("Names/Partisan.words.txt");

    private static readonly Recall<string, bool> Taken = new(phrase => phrase.Split([' ', '-', '’', '\'']).Any(IsOne), StringComparer.Ordinal);

    public static bool Takes(string phrase) => Taken.Of(phrase);

    private static bool IsOne(string text)
    {
        var word = text.Trim('“', '”', '"', ',', '.', '(', ')').ToLowerInvariant();
        return Listed.Contains(word) || (word.EndsWith('s') && Listed.Contains(word[..^1])) || (word.EndsWith("es", StringComparison.Ordinal) && Listed.Contains(word[..^2]));
    }
}
