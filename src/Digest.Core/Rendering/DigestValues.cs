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
        ("digest", Digest(linkBase).Of(model)),
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

    private static readonly FieldTable<ChartBar> Bar = new(
        ("label", bar => bar.Label),
        ("killed", bar => bar.Killed),
        ("x", bar => bar.X),
        ("middle", bar => bar.X + (bar.Width / 2)),
        ("width", bar => bar.Width),
        ("y", bar => bar.Y),
        ("low", bar => bar.Low),
        ("range", bar => bar.Range),
        ("range_y", bar => bar.Y - bar.Range));

    private static readonly FieldTable<ChartDay> Day = new(
        ("date", day => Date(day.Date)),
        ("articles", day => day.Articles),
        ("url", day => day.Url),
        ("x", day => day.X),
        ("middle", day => day.X + (day.Width / 2)),
        ("width", day => day.Width),
        ("bars", day => Bar.Each(day.Bars)));

    private static readonly FieldTable<DayChart> Chart = new(
        ("summary", chart => chart.Summary),
        ("scale", chart => chart.Scale),
        ("width", _ => DayChart.Width),
        ("height", _ => DayChart.Height),
        ("days", chart => Day.Each(chart.Days)));

    private static readonly FieldTable<ExcerptPart> Part = new(
        ("text", part => DisplayText.Block(part.Text)), ("anchors", part => Texts(part.Anchors)), ("is_evidence", part => part.IsEvidence));

    private static readonly FieldTable<Excerpt> Excerpt = new(
        ("cut_before", excerpt => excerpt.CutBefore), ("cut_after", excerpt => excerpt.CutAfter), ("parts", excerpt => Part.Each(excerpt.Parts)));

    private static readonly FieldTable<SourceEntry> Source = new(
        ("number", source => source.Source.Number),
        ("title", source => source.Title),
        ("details", source => source.Details),
        ("notes", source => Texts(source.Notes)),
        ("url", source => source.Url),
        ("excerpts", source => Excerpt.Each(source.Excerpts)));

    private static readonly FieldTable<MeasureSummary> Measure = new(
        ("label", measure => measure.Label), ("range", measure => measure.Range), ("status", measure => measure.Status));

    private static readonly FieldTable<ContinuesFrom> Continues = new(
        ("day", earlier => earlier.Day), ("headline", earlier => earlier.Headline), ("since", earlier => earlier.Since), ("url", earlier => earlier.Url));

    private static readonly FieldTable<HistoryEntry> History = new(("number", entry => entry.Number), ("text", entry => entry.Text), ("url", entry => entry.Url));

    /// <summary>The digest and all in it that links to passages.</summary>
    private static FieldTable<DigestModel> Digest(string linkBase)
    {
        var cite = new FieldTable<Cite>(("number", cite => cite.Number), ("anchor", cite => cite.Anchor), ("href", cite => $"{linkBase}#{cite.Anchor}"));
        var run = new FieldTable<Run>(("text", run => run.Text), ("is_quote", run => run.Voice == Voice.Quoted), ("cites", run => cite.Each(run.Cites)));
        var line = new FieldTable<Line>(("text", line => line.Text), ("words", line => line.Words), ("runs", line => run.Each(line.Runs)));
        var notice = new FieldTable<Notice>(
            ("kind", notice => Name(notice.Kind)), ("label", notice => notice.Label), ("lines", notice => line.Each(notice.Lines)));
        var claim = new FieldTable<ClaimRow>(
            ("figure", row => row.Figure),
            ("who", row => row.Who),
            ("said_by", row => row.SaidBy),
            ("is_attributed", row => row.Claim.Claimant is not null),
            ("relation", row => row.Relation),
            ("carried_by", row => row.CarriedBy),
            ("cites", row => cite.Each(row.Cites)),
            ("remarks", row => Texts(row.Remarks)));
        var happening = new FieldTable<EventSection>(
            ("letter", happening => happening.Letter),
            ("label", happening => happening.Label),
            ("measures", happening => Measure.Each(happening.Measures)),
            ("claims", happening => claim.Each(happening.Claims)),
            ("notes", happening => line.Each(happening.Notes)),
            ("reports", happening => cite.Each(happening.Reports)));
        var statement = new FieldTable<StatementEntry>(
            ("stance", statement => statement.Stance), ("text", statement => line.Of(statement.Wordings[0])), ("variants", statement => line.Each(statement.Wordings[1..])));
        var speaker = new FieldTable<SpeakerEntry>(
            ("name", speaker => speaker.Speaker), ("role", speaker => speaker.Role), ("statements", speaker => statement.Each(speaker.Statements)));
        var group = new FieldTable<SpeakerGroup>(("title", group => group.Title), ("speakers", group => speaker.Each(group.Speakers)));
        var story = new FieldTable<StorySection>(
            ("anchor", story => story.Anchor),
            ("headline", story => story.Headline),
            ("continues", story => Continues.OrNull(story.Continues)),
            ("events", story => happening.Each(story.Events)),
            ("escalation", story => line.Each(story.Escalation)),
            ("reactions", story => group.Each(story.Reactions)),
            ("no_statement", story => line.OrNull(story.NoStatement)),
            ("not_known", story => line.Each(story.NotKnown)),
            ("background", story => line.Each(story.Background)));
        return new(
            ("headline", model => model.Headline),
            ("edition_line", model => model.EditionLine),
            ("automation_line", model => model.AutomationLine),
            ("preheader", model => model.Preheader),
            ("date", model => Date(model.Edition.Day.Date)),
            ("published", model => new DateValue(model.Edition.PublishedAt.UtcDateTime)),
            ("edition", model => model.Edition.Number),
            ("kind", model => Name(model.Edition.Kind)),
            ("is_withdrawn", model => model.Edition.Kind == EditionKind.Withdrawn),
            ("url", model => DayUrl(model)),
            ("edition_url", model => model.Edition.Publication.EditionUrl(model.Edition.Day.Date, model.Edition.Number)),
            ("json_url", model => DayUrl(model) + ".json"),
            ("ninjs_url", model => DayUrl(model) + ".ninjs.json"),
            ("text_url", model => DayUrl(model) + ".txt"),
            ("rss_url", model => model.Edition.Publication.BaseUrl + "/feeds/rss.xml"),
            ("atom_url", model => model.Edition.Publication.BaseUrl + "/feeds/atom.xml"),
            ("notice", model => notice.OrNull(model.Notice)),
            ("key_points", model => line.Each(model.KeyPoints)),
            ("stories", model => story.Each(model.Stories)),
            ("absence_note", model => model.AbsenceNote),
            ("comparison", model => line.Of(model.Comparison)),
            ("chart", model => Chart.OrNull(model.Chart)),
            ("sources", model => Source.Each(model.Sources)),
            ("method", model => line.Each(model.Method)),
            ("history", model => History.Each(model.History)));
    }

    private static string DayUrl(DigestModel model) => model.Edition.Publication.DayUrl(model.Edition.Day.Date);

    private static DateValue Date(DateOnly date) => new(date.ToDateTime(default, DateTimeKind.Utc));

    private static string Name(EditionKind kind) => kind.ToString().ToLowerInvariant();

    private static ListValue Texts(ImmutableArray<string> texts) => MappedItems<string>.List(texts, TemplateValue.Of);
}
