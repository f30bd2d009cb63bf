using System.Text.Json;
using System.Text.Json.Serialization;
using Digest.Days;

namespace Digest.Tests.Days;

/// <summary>A day as one text, for comparing days whole: records that hold arrays compare by reference.</summary>
internal static class DayDump
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() }, WriteIndented = true };

    public static string Of(FoldedDay folded) => JsonSerializer.Serialize(folded, Options);

    public static string Of(Day day) => JsonSerializer.Serialize(day, Options);

    public static string Of(Placement placement) =>
        JsonSerializer.Serialize(placement.Days.Select(d => (d.Key, d.Value.Select(f => (f.Article.Id, f.Article.Name, f.Article.DateBasis)).OrderBy(f => f.Id, StringComparer.Ordinal).ThenBy(f => f.Name, StringComparer.Ordinal).ToArray()).ToString()).ToArray(), Options)
        + string.Join('|', placement.Undated.Select(f => f.Article.Id).Order(StringComparer.Ordinal)) + JsonSerializer.Serialize(placement.Joins, Options);
}
