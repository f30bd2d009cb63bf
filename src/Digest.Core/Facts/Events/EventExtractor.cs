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
        var story = new StoryEvents(document, settings, drafts);
        var attributions = Attributions.Of(document, statements);
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
            if (verbReader.Of(sentence, clause, k => nouns.GetValueOrDefault(VerbEvents.Innermost(sentence, k))) is not { } draft)
                continue;
            found.Add(draft);
            foreach (var k in EventScope.NounsOf(sentence, clause))
                taken.Add(VerbEvents.Innermost(sentence, k));
        }

        found.AddRange(nouns.Where(n => !taken.Contains(n.Key)).Select(n => EventScope.InClause(document, settings, n.Value)));
        return Merged(found.Where(d => EventFilter.IsToldHere(document, d)).OrderBy(d => d.First).ThenBy(d => d.End)).Select(d => Recalled.Mark(Placed(document, settings, d)));
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

    // "attacked the base at Harir": what was attacked is where it was.
    private static EventDraft Placed(Document document, Settings settings, EventDraft draft)
    {
        if (draft.Setting.Place is not null)
            return draft;
        if (NamedPlace(document, settings, draft) is { } span)
            return draft with { Setting = draft.Setting with { Place = span.In(document.Text), PlaceSpan = span } };
        if (draft.TargetChunk < 0 || ActorReader.IsArmed(draft.Sentence, draft.TargetChunk))
            return draft;
        return new PlacePhrases(draft.Sentence).Naming(draft.TargetChunk) is { Grade: > PlaceGrade.Site } place
            ? draft with { Setting = draft.Setting with { Place = place.Span.In(document.Text), PlaceSpan = place.Span } }
            : draft;
    }

    // "Tank IED blast", "attacked Bannu": a name that the article uses as a place elsewhere.
    private static TextSpan? NamedPlace(Document document, Settings settings, EventDraft draft)
    {
        const int LongestName = 4;
        foreach (var chunk in (ReadOnlySpan<int>)[draft.IsNominal ? draft.Anchor : -1, draft.TargetChunk])
        {
            if (chunk < 0)
                continue;
            var np = draft.Sentence.Chunks[chunk];
            for (var i = np.First; i < np.End; i++)
            {
                for (var n = Math.Min(LongestName, np.End - i); n > 0; n--)
                {
                    if (draft.Sentence.Tokens[i].Pos == PartOfSpeech.ProperNoun && draft.Sentence.SpanOf(i, i + n) is var span && (settings.IsPlaceOfArticle(span.In(document.Text)) || IsKnownTown(document, span)))
                        return span;
                }
            }
        }

        return null;
    }

    // "the Aribinda attack", "attacked Bannu": a town or base of the gazetteer, written as its name is. Countries and provinces are sides as often as places.
    private static bool IsKnownTown(Document document, TextSpan span) =>
        Gazetteer.Mentions(document.Text, span) is [{ Place.Kind: PlaceKind.Town or PlaceKind.Village or PlaceKind.Base or PlaceKind.Camp or PlaceKind.Airport } mention] && mention.Span.End == span.End
        && (mention.Span == span || new TextSpan(span.Start, mention.Span.Start).In(document.Text).Trim() is "Al" or "El" or "al" or "el");

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
