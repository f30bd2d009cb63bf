using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Digest.Facts;
using Digest.Text;

namespace Digest.Days;

/// <summary>
/// A folded day as the JSON record that is kept with each edition, so that a later edition can be compared with what was published and not with what today's code would make of
/// the same articles. A record read back gives an equal day; the same day always gives the same bytes.
/// </summary>
public static class DayJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new CountRangeConverter(), new TextSpanConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(Day day) => JsonSerializer.SerializeToUtf8Bytes(day, Options);

    /// <exception cref="FormatException">It is not such a record.</exception>
    public static Day Read(ReadOnlySpan<byte> record)
    {
        try
        {
            return JsonSerializer.Deserialize<Day>(record, Options) ?? throw new FormatException("This is not a day's record: null.");
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            throw new FormatException($"This is not a day's record: {error.Message}", error);
        }
    }

    private sealed class CountRangeConverter : JsonConverter<CountRange>
    {
        private sealed record Bounds(int? Min, int? Max);

        public override CountRange Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => JsonSerializer.Deserialize<Bounds>(ref reader, options) switch
        {
            { Min: { } min, Max: { } max } => CountRange.Between(min, max),
            { Min: { } min } => CountRange.AtLeast(min),
            { Max: { } max } => CountRange.UpTo(max),
            _ => default,
        };

        public override void Write(Utf8JsonWriter json, CountRange value, JsonSerializerOptions options) => JsonSerializer.Serialize(json, new Bounds(value.Min, value.Max), options);
    }

    private sealed class TextSpanConverter : JsonConverter<TextSpan>
    {
        private sealed record Ends(int Start, int End);

        public override TextSpan Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var ends = JsonSerializer.Deserialize<Ends>(ref reader, options) ?? throw new JsonException("A span is null.");
            return new(ends.Start, ends.End);
        }

        public override void Write(Utf8JsonWriter json, TextSpan value, JsonSerializerOptions options) => JsonSerializer.Serialize(json, new Ends(value.Start, value.End), options);
    }
}
