using System.Collections.Immutable;
using Digest.Names;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Reads the attacks, strikes and clashes that an article tells of: one for each clause that says who struck whom, where, how or how often. A bare "the strikes" adds nothing and is none;
/// wars, offensives, interceptions and abductions are none; what is threatened, denied or planned did not happen.
/// </summary>
public static class EventExtractor
{
    public static ImmutableArray<EventReport> Extract(Document document, ImmutableArray<Statement> statements)
    {
        var settings = Settings.Of(document);
        var drafts = new List<EventDraft>();
        var nounReader = new NounEvents(document, settings);
        var verbReader = new VerbEvents(document, settings);
        foreach (var sentence in document.Sentences)
            drafts.AddRange(InSentence(document, settings, sentence, nounReader, verbReader));
        var attributions = Attributions.Of(document, statements);
        var story = new StoryEvents(document, settings, attributions, drafts);
        return [.. story.Resolve().Select(d => Report(document, d, attributions))];
    }

    private static IEnumerable<EventDraft> InSentence(Document document, Settings settings, Sentence sentence, NounEvents nounReader, VerbEvents verbReader)
    {
        var nouns = new Dictionary<int, EventDraft>();
        for (var k = 0; k < sentence.Chunks.Length; k++)
        {
            if (nounReader.At(sentence, k) is { } draft)
                nouns[k] = draft;
        }

        var taken = new HashSet<int>();
        var found = new List<EventDraft>();
        foreach (var clause in sentence.Clauses)
        {
            if (verbReader.Of(sentence, clause, k => nouns.GetValueOrDefault(sentence.Innermost(k))) is not { } draft)
                continue;
            found.AddRange(CoordinatedTargets.Split(document, settings, draft));
            foreach (var k in EventScope.NounsOf(sentence, clause))
                taken.Add(sentence.Innermost(k));
        }

        found.AddRange(nouns.Where(n => !taken.Contains(n.Key)).SelectMany(n => CoordinatedTargets.Split(document, settings, EventScope.InClause(document, settings, n.Value))));
        return Merged(found.Where(d => EventFilter.IsToldHere(document, d)).OrderBy(d => d.First).ThenBy(d => d.End)).Select(d => Recalled.Mark(EventPlaces.Placed(document, settings, d)));
    }

    // "Two missiles struck a ship, …, in an attack claimed by the Houthis" is one; so is "killed and injured by explosive devices".
    private static List<EventDraft> Merged(IEnumerable<EventDraft> drafts)
    {
        var merged = new List<EventDraft>();
        foreach (var draft in drafts)
        {
            var last = merged.Count > 0 ? merged[^1] : null;
            if (last is not null && draft.IsNominal && draft.Type == EventType.Attack && draft is { Target: null, Means: null, Count: null, IsDefinite: false } && draft.First > 0 && draft.Sentence.Tokens[draft.First - 1].Lower == "in" && draft.Setting.PlaceSpan is null)
                merged[^1] = last with { Actor = last.Actor ?? draft.Actor, IsClaimedByActor = last.Actor is null && draft.IsClaimedByActor };
            else if (last is null || draft.IsNominal || last.IsNominal || draft.Means is null || draft.Means != last.Means || draft.Setting.PlaceSpan != last.Setting.PlaceSpan || draft.Clause?.Lemma == "hit")
                merged.Add(draft);
        }

        return merged;
    }

    private static EventReport Report(Document document, EventDraft draft, Attributions attributions)
    {
        var span = SpanOf(draft);
        var attribution = attributions.All(draft.Sentence.Tokens[draft.Sentence.Chunks[draft.Anchor].Head].Span).FirstOrDefault()?.Attribution;
        return new EventReport(new Provenance(document.Article.Id, span, span.In(document.Text)), draft.Type)
        {
            Actor = Owned(draft.Actor, attribution),
            Target = draft.Target,
            Means = draft.Means,
            Place = draft.Setting.Place,
            Date = draft.Setting.Date,
            LastDate = draft.Setting.LastDate,
            DatePrecision = draft.Setting.DatePrecision,
            IsDateAssumed = draft.Setting is { IsDateAssumed: true, DateSpan: null } && draft.Setting.Date == document.Article.Date,
            Count = draft.Count,
            CountIsMinimum = draft.CountIsMinimum,
            IsBackground = draft.Setting.IsBackground,
            Since = draft.Setting.Since,
            IsHeadline = draft.Sentence.IsHeadline,
            Attribution = attribution,
            IsClaimedByActor = draft.IsClaimedByActor,
            Answers = draft.Answered is { } answered ? SpanOf(answered) : null,
        };
    }

    // "It said its forces had struck": whose forces they are, whoever "it" is has said.
    private static string? Owned(string? actor, Attribution? attribution) =>
        actor is not null && attribution is { Role: null } && actor.Split(' ')[0].ToLowerInvariant() is "its" or "their" && Entities.KindOf(attribution.Speaker, null) is SpeakerKind.ArmedGroup or SpeakerKind.Government ? attribution.Speaker : actor;

    private static TextSpan SpanOf(EventDraft draft) => draft.Sentence.SpanOf(draft.First, draft.End);
}
