using System.Collections.Immutable;

namespace Digest.Rendering.Templates;

/// <summary>
/// What a template can hold: a closed set of kinds, so that no template reaches a method, a property or a type of ours.
/// A list or map is given whole before rendering; a template reads it and never changes it.
/// </summary>
public abstract record TemplateValue
{
    private protected TemplateValue()
    {
    }

    public static TemplateValue Null { get; } = new NullValue();

    /// <summary>The kind's name in error messages, with its article: "a text", "a list".</summary>
    public abstract string Kind { get; }

    public static TemplateValue Of(string? text) => text is null ? Null : new TextValue(text);

    public static TemplateValue Of(bool flag) => new FlagValue(flag);

    public static TemplateValue Of(long number) => new NumberValue(number);

    public static TemplateValue Of(IEnumerable<TemplateValue> items) => new ListValue([.. items]);

    public static implicit operator TemplateValue(string? text) => Of(text);

    public static implicit operator TemplateValue(bool flag) => Of(flag);

    public static implicit operator TemplateValue(int number) => Of(number);

    public static TemplateValue FromString(string? text) => Of(text);

    public static TemplateValue FromBoolean(bool flag) => Of(flag);

    public static TemplateValue FromInt32(int number) => Of(number);

    /// <summary>Scriban's rule: only null and false are false; zero, an empty text and an empty list are true.</summary>
    internal bool IsTrue => this is not (NullValue or FlagValue { Flag: false });
}

public sealed record NullValue : TemplateValue
{
    public override string Kind => "null";
}

public sealed record FlagValue(bool Flag) : TemplateValue
{
    public override string Kind => "a boolean";
}

public sealed record NumberValue(long Number) : TemplateValue
{
    public override string Kind => "a number";
}

/// <summary>Text from anywhere; escaped wherever it is printed.</summary>
public sealed record TextValue(string Text) : TemplateValue
{
    public override string Kind => "a text";
}

/// <summary>HTML that our own code has made and escaped; printed as it is, and only into HTML.</summary>
public sealed record MarkupValue(string Html) : TemplateValue
{
    public override string Kind => "markup";
}

/// <summary>A moment in UTC; formatted with <c>date.to_string</c>.</summary>
public sealed record DateValue(DateTime Utc) : TemplateValue
{
    public override string Kind => "a date";
}

public sealed record ListValue(ImmutableArray<TemplateValue> Items) : TemplateValue
{
    public override string Kind => "a list";
}

/// <summary>Named fields. A field that has no value is present and null; a name that is not present is an error in the template.</summary>
public sealed record MapValue(ImmutableSortedDictionary<string, TemplateValue> Fields) : TemplateValue
{
    public override string Kind => "an object";

    public static MapValue With(params (string Name, TemplateValue Value)[] fields) =>
        new(fields.ToImmutableSortedDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal));
}
