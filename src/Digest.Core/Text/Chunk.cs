namespace Digest.Text;

public enum ChunkKind
{
    NounPhrase,
    VerbGroup,
    Preposition,
    Conjunction,
    Subordinator,
    Relative,
    Adverb,

    /// <summary>An adjective that modifies no noun of its own phrase: "were dead", "responsible".</summary>
    Adjective,
    Comma,
    OpenQuote,
    CloseQuote,
    OpenBracket,
    CloseBracket,

    /// <summary>A colon, semicolon or dash.</summary>
    Break,
    Other,
}

/// <summary>
/// A phrase of a sentence that holds no other: tokens [First, End). A noun phrase ends with its head and does not include the prepositional phrases behind it;
/// a verb group holds auxiliaries, adverbs between them and the main verb.
/// </summary>
/// <param name="Head">The token that gives the phrase its meaning: the noun, the main verb; the only token of other chunks.</param>
public sealed record Chunk(ChunkKind Kind, int First, int End, int Head)
{
    /// <summary>A noun phrase that names a time ("Monday night").</summary>
    public bool IsTime { get; init; }

    /// <summary>For a verb group: be or get with a participle ("were killed").</summary>
    public bool IsPassive { get; init; }

    /// <summary>For a verb group: it opens with "to".</summary>
    public bool IsInfinitive { get; init; }

    /// <summary>For a verb group: a lone "-ing" form.</summary>
    public bool IsGerund { get; init; }

    /// <summary>For a verb group: a lone form that may be past tense or participle ("killed"), which only the clause tells.</summary>
    public bool IsBareParticiple { get; init; }

    /// <summary>For a verb group: it holds "not", "n't" or "never".</summary>
    public bool IsNegated { get; init; }

    /// <summary>For a verb group: its modal verb ("could", "will"), else null.</summary>
    public string? Modal { get; init; }
}
