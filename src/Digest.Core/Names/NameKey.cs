using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;

namespace Digest.Names;

/// <summary>
/// What is left of a name when its romanisation is taken away: two spellings are one name by rule when their keys are equal, so "the same
/// key" is an equivalence relation. "Yehia Rasool" and "Yahya Rasul" have one key; Hassan and Hussein, Jamil and Jamal, Harir and Hariri have two.
/// </summary>
/// <remarks>
/// A word's sounds are made one by <see cref="SoundRules"/>; then vowels that romanisations drop or change freely are dropped: those outside
/// the last syllable, except u and the diphthong ai, an opening vowel, and the i of a nisba ("Karimi" is not "Karami"). Words of the
/// spelling list (<c>NameSpellings.words.txt</c>) have the key of the first spelling of their row. Articles (al-, el-, ad-…) are left out.
/// </remarks>
internal static class NameKey
{
    private const int LongestWord = 48;

    // The same few thousand words make up the names of a day.
    private const int MostRemembered = 50_000;

    private static readonly ConcurrentDictionary<string, string> Remembered = new(StringComparer.Ordinal);

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouE");

    private static readonly Lazy<FrozenDictionary<string, string>> Spellings = new(ReadSpellings);

    /// <summary>The key of a whole name: its words' keys with single spaces between them. Empty for a name without letters or digits.</summary>
    public static string Of(string name) => string.Join(' ', WordsOf(name));

    /// <summary>The keys of a name's words, in order, articles left out and "Abd al-" joined to what follows.</summary>
    public static List<string> WordsOf(string name)
    {
        var words = NameWords.Split(name);
        var keys = new List<string>(words.Count);
        foreach (var word in words)
        {
            var key = OfWord(word);
            if (key.Length > 0)
                keys.Add(key);
        }

        return keys;
    }

    /// <summary>The key of one word in lower case without diacritics.</summary>
    public static string OfWord(string word)
    {
        if (word.Length > LongestWord)
            return word;
        if (Remembered.TryGetValue(word, out var key))
            return key;
        key = Spellings.Value.TryGetValue(word, out var first) ? first : Sound(word);
        // A full store is left as it is: a word's key never changes.
        if (Remembered.Count < MostRemembered)
            Remembered.TryAdd(word, key);
        return key;
    }

    internal static string Sound(string word)
    {
        if (word.Length < 2 || !word.All(char.IsAsciiLetter))
            return word;
        var sound = word;
        if (IsSlavic(word))
            sound = RewriteSlavic(word);
        foreach (var rule in SoundRules.Consonants)
            sound = rule.Apply(sound);
        foreach (var rule in SoundRules.Vowels)
            sound = rule.Apply(sound);
        return WithoutWeakVowels(WithoutDoubles(sound));
    }

    private static bool IsSlavic(string word) =>
        word.Length > 5 && SoundRules.SlavicEndings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal));

    private static string RewriteSlavic(string word)
    {
        // The h of kh, sh, ch and zh is part of another sound and must not become g.
        var sound = word.Replace("kh", "K", StringComparison.Ordinal).Replace("shch", "S", StringComparison.Ordinal)
            .Replace("sh", "S", StringComparison.Ordinal).Replace("ch", "T", StringComparison.Ordinal).Replace("zh", "j", StringComparison.Ordinal);
        foreach (var rule in SoundRules.Slavic)
            sound = rule.Apply(sound);
        return sound;
    }

    private static string WithoutDoubles(string sound)
    {
        var result = new StringBuilder(sound.Length);
        foreach (var c in sound)
        {
            if (result.Length == 0 || result[^1] != c)
                result.Append(c);
        }

        return result.ToString();
    }

    private static string WithoutWeakVowels(string sound)
    {
        var lastVowel = sound.AsSpan().LastIndexOfAny(Vowels);
        if (lastVowel < 0)
            return sound;
        var isOpen = lastVowel == sound.Length - 1;
        var penult = isOpen ? sound.AsSpan(0, lastVowel).LastIndexOfAny(Vowels) : -1;
        // One consonant between the last two vowels: the vowel before it is said clearly (Gaza, Giza; Karimi).
        var isOpenPenult = penult >= 0 && lastVowel - penult == 2;
        var isShort = isOpenPenult && sound.AsSpan(0, penult).IndexOfAny(Vowels) is -1 or 0 && penult <= 2;
        var result = new StringBuilder(sound.Length);
        for (var i = 0; i < sound.Length; i++)
        {
            var c = sound[i];
            var kept = c switch
            {
                'a' or 'e' or 'i' when i == 0 => 'a',
                'e' when i == lastVowel => 'i',
                'e' or 'i' when i == penult && isOpenPenult => 'i',
                'a' when i == penult && isShort => 'a',
                'a' or 'e' or 'i' when i != lastVowel => '\0',
                _ => c,
            };
            if (kept != '\0' && (result.Length == 0 || result[^1] != kept))
                result.Append(kept);
        }

        return result.ToString();
    }

    private static FrozenDictionary<string, string> ReadSpellings()
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in NameLists.Lines("Names/NameSpellings.words.txt"))
        {
            var words = row.Split(';', StringSplitOptions.TrimEntries).Select(NameWords.Fold).ToList();
            foreach (var word in words)
                keys.TryAdd(word, Sound(words[0]));
        }

        return keys.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
