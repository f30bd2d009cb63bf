using System.Collections.Immutable;

namespace Digest.Rendering.Templates;

/// <summary>A filter: named as in Scriban, with the same result for the arguments it takes.</summary>
/// <param name="Usage">How it is written, for error messages: <c>string.replace old new</c>.</param>
internal sealed record TemplateFunction(string Name, string Usage, int LeastArguments, int MostArguments, Func<FunctionArguments, TemplateValue> Call);

/// <summary>A call's arguments, read with the kind that the function needs.</summary>
internal readonly record struct FunctionArguments(string Function, ImmutableArray<TemplateValue> Values)
{
    public int Count => Values.Length;

    public TemplateValue Any(int index) => Values[index];

    public string Text(int index) => Values[index] is TextValue text ? text.Text : throw Mismatch(index, "a text");

    public long Number(int index) => Values[index] is NumberValue number ? number.Number : throw Mismatch(index, "a number");

    public int Count32(int index) =>
        Number(index) is >= 0 and <= int.MaxValue and var count ? (int)count : throw new FormatException($"{Function} needs a number from 0 on");

    public DateTime Date(int index) => Values[index] is DateValue date ? date.Utc : throw Mismatch(index, "a date");

    public IReadOnlyList<TemplateValue> List(int index) => Values[index] is ListValue list ? list.Items : throw Mismatch(index, "a list");

    private FormatException Mismatch(int index, string needed) =>
        new($"{Function} needs {needed} here, not {Values[index].Kind}{(Values[index] is NullValue ? "; test with if, or give a default with ??" : "")}");
}
