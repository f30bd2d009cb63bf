using System.Globalization;
using System.Text;
using System.Xml;
using Digest.Editions;
using Digest.Rendering.Model;
using Digest.Rendering.Phrasing;

namespace Digest.Rendering.Outputs;

/// <summary>
/// Atom, RSS 2.0 and JSON Feed of one edition, with its whole content. An entry keeps its identifier through all editions of its day, and its time moves on with each,
/// so that readers show the newer edition in place of the older.
/// </summary>
internal static class Feeds
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    /// <summary>Room for what a feed says beside the text it carries.</summary>
    private const int Around = 4096;

    private const string Content = "http://purl.org/rss/1.0/modules/content/";

    /// <summary>"tag:digest.example.org,2023:daily/2023-11-22": never made from an address or a title, which may change.</summary>
    public static string Id(Edition edition) => string.Create(
        CultureInfo.InvariantCulture, $"tag:{edition.Publication.Domain},{edition.Publication.Since}:{edition.Publication.Id}/{edition.Day.Date:yyyy-MM-dd}");

    public static ReadOnlyMemory<byte> WriteAtom(DigestModel model, CarriedText html) => WriteXml(html, (xml, carry) =>
    {
        var (edition, publication) = (model.Edition, model.Edition.Publication);
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, "en");
        xml.WriteElementString("id", Atom, FeedId(publication));
        xml.WriteElementString("title", Atom, DisplayText.Line(publication.Name));
        xml.WriteElementString("updated", Atom, Dates.Rfc3339(edition.PublishedAt));
        Link(xml, "self", publication.BaseUrl + "/feeds/atom.xml");
        Link(xml, "alternate", publication.BaseUrl);
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
        carry();
        xml.WriteFullEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    public static ReadOnlyMemory<byte> WriteRss(DigestModel model, CarriedText html) => WriteXml(html, (xml, carry) =>
    {
        var (edition, publication) = (model.Edition, model.Edition.Publication);
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", DisplayText.Line(publication.Name));
        xml.WriteElementString("link", publication.BaseUrl);
        xml.WriteElementString("description", "Who was reported killed or wounded, and by whom; what officials and armed groups said. Compiled automatically, not verified.");
        xml.WriteElementString("language", "en");
        xml.WriteElementString("lastBuildDate", Rfc1123(edition.PublishedAt));
        xml.WriteStartElement("atom", "link", Atom);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteAttributeString("href", publication.BaseUrl + "/feeds/rss.xml");
        xml.WriteEndElement();
        xml.WriteStartElement("item");
        xml.WriteElementString("title", Title(model));
        xml.WriteElementString("link", publication.DayUrl(edition.Day.Date));
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(Id(edition));
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", Rfc1123(edition.PublishedAt));
        xml.WriteElementString("atom", "updated", Atom, Dates.Rfc3339(edition.PublishedAt));
        xml.WriteElementString("description", model.Preheader);
        xml.WriteStartElement("content", "encoded", Content);
        carry();
        xml.WriteFullEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    public static ReadOnlyMemory<byte> WriteJson(DigestModel model, CarriedText html, CarriedText text) => JsonBytes.Of(json =>
    {
        var (edition, publication) = (model.Edition, model.Edition.Publication);
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", DisplayText.Line(publication.Name));
        json.WriteString("home_page_url", publication.BaseUrl);
        json.WriteString("feed_url", publication.BaseUrl + "/feeds/feed.json");
        json.WriteString("language", "en");
        json.WriteStartArray("items");
        json.WriteStartObject();
        json.WriteString("id", Id(edition));
        json.WriteString("url", publication.DayUrl(edition.Day.Date));
        json.WriteString("title", Title(model));
        json.WriteString("summary", model.Preheader);
        html.WriteTo(json, "content_html");
        text.WriteTo(json, "content_text");
        json.WriteString("date_published", Dates.Rfc3339(First(edition)));
        json.WriteString("date_modified", Dates.Rfc3339(edition.PublishedAt));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <param name="write">Given the writer, and what puts the text carried into the element that was begun last.</param>
    private static ReadOnlyMemory<byte> WriteXml(CarriedText carried, Action<XmlWriter, Action> write)
    {
        using var stream = new MemoryStream(carried.Xml.Length + Around);
        using (var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartDocument();
            write(xml, Carry);
            xml.WriteEndDocument();

            // It is escaped already; the writer would look through every character of it again.
            void Carry()
            {
                xml.WriteString("");
                xml.Flush();
                stream.Write(carried.Xml);
            }
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

    private static string Rfc1123(DateTimeOffset moment) => moment.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
