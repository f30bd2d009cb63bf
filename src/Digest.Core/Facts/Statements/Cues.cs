using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>What a verb of saying takes as its content; see <c>cues.table.tsv</c>.</summary>
[Flags]
internal enum CueFrame
{
    None = 0,
    Clause = 1,
    That = 2,
    Quote = 4,
    Noun = 8,
    To = 16,
    Someone = 32,
    As = 64,
    Of = 128,
    Whether = 256,
    Deed = 512,
    Utterance = 1024,
}

/// <summary>The verbs that report speech, as data.</summary>
internal static class Cues
{
    private static readonly FrozenDictionary<string, CueFrame> Frames = WordList.Rows("Facts/Statements/cues.table.tsv").ToFrozenDictionary(
        row => row[0],
        row => row[1].Split(' ').Select(f => Enum.Parse<CueFrame>(f, ignoreCase: true)).Aggregate((a, b) => a | b),
        StringComparer.Ordinal);

    /// <summary>The frame of a verb, and how many chunks behind it belong to it ("call on": 1); None for a verb that is no cue.</summary>
    internal static (CueFrame Frame, int Extra) Of(ImmutableArray<Token> tokens, ImmutableArray<Chunk> chunks, int verb)
    {
        var lemma = tokens[chunks[verb].Head].Lemma;
        // "held the government responsible"
        if (lemma == "hold" && Enumerable.Range(verb + 1, Math.Max(0, Math.Min(7, chunks.Length - verb - 1))).Any(k => tokens.AsSpan()[chunks[k].First..chunks[k].End].ToArray().Any(t => t.Lower is "responsible" or "accountable")))
            return (Frames["hold responsible"], 0);
        if (verb + 1 < chunks.Length && chunks[verb + 1].Kind is ChunkKind.Preposition or ChunkKind.Adverb or ChunkKind.Adjective or ChunkKind.NounPhrase)
        {
            if (Frames.TryGetValue(lemma + " " + tokens[chunks[verb + 1].First].Lower, out var phrasal))
                return (phrasal, 1);
            // "offered his condolences", "claimed full responsibility"
            if (chunks[verb + 1].Kind == ChunkKind.NounPhrase && Frames.TryGetValue(lemma + " " + tokens[chunks[verb + 1].Head].Lower, out var withNoun))
                return (withNoun, 1);
        }

        // "appealed jointly for a pause", "called again on both sides"
        if (verb + 2 < chunks.Length && chunks[verb + 1].Kind == ChunkKind.Adverb && chunks[verb + 2].Kind == ChunkKind.Preposition && Frames.TryGetValue(lemma + " " + tokens[chunks[verb + 2].First].Lower, out var parted))
            return (parted, 2);
        return (Frames.GetValueOrDefault(lemma), 0);
    }

    /// <summary>Whether the frame holds one of the kinds at least.</summary>
    internal static bool Takes(this CueFrame frame, CueFrame any) => (frame & any) != CueFrame.None;

    /// <summary>Whether the verb can stand beside quoted speech: "said", "replied", "wrote".</summary>
    internal static bool IsSaying(string lemma) => Frames.TryGetValue(lemma, out var frame) && frame.Takes(CueFrame.Quote | CueFrame.Utterance);
}
