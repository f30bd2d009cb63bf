using System.Collections.Immutable;
using Digest.News;

namespace Digest.Facts;

/// <summary>The range over an article's own claims about the event it is about; a bound that no claim sets is null.</summary>
public sealed record ArticleToll(CountRange? Killed, CountRange? Wounded);

/// <summary>Everything read from one article. It depends on that article alone.</summary>
public sealed record ArticleFacts(Article Article)
{
    public ImmutableArray<CasualtyReport> Casualties { get; init; } = [];

    public ArticleToll Toll { get; init; } = new(null, null);

    public ImmutableArray<Quotation> Quotations { get; init; } = [];

    public ImmutableArray<Statement> Statements { get; init; } = [];

    public ImmutableArray<Reaction> Reactions { get; init; } = [];

    public ImmutableArray<EventReport> Events { get; init; } = [];

    /// <summary>What a text-analytics service said of it; null where none was asked. The one part of this that is not read from the article alone.</summary>
    public Enrichment? Enrichment { get; init; }
}
