using System.Globalization;
using System.Text.Json;
using Digest.Days;
using Digest.Editions;
using Digest.Facts;
using Digest.Rendering.Model;
using Digest.Rendering.Phrasing;

namespace Digest.Rendering.Outputs;

/// <summary>
/// The edition as IPTC ninjs: 1.6 for systems that read that shape (Superdesk among them), 3.1 for new ones.
/// Moments have no fraction of a second, which some readers refuse.
/// </summary>
internal static class Ninjs
{
    private const string UsageTerms = "Keep the attributions: no figure or quotation without the source named beside it.";
    private const string TrustRole = "http://cv.iptc.org/newscodes/trustindicator/";

    /// <summary>Media topics: conflict, war and peace; armed conflict.</summary>
    private static readonly (string Code, string Name)[] Topics = [("16000000", "conflict, war and peace"), ("20000056", "armed conflict")];

    public static ReadOnlyMemory<byte> Version16(DigestModel model, CarriedText text, CarriedText html) => Write(json =>
    {
        var (edition, publication) = (model.Edition, model.Edition.Publication);
        json.WriteStartObject("$standard");
        json.WriteString("name", "ninjs");
        json.WriteString("version", "1.6");
        json.WriteEndObject();
        json.WriteString("uri", Uri(model));
        json.WriteString("type", "text");
        json.WriteString("mimetype", "text/html");
        json.WriteString("representationtype", "complete");
        json.WriteString("version", edition.Number.ToString(CultureInfo.InvariantCulture));
        json.WriteString("firstcreated", Dates.Rfc3339(First(edition)));
        json.WriteString("versioncreated", Dates.Rfc3339(edition.PublishedAt));
        json.WriteString("pubstatus", PubStatus(edition));
        json.WriteString("language", "en");
        json.WriteNumber("urgency", 3);
        json.WriteString("headline", model.Headline);
        json.WriteString("slugline", Slug(model));
        json.WriteString("byline", DisplayText.Line(publication.Name));
        json.WriteString("description_text", model.Preheader);
        text.WriteTo(json, "body_text");
        html.WriteTo(json, "body_html");
        if (Note(model) is { } note)
            json.WriteString("ednote", note);
        json.WriteString("usageterms", UsageTerms);
        json.WriteStartArray("subject");
        foreach (var (code, name) in Topics)
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteString("name", name);
            json.WriteString("scheme", "http://cv.iptc.org/newscodes/mediatopic/");
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteNames(json, edition.Day.Names, "person", "organisation", "place");
        WriteTrust(json, "trustindicator", "code", publication);
    });

    public static ReadOnlyMemory<byte> Version31(DigestModel model, CarriedText text, CarriedText html) => Write(json =>
    {
        var (edition, publication) = (model.Edition, model.Edition.Publication);
        json.WriteStartObject("standard");
        json.WriteString("name", "ninjs");
        json.WriteString("version", "3.1");
        json.WriteString("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json");
        json.WriteEndObject();
        json.WriteString("uri", Uri(model));
        json.WriteString("type", "text");
        json.WriteString("representationType", "full");
        json.WriteString("version", edition.Number.ToString(CultureInfo.InvariantCulture));
        json.WriteString("firstCreated", Dates.Rfc3339(First(edition)));
        json.WriteString("versionCreated", Dates.Rfc3339(edition.PublishedAt));
        json.WriteString("pubStatus", PubStatus(edition));
        json.WriteString("language", "en");
        json.WriteNumber("urgency", 3);
        json.WriteString("slugline", Slug(model));
        json.WriteString("by", DisplayText.Line(publication.Name));
        Value(json, "headlines", "main", model.Headline);
        Value(json, "descriptions", "summary", model.Preheader);
        json.WriteStartArray("bodies");
        Body(json, "main", "text/plain", text);
        Body(json, "richtext", "text/html", html);
        json.WriteEndArray();
        if (Note(model) is { } note)
            json.WriteString("edNote", note);
        json.WriteString("usageTerms", UsageTerms);
        json.WriteStartArray("subjects");
        foreach (var (code, name) in Topics)
        {
            json.WriteStartObject();
            json.WriteString("uri", $"http://cv.iptc.org/newscodes/mediatopic/{code}");
            json.WriteString("name", name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteNames(json, edition.Day.Names, "people", "organisations", "places");
        WriteTrust(json, "trustIndicators", "role", publication);
    });

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write) => JsonBytes.Of(json =>
    {
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
    });

    private static void Value(Utf8JsonWriter json, string name, string role, string value)
    {
        json.WriteStartArray(name);
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteString("contentType", "text/plain");
        json.WriteString("value", value);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Body(Utf8JsonWriter json, string role, string type, CarriedText value)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteString("contentType", type);
        value.WriteTo(json, "value");
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, NameIndex? names, string people, string organisations, string places)
    {
        foreach (var (field, kind) in new[] { (people, NameKind.Person), (organisations, NameKind.Organisation), (places, NameKind.Place) })
        {
            var entries = (names?.Entries ?? []).Where(entry => entry.Kind == kind).ToList();
            if (entries.Count == 0)
                continue;
            json.WriteStartArray(field);
            foreach (var entry in entries)
            {
                json.WriteStartObject();
                json.WriteString("name", DisplayText.Line(entry.Name));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
    }

    private static void WriteTrust(Utf8JsonWriter json, string name, string key, Publication publication)
    {
        json.WriteStartArray(name);
        foreach (var (code, title, href) in new[] { ("sourcePolicy", "How this is made", publication.MethodUrl), ("correctionsPolicy", "Corrections policy", publication.CorrectionsUrl) })
        {
            json.WriteStartObject();
            if (key == "code")
                json.WriteString("scheme", TrustRole);
            json.WriteString(key, key == "code" ? code : TrustRole + code);
            json.WriteString("title", title);
            json.WriteString("href", href);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string Uri(DigestModel model) => Feeds.Id(model.Edition);

    private static string Slug(DigestModel model) => $"conflict-digest-{model.Edition.Day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    private static DateTimeOffset First(Edition edition) => edition.Earlier.IsEmpty ? edition.PublishedAt : edition.Earlier[0].PublishedAt;

    private static string PubStatus(Edition edition) => edition.Kind == EditionKind.Withdrawn ? "canceled" : "usable";

    private static string? Note(DigestModel model) => model.Notice is { } notice
        ? $"{notice.Kind.ToString().ToUpperInvariant()}: {string.Join(" ", notice.Lines.Select(line => line.Text))}"
        : null;
}
