using Digest.Text;

namespace Digest.Facts;

/// <summary>Reads attacks that a verb tells: "US jets bombed three sites", "US forces were attacked by missiles", "a car bomb tore through a market".</summary>
internal sealed class VerbEvents(Document document, Settings settings)
{
    private readonly DraftWriter writer = new(document);
    private readonly Launches launches = new(document, new(document));
    private readonly Explosions explosions = new(document, new(document));

    /// <summary>The attack that a clause tells; null where it tells none. Nouns for attacks among its subject and object (<paramref name="nouns"/>) are taken into it.</summary>
    internal EventDraft? Of(Sentence sentence, Clause clause, Func<int, EventDraft?> nouns)
    {
        if (EventWords.Verb(clause.Lemma) is not { } verb || !Reality.Happened(sentence, clause))
            return null;
        var read = Read(sentence, clause, verb, nouns);
        if (read is null)
            return null;
        var setting = settings.Of(sentence, clause);
        // "the groups attacking US forces" tells of no attack in particular.
        if (clause.Kind == ClauseKind.Participial && !clause.SharesSubject && setting.Place is null && setting.DateSpan is null && verb.Sense == VerbSense.Attack)
            return null;
        return read with { Setting = setting, Clause = clause };
    }

    private EventDraft? Read(Sentence sentence, Clause clause, EventVerb verb, Func<int, EventDraft?> nouns)
    {
        var subject = clause.Subject?.First ?? -1;
        var obj = clause.Object?.First ?? -1;
        // "two bombs slammed into a depot" looks like "two men shot in a depot", but bombs do and do not suffer.
        if (clause.IsPassive && !clause.Verb.IsPassive && sentence.WeaponAt(subject) is not null && clause.ObjectOf("into", "through") >= 0)
            clause = clause with { IsPassive = false };
        var (doer, victim) = clause.IsPassive ? (sentence.AgentOf(clause), subject) : (subject, obj);
        if (victim < 0 && !clause.IsPassive)
            victim = sentence.SharedObject(clause);
        // "have been targeted in more than 150 attacks"
        var noun = doer >= 0 ? nouns(doer) : clause.IsPassive && clause.ObjectOf("in") is >= 0 and var within ? nouns(within) : null;
        var weapon = doer >= 0 ? sentence.WeaponAt(doer) : null;
        var draft = new EventDraft(sentence, clause.VerbChunk, verb.Type)
        {
            First = clause.Verb.First,
            End = clause.Verb.End,
        };
        return verb.Sense switch
        {
            // "the judges assassinated that year", "slaughtered sheep" count the dead or describe them.
            VerbSense.Attack when clause is { Kind: ClauseKind.Reduced, Lemma: "assassinate" } => null,
            VerbSense.Attack when clause.Lemma is "shoot" => Shooting(draft, clause, doer, victim),
            VerbSense.Attack => Attack(draft, clause, doer, victim, weapon, noun),
            VerbSense.Raid => Raid(draft, clause, doer, victim, weapon, noun),
            VerbSense.Hit => Hit(draft, clause, doer, victim, weapon, noun, nouns),
            VerbSense.Answer => weapon is { Kind: WeaponKind.Aircraft or WeaponKind.Drone } && !clause.IsPassive ? writer.Complete(draft, clause, doer, VictimBehind(sentence, clause), weapon, noun) with { IsAnswer = true } : null,
            VerbSense.Ram => explosions.Ramming(draft, clause, subject, obj),
            VerbSense.Launch => launches.Of(draft, clause, subject, nouns),
            VerbSense.Explode => explosions.Of(draft, clause, subject),
            VerbSense.Clash => Clash(draft, clause, subject),
            VerbSense.Exchange => obj >= 0 && sentence.Head(obj).Lower is "fire" or "gunfire" or "shots" ? Clash(draft, clause, subject) : null,
            VerbSense.Set => Arson(draft, clause, subject, obj),
            VerbSense.Harm => Harm(draft, clause, doer, victim, weapon, noun),
            VerbSense.Fall => Fall(draft, clause, subject, weapon, noun, nouns),
            _ => null,
        };
    }

    private EventDraft? Attack(EventDraft draft, Clause clause, int doer, int victim, Weapon? weapon, EventDraft? noun)
    {
        var sentence = draft.Sentence;
        // What a state bombs it bombs from the air.
        if (clause.Lemma is "bomb" && doer >= 0 && (IsState(sentence, doer) || IsAirForce(sentence, doer) || sentence.Head(doer).Lower is "regime" or "military"))
            draft = draft with { Type = EventType.AirStrike };
        else if (victim < 0 && !clause.IsPassive)
            victim = clause.ObjectOf("on", "at");
        return victim < 0 || sentence.IsAbstract(victim) ? null : writer.Complete(draft, clause, doer, victim, weapon, noun);
    }

    // "Troops raided the town": by those who fight, on somewhere that people live or serve. A raid on a home or an office is a search.
    private EventDraft? Raid(EventDraft draft, Clause clause, int doer, int victim, Weapon? weapon, EventDraft? noun)
    {
        var sentence = draft.Sentence;
        if (victim < 0 || doer < 0)
            return null;
        return weapon is { Kind: WeaponKind.Aircraft or WeaponKind.Drone } || (Fighters.Are(sentence, doer) && IsSomewhere(sentence, victim)) ? writer.Complete(draft, clause, doer, victim, weapon, noun) : null;
    }

    private static bool IsSomewhere(Sentence sentence, int chunk) =>
        PlaceWords.Noun(sentence.Head(chunk)) is PlaceNoun.Area or PlaceNoun.Relative || sentence.Head(chunk).Lower is "base" or "camp" or "post" or "outpost" or "checkpoint" or "prison" or "jail" or "barracks" or "market" or "convoy" or "hospital" or "monastery" or "farm" or "farms" or "mine" or "station"
        || new PlacePhrases(sentence).Naming(chunk) is { Grade: PlaceGrade.Named };

    private EventDraft? Hit(EventDraft draft, Clause clause, int doer, int victim, Weapon? weapon, EventDraft? noun, Func<int, EventDraft?> nouns)
    {
        var sentence = draft.Sentence;
        if (victim < 0 && !clause.IsPassive)
            victim = clause.ObjectOf("into", "through", "on", "at", "near");
        if (victim < 0 || sentence.IsAbstract(victim) || clause.IsPassive && nouns(victim) is not null)
            return null;
        if (weapon is null && noun is null)
        {
            var armed = doer >= 0 && (ActorReader.IsArmed(sentence, doer) || sentence.IsPronoun(doer));
            var with = sentence.WeaponBeside(clause);
            if (!armed && with < 0 && !(clause.IsPassive && (clause.Verb.IsPassive || sentence.IsHeadline) && doer < 0 && settings.Of(sentence, clause).Place is not null && clause.Lemma is "hit" or "strike" or "target"))
                return null;
            if (!armed && doer >= 0 && with < 0)
                return null;
        }

        // "the strikes destroyed", "a strike rocked": a bare noun with such a verb adds its object only for the verbs of aim.
        return writer.Complete(draft, clause, doer, victim, weapon, noun);
    }

    // "set houses on fire", "set fire to the market", "set the clinic ablaze"
    private EventDraft? Arson(EventDraft draft, Clause clause, int subject, int obj)
    {
        var sentence = draft.Sentence;
        if (clause.IsPassive || subject < 0 || obj < 0 || !(Fighters.Are(sentence, subject) || sentence.IsPronoun(subject)))
            return null;
        var burnt = sentence.Head(obj).Lower is "fire" ? clause.ObjectOf("to") : clause.ObjectOf("on") is >= 0 and var on && sentence.Head(on).Lower is "fire" || sentence.Word(obj + 1) is "ablaze" or "alight" or "afire" ? obj : -1;
        return burnt < 0 ? null : writer.Complete(draft, clause, subject, burnt, null, null);
    }

    private EventDraft? Harm(EventDraft draft, Clause clause, int doer, int victim, Weapon? weapon, EventDraft? noun)
    {
        var sentence = draft.Sentence;
        // "…, killing four" belongs to what the verb before tells
        if (clause.SharesSubject || clause.Kind == ClauseKind.Participial || doer < 0 || noun is not null)
            return null;
        if (weapon is null)
            return IsKilling(sentence, clause, doer) ? writer.Complete(draft, clause, doer, CombatantOrNone(sentence, clause, victim), null, null) : null;
        return weapon is { Kind: not WeaponKind.Aircraft } && !IsPersonNoun(sentence, doer, weapon) ? writer.Complete(draft, clause, doer, CombatantOrNone(sentence, clause, victim), weapon, noun) : null;
    }

    // "Gunmen killed 32 people in a village in Borno": whoever fights and kills somewhere has attacked. What they killed over months, or said of a death told before ("the attackers killed three"), tells of none; "killed in an attack by gunmen" is told by its noun.
    private bool IsKilling(Sentence sentence, Clause clause, int doer) =>
        !clause.Modifiers.Any(m => EventWords.Noun(sentence.Head(m.Object.First)) is not null) && clause.Lemma is "kill" or "wound" or "injure" or "massacre" or "murder" or "slaughter" or "hack" or "behead" && Fighters.Are(sentence, doer) && clause.Verb.Modal is null
        && settings.Of(sentence, clause) is { Since: null } setting && (setting is { PlaceSpan: not null, IsPlaceCarried: false } || (sentence.IsHeadline && !clause.IsPassive))
        && sentence.Tokens[sentence.Chunks[doer].First].Lower is not ("the" or "these" or "those" or "his" or "its" or "their" or "her");

    private EventDraft? Fall(EventDraft draft, Clause clause, int subject, Weapon? weapon, EventDraft? noun, Func<int, EventDraft?> nouns)
    {
        var sentence = draft.Sentence;
        // "had come under fire": whoever it was that fired.
        if (clause.Lemma == "come" && weapon is null && subject >= 0 && clause.ObjectOf("under") is >= 0 and var under && sentence.Head(under).Lower is "fire" or "shellfire" or "shelling" or "bombardment" && nouns(under) is null)
            return writer.Complete(draft, clause, -1, subject, null, null);
        if (weapon is not { Kind: WeaponKind.Projectile or WeaponKind.Explosive or WeaponKind.Drone } || clause.IsPassive || (clause.Lemma == "come" && clause.ObjectOf("through") < 0) || IsOrdinal(sentence, subject, clause))
            return null;
        return writer.Complete(draft, clause, subject, clause.ObjectOf("on", "onto", "into", "at") is >= 0 and var on && !sentence.Chunks[on].IsTime ? on : -1, weapon, noun);
    }

    // "responded, killing three militants": whom the participle behind the verb names.
    private static int VictimBehind(Sentence sentence, Clause clause) =>
        sentence.Clauses.FirstOrDefault(c => c.VerbChunk > clause.VerbChunk && c.Kind == ClauseKind.Participial && EventWords.Verb(c.Lemma) is { Sense: VerbSense.Harm })?.Object?.First ?? -1;

    private EventDraft? Shooting(EventDraft draft, Clause clause, int doer, int victim)
    {
        var sentence = draft.Sentence;
        // "shot down a drone"
        if (sentence.Word(clause.VerbChunk + 1) is "down" or "off" || sentence.Tokens[clause.Verb.Head].Lemma == "down")
            return null;
        if (victim < 0)
            victim = clause.ObjectOf("at");
        // "Eleven of them were shot": some of those of whom the attack was told.
        if (victim >= 0 && sentence.IsPreposition(victim + 1, "of") && sentence.IsNoun(victim + 2) && sentence.Head(victim + 2).Lower is "them" or "whom" or "these" or "dead" or "victims")
            return null;
        if (victim < 0 || sentence.WeaponAt(victim) is not null || sentence.Head(victim).Lower is "himself" or "herself" or "themselves")
            return null;
        return writer.Complete(draft, clause, doer, victim, null, null);
    }

    private EventDraft? Clash(EventDraft draft, Clause clause, int subject)
    {
        var sentence = draft.Sentence;
        var with = clause.ObjectOf("with");
        if (subject < 0 || EventWords.Noun(sentence.Head(subject)) is not null)
            return null;
        return writer.Complete(draft with { Type = EventType.Clash }, clause, subject, with, null, null);
    }

    private static bool IsState(Sentence sentence, int chunk) =>
        ActorReader.Side(sentence.Tokens, sentence.Chunks[chunk].First, sentence.Chunks[chunk].Head + 1) is { } side && (Names.Countries.ByName(side) is not null || side.Contains("Command", StringComparison.Ordinal) || side is "coalition" or "junta");

    private static bool IsAirForce(Sentence sentence, int chunk) =>
        sentence.Head(chunk).Lower is "force" or "forces" && sentence.Chunks[chunk].Head > sentence.Chunks[chunk].First && sentence.Tokens[sentence.Chunks[chunk].Head - 1].Lower == "air";

    // "the second bomb", "the third fell": one of those told of.
    private static bool IsOrdinal(Sentence sentence, int chunk, Clause clause) => clause.Lemma == "land" && sentence.Tokens[sentence.Chunks[chunk].First].Lower is "the";

    private static bool IsPersonNoun(Sentence sentence, int chunk, Weapon weapon) => weapon.Kind == WeaponKind.Bomber && sentence.Tokens[sentence.Chunks[chunk].First].Lower is "the";

    // Who was harmed is the target only where the word says that they fight or serve.
    private static int CombatantOrNone(Sentence sentence, Clause clause, int victim) =>
        victim >= 0 && clause.Lemma is not ("claim" or "leave") && HarmedTargets.AreTarget(sentence, victim) ? victim : clause.Lemma is "destroy" or "damage" or "flatten" ? victim : -1;
}
