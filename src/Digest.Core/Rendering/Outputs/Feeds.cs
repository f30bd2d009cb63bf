using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Digest.Editions;
using Digest.Rendering.Model;
using Digest.Rendering.Phrasing;

namespace Digest.Rendering.Outputs;

/// <summary>A day's current edition as a feed carries it, with its whole content.</summary>
/// <param name="Html">The fragment.</param>
public sealed record FeedEntry(DigestModel Model, string Html, string Text);

/// <summary>
/// Atom, RSS 2.0 and JSON Feed. An entry keeps its identifier through all editions of its day, and its time moves on with each,
/// so that readers show the newer edition in place of the older.
/// </summary>
public static class Feeds
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";

    /// <summary>"tag:digest.example.org,2023:daily/2023-11-22": never made from an address or a title, which may change.</summary>
    public static string Id(Edition edition) => string.Create(
        CultureInfo.InvariantCulture, $"tag:{edition.Publication.Domain},{edition.Publication.Since}:{edition.Publication.Id}/{edition.Day.Date:yyyy-MM-dd}");

    /// <param name="entries">Newest day first; all of one publication.</param>
    public static ReadOnlyMemory<byte> WriteAtom(Publication publication, ImmutableArray<FeedEntry> entries) => WriteXml(xml =>
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, "en");
        xml.WriteElementString("id", Atom, FeedId(publication));
        xml.WriteElementString("title", Atom, DisplayText.Line(publication.Name));
        xml.WriteElementString("updated", Atom, Dates.Rfc3339(Updated(entries)));
        Link(xml, "self", publication.BaseUrl + "/feeds/atom.xml");
        Link(xml, "alternate", publication.BaseUrl);
        foreach (var (model, html, _) in entries)
        {
            var edition = model.Edition;
            xml.WriteStartElement("entry", Atom);
            xml.WriteElementString("id", Atom, Id(edition));
            xml.WriteElementString("title", Atom, Title(model));
            xml.WriteElementString("published", Atom, Dates.Rfc3339(First(edition)));
            xml.WriteElementString("updated", Atom, Dates.Rfc3339(edition.PublishedAt));
            Link(xml, "alternate", publication.DayUrl(edition.Day.Date));
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, DisplayText.Line(publication.Name));
            xml.WriteEndElement();
            xml.WriteElementString("summary", Atom, model.Preheader);
            xml.WriteStartElement("content", Atom);
            xml.WriteAttributeString("type", "html");
            xml.WriteString(html);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });

    public static ReadOnlyMemory<byte> WriteRss(Publication publication, ImmutableArray<FeedEntry> entries) => WriteXml(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", DisplayText.Line(publication.Name));
        xml.WriteElementString("link", publication.BaseUrl);
        xml.WriteElementString("description", "Who was reported killed or wounded, and by whom; what officials and armed groups said. Compiled automatically, not verified.");
        xml.WriteElementString("language", "en");
        xml.WriteElementString("lastBuildDate", Rfc1123(Updated(entries)));
        xml.WriteStartElement("atom", "link", Atom);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteAttributeString("href", publication.BaseUrl + "/feeds/rss.xml");
        xml.WriteEndElement();
        foreach (var (model, html, _) in entries)
        {
            xml.WriteStartElement("item");
            xml.WriteElementString("title", Title(model));
            xml.WriteElementString("link", publication.DayUrl(model.Edition.Day.Date));
            xml.WriteStartElement("guid");
            xml.WriteAttributeString("isPermaLink", "false");
            xml.WriteString(Id(model.Edition));
            xml.WriteEndElement();
            xml.WriteElementString("pubDate", Rfc1123(model.Edition.PublishedAt));
            xml.WriteElementString("atom", "updated", Atom, Dates.Rfc3339(model.Edition.PublishedAt));
            xml.WriteElementString("description", model.Preheader);
            xml.WriteElementString("content", "encoded", Content, html);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    public static ReadOnlyMemory<byte> WriteJson(Publication publication, ImmutableArray<FeedEntry> entries) => JsonBytes.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", DisplayText.Line(publication.Name));
        json.WriteString("home_page_url", publication.BaseUrl);
        json.WriteString("feed_url", publication.BaseUrl + "/feeds/feed.json");
        json.WriteString("language", "en");
        json.WriteStartArray("items");
        foreach (var (model, html, text) in entries)
        {
            json.WriteStartObject();
            json.WriteString("id", Id(model.Edition));
            json.WriteString("url", publication.DayUrl(model.Edition.Day.Date));
            json.WriteString("title", Title(model));
            json.WriteString("summary", model.Preheader);
            json.WriteString("content_html", html);
            json.WriteString("content_text", text);
            json.WriteString("date_published", Dates.Rfc3339(First(model.Edition)));
            json.WriteString("date_modified", Dates.Rfc3339(model.Edition.PublishedAt));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static ReadOnlyMemory<byte> WriteXml(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartDocument();
            write(xml);
            xml.WriteEndDocument();
        }
        stream.WriteByte((byte)'\n');
        return stream.GetBuffer().AsMemory(0, (int)stream.Length);
    }

    private static void Link(XmlWriter xml, string rel, string href)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    private static string FeedId(Publication publication) => string.Create(CultureInfo.InvariantCulture, $"tag:{publication.Domain},{publication.Since}:{publication.Id}");

    private static string Title(DigestModel model) => model.Edition.Kind switch
    {
        EditionKind.Correction => $"Correction: {model.Headline}",
        EditionKind.Withdrawn => $"Withdrawn: {model.Headline}",
        _ => model.Headline,
    };

    private static DateTimeOffset First(Edition edition) => edition.Earlier.IsEmpty ? edition.PublishedAt : edition.Earlier[0].PublishedAt;

    private static DateTimeOffset Updated(ImmutableArray<FeedEntry> entries) =>
        entries.IsEmpty ? DateTimeOffset.UnixEpoch : entries.Max(entry => entry.Model.Edition.PublishedAt);

    private static string Rfc1123(DateTimeOffset moment) => moment.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
