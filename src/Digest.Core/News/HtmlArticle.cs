using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Digest.News;

/// <summary>
/// Reads an article page: what its metadata states (JSON-LD NewsArticle, og: and article: properties), and the text of the element that holds the story.
/// </summary>
internal static class HtmlArticle
{
    private const int CharsetWithin = 2048;

    public static FormatReading Read(ReadOnlySpan<byte> bytes, string? declaredCharset)
    {
        var decoded = TextDecoder.Decode(bytes, declaredCharset ?? CharsetInMeta(bytes));
        if (HtmlPages.WhyNotParsed(decoded.Text) is { } reason)
            return FormatReading.Failed(reason);
        using var page = HtmlPages.Parse(decoded.Text);
        var data = PageMetadata.Of(page);
        var root = StoryElement(page);
        var blocks = HtmlBlocks.Of(root);
        var hasTitle = blocks.Exists(block => block.Kind == BlockKind.Title);
        if (!hasTitle && data.Title is not null)
            blocks.Insert(0, new(data.Title, BlockKind.Title));
        // Only the first heading of the first order is the headline.
        var first = blocks.FindIndex(block => block.Kind == BlockKind.Title);
        for (var i = first + 1; i < blocks.Count; i++)
        {
            if (blocks[i].Kind == BlockKind.Title)
                blocks[i] = blocks[i] with { Kind = BlockKind.Subhead };
        }

        if (!blocks.Exists(block => block.Kind is null && block.Text.Length > 40))
            return FormatReading.Failed("has no element that reads as an article. Save the article's page itself, or its text.");
        return MarkedText.Join(blocks, data with { Title = null });
    }

    /// <summary>The element that holds the story: the <c>article</c> (or articleBody, or <c>main</c>) with most prose, else the one with most prose in paragraphs of its own.</summary>
    private static IElement StoryElement(IHtmlDocument page)
    {
        var prose = ProseByParent(page);
        var within = new Dictionary<IElement, int>();
        foreach (var (parent, letters) in prose)
        {
            for (IElement? holder = parent; holder is not null; holder = holder.ParentElement)
                within[holder] = within.GetValueOrDefault(holder) + letters;
        }

        foreach (var selector in (string[])["article", "[itemprop=articleBody]", "main", "[role=main]"])
        {
            var best = page.QuerySelectorAll(selector).Select(element => (Element: element, Prose: within.GetValueOrDefault(element))).OrderByDescending(pair => pair.Prose).FirstOrDefault();
            // Teasers are articles too: a story has more than a sentence or two.
            if (best.Element is not null && best.Prose >= 200)
                return best.Element;
        }

        var densest = prose.OrderByDescending(pair => pair.Value).Select(pair => pair.Key).FirstOrDefault();
        return densest ?? page.Body ?? page.DocumentElement;
    }

    /// <summary>For each element, the letters in paragraphs that are its own children, those of links left out.</summary>
    private static Dictionary<IElement, int> ProseByParent(IHtmlDocument page)
    {
        var prose = new Dictionary<IElement, int>();
        foreach (var paragraph in page.QuerySelectorAll("p"))
        {
            if (paragraph.ParentElement is not { } parent || paragraph.Closest("nav, aside, footer, form, header, figure") is not null)
                continue;
            var linked = paragraph.QuerySelectorAll("a").Sum(link => link.TextContent.Length);
            var letters = Math.Max(0, paragraph.TextContent.Length - (2 * linked));
            prose[parent] = prose.GetValueOrDefault(parent) + letters;
        }

        return prose;
    }

    /// <summary>The charset that a <c>meta</c> near the start names; such a page is ASCII up to there.</summary>
    private static string? CharsetInMeta(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, CharsetWithin)]);
        var meta = head.IndexOf("<meta", StringComparison.OrdinalIgnoreCase);
        var at = meta < 0 ? -1 : head.IndexOf("charset=", meta, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var name = head[(at + 8)..].TrimStart('"', '\'', ' ');
        return new string([.. name.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')]);
    }
}

/// <summary>What a page's head says of the article on it.</summary>
internal static class PageMetadata
{
    private static readonly string[] ArticleTypes = ["NewsArticle", "Article", "ReportageNewsArticle", "LiveBlogPosting", "BlogPosting", "AnalysisNewsArticle", "BackgroundNewsArticle"];

    public static CopyHints Of(IHtmlDocument page)
    {
        var hints = FromLinkedData(page);
        var outlet = hints.Outlet ?? Meta(page, "og:site_name");
        return hints with
        {
            Title = WithoutOutlet(hints.Title ?? Meta(page, "og:title") ?? Blank(page.Title), outlet),
            Byline = WithoutBy(hints.Byline ?? Meta(page, "article:author", "author", "byl", "parsely-author")),
            Outlet = outlet,
            Date = hints.Date ?? WrittenStamp.DateOf(Meta(page, "article:published_time", "datePublished", "pubdate", "publish-date", "date", "dc.date", "parsely-pub-date")),
            Url = hints.Url ?? WebAddress(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? Meta(page, "og:url")),
        };
    }

    /// <summary>Only addresses of the web are kept: what is printed as a link must not run a script.</summary>
    public static string? WebAddress(string? address) =>
        Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;

    /// <summary>Names without "By"; some pages put the address of a profile there, which names nobody.</summary>
    private static string? WithoutBy(string? byline) =>
        byline is null || byline.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? null
        : Blank(byline.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? byline[3..] : byline);

    /// <summary>"Headline | Gulf Times" without the publisher.</summary>
    private static string? WithoutOutlet(string? title, string? outlet)
    {
        if (title is null || outlet is null || !title.EndsWith(outlet, StringComparison.OrdinalIgnoreCase) || title.Length == outlet.Length)
            return title;
        var rest = title[..^outlet.Length].TrimEnd();
        return rest.Length > 0 && rest[^1] is '|' or '-' or '–' or '—' or '·' ? rest.TrimEnd('|', '-', '–', '—', '·', ' ') : title;
    }

    private static string? Meta(IHtmlDocument page, params string[] names)
    {
        foreach (var name in names)
        {
            var meta = page.QuerySelectorAll("meta").FirstOrDefault(element =>
                name.Equals(element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop"), StringComparison.OrdinalIgnoreCase));
            if (Blank(meta?.GetAttribute("content")) is { } content)
                return content;
        }

        return null;
    }

    private static CopyHints FromLinkedData(IHtmlDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
                if (ArticleIn(json.RootElement) is { } article)
                {
                    return CopyHints.None with
                    {
                        Title = Text(article, "headline"),
                        Byline = Names(article, "author"),
                        Outlet = Names(article, "publisher"),
                        Date = WrittenStamp.DateOf(Text(article, "datePublished")),
                        Url = WebAddress(Text(article, "url") ?? Text(article, "mainEntityOfPage")),
                    };
                }
            }
            catch (JsonException)
            {
                // Broken linked data is common; the page has other metadata.
            }
        }

        return CopyHints.None;
    }

    private static JsonElement? ArticleIn(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().Select(ArticleIn).FirstOrDefault(found => found is not null);
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        if (element.TryGetProperty("@graph", out var graph) && ArticleIn(graph) is { } inGraph)
            return inGraph;
        if (!element.TryGetProperty("@type", out var type))
            return null;
        var types = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().ToArray() : [type];
        return Array.Exists(types, t => t.ValueKind == JsonValueKind.String && ArticleTypes.Contains(t.GetString(), StringComparer.Ordinal)) ? element : null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Blank(value.GetString()) : null;

    /// <summary>A person or organisation, or several: a string, an object with a name, or a list of either.</summary>
    private static string? Names(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
            return null;
        var values = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value];
        return Blank(string.Join(", ", values.Select(v => v.ValueKind == JsonValueKind.String ? v.GetString() : v.ValueKind == JsonValueKind.Object ? Text(v, "name") : null).Where(n => !string.IsNullOrWhiteSpace(n))));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : PressText.Folded(text);
}
