using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Digest.Facts;

namespace Digest.Editions;

/// <summary>A past day as the small JSON record that a store keeps beside the day's edition. The same day always gives the same bytes.</summary>
public static class PastDayJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(PastDay day)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("date", day.Date.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteNumber("articles", day.Articles);
            json.WriteStartArray("events");
            foreach (var happening in day.Events)
            {
                json.WriteStartObject();
                json.WriteString("type", FactWords.Of(happening.Type));
                json.WriteString("label", happening.Label);
                json.WriteString("place", happening.Place);
                WriteRange(json, "killed", happening.Killed);
                WriteRange(json, "wounded", happening.Wounded);
                json.WriteString("killedText", happening.KilledText);
                json.WriteString("id", happening.Id);
                json.WriteString("date", happening.Date?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
                json.WriteString("storyId", happening.StoryId);
                json.WriteString("story", happening.Story);
                json.WriteBoolean("isMain", happening.IsMain);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("signs");
            foreach (var sign in day.Signs)
                json.WriteStringValue(sign);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="FormatException">It is not such a record; the message names the field, what it holds and what was expected.</exception>
    public static PastDay Read(ReadOnlyMemory<byte> record)
    {
        try
        {
            using var parsed = JsonDocument.Parse(record);
            var root = new FactsJsonNode(parsed.RootElement, "");
            var date = root.Date("date") ?? throw new FormatException("\"date\" is missing.");
            if (root.Number("articles") is not { } articles || articles < 0)
                throw root.Get("articles").Wrong("a whole number of zero or more");
            return new(date, articles)
            {
                Events = root.Each("events", node => new PastEvent(
                    node.Kind<EventType>("type"),
                    node.Text("label") ?? throw new FormatException($"\"{node.Path}.label\" is missing."),
                    node.Text("place"),
                    node.Find("killed")?.Range(),
                    node.Find("wounded")?.Range()) 
                {
                    KilledText = node.Text("killedText"),
                    Id = node.Text("id"),
                    Date = node.Date("date"),
                    StoryId = node.Text("storyId"),
                    Story = node.Text("story"),
                    IsMain = node.Flag("isMain"),
                }),
                Signs = root.Each("signs", node => node.Text()),
            };
        }
        catch (JsonException error)
        {
            throw new FormatException($"This is not a past day's record: {error.Message}", error);
        }
    }

    private static void WriteRange(Utf8JsonWriter json, string name, CountRange? range)
    {
        if (range is not { } count)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        if (count.Min is { } min)
            json.WriteNumber("min", min);
        if (count.Max is { } max)
            json.WriteNumber("max", max);
        json.WriteEndObject();
    }
}
