using Digest.Text;

namespace Digest.Facts;

/// <summary>Which nouns for attacks tell the same as the clause they stand in, and what that clause adds to a noun.</summary>
internal static class EventScope
{
    /// <summary>The noun phrases that a clause's own event is told by: its subject and object, the agent, and what "in" and "with" add.</summary>
    internal static IEnumerable<int> NounsOf(Sentence sentence, Clause clause)
    {
        if (clause.Subject is { } subject)
            yield return subject.First;
        if (clause.Object is { } obj)
            yield return obj.First;
        var next = sentence.BehindModifiers(clause.VerbChunk + 1);
        if (sentence.IsNoun(next))
            yield return next;
        foreach (var modifier in clause.Modifiers)
        {
            if (modifier.Preposition is "with" or "by" or "for" || (clause.IsPassive && modifier.Preposition is "in" && !clause.IsHarm()))
                yield return modifier.Object.First;
        }
    }

    /// <summary>A noun's event with what its clause says: whom it killed, who claimed it, when and where that was.</summary>
    internal static EventDraft InClause(Document document, Settings settings, EventDraft draft)
    {
        var sentence = draft.Sentence;
        foreach (var clause in sentence.Clauses)
        {
            if (Relation(sentence, clause, draft.Anchor) is not { } role)
                continue;
            draft = draft with { Clause = draft.Clause ?? clause };
            if (role == Role.Harming)
                draft = draft with { IsHarmful = true };
            if (role == Role.Harming && Harmed(clause) is { } harmed && draft.Target is null && !draft.IsDefinite && (HarmedTargets.AreTarget(sentence, harmed) || (clause.Lemma is "destroy" or "damage" or "flatten" or "level" or "demolish" && !clause.IsPassive)))
            {
                draft = draft with
                {
                    Target = ActorReader.Phrase(sentence, harmed, document.Text),
                    TargetChunk = harmed,
                };
            }

            if (role == Role.Claimed && clause.Subject is { } claimant && !clause.IsPassive && draft.Actor is null)
                draft = draft with { Actor = ActorReader.Phrase(sentence, claimant.First, document.Text), IsClaimedByActor = true, First = Math.Min(draft.First, clause.Verb.First) };
            if (role == Role.DoneBy && Agent(clause) is { } agent)
            {
                var weapon = EventWords.WeaponOf(sentence.Head(agent)) is not null;
                draft = weapon ? draft with { Means = ActorReader.Phrase(sentence, agent, document.Text), IsDefinite = false, Type = EventWords.WeaponOf(sentence.Head(agent))!.Type }
                    : draft with { Actor = draft.Actor ?? ActorReader.Phrase(sentence, agent, document.Text), IsClaimedByActor = clause.Lemma == "claim" };
                draft = draft with { End = Math.Max(draft.End, sentence.Chunks[agent].End) };
            }

            if (role is Role.Happening or Role.Harming && draft.Setting.Place is null && settings.Of(sentence, clause) is { Place: { } } there)
                draft = draft with { Setting = draft.Setting with { Place = there.Place, PlaceSpan = there.PlaceSpan } };
            if (role == Role.Happening && clause.Verb.First >= draft.First && settings.Of(sentence, clause) is var happened)
                draft = draft with { End = Math.Max(draft.End, clause.Verb.End), IsDefinite = draft.IsDefinite && happened.Place is null };
            // "The attacks began on 17 October": since then there have been more.
            if (role == Role.Happening && clause.Lemma is "begin" or "start" && clause.Kind == ClauseKind.Main && sentence.Head(draft.Anchor).Pos == PartOfSpeech.PluralNoun && settings.Of(sentence, clause) is { Date: { } began, DateSpan: { } said, IsBackground: true })
                draft = draft with { Setting = draft.Setting with { Date = null, LastDate = null, DatePrecision = DatePrecision.None, DateSpan = said, Since = began, IsBackground = true } };
            if (draft.Setting.DateSpan is null && settings.Of(sentence, clause) is { DateSpan: { } } when)
                draft = draft with { Setting = draft.Setting with { Date = when.Date, LastDate = when.LastDate, DatePrecision = when.DatePrecision, DateSpan = when.DateSpan, Since = when.Since, IsBackground = when.IsBackground } };
        }

        return draft;
    }

    private enum Role
    {
        None,
        Harming,
        Claimed,
        DoneBy,
        Happening,
    }

    private static Role? Relation(Sentence sentence, Clause clause, int noun)
    {
        bool Is(int chunk) => sentence.Innermost(chunk) == noun;
        var isSubject = clause.Subject is { } subject && subject.Conjuncts.Any(Is);
        if (isSubject && clause.IsPassive && Agent(clause) is not null && clause.Lemma is "claim" or "carry" or "conduct" or "stage" or "launch" or "perpetrate" or "make")
            return Role.DoneBy;
        if (isSubject && clause.Lemma is "happen" or "occur" or "take" or "begin" or "start" or "erupt" or "break")
            return Role.Happening;
        if (isSubject)
            return clause.IsHarm() && !clause.IsPassive ? Role.Harming : Role.None;
        if (clause.Modifiers.Any(m => m.Preposition is "in" or "by" or "from" or "during" && m.Object.Conjuncts.Any(Is)))
            return clause.IsHarm() ? Role.Harming : Role.None;
        if (clause.Object is { } obj && sentence.Head(obj.First).Lower == "responsibility" && clause.Lemma is "claim" or "take" or "accept" && clause.Modifiers.Any(m => m.Preposition == "for" && m.Object.Conjuncts.Any(Is)))
            return Role.Claimed;
        if (clause.Object is { } claimed && clause.Lemma == "claim" && claimed.Conjuncts.Any(Is))
            return Role.Claimed;
        return clause.Object is { } o && o.Conjuncts.Any(Is) ? Role.None : null;
    }

    private static int? Harmed(Clause clause) =>
        clause.Lemma is "die" ? clause.Subject?.First : clause.IsPassive ? clause.Subject?.First : clause.Lemma is "leave" or "claim" or "cost" ? null : clause.Object?.First;

    private static int? Agent(Clause clause)
    {
        foreach (var modifier in clause.Modifiers)
        {
            if (modifier.Preposition == "by")
                return modifier.Object.First;
        }

        return null;
    }
}
