using Digest.Text;

namespace Digest.Facts;

/// <summary>Reads attacks in which something goes off or is driven into its target: "a bomb went off", "detonated his vest", "rammed a truck of explosives into the gate".</summary>
internal sealed class Explosions(Document document, DraftWriter writer)
{
    // "a bomb went off", "a car packed with explosives blew up", "a bomber blew himself up", "detonated his vest"
    internal EventDraft? Of(EventDraft draft, Clause clause, int subject)
    {
        var sentence = draft.Sentence;
        var obj = clause.Object?.First ?? -1;
        var particle = sentence.Tokens[clause.Verb.First..Math.Min(sentence.Tokens.Length, clause.Verb.End + 3)];
        if (clause.Lemma is "go" && !particle.Any(t => t.Lower == "off"))
            return null;
        if (clause.Lemma is "blow" && !particle.Any(t => t.Lower is "up") && obj < 0)
            return null;
        if (subject < 0 && !clause.IsPassive)
            return null;
        var thing = clause.Lemma is "detonate" or "explode" && obj >= 0 ? obj : subject;
        if (thing < 0)
            return null;
        var weapon = sentence.WeaponAt(thing) ?? sentence.WeaponAt(subject);
        var loaded = weapon is null && sentence.HasExplosives(subject, clause.VerbChunk);
        if (weapon is not { Kind: WeaponKind.Explosive or WeaponKind.Bomber or WeaponKind.Drone or WeaponKind.Projectile } && !loaded)
            return null;
        var target = clause.ObjectOf("near", "outside", "beside");
        if (target >= 0 && PlaceWords.Noun(sentence.Head(target)) is PlaceNoun.Area or PlaceNoun.Relative)
            target = -1;
        var result = writer.Complete(draft, clause, -1, target, null, null);
        return DraftWriter.Reach(result, subject) with { Type = weapon is { Kind: WeaponKind.Drone or WeaponKind.Projectile } ? weapon.Type : EventType.Bombing, Means = ActorReader.Phrase(sentence, thing, document.Text), Actor = null };
    }

    internal EventDraft? Ramming(EventDraft draft, Clause clause, int subject, int obj)
    {
        var sentence = draft.Sentence;
        var target = clause.ObjectOf("into");
        var explosive = clause.Object is not null && sentence.Tokens[sentence.Chunks[obj].First..sentence.Chunks[obj].End].Any(t => t.Lower.Contains("explosive", StringComparison.Ordinal) || t.Lower is "bomb");
        var bomber = subject >= 0 && sentence.WeaponAt(subject) is { Kind: WeaponKind.Bomber };
        // "Two unmanned boats rammed the ship"
        if (!explosive && !bomber && obj >= 0 && subject >= 0 && sentence.WeaponAt(subject) is { Kind: WeaponKind.Drone } boat)
            return writer.Complete(draft, clause, subject, obj, boat, null);
        if (!explosive && !bomber)
            return null;
        if (target < 0)
            target = explosive ? -1 : obj;
        return writer.Complete(draft, clause, subject, target, subject >= 0 ? sentence.WeaponAt(subject) : null, null) with { Actor = null, Type = EventType.Bombing };
    }
}
