using System.Collections.Immutable;

namespace Digest.Rendering.Templates;

/// <summary>
/// What a template can hold: a closed set of kinds, so that no template reaches a method, a property or a type of ours.
/// A template reads a list or map and never changes it.
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

    public static TemplateValue Of(bool flag) => flag ? FlagValue.True : FlagValue.False;

    public static TemplateValue Of(long number) => number is >= 0 and < NumberValue.FewSmall ? NumberValue.Small[(int)number] : new NumberValue(number);

    public static TemplateValue Of(IEnumerable<TemplateValue> items) => new ListValue(items.ToArray());

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
    internal static FlagValue True { get; } = new(true);

    internal static FlagValue False { get; } = new(false);

    public override string Kind => "a boolean";
}

public sealed record NumberValue(long Number) : TemplateValue
{
    internal const int FewSmall = 32;

    /// <summary>The sizes and places that templates ask for over and over.</summary>
    internal static ImmutableArray<NumberValue> Small { get; } = [.. Enumerable.Range(0, FewSmall).Select(number => new NumberValue(number))];

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

/// <param name="Items">May be made one by one as they are asked for; asked again, they are the same.</param>
public sealed record ListValue(IReadOnlyList<TemplateValue> Items) : TemplateValue
{
    public static ListValue Empty { get; } = new([]);

    public override string Kind => "a list";
}

/// <summary>Named fields, few enough to be looked through. A field that has no value is present and null; a name that is not present is an error in the template.</summary>
public abstract record MapValue : TemplateValue
{
    private protected MapValue()
    {
    }

    public override string Kind => "an object";

    /// <summary>None of them twice.</summary>
    public abstract IEnumerable<string> Names { get; }

    public IEnumerable<KeyValuePair<string, TemplateValue>> Fields => Names.Select(name => KeyValuePair.Create(name, Field(name)!));

    public static MapValue With(params ReadOnlySpan<(string Name, TemplateValue Value)> fields) => new Given(fields.ToArray());

    /// <summary>Null where there is no field of that name.</summary>
    public abstract TemplateValue? Field(string name);

    private sealed record Given((string Name, TemplateValue Value)[] Values) : MapValue
    {
        public override IEnumerable<string> Names => Values.Select(named => named.Name);

        public override TemplateValue? Field(string name)
        {
            foreach (var field in Values)
            {
                if (field.Name == name)
                    return field.Value;
            }

            return null;
        }
    }
}
