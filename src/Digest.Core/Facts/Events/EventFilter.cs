using Digest.Text;

namespace Digest.Facts;

/// <summary>What makes an account an event of its own, and not a bare word pointing back to one.</summary>
internal static class EventFilter
{
    internal static bool IsToldHere(Document document, EventDraft draft)
    {
        var sentence = draft.Sentence;
        if (IsSummedUp(draft))
            return false;
        if (!draft.IsNominal)
            return true;
        if (!Reality.IsTold(sentence, draft.First))
            return false;
        if (sentence.Clauses.FirstOrDefault(c => c == draft.Clause) is { } clause && clause.Kind is ClauseKind.Main or ClauseKind.Complement && clause.Verb.Modal is "will" or "would" or "could" or "should" or "shall")
            return false;
        if (IsInQuotes(sentence, draft))
            return false;
        if (draft.IsClaimedByActor)
            return !draft.IsDefinite || draft.Count is not null || draft.Target is not null;
        if (sentence.IsHeadline && !IsHeadOfHeadline(sentence, draft))
            return false;
        var ownPlace = draft.Setting is { Place: not null, IsPlaceCarried: false };
        var weak = EventWords.Noun(sentence.Head(draft.Anchor)) is { Sense: NounSense.Weak };
        if (weak && draft.Target is null && draft.Means is null && draft.Setting.Since is null && !(ownPlace && !IsPlaceBefore(draft)) && !draft.IsHarmful)
            return false;
        if (draft.IsDefinite && draft.Count is not null && draft.Target is null && !ownPlace)
            return false;
        if (draft.Count is not null || (draft.IsCounted && (draft.Target is not null || draft.Actor is not null)))
            return !IsInResponse(sentence, draft) || draft.Count is not null || draft.Target is not null;
        if (IsSuperlative(sentence, draft))
            return false;
        var isPlural = sentence.Head(draft.Anchor).Pos == PartOfSpeech.PluralNoun;
        if (draft.IsDefinite)
            return draft.Target is not null || (ownPlace && !IsPlaceBefore(draft)) || (draft.Means is not null && IsTimed(sentence, draft)) || draft.Setting.Since is not null;
        // "attacks by armed groups went against the national interest": no attack in particular
        if (isPlural && draft.Type == EventType.Attack && draft.Setting.Since is null && (IsInResponse(sentence, draft) || draft.Means is null && !ownPlace))
            return false;
        // "after previous US strikes": plural and only an actor
        if (isPlural && draft.Target is null && !ownPlace && draft.Means is null && draft.Setting.DateSpan is null && !draft.IsHarmful)
            return false;
        if (draft.IsHarmful)
            return true;
        return draft.Actor is not null || draft.Target is not null || draft.Means is not null || ownPlace || draft.Setting.DateSpan is not null || draft.Type == EventType.Clash;
    }

    // "have carried out a number of air strikes against the groups": how things have been, and no attack in particular.
    private static bool IsSummedUp(EventDraft draft) =>
        draft is { Clause: { } clause, Count: null, Setting: { Place: null, Date: null, Since: null } or { Place: null, IsDateInferred: true } } && !draft.Sentence.IsHeadline
        && draft.Sentence.Tokens[clause.Verb.First].Lower is "has" or "have" && (draft.IsCounted || draft.IsSeries);

    // In somebody's mouth a noun for an attack is opinion as often as report; verbs are read.
    private static bool IsInQuotes(Sentence sentence, EventDraft draft)
    {
        var depth = 0;
        var anchor = sentence.Chunks[draft.Anchor].First;
        var opened = -1;
        for (var i = 0; i < anchor; i++)
        {
            if (sentence.Tokens[i].Pos == PartOfSpeech.OpenQuote)
                (depth, opened) = (1, i);
            else if (sentence.Tokens[i].Pos == PartOfSpeech.CloseQuote)
                depth = 0;
        }

        // The mark may close a quotation that opened a sentence before.
        if (depth == 0)
        {
            for (var i = anchor; i < sentence.Tokens.Length; i++)
            {
                if (sentence.Tokens[i].Pos == PartOfSpeech.OpenQuote)
                    return false;
                if (sentence.Tokens[i].Pos == PartOfSpeech.CloseQuote)
                    return true;
            }

            return false;
        }

        return opened < draft.First;
    }

    // A headline tells an attack where the attack is its subject or killed somebody in it; "Iraq condemns strikes" tells of a condemnation.
    private static bool IsHeadOfHeadline(Sentence sentence, EventDraft draft)
    {
        if (draft.Clause is null)
            return draft.First <= 2 && sentence.Clauses.Length > 0 || draft.Target is not null;
        var clause = draft.Clause;
        if (clause.Subject is { } subject && subject.First <= draft.Anchor && draft.Anchor < clause.VerbChunk)
            return true;
        return clause.Modifiers.Any(m => m.Object.First == draft.Anchor && m.Preposition is "in" or "by") || EventWords.Verb(clause.Lemma) is { Sense: VerbSense.Harm };
    }

    // "in response to attacks on its forces"
    private static bool IsInResponse(Sentence sentence, EventDraft draft)
    {
        for (var i = draft.First - 1; i >= Math.Max(0, draft.First - 4); i--)
        {
            if (sentence.Tokens[i].Lower is "response" or "responses" or "retaliation" or "reprisal" or "following" or "after" or "against" or "revenge" or "behind" or "linked")
                return true;
        }

        return false;
    }

    // "in one of the deadliest attacks this year" ranks an attack already told.
    private static bool IsSuperlative(Sentence sentence, EventDraft draft)
    {
        for (var i = Math.Max(0, draft.First - 3); i < sentence.Chunks[draft.Anchor].Head; i++)
        {
            var lower = sentence.Tokens[i].Lower;
            if (lower is "worst" or "deadliest" or "biggest" or "largest" or "heaviest" or "bloodiest" or "fiercest" or "latest" or "most")
                return true;
        }

        return false;
    }

    // "Monday's missile attack" is known by its day.
    private static bool IsTimed(Sentence sentence, EventDraft draft)
    {
        for (var i = draft.First; i < sentence.Chunks[draft.Anchor].Head; i++)
        {
            if (Lexicon.TimeNouns.Contains(sentence.Tokens[i].Lower))
                return true;
        }

        return false;
    }

    // "the Bannu attack": the name before the noun only points back.
    private static bool IsPlaceBefore(EventDraft draft) =>
        draft.Setting.PlaceSpan is { } place && place.Start < draft.Sentence.Tokens[draft.Sentence.Chunks[draft.Anchor].Head].Span.Start;
}
