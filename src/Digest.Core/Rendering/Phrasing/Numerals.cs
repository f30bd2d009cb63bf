using System.Globalization;
using Digest.Facts;

namespace Digest.Rendering.Phrasing;

/// <summary>Numbers as the style has them: in prose words from one to nine and numerals from 10 with thousands set off, in tables numerals.</summary>
public static class Numerals
{
    private static readonly string[] Small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    public static string InProse(int number) => number is >= 1 and < 10 ? Small[number] : InTable(number);

    public static string InTable(int number) => number is >= 0 and < 1_000 ? number.ToString(CultureInfo.InvariantCulture) : number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"articles 1 and 2", "article 3".</summary>
    public static string Articles(IEnumerable<int> numbers)
    {
        var list = numbers.ToList();
        return (list.Count == 1 ? "article " : "articles ") + Listed(list.Select(InTable));
    }

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string Listed(IEnumerable<string> items)
    {
        var list = items.ToArray();
        return list.Length < 2 ? string.Concat(list) : $"{string.Join(", ", list.AsSpan()[..^1])} and {list[^1]}";
    }

    /// <summary>"eight", "at least three", "up to ten", "four to six"; "" where there is no number.</summary>
    public static string Count(CountRange count, Func<int, string> number) => (count.Min, count.Max) switch
    {
        ({ } min, { } max) when min == max => number(min),
        ({ } min, { } max) => $"{number(min)} to {number(max)}",
        ({ } min, null) => $"at least {number(min)}",
        (null, { } max) => $"up to {number(max)}",
        _ => "",
    };

    public static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
