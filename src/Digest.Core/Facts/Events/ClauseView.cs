using Digest.Text;

namespace Digest.Facts;

/// <summary>What stands where in a clause, for rules that read attacks from verbs: agents, weapons, the objects of its prepositions. Chunks are given by their index; -1 is none.</summary>
internal static class ClauseView
{
    internal static Weapon? WeaponAt(this Sentence sentence, int chunk)
    {
        if (!sentence.IsNoun(chunk))
            return null;
        var inner = sentence.Innermost(chunk);
        var np = sentence.Chunks[inner];
        if (EventWords.WeaponOf(sentence.Tokens[np.Head]) is not null)
            return EventWords.WeaponIn(sentence.Tokens, np.First, np.Head + 1);
        if (EventWords.WeaponOf(sentence.Tokens, np.First, np.Head) is { } boat)
            return boat;
        // "the other two" of drones told of before is left to the pronouns
        return null;
    }

    // "a barrage of ballistic missiles": the noun that is counted.
    internal static int Innermost(this Sentence sentence, int chunk)
    {
        if (!sentence.IsNoun(chunk))
            return chunk;
        var head = sentence.Head(chunk);
        return (EventWords.Quantities.Contains(head.Lower) || EventWords.Quantities.Contains(head.Lemma) || head.Lower is "one" or "two" or "three") && sentence.IsPreposition(chunk + 1, "of") && sentence.IsNoun(chunk + 2)
            ? sentence.Innermost(chunk + 2)
            : chunk;
    }

    /// <summary>
    /// Past what only says what a noun is like. "“limited and lawful” strikes": words in marks right before a noun do, whatever they look like alone.
    /// </summary>
    internal static int BehindModifiers(this Sentence sentence, int chunk)
    {
        const int LongestMarked = 8;
        while (sentence.Kind(chunk) is ChunkKind.OpenQuote or ChunkKind.CloseQuote or ChunkKind.Adjective or ChunkKind.Conjunction or ChunkKind.Adverb or ChunkKind.Other)
        {
            var close = sentence.Kind(chunk) == ChunkKind.OpenQuote ? Enumerable.Range(chunk + 1, LongestMarked).FirstOrDefault(k => sentence.Kind(k) == ChunkKind.CloseQuote, -1) : -1;
            chunk = close >= 0 && sentence.IsNoun(close + 1) ? close + 1 : chunk + 1;
        }

        return chunk;
    }

    internal static int AgentOf(this Sentence sentence, Clause clause)
    {
        foreach (var modifier in clause.Modifiers)
        {
            if (modifier.Preposition == "by" && !sentence.Chunks[modifier.Object.First].IsTime)
                return sentence.Innermost(modifier.Object.First);
        }

        return -1;
    }

    internal static int WeaponBeside(this Sentence sentence, Clause clause)
    {
        foreach (var modifier in clause.Modifiers)
        {
            if (modifier.Preposition is "with" or "by" or "using" or "from" && sentence.WeaponAt(modifier.Object.First) is not null)
                return sentence.Innermost(modifier.Object.First);
        }

        return -1;
    }

    internal static int ObjectOf(this Clause clause, params ReadOnlySpan<string> prepositions)
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

    // "targeted and destroyed a depot": both have the object.
    internal static int SharedObject(this Sentence sentence, Clause clause)
    {
        if (sentence.Kind(clause.VerbChunk + 1) != ChunkKind.Conjunction || sentence.Kind(clause.VerbChunk + 2) != ChunkKind.VerbGroup)
            return -1;
        return sentence.Clauses.FirstOrDefault(c => c.VerbChunk == clause.VerbChunk + 2)?.Object?.First ?? -1;
    }

    // "attacked the plan", "hit exports": nothing that stands or lives.
    internal static bool IsAbstract(this Sentence sentence, int chunk) => sentence.Chunks[chunk].IsTime || sentence.Head(chunk).Lower is "policy" or "policies" or "decision" or "plan" or "plans" or "bill" or "idea" or "remarks" or "statement" or "economy"
        or "exports" or "prices" or "stocks" or "markets" or "deal" or "record" or "low" or "high" or "it" or "headlines" or "tone" or "balance" or "chord" or "out" or "back" or "proposal" or "government" or "inflation" or "corruption" or "what" or "where";

    internal static bool IsPronoun(this Sentence sentence, int chunk) => sentence.Head(chunk).Lower is "it" or "they" or "he" or "she";

    internal static bool HasExplosives(this Sentence sentence, int subject, int verb)
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
