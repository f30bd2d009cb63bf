using System.Collections.Immutable;

namespace Digest.Facts;

/// <summary>What a name is the name of.</summary>
public enum NameKind
{
    Person,
    Organisation,
    Place,
}

/// <summary>A name that a text-analytics service found in an article. Its words are the article's, never the service's.</summary>
public sealed record NamedMention(Provenance Provenance, NameKind Kind);

/// <summary>How much of an article a text-analytics service has looked at.</summary>
public enum EnrichmentState
{
    Complete,

    /// <summary>It refused stretches of the text for good.</summary>
    Partial,

    /// <summary>It could not be reached, or not in time.</summary>
    Away,
}

/// <summary>
/// What a text-analytics service said of an article: names of people, organisations and places, in the order of the text. It is kept beside the article's facts and is no fact:
/// no figure, claimant, quotation or event is read from it (docs/enrichment.md).
/// </summary>
/// <param name="Model">The service's model, as it calls itself; null where it did not say, or was away.</param>
public sealed record Enrichment(EnrichmentState State, string? Model, ImmutableArray<NamedMention> Mentions)
{
    public static Enrichment Away { get; } = new(EnrichmentState.Away, null, []);
}
