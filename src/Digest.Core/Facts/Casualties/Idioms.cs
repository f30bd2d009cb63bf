using Digest.Text;

namespace Digest.Facts;

/// <summary>Ways of telling of harm in which the verb alone says nothing: "claimed 12 lives", "lost nine soldiers", "left 21 people dead", "sustained injuries".</summary>
internal static class Idioms
{
    /// <summary>The effect and the harmed of a clause built on such an idiom, or null.</summary>
    internal static (HarmEffect Effect, Phrase Harmed)? Read(Sentence sentence, Clause clause)
    {
        var tokens = sentence.Tokens;
        var chunks = sentence.Chunks;
        string? ObjectHead() => clause.Object is { } o ? tokens[chunks[o.First].Head].Lower : null;
        PrepositionalPhrase? Of() => clause.Modifiers.FirstOrDefault(m => m.Preposition == "of");
        var next = clause.Verb.End < tokens.Length ? tokens[clause.Verb.End] : null;

        switch (clause.Lemma)
        {
            // "claimed the lives of 12 civilians", "cost the life of six volunteers", "claimed 12 lives"
            case "claim" or "cost" or "take" when ObjectHead() is "lives" or "life":
                return (HarmEffect.Killed, Of() is { } of ? of.Object : clause.Object!);
            // "cost eleven passengers their lives"
            case "claim" or "cost" when clause.Object is { } robbed && robbed.Last + 1 < chunks.Length && chunks[robbed.Last + 1].Kind == ChunkKind.NounPhrase && tokens[chunks[robbed.Last + 1].Head].Lower is "lives" or "life":
                return (HarmEffect.Killed, robbed);
            // "two policemen paid the supreme price", "passed away"
            case "pay" or "make" when ObjectHead() is "price" or "sacrifice" && clause.Subject is not null && tokens[chunks[clause.Object!.First].First..chunks[clause.Object.First].End].Any(t => t.Lower is "supreme" or "ultimate" or "highest"):
                return (HarmEffect.Killed, clause.Subject);
            case "pass" when next?.Lower == "away" && clause.Subject is not null && !(clause.Verb.End + 1 < tokens.Length && tokens[clause.Verb.End + 1].Lower == "from"):
                return (HarmEffect.Killed, clause.Subject);
            // "14 people lost their lives", "laid down their lives"; "79 lives were lost"
            case "lose" or "lay" or "give" or "sacrifice" when ObjectHead() is "lives" or "life" && clause.Subject is not null && tokens[chunks[clause.Object!.First].First].Pos == PartOfSpeech.PossessivePronoun:
                return (HarmEffect.Killed, clause.Subject);
            case "lose" when clause.IsPassive && clause.Subject is { } lives && tokens[chunks[lives.First].Head].Lower is "lives" or "life":
                return (HarmEffect.Killed, lives);
            // "breathed his last", "rose to heaven"
            case "breathe" or "breath" when clause.Verb.End + 1 < tokens.Length && tokens[clause.Verb.End].Pos == PartOfSpeech.PossessivePronoun && tokens[clause.Verb.End + 1].Lower == "last" && clause.Subject is not null:
                return (HarmEffect.Killed, clause.Subject);
            case "rise" or "ascend" when clause.Subject is { } risen && clause.Modifiers.Any(m => m.Preposition == "to" && tokens[chunks[m.Object.First].Head].Lower is "heaven" or "paradise") && Harmed.IsPersonWord(tokens[chunks[risen.First].Head]):
                return (HarmEffect.Killed, risen);
            // "the army has lost nine soldiers"; "one man lost a leg" is an injury
            case "lose" when ObjectHead() is "leg" or "legs" or "arm" or "arms" or "eye" or "eyes" or "sight" or "limb" or "limbs" or "hand" or "foot" or "finger" or "fingers" or "toe" or "toes" or "hearing" && clause.Subject is not null:
                return (HarmEffect.Wounded, clause.Subject);
            case "lose" when clause.Object is not null:
                return (HarmEffect.Killed, clause.Object);
            case "sustain" or "suffer" or "receive" when clause.Object is { } hurt && clause.Subject is not null && IsInjury(sentence, hurt.First):
                return (HarmEffect.Wounded, clause.Subject);
            // "had both legs amputated", "his arm was amputated" counts nobody new
            case "have" when clause.Object is { } limb && IsLimb(tokens[chunks[limb.First].Head]) && clause.Subject is not null && chunks[limb.First].End < tokens.Length && tokens[chunks[limb.First].End].Lower is "amputated" or "severed" or "broken" or "torn" or "blown" or "crushed":
                return (HarmEffect.Wounded, clause.Subject);
            // "66 sought medical help", "221 people required medical assistance"
            case "seek" or "require" or "need" or "receive" when ObjectHead() is "help" or "attention" or "treatment" or "assistance" or "care" && tokens[chunks[clause.Object!.First].First..chunks[clause.Object.First].End].Any(t => t.Lower == "medical") && Counted(sentence, clause.Subject):
                return (HarmEffect.Wounded, clause.Subject!);
            // "seven others were admitted to the hospital", "11 were taken to hospital"
            case "admit" or "take" or "rush" when clause.IsPassive && clause.Modifiers.Any(m => m.Preposition == "to" && tokens[chunks[m.Object.First].Head].Lower is "hospital" or "hospitals" or "clinic") && Counted(sentence, clause.Subject):
                return (HarmEffect.Wounded, clause.Subject!);
            // "sixteen civilians were flown to Pokhara with injuries"
            case "take" or "fly" or "airlift" or "evacuate" or "rush" or "bring" or "carry" or "ferry" or "transfer" when clause.IsPassive && clause.Modifiers.Any(m => m.Preposition == "with" && IsInjury(sentence, m.Object.Last)) && Counted(sentence, clause.Subject):
                return (HarmEffect.Wounded, clause.Subject!);
            // "were hit by stray bullets", "was struck by shrapnel"
            case "hit" or "strike" or "graze" when clause.IsPassive && Counted(sentence, clause.Subject) && clause.Modifiers.Any(m => m.Preposition == "by" && tokens[chunks[m.Object.First].Head].Lower is "bullet" or "bullets" or "shrapnel" or "gunfire" or "splinters"):
                return (HarmEffect.Wounded, clause.Subject!);
            // "was hit in the leg", "was shot in the chest"
            case "hit" or "strike" or "shoot" or "graze" when clause.IsPassive && Counted(sentence, clause.Subject) && clause.Modifiers.Any(m => m.Preposition == "in" && IsBodyPart(tokens[chunks[m.Object.First].Head].Lower)):
                return (HarmEffect.Wounded, clause.Subject!);
            // "blown up", "blown to pieces": people, not bridges
            case "blow" when next?.Lower is "up" or "apart" && Patient(clause) is { } blown && PersonNouns.Is(tokens[chunks[blown.First].Head]):
                return (HarmEffect.Killed, blown);
            case "blow" when next?.Lower == "to" && clause.Verb.End + 1 < tokens.Length && tokens[clause.Verb.End + 1].Lower is "pieces" or "bits" && (clause.Subject ?? clause.Object) is { } torn:
                return (HarmEffect.Killed, torn);
            case "embrace" or "attain" when ObjectHead() is "martyrdom" && clause.Subject is not null:
                return (HarmEffect.Killed, clause.Subject);
            case "meet" when ObjectHead() is "death" or "deaths" or "end" && clause.Subject is not null:
                return (HarmEffect.Killed, clause.Subject);
            // "gunned down six farmers", "shot dead two guards", "hacked to death", "blown up"
            case "gun" or "mow" or "cut" when next?.Lower == "down":
                return Patient(clause) is { } shot ? (HarmEffect.Killed, shot) : null;
            case "shoot" or "stab" or "hack" or "beat" or "burn" or "crush" or "trample" or "torture" or "bludgeon" or "stone" or "starve" or "freeze" or "bleed" or "choke" or "suffocate" or "club" or "strangle" when EndsInDeath(sentence, clause):
                return (BehindDeath(sentence, clause) ?? Patient(clause) ?? (clause.Lemma is "burn" or "starve" or "freeze" or "bleed" or "choke" or "suffocate" ? clause.Subject : null)) is { } dead ? (HarmEffect.Killed, dead) : null;
            // "15 villagers were shot"; whoever is shot dead is read above
            case "shoot" when clause.IsPassive && Counted(sentence, clause.Subject) && next?.Lower is not ("down" or "at") && !(next?.Lower is "and" && clause.Verb.End + 1 < tokens.Length && HarmLexicon.Verb(tokens[clause.Verb.End + 1].Lemma) is not null):
                return (HarmEffect.Wounded, clause.Subject!);
            // "sent 16 militants to hell", "rendered ineffective", "cut the throats of five": how communiqués and tabloids say killed
            case "send" or "dispatch" when clause.Modifiers.Any(m => m.Preposition == "to" && tokens[chunks[m.Object.First].Head].Lower is "hell" or "paradise" or "heaven" or "grave" or "graves" or "death" or "deaths") && Patient(clause) is { } sent && (IsPerson(sentence, sent) || IsCountedPart(sentence, sent)):
                return (HarmEffect.Killed, sent);
            // "had been done to death"
            case "do" when tokens[clause.Verb.Head].Lower == "done" && clause.Verb.Head > clause.Verb.First && tokens[clause.Verb.Head - 1].Lemma == "be" && IsToDeath(tokens, clause.Verb.End) && clause.Subject is { } slain && (IsPerson(sentence, slain) || IsCountedPart(sentence, slain)):
                return (HarmEffect.Killed, slain);
            case "render" when next?.Lower is "ineffective" or "harmless" && clause.IsPassive && clause.Subject is { } rendered && PersonNouns.Is(tokens[chunks[rendered.First].Head]):
                return (HarmEffect.Killed, rendered);
            case "cut" or "slit" when ObjectHead() is "throat" or "throats" && Of() is { } throats:
                return (HarmEffect.Killed, throats.Object);
            // "treated 14 for bullet wounds"
            case "treat" when !clause.IsPassive && clause.Object is { } patients && HeadCount.Of(sentence, patients.First) is { IsNumbered: true, IsDefinite: false } && clause.Modifiers.Any(m => m.Preposition == "for" && IsInjury(sentence, m.Object.Last)):
                return (HarmEffect.Wounded, patients);
            case "wipe" when next?.Lower == "out" && clause.IsPassive && clause.Subject is { } gone && (PersonNouns.Is(tokens[chunks[gone.First].Head]) || tokens[chunks[gone.First].Head].Lower is "family" or "families"):
                return (HarmEffect.Killed, gone);
            // "seven soldiers had fallen"; prices and shells fall too, so the faller must be a person noun (the caller checks)
            case "fall" when clause.Subject is { } fallen && PersonNouns.Is(tokens[chunks[fallen.First].Head]) && clause.Object is null && (FellInBattle(sentence, clause) || (clause.Modifiers.IsEmpty && (next is null || !next.IsWord || next.Pos == PartOfSpeech.Conjunction))):
                return (HarmEffect.Killed, fallen);
            // "destroying up to 60 troops"
            case "destroy" when Patient(clause) is { } destroyed && PersonNouns.Is(tokens[chunks[destroyed.First].Head]):
                return (HarmEffect.Killed, destroyed);
            case "bury" when clause.Object is { } buried && HeadCount.Of(sentence, buried.First) is { IsNumbered: true, IsDefinite: false }:
                return (HarmEffect.Killed, buried);
            case "treat" when clause.IsPassive && clause.Subject is { } treated && HeadCount.Of(sentence, treated.First) is { IsNumbered: true }:
                return (HarmEffect.Wounded, treated);
            case "take" or "hold" when Patient(clause) is { } held && (clause.Modifiers.Any(m => tokens[chunks[m.Object.First].Head].Lower is "hostage" or "captive" or "prisoner") || IsHostage(next) || IsHostageBehind(sentence, held)):
                return (HarmEffect.Captured, held);
            // "forty young men were taken away by the assailants", "five seminarians were seized"
            case "take" or "drag" or "lead" or "carry" or "march" or "whisk" or "spirit" or "herd" or "haul" when next?.Lower is "away" or "off" && !(clause.IsPassive && next.Lower == "off" && clause.Verb.End + 1 < tokens.Length && tokens[clause.Verb.End + 1].Pos is PartOfSpeech.Determiner or PartOfSpeech.PossessivePronoun) && Patient(clause) is { } led && IsPerson(sentence, led):
                return (HarmEffect.Captured, led);
            case "pick" when next?.Lower == "up" && clause.IsPassive && clause.Subject is { } picked && clause.Modifiers.Any(m => m.Preposition == "by" && PersonNouns.Is(tokens[chunks[m.Object.First].Head])) && IsPerson(sentence, picked):
                return (HarmEffect.Captured, picked);
            case "seize" when Patient(clause) is { } seized && IsPerson(sentence, seized):
                return (HarmEffect.Captured, seized);
            case "hold" when !clause.IsPassive && clause.Object is { } crew && HeadCount.Of(sentence, crew.First) is { IsNumbered: true } && PersonNouns.Is(tokens[chunks[crew.First].Head]):
                return (HarmEffect.Captured, crew);
            // "hanged to death", "dragged to death", whatever the deed; fear, work and judges do it in words only
            case not ("frighten" or "bear" or "scare" or "bore" or "work" or "sentence" or "condemn" or "put" or "love" or "worry" or "lead" or "contribute" or "go" or "come" or "be" or "have" or "do" or "say" or "amount" or "relate" or "send") when
                IsToDeath(tokens, clause.Object is { } dragged ? chunks[dragged.Last].End : clause.Verb.End) && Patient(clause) is { } done && (PersonNouns.Is(tokens[chunks[done.First].Head]) || Counted(sentence, done)):
                return (HarmEffect.Killed, done);
            default:
                return null;
        }
    }

    private static bool IsToDeath(System.Collections.Immutable.ImmutableArray<Token> tokens, int at) => at + 1 < tokens.Length && tokens[at].Lower == "to" && tokens[at + 1].Lower == "death";

    /// <summary>Whether a verb of cause governs a noun of harm without a number: "causing injuries", "there were deaths".</summary>
    internal static bool BringsAbout(Sentence sentence, int chunk)
    {
        foreach (var clause in sentence.Clauses)
        {
            if (!Modality.IsReal(sentence, clause))
                continue;
            if (clause.Object is { } obj && obj.Conjuncts.Contains(chunk) && clause.Lemma is "cause" or "include" or "report" or "result" or "confirm" or "inflict" or "suffer" or "leave")
                return true;
            if (clause.Lemma is "result" or "lead" && clause.Modifiers.Any(m => m.Preposition == (clause.Lemma == "lead" ? "to" : "in") && m.Object.Conjuncts.Contains(chunk)))
                return true;
        }

        return false;
    }

    /// <summary>Whether a verb tells that a body was found, moved or seen.</summary>
    internal static bool IsRecovered(Sentence sentence, int chunk) => sentence.Clauses.Any(c =>
        c.Lemma is "find" or "recover" or "receive" or "discover" or "retrieve" or "bring" or "pull" or "dump" or "identify" or "lie" or "see" or "take" or "remove" or "return" or "wash" or "arrive" or "hand" or "carry" or "count" or "bury" or "lower" or "unload" or "fly" &&
        ((c.Subject is { } s && s.Conjuncts.Contains(chunk)) || (c.Object is { } o && o.Conjuncts.Contains(chunk))));

    /// <summary>"bullet wounds", "serious injuries", "various degrees of injury".</summary>
    internal static bool IsInjury(Sentence sentence, int chunk)
    {
        var chunks = sentence.Chunks;
        var head = sentence.Tokens[chunks[chunk].Head].Lower;
        if (head is "degrees" or "degree" or "kinds" or "types" && chunk + 2 < chunks.Length && sentence.Tokens[chunks[chunk + 1].First].Lower == "of")
            head = sentence.Tokens[chunks[chunk + 2].Head].Lower;
        return head is "injuries" or "injury" or "wounds" or "wound" or "burns" or "fractures";
    }

    private static bool IsBodyPart(string lower) =>
        lower is "leg" or "legs" or "arm" or "arms" or "chest" or "head" or "neck" or "back" or "shoulder" or "stomach" or "abdomen" or "thigh" or "foot" or "knee" or "face" or "hand" or "hip";

    private static bool IsLimb(Token token) => token.Lower is "leg" or "legs" or "arm" or "arms" or "hand" or "hands" or "foot" or "feet" or "limb" or "limbs";

    // A phrase that counts people not told of before: "the wounded were taken to hospital" counts nobody.
    private static bool Counted(Sentence sentence, Phrase? phrase) =>
        phrase is not null && HeadCount.Of(sentence, phrase.First) is { IsNumbered: true, IsDefinite: false, IsPartOfGroup: false } count &&
        !sentence.Tokens[sentence.Chunks[phrase.First].First..sentence.Chunks[phrase.First].End].Any(t => HarmLexicon.State(t) is not null || t.Lower is "victims" or "bodies" or "body") &&
        (count.NounFirst >= count.NounEnd || Harmed.IsPeople(sentence, phrase.First, count));

    private static bool IsPerson(Sentence sentence, Phrase phrase) =>
        PersonNouns.Is(sentence.Tokens[sentence.Chunks[phrase.First].Head]) && HeadCount.Of(sentence, phrase.First) is { IsDefinite: false };

    // "two of the hoodlums", "12 of his people"
    private static bool IsCountedPart(Sentence sentence, Phrase phrase) =>
        HeadCount.Of(sentence, phrase.First) is { IsNumbered: true } count && count.NounEnd > sentence.Chunks[phrase.First].End && Harmed.IsPersonWord(sentence.Tokens[count.NounEnd - 1]);

    // "fell on the field of honour", "in battle", "in the line of duty"
    private static bool FellInBattle(Sentence sentence, Clause clause) =>
        clause.Modifiers.Any(m => m.Preposition is "in" or "on" or "at" && sentence.Tokens[sentence.Chunks[m.Object.First].Head].Lower is "field" or "battle" or "battlefield" or "combat" or "action" or "line" or "front" or "fighting" or "duty");

    // "stabbed to death six farmers", "shot dead in Karvik a court clerk": the harmed stand behind the words of death, and times and places between them.
    private static Phrase? BehindDeath(Sentence sentence, Clause clause)
    {
        if (clause.Verb.IsPassive || clause.Object is not null)
            return null;
        var (tokens, chunks) = (sentence.Tokens, sentence.Chunks);
        for (var k = clause.VerbChunk + 1; k < chunks.Length; k++)
        {
            if (chunks[k].Kind is ChunkKind.Adjective or ChunkKind.Adverb || chunks[k].IsTime || (chunks[k].Kind == ChunkKind.NounPhrase && tokens[chunks[k].Head].Lower == "death"))
                continue;
            if (chunks[k].Kind == ChunkKind.Preposition && k + 1 < chunks.Length && chunks[k + 1].Kind == ChunkKind.NounPhrase)
                k++;
            else
                return chunks[k].Kind == ChunkKind.NounPhrase && HeadCount.Of(sentence, k) is { } count && Harmed.IsPeople(sentence, k, count) ? new Phrase([k]) : null;
        }

        return null;
    }

    private static Phrase? Patient(Clause clause) => clause.IsPassive ? clause.Subject : clause.Object;

    private static bool IsHostage(Token? token) => token?.Lower is "hostage" or "captive" or "prisoner";

    private static bool IsHostageBehind(Sentence sentence, Phrase phrase)
    {
        var end = sentence.Chunks[phrase.Last].End;
        return end < sentence.Tokens.Length && IsHostage(sentence.Tokens[end]);
    }

    /// <summary>"fatally shot", "mortally wounded".</summary>
    internal static bool IsFatal(Sentence sentence, Clause clause)
    {
        for (var k = Math.Max(0, clause.Verb.First - 1); k < Math.Min(sentence.Tokens.Length, clause.Verb.End + 1); k++)
        {
            if (sentence.Tokens[k].Lower is "fatally" or "mortally")
                return true;
        }

        return false;
    }

    // "shot dead", "shot and killed" has its own verb; "hacked to death", "burned alive"
    private static bool EndsInDeath(Sentence sentence, Clause clause)
    {
        var tokens = sentence.Tokens;
        if (IsFatal(sentence, clause))
            return true;
        var from = clause.Verb.End;
        var to = Math.Min(tokens.Length, (clause.Object is { } o ? sentence.Chunks[o.Last].End : from) + 3);
        for (var k = from; k < to; k++)
        {
            if (tokens[k].Lower is "dead" && (k == from || (k > 0 && !tokens[k - 1].IsNominal | k >= to - 3)))
                return true;
            if (tokens[k].Lower == "death" && tokens[k - 1].Lower == "to")
                return true;
            if (tokens[k].Lower == "alive" && clause.Lemma == "burn")
                return true;
        }

        return false;
    }
}
