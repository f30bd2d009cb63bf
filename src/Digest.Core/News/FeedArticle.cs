using System.Xml;
using System.Xml.Linq;

namespace Digest.News;

/// <summary>Reads one item of RSS or one entry of Atom, alone or in a feed that holds just that one.</summary>
internal static class FeedArticle
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    public static FormatReading Read(ReadOnlyMemory<byte> bytes)
    {
        XElement root;
        try
        {
            root = Load(bytes);
        }
        catch (XmlException problem)
        {
            return FormatReading.Failed($"is not well-formed XML: {problem.Message}", problem.LineNumber, problem.LinePosition);
        }

        var items = root.DescendantsAndSelf().Where(element => element.Name.LocalName is "item" or "entry").ToList();
        return items.Count switch
        {
            0 => FormatReading.Failed($"is XML with the root <{root.Name.LocalName}>; of XML, an RSS item or an Atom entry is read."),
            1 => OfItem(items[0], root),
            _ => FormatReading.Failed($"is a feed of {items.Count} items; one upload is one article. Upload each item as a file of its own."),
        };
    }

    private static XElement Load(ReadOnlyMemory<byte> bytes)
    {
        // Decoded here, as windows-1252 feeds are common and the XML reader alone does not know that charset.
        var text = TextDecoder.Decode(bytes.Span, CharsetInDeclaration(bytes.Span)).Text;
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = ArticleReader.MostBytes,
        };
        using var reader = XmlReader.Create(new StringReader(text.TrimStart()), settings);
        // LINQ to XML walks its tree by recursion in places: depth is bounded before it gets to see it.
        var depth = new DepthLimit(reader);
        return XElement.Load(depth);
    }

    /// <summary>The encoding that <c>&lt;?xml … encoding="…"?&gt;</c> names; null where it names none.</summary>
    private static string? CharsetInDeclaration(ReadOnlySpan<byte> bytes)
    {
        var declaration = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 200)]).Split("?>")[0];
        var at = declaration.IndexOf("encoding=", StringComparison.Ordinal);
        return at < 0 ? null : new string([.. declaration[(at + 10)..].TakeWhile(c => c is not ('"' or '\''))]);
    }

    private static FormatReading OfItem(XElement item, XElement root)
    {
        var html = item.Element(Content + "encoded")?.Value ?? Child(item, "content") ?? Child(item, "description") ?? Child(item, "summary");
        if (string.IsNullOrWhiteSpace(html))
            return FormatReading.Failed("has an item without content; an article needs <content:encoded>, <content>, <description> or <summary>.");
        if (HtmlPages.WhyNotParsed(html) is { } reason)
            return FormatReading.Failed(reason);

        var title = Child(item, "title");
        var hints = CopyHints.None with
        {
            Title = title is null ? null : PressText.Folded(HtmlBlocks.OfFragment(title).Select(block => block.Text).FirstOrDefault() ?? title),
            Byline = item.Element(DublinCore + "creator")?.Value.Trim() ?? Author(item),
            Outlet = Child(item, "source") ?? root.Descendants().Where(element => element.Name.LocalName is "channel" or "feed").Concat([root]).Where(element => element.Name.LocalName is "channel" or "feed").Select(feed => Child(feed, "title")).FirstOrDefault(),
            Date = WrittenStamp.DateOf(Child(item, "pubDate") ?? Child(item, "published") ?? item.Element(DublinCore + "date")?.Value ?? Child(item, "updated")),
            Url = PageMetadata.WebAddress(Link(item)),
        };
        var blocks = HtmlBlocks.OfFragment(html);
        if (hints.Title is not null && !blocks.Exists(block => block.Kind == BlockKind.Title))
            blocks.Insert(0, new(hints.Title, BlockKind.Title));
        return MarkedText.Join(blocks, hints);
    }

    /// <summary>RSS gives an author as "mail@example.org (A Name)", Atom as an element with a name.</summary>
    private static string? Author(XElement item)
    {
        if (item.Elements().FirstOrDefault(element => element.Name.LocalName == "author") is not { } author)
            return null;
        var name = (Child(author, "name") ?? author.Value).Trim();
        var open = name.IndexOf('(', StringComparison.Ordinal);
        return open > 0 && name.EndsWith(')') ? name[(open + 1)..^1] : name.Contains('@', StringComparison.Ordinal) || name.Length == 0 ? null : name;
    }

    private static string? Link(XElement item)
    {
        var links = item.Elements().Where(element => element.Name.LocalName == "link").ToList();
        return links.Find(link => link.Attribute("href") is not null && (link.Attribute("rel")?.Value ?? "alternate") == "alternate")?.Attribute("href")?.Value ?? links.Find(link => link.Value.Length > 0)?.Value;
    }

    private static string? Child(XElement element, string name)
    {
        var child = element.Elements().FirstOrDefault(e => e.Name.LocalName == name && e.Name.Namespace != Content);
        if (child is null)
            return null;
        // Atom's xhtml content is mark-up, not text that holds mark-up.
        var value = child.Attribute("type")?.Value == "xhtml" ? string.Concat(child.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting))) : child.Value;
        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }
}
