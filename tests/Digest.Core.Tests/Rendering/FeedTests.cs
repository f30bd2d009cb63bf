using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace Digest.Tests.Rendering;

/// <summary>What the specifications of Atom, RSS 2.0 and JSON Feed require of a feed and its entries, and what keeps an entry one entry from edition to edition.</summary>
public sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public void AtomHasWhatAFeedAndAnEntryMustHave()
    {
        var feed = XDocument.Parse(ModelDay.Rendered["atom.xml"].Text).Root!;
        var entry = Assert.Single(feed.Elements(Atom + "entry"));

        Assert.Equal(Atom + "feed", feed.Name);
        Assert.All((XElement[])[feed, entry], part =>
        {
            Assert.NotEmpty(Assert.Single(part.Elements(Atom + "title")).Value);
            Assert.StartsWith("tag:", Assert.Single(part.Elements(Atom + "id")).Value, StringComparison.Ordinal);
            Assert.True(DateTimeOffset.TryParseExact(Assert.Single(part.Elements(Atom + "updated")).Value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _));
        });
        Assert.Contains(feed.Elements(Atom + "link"), link => link.Attribute("rel")?.Value == "self");
        Assert.True(feed.Elements(Atom + "author").Any() || entry.Elements(Atom + "author").Any());
        Assert.Equal("2023-11-22T18:00:00Z", entry.Element(Atom + "updated")!.Value);
        Assert.DoesNotContain("edition", entry.Element(Atom + "id")!.Value, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void RssHasWhatAChannelAndAnItemMustHave()
    {
        var root = XDocument.Parse(ModelDay.Rendered["rss.xml"].Text).Root!;
        var channel = Assert.Single(root.Elements("channel"));
        var item = Assert.Single(channel.Elements("item"));

        Assert.Equal(("rss", "2.0"), (root.Name.LocalName, root.Attribute("version")!.Value));
        Assert.All((string[])["title", "link", "description"], name => Assert.NotEmpty(Assert.Single(channel.Elements(name)).Value));
        Assert.NotEmpty(item.Element("title")!.Value);
        Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")?.Value);
        Assert.True(DateTimeOffset.TryParseExact(item.Element("pubDate")!.Value, ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd, dd MMM yyyy HH:mm:ss '+0000'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _), item.Element("pubDate")!.Value);
    }

    [Fact]
    public void JsonFeedHasWhatAFeedAndAnItemMustHave()
    {
        var feed = JsonDocument.Parse(ModelDay.Rendered["feed.json"].Content).RootElement;
        var item = Assert.Single(feed.GetProperty("items").EnumerateArray());

        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.NotEmpty(feed.GetProperty("title").GetString()!);
        Assert.NotEmpty(item.GetProperty("id").GetString()!);
        Assert.NotEmpty(item.GetProperty("content_html").GetString()!);
    }
}
