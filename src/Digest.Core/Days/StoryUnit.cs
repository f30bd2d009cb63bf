using System.Collections.Immutable;
using Digest.Facts;
using Digest.News;
using Digest.Text;

namespace Digest.Days;

/// <summary>
/// What is compared when stories are sought: an article, or one item of a round-up that tells of several stories.
/// </summary>
internal sealed class StoryUnit
{
    public int ArticleIndex => Article.Index;

    public required DayArticle Article { get; init; }

    /// <summary>The stretch of the article it covers.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>It is one item of an article that tells of several stories.</summary>
    public bool IsItem { get; init; }

    /// <summary>Its events, each with the reports of this article that tell of it, the main one first.</summary>
    public required ImmutableArray<LocalEvent> Events { get; init; }

    /// <summary>The event the unit is about; null where it reports none as news.</summary>
    public LocalEvent? Main => Events.IsEmpty ? null : Events[0];

    /// <summary>Stems of the title and the opening that tell this story from others, as hashes, sorted.</summary>
    public required ulong[] Stems { get; init; }

    /// <summary>The names that stand anywhere in it (words with a capital inside a sentence), as hashes of their stems, sorted.</summary>
    public required ulong[] Names { get; init; }

    /// <summary>What its figures are about; found when first asked for.</summary>
    public UnitHarm Harm(Places places) => harm ??= UnitHarm.Of(this, places);

    private UnitHarm? harm;

    /// <summary>What was said, as its article tells it; read when first asked for.</summary>
    public Reactions.Saying[] Sayings => sayings ??= [.. Reactions.Sayings(this)];

    private Reactions.Saying[]? sayings;

    /// <summary>Finds and reads what is asked of every unit once it is part of a story.</summary>
    public void Prepare(Places places) => (harm, sayings) = (Harm(places), Sayings);

    /// <summary>What sets its main event apart from others in one town; there is one only where it has a main event.</summary>
    public UnitOpening Opening => opening ??= StoryDistinctions.OpeningOf(this);

    private UnitOpening? opening;

    public Article Source => Article.Article;

    public bool Holds(Fact fact) => !IsItem || Span.Contains(fact.Provenance.Span.Start);
}
