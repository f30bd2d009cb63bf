using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Digest.Facts;
using Digest.Names;
using Digest.News;
using Digest.Text;

namespace Digest.Tests.Days;

/// <summary>The facts that people read in the five sample articles and in forty written for the project: what a perfect extraction would give.</summary>
internal static class Gold
{
    private static readonly Lazy<ImmutableArray<JsonNode>> Files = new(() =>
        [.. new[] { "seeds", "written-a", "written-b" }.Select(f => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "gold", f + ".json")))!)]);

    private static readonly Lazy<ImmutableDictionary<string, ArticleFacts>> Read = new(() =>
        Files.Value.SelectMany(f => f["articles"]!.AsArray()).Select(a => Facts(a!)).ToImmutableDictionary(f => f.Article.Name));

    public static ArticleFacts Article(string name) => Read.Value[name];

    public static IEnumerable<ArticleFacts> All => Read.Value.Values.OrderBy(f => f.Article.Name, StringComparer.Ordinal);

    public static IEnumerable<JsonNode> Days => Files.Value.SelectMany(f => f["days"]!.AsArray()).Select(d => d!);

    /// <summary>The articles of a day as its file lists them, by the date people gave them.</summary>
    public static ImmutableArray<ArticleFacts> Of(DateOnly day) => [.. All.Where(f => f.Article.Date == day)];

    /// <summary>The same articles with the facts that the program reads in them.</summary>
    public static ImmutableArray<ArticleFacts> Extracted(DateOnly day) => [.. Of(day).Select(f => FactExtractor.Extract(f.Article))];

    /// <summary>The names that stand for one claimant in the written articles.</summary>
    public static string[][] SameEntity => [.. Files.Value.SelectMany(SameEntityOf)];

    public static string[][] SameEntityOf(JsonNode file) => [.. file["sameEntity"]!.AsArray().Select(g => g!.AsArray().Select(n => (string)n!).ToArray())];

    private static ArticleFacts Facts(JsonNode gold)
    {
        var name = (string)gold["name"]!;
        var folder = char.IsAsciiDigit(name[0]) ? "seeds" : "written";
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "gold", folder, name));
        var date = Date(gold["date"]);
        var read = ArticleReader.FromText(name, text, date, (string?)gold["title"]);
        var article = read with { Date = date, DateBasis = (string?)gold["dateSource"] == "stated" ? DateBasis.Stated : DateBasis.Inferred };
        return new(article)
        {
            Casualties = [.. List(gold, "casualties").Select(c => Casualty(article, gold, c))],
            Quotations = [.. Quotations(article, List(gold, "quotations"))],
            Reactions = [.. List(gold, "reactions").Select(r => Reaction(article, gold, r))],
            Events = [.. List(gold, "events").Select(e => Event(article, e))],
        };
    }

    private static IEnumerable<JsonNode> List(JsonNode gold, string key) => (gold[key]?.AsArray() ?? []).Select(n => n!);

    private static CasualtyReport Casualty(Article article, JsonNode gold, JsonNode c)
    {
        var (min, max) = ((int?)c["min"], (int?)c["max"]);
        var count = (min, max) switch
        {
            ({ } a, { } b) => CountRange.Between(a, b),
            ({ } a, null) => CountRange.AtLeast(a),
            (null, { } b) => CountRange.UpTo(b),
            _ => default,
        };
        return new(Evidence(article, c), Enum.Parse<HarmEffect>((string)c["effect"]!, ignoreCase: true), count)
        {
            Vague = (string?)c["vague"],
            Victims = (string?)c["victims"],
            Place = (string?)c["place"],
            Date = Date(c["date"]),
            Claimant = (string?)c["source"] is { } source ? new(source, Role(gold, source), null, "said") : null,
            Status = (string?)c["status"] switch { "superseded" => FigureStatus.Superseded, "denied" => FigureStatus.Denied, _ => FigureStatus.Current },
            IsCumulative = (bool?)c["cumulative"] ?? false,
            IsPartial = (bool?)c["partial"] ?? false,
            IsBackground = (bool?)c["background"] ?? false,
            IsHeadline = (bool?)c["headline"] ?? false,
        };
    }

    private static IEnumerable<Quotation> Quotations(Article article, IEnumerable<JsonNode> quotations)
    {
        var from = 0;
        foreach (var q in quotations)
        {
            var words = (string)q["quote"]!;
            var at = article.Text.IndexOf(words, from, StringComparison.Ordinal);
            if (at < 0)
                at = article.Text.IndexOf(words, StringComparison.Ordinal);
            if (at < 0)
                continue;
            from = at + words.Length;
            yield return new(new(article.Id, new(at, at + words.Length), words), (string?)q["speaker"] is { } speaker ? new(speaker, (string?)q["role"], null, "said") : null);
        }
    }

    private static Reaction Reaction(Article article, JsonNode gold, JsonNode r)
    {
        var speaker = (string)r["speaker"]!;
        var stance = Enum.Parse<Stance>(((string)r["stance"]!).Replace(" ", "", StringComparison.Ordinal), ignoreCase: true);
        return new(Evidence(article, r), new(speaker, Role(gold, speaker), null, "said"), stance, Entities.KindOf(speaker, Role(gold, speaker)));
    }

    private static EventReport Event(Article article, JsonNode e) =>
        new(Evidence(article, e), Enum.Parse<EventType>(((string)e["type"]!).Replace(" ", "", StringComparison.Ordinal), ignoreCase: true))
        {
            Actor = (string?)e["actor"],
            Target = (string?)e["target"],
            Place = (string?)e["place"],
            Date = Date(e["date"]),
            DatePrecision = Date(e["date"]) is null ? DatePrecision.None : DatePrecision.Day,
            Count = (int?)e["count"],
            CountIsMinimum = (bool?)e["countIsMinimum"] ?? false,
            IsBackground = (bool?)e["background"] ?? false,
            Since = Date(e["since"]),
            IsHeadline = (bool?)e["headline"] ?? false,
        };

    private static string? Role(JsonNode gold, string speaker) => List(gold, "quotations").Where(q => (string?)q["speaker"] == speaker).Select(q => (string?)q["role"]).FirstOrDefault(r => r is not null);

    private static Provenance Evidence(Article article, JsonNode unit)
    {
        var evidence = (string)unit["evidence"]!;
        var at = article.Text.IndexOf(evidence, StringComparison.Ordinal);
        if (at < 0)
            throw new InvalidDataException($"{article.Name}: the evidence \"{evidence}\" does not stand in the article as read.");
        return new(article.Id, new TextSpan(at, at + evidence.Length), evidence);
    }

    private static DateOnly? Date(JsonNode? node) => DateOnly.TryParseExact((string?)node, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
