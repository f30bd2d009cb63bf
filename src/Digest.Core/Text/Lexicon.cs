using System.Collections.Frozen;
using System.Globalization;

namespace Digest.Text;

/// <summary>One reading of a word: a part of speech, its dictionary form, and the cost of reading it so (0 is plain, 2 is rare).</summary>
internal readonly record struct Reading(PartOfSpeech Pos, double Cost, string Lemma);

/// <summary>
/// What the language knows of a word before its sentence is seen: function words and misleading words from a table, verbs with their inflections from a
/// list, everything else by its ending.
/// </summary>
internal static class Lexicon
{
    private static readonly FrozenDictionary<string, Reading[]> Known = Build();

    private static readonly (string Ending, PartOfSpeech Pos, double Cost)[] Endings =
        [.. WordList.Rows("Text/Lexicon/suffixes.table.tsv").Select(r => (r[0], Enum.Parse<PartOfSpeech>(r[1]), double.Parse(r[2], CultureInfo.InvariantCulture)))];

    /// <summary>Nouns and adverbs that name a time ("Monday", "night").</summary>
    internal static readonly FrozenSet<string> TimeNouns = WordList.Read("Text/Lexicon/timenouns.words.txt");

    private static readonly FrozenSet<string> Motion = WordList.Read("Text/Lexicon/motion.words.txt");

    /// <summary>Whether the word can be a form of a verb of moving along a way ("marching").</summary>
    internal static bool IsMotion(string lower) => Lookup(lower).Any(r => Motion.Contains(r.Lemma) && r.Pos is not (PartOfSpeech.Noun or PartOfSpeech.PluralNoun));

    internal static bool IsKnown(string lower) => Known.ContainsKey(lower);

    /// <summary>Whether the form belongs to a listed verb.</summary>
    internal static bool IsVerbForm(string lower) => Known.TryGetValue(lower, out var readings) && readings.Any(r => r.Pos is
        PartOfSpeech.Verb or PartOfSpeech.VerbS or PartOfSpeech.PastTense or PartOfSpeech.PastOrParticiple or PartOfSpeech.Participle or PartOfSpeech.Gerund);

    internal static Reading[] Lookup(string lower)
    {
        if (Known.TryGetValue(lower, out var readings))
            return readings;
        var trimmed = lower.TrimEnd('.');
        return trimmed.Length > 0 && trimmed.Length < lower.Length && Known.TryGetValue(trimmed, out readings) ? readings : Guess(lower);
    }

    private static Reading[] Guess(string lower)
    {
        // "counter-attacked", "re-entered": a known verb behind a prefix keeps its forms.
        var hyphen = lower.LastIndexOf('-');
        if (hyphen > 0 && lower.EndsWith("ed", StringComparison.Ordinal))
            return [new(PartOfSpeech.Adjective, 0, lower), new(PartOfSpeech.PastOrParticiple, 1.2, lower[..^2])];
        // "little-known", "well-built"
        if (hyphen > 0 && Known.TryGetValue(lower[(hyphen + 1)..], out var tail) && Array.Exists(tail, r => r.Pos is PartOfSpeech.Participle))
            return [new(PartOfSpeech.Adjective, 0, lower), new(PartOfSpeech.Noun, 1.2, lower)];
        foreach (var (ending, pos, cost) in Endings)
        {
            if (lower.Length > ending.Length + 2 && lower.EndsWith(ending, StringComparison.Ordinal))
                return [new(pos, cost, lower), new(PartOfSpeech.Noun, 0.7, lower)];
        }

        if (lower.Length > 4 && lower.EndsWith("ing", StringComparison.Ordinal))
            return [new(PartOfSpeech.Gerund, 0.2, lower[..^3]), new(PartOfSpeech.Noun, 0.5, lower), new(PartOfSpeech.Adjective, 0.9, lower)];
        if (lower.Length > 4 && lower.EndsWith("ed", StringComparison.Ordinal))
            return [new(PartOfSpeech.PastOrParticiple, 0.1, lower[..^2]), new(PartOfSpeech.Adjective, 0.6, lower), new(PartOfSpeech.Noun, 2, lower)];
        if (lower.Length > 3 && lower[^1] == 's' && lower[^2] is not ('s' or 'u' or 'i'))
            return [new(PartOfSpeech.PluralNoun, 0, Singular(lower)), new(PartOfSpeech.VerbS, 2.2, lower[..^1])];
        return [new(PartOfSpeech.Noun, 0, lower), new(PartOfSpeech.Adjective, 1.1, lower), new(PartOfSpeech.Verb, 3, lower)];
    }

    internal static string Singular(string plural) => plural switch
    {
        "men" => "man",
        "women" => "woman",
        "children" => "child",
        "people" => "person",
        "policemen" => "policeman",
        "lives" => "life",
        "bodies" => "body",
        _ when plural.EndsWith("men", StringComparison.Ordinal) && plural.Length > 4 => plural[..^3] + "man",
        _ when plural.EndsWith("ies", StringComparison.Ordinal) && plural.Length > 4 => plural[..^3] + "y",
        _ when plural.EndsWith("sses", StringComparison.Ordinal) || plural.EndsWith("shes", StringComparison.Ordinal) || plural.EndsWith("ches", StringComparison.Ordinal) => plural[..^2],
        _ when plural.Length > 3 && plural.EndsWith('s') && !plural.EndsWith("ss", StringComparison.Ordinal) => plural[..^1],
        _ => plural,
    };

    private static FrozenDictionary<string, Reading[]> Build()
    {
        var known = new Dictionary<string, Dictionary<PartOfSpeech, Reading>>(StringComparer.Ordinal);

        void Add(string form, PartOfSpeech pos, double cost, string lemma)
        {
            if (!known.TryGetValue(form, out var readings))
                known[form] = readings = [];
            if (!readings.TryGetValue(pos, out var old) || old.Cost > cost)
                readings[pos] = new Reading(pos, cost, lemma);
        }

        foreach (var row in WordList.Lines("Text/Lexicon/verbs.words.txt"))
            AddVerb(row, Add);
        foreach (var row in WordList.Rows("Text/Lexicon/closed.table.tsv"))
        {
            foreach (var tag in row[1].Split(' '))
            {
                var colon = tag.IndexOf(':', StringComparison.Ordinal);
                var pos = Enum.Parse<PartOfSpeech>(colon < 0 ? tag : tag[..colon]);
                Add(row[0], pos, colon < 0 ? 0 : double.Parse(tag[(colon + 1)..], CultureInfo.InvariantCulture), LemmaOf(row[0], pos));
            }
        }

        foreach (var row in WordList.Rows("Names/People.table.tsv"))
        {
            // "dead" and "wounded" are listed as people too, but stay adjectives here.
            if (!known.TryGetValue(row[0], out var other) || !other.ContainsKey(PartOfSpeech.Adjective))
                Add(row[0], PartOfSpeech.Noun, 0.1, row[0]);
            if (row[1] != row[0])
                Add(row[1], PartOfSpeech.PluralNoun, 0, row[0]);
        }

        return known.ToFrozenDictionary(e => e.Key, e => e.Value.Values.ToArray(), StringComparer.Ordinal);
    }

    private static string LemmaOf(string form, PartOfSpeech pos) => pos switch
    {
        PartOfSpeech.Auxiliary => form switch
        {
            "is" or "are" or "was" or "were" or "am" or "be" or "been" or "being" or "'s" or "'re" or "'m" => "be",
            "has" or "have" or "had" or "having" or "'ve" => "have",
            "do" or "does" or "did" or "done" or "doing" => "do",
            _ => form,
        },
        PartOfSpeech.PluralNoun => Singular(form),
        PartOfSpeech.PastOrParticiple when form == "said" => "say",
        PartOfSpeech.PastOrParticiple when form == "left" => "leave",
        PartOfSpeech.Modal when form is "ca" => "can",
        PartOfSpeech.Modal when form is "wo" => "will",
        _ => form,
    };

    private static void AddVerb(string row, Action<string, PartOfSpeech, double, string> add)
    {
        var cells = row.Split(' ');
        var noun = cells[^1] == "+n";
        var forms = noun ? cells[..^1] : cells;
        var lemma = forms[0];
        add(lemma, PartOfSpeech.Verb, noun ? 0.4 : 0, lemma);
        add(lemma, PartOfSpeech.Noun, noun ? 0.1 : 2.5, lemma);
        var s = WithS(lemma);
        add(s, PartOfSpeech.VerbS, noun ? 0.4 : 0, lemma);
        add(s, PartOfSpeech.PluralNoun, noun ? 0.1 : 2.5, lemma);
        add(WithIng(lemma), PartOfSpeech.Gerund, 0, lemma);
        add(WithIng(lemma), PartOfSpeech.Noun, 1.2, WithIng(lemma));
        if (forms.Length == 3)
        {
            if (forms[1] == forms[2])
            {
                add(forms[1], PartOfSpeech.PastOrParticiple, 0, lemma);
            }
            else
            {
                add(forms[1], PartOfSpeech.PastTense, 0, lemma);
                add(forms[2], PartOfSpeech.Participle, 0, lemma);
            }
        }
        else
        {
            add(WithEd(lemma), PartOfSpeech.PastOrParticiple, 0, lemma);
            if (WithEd(lemma) is var ed && DoublesIn(lemma) && ed.Length == lemma.Length + 3)
                add(lemma + "ed", PartOfSpeech.PastOrParticiple, 0, lemma);
        }
    }

    private static string WithS(string verb) =>
        verb.EndsWith('y') && !IsVowel(verb[^2]) ? verb[..^1] + "ies"
        : verb[^1] is 's' or 'x' or 'z' or 'o' || verb.EndsWith("sh", StringComparison.Ordinal) || verb.EndsWith("ch", StringComparison.Ordinal) ? verb + "es"
        : verb + "s";

    private static string WithEd(string verb) =>
        verb.EndsWith('e') ? verb + "d"
        : verb.EndsWith('y') && !IsVowel(verb[^2]) ? verb[..^1] + "ied"
        : DoublesIn(verb) ? verb + verb[^1] + "ed"
        : verb + "ed";

    private static string WithIng(string verb) =>
        verb.EndsWith("ie", StringComparison.Ordinal) ? verb[..^2] + "ying"
        : verb.EndsWith('e') && !verb.EndsWith("ee", StringComparison.Ordinal) && !verb.EndsWith("oe", StringComparison.Ordinal) && !verb.EndsWith("ye", StringComparison.Ordinal) ? verb[..^1] + "ing"
        : DoublesIn(verb) ? verb + verb[^1] + "ing"
        : verb + "ing";

    // A final single consonant after a single vowel doubles in one-syllable verbs and those stressed on the end ("permit", "rebel").
    private static bool DoublesIn(string verb) =>
        verb.Length >= 3 && !IsVowel(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y' or 'h' or 'c') && IsVowel(verb[^2]) && !IsVowel(verb[^3]) &&
        (Syllables(verb) == 1 || verb is "permit" or "rebel" or "commit" or "submit" or "admit" or "omit" or "expel" or "repel" or "compel" or "propel" or "dispel" or "control"
            or "patrol" or "refer" or "prefer" or "transfer" or "infer" or "incur" or "occur" or "recur" or "deter" or "abhor" or "regret" or "upset" or "begin" or "transmit" or "equip"
            or "kidnap" or "excel" or "travel" or "cancel" or "label" or "level" or "signal" or "quarrel" or "fuel" or "shovel" or "tunnel" or "pummel" or "shrapnel" or "model" or "channel"
            or "redeploy" or "rebut" or "annul" or "enrol" or "instil" or "fulfil" or "appal" or "imperil" or "unravel" or "shell");

    private static int Syllables(string word)
    {
        var count = 0;
        var inVowels = false;
        foreach (var c in word)
        {
            var vowel = IsVowel(c) || c == 'y';
            if (vowel && !inVowels)
                count++;
            inVowels = vowel;
        }

        return count;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
