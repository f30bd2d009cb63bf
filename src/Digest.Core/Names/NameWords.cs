using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Digest.Names;

/// <summary>The words of a name in plain lower-case letters, with what only joins names left out.</summary>
internal static class NameWords
{
    private static readonly FrozenSet<string> Articles = FrozenSet.Create(StringComparer.Ordinal, "al", "el", "ul", "ol");

    private static readonly FrozenSet<string> AssimilatedArticles = FrozenSet.Create(StringComparer.Ordinal,
        "ad", "ed", "ud", "an", "en", "un", "ar", "er", "ur", "as", "es", "us", "ash", "esh", "at", "et", "az", "ez", "uz", "adh", "ath", "ech", "ach");

    private static readonly FrozenSet<string> Servants = FrozenSet.Create(StringComparer.Ordinal,
        "abd", "abdul", "abdel", "abdal", "abdol", "abdur", "abder", "abdus", "abdou", "abdoul");

    private static readonly FrozenSet<string> Sons = FrozenSet.Create(StringComparer.Ordinal, "ibn", "bin", "ben");

    private static readonly FrozenSet<string> Fathers = FrozenSet.Create(StringComparer.Ordinal, "abou", "abo", "abul", "aboul", "abi");

    /// <summary>One word in lower case, marks and apostrophes taken off, letters of other alphabets' romanisations written plainly ("Şaykh" is "shaykh").</summary>
    public static string Fold(string word)
    {
        if (word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
            return word;
        var result = new StringBuilder(word.Length + 4);
        foreach (var original in word)
        {
            var c = char.ToLowerInvariant(original);
            if (Plain(c) is { } plain)
                result.Append(plain);
            else if (char.IsAscii(c))
                Append(result, c);
            else
                AppendBase(result, c);
        }

        return result.ToString();
    }

    /// <summary>The words of a name: split at white space, hyphens and punctuation; articles dropped; "Abd al-Rahman", "Abdulrahman" and "Abdur Rahman" one word; "Noureddine" two.</summary>
    public static List<string> Split(string name)
    {
        var raw = Raw(name);
        var words = new List<string>(raw.Count);
        for (var i = 0; i < raw.Count; i++)
        {
            var (word, hyphenated) = raw[i];
            var next = i + 1 < raw.Count ? raw[i + 1].Word : "";
            if (next.Length > 0 && IsArticle(word, next, hyphenated))
                continue;
            if (next.Length > 0 && Servants.Contains(word))
            {
                var of = i + 1;
                if (of + 1 < raw.Count && IsArticle(raw[of].Word, raw[of + 1].Word, raw[of].Hyphenated))
                    of++;
                words.Add("abd" + raw[of].Word);
                i = of;
                continue;
            }

            // Hausa: the son of a place or trade, "Dan-Magaji" or "Danmagaji".
            if (hyphenated && word == "dan" && next.Length > 0)
            {
                words.Add("dan" + next);
                i++;
                continue;
            }

            AddParts(words, word);
        }

        return words;
    }

    private static void AddParts(List<string> words, string word)
    {
        if (Sons.Contains(word))
            words.Add("bn");
        else if (Fathers.Contains(word))
            words.Add("abu");
        else if (ServantOf(word) is { } servant)
            words.Add(servant);
        else if (DinStem(word) is { } stem)
        {
            if (stem.Length > 0)
                words.Add(stem);
            words.Add("din");
        }
        else
            words.Add(word);
    }

    /// <summary>"abdelrahman", "abdurrahman" → "abdrahman"; null where the word is no such compound.</summary>
    private static string? ServantOf(string word)
    {
        if (word.Length < 8 || !word.StartsWith("abd", StringComparison.Ordinal) || !SoundRules.IsVowel(word[3]))
            return null;
        var rest = word.AsSpan(word[3] == 'o' && word[4] == 'u' ? 5 : 4);
        if (rest.Length < 4 || SoundRules.IsVowel(rest[0]))
            return null;
        // "abdullah" is written as one name everywhere, and the spelling list has its forms.
        if (rest.StartsWith("lla"))
            return null;
        return rest[0] == 'l' ? $"abd{rest[1..]}" : rest[0] == rest[1] ? $"abd{rest[1..]}" : null;
    }

    /// <summary>"noureddine" → "nour", "eddine" → ""; null where the word does not end in "al-Din".</summary>
    private static string? DinStem(string word)
    {
        foreach (var ending in DinEndings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        }

        return null;
    }

    private static readonly string[] DinEndings = ["eddine", "eddin", "uddine", "uddin", "oddin", "addin", "aldin", "eldin", "eldine"];

    private static bool IsArticle(string word, string next, bool hyphenated) =>
        Articles.Contains(word) || (AssimilatedArticles.Contains(word) && (hyphenated || word[1] == next[0]) && next.StartsWith(word.AsSpan(1), StringComparison.Ordinal));

    private static List<(string Word, bool Hyphenated)> Raw(string name)
    {
        var words = new List<(string, bool)>();
        var start = -1;
        for (var i = 0; i <= name.Length; i++)
        {
            var isPart = i < name.Length && (char.IsLetterOrDigit(name[i]) || IsMark(name[i]) || IsApostrophe(name[i]));
            if (isPart && start < 0)
                start = i;
            else if (!isPart && start >= 0)
            {
                var word = Fold(name[start..i]);
                if (word.Length > 0)
                    words.Add((word, i < name.Length && name[i] is '-' or '‑' or '–'));
                start = -1;
            }
        }

        return words;
    }

    private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '`' or 'ʿ' or 'ʾ' or 'ʼ' or 'ʻ' or '´';

    private static void Append(StringBuilder result, char c)
    {
        if (char.IsAsciiLetterOrDigit(c))
            result.Append(c);
    }

    private static void AppendBase(StringBuilder result, char c)
    {
        if (Unmarked.Value.TryGetValue(c, out var plain))
            result.Append(plain);
        else if (char.IsLetterOrDigit(c) && !IsApostrophe(c))
            result.Append(c);
    }

    private static readonly Lazy<FrozenDictionary<char, char>> Unmarked = new(() =>
        SoundRules.Marks.SelectMany(row => row.Marked.Select(c => (c, row.Plain))).DistinctBy(pair => pair.c).ToFrozenDictionary(pair => pair.c, pair => pair.Plain));

    private static string? Plain(char c)
    {
        if (char.IsAscii(c))
            return null;
        foreach (var (letter, plain) in SoundRules.Letters)
        {
            if (letter == c)
                return plain;
        }

        return null;
    }
}
