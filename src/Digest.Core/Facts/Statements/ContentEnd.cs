using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Finds where the content behind a cue verb ends: with the sentence, or where the speaker or another begins to say something else.</summary>
internal sealed class ContentEnd(SpeechView view)
{
    private readonly SpeechSentence sentence = view.Sentence;
    private readonly ImmutableArray<Token> tokens = view.Tokens;
    private readonly ImmutableArray<Chunk> chunks = view.Chunks;

    /// <summary>The token where content that starts at a chunk ends: with the sentence, or where the speaker or another speaker begins to say something else.</summary>
    internal int Of(Clause clause, int start)
    {
        // Words that stand as an utterance of their own are all of it: chanted “Go home!” until nightfall.
        if (view.IsStanding(start))
            return view.QuotedEnd(start);
        // shouted “traitors” at the gate: a verb that takes nothing but quoted words ends with them
        if (Cues.Of(tokens, chunks, clause.VerbChunk).Frame is var frame && frame.Takes(CueFrame.Quote) && !frame.Takes(CueFrame.Clause | CueFrame.That | CueFrame.Noun) && view.WovenAt(start) is { } woven)
            return tokens.Count(t => t.Span.Start < LastOfSeries(woven).Outer.End);
        for (var k = start + 1; k < chunks.Length; k++)
        {
            // What is quoted ends with its mark and not before.
            if (IsInsideQuotation(k) || !EndsContent(clause, start, k))
                continue;
            return view.TrimEnd(chunks[start].First, chunks[k].First);
        }

        return view.TrimEnd(chunks[start].First, tokens.Length);
    }

    // went on, “reserves the right to respond”, and “whoever fired will answer for it”
    private Quote LastOfSeries(Quote first)
    {
        while (sentence.Woven.FirstOrDefault(q => q.Outer.Start >= first.Outer.End) is { } next && tokens.All(t => t.Span.Start < first.Outer.End || t.Span.Start >= next.Outer.Start || t.Lower is "," or "and"))
            first = next;
        return first;
    }

    private bool IsInsideQuotation(int k)
    {
        var at = tokens[chunks[k].First].Span;
        return sentence.Woven.Any(q => q.Inner.Contains(at) && at.End < q.Inner.End && (q.Inner.Start < at.Start || chunks[k].Kind == ChunkKind.Conjunction));
    }

    // said its men “never fired”, and the envoy called it a lie: behind the mark somebody else speaks
    private bool ClosesQuotation(int comma) => tokens[chunks[comma].First].Span.Start is var at && sentence.Woven.Any(q => q.Outer.End <= at + 1 && at - q.Outer.End <= 1);

    private bool EndsContent(Clause clause, int start, int k)
    {
        var word = tokens[chunks[k].First].Lower;
        switch (chunks[k].Kind)
        {
            // denied any part in it: “…”
            case ChunkKind.Break when word == ":" && k + 1 < chunks.Length && view.IsStanding(k + 1):
                return true;
            // "accusing her of theft are lies": the verb of what the cue itself belongs to
            case ChunkKind.VerbGroup when clause is { Kind: ClauseKind.Participial, Verb.IsGerund: true, SharesSubject: false, Subject: { } owner } && owner.First == clause.VerbChunk - 1 && view.IsFinite(k) && view.ClauseAt[k] is { Subject: { } acting } && acting.First == owner.First:
                return true;
            case ChunkKind.Conjunction:
                var next = k + 1;
                while (view.IsKind(next, ChunkKind.Adverb))
                    next++;
                if (next < chunks.Length && view.IsQuotedBefore(k, next))
                    return false;
                // promised “jobs, jobs,” but he has also …: the comma before the mark closes the list of what was promised
                if (view.IsNoun(next) && view.IsFinite(next + 1) && !view.HasFiniteVerb(start, k) && view.IsKind(k - 1, ChunkKind.Comma) && view.IsQuotedBefore(k - 1, k))
                    return true;
                if (view.IsKind(next, ChunkKind.VerbGroup) && (IsOwnCue(clause, next, k) || IsOwnDeed(clause, start, next)))
                    return true;
                // said the town was calm, but declined to say more
                if (word == "but" && view.IsKind(next, ChunkKind.VerbGroup) && tokens[chunks[next].Head] is { Lemma: "decline" or "refuse" or "stop" or "elaborate" or "give" or "offer" or "provide" } && view.IsFinite(next) && chunks[next].Modal is null)
                    return true;
                // called for calm, and the mayor warned that …
                if (word == "and" && view.IsKind(k - 1, ChunkKind.Comma) && view.IsNoun(next) && (IsPhrase(start, k) || ClosesQuotation(k - 1)) && (view.CueWithSubject(next) > 0 || view.ActsInSpeech(next)))
                    return true;
                // derided the deal as toothless, but the envoy learned from it
                return word == "but" && view.IsNoun(next) && (view.CueWithSubject(next) > 0 || (view.IsKind(k - 1, ChunkKind.Comma) && IsPhrase(start, k) && view.IsFinite(next + 1)));
            case ChunkKind.Comma:
                if (clause.Verb.IsGerund && clause.Kind == ClauseKind.Participial && view.SkipAdverbsLeft(clause.VerbChunk - 1) < 0)
                    return true;
                var after = k + 1;
                while (view.IsKind(after, ChunkKind.Adverb))
                    after++;
                if (view.IsKind(after, ChunkKind.VerbGroup) && chunks[after].IsGerund && Cues.Of(tokens, chunks, after).Frame != CueFrame.None && view.ClauseAt[after]?.Kind == ClauseKind.Participial)
                    return true;
                if (after < chunks.Length && tokens[chunks[after].First].Lower is "according" or "citing")
                    return true;
                // vowed to crush the group, as rebels took another town: what happened meanwhile
                if (after < chunks.Length && tokens[chunks[after].First].Lower == "as" && chunks[start].IsInfinitive && view.IsNoun(after + 1) && view.HasFiniteVerb(after + 1, chunks.Length))
                    return true;
                if ((clause.Kind == ClauseKind.Relative && start < k) || view.AsWhat(clause.VerbChunk) >= 0)
                    return true;
                // ", Governor Silva said": somebody else's tag at the end
                return view.IsNoun(after) && view.CueWithSubject(after) is > 0 and var cue && IsTagEnd(cue);
            // "urged the rebels to surrender while appealing to the troops"
            case ChunkKind.Subordinator when word is "while" && view.IsKind(k + 1, ChunkKind.VerbGroup) && chunks[k + 1].IsGerund && Cues.Of(tokens, chunks, k + 1).Frame != CueFrame.None:
                return true;
            case ChunkKind.Subordinator or ChunkKind.Conjunction when word is "while" or "although" or "though" or "but" or "whereas":
                return view.IsNoun(k + 1) && (view.CueWithSubject(k + 1) > 0 || view.ActsInSpeech(k + 1));
            // said that “the guns must stop”; the envoy offered to mediate
            case ChunkKind.Break when word == ";" && sentence.Woven.Any(q => q.Inner.End <= tokens[chunks[k].First].Span.Start && tokens[chunks[k].First].Span.Start - q.Inner.End <= 2):
                return true;
            case ChunkKind.Break when word == ";":
                return view.IsNoun(k + 1) && (view.CueWithSubject(k + 1) > 0 || view.ActsInSpeech(k + 1) || IsPhrase(start, k));
            // "said the talks were working: 300 had come home, according to his office"
            case ChunkKind.Break when word == ":":
                return Enumerable.Range(k + 1, chunks.Length - k - 1).Any(a => tokens[chunks[a].First].Lower == "according" && view.HasFiniteVerb(k, a));
            // "rejected the charge in an interview with the radio": where it was said
            case ChunkKind.Preposition when word is "in" or "during" or "via" && k > start && view.IsNoun(k + 1) && SpeechSettings.IsSetting(tokens[chunks[k + 1].Head].Lower) && IsPhrase(start, k) && Cues.Of(tokens, chunks, clause.VerbChunk).Frame is var taken && (taken.Takes(CueFrame.Noun) || (taken.Takes(CueFrame.As) && ClosesQuotation(k))):
                return true;
            case ChunkKind.Preposition when word == "according" && k > start:
                return true;
        }

        return false;
    }

    // The verb behind "and" is the same speaker's: "said the raid was illegal and called on", "condemned it and vowed to".
    private bool IsOwnCue(Clause clause, int verb, int conjunction)
    {
        if (Cues.Of(tokens, chunks, verb).Frame == CueFrame.None || chunks[verb].IsInfinitive || view.ClauseAt[verb] is not { } other)
            return false;
        if (chunks[verb].IsGerund)
            return clause.Verb.IsGerund;
        if (tokens[chunks[verb].Head].Pos == PartOfSpeech.Verb && chunks[verb].Modal is null && tokens[chunks[clause.VerbChunk].Head].Pos != PartOfSpeech.Verb)
            return false;
        return other.Subject is null || clause.Subject is null || other.Subject.First == clause.Subject.First || other.SharesSubject || conjunction > 0;
    }

    // No clause: a noun phrase with what hangs on it.
    private bool IsPhrase(int start, int end)
    {
        for (var k = start; k < end; k++)
        {
            if (chunks[k].Kind is ChunkKind.VerbGroup or ChunkKind.Relative or ChunkKind.Subordinator)
                return false;
        }

        return (view.IsNoun(start) || chunks[start].Kind == ChunkKind.Adjective) && !view.IsThat(start);
    }

    // "condemned the attack and wished the wounded well": behind words that are no clause a finite verb is the speaker's next deed.
    private bool IsOwnDeed(Clause clause, int start, int verb)
    {
        if (clause.Kind is ClauseKind.Infinitive or ClauseKind.Participial || !IsPhrase(start, verb - 1) || view.ClauseAt[verb] is not { IsPassive: false, Kind: ClauseKind.Main or ClauseKind.Relative } other || !view.IsFinite(verb))
            return false;
        return tokens[chunks[verb].Head].Pos != PartOfSpeech.Verb && (other.SharesSubject || other.Subject?.First == clause.Subject?.First);
    }

    private bool IsTagEnd(int verb)
    {
        for (var k = verb + 1; k < chunks.Length; k++)
        {
            if (chunks[k].Kind is ChunkKind.VerbGroup or ChunkKind.Subordinator || view.IsStanding(k))
                return false;
            if (chunks[k].Kind is ChunkKind.Comma or ChunkKind.Break)
                return true;
        }

        return true;
    }
}
