using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Puts the content of an active verb of saying together: what stands behind it, what stands before it, and what it says of whoever it is told of.</summary>
internal sealed class VerbContent(SpeechView view, SpeakerFinder speakers)
{
    private readonly SpeechSentence sentence = view.Sentence;
    private readonly ImmutableArray<Token> tokens = view.Tokens;
    private readonly ImmutableArray<Chunk> chunks = view.Chunks;
    private readonly ForwardContent forward = new(view);
    private readonly ContentEnd ends = new(view);
    private readonly BackwardContent backward = new(view);

    /// <summary>The stretches of the content in order, and the chunk behind the verb where it starts, or -1; null where the words that follow are nobody's.</summary>
    internal (ImmutableArray<TextSpan> Content, int Start)? Of(Clause clause, CueFrame frame, int extra, TokenRange? speaker, bool inverted)
    {
        var v = clause.VerbChunk;
        var after = inverted ? view.ChunkAfter(speaker!.Value.End) : v + 1 + extra;
        var goesOn = GoesOn(speaker, v);
        var hasBackward = !goesOn && (inverted || speaker is not { } actor || actor.First < chunks[v].First) && backward.Stands(v, speaker, inverted, frame);
        var start = inverted ? forward.AfterInversion(after) : forward.Start(clause, frame, after, hasBackward);
        if (start >= 0 && (IsPromisedTo(start, v, speaker, inverted, goesOn) || IsOnlyDeed(clause, start)))
            start = -1;
        var content = ImmutableArray.CreateBuilder<TextSpan>();
        if (start >= 0)
        {
            if (IsNobodys(clause, start, speaker))
                return null;
            Behind(content, clause, start, speaker, inverted, goesOn);
        }
        else if (hasBackward && backward.Of(v, speaker, inverted) is { } before)
        {
            content.Add(before);
            if (backward.Resumes(after, before) is { } more)
                content.Add(more);
        }

        // "pointed the finger at Kigali", "laid the blame on the rebels": whoever is blamed
        if (content.Count == 0 && extra == 1 && clause.Lemma is "point" or "lay" or "put" or "pin" && BlamedBehind(v + 2) is > 0 and var blamed && ends.Of(clause, blamed) is var close && close > chunks[blamed].First)
            content.Add(view.SpanOf(chunks[blamed].First, close));
        // "a charge the army rejected", "a figure that the ministry disputed"
        if (content.Count == 0 && frame.Takes(CueFrame.Noun) && !inverted && Antecedent(clause) is { } gap)
            content.Add(gap);
        return (content.ToImmutable(), start);
    }

    /// <summary>Whether a verb claims a deed and no fact: "claimed the attack", "claimed the storming of a camp".</summary>
    internal static bool ClaimsAttack(SpeechView view, Clause clause) =>
        clause.Lemma == "claim" && clause.Object is { } o && view.Tokens[view.Chunks[o.First].Head] is var deed && (Stances.IsDeed(deed.Lemma) || Stances.IsDeed(deed.Lower) || deed.Lemma == "operation");

    private void Behind(ImmutableArray<TextSpan>.Builder content, Clause clause, int start, TokenRange? speaker, bool inverted, bool goesOn)
    {
        var v = clause.VerbChunk;
        var end = ends.Of(clause, start);
        if (end > chunks[start].First)
            content.Add(view.SpanOf(chunks[start].First, end));
        // "strikes that Washington said were defensive": the strikes were.
        if (view.IsFinite(start) && chunks[start].Kind == ChunkKind.VerbGroup && clause.Opener is "that" or "which" && clause.Subject is { First: > 1 } s && view.IsNoun(s.First - 2) && s.First - 2 < v)
            content.Insert(0, view.SpanOf(chunks[s.First - 2].First, chunks[s.First - 2].End));
        // "an allegation that Paris described as “grotesque”"
        if (tokens[chunks[start].First].Lower == "as" && (clause.Kind == ClauseKind.Relative || clause.Opener is "that" or "which") && Antecedent(clause) is { } described)
            content.Insert(0, described);
        // “We are leaving,” he said, “and we will not be back.” – If they come, he warned, “nothing will be left.”
        var endsSentence = (inverted || view.IsKind(v + 1, ChunkKind.Comma)) && tokens[0].Lower is "if" or "unless" or "when" or "until" or "had" && view.OpensSmall(start);
        // Pakistan, the ministry went on, “reserves the right to respond”.
        endsSentence |= view.IsKind(start - 1, ChunkKind.Comma) && view.WovenAt(start) is not null && view.OpensSmall(start) && view.IsKind(start, ChunkKind.VerbGroup) && view.IsFinite(start) && speaker is { } between && view.ChunkAt(between.First) > 1 && view.IsKind(view.ChunkAt(between.First) - 1, ChunkKind.Comma);
        if ((view.IsStanding(start) || endsSentence) && !goesOn && backward.Of(v, speaker, inverted) is { } earlier && (view.HasStanding(earlier) || endsSentence))
            content.Insert(0, earlier);
    }

    // “This will be answered,” she promised the families: whoever it is promised.
    private bool IsPromisedTo(int start, int v, TokenRange? speaker, bool inverted, bool goesOn) =>
        view.IsNoun(start) && !view.IsThat(start) && !goesOn && backward.IsBehindQuotation(v, speaker, inverted);

    // "claimed the storming of the camp, saying it had killed 60": what is claimed is told, and only what is quoted of it is said.
    private bool IsOnlyDeed(Clause clause, int start) =>
        clause.Object?.First == start && ClaimsAttack(view, clause) && view.SpanOf(chunks[start].First, ends.Of(clause, start)) is var claimed && !sentence.Woven.Any(q => claimed.Overlaps(q.Outer));

    // "the truck story suggests the plan is old": nobody says it; and "that" alone is no content.
    private bool IsNobodys(Clause clause, int start, TokenRange? speaker) =>
        (clause.Lemma == "suggest" && !view.IsThat(start) && !view.IsStanding(start) && !(speaker is { } suggesting && speakers.CanSpeak(view.ChunkAt(suggesting.First)))) ||
        (tokens[chunks[start].First].Lower == "that" && chunks[start].Kind != ChunkKind.NounPhrase && ends.Of(clause, start) == chunks[start].First + 1);

    // “…,” Ana Silva said, urging calm; “…,” she said, and accused the army: between the speaker and the verb stands the one that has the quotation.
    private bool GoesOn(TokenRange? speaker, int v)
    {
        var isJoined = chunks[v].IsGerund || (view.SkipAdverbsLeft(v - 1) is > 0 and var left && view.IsKind(left, ChunkKind.Conjunction) && view.IsKind(left - 1, ChunkKind.Comma));
        for (var k = v - 1; speaker is { } who && isJoined && k >= 0 && chunks[k].First >= who.End; k--)
        {
            if (chunks[k].Kind == ChunkKind.VerbGroup && !chunks[k].IsGerund && Cues.Of(tokens, chunks, k).Frame != CueFrame.None)
                return true;
        }

        return false;
    }

    // "(laid the blame) squarely at the door of Kigali", "(pointed the finger) at the rebels": the phrase of whoever is blamed, or -1.
    private int BlamedBehind(int k)
    {
        while (view.IsKind(k, ChunkKind.Adverb))
            k++;
        return view.IsKind(k, ChunkKind.Preposition) && tokens[chunks[k].First].Lower is "at" or "on" or "with" && view.IsNoun(k + 1) ? k + 1 : -1;
    }

    // What a relative clause without an object of its own is said of.
    private TextSpan? Antecedent(Clause clause)
    {
        if (clause.Subject is not { } subject || subject.First >= clause.VerbChunk || clause.Object is not null)
            return null;
        var k = subject.First - 1;
        if (k >= 0 && chunks[k].Kind is ChunkKind.Relative or ChunkKind.Subordinator && tokens[chunks[k].First].Lower is "that" or "which")
            k--;
        else if (clause.VerbChunk + 1 < chunks.Length && chunks[clause.VerbChunk + 1].Kind is not (ChunkKind.Comma or ChunkKind.Break or ChunkKind.Other))
            return null;
        return view.IsNoun(k) && !chunks[k].IsTime && tokens[chunks[k].First].Pos is PartOfSpeech.Determiner ? view.SpanOf(chunks[k].First, chunks[k].End) : null;
    }
}
