using Digest.Text;

namespace Digest.Facts;

/// <summary>Reads attacks that a verb tells: "US jets bombed three sites", "US forces were attacked by missiles", "a car bomb tore through a market".</summary>
internal sealed class VerbEvents(Document document, Settings settings)
{
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
        if (clause.IsPassive && !clause.Verb.IsPassive && Weapon(sentence, subject) is not null && ObjectOf(clause, "into", "through") >= 0)
            clause = clause with { IsPassive = false };
        var agent = clause.IsPassive ? AgentOf(sentence, clause) : -1;
        var (doer, victim) = clause.IsPassive ? (agent, subject) : (subject, obj);
        if (victim < 0 && !clause.IsPassive)
            victim = SharedObject(sentence, clause);
        // "have been targeted in more than 150 attacks"
        var noun = doer >= 0 ? nouns(doer) : clause.IsPassive && ObjectOf(clause, "in") is >= 0 and var within ? nouns(within) : null;
        var weapon = doer >= 0 ? Weapon(sentence, doer) : null;
        var draft = new EventDraft(sentence, clause.VerbChunk, verb.Type)
        {
            First = clause.Verb.First,
            End = clause.Verb.End,
        };
        switch (verb.Sense)
        {
            case VerbSense.Attack when clause.Lemma is "shoot":
                return Shooting(draft, clause, doer, victim);
            // What a state bombs it bombs from the air.
            case VerbSense.Attack when clause.Lemma is "bomb" && doer >= 0 && (IsState(sentence, doer) || IsAirForce(sentence, doer)):
                return victim < 0 || IsAbstract(sentence, victim) ? null : Complete(draft with { Type = EventType.AirStrike }, clause, doer, victim, weapon, noun);
            case VerbSense.Attack:
                if (victim < 0 && !clause.IsPassive)
                    victim = ObjectOf(clause, "on", "at");
                return victim < 0 || IsAbstract(sentence, victim) ? null : Complete(draft, clause, doer, victim, weapon, noun);
            case VerbSense.Weak:
                return victim >= 0 && weapon is { Kind: WeaponKind.Aircraft or WeaponKind.Drone } ? Complete(draft, clause, doer, victim, weapon, noun) : null;
            case VerbSense.Hit:
                if (victim < 0 && !clause.IsPassive)
                    victim = ObjectOf(clause, "into", "through", "on", "at", "near");
                if (victim < 0 || IsAbstract(sentence, victim) || clause.IsPassive && nouns(victim) is not null)
                    return null;
                if (weapon is null && noun is null)
                {
                    var armed = doer >= 0 && (ActorReader.IsArmed(sentence, doer) || IsPronoun(sentence, doer));
                    var with = WithWeapon(sentence, clause);
                    if (!armed && with < 0 && !(clause.IsPassive && (clause.Verb.IsPassive || sentence.IsHeadline) && doer < 0 && settings.Of(sentence, clause).Place is not null && clause.Lemma is "hit" or "strike" or "target"))
                        return null;
                    if (!armed && doer >= 0 && with < 0)
                        return null;
                }

                // "the strikes destroyed", "a strike rocked": a bare noun with such a verb adds its object only for the verbs of aim.
                return Complete(draft, clause, doer, victim, weapon, noun);
            case VerbSense.Answer:
                return weapon is { Kind: WeaponKind.Aircraft or WeaponKind.Drone } && !clause.IsPassive ? Complete(draft, clause, doer, VictimBehind(sentence, clause), weapon, noun) with { IsAnswer = true } : null;
            case VerbSense.Ram:
                return Ramming(draft, clause, subject, obj);
            case VerbSense.Launch:
                return Launch(draft, clause, subject, nouns);
            case VerbSense.Explode:
                return Explosion(draft, clause, subject);
            case VerbSense.Clash:
                return Clash(draft, clause, subject);
            case VerbSense.Exchange:
                return obj >= 0 && sentence.Head(obj).Lower is "fire" or "gunfire" or "shots" ? Clash(draft, clause, subject) : null;
            case VerbSense.Harm:
                if (clause.SharesSubject || clause.Kind == ClauseKind.Participial)
                    return null; // "…, killing four" belongs to what the verb before tells
                return weapon is { Kind: not WeaponKind.Aircraft } && doer >= 0 && noun is null && !IsPersonNoun(sentence, doer, weapon) ? Complete(draft, clause, doer, CombatantOrNone(sentence, clause, victim), weapon, noun) with { IsNominal = false } : null;
            // "had come under fire": whoever it was that fired.
            case VerbSense.Fall when clause.Lemma == "come" && weapon is null && subject >= 0 && ObjectOf(clause, "under") is >= 0 and var under && sentence.Head(under).Lower is "fire" or "shellfire" or "shelling" or "bombardment" && nouns(under) is null:
                return Complete(draft, clause, -1, subject, null, null);
            case VerbSense.Fall:
                return weapon is { Kind: WeaponKind.Projectile or WeaponKind.Explosive or WeaponKind.Drone } && !clause.IsPassive && (clause.Lemma != "come" || ObjectOf(clause, "through") >= 0) && !IsOrdinal(sentence, doer, clause) ? Complete(draft, clause, doer, ObjectOf(clause, "on", "onto", "into", "at") is >= 0 and var on && !sentence.Chunks[on].IsTime ? on : -1, weapon, noun) : null;
            default:
                return null;
        }
    }

    // "responded, killing three militants": whom the participle behind the verb names.
    private static int VictimBehind(Sentence sentence, Clause clause) =>
        sentence.Clauses.FirstOrDefault(c => c.VerbChunk > clause.VerbChunk && c.Kind == ClauseKind.Participial && EventWords.Verb(c.Lemma) is { Sense: VerbSense.Harm })?.Object?.First ?? -1;

    private EventDraft Complete(EventDraft draft, Clause clause, int doer, int victim, Weapon? weapon, EventDraft? noun)
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

        var with = WithWeapon(sentence, clause);
        if (weapon is null && with >= 0)
        {
            var used = Weapon(sentence, with)!;
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

    private static EventType TypeWith(EventType type, Weapon weapon, Clause clause) =>
        weapon.Kind == WeaponKind.Aircraft && weapon.Type == EventType.AirStrike ? EventType.AirStrike
        : clause.Lemma == "drop" && weapon.Type == EventType.Bombing ? EventType.AirStrike
        : clause.Lemma == "ambush" || type == EventType.AirStrike ? type
        : weapon.Type;

    private EventDraft? Shooting(EventDraft draft, Clause clause, int doer, int victim)
    {
        var sentence = draft.Sentence;
        // "shot down a drone"
        if (sentence.Word(clause.VerbChunk + 1) is "down" or "off" || sentence.Tokens[clause.Verb.Head].Lemma == "down")
            return null;
        if (victim < 0)
            victim = ObjectOf(clause, "at");
        if (victim < 0 || Weapon(sentence, victim) is not null || sentence.Head(victim).Lower is "himself" or "herself" or "themselves")
            return null;
        return Complete(draft, clause, doer, victim, null, null);
    }

    private EventDraft? Ramming(EventDraft draft, Clause clause, int subject, int obj)
    {
        var sentence = draft.Sentence;
        var target = ObjectOf(clause, "into");
        var explosive = clause.Object is not null && sentence.Tokens[sentence.Chunks[obj].First..sentence.Chunks[obj].End].Any(t => t.Lower.Contains("explosive", StringComparison.Ordinal) || t.Lower is "bomb");
        var bomber = subject >= 0 && Weapon(sentence, subject) is { Kind: WeaponKind.Bomber };
        // "Two unmanned boats rammed the ship"
        if (!explosive && !bomber && obj >= 0 && subject >= 0 && Weapon(sentence, subject) is { Kind: WeaponKind.Drone } boat)
            return Complete(draft, clause, subject, obj, boat, null);
        if (!explosive && !bomber)
            return null;
        if (target < 0)
            target = explosive ? -1 : obj;
        return Complete(draft, clause, subject, target, subject >= 0 ? Weapon(sentence, subject) : null, null) with { Actor = null, Type = EventType.Bombing };
    }

    // "carried out strikes", "fired five missiles", "dropped two bombs on the village", "opened fire on"
    private EventDraft? Launch(EventDraft draft, Clause clause, int subject, Func<int, EventDraft?> nouns)
    {
        var sentence = draft.Sentence;
        var thing = clause.IsPassive ? subject : clause.Object is { } o ? Innermost(sentence, o.First) : -1;
        var doer = clause.IsPassive ? AgentOf(sentence, clause) : subject;
        if (thing < 0 || nouns(thing) is null)
            thing = BehindQuote(sentence, clause.VerbChunk, nouns) ?? thing;
        var noun = thing >= 0 ? nouns(thing) : null;
        var on = ObjectOf(clause, "on", "onto", "at", "into", "towards", "toward", "against");
        if (noun is not null)
        {
            var done = Reach(draft, thing) with
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
                Actor = doer < 0 ? noun.Actor : Weapon(sentence, doer) is null ? ActorReader.Phrase(sentence, doer, document.Text) : ActorReader.Side(sentence.Tokens, sentence.Chunks[doer].First, sentence.Chunks[doer].Head) ?? noun.Actor,
            };
            if (doer >= 0 && Weapon(sentence, doer) is { } platform)
                done = done with { Type = TypeWith(noun.Type, platform, clause), Means = ActorReader.Phrase(sentence, doer, document.Text), IsDefinite = false };
            return done.Target is null && on >= 0 && !sentence.Chunks[on].IsTime ? Aimed(done, on) : done;
        }

        var weapon = thing >= 0 ? Weapon(sentence, thing) : null;
        if (weapon is null)
        {
            // "his men fired on the ship", "opened fire on the bus"
            var fires = (clause.Lemma == "fire" && thing < 0) || (thing >= 0 && sentence.Head(thing).Lower == "fire");
            return fires && on >= 0 && subject >= 0 ? Complete(draft with { Type = EventType.Attack }, clause, subject, on, Weapon(sentence, subject), null) : null;
        }

        if (clause.Lemma is not ("launch" or "fire" or "drop" or "lob" or "hurl" or "throw" or "rain" or "unleash" or "deliver") || weapon.Kind is WeaponKind.Aircraft or WeaponKind.Bomber or WeaponKind.Gun)
            return null;
        var carrier = doer >= 0 ? Weapon(sentence, doer) : null;
        var result = Complete(draft, clause, doer, on, carrier, null) with { Means = ActorReader.Phrase(sentence, thing, document.Text), IsDefinite = false };
        result = Reach(result, thing) with { Type = carrier is { Kind: WeaponKind.Aircraft } || (carrier is { Kind: WeaponKind.Drone } && weapon.Type == EventType.MissileAttack) ? EventType.AirStrike : carrier is { Kind: WeaponKind.Drone } ? EventType.DroneAttack : TypeWith(EventType.Attack, weapon, clause) };
        return result;
    }

    // "a bomb went off", "a car packed with explosives blew up", "a bomber blew himself up", "detonated his vest"
    private EventDraft? Explosion(EventDraft draft, Clause clause, int subject)
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
        var weapon = Weapon(sentence, thing) ?? Weapon(sentence, subject);
        var loaded = weapon is null && HasExplosives(sentence, subject, clause.VerbChunk);
        if (weapon is not { Kind: WeaponKind.Explosive or WeaponKind.Bomber or WeaponKind.Drone or WeaponKind.Projectile } && !loaded)
            return null;
        var target = ObjectOf(clause, "near", "outside", "beside");
        if (target >= 0 && PlaceWords.Noun(sentence.Head(target)) is PlaceNoun.Area or PlaceNoun.Relative)
            target = -1;
        var result = Complete(draft, clause, -1, target, null, null);
        return Reach(result, subject) with { Type = weapon is { Kind: WeaponKind.Drone or WeaponKind.Projectile } ? weapon.Type : EventType.Bombing, Means = ActorReader.Phrase(sentence, thing, document.Text), Actor = null };
    }

    private EventDraft? Clash(EventDraft draft, Clause clause, int subject)
    {
        var sentence = draft.Sentence;
        var with = ObjectOf(clause, "with");
        if (subject < 0 || EventWords.Noun(sentence.Head(subject)) is not null)
            return null;
        return Complete(draft with { Type = EventType.Clash }, clause, subject, with, null, null);
    }

    // "targeted and destroyed a depot": both have the object.
    private static int SharedObject(Sentence sentence, Clause clause)
    {
        if (sentence.Kind(clause.VerbChunk + 1) != ChunkKind.Conjunction || sentence.Kind(clause.VerbChunk + 2) != ChunkKind.VerbGroup)
            return -1;
        return sentence.Clauses.FirstOrDefault(c => c.VerbChunk == clause.VerbChunk + 2)?.Object?.First ?? -1;
    }

    // "conduct “necessary and proportionate” strikes"
    private static int? BehindQuote(Sentence sentence, int verb, Func<int, EventDraft?> nouns)
    {
        var k = BehindModifiers(sentence, verb + 1);
        return k > verb + 1 && sentence.IsNoun(k) && nouns(k) is not null ? k : null;
    }

    /// <summary>
    /// Past what only says what a noun is like. "“limited and lawful” strikes": words in marks right before a noun do, whatever they look like alone.
    /// </summary>
    internal static int BehindModifiers(Sentence sentence, int chunk)
    {
        const int LongestMarked = 8;
        while (sentence.Kind(chunk) is ChunkKind.OpenQuote or ChunkKind.CloseQuote or ChunkKind.Adjective or ChunkKind.Conjunction or ChunkKind.Adverb or ChunkKind.Other)
        {
            var close = sentence.Kind(chunk) == ChunkKind.OpenQuote ? Enumerable.Range(chunk + 1, LongestMarked).FirstOrDefault(k => sentence.Kind(k) == ChunkKind.CloseQuote, -1) : -1;
            chunk = close >= 0 && sentence.IsNoun(close + 1) ? close + 1 : chunk + 1;
        }

        return chunk;
    }

    private EventDraft Aimed(EventDraft draft, int chunk) =>
        Reach(draft with { Target = ActorReader.Phrase(draft.Sentence, chunk, document.Text), TargetChunk = chunk }, chunk);

    private static EventDraft Reach(EventDraft draft, int chunk)
    {
        var np = draft.Sentence.Chunks[chunk];
        return draft with { First = Math.Min(draft.First, np.First), End = Math.Max(draft.End, np.End) };
    }

    private static Weapon? Weapon(Sentence sentence, int chunk)
    {
        if (!sentence.IsNoun(chunk))
            return null;
        var inner = Innermost(sentence, chunk);
        var np = sentence.Chunks[inner];
        if (EventWords.WeaponOf(sentence.Tokens[np.Head]) is not null)
            return EventWords.WeaponIn(sentence.Tokens, np.First, np.Head + 1);
        if (EventWords.WeaponOf(sentence.Tokens, np.First, np.Head) is { } boat)
            return boat;
        // "the other two" of drones told of before is left to the pronouns
        return null;
    }

    // "a barrage of ballistic missiles": the noun that is counted.
    internal static int Innermost(Sentence sentence, int chunk)
    {
        if (!sentence.IsNoun(chunk))
            return chunk;
        var head = sentence.Head(chunk);
        return (EventWords.Quantities.Contains(head.Lower) || EventWords.Quantities.Contains(head.Lemma) || head.Lower is "one" or "two" or "three") && sentence.IsPreposition(chunk + 1, "of") && sentence.IsNoun(chunk + 2)
            ? Innermost(sentence, chunk + 2)
            : chunk;
    }

    private static int AgentOf(Sentence sentence, Clause clause)
    {
        foreach (var modifier in clause.Modifiers)
        {
            if (modifier.Preposition == "by" && !sentence.Chunks[modifier.Object.First].IsTime)
                return Innermost(sentence, modifier.Object.First);
        }

        return -1;
    }

    private static int WithWeapon(Sentence sentence, Clause clause)
    {
        foreach (var modifier in clause.Modifiers)
        {
            if (modifier.Preposition is "with" or "by" or "using" or "from" && Weapon(sentence, modifier.Object.First) is not null)
                return Innermost(sentence, modifier.Object.First);
        }

        return -1;
    }

    private static int ObjectOf(Clause clause, params ReadOnlySpan<string> prepositions)
    {
        foreach (var modifier in clause.Modifiers)
        {
            foreach (var preposition in prepositions)
            {
                if (modifier.Preposition == preposition)
                    return modifier.Object.First;
            }
        }

        return -1;
    }

    private static bool IsState(Sentence sentence, int chunk) =>
        ActorReader.Side(sentence.Tokens, sentence.Chunks[chunk].First, sentence.Chunks[chunk].Head + 1) is { } side && (Names.Countries.ByName(side) is not null || side.Contains("Command", StringComparison.Ordinal) || side is "coalition" or "junta");

    private static bool IsAirForce(Sentence sentence, int chunk) =>
        sentence.Head(chunk).Lower is "force" or "forces" && sentence.Chunks[chunk].Head > sentence.Chunks[chunk].First && sentence.Tokens[sentence.Chunks[chunk].Head - 1].Lower == "air";

    // "attacked the plan", "hit exports": nothing that stands or lives.
    private static bool IsAbstract(Sentence sentence, int chunk) => sentence.Chunks[chunk].IsTime || sentence.Head(chunk).Lower is "policy" or "policies" or "decision" or "plan" or "plans" or "bill" or "idea" or "remarks" or "statement" or "economy"
        or "exports" or "prices" or "stocks" or "markets" or "deal" or "record" or "low" or "high" or "it" or "headlines" or "tone" or "balance" or "chord" or "out" or "back" or "proposal" or "government" or "inflation" or "corruption" or "what" or "where";

    private static bool IsPronoun(Sentence sentence, int chunk) => sentence.Head(chunk).Lower is "it" or "they" or "he" or "she";

    // "the second bomb", "the third fell": one of those told of.
    private static bool IsOrdinal(Sentence sentence, int chunk, Clause clause) => clause.Lemma == "land" && sentence.Tokens[sentence.Chunks[chunk].First].Lower is "the";

    private static bool IsPersonNoun(Sentence sentence, int chunk, Weapon weapon) => weapon.Kind == WeaponKind.Bomber && sentence.Tokens[sentence.Chunks[chunk].First].Lower is "the";

    // Who was harmed is the target only where the word says that they fight or serve.
    private static int CombatantOrNone(Sentence sentence, Clause clause, int victim) =>
        victim >= 0 && clause.Lemma is not ("claim" or "leave") && HarmedTargets.AreTarget(sentence, victim) ? victim : clause.Lemma is "destroy" or "damage" or "flatten" ? victim : -1;

    private static bool HasExplosives(Sentence sentence, int subject, int verb)
    {
        if (subject < 0)
            return false;
        for (var i = sentence.Chunks[subject].First; i < sentence.Chunks[verb].First; i++)
        {
            if (sentence.Tokens[i].Lower is var lower && (lower.StartsWith("explosive", StringComparison.Ordinal) || lower is "bomb" or "bombs" or "booby-trapped" or "bomb-laden" or "dynamite" || lower.StartsWith("booby", StringComparison.Ordinal)))
                return true;
        }

        return false;
    }
}
