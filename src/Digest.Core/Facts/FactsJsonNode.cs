using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Digest.Text;

namespace Digest.Facts;

/// <summary>A value of a facts record and where in the record it stands ("casualties[3].span"), so that an error can say so.</summary>
internal readonly record struct FactsJsonNode(JsonElement Element, string Path)
{
    private const int LongestShown = 80;

    /// <summary>The field's value, or null where it is absent or null.</summary>
    public FactsJsonNode? Find(string name)
    {
        if (Element.ValueKind != JsonValueKind.Object)
            throw Wrong("an object");
        return Element.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? new(found, Under(name)) : null;
    }

    public FactsJsonNode Get(string name) => Find(name) ?? throw new FormatException($"\"{Under(name)}\" is missing.");

    public ImmutableArray<T> Each<T>(string name, Func<FactsJsonNode, T> read)
    {
        if (Find(name) is not { } list)
            return [];
        if (list.Element.ValueKind != JsonValueKind.Array)
            throw list.Wrong("an array");
        return [.. list.Element.EnumerateArray().Select((item, index) => read(new(item, string.Create(CultureInfo.InvariantCulture, $"{list.Path}[{index}]"))))];
    }

    public string? Text(string name) => Find(name) is { } node ? node.AsText() : null;

    public bool Flag(string name) => Find(name) is { } node && node.Element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw node.Wrong("true or false"),
    };

    public int? Number(string name) => Find(name) switch
    {
        null => null,
        { } node when node.Element.ValueKind == JsonValueKind.Number && node.Element.TryGetInt32(out var number) => number,
        { } node => throw node.Wrong("a whole number"),
    };

    public DateOnly? Date(string name) => Find(name) switch
    {
        null => null,
        { } node when DateOnly.TryParseExact(node.AsText(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date,
        { } node => throw node.Wrong("a date as 2023-11-22"),
    };

    public TKind Kind<TKind>(string name)
        where TKind : struct, Enum
    {
        var node = Get(name);
        return FactWords.TryParse<TKind>(node.AsText(), out var kind) ? kind : throw node.Wrong("one of " + FactWords.All<TKind>());
    }

    public CountRange Range()
    {
        try
        {
            return (Number("min"), Number("max")) switch
            {
                ({ } min, { } max) => CountRange.Between(min, max),
                ({ } min, null) => CountRange.AtLeast(min),
                (null, { } max) => CountRange.UpTo(max),
                _ => default,
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            throw Wrong("\"min\" and \"max\" of zero or more, with max not below min");
        }
    }

    /// <summary>The object's start and end, as a stretch of the given text.</summary>
    public TextSpan Span(string text)
    {
        var (start, end) = (Number("start"), Number("end"));
        return start is { } from && end is { } to && 0 <= from && from <= to && to <= text.Length
            ? new TextSpan(from, to)
            : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"start and end within the text, 0 to {text.Length}"));
    }

    /// <summary>It says what stands there by its kind and size: an article's words must not get into a log with an error.</summary>
    public FormatException Wrong(string expected) => new($"\"{Path}\" is {Described(Element)}; expected {expected}.");

    private static string Described(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => string.Create(CultureInfo.InvariantCulture, $"a text of {element.GetString()!.Length} characters"),
        JsonValueKind.Array => string.Create(CultureInfo.InvariantCulture, $"an array of {element.GetArrayLength()}"),
        JsonValueKind.Object when element.EnumerateObject().Any(field => field.Value.ValueKind is JsonValueKind.String or JsonValueKind.Array or JsonValueKind.Object) => "an object",
        _ when element.GetRawText() is { Length: <= LongestShown } raw => raw,
        _ => "something longer",
    };

    public string Text() => AsText();

    private string AsText() => Element.ValueKind == JsonValueKind.String ? Element.GetString()! : throw Wrong("a string");

    private string Under(string name) => Path.Length == 0 ? name : Path + "." + name;
}
