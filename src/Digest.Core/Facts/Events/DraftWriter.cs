using Digest.Text;

namespace Digest.Facts;

/// <summary>Fills an attack's draft from the chunks of its clause: who did it, to what, with what.</summary>
internal sealed class DraftWriter(Document document)
{
    internal EventDraft Complete(EventDraft draft, Clause clause, int doer, int victim, Weapon? weapon, EventDraft? noun)
    {
        var sentence = draft.Sentence;
        if (doer >= 0)
            draft = Reach(draft, doer);
        if (victim >= 0)
        {
            draft = Reach(draft with { Target = ActorReader.Phrase(sentence, victim, document.Text, out var end), TargetChunk = victim }, victim);
            draft = draft with { End = Math.Max(draft.End, sentence.Chunks[end - 1].End) };
        }

        if (noun is not null)
        {
            return draft with
            {
                Type = noun.Type == EventType.Attack ? draft.Type : noun.Type,
                Actor = noun.Actor,
                Means = noun.Means,
                Count = noun.Count,
                CountIsMinimum = noun.CountIsMinimum,
                IsCounted = noun.IsCounted,
                IsSeries = noun.IsSeries,
                IsDefinite = noun.IsDefinite && clause.Lemma is "hit" or "strike" or "target" or "destroy",
                Target = draft.Target ?? noun.Target,
                First = Math.Min(draft.First, noun.First),
            };
        }

        var with = sentence.WeaponBeside(clause);
        if (weapon is null && with >= 0)
        {
            var used = sentence.WeaponAt(with)!;
            draft = draft with { Type = TypeWith(draft.Type, used, clause), Means = ActorReader.Phrase(sentence, with, document.Text) };
            draft = Reach(draft, with);
        }

        if (doer < 0)
            return draft;
        if (weapon is null)
            return draft with { Actor = ActorReader.Phrase(sentence, doer, document.Text) };
        return draft with
        {
            Type = TypeWith(draft.Type, weapon, clause),
            Actor = ActorReader.Side(sentence.Tokens, sentence.Chunks[doer].First, sentence.Chunks[doer].Head) ?? OwnerOf(sentence, doer),
            Means = ActorReader.Phrase(sentence, doer, document.Text),
            IsDefinite = sentence.Tokens[sentence.Chunks[doer].First].Lower is "the",
        };
    }

    // "its aircraft", "his forces": whose they are is read where pronouns are.
    private string? OwnerOf(Sentence sentence, int chunk)
    {
        var np = sentence.Chunks[chunk];
        return sentence.Tokens[np.First].Pos == PartOfSpeech.PossessivePronoun ? sentence.Words(np.First, np.End, document.Text) : null;
    }

    internal static EventType TypeWith(EventType type, Weapon weapon, Clause clause) =>
        weapon.Kind == WeaponKind.Aircraft && weapon.Type == EventType.AirStrike ? EventType.AirStrike
        : clause.Lemma == "drop" && weapon.Type == EventType.Bombing ? EventType.AirStrike
        : clause.Lemma == "ambush" || type == EventType.AirStrike ? type
        : weapon.Type;

    internal EventDraft Aimed(EventDraft draft, int chunk) =>
        Reach(draft with { Target = ActorReader.Phrase(draft.Sentence, chunk, document.Text), TargetChunk = chunk }, chunk);

    internal static EventDraft Reach(EventDraft draft, int chunk)
    {
        var np = draft.Sentence.Chunks[chunk];
        return draft with { First = Math.Min(draft.First, np.First), End = Math.Max(draft.End, np.End) };
    }
}
