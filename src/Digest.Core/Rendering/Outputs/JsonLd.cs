using System.Text;
using System.Text.Json;
using Digest.Editions;
using Digest.Rendering.Model;
using Digest.Rendering.Phrasing;

namespace Digest.Rendering.Outputs;

/// <summary>What search engines read in the page: a NewsArticle with its sources, its claims and its quotations.</summary>
internal static class JsonLd
{
    /// <summary>Fit for a script element: the writer's encoder leaves no &lt;, &gt; or &amp; as it is.</summary>
    public static string Of(DigestModel model)
    {
        using var bytes = new PooledBuffer<byte>();
        using (var json = new Utf8JsonWriter(bytes))
            Write(json, model);
        return Encoding.UTF8.GetString(bytes.Written);
    }

    private static void Write(Utf8JsonWriter json, DigestModel model)
    {
        var (edition, publication) = (model.Edition, model.Edition.Publication);
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@type", "NewsArticle");
        json.WriteString("headline", model.Headline);
        json.WriteString("inLanguage", "en");
        json.WriteString("datePublished", Dates.Rfc3339(edition.Earlier.IsEmpty ? edition.PublishedAt : edition.Earlier[0].PublishedAt));
        json.WriteString("dateModified", Dates.Rfc3339(edition.PublishedAt));
        json.WriteString("mainEntityOfPage", publication.DayUrl(edition.Day.Date));
        json.WriteString("backstory", string.Join(" ", model.Method.Select(line => line.Words)));
        json.WriteStartObject("publisher");
        json.WriteString("@type", "NewsMediaOrganization");
        json.WriteString("name", DisplayText.Line(publication.Name));
        json.WriteString("url", publication.BaseUrl);
        json.WriteString("correctionsPolicy", publication.CorrectionsUrl);
        json.WriteEndObject();
        if (model.Notice is { Kind: EditionKind.Correction } notice)
        {
            json.WriteStartObject("correction");
            json.WriteString("@type", "CorrectionComment");
            json.WriteString("text", string.Join(" ", notice.Lines.Select(line => line.Words)));
            json.WriteEndObject();
        }
        json.WriteStartArray("isBasedOn");
        foreach (var source in model.Sources)
        {
            json.WriteStartObject();
            json.WriteString("@type", "Article");
            json.WriteString("headline", source.Title);
            if (source.Url is { } url)
                json.WriteString("url", url);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("mentions");
        foreach (var section in model.Stories.SelectMany(story => story.Events))
        {
            foreach (var claim in section.Claims)
                WriteClaim(json, section, claim);
        }
        foreach (var statement in model.Stories.SelectMany(story => story.Reactions).SelectMany(group => group.Speakers).SelectMany(speaker => speaker.Statements))
            WriteQuotations(json, statement);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteClaim(Utf8JsonWriter json, EventSection section, ClaimRow row)
    {
        json.WriteStartObject();
        json.WriteString("@type", "Claim");
        json.WriteString("text", $"{row.Figure} ({row.Who}), {row.SaidBy}: {section.Label}");
        json.WriteString("appearance", row.CarriedBy);
        json.WriteEndObject();
    }

    private static void WriteQuotations(Utf8JsonWriter json, StatementEntry statement)
    {
        foreach (var wording in statement.Reaction.Wordings.Where(wording => wording.IsVerbatim))
        {
            json.WriteStartObject();
            json.WriteString("@type", "Quotation");
            json.WriteString("text", DisplayText.Line(wording.Words));
            json.WriteString("creator", ClaimantText.InTable(statement.Reaction.Speaker));
            json.WriteEndObject();
        }
    }
}
