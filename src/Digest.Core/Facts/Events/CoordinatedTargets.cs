using Digest.Text;

namespace Digest.Facts;

/// <summary>Parts the attacks that one clause tells on targets in several places ("hit a car in Tebnine and a motorcycle in Jwaya"): one for each target with a place of its own.</summary>
internal static class CoordinatedTargets
{
    internal static IEnumerable<EventDraft> Split(Document document, Settings settings, EventDraft draft)
    {
        var targets = Targets(settings, draft);
        if (targets.Count < 2)
            return [draft];
        return targets.Select((target, i) => i == 0 ? draft with { Setting = At(draft.Setting, target.Setting) } : Further(document, draft, target.Chunk, target.Setting));
    }

    private static List<(int Chunk, Setting Setting)> Targets(Settings settings, EventDraft draft)
    {
        var told = new List<(int Chunk, Setting Setting)>();
        // "Russian shelling killed three people in Sumy and two in Nikopol": a noun's targets are its own, and whom it harmed is told where they were.
        if (draft.Clause is not { } clause || (draft.IsNominal && (!draft.IsHarmful || draft.Target is not null)) || (clause.IsPassive ? clause.Subject : clause.Object) is not { Conjuncts: { Length: > 1 } conjuncts })
            return told;
        foreach (var chunk in conjuncts)
        {
            if (settings.OfNoun(draft.Sentence, chunk) is { PlaceSpan: { } place } setting && place.Start >= draft.Sentence.Tokens[draft.Sentence.Chunks[chunk].End - 1].Span.End && told.TrueForAll(t => t.Setting.PlaceSpan != place))
                told.Add((chunk, setting));
        }

        return told;
    }

    private static EventDraft Further(Document document, EventDraft draft, int chunk, Setting setting)
    {
        var sentence = draft.Sentence;
        var np = sentence.Chunks[chunk];
        var end = np.End;
        while (end < sentence.Tokens.Length && sentence.Tokens[end].Span.Start < setting.PlaceSpan!.Value.End)
            end++;
        return draft with
        {
            First = np.First,
            End = end,
            Target = draft.Target is null ? null : ActorReader.Phrase(sentence, chunk, document.Text),
            TargetChunk = draft.Target is null ? -1 : chunk,
            Setting = At(draft.Setting, setting),
        };
    }

    private static Setting At(Setting setting, Setting there) => setting with { Place = there.Place, PlaceSpan = there.PlaceSpan, IsPlaceCarried = there.IsPlaceCarried };
}
