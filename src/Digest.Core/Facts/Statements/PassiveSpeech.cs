using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Tells the passive of a verb of saying from the active that looks like it, and reads who says what in it.</summary>
internal sealed class PassiveSpeech(SpeechView view, SpeakerFinder speakers)
{
    private readonly SpeechSentence sentence = view.Sentence;
    private readonly ImmutableArray<Token> tokens = view.Tokens;
    private readonly ImmutableArray<Chunk> chunks = view.Chunks;

    /// <summary>Whether a form that could be a participle is none, for a clause or quotation is its object: "He noted that …", "she asked."</summary>
    internal bool IsActiveAfterAll(Clause clause, CueFrame frame, int extra)
    {
        var v = clause.VerbChunk;
        if (clause.Verb.IsPassive || clause.Modifiers.Any(m => m.Preposition == "by" && m.Chunk == v + 1 && !SpeechSettings.IsSetting(tokens[chunks[m.Object.First].Head].Lower)))
            return false;
        // "said when asked", "if pressed": a participle behind its opener
        if (clause.Kind == ClauseKind.Adverbial && v > 0 && chunks[v - 1].Kind == ChunkKind.Subordinator)
            return false;
        // A sentence of running text has a finite verb: a form that could be a participle is it where no other verb is.
        if (clause.Kind == ClauseKind.Main && !sentence.Reading.IsHeadline && clause.Subject is { } actor && actor.First < v && speakers.CanSpeak(actor.First) && !NextIsFinite(v))
            return true;
        if (view.AsWhat(v) >= 0)
            return true;
        // "a figure that the ministry disputed", "a charge the army rejected": somebody who speaks stands between it and what it is said of.
        var before = view.SkipAdverbsLeft(v - 1);
        if (view.IsNoun(before) && speakers.CanSpeak(before) && before > 1 && (tokens[chunks[before - 1].First].Lower is "that" or "which" || (view.IsNoun(before - 1) && tokens[chunks[before - 1].First].Pos == PartOfSpeech.Determiner && !chunks[before - 1].IsTime)))
            return true;
        if (v + 1 < chunks.Length && chunks[v + 1].Kind == ChunkKind.Relative && tokens[chunks[v + 1].First].Lower == "what")
            return true;
        if (extra > 0 && clause.Lemma is "call" or "ask" or "appeal" or "warn")
            return true;
        if (clause.Lemma == "say" && v + 1 < chunks.Length && !chunks[v + 1].IsInfinitive)
            return true;
        if (!frame.Takes(CueFrame.Clause | CueFrame.That | CueFrame.Quote | CueFrame.Whether))
            return false;
        var left = view.SkipAdverbsLeft(v - 1);
        if (left >= 0 && view.IsStanding(left))
            return true;
        var k = v + 1;
        while (k < chunks.Length && (chunks[k].Kind == ChunkKind.Adverb || chunks[k].IsTime || (chunks[k].Kind == ChunkKind.Preposition && view.IsNoun(k + 1) && tokens[chunks[k].First].Lower is not "of" && ++k > 0)))
            k++;
        if (view.IsKind(k, ChunkKind.Comma) && k + 1 < chunks.Length && view.IsStanding(k + 1))
            return true;
        if (k >= chunks.Length || view.IsThat(k) || view.IsStanding(k) || tokens[chunks[k].First].Lower is ":" or "how" or "why" or "whether" or "what")
            return !(k < chunks.Length && clause.Lemma is "tell" or "inform" or "ask") || tokens[chunks[Math.Min(k, chunks.Length - 1)].First].Lower is ":" || clause.Lemma == "ask";
        var subject = clause.Subject is { } s && s.First < v ? s.First : -1;
        // "an officer briefed on the raid, …": who tells somebody tells whom
        return (!frame.Takes(CueFrame.Someone) || frame.Takes(CueFrame.Quote)) && chunks[k].Kind is ChunkKind.Other or ChunkKind.Comma && subject > 0 && (view.IsStanding(subject - 1) || view.IsKind(subject - 1, ChunkKind.Comma));
    }

    // Another finite verb behind it that has the same subject: "Officials quoted by the agency said".
    private bool NextIsFinite(int v)
    {
        var subject = view.ClauseAt[v]!.Subject!.First;
        return sentence.Reading.Clauses.Any(c => c.VerbChunk > v && c.Kind == ClauseKind.Main && !c.SharesSubject && c.Subject?.First == subject && view.IsFinite(c.VerbChunk));
    }

    /// <summary>The speech act of a passive verb whose agent stands behind "by": "the raid was condemned by Paris"; null where none does.</summary>
    internal SpeechAct? Of(Clause clause, CueFrame frame)
    {
        var v = clause.VerbChunk;
        // was quoted as saying
        if (clause.Lemma is "quote" or "cite")
            return null;
        var by = clause.Modifiers.FirstOrDefault(m => m.Preposition == "by");
        if (by is null || !frame.Takes(CueFrame.Noun | CueFrame.As) && clause.Lemma is not ("claim" or "attribute" or "ascribe" or "blame") || clause.Subject is null || clause.Verb.IsNegated)
            return null;
        var first = chunks[by.Object.First].First;
        var speaker = new TokenRange(first, view.Extent.End(by.Object.First, chunks.Length, true));
        var subject = clause.Subject;
        var from = chunks[subject.First].First;
        var to = chunks[v].First;
        if (from >= to)
            return null;
        // "was attributed by the police to the rebels"
        var said = ImmutableArray.Create(view.SpanOf(from, view.TrimEnd(from, to)));
        if (clause.Modifiers.FirstOrDefault(m => m.Chunk > by.Chunk && m.Preposition is "to" or "on") is { } traced && clause.Lemma is "attribute" or "ascribe" or "blame")
        {
            speaker = new TokenRange(first, Math.Min(speaker.End, chunks[traced.Chunk].First));
            said = said.Add(view.SpanOf(chunks[traced.Chunk].First, view.TrimEnd(chunks[traced.Chunk].First, tokens.Length)));
        }

        return new SpeechAct(sentence, speaker, view.CueSpan(v, 0), said) { Lemma = clause.Lemma, IsDeed = clause.Lemma == "claim" };
    }
}
