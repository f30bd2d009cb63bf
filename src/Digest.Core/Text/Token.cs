namespace Digest.Text;

/// <summary>A token's word class (part of speech), coarse, with the distinctions the rules need.</summary>
public enum WordClass
{
    Unknown,
    Noun,
    ProperNoun,
    Pronoun,

    /// <summary>"its", "their", "his"</summary>
    PossessivePronoun,
    Determiner,

    /// <summary>A number in digits or words: "12", "twelve", "1,412".</summary>
    Number,
    Adjective,
    Adverb,

    /// <summary>A finite verb in the present, or an infinitive: "kill", "kills".</summary>
    Verb,

    /// <summary>A past form that cannot be a participle: "struck" is both and is not here; "was", "said", "went".</summary>
    PastVerb,

    /// <summary>A form that is past tense or past participle: "killed", "struck".</summary>
    PastOrParticiple,

    /// <summary>A past participle: "been", "taken".</summary>
    Participle,

    /// <summary>"killing"</summary>
    Gerund,

    /// <summary>A form of be, have or do.</summary>
    Auxiliary,
    Modal,

    /// <summary>Infinitive "to".</summary>
    To,
    Preposition,

    /// <summary>"and", "or", "but"</summary>
    Conjunction,

    /// <summary>"that", "when", "while", "because", "after" before a clause</summary>
    Subordinator,

    /// <summary>"who", "which", "whose", "where" opening a relative clause</summary>
    Relative,

    /// <summary>"'s" and the apostrophe of a plural possessor.</summary>
    PossessiveMarker,
    Particle,
    Negation,
    Punctuation,
    OpenQuote,
    CloseQuote,
    Symbol,
}

/// <summary>One token of a sentence.</summary>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="Text">Its characters.</param>
/// <param name="Lower">Its characters in lower case, curly apostrophes made straight: the key for every word list.</param>
public sealed record Token(TextSpan Span, string Text, string Lower, WordClass Class)
{
    /// <summary>Whether white space (or the text's start) stands before it.</summary>
    public bool SpaceBefore { get; init; }

    public bool IsWord => Class is not (WordClass.Punctuation or WordClass.OpenQuote or WordClass.CloseQuote or WordClass.Symbol);

    public bool IsCapitalised => char.IsUpper(Text[0]);
}
