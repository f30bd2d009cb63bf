using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Digest.News;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// The facts of one article as JSON. There are two forms of one shape: the line that `digest facts --jsonl` prints, without the article's text, and
/// the record that a store keeps, with it. A record read back gives equal facts; the same facts always give the same bytes.
/// Spans are half-open, in UTF-16 code units of the article's text. The fields of the shape are always there, null where the text does not say;
/// further ones (cue, sourceRole, deniedBy, means …) only where they say something.
/// </summary>
public static partial class FactsJson
{
    private static readonly JsonWriterOptions OneLine = new()
    {
        // Quotation marks and letters beyond ASCII stay readable. The JSON is never put into a page unescaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The facts without the article's text, as UTF-8 without a line end.</summary>
    /// <param name="id">What the reader of the line calls the article.</param>
    public static byte[] Line(ArticleFacts facts, string id) => Bytes(facts, id, withText: false);

    /// <summary>The facts with the article's text, from which <see cref="Read"/> gives equal facts.</summary>
    public static byte[] Record(ArticleFacts facts) => Bytes(facts, facts.Article.Id, withText: true);

    /// <summary>Writes the facts as one JSON object.</summary>
    public static void Write(Utf8JsonWriter writer, ArticleFacts facts, string id, bool withText)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        WriteArticle(writer, facts.Article, withText);
        WriteAll(writer, "casualties", facts.Casualties, WriteCasualty);
        writer.WriteStartObject("toll");
        WriteRange(writer, "killed", facts.Toll.Killed);
        WriteRange(writer, "wounded", facts.Toll.Wounded);
        writer.WriteEndObject();
        WriteAll(writer, "quotations", facts.Quotations, WriteQuotation);
        WriteAll(writer, "statements", facts.Statements, WriteStatement);
        WriteAll(writer, "reactions", facts.Reactions, WriteReaction);
        WriteAll(writer, "events", facts.Events, WriteEvent);
        if (facts.Enrichment is { } enrichment)
        {
            writer.WritePropertyName("enrichment");
            WriteEnrichment(writer, enrichment);
        }

        writer.WriteEndObject();
    }

    private static byte[] Bytes(ArticleFacts facts, string id, bool withText)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, OneLine))
            Write(writer, facts, id, withText);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteArticle(Utf8JsonWriter writer, Article article, bool withText)
    {
        writer.WriteStartObject("article");
        WriteDate(writer, "date", article.Date);
        writer.WriteString("dateSource", FactWords.Of(article.DateBasis));
        writer.WriteString("title", article.Title);
        writer.WriteString("byline", article.Byline);
        writer.WriteString("dateline", article.Dateline);
        writer.WriteString("outlet", article.Outlet);
        WriteIfAny(writer, "url", article.Url);
        if (!article.Agencies.IsDefaultOrEmpty)
            WriteAll(writer, "agencies", article.Agencies, static (w, agency) => w.WriteStringValue(agency));
        if (withText)
        {
            writer.WriteString("name", article.Name);
            writer.WriteString("text", article.Text);
            WriteAll(writer, "blocks", article.Blocks, static (w, block) =>
            {
                w.WriteStartObject();
                w.WriteString("kind", FactWords.Of(block.Kind));
                WriteSpan(w, "span", block.Span);
                w.WriteEndObject();
            });
        }

        writer.WriteEndObject();
    }

    private static void WriteCasualty(Utf8JsonWriter writer, CasualtyReport report)
    {
        writer.WriteStartObject();
        writer.WriteString("effect", FactWords.Of(report.Effect));
        WriteNumber(writer, "min", report.Count.Min);
        WriteNumber(writer, "max", report.Count.Max);
        writer.WriteString("vague", report.Vague);
        writer.WriteString("victims", report.Victims);
        writer.WriteString("place", report.Place);
        WriteTime(writer, report.Date, report.DatePrecision, report.LastDate);
        if (report.IsDateInferred)
            writer.WriteBoolean("dateInferred", value: true);
        writer.WriteString("source", report.Claimant?.Speaker);
        WriteAttributionDetails(writer, "source", report.Claimant);
        writer.WriteString("status", report.Status == FigureStatus.Current ? null : FactWords.Of(report.Status));
        WriteIfAny(writer, "deniedBy", report.DeniedBy);
        writer.WriteBoolean("cumulative", report.IsCumulative);
        writer.WriteBoolean("partial", report.IsPartial);
        writer.WriteBoolean("background", report.IsBackground);
        writer.WriteBoolean("headline", report.IsHeadline);
        WriteProvenance(writer, report.Provenance);
        writer.WriteEndObject();
    }

    private static void WriteQuotation(Utf8JsonWriter writer, Quotation quotation)
    {
        writer.WriteStartObject();
        writer.WriteString("quote", quotation.Words);
        WriteSpeaker(writer, quotation.Attribution);
        WriteSpan(writer, "span", quotation.Provenance.Span);
        writer.WriteEndObject();
    }

    private static void WriteStatement(Utf8JsonWriter writer, Statement statement)
    {
        writer.WriteStartObject();
        writer.WriteString("content", statement.Content);
        WriteSpeaker(writer, statement.Attribution);
        writer.WriteString("type", FactWords.Of(statement.Type));
        WriteAll(writer, "contentSpans", statement.ContentSpans, static (w, span) => WriteSpan(w, null, span));
        WriteSpan(writer, "span", statement.Provenance.Span);
        writer.WriteEndObject();
    }

    private static void WriteReaction(Utf8JsonWriter writer, Reaction reaction)
    {
        writer.WriteStartObject();
        WriteSpeaker(writer, reaction.Attribution);
        writer.WriteString("speakerKind", FactWords.Of(reaction.SpeakerKind));
        writer.WriteString("stance", FactWords.Of(reaction.Stance));
        WriteIfAny(writer, "stanceEvidence", reaction.StanceEvidence);
        WriteProvenance(writer, reaction.Provenance);
        writer.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter writer, EventReport report)
    {
        writer.WriteStartObject();
        writer.WriteString("type", FactWords.Of(report.Type));
        writer.WriteString("actor", report.Actor);
        writer.WriteString("target", report.Target);
        WriteIfAny(writer, "means", report.Means);
        writer.WriteString("place", report.Place);
        WriteTime(writer, report.Date, report.DatePrecision, report.LastDate);
        if (report.IsDateAssumed)
            writer.WriteBoolean("dateAssumed", value: true);
        WriteNumber(writer, "count", report.Count);
        writer.WriteBoolean("countIsMinimum", report.CountIsMinimum);
        writer.WriteBoolean("background", report.IsBackground);
        WriteDate(writer, "since", report.Since);
        writer.WriteBoolean("headline", report.IsHeadline);
        WriteIfAny(writer, "source", report.Attribution?.Speaker);
        WriteAttributionDetails(writer, "source", report.Attribution);
        if (report.IsClaimedByActor)
            writer.WriteBoolean("claimedByActor", value: true);
        if (report.Answers is { } answered)
            WriteSpan(writer, "answers", answered);
        WriteProvenance(writer, report.Provenance);
        writer.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter writer, DateOnly? date, DatePrecision precision, DateOnly? lastDate)
    {
        WriteDate(writer, "date", date);
        if (precision != DatePrecision.None)
            writer.WriteString("datePrecision", FactWords.Of(precision));
        if (lastDate is not null)
            WriteDate(writer, "lastDate", lastDate);
    }

    private static void WriteSpeaker(Utf8JsonWriter writer, Attribution? attribution)
    {
        writer.WriteString("speaker", attribution?.Speaker);
        writer.WriteString("role", attribution?.Role);
        if (attribution is null)
            return;

        if (attribution.SpeakerSpan is { } span)
            WriteSpan(writer, "speakerSpan", span);
        else
            writer.WriteNull("speakerSpan");
        writer.WriteString("cue", attribution.Cue);
    }

    /// <summary>Beside a field that holds the speaker: sourceRole, sourceSpan, sourceCue.</summary>
    private static void WriteAttributionDetails(Utf8JsonWriter writer, string field, Attribution? attribution)
    {
        WriteIfAny(writer, field + "Role", attribution?.Role);
        if (attribution?.SpeakerSpan is { } span)
            WriteSpan(writer, field + "Span", span);
        WriteIfAny(writer, field + "Cue", attribution?.Cue);
    }

    private static void WriteProvenance(Utf8JsonWriter writer, Provenance provenance)
    {
        WriteSpan(writer, "span", provenance.Span);
        writer.WriteString("evidence", provenance.Evidence);
    }

    private static void WriteSpan(Utf8JsonWriter writer, string? name, TextSpan span)
    {
        if (name is null)
            writer.WriteStartObject();
        else
            writer.WriteStartObject(name);
        writer.WriteNumber("start", span.Start);
        writer.WriteNumber("end", span.End);
        writer.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter writer, string name, CountRange? range)
    {
        if (range is not { } known)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        WriteNumber(writer, "min", known.Min);
        WriteNumber(writer, "max", known.Max);
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, int? number)
    {
        if (number is { } known)
            writer.WriteNumber(name, known);
        else
            writer.WriteNull(name);
    }

    private static void WriteDate(Utf8JsonWriter writer, string name, DateOnly? date) =>
        writer.WriteString(name, date?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    private static void WriteIfAny(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    private static void WriteAll<T>(Utf8JsonWriter writer, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
            write(writer, item);
        writer.WriteEndArray();
    }
}
