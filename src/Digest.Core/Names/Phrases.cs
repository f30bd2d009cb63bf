using System.Collections.Frozen;

namespace Digest.Names;

/// <summary>The form in which names are looked up in tables, and the words of a phrase made comparable across British and American English.</summary>
internal static class Phrases
{
    private static readonly FrozenDictionary<string, string> Equal = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["defense"] = "defence", ["defenses"] = "defence", ["defences"] = "defence", ["center"] = "centre", ["centers"] = "centre",
        ["labor"] = "labour", ["program"] = "programme", ["adviser"] = "advisor", ["offense"] = "offence", ["secretariat"] = "secretary",
        ["external"] = "foreign", ["govt"] = "government", ["authorities"] = "authority", ["spokesperson"] = "spokesman", ["spokeswoman"] = "spokesman",
        ["spokespeople"] = "spokesman", ["spokesmen"] = "spokesman", ["defence's"] = "defence", ["militants"] = "militant", ["forces"] = "forces",
        ["people"] = "people", ["police"] = "police", ["premier"] = "prime minister", ["kurdish-led"] = "kurdish",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Lower case, single spaces, no full stops inside abbreviations, straight apostrophes, no leading "the": the key of every table of names.</summary>
    public static string Form(string name)
    {
        Span<char> form = name.Length <= 256 ? stackalloc char[name.Length] : new char[name.Length];
        var result = Form(name, form);
        return result.SequenceEqual(name) ? name : result.ToString();
    }

    /// <summary>The same, written to room for as many characters as the name has.</summary>
    public static ReadOnlySpan<char> Form(ReadOnlySpan<char> name, Span<char> into)
    {
        var length = 0;
        foreach (var original in name)
        {
            var c = original is '’' or '‘' or 'ʼ' ? '\'' : char.ToLowerInvariant(original);
            if (c is '.' or '"' or '“' or '”')
                continue;
            if (char.IsWhiteSpace(c) || c is '‑' or '–')
                c = c is '‑' or '–' ? '-' : ' ';
            if (c == ' ' && (length == 0 || into[length - 1] == ' '))
                continue;
            into[length++] = c;
        }

        while (length > 0 && into[length - 1] is ' ' or ',' or ';' or ':')
            length--;
        return length > 4 && into[..4] is "the " ? into[4..length] : into[..length];
    }

    /// <summary>One English word so that spelling, plural and the possessive do not matter: "Defense" and "defence", "brigades" and "brigade".</summary>
    public static string Stem(string word)
    {
        if (word.EndsWith("'s", StringComparison.Ordinal))
            word = word[..^2];
        else if (word.EndsWith("s'", StringComparison.Ordinal))
            word = word[..^1];
        if (Equal.TryGetValue(word, out var equal))
            return equal;
        if (word.Contains("isation", StringComparison.Ordinal))
            word = word.Replace("isation", "ization", StringComparison.Ordinal);
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
            return $"{word[..^3]}y";
        if (word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i'))
            return word[..^1];
        return word;
    }

    public static string[] Words(string form) => form.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
