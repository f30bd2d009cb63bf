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
        // The page, and the mail and the data, need nothing of the others, and a day of many stories takes some time: they are made side by side.
        var page = Task.Run(() => templates.RenderUtf8("page.html", DigestValues.Of(model, "", ("page", MapValue.With(("json_ld", new MarkupValue(JsonLd.Of(model)))))), Escaping.Html));
        var mail = Task.Run(() => EmailBodies.Render(model, templates, Recipient.Preview));
        var data = Task.Run(() => DigestJson.Write(model));
        var values = DigestValues.Of(model, edition.Publication.DayUrl(edition.Day.Date));
        var text = templates.RenderUtf8("digest.txt", values, Escaping.None);
        var fragment = templates.RenderUtf8("fragment.html", values, Escaping.Html);
        using var textCarried = new CarriedText(text);
        using var fragmentCarried = new CarriedText(fragment);
        return new(model,
        [
            new("page.html", "text/html; charset=utf-8", Made(page)),
            new("fragment.html", "text/html; charset=utf-8", fragment),
            RenderedFile.Of("email.html", "text/html; charset=utf-8", Made(mail).Html),
            RenderedFile.Of("email.txt", "text/plain; charset=utf-8", Made(mail).Text),
            new("email.eml", "message/rfc822", EmailMessage.Write(model, Made(mail), Recipient.Preview)),
            new("digest.txt", "text/plain; charset=utf-8", text),
            new("digest.json", "application/json", Made(data)),
            new("ninjs-1.6.json", "application/json", Ninjs.Version16(model, textCarried, fragmentCarried)),
            new("ninjs-3.1.json", "application/json", Ninjs.Version31(model, textCarried, fragmentCarried)),
            new("atom.xml", "application/atom+xml", Feeds.WriteAtom(model, fragmentCarried)),
            new("rss.xml", "application/rss+xml", Feeds.WriteRss(model, fragmentCarried)),
            new("feed.json", "application/feed+json", Feeds.WriteJson(model, fragmentCarried, textCarried)),
        ]);
    }

    /// <summary>What the task made; what it threw is thrown as it was.</summary>
    private static T Made<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
