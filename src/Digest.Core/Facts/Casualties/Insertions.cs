using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Figures that an editor sets beside the one printed: "nine [later 10] people were killed", "nine [residents say 12] people were killed", "seven were killed – toll later raised to ten –".</summary>
internal static class Insertions
{
    private const int Longest = 12;

    /// <summary>Adds the inserted figures to the mentions read; those they follow are replaced.</summary>
    internal static void Read(Sentence sentence, List<HarmMention> found)
    {
        var chunks = sentence.Chunks;
        for (var open = 1; open + 1 < chunks.Length; open++)
        {
            if (chunks[open].Kind is not (ChunkKind.OpenBracket or ChunkKind.Break) || Close(chunks, open) is not { } close)
                continue;
            var later = SaysLater(sentence, chunks[open].End, chunks[close].First);
            if (!later && !(sentence.Tokens[chunks[open].First].Lower == "[" && SaysOther(sentence, open, close)))
                continue;
            var number = Enumerable.Range(open + 1, close - open - 1).FirstOrDefault(k => IsFigure(sentence, k), -1);
            var printed = found.FindLastIndex(m => m.Count.IsNumbered && m.Count.First < chunks[open].First && chunks[m.Chunk].First >= chunks[open].First - Longest && m.Chunk < open);
            if (number < 0 || printed < 0)
                continue;
            var mention = found[printed];
            if (later)
                found[printed] = mention with { Status = FigureStatus.Superseded };
            if (!found.Exists(m => m.Chunk == number))
                found.Add(mention with { Count = HeadCount.Of(sentence, number)!, Chunk = number });
        }
    }

    // "10", "61 civilians"; no day, no distance
    private static bool IsFigure(Sentence sentence, int chunk) =>
        sentence.Chunks[chunk].Kind == ChunkKind.NounPhrase && !sentence.Chunks[chunk].IsTime && HeadCount.Of(sentence, chunk) is { IsNumbered: true } count && sentence.Tokens[count.First].Pos == PartOfSpeech.Number &&
        (count.NounFirst >= count.NounEnd || PersonNouns.Is(sentence.Head(chunk)));

    // "[residents report ten]": somebody else's figure, which replaces nothing.
    private static bool SaysOther(Sentence sentence, int open, int close) =>
        sentence.Clauses.FirstOrDefault(c => c.VerbChunk > open && c.VerbChunk < close) is { Lemma: "report" or "say" or "put" or "give" or "claim" or "count" } clause && close == clause.VerbChunk + 2 && clause.VerbChunk > open + 1 && IsFigure(sentence, clause.VerbChunk + 1);

    private static int? Close(ImmutableArray<Chunk> chunks, int open)
    {
        var kind = chunks[open].Kind == ChunkKind.Break ? ChunkKind.Break : ChunkKind.CloseBracket;
        for (var k = open + 1; k < Math.Min(chunks.Length, open + Longest); k++)
        {
            if (chunks[k].Kind == kind)
                return k;
        }

        return null;
    }

    // "later 10", "toll since raised to ten", "now 12"; not "[12 May]", "(20 km away)"
    private static bool SaysLater(Sentence sentence, int first, int end) =>
        sentence.Tokens[first..end].Any(t => t.Lower is "later" or "now" or "subsequently" or "since" or "finally" or "revised" or "raised" or "updated") &&
        (sentence.Tokens[first].Lower is "later" or "now" or "subsequently" or "since" or "finally" || sentence.Tokens[first..end].Any(t => t.Lower is "toll" or "total" or "number" or "figure" or "count" or "tally"));
}
