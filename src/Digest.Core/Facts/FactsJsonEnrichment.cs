using System.Buffers;
using System.Text.Json;
using Digest.News;

namespace Digest.Facts;

public static partial class FactsJson
{
    /// <summary>What a service said of an article, as a record of its own.</summary>
    public static byte[] EnrichmentRecord(Enrichment enrichment)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, OneLine))
            WriteEnrichment(writer, enrichment);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="EnrichmentRecord"/> wrote; every name must stand at its span of the article's text.</summary>
    /// <exception cref="FormatException">It is not such a record, or one of another text.</exception>
    public static Enrichment ReadEnrichment(ReadOnlyMemory<byte> record, Article article)
    {
        try
        {
            using var json = JsonDocument.Parse(record);
            return ReadEnrichment(new FactsJsonNode(json.RootElement, "enrichment"), article);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new FormatException($"This is no enrichment's record: {error.Message}", error);
        }
    }

    private static void WriteEnrichment(Utf8JsonWriter writer, Enrichment enrichment)
    {
        writer.WriteStartObject();
        writer.WriteString("state", FactWords.Of(enrichment.State));
        writer.WriteString("model", enrichment.Model);
        WriteAll(writer, "mentions", enrichment.Mentions, static (w, mention) =>
        {
            w.WriteStartObject();
            w.WriteString("kind", FactWords.Of(mention.Kind));
            WriteProvenance(w, mention.Provenance);
            w.WriteEndObject();
        });
        writer.WriteEndObject();
    }

    private static Enrichment ReadEnrichment(FactsJsonNode node, Article article) => new(
        node.Kind<EnrichmentState>("state"),
        node.Text("model"),
        node.Each("mentions", mention => new NamedMention(ReadProvenance(mention, article, "evidence"), mention.Kind<NameKind>("kind"))));
}
