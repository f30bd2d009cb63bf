using System.Collections.Frozen;
using System.Text;

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
        var result = new StringBuilder(name.Length);
        foreach (var original in name)
        {
            var c = original is '’' or '‘' or 'ʼ' ? '\'' : char.ToLowerInvariant(original);
            if (c is '.' or '"' or '“' or '”')
                continue;
            if (char.IsWhiteSpace(c) || c is '‑' or '–')
                c = c is '‑' or '–' ? '-' : ' ';
            if (c == ' ' && (result.Length == 0 || result[^1] == ' '))
                continue;
            result.Append(c);
        }

        while (result.Length > 0 && result[^1] is ' ' or ',' or ';' or ':')
            result.Length--;
        return result.Length > 4 && result[0] == 't' && result[1] == 'h' && result[2] == 'e' && result[3] == ' ' ? result.ToString(4, result.Length - 4) : result.ToString();
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
