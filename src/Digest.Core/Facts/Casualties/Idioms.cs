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
            // "14 people lost their lives"
            case "lose" when ObjectHead() is "lives" or "life" && clause.Subject is not null:
                return (HarmEffect.Killed, clause.Subject);
            // "the army has lost nine soldiers"; "one man lost a leg" is an injury
            case "lose" when ObjectHead() is "leg" or "legs" or "arm" or "arms" or "eye" or "eyes" or "sight" or "limb" or "limbs" or "hand" or "foot" && clause.Subject is not null:
                return (HarmEffect.Wounded, clause.Subject);
            case "lose" when clause.Object is not null:
                return (HarmEffect.Killed, clause.Object);
            case "sustain" or "suffer" or "receive" when ObjectHead() is "injuries" or "injury" or "wounds" or "wound" or "burns" or "fractures" && clause.Subject is not null:
                return (HarmEffect.Wounded, clause.Subject);
            case "embrace" or "attain" when ObjectHead() is "martyrdom" && clause.Subject is not null:
                return (HarmEffect.Killed, clause.Subject);
            case "meet" when ObjectHead() is "death" or "deaths" or "end" && clause.Subject is not null:
                return (HarmEffect.Killed, clause.Subject);
            // "gunned down six farmers", "shot dead two guards", "hacked to death", "blown up"
            case "gun" or "mow" or "cut" when next?.Lower == "down":
                return Patient(clause) is { } shot ? (HarmEffect.Killed, shot) : null;
            case "shoot" or "stab" or "hack" or "beat" or "burn" or "crush" or "trample" or "torture" or "bludgeon" or "stone" or "starve" or "freeze" or "bleed" or "choke" when EndsInDeath(sentence, clause):
                return (Patient(clause) ?? clause.Subject) is { } dead ? (HarmEffect.Killed, dead) : null;
            case "wipe" when next?.Lower == "out" && clause.IsPassive && clause.Subject is not null:
                return (HarmEffect.Killed, clause.Subject);
            // "seven soldiers had fallen"; prices and shells fall too, so the faller must be a person noun (the caller checks)
            case "fall" when clause.Subject is { } fallen && PersonNouns.Is(tokens[chunks[fallen.First].Head]) && clause.Object is null && clause.Modifiers.IsEmpty && (next is null || !next.IsWord || next.Pos == PartOfSpeech.Conjunction):
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
            case "hold" when !clause.IsPassive && clause.Object is { } crew && HeadCount.Of(sentence, crew.First) is { IsNumbered: true } && PersonNouns.Is(tokens[chunks[crew.First].Head]):
                return (HarmEffect.Captured, crew);
            default:
                return null;
        }
    }

    /// <summary>Whether a verb of cause governs a noun of harm without a number: "causing injuries", "there were deaths".</summary>
    internal static bool BringsAbout(Sentence sentence, int chunk)
    {
        foreach (var clause in sentence.Clauses)
        {
            if (!Modality.IsReal(sentence, clause))
                continue;
            if (clause.Object is { } obj && obj.Conjuncts.Contains(chunk) && clause.Lemma is "cause" or "include" or "report" or "result" or "confirm" or "inflict" or "suffer" or "leave")
                return true;
            if (clause.Lemma is "result" or "lead" && clause.Modifiers.Any(m => m.Preposition is "in" or "to" && m.Object.Conjuncts.Contains(chunk)))
                return true;
        }

        return false;
    }

    /// <summary>Whether a verb tells that a body was found, moved or seen.</summary>
    internal static bool IsRecovered(Sentence sentence, int chunk) => sentence.Clauses.Any(c =>
        c.Lemma is "find" or "recover" or "receive" or "discover" or "retrieve" or "bring" or "pull" or "dump" or "identify" or "lie" or "see" or "take" or "remove" or "return" or "wash" or "arrive" or "hand" or "carry" &&
        ((c.Subject is { } s && s.Conjuncts.Contains(chunk)) || (c.Object is { } o && o.Conjuncts.Contains(chunk))));

    private static Phrase? Patient(Clause clause) => clause.IsPassive ? clause.Subject : clause.Object;

    private static bool IsHostage(Token? token) => token?.Lower is "hostage" or "captive" or "prisoner";

    private static bool IsHostageBehind(Sentence sentence, Phrase phrase)
    {
        var end = sentence.Chunks[phrase.Last].End;
        return end < sentence.Tokens.Length && IsHostage(sentence.Tokens[end]);
    }

    // "shot dead", "shot and killed" has its own verb; "hacked to death", "burned alive"
    private static bool EndsInDeath(Sentence sentence, Clause clause)
    {
        var tokens = sentence.Tokens;
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
