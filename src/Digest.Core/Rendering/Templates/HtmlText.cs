using System.Buffers;

namespace Digest.Rendering.Templates;

/// <summary>
/// Text made safe for HTML and XML element content and for attribute values in either kind of quotes:
/// the five characters that mean something there become references, all others stay as they are.
/// </summary>
public static class HtmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0)
            return text;
        using var escaped = new PooledBuffer<char>();
        Escape(text, escaped);
        return escaped.Written.ToString();
    }

    /// <summary>The same, put at the end of what is there.</summary>
    internal static void Escape(ReadOnlySpan<char> text, PooledBuffer<char> output)
    {
        for (var at = text.IndexOfAny(Special); at >= 0; at = text.IndexOfAny(Special))
        {
            output.Write(text[..at]);
            output.Write(text[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => "&#39;",
            });
            text = text[(at + 1)..];
        }
        output.Write(text);
    }
}
