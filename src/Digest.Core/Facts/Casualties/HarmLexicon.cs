using System.Collections.Frozen;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Where the harmed stand with respect to a word of harm.</summary>
internal enum HarmFrame
{
    /// <summary>The verb's object ("killed five"), or its subject in the passive.</summary>
    Object,

    /// <summary>The verb's subject ("five died").</summary>
    Subject,

    /// <summary>The noun counts them ("five dead").</summary>
    People,

    /// <summary>In the of-phrase of the noun ("the killing of five").</summary>
    Of,

    /// <summary>In the of-phrase, or counted by the number of the noun ("the murder of five", "five murders").</summary>
    Deed,

    /// <summary>Either ("18 deaths", "the death of eight").</summary>
    Both,
}

/// <summary>The words that say people were killed, wounded, captured or are missing, as data.</summary>
internal static class HarmLexicon
{
    private static readonly FrozenDictionary<string, (HarmEffect Effect, HarmFrame Frame)> Verbs = Read("verb");
    private static readonly FrozenDictionary<string, (HarmEffect Effect, HarmFrame Frame)> Nouns = Read("noun");

    private static readonly FrozenSet<string> Cues = WordList.Read("Facts/Casualties/cues.words.txt");

    /// <summary>Whether a sentence with this word may tell of harm though no word of it is one: the words that tolls and idioms hang on.</summary>
    internal static bool IsCue(Token token) => Cues.Contains(token.Lemma) || Cues.Contains(token.Lower);

    /// <summary>The harm a verb does to its object or tells of its subject.</summary>
    internal static (HarmEffect Effect, HarmFrame Frame)? Verb(string lemma) => Verbs.TryGetValue(lemma, out var harm) ? harm : null;

    /// <summary>The harm a noun or adjective tells of ("dead", "deaths", "wounded").</summary>
    internal static (HarmEffect Effect, HarmFrame Frame)? Noun(Token token) =>
        Nouns.TryGetValue(token.Lower, out var harm) || (token.Pos is PartOfSpeech.PluralNoun or PartOfSpeech.ProperNoun or PartOfSpeech.VerbS && Nouns.TryGetValue(Lexicon.Singular(token.Lower), out harm)) ? harm : null;

    /// <summary>The effect of an adjective or participle that says what became of people: "dead", "wounded", "missing", "unaccounted".</summary>
    internal static HarmEffect? State(Token token) => token.Lower switch
    {
        "dead" or "deceased" or "killed" or "slain" or "murdered" or "martyred" or "lifeless" or "slaughtered" or "massacred" or "executed" or "beheaded" => HarmEffect.Killed,
        "wounded" or "injured" or "hurt" => HarmEffect.Wounded,
        "missing" or "unaccounted" => HarmEffect.Missing,
        "captured" or "abducted" or "kidnapped" => HarmEffect.Captured,
        _ => null,
    };

    private static FrozenDictionary<string, (HarmEffect, HarmFrame)> Read(string pos) =>
        WordList.Rows("Facts/Casualties/harm.table.tsv").Where(r => r[1] == pos)
            .ToFrozenDictionary(r => r[0], r => (Enum.Parse<HarmEffect>(r[2]), Enum.Parse<HarmFrame>(r[3], ignoreCase: true)), StringComparer.Ordinal);
}
