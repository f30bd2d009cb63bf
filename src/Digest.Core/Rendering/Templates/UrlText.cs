using System.Globalization;
using System.Text;

namespace Digest.Rendering.Templates;

/// <summary>Percent-encodes what cannot stand in a URL and leaves its syntax alone; says nothing about whether the URL is a good one.</summary>
internal static class UrlText
{
    private const string Allowed = "-_.~:/?#[]@!$&'()*+,;=%";

    public static string Escape(string url)
    {
        var escaped = new StringBuilder(url.Length);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in url.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || Allowed.Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                escaped.Append((char)rune.Value);
                continue;
            }
            foreach (var b in utf8[..rune.EncodeToUtf8(utf8)])
                escaped.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }
        return escaped.ToString();
    }
}
