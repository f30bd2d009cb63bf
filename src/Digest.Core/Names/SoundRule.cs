namespace Digest.Names;

/// <summary>
/// One rewriting of letters that stand for the same sound in different romanisations, and why it may be made.
/// </summary>
/// <param name="From">The letters replaced.</param>
/// <param name="To">What stands there afterwards. Capital letters are sounds written with two letters (see <see cref="SoundRules"/>).</param>
/// <param name="Before">Where it applies: classes of what stands before, any of which will do; null for anywhere. <c>^</c> is the word's start, <c>V</c> a vowel, <c>C</c> a consonant, else the letter itself.</param>
/// <param name="After">The same for what follows; <c>$</c> is the word's end.</param>
/// <param name="Reason">Which languages or conventions differ here.</param>
/// <param name="Example">Two spellings of one name that need the rule.</param>
internal sealed record SoundRule(string From, string To, string? Before, string? After, string Reason, (string One, string Other) Example)
{
    /// <summary>Rewrites every place from left to right; what has been rewritten is not read again by the same rule.</summary>
    public string Apply(string word)
    {
        var at = word.IndexOf(From, StringComparison.Ordinal);
        if (at < 0)
            return word;
        var result = new System.Text.StringBuilder(word.Length + 4);
        var done = 0;
        while (at >= 0)
        {
            var end = at + From.Length;
            if (Holds(Before, at == 0 ? '^' : word[at - 1]) && Holds(After, end == word.Length ? '$' : word[end]))
            {
                result.Append(word, done, at - done).Append(To);
                done = end;
            }

            at = word.IndexOf(From, done > at ? end : at + 1, StringComparison.Ordinal);
        }

        return result.Append(word, done, word.Length - done).ToString();
    }

    private static bool Holds(string? classes, char neighbour)
    {
        if (classes is null)
            return true;
        foreach (var c in classes)
        {
            if (c == neighbour || (c == 'V' && SoundRules.IsVowel(neighbour)) || (c == 'C' && SoundRules.IsConsonant(neighbour)))
                return true;
        }

        return false;
    }
}
