using System.Text.Json;

namespace Digest.News;

/// <summary>Reads an article in JSON: ninjs 1.x to 3.x, or plain <c>{"title", "body"}</c> with a date, byline, source and url where they are known.</summary>
internal static class JsonArticle
{
    // ninjs 1.x names its texts by their role in the property's name; 2.x and 3.x put them into lists.
    private static readonly string[] TextBodies = ["body_text", "body_main", "body", "text", "content"];
    private static readonly string[] MarkedBodies = ["body_xhtml", "body_html", "body_html5", "body_richtext"];

    public static FormatReading Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
            return json.RootElement.ValueKind switch
            {
                JsonValueKind.Object => OfObject(json.RootElement),
                JsonValueKind.Array when json.RootElement.GetArrayLength() == 1 && json.RootElement[0].ValueKind == JsonValueKind.Object => OfObject(json.RootElement[0]),
                JsonValueKind.Array => FormatReading.Failed($"is a list of {json.RootElement.GetArrayLength()} values; one upload is one article. Upload each as a file of its own."),
                _ => FormatReading.Failed("is JSON, but no object; an article is an object with \"title\" and \"body\", or ninjs."),
            };
        }
        catch (JsonException problem)
        {
            return FormatReading.Failed($"is not valid JSON: {WithoutPosition(problem.Message)}", (int)(problem.LineNumber ?? -1) + 1, (int)(problem.BytePositionInLine ?? -1) + 1);
        }
    }

    private static FormatReading OfObject(JsonElement item)
    {
        var title = Text(item, "headline", "headline_main", "title", "name") ?? InList(item, "headlines", IsMain);
        var hints = CopyHints.None with
        {
            Title = title is null ? null : PressText.Folded(title),
            Byline = Text(item, "byline", "by", "author"),
            Outlet = Text(item, "outlet", "publisher", "source", "copyrightholder", "copyrightHolder", "provider"),
            Dateline = Text(item, "located", "dateline"),
            Date = WrittenStamp.DateOf(Text(item, "date", "published", "datePublished", "firstcreated", "firstCreated", "versioncreated", "versionCreated", "contentcreated", "contentCreated", "pubDate")),
            Url = PageMetadata.WebAddress(Text(item, "url", "link", "uri")),
        };

        if (Text(item, MarkedBodies) is { } marked)
            return Marked(marked, hints);
        if (InList(item, "bodies", body => Text(body, "contentType", "contenttype") is { } type && (type.Contains("html", StringComparison.OrdinalIgnoreCase))) is { } markedBody)
            return Marked(markedBody, hints);
        var plain = Text(item, TextBodies) ?? InList(item, "bodies", IsMain) ?? InList(item, "bodies", _ => true);
        if (plain is null)
            return FormatReading.Failed("is JSON without a text; an article needs \"body\" (or \"text\", \"content\"), or the \"bodies\" or \"body_…\" of ninjs.");
        return plain.TrimStart().StartsWith('<') ? Marked(plain, hints) : Plain(plain, hints);
    }

    private static FormatReading Marked(string html, CopyHints hints)
    {
        if (HtmlPages.WhyNotParsed(html) is { } reason)
            return FormatReading.Failed(reason);
        var blocks = HtmlBlocks.OfFragment(html);
        if (hints.Title is not null && !blocks.Exists(block => block.Kind == BlockKind.Title))
            blocks.Insert(0, new(hints.Title, BlockKind.Title));
        return MarkedText.Join(blocks, hints);
    }

    private static FormatReading Plain(string text, CopyHints hints)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => new MarkedBlock(line, null)).ToList();
        if (hints.Title is { } title && !lines.Exists(line => PressText.Folded(line.Text) == title))
            lines.Insert(0, new(title, BlockKind.Title));
        return MarkedText.Join(lines, hints);
    }

    private static bool IsMain(JsonElement element) => Text(element, "role") is null or "main" or "headline";

    private static string? InList(JsonElement item, string name, Func<JsonElement, bool> wanted) =>
        item.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(element => element.ValueKind == JsonValueKind.Object && wanted(element)).Select(element => Text(element, "value")).FirstOrDefault(value => value is not null)
            : null;

    private static string? Text(JsonElement item, params string[] names)
    {
        foreach (var name in names)
        {
            if (item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
                return text;
        }

        return null;
    }

    private static string WithoutPosition(string message) => message.Split(" LineNumber:")[0].Split(" Path:")[0];
}
