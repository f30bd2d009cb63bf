using Digest.Facts;
using Digest.News;

namespace Digest.Storage.Analytics;

/// <summary>How long and how often the service is asked.</summary>
public sealed record EnricherOptions
{
    /// <summary>How long an article waits for the service before its facts are stored without it: figures come first.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a request is sent at most.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>How many requests are under way at a time.</summary>
    public int AtOnce { get; init; } = 2;

    /// <summary>The first pause between two attempts; each next is twice as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Names that the service is less sure of are left out.</summary>
    public double LeastConfidence { get; init; } = 0.75;

    /// <summary>From 0 to 1: so that many that failed together do not come back together.</summary>
    public Func<double> Jitter { get; init; } = Random.Shared.NextDouble;

    /// <summary>How long to wait after an attempt: half of the doubled pause and up to as much again, and never less than the service asks for.</summary>
    internal TimeSpan Pause(int attempt, TimeSpan? asked)
    {
        var full = FirstPause * Math.Pow(2, attempt - 1);
        var pause = full * (0.5 + (0.5 * Jitter()));
        return asked is { } least ? least + (pause * 0.5) : pause;
    }
}

/// <summary>
/// Asks a text-analytics service which people, organisations and places an article names. What comes back is checked: a name must stand in the article, character for character, where the service
/// says it does. It never throws for what the service does or leaves undone, and never holds an article up for longer than <see cref="EnricherOptions.Patience"/> and one request.
/// </summary>
public sealed class Enricher
{
    private readonly EnricherOptions options;
    private readonly DocumentBatches batches;
    private readonly Circuit circuit;

    /// <param name="say">Is told in a sentence when the service goes away and comes back; for a log.</param>
    public Enricher(IEntityRecognizer service, TimeProvider clock, EnricherOptions? options = null, Action<string>? say = null)
    {
        this.options = options ?? new();
        circuit = new(clock, say);
        batches = new(new(service, clock, this.options, circuit), clock, this.options);
    }

    /// <summary>Whether asking is of no use now: the service was away a moment ago.</summary>
    public bool IsAway => circuit.IsOpen;

    public async Task<Enrichment> EnrichAsync(Article article, CancellationToken cancel = default)
    {
        var pieces = TextPieces.Of(article);
        var results = await batches.ReadAsync([.. pieces.Select(piece => piece.Text)], cancel);
        if (results.OfType<PieceResult.Away>().Any())
            return Enrichment.Away;
        var mentions = pieces.Zip(results).SelectMany(each => each.Second is PieceResult.Read read ? read.Entities.SelectMany(entity => Mentions(article, each.First, entity)) : []);
        return new(
            results.OfType<PieceResult.Refused>().Any() ? EnrichmentState.Partial : EnrichmentState.Complete,
            results.OfType<PieceResult.Read>().Select(read => read.Model).OfType<string>().Select(Bounded).Order(StringComparer.Ordinal).LastOrDefault(),
            [.. mentions.Distinct().OrderBy(mention => mention.Provenance.Span).ThenBy(mention => mention.Kind)]);
    }

    private IEnumerable<NamedMention> Mentions(Article article, TextPiece piece, RecognizedEntity entity)
    {
        if (KindOf(entity.Category) is { } kind && entity.Confidence >= options.LeastConfidence
            && piece.InArticle(entity.Offset, entity.Length) is { } span && span.In(article.Text) is var words && words == entity.Text && words.Any(char.IsLetter))
            yield return new(new(article.Id, span, words), kind);
    }

    private static NameKind? KindOf(string category) => category switch
    {
        "Person" => NameKind.Person,
        "Organization" => NameKind.Organisation,
        "Location" => NameKind.Place,
        _ => null,
    };

    private static string Bounded(string model) => model.Length > 40 ? model[..40] : model;
}
