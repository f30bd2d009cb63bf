namespace Digest.Text;

/// <summary>
/// A token's part of speech: the classes of the Penn Treebank tag set that the rules need, under names a reader can say.
/// </summary>
public enum PartOfSpeech
{
    /// <summary>A common noun in the singular, and any word nothing else is known of.</summary>
    Noun,
    PluralNoun,
    ProperNoun,
    Pronoun,

    /// <summary>"its", "their", "his"</summary>
    PossessivePronoun,

    /// <summary>"the", "a", "this", "no", "several", "each"</summary>
    Determiner,

    /// <summary>A number in digits or words: "12", "twelve", "1,412", "10-15".</summary>
    Number,
    Adjective,
    Adverb,

    /// <summary>A base form: infinitive or present plural ("kill").</summary>
    Verb,

    /// <summary>Third person singular present ("kills").</summary>
    VerbS,

    /// <summary>A past form that is no participle ("said" is both and not here; "went", "fell", "took").</summary>
    PastTense,

    /// <summary>A form that is past tense or past participle, told apart by the clause ("killed", "struck").</summary>
    PastOrParticiple,

    /// <summary>A past participle only ("taken", "fallen").</summary>
    Participle,

    /// <summary>"killing"</summary>
    Gerund,

    /// <summary>A form of be, have or do.</summary>
    Auxiliary,
    Modal,

    /// <summary>"to" before an infinitive.</summary>
    To,
    Preposition,

    /// <summary>"and", "or", "but"</summary>
    Conjunction,

    /// <summary>"that", "when", "while", "because", "after" before a clause.</summary>
    Subordinator,

    /// <summary>"who", "which", "whose", "where" opening a relative clause.</summary>
    Relative,

    /// <summary>"'s", and the apostrophe of a plural possessor.</summary>
    PossessiveMarker,

    /// <summary>"up", "out", "off" after a verb.</summary>
    Particle,

    /// <summary>"not", "n't", "never"</summary>
    Negation,
    Comma,

    /// <summary>Any other mark between words: full stop, colon, dash, bracket.</summary>
    Punctuation,
    OpenQuote,
    CloseQuote,
    Symbol,
}

/// <summary>One token of a sentence.</summary>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="Text">Its characters.</param>
/// <param name="Lower">Its characters in lower case, curly apostrophes made straight: the key for every word list.</param>
/// <param name="Pos">Its part of speech in this sentence.</param>
public sealed record Token(TextSpan Span, string Text, string Lower, PartOfSpeech Pos)
{
    /// <summary>The dictionary form of a verb or noun as far as the lexicon knows it ("killed": "kill"), else <see cref="Lower"/>.</summary>
    public string Lemma { get; init; } = Lower;

    /// <summary>Whether white space (or the text's start) stands before it.</summary>
    public bool SpaceBefore { get; init; }

    public bool IsWord => Pos is not (PartOfSpeech.Comma or PartOfSpeech.Punctuation or PartOfSpeech.OpenQuote or PartOfSpeech.CloseQuote or PartOfSpeech.Symbol);

    public bool IsNominal => Pos is PartOfSpeech.Noun or PartOfSpeech.PluralNoun or PartOfSpeech.ProperNoun;

    /// <summary>Any verb form, auxiliaries and modals left out.</summary>
    public bool IsVerb => Pos is PartOfSpeech.Verb or PartOfSpeech.VerbS or PartOfSpeech.PastTense or PartOfSpeech.PastOrParticiple or PartOfSpeech.Participle or PartOfSpeech.Gerund;

    public bool IsCapitalised => char.IsUpper(Text[0]);

    public override string ToString() => $"{Text}/{Pos}";
}
