using Digest.Editions;
using Digest.Rendering.Model;
using Digest.Rendering.Outputs;
using Digest.Rendering.Templates;

namespace Digest.Rendering;

/// <summary>From an edition to everything that goes out. Pure: the templates and the articles' texts come as values.</summary>
public static class EditionRenderer
{
    /// <param name="articleTexts">The text of each article of the day, by article id.</param>
    /// <exception cref="EvidenceException">A figure or statement is not borne out by the passage it cites: nothing is rendered.</exception>
    /// <exception cref="TemplateException">A template asks for what the model does not have.</exception>
    public static RenderedEdition Render(Edition edition, IReadOnlyDictionary<string, string> articleTexts, TemplateSet templates)
    {
        var model = ModelMaker.Make(edition, articleTexts);
        var mail = EmailBodies.Render(model, templates, Recipient.Preview);
        var values = DigestValues.Of(model, edition.Publication.DayUrl(edition.Day.Date));
        var fragment = templates.Render("fragment.html", values, Escaping.Html);
        var page = templates.Render("page.html", DigestValues.Of(model, "", ("page", MapValue.With(("json_ld", new MarkupValue(JsonLd.Of(model)))))), Escaping.Html);
        var text = templates.Render("digest.txt", values, Escaping.None);
        var entry = new FeedEntry(model, fragment, text);
        return new(model,
        [
            RenderedFile.Of("page.html", "text/html; charset=utf-8", page),
            RenderedFile.Of("fragment.html", "text/html; charset=utf-8", fragment),
            RenderedFile.Of("email.html", "text/html; charset=utf-8", mail.Html),
            RenderedFile.Of("email.txt", "text/plain; charset=utf-8", mail.Text),
            new("email.eml", "message/rfc822", EmailMessage.Write(model, mail, Recipient.Preview)),
            RenderedFile.Of("digest.txt", "text/plain; charset=utf-8", text),
            new("digest.json", "application/json", DigestJson.Write(model)),
            new("ninjs-1.6.json", "application/json", Ninjs.Version16(model, text, fragment)),
            new("ninjs-3.1.json", "application/json", Ninjs.Version31(model, text, fragment)),
            new("atom.xml", "application/atom+xml", Feeds.WriteAtom(edition.Publication, [entry])),
            new("rss.xml", "application/rss+xml", Feeds.WriteRss(edition.Publication, [entry])),
            new("feed.json", "application/feed+json", Feeds.WriteJson(edition.Publication, [entry])),
        ]);
    }
}
