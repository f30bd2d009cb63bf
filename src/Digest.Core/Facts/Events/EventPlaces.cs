using Digest.Names;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Where an attack was, if its clause does not say so: at what it was aimed at, or where a name in its noun phrase is.</summary>
internal static class EventPlaces
{
    // "attacked the base at Harir": what was attacked is where it was.
    internal static EventDraft Placed(Document document, Settings settings, EventDraft draft)
    {
        if (draft.Setting.Place is not null)
            return AtNamedTarget(document, draft);
        if (NamedPlace(document, settings, draft) is { } span)
            return draft with { Setting = draft.Setting with { Place = span.In(document.Text), PlaceSpan = span } };
        if (draft.TargetChunk < 0 || ActorReader.IsArmed(draft.Sentence, draft.TargetChunk))
            return draft;
        return new PlacePhrases(draft.Sentence).Naming(draft.TargetChunk) is { Grade: > PlaceGrade.Site } place
            ? draft with { Setting = draft.Setting with { Place = place.Span.In(document.Text), PlaceSpan = place.Span } }
            : BareName(document, draft) is { } name ? draft with { Setting = draft.Setting with { Place = name.In(document.Text), PlaceSpan = name } } : draft;
    }

    // "shelled the town of Mara in the Gao region", "raided Thar Gone village in the township": the town that was hit says where, closer than what it lies in.
    private static EventDraft AtNamedTarget(Document document, EventDraft draft)
    {
        if (draft.IsNominal || draft.TargetChunk < 0 || draft.Setting.PlaceSpan is not { } told || draft.Sentence.Head(draft.TargetChunk).Lower is not ("town" or "village" or "city" or "hamlet" or "camp" or "market")
            || new PlacePhrases(draft.Sentence).Naming(draft.TargetChunk) is not { Grade: PlaceGrade.Named } named || named.Span.Overlaps(told) || told.Start < named.Span.Start)
        {
            return draft;
        }

        return draft with { Setting = draft.Setting with { Place = named.Span.In(document.Text), PlaceSpan = named.Span, IsPlaceCarried = false } };
    }

    // "the attack on Gajo": one name of which nothing is known. People are given more names and a title, groups and ships an article.
    private static TextSpan? BareName(Document document, EventDraft draft)
    {
        var np = draft.Sentence.Chunks[draft.TargetChunk];
        if (!draft.IsNominal || np.End != np.First + 1 || draft.Sentence.Tokens[np.First] is not { Pos: PartOfSpeech.ProperNoun } name || name.Text.Length < 3 || !name.Text.Any(char.IsLower)
            || !draft.Sentence.IsPreposition(draft.TargetChunk - 1, "on") || PlaceNames.Of(draft.Sentence.Tokens, np.First, np.End) != PlaceName.Unknown || Lexicon.IsKnown(name.Lower) || SpeechSettings.IsSetting(name.Lower))
        {
            return null;
        }

        return document.Sentences.Any(s => s.Chunks.Any(c => c.Kind == ChunkKind.NounPhrase && c.End > c.First + 1 && s.Tokens[c.Head].Text == name.Text)) ? null : name.Span;
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
}
