using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Digest.Rendering;
using Digest.Rendering.Model;

namespace Digest.Tests.Rendering;

/// <summary>Over 300 hostile strings in every field at once: outputs keep the shape that a harmless word gives them, and lose nothing.</summary>
public sealed class HostileTests
{
    private static readonly RenderedEdition Harmless = HostileDay.Render("x");
    private static readonly RenderedEdition HarmlessWithUrl = HostileDay.Render("x", "https://example.org/x");

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, HostileStrings.All.Count)];

    [Fact]
    public void TheCorpusIsLarge() => Assert.InRange(HostileStrings.All.Distinct(StringComparer.Ordinal).Count(), 200, 2_000);

    [Theory]
    [MemberData(nameof(Cases))]
    public void NothingBreaksOutAndNothingIsLost(int number)
    {
        var hostile = HostileStrings.All[number];
        var like = SourceEntries.SafeUrl(hostile) is null ? Harmless : HarmlessWithUrl;

        var rendered = HostileDay.Render(hostile);

        foreach (var file in rendered.Files)
        {
            var harmless = like[file.Name];
            switch (Path.GetExtension(file.Name))
            {
                case ".html": SameHtml(harmless.Text, file.Text, hostile); break;
                case ".json": SameJson(harmless.Content, file.Content, hostile); break;
                case ".xml": SameXml(harmless.Text, file.Text, rendered["fragment.html"].Text); break;
                case ".txt": SameText(harmless.Text, file.Text, hostile); break;
                default: SameMail(harmless.Content, file.Content, rendered); break;
            }
        }
    }

    [Fact]
    public void WhatOpensAChangeOfDirectionIsClosedWithinItsField()
    {
        Assert.Equal("\u202Eabc\u202C", DisplayText.Line("\u202Eabc"));
        Assert.Equal("\u2066a\u2067b\u2069\u2069", DisplayText.Line("\u2066a\u2067b"));
        Assert.Equal("\u202Eabc\u202C", DisplayText.Line("\u202Eabc\u202C"));
        Assert.Equal("a b\uFFFDc", DisplayText.Line("a\nb\0c"));
        Assert.Equal("a\nb", DisplayText.Block("a\r\nb"));
    }

    private static void SameHtml(string harmless, string html, string hostile)
    {
        var (expected, actual) = (Parse(harmless), Parse(html));

        Assert.Equal(Shape(expected), Shape(actual));
        Assert.Contains(Squeezed(HostileDay.Shown(hostile)), Squeezed(actual.Body!.TextContent), StringComparison.Ordinal);
        foreach (var element in actual.All)
        {
            Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            if (element.GetAttribute("href") is { } href)
                Assert.True(href.StartsWith("https://", StringComparison.Ordinal) || href.StartsWith("http://", StringComparison.Ordinal) || href.StartsWith('#'), href);
        }
        foreach (var script in actual.QuerySelectorAll("script"))
            Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(script.TextContent).RootElement.ValueKind);
    }

    private static void SameJson(ReadOnlyMemory<byte> harmless, ReadOnlyMemory<byte> json, string hostile)
    {
        var (expected, actual) = (JsonDocument.Parse(harmless).RootElement, JsonDocument.Parse(json).RootElement);

        Assert.Equal(Shape(expected), Shape(actual));
        Assert.Contains(Strings(actual), text => Squeezed(text).Contains(Squeezed(HostileDay.Shown(hostile)), StringComparison.Ordinal));
    }

    private static void SameXml(string harmless, string xml, string fragment)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };
        var (expected, actual) = (XDocument.Load(XmlReader.Create(new StringReader(harmless), settings)), XDocument.Load(XmlReader.Create(new StringReader(xml), settings)));

        Assert.Equal(expected.Descendants().Select(e => e.Name), actual.Descendants().Select(e => e.Name));
        Assert.Contains(actual.Descendants(), e => e.Value == fragment);
    }

    private static void SameText(string harmless, string text, string hostile)
    {
        Assert.Equal(harmless.Count(c => c == '\n'), text.Count(c => c == '\n'));
        Assert.Contains(HostileDay.Shown(hostile), text, StringComparison.Ordinal);
    }

    private static void SameMail(ReadOnlyMemory<byte> harmless, ReadOnlyMemory<byte> mail, RenderedEdition rendered)
    {
        var (expected, actual) = (MailReader.Read(harmless.Span), MailReader.Read(mail.Span));

        Assert.Equal(expected.Headers.Select(h => h.Key), actual.Headers.Select(h => h.Key));
        Assert.Equal(rendered["email.txt"].Text.TrimEnd('\n'), actual.Text);
        Assert.Equal(rendered["email.html"].Text.TrimEnd('\n'), actual.Html);
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static IEnumerable<string> Shape(IDocument document) =>
        document.All.Select(element => $"{element.LocalName}[{string.Join(",", element.Attributes.Select(attribute => attribute.Name))}]{element.Id}.{element.ClassName}");

    private static IEnumerable<string> Shape(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Shape(property.Value).Select(inner => $"{property.Name}/{inner}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Shape).Select(inner => $"[]{inner}").Append("]"),
        var kind => [kind.ToString()],
    };

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    // Parsers of HTML join white space when text is read; nothing else may differ.
    private static string Squeezed(string text)
    {
        var squeezed = new StringBuilder();
        foreach (var c in text.Where(c => c is not (' ' or '\n')))
            squeezed.Append(c);
        return squeezed.ToString();
    }
}
