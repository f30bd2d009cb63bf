using System.Collections.Immutable;

namespace Digest.Text;

/// <summary>Tells the prepositions that open a clause ("after gunmen stormed a college") from those that govern a noun phrase ("after the attack").</summary>
internal static class ClauseOpeners
{
    // "after gunmen stormed a college": a preposition whose noun phrase has a finite verb of its own opens a clause.
    internal static void Mark(ImmutableArray<Token> tokens, ImmutableArray<Chunk>.Builder chunks)
    {
        for (var i = 0; i < chunks.Count; i++)
        {
            if (chunks[i].Kind != ChunkKind.Preposition || tokens[chunks[i].First].Lower is not ("after" or "before" or "since" or "until" or "till" or "as"))
                continue;
            var k = i + 1;
            if (k >= chunks.Count || chunks[k].Kind != ChunkKind.NounPhrase)
                continue;
            k++;
            while (k + 1 < chunks.Count && ((chunks[k].Kind == ChunkKind.Preposition && chunks[k + 1].Kind == ChunkKind.NounPhrase) || (chunks[k].Kind == ChunkKind.Conjunction && chunks[k + 1].Kind == ChunkKind.NounPhrase)))
                k += 2;
            while (k < chunks.Count && chunks[k].Kind == ChunkKind.Adverb)
                k++;
            k = BehindParenthesis(tokens, chunks, k);
            if (k >= chunks.Count || chunks[k].Kind != ChunkKind.VerbGroup || chunks[k].IsInfinitive || chunks[k].IsGerund)
                continue;
            var governedByBy = k + 1 < chunks.Count && tokens[chunks[k + 1].First].Lower == "by";
            if (!chunks[k].IsBareParticiple || (!governedByBy && tokens[chunks[k].Head].Pos != PartOfSpeech.Participle))
                chunks[i] = chunks[i] with { Kind = ChunkKind.Subordinator };
        }
    }

    // ", including three children, were killed": behind the comma that closes what a part opens.
    private static int BehindParenthesis(ImmutableArray<Token> tokens, ImmutableArray<Chunk>.Builder chunks, int at)
    {
        const int Longest = 12;
        if (at + 1 >= chunks.Count || chunks[at].Kind != ChunkKind.Comma || tokens[chunks[at + 1].First].Lower is not ("including" or "among" or "mostly" or "mainly"))
            return at;
        for (var k = at + 2; k < Math.Min(chunks.Count, at + Longest); k++)
        {
            if (chunks[k].Kind is ChunkKind.VerbGroup or ChunkKind.Break)
                return at;
            if (chunks[k].Kind == ChunkKind.Comma && k + 1 < chunks.Count && chunks[k + 1].Kind == ChunkKind.VerbGroup)
                return k + 1;
        }

        return at;
    }
}
