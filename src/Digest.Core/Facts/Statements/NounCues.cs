using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Nouns that attribute as their verbs do: "the army's claim that …", "a warning by the UN that …", "its pledge to …". Who says it must be named beside the noun.</summary>
internal sealed class NounCues(SpeechView view)
{
    private static readonly FrozenDictionary<string, CueFrame> Nouns = WordList.Rows("Facts/Statements/nouncues.table.tsv").ToFrozenDictionary(
        row => row[0],
        row => row[1].Split(' ').Select(f => Enum.Parse<CueFrame>(f, ignoreCase: true)).Aggregate((a, b) => a | b),
        StringComparer.Ordinal);

    /// <summary>Whether a noun can be of somebody's saying ("claim", "report").</summary>
    internal static bool Attributes(string noun) => Nouns.ContainsKey(noun);

    private readonly ImmutableArray<Token> tokens = view.Tokens;
    private readonly ImmutableArray<Chunk> chunks = view.Chunks;

    /// <summary>The speech act of the noun phrase at a chunk; null where its noun attributes nothing or names nobody.</summary>
    internal SpeechAct? At(int noun)
    {
        var head = chunks[noun].Head;
        if (!Nouns.TryGetValue(tokens[head].Lemma, out var frame))
            return null;
        var (speaker, k) = Possessor(chunks[noun], head) is { } owner ? (owner, noun + 1) : Agent(noun + 1);
        if (speaker is not { Length: > 0 } who || !Opens(frame, k))
            return null;
        var end = End(noun, k);
        var content = view.SpanOf(chunks[k].First, end);
        return end > chunks[k].First ? new SpeechAct(view.Sentence, who, tokens[head].Span, [content]) : null;
    }

    // "the army's claim", "its claim"
    private TokenRange? Possessor(Chunk phrase, int head)
    {
        if (tokens[phrase.First].Pos == PartOfSpeech.PossessivePronoun)
            return new TokenRange(phrase.First, phrase.First + 1);
        for (var t = head - 1; t > phrase.First; t--)
        {
            if (tokens[t].Pos == PartOfSpeech.PossessiveMarker)
                return new TokenRange(phrase.First, t);
        }

        return null;
    }

    // "a claim by the army that", "a warning from Moscow that"
    private (TokenRange? Speaker, int Next) Agent(int k)
    {
        if (!view.IsKind(k, ChunkKind.Preposition) || tokens[chunks[k].First].Lower is not ("by" or "from") || !view.IsNoun(k + 1))
            return (null, k);
        var end = view.Extent.End(k + 1, chunks.Length, false);
        return (new TokenRange(chunks[k + 1].First, end), view.ChunkAfter(end));
    }

    private bool Opens(CueFrame frame, int k)
    {
        if (k >= chunks.Length)
            return false;
        if (frame.Takes(CueFrame.That) && view.IsThat(k))
            return !view.IsFinite(k + 1);
        return frame.Takes(CueFrame.To) && chunks[k].IsInfinitive;
    }

    // The content ends before the verb that the cue noun itself is subject of, and at a comma that closes the clause.
    private int End(int noun, int start)
    {
        for (var k = start + 1; k < chunks.Length; k++)
        {
            var isOwnVerb = view.ClauseAt[k] is { Kind: ClauseKind.Main or ClauseKind.Complement } clause && !chunks[k].IsInfinitive && !chunks[k].IsGerund && (clause.Subject?.First == noun || VerbsBetween(start, k) > 0 && (clause.Subject?.First < start || FollowsAtOnce(start, k)));
            if (isOwnVerb || (view.IsKind(k, ChunkKind.Comma) && VerbsBetween(start, k) > 0))
                return view.TrimEnd(chunks[start].First, chunks[k].First);
        }

        return view.TrimEnd(chunks[start].First, tokens.Length);
    }

    // "The statement that it had reports was met with anger": a second verb with nothing that joins it to the first belongs outside.
    private bool FollowsAtOnce(int start, int verb)
    {
        for (var k = verb - 1; k > start; k--)
        {
            if (chunks[k].Kind == ChunkKind.VerbGroup)
                return !chunks[k].IsGerund && !chunks[k].IsInfinitive && Cues.Of(tokens, chunks, k).Frame == CueFrame.None && tokens[chunks[k].Head].Lemma is not ("believe" or "think" or "know" or "fear" or "hope" or "see" or "find");
            if (chunks[k].Kind is not (ChunkKind.NounPhrase or ChunkKind.Preposition or ChunkKind.Adverb or ChunkKind.Adjective))
                return false;
        }

        return false;
    }

    private int VerbsBetween(int from, int to)
    {
        var verbs = 0;
        for (var k = from; k < to; k++)
            verbs += chunks[k].Kind == ChunkKind.VerbGroup ? 1 : 0;
        return verbs;
    }
}
