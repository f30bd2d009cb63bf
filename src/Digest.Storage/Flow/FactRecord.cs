using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Digest.Facts;

namespace Digest.Storage.Flow;

/// <summary>
/// What one upload says, as the store keeps it for a day: <c>facts/{day}/{uploadId}.json</c>. The same upload read by the same code gives the same bytes.
/// </summary>
/// <param name="Name">The upload's blob.</param>
/// <param name="Generation">
/// Counts what became of the upload. A record is only ever replaced by one of a higher generation, so a writer that was held up cannot bring back what was replaced.
/// </param>
/// <param name="Facts">Null where the upload says nothing of this day any more: it was deleted, or tells of another day now.</param>
internal sealed record FactRecord(string Name, string ETag, DateTimeOffset UploadedAt, int Generation, string Version, ArticleFacts? Facts)
{
    /// <summary>The day that an article without a date of its own was given for good; null for all others.</summary>
    public DateOnly? Settled { get; init; }

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public byte[] Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("upload", Name);
            json.WriteString("etag", ETag);
            json.WriteString("uploadedAt", UploadedAt);
            json.WriteNumber("generation", Generation);
            json.WriteString("version", Version);
            if (Settled is { } day)
                json.WriteString("settled", StorePaths.Iso(day));
            if (Facts is null)
            {
                json.WriteNull("facts");
            }
            else
            {
                json.WritePropertyName("facts");
                FactsJson.Write(json, Facts, Facts.Article.Id, withText: true);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="FormatException">It is no such record.</exception>
    public static FactRecord Read(ReadOnlyMemory<byte> record)
    {
        try
        {
            using var json = JsonDocument.Parse(record);
            var root = json.RootElement;
            var facts = root.GetProperty("facts");
            return new(
                root.GetProperty("upload").GetString()!,
                root.GetProperty("etag").GetString()!,
                root.GetProperty("uploadedAt").GetDateTimeOffset(),
                root.GetProperty("generation").GetInt32(),
                root.GetProperty("version").GetString()!,
                facts.ValueKind == JsonValueKind.Null ? null : FactsJson.Read(Encoding.UTF8.GetBytes(facts.GetRawText())))
            {
                Settled = root.TryGetProperty("settled", out var settled) && StorePaths.TryDate(settled.GetString()!, out var day) ? day : null,
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"This is no record of an upload's facts: {error.Message}", error);
        }
    }
}
