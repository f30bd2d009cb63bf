using System.Collections.Immutable;
using System.Text.Json;
using Digest.Days;
using Digest.Rendering.Model;
using Digest.Rendering.Phrasing;

namespace Digest.Rendering.Outputs;

/// <summary>
/// The edition for machines: every claim, event, statement and passage with its span. docs/digest.schema.json describes it;
/// a field is added with a new minor version, and none is removed or given another meaning without a new major one.
/// </summary>
public static class DigestJson
{
    public const string Version = "1.0";

    /// <summary>Of an edition that lists names. Only where an enricher is set up are there any, and nobody else's digests need change.</summary>
    public const string VersionWithNames = "1.1";

    public static ReadOnlyMemory<byte> Write(DigestModel model) => JsonBytes.Of(json => new Writer(json).Digest(model));

    private sealed class Writer(Utf8JsonWriter json)
    {
        public void Digest(DigestModel model)
        {
            var (edition, publication) = (model.Edition, model.Edition.Publication);
            json.WriteStartObject();
            json.WriteString("schemaVersion", edition.Day.Names is null ? Version : VersionWithNames);
            json.WriteString("publication", DisplayText.Line(publication.Name));
            json.WriteString("date", Date(edition.Day.Date));
            json.WriteNumber("edition", edition.Number);
            json.WriteString("kind", edition.Kind.ToString().ToLowerInvariant());
            json.WriteString("published", Dates.Rfc3339(edition.PublishedAt));
            json.WriteString("url", publication.DayUrl(edition.Day.Date));
            json.WriteString("editionUrl", publication.EditionUrl(edition.Day.Date, edition.Number));
            json.WriteString("headline", model.Headline);
            json.WriteString("automation", model.AutomationLine);
            json.WriteString("notice", model.Notice is { } notice ? $"{notice.Label}: {string.Join(" ", notice.Lines.Select(line => line.Words))}" : null);
            json.WriteString("absence", model.AbsenceNote);
            Each("keyPoints", model.KeyPoints, Line);
            Each("stories", [.. model.Stories.Zip(edition.Day.Stories)], pair => Story(pair.First, pair.Second));
            Each("sources", model.Sources, Source);
            if (edition.Day.Names is { } names)
                Names(names);
            json.WriteEndObject();
        }

        private void Names(NameIndex names)
        {
            json.WriteStartObject("names");
            json.WriteNumber("articles", names.Articles);
            json.WriteNumber("partial", names.Partial);
            json.WriteNumber("away", names.Away);
            Each("entries", names.Entries, entry =>
            {
                json.WriteStartObject();
                json.WriteString("kind", entry.Kind.ToString().ToLowerInvariant());
                json.WriteString("name", DisplayText.Line(entry.Name));
                json.WriteBoolean("byRules", entry.ByRules);
                json.WriteBoolean("byService", entry.ByService);
                Each("sources", entry.SourceNumbers, number => json.WriteNumberValue(number));
                json.WriteEndObject();
            });
            json.WriteEndObject();
        }

        private void Story(StorySection section, Story story)
        {
            json.WriteStartObject();
            json.WriteString("id", section.Id);
            json.WriteString("headline", section.Headline);
            if (section.Continues is not { } earlier)
            {
                json.WriteNull("continues");
            }
            else
            {
                json.WriteStartObject("continues");
                json.WriteString("date", Date(earlier.Date));
                json.WriteString("story", earlier.StoryId);
                json.WriteString("headline", earlier.Headline);
                json.WriteString("url", earlier.Url);
                json.WriteEndObject();
            }

            Each("events", story.Events, happening => Event(happening, section.Events.FirstOrDefault(e => e.Id == happening.Id)));
            Each("statements", [.. section.Reactions.SelectMany(group => group.Speakers).SelectMany(speaker => speaker.Statements)], Statement);
            Each("noStatementFrom", story.NoStatementFrom, name => json.WriteStringValue(DisplayText.Line(name)));
            Each("escalation", story.Escalation, sign =>
            {
                json.WriteStartObject();
                json.WriteString("rule", sign.Rule);
                json.WriteString("text", DisplayText.Line(sign.Text));
                Each("citations", sign.Citations, Citation);
                json.WriteEndObject();
            });
            Each("background", story.Background, item =>
            {
                json.WriteStartObject();
                json.WriteString("text", DisplayText.Line(item.Text));
                Each("citations", item.Citations, Citation);
                json.WriteEndObject();
            });
            Each("notKnown", section.NotKnown, line => json.WriteStringValue(line.Words));
            json.WriteEndObject();
        }

        private void Event(Event happening, EventSection? section)
        {
            json.WriteStartObject();
            json.WriteString("id", happening.Id);
            json.WriteString("letter", section?.Letter);
            json.WriteString("label", DisplayText.Line(happening.Label));
            json.WriteString("type", Spaced(happening.Type.ToString()));
            json.WriteString("actor", Text(happening.Actor));
            json.WriteString("target", Text(happening.Target));
            json.WriteString("place", Text(happening.Place));
            json.WriteString("date", happening.Date is { } date ? Date(date) : null);
            json.WriteString("datePrecision", happening.DatePrecision.ToString().ToLowerInvariant());
            if (happening.LastDate is { } lastDate)
                json.WriteString("lastDate", Date(lastDate));
            Each("reportedBy", happening.ReportedBy, name => json.WriteStringValue(DisplayText.Line(name)));
            json.WriteBoolean("claimedByActor", happening.IsClaimedByActor);
            Each("measures", section?.Measures ?? [], measure =>
            {
                json.WriteStartObject();
                json.WriteString("effect", FigureText.Effect(measure.Effect));
                json.WriteString("range", measure.Range);
                json.WriteString("status", measure.Status);
                json.WriteEndObject();
            });
            Each("claims", section?.Claims ?? [], Claim);
            Each("notes", section?.Notes ?? [], line => json.WriteStringValue(line.Words));
            Each("citations", happening.Reports, Citation);
            json.WriteEndObject();
        }

        private void Claim(ClaimRow row)
        {
            var claim = row.Claim;
            json.WriteStartObject();
            json.WriteString("id", claim.Id);
            json.WriteString("effect", FigureText.Effect(claim));
            Number("min", claim.Count.Min);
            Number("max", claim.Count.Max);
            json.WriteString("vague", Text(claim.Vague));
            json.WriteString("figure", row.Figure);
            json.WriteString("victims", Text(claim.Victims));
            json.WriteString("claimant", claim.Claimant is null ? null : row.SaidBy);
            json.WriteString("relation", row.Relation);
            json.WriteString("status", claim.Status.ToString().ToLowerInvariant());
            json.WriteString("deniedBy", Text(claim.DeniedBy));
            json.WriteBoolean("cumulative", claim.IsCumulative);
            json.WriteBoolean("partial", claim.IsPartial);
            Each("citations", claim.Citations, Citation);
            json.WriteEndObject();
        }

        private void Statement(StatementEntry entry)
        {
            var reaction = entry.Reaction;
            json.WriteStartObject();
            json.WriteString("id", reaction.Id);
            json.WriteString("speaker", ClaimantText.InTable(reaction.Speaker));
            json.WriteString("role", Text(reaction.Role));
            json.WriteString("speakerKind", Spaced(reaction.SpeakerKind.ToString()));
            json.WriteString("stance", StanceText.Name(reaction.Stance));
            Each("wordings", reaction.Wordings, wording =>
            {
                json.WriteStartObject();
                json.WriteString("words", DisplayText.Line(wording.Words));
                json.WriteString("form", wording.Form.ToString().ToLowerInvariant());
                json.WriteBoolean("verbatim", wording.IsVerbatim);
                Each("citations", wording.Citations, Citation);
                json.WriteEndObject();
            });
            json.WriteEndObject();
        }

        private void Source(SourceEntry entry)
        {
            var source = entry.Source;
            json.WriteStartObject();
            json.WriteNumber("number", source.Number);
            json.WriteString("articleId", source.ArticleId);
            json.WriteString("name", DisplayText.Line(source.Name));
            json.WriteString("title", Text(source.Title));
            json.WriteString("byline", Text(source.Byline));
            json.WriteString("outlet", Text(source.Outlet));
            json.WriteString("url", entry.Url);
            json.WriteString("date", source.Date is { } date ? Date(date) : null);
            json.WriteString("dateBasis", source.DateBasis.ToString().ToLowerInvariant());
            Each("agencies", source.Agencies, agency => json.WriteStringValue(DisplayText.Line(agency)));
            json.WriteNumber("line", source.Line);
            json.WriteEndObject();
        }

        private void Citation(Citation citation)
        {
            json.WriteStartObject();
            json.WriteNumber("source", citation.SourceNumber);
            json.WriteString("articleId", citation.Provenance.ArticleId);
            json.WriteNumber("start", citation.Provenance.Span.Start);
            json.WriteNumber("end", citation.Provenance.Span.End);
            json.WriteString("evidence", DisplayText.Block(citation.Provenance.Evidence));
            json.WriteEndObject();
        }

        private void Line(Line line)
        {
            json.WriteStartObject();
            json.WriteString("text", line.Words);
            Each("sources", [.. line.Cites.Select(cite => cite.Number).Distinct().Order()], number => json.WriteNumberValue(number));
            json.WriteEndObject();
        }

        private void Number(string name, int? value)
        {
            if (value is { } number)
                json.WriteNumber(name, number);
            else
                json.WriteNull(name);
        }

        private void Each<T>(string name, ImmutableArray<T> items, Action<T> write)
        {
            json.WriteStartArray(name);
            foreach (var item in items)
                write(item);
            json.WriteEndArray();
        }

        private static string? Text(string? text) => text is null ? null : DisplayText.Line(text);

        private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        /// <summary>"AirStrike" as "air strike".</summary>
        private static string Spaced(string name) => !name.AsSpan(1).ContainsAnyInRange('A', 'Z') ? name.ToLowerInvariant() : string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString()));
    }
}
