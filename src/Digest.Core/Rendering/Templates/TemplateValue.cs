using System.Collections.Immutable;
using System.Runtime.InteropServices;

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

    public static TemplateValue Of(bool flag) => new FlagValue(flag);

    public static TemplateValue Of(long number) => new NumberValue(number);

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

/// <param name="Items">May be made one by one as they are asked for; asked again, they are the same.</param>
public sealed record ListValue(IReadOnlyList<TemplateValue> Items) : TemplateValue
{
    public override string Kind => "a list";
}

/// <summary>Named fields, few enough to be looked through. A field that has no value is present and null; a name that is not present is an error in the template.</summary>
/// <param name="Fields">No name twice.</param>
public sealed record MapValue(ImmutableArray<KeyValuePair<string, TemplateValue>> Fields) : TemplateValue
{
    public override string Kind => "an object";

    public IEnumerable<string> Names => Fields.Select(named => named.Key);

    public static MapValue With(params ReadOnlySpan<(string Name, TemplateValue Value)> fields)
    {
        var named = new KeyValuePair<string, TemplateValue>[fields.Length];
        for (var i = 0; i < named.Length; i++)
            named[i] = new(fields[i].Name, fields[i].Value);
        return new(ImmutableCollectionsMarshal.AsImmutableArray(named));
    }

    /// <summary>The same with another value for a field that it has.</summary>
    public MapValue With(string name, TemplateValue value) => new([.. Fields.Select(field => field.Key == name ? KeyValuePair.Create(name, value) : field)]);

    /// <summary>Null where there is no field of that name.</summary>
    public TemplateValue? Field(string name)
    {
        foreach (var field in Fields)
        {
            if (field.Key == name)
                return field.Value;
        }

        return null;
    }
}

/// <summary>A list whose items are made of others when a template comes to them: what is not printed is not made.</summary>
internal sealed class MappedItems<T>(ImmutableArray<T> items, Func<T, TemplateValue> map) : IReadOnlyList<TemplateValue>
{
    public int Count => items.Length;

    public TemplateValue this[int index] => map(items[index]);

    public IEnumerator<TemplateValue> GetEnumerator() => items.Select(map).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
