using System.Text.Json;

namespace Digest.Cli.Evaluation;

/// <summary>Lenient reading of gold and facts, where an absent field and null are the same.</summary>
internal static class Json
{
    public static JsonElement? Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static JsonElement? Field(this JsonElement? element, string name) => element?.Field(name);

    public static string? Text(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static double? Number(this JsonElement element, string name) => element.Field(name).Number();

    public static double? Number(this JsonElement? element) => element is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    public static bool Flag(this JsonElement element, string name) => element.Field(name) is { ValueKind: JsonValueKind.True };

    public static IReadOnlyList<JsonElement> Items(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.Array } value ? [.. value.EnumerateArray()] : [];

    public static IReadOnlyList<JsonElement> Items(this JsonElement? element, string name) => element?.Items(name) ?? [];

    /// <summary>The numbers a figure gives: its lower and its upper bound.</summary>
    public static HashSet<double> Numbers(this JsonElement figure) =>
        [.. new[] { figure.Number("min"), figure.Number("max") }.OfType<double>()];
}
