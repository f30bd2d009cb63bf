using System.Globalization;
using System.Text.Json;

namespace Digest.Storage.Analytics;

/// <summary>Reads the answer of <c>:analyze-text</c>. An answer that is not of its form is no answer.</summary>
internal static class AnalyzeTextJson
{
    public static RecognitionReply Read(ReadOnlyMemory<byte> json, int documents)
    {
        try
        {
            using var answer = JsonDocument.Parse(json);
            var results = answer.RootElement.GetProperty("results");
            var replies = new DocumentReply?[documents];
            foreach (var document in results.GetProperty("documents").EnumerateArray())
                replies[Id(document, documents)] = new([.. document.GetProperty("entities").EnumerateArray().Select(Entity)]);
            if (results.TryGetProperty("errors", out var errors))
            {
                foreach (var error in errors.EnumerateArray())
                    replies[Id(error, documents)] = new([], CodeOf(error.GetProperty("error")));
            }

            return replies.Any(reply => reply is null)
                ? new RecognitionReply.Unavailable("it left documents unanswered")
                : new RecognitionReply.Answered([.. replies!], results.TryGetProperty("modelVersion", out var model) ? model.GetString() : null);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return new RecognitionReply.Unavailable("its answer is not of the documented form");
        }
    }

    private static int Id(JsonElement document, int documents) =>
        int.TryParse(document.GetProperty("id").GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id < documents ? id : throw new FormatException("An id that was not sent.");

    private static RecognizedEntity Entity(JsonElement entity) => new(
        entity.GetProperty("category").GetString() ?? "",
        entity.GetProperty("offset").GetInt32(),
        entity.GetProperty("length").GetInt32(),
        entity.GetProperty("text").GetString() ?? "",
        entity.GetProperty("confidenceScore").GetDouble());

    /// <summary>The innermost code: "InvalidArgument" holds "InvalidDocument".</summary>
    private static string CodeOf(JsonElement error) =>
        error.TryGetProperty("innererror", out var inner) && inner.TryGetProperty("code", out var code) && code.GetString() is { Length: > 0 } exact ? exact : error.GetProperty("code").GetString() ?? "unknown";
}
