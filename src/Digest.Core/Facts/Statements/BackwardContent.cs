using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Finds the content before a cue ("…, he said"), and what goes on behind it.</summary>
internal sealed class BackwardContent(SpeechView view)
{
    private readonly SpeechSentence sentence = view.Sentence;
    private readonly ImmutableArray<Token> tokens = view.Tokens;
    private readonly ImmutableArray<Chunk> chunks = view.Chunks;

    internal bool Stands(int v, TokenRange? speaker, bool inverted, CueFrame frame)
    {
        if (!frame.Takes(CueFrame.Clause | CueFrame.Quote | CueFrame.That))
            return false;
        var edge = BackwardEdge(v, speaker, inverted);
        if (edge <= 0)
            return false;
        var last = edge - 1;
        if (view.IsStanding(last))
            return true;
        if (chunks[last].Kind is not (ChunkKind.Comma or ChunkKind.Break) || last == 0)
            return false;
        if (view.IsStanding(last - 1))
            return true;
        // "Villagers buried 32; the government admitted to nine.": two who say two things.
        if (tokens[chunks[last].First].Lower == ";")
            return false;
        if (view.ClauseAt[v]?.Kind is ClauseKind.Relative)
            return false;
        return frame.Takes(CueFrame.Clause | CueFrame.That) && (view.HasFiniteVerb(0, last) || IsParenthetical(v, frame) || EndsQuoted(last));
    }

    /// <summary>Whether a quotation that stands by itself ends right before the speaker and the cue.</summary>
    internal bool IsBehindQuotation(int v, TokenRange? speaker, bool inverted) =>
        BackwardEdge(v, speaker, inverted) - 1 is >= 0 and var last && (view.IsStanding(last) || (last > 0 && view.IsKind(last, ChunkKind.Comma) && view.IsStanding(last - 1)));

    // "The camp, he said on Monday, was empty": a comma behind the cue and what belongs to it, and the sentence goes on.
    private bool IsParenthetical(int v, CueFrame frame) => view.IsKind(v + 1, ChunkKind.Comma) || (view.SkipAdjuncts(frame.Takes(CueFrame.Someone) && view.IsNoun(v + 1) ? v + 2 : v + 1) is var k && view.IsKind(k, ChunkKind.Comma) && k + 1 < chunks.Length && chunks[k + 1].Kind == ChunkKind.VerbGroup && view.IsFinite(k + 1));

    // Its chief “calls for an end to it”, he said.
    private bool EndsQuoted(int comma) => sentence.Woven.Any(q => q.Outer.End <= tokens[chunks[comma].First].Span.Start + 1 && tokens[chunks[comma].First].Span.Start - q.Outer.End <= 1);

    private int BackwardEdge(int v, TokenRange? speaker, bool inverted)
    {
        // “…,” the agency quoted him as saying: the quotation stands before whoever quotes.
        if (view.QuotedAs(v)?.Subject is { } quoting && quoting.First < v)
            return quoting.First;
        if (inverted || speaker is null)
            return view.SkipAdverbsLeft(v - 1) + 1;
        var edge = view.ChunkAt(speaker.Value.First);
        return edge;
    }

    internal TextSpan? Of(int v, TokenRange? speaker, bool inverted)
    {
        var edge = BackwardEdge(v, speaker, inverted);
        if (edge <= 0)
            return null;
        var from = 0;
        for (var k = edge - 1; k > 0; k--)
        {
            // He scolded her: “You knew,” he said.
            if (tokens[chunks[k].First].Lower == ":" && view.IsStanding(k + 1))
            {
                from = chunks[k].End;
                break;
            }

            // A semicolon with an attribution of its own before it: what precedes is somebody else's.
            if (chunks[k].Kind == ChunkKind.Break && tokens[chunks[k].First].Lower == ";" && view.HasCue(0, k))
            {
                from = chunks[k].End;
                break;
            }
        }

        var to = view.TrimEnd(from, chunks[edge - 1].End);
        return to > from ? view.SpanOf(from, to) : null;
    }

    /// <summary>What goes on behind "…, he said, …".</summary>
    internal TextSpan? Resumes(int k, TextSpan before)
    {
        // "The government, he told reporters outside, had struck": whom he told
        if (view.IsNoun(k) && view.SkipAdjuncts(k + 1) is var behind && view.IsKind(behind, ChunkKind.Comma) && behind + 1 < chunks.Length && view.IsFinite(behind + 1))
            k++;
        k = view.SkipAdjuncts(k);
        // “A,” he told reporters in Kyiv, “B.”
        for (var q = k; q < chunks.Length; q++)
        {
            if (view.IsStanding(q))
                return view.HasStanding(before) ? view.SpanOf(chunks[q].First, view.QuotedEnd(q)) : null;
            if (chunks[q].Kind is ChunkKind.VerbGroup && Cues.IsSaying(tokens[chunks[q].Head].Lemma))
                break;
        }

        if (!view.IsKind(k, ChunkKind.Comma) && !view.IsKind(k, ChunkKind.Break))
            return null;
        var start = k + 1;
        while (view.IsKind(start, ChunkKind.Adverb))
            start++;
        if (start >= chunks.Length || view.HasStanding(before))
            return null;
        var complete = sentence.Reading.Clauses.Any(c => tokens[c.Verb.Head].Span.Start < before.End && c.Kind is ClauseKind.Main && !c.Verb.IsGerund);
        var goesOn = chunks[start].Kind switch
        {
            ChunkKind.VerbGroup => !chunks[start].IsGerund && !chunks[start].IsInfinitive,
            ChunkKind.Conjunction => !(view.IsKind(start + 1, ChunkKind.VerbGroup) && Cues.Of(tokens, chunks, start + 1).Frame != CueFrame.None) && view.CueWithSubject(start + 1) == 0 && !view.ActsInSpeech(start + 1) && view.HasFiniteVerb(start, chunks.Length),
            ChunkKind.Subordinator => !complete || tokens[chunks[start].First].Lower is "because" or "that" or "if" or "unless",
            ChunkKind.NounPhrase => view.HasFiniteVerb(start, chunks.Length) && (!complete || (view.IsFinite(start + 1) && view.CueWithSubject(start) == 0)),
            ChunkKind.Preposition => !complete,
            _ => false,
        } || (tokens[chunks[k].First].Lower == ";" && view.CueWithSubject(start) == 0);
        if (!goesOn)
            return null;
        var end = tokens.Length;
        for (var q = start; q < chunks.Length; q++)
        {
            if (view.IsKind(q, ChunkKind.Comma) && view.IsKind(q + 1, ChunkKind.VerbGroup) && chunks[q + 1].IsGerund && Cues.Of(tokens, chunks, q + 1).Frame != CueFrame.None)
            {
                end = chunks[q].First;
                break;
            }
        }

        return view.SpanOf(chunks[start].First, view.TrimEnd(chunks[start].First, end));
    }
}
