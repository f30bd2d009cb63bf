using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Digest.Tests.Rendering;

/// <summary>Figures with their claimants, and quotations, read back out of every output: the same set in each.</summary>
public sealed class SameFactsTests
{
    private static readonly string[] Claims =
    [
        "1 killed | Kataib Hezbollah", "5 killed | Kataib Hezbollah", "7 wounded | Iraqi military official, not named", "8 injured | US officials", "8 killed | Kataib Hezbollah",
        "at least 3 killed | Iraqi military official, not named", "killed, no number given | US officials",
    ];

    private static readonly string[] Quotations =
        ["a clear violation of sovereignty and an attempt to disrupt the stable internal security situation", "dangerous escalation"];

    public static TheoryData<string> HtmlOutputs => ["page.html", "fragment.html", "email.html", "email.eml", "ninjs-1.6.json", "ninjs-3.1.json", "atom.xml", "rss.xml", "feed.json"];

    public static TheoryData<string> TextOutputs => ["digest.txt", "email.txt", "email.eml", "ninjs-1.6.json", "ninjs-3.1.json", "feed.json"];

    [Theory]
    [MemberData(nameof(HtmlOutputs))]
    public void MarkupCarriesTheFacts(string name)
    {
        var document = new HtmlParser().ParseDocument(HtmlOf(name));

        // The passages on the page show quotations as the articles print them, in their surroundings.
        foreach (var passage in document.QuerySelectorAll("blockquote"))
            passage.Remove();
        var rows = document.QuerySelectorAll("th[scope=row]").Select(cell => cell.ParentElement!);
        Assert.Equal(Claims, rows.Select(row => $"{Trimmed(row.Children[0])} | {Claimant(row.Children[2])}").Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.NotEmpty(row.QuerySelectorAll("a[href*='#p']")));
        Assert.Equal(Quotations, Quoted(document.Body!.TextContent));
    }

    [Theory]
    [MemberData(nameof(TextOutputs))]
    public void PlainTextCarriesTheFacts(string name)
    {
        var text = TextOf(name);

        var rows = text.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal) && line.Contains(" | ", StringComparison.Ordinal)).Select(line => line[2..].Split(" | "));
        Assert.Equal(Claims, rows.Select(row => $"{row[0]} | {row[2].Split(" (")[0]}").Order(StringComparer.Ordinal));
        Assert.Equal(Quotations, Quoted(text));
    }

    [Fact]
    public void JsonCarriesTheFacts()
    {
        var stories = JsonDocument.Parse(ModelDay.Rendered["digest.json"].Content).RootElement.GetProperty("stories").EnumerateArray().ToList();

        Assert.Equal(Claims, stories.SelectMany(story => Each(story, "events")).SelectMany(happening => Each(happening, "claims"))
            .Select(claim => $"{claim.GetProperty("figure").GetString()} | {claim.GetProperty("claimant").GetString()}").Order(StringComparer.Ordinal));
        Assert.Equal(Quotations, stories.SelectMany(story => Each(story, "statements")).SelectMany(statement => Each(statement, "wordings"))
            .Where(wording => wording.GetProperty("verbatim").GetBoolean()).Select(wording => wording.GetProperty("words").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void StructuredDataCarriesTheFacts()
    {
        var script = new HtmlParser().ParseDocument(ModelDay.Rendered["page.html"].Text).QuerySelector("script")!.TextContent;
        var mentions = JsonDocument.Parse(script).RootElement.GetProperty("mentions").EnumerateArray().ToList();

        Assert.Equal(Claims.Length, mentions.Count(mention => mention.GetProperty("@type").GetString() == "Claim"));
        Assert.Equal(Quotations, mentions.Where(mention => mention.GetProperty("@type").GetString() == "Quotation").Select(mention => mention.GetProperty("text").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryLinkToAPassageLeadsToOneOnThePage()
    {
        var page = new HtmlParser().ParseDocument(ModelDay.Rendered["page.html"].Text);
        var evidence = ModelDay.Day.Stories[0].Events.SelectMany(e => e.Claims).SelectMany(c => c.Citations).Select(c => c.Provenance.Evidence);

        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        var marked = string.Concat(page.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.All(evidence, words => Assert.Contains(words, marked, StringComparison.Ordinal));
    }

    private static JsonElement.ArrayEnumerator Each(JsonElement element, string name) => element.GetProperty(name).EnumerateArray();

    private static string HtmlOf(string name) => name switch
    {
        "email.eml" => MailReader.Read(ModelDay.Rendered[name].Content.Span).Html,
        "ninjs-1.6.json" => Json(name).GetProperty("body_html").GetString()!,
        "ninjs-3.1.json" => Json(name).GetProperty("bodies")[1].GetProperty("value").GetString()!,
        "feed.json" => Json(name).GetProperty("items")[0].GetProperty("content_html").GetString()!,
        "atom.xml" => XDocument.Parse(ModelDay.Rendered[name].Text).Descendants().Single(e => e.Name.LocalName == "content").Value,
        "rss.xml" => XDocument.Parse(ModelDay.Rendered[name].Text).Descendants().Single(e => e.Name.LocalName == "encoded").Value,
        _ => ModelDay.Rendered[name].Text,
    };

    private static string TextOf(string name) => name switch
    {
        "email.eml" => MailReader.Read(ModelDay.Rendered[name].Content.Span).Text,
        "ninjs-1.6.json" => Json(name).GetProperty("body_text").GetString()!,
        "ninjs-3.1.json" => Json(name).GetProperty("bodies")[0].GetProperty("value").GetString()!,
        "feed.json" => Json(name).GetProperty("items")[0].GetProperty("content_text").GetString()!,
        _ => ModelDay.Rendered[name].Text,
    };

    private static JsonElement Json(string name) => JsonDocument.Parse(ModelDay.Rendered[name].Content).RootElement;

    private static string Trimmed(IElement element) => element.TextContent.Trim();

    // The claimant's relation follows the name, in a span on the page and in brackets in the mail.
    private static string Claimant(IElement cell) => (cell.QuerySelector(".cd-relation") is { } relation
        ? cell.TextContent[..cell.TextContent.IndexOf(relation.TextContent, StringComparison.Ordinal)]
        : cell.TextContent.Split(" (")[0]).Trim();

    private static IEnumerable<string> Quoted(string text) => text.Split('“').Skip(1).Select(rest => rest.Split('”')[0]).Where(words => words.Contains(' ', StringComparison.Ordinal))
        .Where(words => !words.Contains("killed", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
