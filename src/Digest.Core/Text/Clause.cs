using System.Collections.Immutable;

namespace Digest.Text;

public enum ClauseKind
{
    /// <summary>A finite clause of its own, or one coordinated with such.</summary>
    Main,

    /// <summary>Opened by "that", or the content of a verb of saying without it.</summary>
    Complement,
    Relative,

    /// <summary>Opened by "when", "after", "because" …</summary>
    Adverbial,

    /// <summary>An "-ing" clause: "killing eight".</summary>
    Participial,
    Infinitive,

    /// <summary>A participle that modifies the noun before it: "the soldiers killed there".</summary>
    Reduced,
}

/// <summary>
/// A noun phrase with everything coordinated with it: "three American soldiers and an Iraqi contractor". Indices are of the sentence's chunks.
/// </summary>
/// <param name="Conjuncts">The chunk index of each coordinated noun phrase, in order; at least one.</param>
public sealed record Phrase(ImmutableArray<int> Conjuncts)
{
    public int First => Conjuncts[0];

    public int Last => Conjuncts[^1];
}

/// <summary>A preposition and the noun phrase it governs.</summary>
/// <param name="Chunk">The chunk index of the preposition.</param>
public sealed record PrepositionalPhrase(string Preposition, int Chunk, Phrase Object);

/// <summary>One verb with what belongs to it.</summary>
/// <param name="VerbChunk">The chunk index of its verb group.</param>
public sealed record Clause(ClauseKind Kind, int VerbChunk, Chunk Verb)
{
    /// <summary>The verb's dictionary form.</summary>
    public required string Lemma { get; init; }

    /// <summary>"were killed", and "killed" where it stands for it ("three killed in raid").</summary>
    public bool IsPassive { get; init; }

    /// <summary>The grammatical subject; for a relative or reduced clause, the noun phrase it modifies.</summary>
    public Phrase? Subject { get; init; }

    /// <summary>The subject belongs to an earlier verb and is shared ("killed five and wounded two").</summary>
    public bool SharesSubject { get; init; }

    public Phrase? Object { get; init; }

    public ImmutableArray<PrepositionalPhrase> Modifiers { get; init; } = [];

    /// <summary>A subordinator or relative word that opens the clause ("after", "which"), else null.</summary>
    public string? Opener { get; init; }
}
