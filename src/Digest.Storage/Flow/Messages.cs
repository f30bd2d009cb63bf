using System.Text.Json;
using System.Text.Json.Serialization;

namespace Digest.Storage.Flow;

/// <summary>Something that a day's digest is made of has changed.</summary>
/// <param name="Date">Null where an article without a date of its own changed: which days that touches is worked out from all of them.</param>
/// <param name="At">When it was stored. A fold that began later has it.</param>
public sealed record DayChanged(DateOnly? Date, DateTimeOffset At);

/// <summary>An article is to be read.</summary>
/// <param name="Name">Its blob ("articles/…").</param>
/// <param name="Again">Also where nothing seems to have changed since it was last read.</param>
public sealed record ArticleOrder(string Name, bool Again);

/// <summary>An edition is to be mailed.</summary>
/// <param name="Subscriber">The id of the one to mail it to; null for everybody who is to have it, each by an order of their own.</param>
public sealed record MailOrder(DateOnly Date, int Number, string? Subscriber);

/// <summary>Messages and small records as JSON, and back.</summary>
public static class FlowJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };

    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <exception cref="FormatException">It is no such record.</exception>
    public static T Read<T>(string json) => Checked(() => JsonSerializer.Deserialize<T>(json, Options));

    /// <exception cref="FormatException">It is no such record.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> json) => Checked(() => JsonSerializer.Deserialize<T>(json.Span, Options));

    private static T Checked<T>(Func<T?> read)
    {
        try
        {
            return read() ?? throw new FormatException($"This is no {typeof(T).Name}: null.");
        }
        catch (JsonException error)
        {
            throw new FormatException($"This is no {typeof(T).Name}: {error.Message}", error);
        }
    }
}
