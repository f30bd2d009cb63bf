using Digest.Text;

namespace Digest.Facts;

/// <summary>Reads attacks whose verb only sets something going: "carried out strikes", "fired five missiles", "dropped two bombs on the village", "opened fire on".</summary>
internal sealed class Launches(Document document, DraftWriter writer)
{
    internal EventDraft? Of(EventDraft draft, Clause clause, int subject, Func<int, EventDraft?> nouns)
    {
        var sentence = draft.Sentence;
        var thing = clause.IsPassive ? subject : clause.Object is { } o ? sentence.Innermost(o.First) : -1;
        var doer = clause.IsPassive ? sentence.AgentOf(clause) : subject;
        if (thing < 0 || nouns(thing) is null)
            thing = BehindQuote(sentence, clause.VerbChunk, nouns) ?? thing;
        var noun = thing >= 0 ? nouns(thing) : null;
        var on = clause.ObjectOf("on", "onto", "at", "into", "towards", "toward", "against");
        if (noun is not null)
        {
            var done = DraftWriter.Reach(draft, thing) with
            {
                Type = noun.Type,
                First = Math.Min(draft.First, noun.First),
                End = Math.Max(draft.End, noun.End),
                Means = noun.Means,
                Count = noun.Count,
                CountIsMinimum = noun.CountIsMinimum,
                IsCounted = noun.IsCounted,
                IsSeries = noun.IsSeries,
                Target = noun.Target,
                TargetChunk = noun.TargetChunk,
                IsDefinite = noun.IsDefinite,
                IsNominal = true,
                Actor = doer < 0 ? noun.Actor : sentence.WeaponAt(doer) is null ? ActorReader.Phrase(sentence, doer, document.Text) : ActorReader.Side(sentence.Tokens, sentence.Chunks[doer].First, sentence.Chunks[doer].Head) ?? noun.Actor,
            };
            if (doer >= 0 && sentence.WeaponAt(doer) is { } platform)
                done = done with { Type = DraftWriter.TypeWith(noun.Type, platform, clause), Means = ActorReader.Phrase(sentence, doer, document.Text), IsDefinite = false };
            return done.Target is null && on >= 0 && !sentence.Chunks[on].IsTime ? writer.Aimed(done, on) : done;
        }

        var weapon = thing >= 0 ? sentence.WeaponAt(thing) : null;
        if (weapon is null)
        {
            // "his men fired on the ship", "opened fire on the bus"
            var fires = (clause.Lemma == "fire" && thing < 0) || (thing >= 0 && sentence.Head(thing).Lower == "fire");
            return fires && on >= 0 && subject >= 0 ? writer.Complete(draft with { Type = EventType.Attack }, clause, subject, on, sentence.WeaponAt(subject), null) : null;
        }

        if (clause.Lemma is not ("launch" or "fire" or "drop" or "lob" or "hurl" or "throw" or "rain" or "unleash" or "deliver") || weapon.Kind is WeaponKind.Aircraft or WeaponKind.Bomber or WeaponKind.Gun)
            return null;
        var carrier = doer >= 0 ? sentence.WeaponAt(doer) : null;
        var result = writer.Complete(draft, clause, doer, on, carrier, null) with { Means = ActorReader.Phrase(sentence, thing, document.Text), IsDefinite = false };
        result = DraftWriter.Reach(result, thing) with { Type = carrier is { Kind: WeaponKind.Aircraft } || (carrier is { Kind: WeaponKind.Drone } && weapon.Type == EventType.MissileAttack) ? EventType.AirStrike : carrier is { Kind: WeaponKind.Drone } ? EventType.DroneAttack : DraftWriter.TypeWith(EventType.Attack, weapon, clause) };
        return result;
    }

    // "conduct “necessary and proportionate” strikes"
    private static int? BehindQuote(Sentence sentence, int verb, Func<int, EventDraft?> nouns)
    {
        var k = sentence.BehindModifiers(verb + 1);
        return k > verb + 1 && sentence.IsNoun(k) && nouns(k) is not null ? k : null;
    }
}
