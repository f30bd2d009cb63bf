using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Digest.News;

/// <summary>Parses HTML from anywhere, within bounds: the HTML rules let a small hostile page cost time by the square of its elements.</summary>
internal static class HtmlPages
{
    /// <summary>Browsers nest no deeper either.</summary>
    private const int DeepestNesting = 512;

    // A long page of a news site has some thousands.
    private const int MostElements = 30_000;

    /// <summary>Why the page is not to be parsed; null where nothing speaks against it.</summary>
    public static string? WhyNotParsed(string html) =>
        NestsTooDeep(html) ? $"nests its elements more than {DeepestNesting} deep, as no article does. Save the article's text alone."
        : CountElements(html) > MostElements ? $"has more than {MostElements} elements, as no article does. Save the article's text alone."
        : null;

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>Whether elements nest deeper than any page does; parsing such a page takes time by the square of its size.</summary>
    private static bool NestsTooDeep(string html)
    {
        var depth = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (html[at + 1] == '/')
                depth = Math.Max(0, depth - 1);
            else if (char.IsAsciiLetter(html[at + 1]) && !ClosesItself(html, at + 1) && ++depth > DeepestNesting)
                return true;
        }

        return false;
    }

    /// <summary>Elements that have no end tag, or are commonly left without one.</summary>
    private static bool ClosesItself(string html, int name)
    {
        var end = name;
        while (end < html.Length && char.IsAsciiLetterOrDigit(html[end]))
            end++;
        var close = html.IndexOf('>', end);
        return (close > 0 && html[close - 1] == '/')
            || html[name..end].ToLowerInvariant() is "area" or "base" or "br" or "col" or "embed" or "hr" or "img" or "input" or "link" or "meta" or "param" or "source" or "track" or "wbr"
                or "p" or "li" or "dt" or "dd" or "tr" or "td" or "th" or "option" or "tbody" or "thead" or "html" or "head" or "body";
    }

    private static int CountElements(string html)
    {
        var count = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (char.IsAsciiLetter(html[at + 1]))
                count++;
        }

        return count;
    }
}
