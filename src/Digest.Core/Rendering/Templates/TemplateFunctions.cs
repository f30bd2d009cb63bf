using System.Collections.Frozen;
using System.Globalization;

namespace Digest.Rendering.Templates;

/// <summary>The filters of the subset. Semantics are Scriban's, with the invariant culture and ordinal comparison.</summary>
internal static class TemplateFunctions
{
    public static FrozenDictionary<string, TemplateFunction> ByName { get; } = new[]
    {
        Of("html.escape", "html.escape text", 1, 1, a => new MarkupValue(HtmlText.Escape(a.Text(0)))),
        Of("html.url_encode", "html.url_encode text", 1, 1, a => Uri.EscapeDataString(a.Text(0))),
        Of("html.url_escape", "html.url_escape text", 1, 1, a => UrlText.Escape(a.Text(0))),

        Of("date.to_string", "date.to_string date pattern", 2, 2, a => DatePattern.Format(a.Date(0), a.Text(1))),

        Of("string.append", "string.append text tail", 2, 2, a => a.Text(0) + a.Text(1)),
        Of("string.capitalize", "string.capitalize text", 1, 1, a => Capitalize(a.Text(0))),
        Of("string.contains", "string.contains text part", 2, 2, a => a.Text(0).Contains(a.Text(1), StringComparison.Ordinal)),
        Of("string.downcase", "string.downcase text", 1, 1, a => a.Text(0).ToLowerInvariant()),
        Of("string.ends_with", "string.ends_with text tail", 2, 2, a => a.Text(0).EndsWith(a.Text(1), StringComparison.Ordinal)),
        Of("string.pluralize", "string.pluralize number singular plural", 3, 3, a => a.Number(0) == 1 ? a.Text(1) : a.Text(2)),
        Of("string.prepend", "string.prepend text head", 2, 2, a => a.Text(1) + a.Text(0)),
        Of("string.replace", "string.replace text old new", 3, 3, a => Replace(a.Text(0), a.Text(1), a.Text(2))),
        Of("string.size", "string.size text", 1, 1, a => a.Text(0).Length),
        Of("string.starts_with", "string.starts_with text head", 2, 2, a => a.Text(0).StartsWith(a.Text(1), StringComparison.Ordinal)),
        Of("string.strip", "string.strip text", 1, 1, a => a.Text(0).Trim()),
        Of("string.truncate", "string.truncate text length [ellipsis]", 2, 3, a => Truncate(a.Text(0), a.Count32(1), a.Count > 2 ? a.Text(2) : "...")),
        Of("string.upcase", "string.upcase text", 1, 1, a => a.Text(0).ToUpperInvariant()),

        Of("array.first", "array.first list", 1, 1, a => a.List(0) is [var first, ..] ? first : TemplateValue.Null),
        Of("array.join", "array.join list separator", 2, 2, a => Join(a.List(0), a.Text(1))),
        Of("array.last", "array.last list", 1, 1, a => a.List(0) is [.., var last] ? last : TemplateValue.Null),
        Of("array.limit", "array.limit list count", 2, 2, a => TemplateValue.Of(a.List(0).Take(a.Count32(1)))),
        Of("array.offset", "array.offset list count", 2, 2, a => Offset(a.List(0), a.Count32(1))),
        Of("array.reverse", "array.reverse list", 1, 1, a => TemplateValue.Of(a.List(0).Reverse())),
        Of("array.size", "array.size list", 1, 1, a => a.List(0).Count),
    }.ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>The objects that hold the functions: no field or loop variable of these names.</summary>
    public static FrozenSet<string> Groups { get; } = ByName.Keys.Select(name => name[..name.IndexOf('.', StringComparison.Ordinal)])
        .ToFrozenSet(StringComparer.Ordinal);

    private static TemplateFunction Of(string name, string usage, int least, int most, Func<FunctionArguments, TemplateValue> call) =>
        new(name, usage, least, most, call);

    private static string Capitalize(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Replace(string text, string old, string with) =>
        old.Length == 0 ? text : text.Replace(old, with, StringComparison.Ordinal);

    // A cut never splits a surrogate pair; Scriban's may. Shipped templates cut no text that could hold one there.
    private static string Truncate(string text, int length, string ellipsis)
    {
        if (text.Length <= length)
            return text;
        var kept = Math.Max(0, length - ellipsis.Length);
        if (kept > 0 && char.IsHighSurrogate(text[kept - 1]))
            kept--;
        return text[..kept] + ellipsis;
    }

    private static ListValue Offset(IReadOnlyList<TemplateValue> items, int count) => count < items.Count ? new([.. items.Skip(count)]) : ListValue.Empty;

    private static string Join(IReadOnlyList<TemplateValue> items, string separator) => string.Join(separator, items.Select(item => item switch
    {
        TextValue text => text.Text,
        NumberValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        _ => throw new FormatException($"array.join needs a list of texts or numbers; it holds {item.Kind}"),
    }));
}
