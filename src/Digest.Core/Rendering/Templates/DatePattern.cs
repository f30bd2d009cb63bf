using System.Globalization;
using System.Text;

namespace Digest.Rendering.Templates;

/// <summary>Scriban's date patterns (strftime), as far as a digest needs them, in the invariant culture.</summary>
internal static class DatePattern
{
    private const string Known = "aAbBdeFHjmMSTRyY%";

    /// <exception cref="FormatException">The pattern holds a directive that is not part of the subset.</exception>
    public static string Format(DateTime date, string pattern)
    {
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length)
                text.Append(Directive(date, pattern[++i]));
            else
                text.Append(pattern[i]);
        }
        return text.ToString();
    }

    private static string Directive(DateTime date, char directive)
    {
        string In(string format) => date.ToString(format, CultureInfo.InvariantCulture);
        return directive switch
        {
            'a' => In("ddd"),
            'A' => In("dddd"),
            'b' => In("MMM"),
            'B' => In("MMMM"),
            'd' => In("dd"),
            'e' => In("%d").PadLeft(2),
            'F' => In("yyyy-MM-dd"),
            'H' => In("HH"),
            'j' => date.DayOfYear.ToString("D3", CultureInfo.InvariantCulture),
            'm' => In("MM"),
            'M' => In("mm"),
            'S' => In("ss"),
            'T' => In("HH:mm:ss"),
            'R' => In("HH:mm"),
            'y' => In("yy"),
            'Y' => In("yyyy"),
            '%' => "%",
            _ => throw new FormatException($"the date pattern %{directive} is not part of the subset; it has {string.Join(' ', Known.Select(c => "%" + c))}"),
        };
    }
}
