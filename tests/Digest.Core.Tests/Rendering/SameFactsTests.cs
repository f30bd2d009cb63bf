using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Digest.Facts;
using Digest.Rendering;
using Digest.Rendering.Phrasing;

namespace Digest.Tests.Rendering;

/// <summary>Figures with their claimants, and quotations, read back out of every output of every day: the same set in each, and the day's.</summary>
public sealed class SameFactsTests
{
    private const string Model = "model day";

    private static readonly Dictionary<string, RenderedEdition> Days = new(StringComparer.Ordinal)
    {
        [Model] = ModelDay.Rendered, ["2023-11-22"] = SeedDaysTests.Render("2023-11-22"), ["2024-01-24"] = SeedDaysTests.Render("2024-01-24"),
    };

    private static readonly string[] HtmlNames = ["page.html", "fragment.html", "email.html", "email.eml", "ninjs-1.6.json", "ninjs-3.1.json", "atom.xml", "rss.xml", "feed.json"];

    private static readonly string[] TextNames = ["digest.txt", "email.txt", "email.eml", "ninjs-1.6.json", "ninjs-3.1.json", "feed.json"];

    public static TheoryData<string> EachDay => [.. Days.Keys];

    public static TheoryData<string, string> HtmlOutputs => Each(HtmlNames);

    public static TheoryData<string, string> TextOutputs => Each(TextNames);

    [Fact]
    public void TheModelDaysFactsAreTheseAndNoOthers()
    {
        Assert.Equal(
            [
                "1 killed | Kataib Hezbollah", "5 killed | Kataib Hezbollah", "7 wounded | Iraqi military official, not named", "8 injured | US officials", "8 killed | Kataib Hezbollah",
                "at least 3 killed | Iraqi military official, not named", "killed, no number given | US officials",
            ],
            Claims(Days[Model]));
        Assert.Equal(["a clear violation of sovereignty and an attempt to disrupt the stable internal security situation", "dangerous escalation"], Quotations(Days[Model]));
    }

    [Theory]
    [MemberData(nameof(HtmlOutputs))]
    public void MarkupCarriesTheFacts(string day, string name)
    {
        var document = new HtmlParser().ParseDocument(HtmlOf(Days[day], name));

        // The passages on the page show quotations as the articles print them, in their surroundings.
        foreach (var passage in document.QuerySelectorAll("blockquote"))
            passage.Remove();
        var rows = document.QuerySelectorAll("th[scope=row]").Select(cell => cell.ParentElement!).ToList();
        Assert.Equal(Claims(Days[day]), rows.Select(row => $"{row.Children[0].TextContent.Trim()} | {Claimant(row.Children[2])}").Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.NotEmpty(row.QuerySelectorAll("a[href*='#p']")));
        Assert.Equal(Quotations(Days[day]), Quoted(document.Body!.TextContent, Days[day]));
    }

    [Theory]
    [MemberData(nameof(TextOutputs))]
    public void PlainTextCarriesTheFacts(string day, string name)
    {
        var text = TextOf(Days[day], name);

        var rows = text.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal) && line.Contains(" | ", StringComparison.Ordinal)).Select(line => line[2..].Split(" | "));
        Assert.Equal(Claims(Days[day]), rows.Select(row => $"{row[0]} | {row[2].Split(" (")[0]}").Order(StringComparer.Ordinal));
        Assert.Equal(Quotations(Days[day]), Quoted(text, Days[day]));
    }

    [Theory]
    [MemberData(nameof(EachDay))]
    public void JsonCarriesTheFacts(string day)
    {
        var stories = JsonDocument.Parse(Days[day]["digest.json"].Content).RootElement.GetProperty("stories").EnumerateArray().ToList();

        Assert.Equal(Claims(Days[day]), stories.SelectMany(story => Each(story, "events")).SelectMany(happening => Each(happening, "claims"))
            .Select(claim => $"{claim.GetProperty("figure").GetString()} | {claim.GetProperty("claimant").GetString() ?? "no source named"}").Order(StringComparer.Ordinal));
        Assert.Equal(Quotations(Days[day]), stories.SelectMany(story => Each(story, "statements")).SelectMany(statement => Each(statement, "wordings"))
            .Where(wording => wording.GetProperty("verbatim").GetBoolean()).Select(wording => wording.GetProperty("words").GetString()!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(EachDay))]
    public void StructuredDataCarriesTheFacts(string day)
    {
        var script = new HtmlParser().ParseDocument(Days[day]["page.html"].Text).QuerySelector("script")!.TextContent;
        var mentions = JsonDocument.Parse(script).RootElement.GetProperty("mentions").EnumerateArray().ToList();

        Assert.Equal(Claims(Days[day]).Count, mentions.Count(mention => mention.GetProperty("@type").GetString() == "Claim"));
        Assert.All(mentions.Where(mention => mention.GetProperty("@type").GetString() == "Quotation"), mention => Assert.NotEmpty(mention.GetProperty("creator").GetString()!));
        Assert.Equal(Quotations(Days[day]), mentions.Where(mention => mention.GetProperty("@type").GetString() == "Quotation").Select(mention => mention.GetProperty("text").GetString()!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
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

    /// <summary>The day's claims, as its facts have them.</summary>
    private static List<string> Claims(RenderedEdition rendered) => [.. rendered.Model.Edition.Day.Stories.SelectMany(story => story.Events).SelectMany(happening => happening.Claims)
        .Select(claim => $"{FigureText.InTable(claim)} | {(claim.Claimant is { } claimant ? ClaimantText.InTable(claimant) : "no source named")}").Order(StringComparer.Ordinal)];

    private static List<string> Quotations(RenderedEdition rendered) => [.. rendered.Model.Edition.Day.Stories.SelectMany(story => story.Reactions).SelectMany(reaction => reaction.Wordings)
        .Where(wording => wording.IsVerbatim).Select(wording => wording.Words).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What stands in quotation marks, the sentences of articles that are printed as background, as signs and as accounts of what was said aside.</summary>
    private static IEnumerable<string> Quoted(string text, RenderedEdition rendered)
    {
        var sentences = rendered.Model.Edition.Day.Stories.SelectMany(story => story.Background.Select(item => item.Text).Concat(story.Escalation.Select(sign => sign.Text)));
        foreach (var sentence in sentences.Where(sentence => sentence.StartsWith('“')))
            text = text.Replace(sentence.TrimEnd('”', '.'), "", StringComparison.Ordinal);
        foreach (var wording in rendered.Model.Edition.Day.Stories.SelectMany(story => story.Reactions).SelectMany(reaction => reaction.Wordings).Where(wording => !wording.IsVerbatim))
            text = text.Replace(wording.Words.TrimEnd('”', '.'), "", StringComparison.Ordinal);
        return text.Split('“').Skip(1).Select(rest => rest.Split('”')[0]).Where(words => !text.Contains($"the figure “{words}”", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private static TheoryData<string, string> Each(string[] names)
    {
        var all = new TheoryData<string, string>();
        foreach (var day in Days.Keys)
        {
            foreach (var name in names)
                all.Add(day, name);
        }

        return all;
    }

    private static JsonElement.ArrayEnumerator Each(JsonElement element, string name) => element.GetProperty(name).EnumerateArray();

    private static string HtmlOf(RenderedEdition rendered, string name) => name switch
    {
        "email.eml" => MailReader.Read(rendered[name].Content.Span).Html,
        "ninjs-1.6.json" => Json(rendered, name).GetProperty("body_html").GetString()!,
        "ninjs-3.1.json" => Json(rendered, name).GetProperty("bodies")[1].GetProperty("value").GetString()!,
        "feed.json" => Json(rendered, name).GetProperty("items")[0].GetProperty("content_html").GetString()!,
        "atom.xml" => XDocument.Parse(rendered[name].Text).Descendants().Single(e => e.Name.LocalName == "content").Value,
        "rss.xml" => XDocument.Parse(rendered[name].Text).Descendants().Single(e => e.Name.LocalName == "encoded").Value,
        _ => rendered[name].Text,
    };

    private static string TextOf(RenderedEdition rendered, string name) => name switch
    {
        "email.eml" => MailReader.Read(rendered[name].Content.Span).Text,
        "ninjs-1.6.json" => Json(rendered, name).GetProperty("body_text").GetString()!,
        "ninjs-3.1.json" => Json(rendered, name).GetProperty("bodies")[0].GetProperty("value").GetString()!,
        "feed.json" => Json(rendered, name).GetProperty("items")[0].GetProperty("content_text").GetString()!,
        _ => rendered[name].Text,
    };

    private static JsonElement Json(RenderedEdition rendered, string name) => JsonDocument.Parse(rendered[name].Content).RootElement;

    // The claimant opens the cell; the relation follows in a span on the page and in brackets in the mail.
    private static string Claimant(IElement cell) => cell.ChildNodes[0].TextContent.Split(" (")[0].Trim();
}
