using Markdig;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Digest.News;

/// <summary>Reads Markdown with optional YAML front matter (title, date, author, source, url). HTML inside it is text, never mark-up.</summary>
internal static class MarkdownArticle
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static FormatReading Read(string text)
    {
        var (matter, body, line) = SplitFrontMatter(text);
        var hints = CopyHints.None;
        if (matter is not null)
        {
            try
            {
                hints = FromFrontMatter(matter);
            }
            catch (YamlException problem)
            {
                return FormatReading.Failed($"has front matter that is not valid YAML: {problem.Message} Write it as \"key: value\" lines between two lines of \"---\".", (int)problem.Start.Line + line, (int)problem.Start.Column);
            }
        }

        try
        {
            var html = Markdown.ToHtml(body, Pipeline);
            if (HtmlPages.WhyNotParsed(html) is { } reason)
                return FormatReading.Failed(reason);
            var blocks = HtmlBlocks.OfFragment(html);
            if (hints.Title is not null && !blocks.Exists(block => block.Kind == BlockKind.Title))
                blocks.Insert(0, new(hints.Title, BlockKind.Title));
            return MarkedText.Join(blocks, hints);
        }
        catch (ArgumentException)
        {
            return FormatReading.Failed("nests its lists or quotations deeper than any article does. Save it as plain text.");
        }
    }

    /// <summary>The lines between "---" and "---" at the very start, what follows them, and how many lines stand before the first of them.</summary>
    private static (string? Matter, string Body, int LinesBefore) SplitFrontMatter(string text)
    {
        var normal = text.ReplaceLineEndings("\n");
        if (!normal.StartsWith("---\n", StringComparison.Ordinal))
            return (null, normal, 0);
        var close = normal.IndexOf("\n---\n", 3, StringComparison.Ordinal);
        if (close < 0 && normal.EndsWith("\n---", StringComparison.Ordinal))
            close = normal.Length - 4;
        return close < 0 ? (null, normal, 0) : (normal[4..Math.Max(close, 4)], normal[Math.Min(normal.Length, close + 5)..], 1);
    }

    private static CopyHints FromFrontMatter(string matter)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(matter));
        if (yaml.Documents is not [{ RootNode: YamlMappingNode fields }, ..])
            return CopyHints.None;
        return CopyHints.None with
        {
            Title = Field("title", "headline"),
            Byline = Field("author", "byline", "authors"),
            Outlet = Field("source", "outlet", "publisher", "publication"),
            Dateline = Field("dateline", "place"),
            Date = WrittenStamp.DateOf(Field("date", "published", "pubdate", "published_at")),
            Url = PageMetadata.WebAddress(Field("url", "link", "canonical_url")),
        };

        string? Field(params string[] names)
        {
            foreach (var name in names)
            {
                var node = fields.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode key && name.Equals(key.Value, StringComparison.OrdinalIgnoreCase)).Value;
                var value = node switch
                {
                    YamlScalarNode scalar => scalar.Value,
                    YamlSequenceNode list => string.Join(", ", list.Children.OfType<YamlScalarNode>().Select(item => item.Value)),
                    _ => null,
                };
                if (!string.IsNullOrWhiteSpace(value) && value is not ("~" or "null"))
                    return PressText.Folded(value);
            }

            return null;
        }
    }
}
