namespace Digest.Days;

/// <summary>What outlets' spellings of one foreign name share.</summary>
internal static class Spelling
{
    /// <summary>The consonants of a word in lower case, each once where it is doubled; the word itself where it has none.</summary>
    public static string Consonants(string word)
    {
        Span<char> kept = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        var length = 0;
        foreach (var c in word)
        {
            if (c is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w' or 'h') && (length == 0 || kept[length - 1] != c))
                kept[length++] = c;
        }

        return length > 0 ? kept[..length].ToString() : word;
    }

    /// <summary>"Jarabulus" and "Jarablus", "Zaporizhzhia" and "Zaporozhye": one first letter, and three consonants or more, the same ones in the same order.</summary>
    public static bool AreAlike(string a, string consonants, string b, string others) => a[0] == b[0] && consonants.Length >= 3 && consonants == others;
}
