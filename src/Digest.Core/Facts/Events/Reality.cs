using Digest.Text;

namespace Digest.Facts;

/// <summary>Whether what a clause or noun tells is told as having happened: not denied, planned, threatened, feared or conditional.</summary>
internal static class Reality
{
    internal static bool Happened(Sentence sentence, Clause clause)
    {
        var verb = clause.Verb;
        if (verb.IsNegated || clause.Opener is "if" or "unless" or "lest" or "whether")
            return false;
        if (verb.Modal is not null && !(verb.Modal is "may" or "might" or "must" or "could" && HasPerfect(sentence, verb)))
            return false;
        if (clause.Subject is { } subject && sentence.Tokens[sentence.Chunks[subject.First].First].Lower is "no" or "nobody" or "none" or "neither" or "we" or "i" or "you")
            return false;
        // "The groups attacking US forces", "men who fire drones": what they do, not what they did.
        if (sentence.Tokens[verb.Head].Pos is PartOfSpeech.Verb && verb.Head == verb.First && clause.Kind == ClauseKind.Relative)
            return false;
        return clause.Kind switch
        {
            ClauseKind.Infinitive => Governor(sentence, verb.First) is { } governor && EventWords.Ordered.Contains(governor),
            ClauseKind.Participial => Governor(sentence, verb.First) is not { } word || !(EventWords.Aims.Contains(word) || word is "deny" or "without" or "instead" or "than" or "from" or "for" or "against"),
            _ => true,
        };
    }

    /// <summary>Whether a noun for an attack stands under words that only aim at it, or tell of no attack at all ("no attack", "a warning of attacks").</summary>
    internal static bool IsTold(Sentence sentence, int firstToken)
    {
        var tokens = sentence.Tokens;
        var words = 0;
        for (var i = firstToken - 1; i >= 0 && words < 6; i--)
        {
            var token = tokens[i];
            if (token.Lower is "if" or "unless" or "whether")
                return false;
            if (token.Pos is PartOfSpeech.Punctuation or PartOfSpeech.Comma or PartOfSpeech.Subordinator or PartOfSpeech.Relative)
                return true;
            words++;
            if (token.Lower is "no" or "without" or "any" or "if" or "future" or "possible" or "potential" or "further" or "more" && words < 3)
                return false;
            if (token.Pos == PartOfSpeech.Modal)
                return false;
            if (token.IsVerb || token.IsNominal || token.Pos == PartOfSpeech.Adjective)
            {
                if (EventWords.Aims.Contains(token.Lemma) || EventWords.Aims.Contains(token.Lower))
                    return false;
                if (token.IsVerb && token.Pos != PartOfSpeech.Gerund)
                    return true;
            }
        }

        return true;
    }

    // The nearest word to the left that governs a verb without a subject of its own: "ordered forces to strike", "denied bombing".
    private static string? Governor(Sentence sentence, int token)
    {
        for (var i = token - 1; i >= Math.Max(0, token - 8); i--)
        {
            var word = sentence.Tokens[i];
            if (word.Pos is PartOfSpeech.Comma or PartOfSpeech.Punctuation)
                return null;
            if (word.Pos == PartOfSpeech.Gerund && i + 2 == token && sentence.Tokens[i + 1].Pos == PartOfSpeech.Conjunction)
                continue; // "instead of targeting and bombing"
            if (word.IsVerb || word.Lower is "able" or "ready" or "capable" or "willing" or "without" or "instead" or "than" or "from" or "for" or "against" || (word.IsNominal && EventWords.Aims.Contains(word.Lemma)))
                return word.Lemma;
        }

        return null;
    }

    private static bool HasPerfect(Sentence sentence, Chunk verb)
    {
        for (var k = verb.First; k < verb.Head; k++)
        {
            if (sentence.Tokens[k].Lemma == "have")
                return true;
        }

        return false;
    }
}
