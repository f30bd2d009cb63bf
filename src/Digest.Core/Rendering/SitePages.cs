using System.Collections.Immutable;
using Digest.Editions;
using Digest.Rendering.Model;
using Digest.Rendering.Phrasing;
using Digest.Rendering.Templates;

namespace Digest.Rendering;

/// <summary>A day in the list of digests: its last edition.</summary>
public sealed record ArchiveEntry(DateOnly Date, int Number, DateTimeOffset PublishedAt, EditionKind Kind, string Headline);

/// <summary>A page that says something happened, or that something is not there, and what to do.</summary>
/// <param name="Links">Where to go from here.</param>
public sealed record SiteMessage(string Title, ImmutableArray<string> Lines, ImmutableArray<(string Text, string Url)> Links);

/// <summary>The pages around the digests: their list, the pages about them, and those that say what is not there. From the templates under <c>site/</c>.</summary>
public static class SitePages
{
    /// <param name="entries">Latest day first.</param>
    /// <param name="before">From which day on older ones are; null where there are none.</param>
    /// <exception cref="TemplateException">A template asks for what is not there.</exception>
    public static string Archive(Publication publication, IEnumerable<ArchiveEntry> entries, DateOnly? before, TemplateSet templates) => templates.Render("site/archive.html", MapValue.With(
        ("publication", DigestValues.Of(publication)),
        ("page", MapValue.With(
            ("title", "Digests by day"),
            ("days", Days(publication, entries)),
            ("older_url", before is { } day ? $"{publication.BaseUrl}/digests?before={day:yyyy-MM-dd}" : null)))), Escaping.Html);

    /// <param name="amended">Days whose last edition corrects or withdraws, latest first.</param>
    public static string Corrections(Publication publication, IEnumerable<ArchiveEntry> amended, TemplateSet templates) => templates.Render("site/corrections.html", MapValue.With(
        ("publication", DigestValues.Of(publication)), ("page", MapValue.With(("title", "Corrections"), ("days", Days(publication, amended))))), Escaping.Html);

    public static string Method(Publication publication, TemplateSet templates) => Plain("site/method.html", "How the digest is made", publication, templates);

    public static string ReportError(Publication publication, TemplateSet templates) => Plain("site/report-error.html", "Report an error", publication, templates);

    /// <summary>The page behind a mail's link: it has a button, because mail scanners follow links.</summary>
    public static string Unsubscribe(Publication publication, TemplateSet templates) => Plain("site/unsubscribe.html", "Unsubscribe", publication, templates);

    public static string Message(Publication publication, SiteMessage message, TemplateSet templates) => templates.Render("site/message.html", MapValue.With(
        ("publication", DigestValues.Of(publication)),
        ("page", MapValue.With(
            ("title", message.Title),
            ("lines", TemplateValue.Of(message.Lines.Select(line => TemplateValue.Of(line)))),
            ("links", TemplateValue.Of(message.Links.Select(link => MapValue.With(("text", link.Text), ("url", link.Url)))))))), Escaping.Html);

    /// <summary>Every page once, with nothing in its lists and with something: for looking whether templates can be used.</summary>
    internal static ImmutableArray<Func<TemplateSet, string>> Samples { get; } =
    [
        templates => Archive(Publication.Default, [], null, templates),
        templates => Archive(Publication.Default, [Sample], Sample.Date, templates),
        templates => Corrections(Publication.Default, [], templates),
        templates => Corrections(Publication.Default, [Sample], templates),
        templates => Method(Publication.Default, templates),
        templates => ReportError(Publication.Default, templates),
        templates => Unsubscribe(Publication.Default, templates),
        templates => Message(Publication.Default, new("Title", [], []), templates),
        templates => Message(Publication.Default, new("Title", ["Line"], [("Text", Publication.Default.BaseUrl)]), templates),
    ];

    private static ArchiveEntry Sample => new(new(2023, 11, 22), 2, new(2023, 11, 23, 18, 0, 0, TimeSpan.Zero), EditionKind.Correction, "Sources give 3 to 8 killed <in> two strikes & more");

    private static string Plain(string template, string title, Publication publication, TemplateSet templates) =>
        templates.Render(template, MapValue.With(("publication", DigestValues.Of(publication)), ("page", MapValue.With(("title", title)))), Escaping.Html);

    private static TemplateValue Days(Publication publication, IEnumerable<ArchiveEntry> entries) => TemplateValue.Of(entries.Select(entry => MapValue.With(
        ("date", new DateValue(entry.Date.ToDateTime(default, DateTimeKind.Utc))),
        ("url", publication.DayUrl(entry.Date)),
        ("headline", DisplayText.Line(entry.Headline)),
        ("edition", entry.Number),
        ("kind", Notices.Summary(entry.Kind)),
        ("published", Dates.Moment(entry.PublishedAt)))));
}
