using System.Collections.Immutable;
using Digest.Editions;
using Digest.Rendering.Model;
using Digest.Rendering.Templates;

namespace Digest.Rendering;

/// <summary>
/// The rendering model as templates see it. docs/templates.md lists every field; a test holds the two together.
/// A field that may be missing is there and null.
/// </summary>
internal static class DigestValues
{
    /// <param name="linkBase">What stands before "#p1-2" in links to passages: nothing on the page itself, its address elsewhere.</param>
    /// <param name="extra">What one kind of output has besides: <c>page</c> or <c>mail</c>.</param>
    public static MapValue Of(DigestModel model, string linkBase, params (string Name, TemplateValue Value)[] extra) => MapValue.With(
    [
        ("digest", new Mapper(linkBase).Digest(model)),
        ("publication", Of(model.Edition.Publication)),
        .. extra,
    ]);

    public static MapValue Of(Publication publication) => MapValue.With(
        ("name", DisplayText.Line(publication.Name)),
        ("url", publication.BaseUrl),
        ("method_url", publication.MethodUrl),
        ("corrections_url", publication.CorrectionsUrl),
        ("report_error_url", publication.ReportErrorUrl),
        ("contact", publication.ContactAddress));

    private sealed class Mapper(string linkBase)
    {
        public MapValue Digest(DigestModel model)
        {
            var (edition, publication) = (model.Edition, model.Edition.Publication);
            var day = publication.DayUrl(edition.Day.Date);
            return MapValue.With(
                ("headline", model.Headline),
                ("edition_line", model.EditionLine),
                ("automation_line", model.AutomationLine),
                ("preheader", model.Preheader),
                ("date", new DateValue(edition.Day.Date.ToDateTime(default, DateTimeKind.Utc))),
                ("published", new DateValue(edition.PublishedAt.UtcDateTime)),
                ("edition", edition.Number),
                ("kind", edition.Kind.ToString().ToLowerInvariant()),
                ("is_withdrawn", edition.Kind == EditionKind.Withdrawn),
                ("url", day),
                ("edition_url", publication.EditionUrl(edition.Day.Date, edition.Number)),
                ("json_url", day + ".json"),
                ("ninjs_url", day + ".ninjs.json"),
                ("text_url", day + ".txt"),
                ("rss_url", publication.BaseUrl + "/feeds/rss.xml"),
                ("atom_url", publication.BaseUrl + "/feeds/atom.xml"),
                ("notice", model.Notice is { } notice ? Notice(notice) : TemplateValue.Null),
                ("key_points", Each(model.KeyPoints, Line)),
                ("stories", Each(model.Stories, Story)),
                ("absence_note", model.AbsenceNote),
                ("comparison", Line(model.Comparison)),
                ("chart", model.Chart is { } chart ? Chart(chart) : TemplateValue.Null),
                ("sources", Each(model.Sources, Source)),
                ("method", Each(model.Method, Line)),
                ("history", Each(model.History, entry => MapValue.With(("number", entry.Number), ("text", entry.Text), ("url", entry.Url)))));
        }

        private MapValue Notice(Notice notice) => MapValue.With(
            ("kind", notice.Kind.ToString().ToLowerInvariant()), ("label", notice.Label), ("lines", Each(notice.Lines, Line)));

        private static MapValue Chart(DayChart chart) => MapValue.With(
            ("summary", chart.Summary),
            ("scale", chart.Scale),
            ("width", DayChart.Width),
            ("height", DayChart.Height),
            ("days", Each(chart.Days, day => MapValue.With(
                ("date", new DateValue(day.Date.ToDateTime(default, DateTimeKind.Utc))),
                ("articles", day.Articles),
                ("url", day.Url),
                ("x", day.X),
                ("middle", day.X + (day.Width / 2)),
                ("width", day.Width),
                ("bars", Each(day.Bars, bar => MapValue.With(
                    ("label", bar.Label), ("killed", bar.Killed), ("x", bar.X), ("middle", bar.X + (bar.Width / 2)), ("width", bar.Width), ("y", bar.Y), ("low", bar.Low), ("range", bar.Range), ("range_y", bar.Y - bar.Range))))))));

        private MapValue Story(StorySection story) => MapValue.With(
            ("anchor", story.Anchor),
            ("headline", story.Headline),
            ("continues", story.Continues is { } earlier
                ? MapValue.With(("day", earlier.Day), ("headline", earlier.Headline), ("since", earlier.Since), ("url", earlier.Url))
                : TemplateValue.Null),
            ("events", Each(story.Events, Event)),
            ("escalation", Each(story.Escalation, Line)),
            ("reactions", Each(story.Reactions, group => MapValue.With(("title", group.Title), ("speakers", Each(group.Speakers, Speaker))))),
            ("no_statement", story.NoStatement is { } silent ? Line(silent) : TemplateValue.Null),
            ("not_known", Each(story.NotKnown, Line)),
            ("background", Each(story.Background, Line)));

        private MapValue Event(EventSection happening) => MapValue.With(
            ("letter", happening.Letter),
            ("label", happening.Label),
            ("measures", Each(happening.Measures, measure => MapValue.With(("label", measure.Label), ("range", measure.Range), ("status", measure.Status)))),
            ("claims", Each(happening.Claims, Claim)),
            ("notes", Each(happening.Notes, Line)),
            ("reports", Each(happening.Reports, Cite)));

        private MapValue Claim(ClaimRow row) => MapValue.With(
            ("figure", row.Figure),
            ("who", row.Who),
            ("said_by", row.SaidBy),
            ("is_attributed", row.Claim.Claimant is not null),
            ("relation", row.Relation),
            ("carried_by", row.CarriedBy),
            ("cites", Each(row.Cites, Cite)),
            ("remarks", Each(row.Remarks, TemplateValue.Of)));

        private MapValue Speaker(SpeakerEntry speaker) => MapValue.With(
            ("name", speaker.Speaker), ("role", speaker.Role), ("statements", Each(speaker.Statements, Statement)));

        private MapValue Statement(StatementEntry statement) => MapValue.With(
            ("stance", statement.Stance),
            ("text", Line(statement.Wordings[0])),
            ("variants", Each(statement.Wordings[1..], Line)));

        private MapValue Source(SourceEntry source) => MapValue.With(
            ("number", source.Source.Number),
            ("title", source.Title),
            ("details", source.Details),
            ("notes", Each(source.Notes, TemplateValue.Of)),
            ("url", source.Url),
            ("excerpts", Each(source.Excerpts, Excerpt)));

        private MapValue Excerpt(Excerpt excerpt) => MapValue.With(
            ("cut_before", excerpt.CutBefore),
            ("cut_after", excerpt.CutAfter),
            ("parts", Each(excerpt.Parts, part => MapValue.With(
                ("text", DisplayText.Block(part.Text)), ("anchors", Each(part.Anchors, TemplateValue.Of)), ("is_evidence", part.IsEvidence)))));

        private MapValue Line(Line line) => MapValue.With(
            ("text", line.Text),
            ("words", line.Words),
            ("runs", Each(line.Runs, run => MapValue.With(("text", run.Text), ("is_quote", run.Voice == Voice.Quoted), ("cites", Each(run.Cites, Cite))))));

        private MapValue Cite(Cite cite) => MapValue.With(("number", cite.Number), ("anchor", cite.Anchor), ("href", $"{linkBase}#{cite.Anchor}"));

        private static ListValue Each<T>(ImmutableArray<T> items, Func<T, TemplateValue> map) => new(new MappedItems<T>(items, map));
    }
}
