using Digest.Text;

namespace Digest.Facts;

/// <summary>Whether a clause tells of something that happened: not denied by its own words, feared, planned, conditional or to come.</summary>
internal static class Modality
{
    internal static bool IsReal(Sentence sentence, Clause clause)
    {
        var verb = clause.Verb;
        if (verb.IsNegated || IsNatural(sentence, clause))
            return false;
        // "may have died" is a report with a doubt; "would be killed", "could kill", "will kill" did not happen.
        if (verb.Modal is not null && !(verb.Modal is "may" or "might" or "must" && IsPerfect(sentence, verb)))
            return false;
        if (clause.Subject is { } subject && IsNobody(sentence, subject.First))
            return false;
        if (!clause.IsPassive && clause.Object is { } obj && IsNobody(sentence, obj.First))
            return false;
        if (clause.Kind == ClauseKind.Infinitive && !IsPerfect(sentence, verb) && !SharesPerfect(sentence, clause) && !FollowsSuccess(sentence, clause) && !IsReported(sentence, clause))
            return false;
        return clause.Opener is not ("if" or "unless" or "lest" or "without" or "whether") && !IsUnreal(sentence, verb.First);
    }

    /// <summary>Whether nature or sickness did it ("the earthquake, which killed", "died of cholera"): no attack's toll.</summary>
    internal static bool IsNatural(Sentence sentence, Clause clause) =>
        (clause.Subject is { } s && !clause.IsPassive && IsNatural(sentence, s.First)) ||
        clause.Modifiers.Any(m => m.Preposition is "by" or "in" or "of" or "from" && IsNatural(sentence, m.Object.First));

    // "an outbreak" is of illness, "an outbreak of fighting" is not.
    private static bool IsNatural(Sentence sentence, int chunk)
    {
        var of = sentence.Chunks[chunk].End;
        return IsNatural(sentence.Head(chunk)) && !(of + 1 < sentence.Tokens.Length && sentence.Tokens[of].Lower == "of" && sentence.Tokens[of + 1].Lower is "fighting" or "violence" or "clashes" or "hostilities" or "unrest" or "war" or "shooting" or "shelling");
    }

    private static bool IsNatural(Token head) => head.Lemma is "earthquake" or "quake" or "flood" or "flooding" or "cyclone" or "typhoon" or "hurricane" or "tornado" or "landslide" or "mudslide" or "tsunami" or "avalanche" or "heatwave" or "drought" or "cholera" or "malaria" or "measles" or "epidemic" or "pandemic" or "outbreak" or "cancer" || head.Lower is "floods" or "storms";

    /// <summary>Whether the words before a token take it back or leave it open: "no", "without", "avoid", "risk of", "threatened".</summary>
    internal static bool IsUnreal(Sentence sentence, int token)
    {
        var tokens = sentence.Tokens;
        if (tokens[token].Lower == "not" && token + 1 < tokens.Length && tokens[token + 1].Lower is "one" or "a")
            return true;
        if (Quantity.At(tokens, token) is null && tokens[token].Lower is "no" or "zero" or "nobody" or "none" or "neither")
            return true;
        for (var k = token - 1; k >= Math.Max(0, token - 3); k--)
        {
            if (tokens[k].Pos is PartOfSpeech.Comma or PartOfSpeech.Punctuation or PartOfSpeech.OpenQuote or PartOfSpeech.CloseQuote || tokens[k].IsVerb && k < token - 2)
                return false;
            if (tokens[k].Lemma == "fear" && tokens[k].IsVerb && k == token - 1 && !(k > 0 && tokens[k - 1].Pos == PartOfSpeech.Auxiliary))
                return true; // "police fear more bodies"; "were feared dead" is a report
            if (tokens[k].Lower is "no" or "without" or "avoid" or "avoiding" or "prevent" or "preventing" or "risk" or "never" or "nor" or "zero" or "if")
                return true;
        }

        return false;
    }

    private static bool IsNobody(Sentence sentence, int chunk) =>
        (sentence.Chunks[chunk].First > 0 && sentence.Tokens[sentence.Chunks[chunk].First - 1].Lower == "not" && sentence.Tokens[sentence.Chunks[chunk].First].Lower is "one" or "a") || Quantity.At(sentence.Tokens, sentence.Chunks[chunk].First) is null && sentence.Tokens[sentence.Chunks[chunk].First].Lower is "no" or "nobody" or "none" or "neither" or "zero" or "nothing" or "anyone" or "any" or "not" or "noone";

    // "is said to have killed"
    private static bool IsPerfect(Sentence sentence, Chunk verb)
    {
        for (var k = verb.First; k < verb.Head; k++)
        {
            if (sentence.Tokens[k].Lemma == "have")
                return true;
        }

        return false;
    }

    // "claimed to have killed or wounded 23": the second participle has the helper of the first.
    private static bool SharesPerfect(Sentence sentence, Clause clause) =>
        // "to have killed 60 soldiers and captured 17"
        (clause.SharesSubject && clause.VerbChunk > 1 && sentence.Chunks[clause.VerbChunk - 1].Kind == ChunkKind.Conjunction && sentence.Clauses.LastOrDefault(c => c.VerbChunk < clause.VerbChunk) is { Kind: ClauseKind.Infinitive } first && IsPerfect(sentence, first.Verb)) ||
        clause.VerbChunk > 1 && sentence.Chunks[clause.VerbChunk - 1].Kind == ChunkKind.Conjunction && sentence.Chunks[clause.VerbChunk - 2] is { Kind: ChunkKind.VerbGroup, IsInfinitive: true } earlier && IsPerfect(sentence, earlier);

    // "is said to be injured", "were reported to be dead"
    private static bool IsReported(Sentence sentence, Clause clause) =>
        clause.VerbChunk > 0 && sentence.Tokens[clause.Verb.First..clause.Verb.End].Any(t => t.Lower == "be") && sentence.Chunks[clause.VerbChunk - 1] is { Kind: ChunkKind.VerbGroup, IsPassive: true, IsNegated: false, Modal: null } report &&
        sentence.Tokens[report.Head].Lemma is "say" or "report" or "believe" or "know" or "confirm" or "think" or "presume" or "understand" or "assume";

    // "managed to kill", "the first to be killed", "went on to kill", "exploded to kill"
    private static bool FollowsSuccess(Sentence sentence, Clause clause)
    {
        for (var k = clause.Verb.First - 1; k >= Math.Max(0, clause.Verb.First - 2); k--)
        {
            if (sentence.Tokens[k].Lemma is "manage" or "first" or "second" or "third" or "latest" or "last" or "on" or "continue")
                return true;
        }

        return false;
    }
}
