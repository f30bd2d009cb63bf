using Digest.Text;

namespace Digest.Facts;

/// <summary>The words by which a report says that a figure was given earlier and holds no more.</summary>
internal static class FigureHistory
{
    /// <summary>Whether the clause around a token speaks of an earlier account: "initially", "had put", "at first", "earlier said".</summary>
    internal static bool IsOutdated(Sentence sentence, int token)
    {
        var tokens = sentence.Tokens;
        for (var k = Math.Max(0, token - 18); k < Math.Min(tokens.Length, token + 6); k++)
        {
            // "at first spoke of 20, now says it was about 30"
            if (k < token && tokens[k].Lower is "initially" or "originally" or "first" or "earlier" or "previously" && tokens[k..token].Any(t => t.Lower == "now"))
                continue;
            if (tokens[k].Lower is "initially" or "originally")
                return true;
            if (k < token && tokens[k].Lower == "initial" && k + 1 < tokens.Length && (tokens[k + 1].Pos == PartOfSpeech.Number || tokens[k + 1].Lower is "toll" or "count" or "report" or "reports" or "figure"))
                return true;
            if (tokens[k].Lower == "first" && k > 0 && tokens[k - 1].Lower == "at")
                return true;
            // "investigators first gave a figure of four", "earlier the governor had spoken of 30"
            if (tokens[k].Lower == "first" && k < token && k + 1 < tokens.Length && tokens[k + 1].IsVerb && tokens[k + 1].Lemma is "give" or "say" or "report" or "put" or "announce" or "speak" or "count")
                return true;
            if (tokens[k].Lower == "had" && k < token && k + 1 < tokens.Length && tokens[k + 1].Lemma is "speak" or "say" or "report" or "announce" or "estimate" or "count" && (tokens[..k].Any(t => t.Lower == "earlier") || SaysWhen(tokens, k, token)))
                return true;
            if (tokens[k].Lower is "earlier" or "previously" && k < token + 2 && Near(tokens, k, "say", "put", "report", "give", "announce", "state", "speak", "confirm", "tell"))
                return true;
            if (tokens[k].Lower == "had" && k < token && k + 1 < tokens.Length && tokens[k + 1].Lemma is "put" or "give" || (tokens[k].Lower == "then" && k > 0 && tokens[k - 1].Lower == "until" && k < token))
                return true;
        }

        return false;
    }

    // "The governor had reported one dead in the morning."
    private static bool SaysWhen(System.Collections.Immutable.ImmutableArray<Token> tokens, int had, int token)
    {
        for (var k = had + 2; k < tokens.Length; k++)
        {
            if (tokens[k].Lower is "morning" or "midday" or "noon" or "dawn" or "afternoon")
                return k > token || !tokens[k..token].Any(t => t.Pos == PartOfSpeech.Comma);
        }

        return false;
    }

    /// <summary>"the four wounded reported in the morning", "the nine dead it first reported", "the eight reported earlier": a figure recalled as it was given before.</summary>
    internal static bool IsRecalled(Sentence sentence, HarmMention mention)
    {
        const int Reach = 8;
        var tokens = sentence.Tokens;
        if (!mention.Count.IsDefinite || !mention.Count.IsNumbered)
            return false;
        var end = sentence.Chunks[mention.Chunk].End;
        var given = false;
        for (var k = end; k < Math.Min(tokens.Length, end + Reach); k++)
        {
            given |= tokens[k].Lemma is "report" or "announce" or "give" or "claim" or "count";
            if (given && tokens[k].Lower is "earlier" or "first" or "initially" or "before" or "previously" or "morning" or "yesterday" or "midday" or "noon" or "originally")
                return true;
            if (tokens[k].Lower is "first" or "initially" or "earlier" or "originally" && k + 1 < tokens.Length && tokens[k + 1].Lemma is "report" or "announce" or "give" or "claim")
                return true;
            if (tokens[k].Pos is PartOfSpeech.Comma or PartOfSpeech.Punctuation)
                return false;
        }

        return false;
    }

    /// <summary>The figures a sentence sets against another: "up from three", "12 people were killed, not 21", "rather than nine".</summary>
    internal static IEnumerable<HarmMention> Replaced(Sentence sentence, IReadOnlyCollection<HarmMention> told)
    {
        var tokens = sentence.Tokens;
        for (var k = 1; k < sentence.Chunks.Length; k++)
        {
            var chunk = sentence.Chunks[k];
            if (chunk.Kind != ChunkKind.NounPhrase || told.Any(m => m.Chunk == k) || chunk.First == 0)
                continue;
            var at = chunk.First;
            var before = tokens[at - 1].Lower;
            var replaced = (before == "from" && at > 1 && tokens[at - 2].Lower is "up" or "down") || before == "not" || (before == "than" && at > 1 && tokens[at - 2].Lower == "rather");
            if (!replaced || told.Where(m => sentence.Chunks[m.Chunk].End <= at).MaxBy(m => m.Chunk) is not { } whole || HeadCount.Of(sentence, k) is not { IsNumbered: true } count ||
                !tokens[chunk.First..chunk.End].Any(t => t.Pos == PartOfSpeech.Number) || !(chunk.Head < count.NounFirst || tokens[chunk.Head].Pos == PartOfSpeech.Number || PersonNouns.Is(tokens[chunk.Head])))
                continue;
            yield return new HarmMention(sentence, whole.Effect, count, k, at - 1, null) { Status = FigureStatus.Superseded };
        }
    }

    private static bool Near(System.Collections.Immutable.ImmutableArray<Token> tokens, int at, params ReadOnlySpan<string> lemmas)
    {
        for (var k = Math.Max(0, at - 2); k < Math.Min(tokens.Length, at + 3); k++)
        {
            foreach (var lemma in lemmas)
            {
                if (tokens[k].Lemma == lemma)
                    return true;
            }
        }

        return false;
    }
}
