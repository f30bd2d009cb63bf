using System.Collections.Immutable;
using Digest.Days;

namespace Digest.Editions;

/// <summary>One claim that an edition has and the other has not, with the event it is about.</summary>
public sealed record ChangedClaim(Event Event, Claim Claim);

/// <summary>One statement that an edition has and the other has not.</summary>
public sealed record ChangedReaction(ReactionEntry Reaction);

/// <summary>What one edition of a day has that the one before did not, and the other way round.</summary>
public sealed record EditionChanges
{
    /// <summary>Names of articles that are new, as the newer edition's source list numbers them.</summary>
    public ImmutableArray<Source> AddedSources { get; init; } = [];

    /// <summary>Articles that are gone or were replaced by another text of the same name or address.</summary>
    public ImmutableArray<Source> RemovedSources { get; init; } = [];

    public ImmutableArray<ChangedClaim> AddedClaims { get; init; } = [];

    /// <summary>Claims that are gone because their article changed or was taken back: the source's own revision.</summary>
    public ImmutableArray<ChangedClaim> RevisedClaims { get; init; } = [];

    /// <summary>Claims that are gone although their articles are still there, word for word: our error.</summary>
    public ImmutableArray<ChangedClaim> WithdrawnClaims { get; init; } = [];

    /// <summary>Claims that both have and that are now replaced or denied.</summary>
    public ImmutableArray<ChangedClaim> RestatedClaims { get; init; } = [];

    public ImmutableArray<ChangedReaction> AddedReactions { get; init; } = [];

    /// <summary>Statements gone with their articles.</summary>
    public ImmutableArray<ChangedReaction> RevisedReactions { get; init; } = [];

    /// <summary>Statements gone although their articles are still there: our error.</summary>
    public ImmutableArray<ChangedReaction> WithdrawnReactions { get; init; } = [];

    public bool IsEmpty => AddedSources.IsEmpty && RemovedSources.IsEmpty && AddedClaims.IsEmpty && RevisedClaims.IsEmpty && WithdrawnClaims.IsEmpty
        && RestatedClaims.IsEmpty && AddedReactions.IsEmpty && RevisedReactions.IsEmpty && WithdrawnReactions.IsEmpty;

    /// <summary>A figure or statement of ours was wrong, or the rest is new reporting; null where nothing changed.</summary>
    public EditionKind? Kind => IsEmpty ? null
        : WithdrawnClaims.IsEmpty && WithdrawnReactions.IsEmpty ? EditionKind.Update
        : EditionKind.Correction;
}
