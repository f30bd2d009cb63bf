using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>The words that take a stance, as data.</summary>
internal static class Stances
{
    private static readonly FrozenDictionary<string, Stance> Verbs = WordList.Rows("Facts/Reactions/stances.table.tsv")
        .Where(row => row[0] == "verb").ToFrozenDictionary(row => row[1], row => Enum.Parse<Stance>(row[2]), StringComparer.Ordinal);

    private static readonly ImmutableArray<(string Words, Stance Stance)> Phrases =
        [.. WordList.Rows("Facts/Reactions/stances.table.tsv").Where(row => row[0] == "content").Select(row => (row[1], Enum.Parse<Stance>(row[2])))];

    // Which stance a sentence with evidence for two is read as: what is announced weighs more than what is judged.
    private static readonly Stance[] Order = [Stance.ClaimResponsibility, Stance.Threaten, Stance.Demand, Stance.Deny, Stance.Condemn, Stance.Defend, Stance.Accuse, Stance.Urge, Stance.Warn, Stance.Comment];

    internal static Stance? OfVerb(string lemma) => Verbs.TryGetValue(lemma, out var stance) ? stance : null;

    /// <summary>The stance that words take, and the words that decide it; null where they take none.</summary>
    internal static (Stance Stance, string Evidence)? OfWords(string content)
    {
        var text = " " + Plain(content) + " ";
        (Stance Stance, string Evidence)? best = null;
        foreach (var (words, stance) in Phrases)
        {
            if (text.Contains(" " + words + " ", StringComparison.Ordinal) && (best is null || Rank(stance) < Rank(best.Value.Stance)))
                best = (stance, words);
        }

        return best;
    }

    private static int Rank(Stance stance) => Array.IndexOf(Order, stance);

    internal static string Plain(string text)
    {
        var words = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                words.Append(char.ToLowerInvariant(c));
            else if (c is '’' or '\'')
                words.Append('\'');
            else if (c == '-')
                words.Append('-');
            else if (words.Length > 0 && words[^1] != ' ')
                words.Append(' ');
        }

        return words.ToString().Trim();
    }
}
