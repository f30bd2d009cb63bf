using System.Text.Json;
using Digest.News;

namespace Digest.Facts;

public static partial class FactsJson
{
    /// <summary>
    /// Reads what <see cref="Record"/> wrote. Every span is checked against the article's text, and every evidence must stand at its span:
    /// a record that was tampered with or belongs to another text is refused.
    /// </summary>
    /// <exception cref="FormatException">It is not such a record; the message names the field, what it holds and what was expected.</exception>
    public static ArticleFacts Read(ReadOnlyMemory<byte> record)
    {
        try
        {
            using var json = JsonDocument.Parse(record);
            return ReadFacts(new(json.RootElement, ""));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new FormatException($"This is not a facts record: {error.Message}", error);
        }
    }

    private static ArticleFacts ReadFacts(FactsJsonNode root)
    {
        var article = ReadArticle(root.Text("id") ?? throw new FormatException("\"id\" is missing."), root.Get("article"));
        var toll = root.Find("toll");
        return new(article)
        {
            Casualties = root.Each("casualties", node => ReadCasualty(node, article)),
            Toll = new(toll?.Find("killed")?.Range(), toll?.Find("wounded")?.Range()),
            Quotations = root.Each("quotations", node => new Quotation(ReadProvenance(node, article, "quote"), ReadSpeaker(node, article))),
            Statements = root.Each("statements", node => ReadStatement(node, article)),
            Reactions = root.Each("reactions", node => ReadReaction(node, article)),
            Events = root.Each("events", node => ReadEvent(node, article)),
            Enrichment = root.Find("enrichment") is { } enrichment ? ReadEnrichment(enrichment, article) : null,
        };
    }

    private static Article ReadArticle(string id, FactsJsonNode node)
    {
        var text = node.Text("text")
            ?? throw new FormatException("\"article.text\" is missing: this is a line of `digest facts --jsonl`, which cannot be read back, not a stored record.");
        return new()
        {
            Id = id,
            Name = node.Text("name") ?? id,
            Text = text,
            Blocks = node.Each("blocks", block => new TextBlock(block.Kind<BlockKind>("kind"), block.Get("span").Span(text))),
            Title = node.Text("title"),
            Byline = node.Text("byline"),
            Outlet = node.Text("outlet"),
            Dateline = node.Text("dateline"),
            Agencies = node.Each("agencies", agency => agency.Element.GetString() ?? throw agency.Wrong("a name")),
            Url = node.Text("url"),
            Date = node.Date("date"),
            DateBasis = node.Kind<DateBasis>("dateSource"),
        };
    }

    private static CasualtyReport ReadCasualty(FactsJsonNode node, Article article) =>
        new(ReadProvenance(node, article, "evidence"), node.Kind<HarmEffect>("effect"), node.Range())
        {
            Vague = node.Text("vague"),
            Victims = node.Text("victims"),
            Place = node.Text("place"),
            Date = node.Date("date"),
            DatePrecision = Precision(node),
            LastDate = node.Date("lastDate"),
            IsDateInferred = node.Flag("dateInferred"),
            Claimant = ReadSource(node, article),
            Status = node.Find("status") is null ? FigureStatus.Current : node.Kind<FigureStatus>("status"),
            DeniedBy = node.Text("deniedBy"),
            IsCumulative = node.Flag("cumulative"),
            IsPartial = node.Flag("partial"),
            IsBackground = node.Flag("background"),
            IsHeadline = node.Flag("headline"),
        };

    private static Statement ReadStatement(FactsJsonNode node, Article article)
    {
        var span = node.Get("span").Span(article.Text);
        return new(
            new(article.Id, span, span.In(article.Text)),
            ReadSpeaker(node, article) ?? throw new FormatException($"\"{node.Path}.speaker\" is missing: a statement has a speaker."),
            node.Kind<StatementType>("type"),
            node.Text("content") ?? throw new FormatException($"\"{node.Path}.content\" is missing."),
            node.Each("contentSpans", content => content.Span(article.Text)));
    }

    private static Reaction ReadReaction(FactsJsonNode node, Article article) => new(
        ReadProvenance(node, article, "evidence"),
        ReadSpeaker(node, article) ?? throw new FormatException($"\"{node.Path}.speaker\" is missing: a reaction has a speaker."),
        node.Kind<Stance>("stance"),
        node.Kind<SpeakerKind>("speakerKind"))
    {
        StanceEvidence = node.Text("stanceEvidence"),
    };

    private static EventReport ReadEvent(FactsJsonNode node, Article article) => new(ReadProvenance(node, article, "evidence"), node.Kind<EventType>("type"))
    {
        Actor = node.Text("actor"),
        Target = node.Text("target"),
        Means = node.Text("means"),
        Place = node.Text("place"),
        Date = node.Date("date"),
        DatePrecision = Precision(node),
        LastDate = node.Date("lastDate"),
        IsDateAssumed = node.Flag("dateAssumed"),
        Count = node.Number("count"),
        CountIsMinimum = node.Flag("countIsMinimum"),
        IsBackground = node.Flag("background"),
        Since = node.Date("since"),
        IsHeadline = node.Flag("headline"),
        Attribution = ReadSource(node, article),
        IsClaimedByActor = node.Flag("claimedByActor"),
        Answers = node.Find("answers")?.Span(article.Text),
    };

    private static DatePrecision Precision(FactsJsonNode node) => node.Find("datePrecision") is null ? DatePrecision.None : node.Kind<DatePrecision>("datePrecision");

    private static Attribution? ReadSpeaker(FactsJsonNode node, Article article) =>
        ReadAttribution(node, article, "speaker", "role", "speakerSpan", "cue");

    private static Attribution? ReadSource(FactsJsonNode node, Article article) =>
        ReadAttribution(node, article, "source", "sourceRole", "sourceSpan", "sourceCue");

    private static Attribution? ReadAttribution(FactsJsonNode node, Article article, string speaker, string role, string span, string cue) =>
        node.Text(speaker) is { } name ? new(name, node.Text(role), node.Find(span)?.Span(article.Text), node.Text(cue) ?? "") : null;

    private static Provenance ReadProvenance(FactsJsonNode node, Article article, string evidenceField)
    {
        var spanNode = node.Get("span");
        var span = spanNode.Span(article.Text);
        var evidence = node.Text(evidenceField) ?? throw new FormatException($"\"{node.Path}.{evidenceField}\" is missing.");
        if (span.IsEmpty || !string.Equals(span.In(article.Text), evidence, StringComparison.Ordinal))
            throw spanNode.Wrong($"the stretch of the text where the {evidence.Length} characters of its {evidenceField} stand");
        return new(article.Id, span, evidence);
    }
}
