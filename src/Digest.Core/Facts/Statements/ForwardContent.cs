using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Finds where the content behind a cue verb starts: behind whoever is addressed and where and when it was said.</summary>
internal sealed class ForwardContent(SpeechView view)
{
    private readonly SpeechSentence sentence = view.Sentence;
    private readonly ImmutableArray<Token> tokens = view.Tokens;
    private readonly ImmutableArray<Chunk> chunks = view.Chunks;

    internal int AfterInversion(int k)
    {
        // “…,” said Vasyl Koval, a welder, “and it was …”
        for (; k < chunks.Length; k++)
        {
            if (view.IsStanding(k))
                return k;
            if (chunks[k].Kind is ChunkKind.VerbGroup or ChunkKind.Relative or ChunkKind.Subordinator)
                return -1;
        }

        return -1;
    }

    /// <summary>The chunk where the content behind the cue starts, or -1.</summary>
    internal int Start(Clause clause, CueFrame frame, int from, bool hasBackward)
    {
        var recipient = frame.Takes(CueFrame.Someone);
        var moved = false;
        for (var k = from; k < chunks.Length; k++)
        {
            var chunk = chunks[k];
            var word = tokens[chunk.First].Lower;
            // shouted “traitors”; used the word “war”; says things such as, “We are many”
            if (frame.Takes(CueFrame.Quote) && !frame.Takes(CueFrame.Noun | CueFrame.Utterance) && !moved && (view.WovenAt(k) is not null || (chunk.Kind == ChunkKind.NounPhrase && IsExampled(k))))
                return k;
            switch (chunk.Kind)
            {
                case ChunkKind.Adverb when word is "how" or "why" && frame.Takes(CueFrame.Clause | CueFrame.That):
                    return k;
                case ChunkKind.Adverb when word is not "there" || !view.IsKind(k + 1, ChunkKind.VerbGroup):
                case ChunkKind.OpenQuote or ChunkKind.CloseQuote:
                    continue;
                case ChunkKind.OpenBracket when moved:
                    while (k + 1 < chunks.Length && chunks[k].Kind != ChunkKind.CloseBracket)
                        k++;
                    continue;
                case ChunkKind.Comma:
                    if (k + 1 < chunks.Length && view.IsStanding(k + 1))
                        return k + 1;
                    if (!hasBackward && frame.Takes(CueFrame.Quote) && view.WovenAt(k + 1) is not null)
                        return k + 1;
                    // As the priest put it, quoting an old woman, “…”
                    if (frame.Takes(CueFrame.Quote) && BehindAside(k + 1) is > 0 and var told && (view.IsStanding(told) || (!hasBackward && view.WovenAt(told) is not null)))
                        return told;
                    if (hasBackward || !(frame.Takes(CueFrame.Clause) || frame.Takes(CueFrame.That)))
                        return -1;
                    // "He said, however, that", "said on Monday, after talks, that"
                    var that = k + 1;
                    while (that < chunks.Length && !view.IsThat(that))
                        that++;
                    return that < chunks.Length && that - k < 5 ? that : -1;
                case ChunkKind.Break:
                    return word == ":" && k + 1 < chunks.Length ? k + 1 : -1;
                // "commenting on reports that …", "responding to claims that …": what was reported, not what is said of it
                case ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.NounPhrase when moved && view.IsThat(k) && view.IsNoun(k - 1) && view.IsKind(k - 2, ChunkKind.Preposition) && tokens[chunks[k - 2].First].Lower is "on" or "to" or "about" or "over" && NounCues.Attributes(tokens[chunks[k - 1].Head].Lemma):
                    return -1;
                // "told reporters after the meeting that was held there": without a subject behind it "that" is relative.
                case ChunkKind.Subordinator or ChunkKind.Relative when view.IsThat(k) && moved && view.IsFinite(k + 1):
                    return -1;
                case ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.NounPhrase when view.IsThat(k):
                    return k;
                case ChunkKind.Subordinator or ChunkKind.Relative:
                    return word is "what" or "who" or "whoever" or "whatever" or "how" or "why" or "where" or "when" or "whether" or "if" or "which" && !moved && frame.Takes(CueFrame.Whether | CueFrame.Clause | CueFrame.That | CueFrame.Noun) && word is not "when" ? k : -1;
                case ChunkKind.NounPhrase when chunk.IsTime && !view.IsFinite(k + 1):
                    moved = true;
                    continue;
                case ChunkKind.NounPhrase when recipient && !view.IsStanding(k) && Recipient(k, frame, clause) is > 0 and var next:
                    recipient = false;
                    moved |= next > k + 1;
                    k = next - 1;
                    continue;
                case ChunkKind.NounPhrase:
                    return StartsContent(clause, frame, k) ? k : -1;
                case ChunkKind.Preposition when view.IsNoun(k + 1) && !HasGerund(k) && !(word == "as" && frame.Takes(CueFrame.As)):
                    var skip = SkipSetting(k);
                    // condemned “in the strongest terms” the raid
                    if (frame.Takes(CueFrame.Noun) && sentence.Woven.Any(q => q.Inner.Contains(tokens[chunk.First].Span)))
                        return k;
                    moved = true;
                    k = skip - 1;
                    continue;
                case ChunkKind.Preposition when word == "as" && frame.Takes(CueFrame.As) && (clause.Kind == ClauseKind.Relative || clause.Opener == "that"):
                    return k;
                // slammed as “shameful” the decision
                case ChunkKind.Preposition when word == "as" && frame.Takes(CueFrame.As) && (sentence.Woven.Any(q => q.Inner.Start >= tokens[chunk.First].Span.End) || FreeNoun(k + 2)):
                    return k;
                // asked partners for air defence
                case ChunkKind.Preposition when frame.Takes(CueFrame.Of) && word is "of" or "for":
                    return k + 1 < chunks.Length ? k + 1 : -1;
                case ChunkKind.VerbGroup when chunk.IsInfinitive:
                    return frame.Takes(CueFrame.To) || frame.Takes(CueFrame.As) ? k : -1;
                // "in a statement received by the agency"
                case ChunkKind.VerbGroup when chunk.IsBareParticiple && moved:
                    continue;
                case ChunkKind.VerbGroup when chunk.IsGerund:
                    return frame.Takes(CueFrame.Noun) ? k : -1;
                case ChunkKind.VerbGroup:
                    // "strikes that Washington said were defensive": right behind the cue a finite verb has its subject before it.
                    return frame.Takes(CueFrame.Clause) && (clause.Kind == ClauseKind.Relative || (k == from && clause.Opener == "that" && view.IsFinite(k))) ? k : -1;
                case ChunkKind.Other when view.IsStanding(k):
                    return k;
                // "called for calm"
                case ChunkKind.Adjective when k == from && clause.Lemma is "call" or "appeal" && frame.Takes(CueFrame.Noun) && !view.IsNoun(k + 1):
                    return k;
                case ChunkKind.Adjective or ChunkKind.Adverb when frame.Takes(CueFrame.Clause) || frame.Takes(CueFrame.As):
                    return k;
                default:
                    return -1;
            }
        }

        return -1;
    }

    // "quoting an old woman," "pointing at the wall,": the chunk behind what the speaker did by the way; else 0.
    private int BehindAside(int k)
    {
        if (!(view.IsKind(k, ChunkKind.VerbGroup) && chunks[k].IsGerund && (view.ClauseAt[k] is { Lemma: "quote" or "cite" } || Cues.Of(tokens, chunks, k).Frame == CueFrame.None)))
            return 0;
        while (++k < chunks.Length && chunks[k].Kind is ChunkKind.NounPhrase or ChunkKind.Preposition or ChunkKind.Adverb or ChunkKind.Adjective && !view.IsStanding(k))
        {
        }

        return view.IsKind(k, ChunkKind.Comma) && k + 1 < chunks.Length ? k + 1 : 0;
    }

    // The one addressed, with what belongs to it; 0 if the noun phrase opens the content itself ("warn the strikes will go on").
    private int Recipient(int noun, CueFrame frame, Clause clause)
    {
        var k = noun + 1;
        // "warned journalists against relaying it", "warned Rome of haste": what they are warned of is what is said to them.
        if (clause.Lemma is "warn" or "caution" && view.IsKind(k, ChunkKind.Preposition) && tokens[chunks[k].First].Lower is "against" or "of" or "about")
            return 0;
        while (k + 1 < chunks.Length && (chunks[k].Kind == ChunkKind.Preposition || (chunks[k].Kind == ChunkKind.Conjunction && !view.IsFinite(k + 2))) && view.IsNoun(k + 1) && !(chunks[k + 1].IsTime))
            k += 2;
        if (view.IsFinite(k) && frame.Takes(CueFrame.Clause) && clause.Lemma is not "tell")
            return 0;
        if (frame.Takes(CueFrame.To) && k < chunks.Length && (chunks[k].IsInfinitive || IsNegatedInfinitive(k)))
            return 0;
        if (clause.Lemma == "ask" && view.IsKind(k, ChunkKind.Preposition) && tokens[chunks[k].First].Lower == "for")
            return 0;
        if (frame.Takes(CueFrame.To) && clause.Lemma is "urge" or "call" && !frame.Takes(CueFrame.Clause))
            return 0;
        return k;
    }

    // "things such as, “We are many”", "words like “war”"
    private bool IsExampled(int noun)
    {
        var k = noun + 1;
        while (k < chunks.Length && chunks[k].Kind is ChunkKind.Preposition or ChunkKind.Adjective or ChunkKind.Adverb && tokens[chunks[k].First].Lower is "such" or "as" or "like")
            k++;
        if (k == noun + 1)
            return false;
        k += view.IsKind(k, ChunkKind.Comma) ? 1 : 0;
        return k < chunks.Length && (view.IsStanding(k) || view.WovenAt(k) is not null);
    }

    // A noun phrase that no preposition governs.
    private bool FreeNoun(int from)
    {
        for (var k = from; k < chunks.Length && chunks[k].Kind is ChunkKind.NounPhrase or ChunkKind.Preposition or ChunkKind.Adjective; k++)
        {
            if (view.IsNoun(k) && !view.IsKind(k - 1, ChunkKind.Preposition))
                return true;
        }

        return false;
    }

    private bool IsNegatedInfinitive(int k) => chunks[k].Kind == ChunkKind.Adverb && k + 1 < chunks.Length && chunks[k + 1].IsInfinitive;

    // "in a statement", "on Monday", "to reporters", "at a briefing in Kyiv": where, when and to whom it was said.
    private int SkipSetting(int preposition)
    {
        var k = preposition + 2;
        while (k + 1 < chunks.Length && (chunks[k].Kind == ChunkKind.Preposition || (chunks[k].Kind == ChunkKind.Conjunction && !view.IsFinite(k + 2))) && view.IsNoun(k + 1) && !view.IsFinite(k + 2))
            k += 2;
        // "said at the base five men died" is rare; "said on Facebook five men died" is not
        return k;
    }

    private bool HasGerund(int preposition) => view.IsKind(preposition + 1, ChunkKind.VerbGroup);

    private bool StartsContent(Clause clause, CueFrame frame, int noun)
    {
        if (frame.Takes(CueFrame.Noun | CueFrame.Of))
            return true;
        // asked partners for air defence, warned Rome against haste
        if (clause.Lemma is "ask" or "warn" or "caution")
        {
            for (var k = noun + 1; k < chunks.Length && chunks[k].Kind is ChunkKind.Preposition or ChunkKind.NounPhrase or ChunkKind.Adverb; k++)
            {
                if (tokens[chunks[k].First].Lower is var link && (clause.Lemma == "ask" ? link == "for" : link is "against" or "of" or "about" or "over"))
                    return true;
            }
        }

        // calls the parties to lay down their arms
        if (clause.Lemma == "call" && noun + 1 < chunks.Length && view.SkipAdjuncts(noun + 1) is var next && next < chunks.Length && chunks[next].IsInfinitive)
            return true;
        if (frame.Takes(CueFrame.Clause) && (view.HasFiniteVerb(noun, ClauseLimit(noun)) || view.HasWoven(noun)))
            return true;
        if (frame.Takes(CueFrame.To))
        {
            // "called on Washington, a guarantor of the truce, to choose"
            for (var k = noun + 1; k < chunks.Length && chunks[k].Kind is ChunkKind.NounPhrase or ChunkKind.Preposition or ChunkKind.Adverb or ChunkKind.Adjective or ChunkKind.Conjunction or ChunkKind.Comma or ChunkKind.VerbGroup; k++)
            {
                if (chunks[k].Kind == ChunkKind.VerbGroup && !chunks[k].IsInfinitive && view.IsFinite(k))
                    break;
                if (chunks[k].IsInfinitive)
                    return true;
            }
        }

        return frame.Takes(CueFrame.As) && IsCalling(clause, noun);
    }

    // "called the raid a crime", "described it as cowardly", "labelled it “illegal”": something is said of the object.
    private bool IsCalling(Clause clause, int noun)
    {
        // "called the claim laughable": the adjective ends the phrase
        if (clause.Lemma is "call" or "label" or "brand" or "term" or "deem" && chunks[noun].End - chunks[noun].First > 2 && Array.Exists(Lexicon.Lookup(tokens[chunks[noun].End - 1].Lower), r => r.Pos == PartOfSpeech.Adjective))
            return true;
        for (var k = noun + 1; k < chunks.Length && chunks[k].Kind is not (ChunkKind.Comma or ChunkKind.Break or ChunkKind.VerbGroup); k++)
        {
            if (tokens[chunks[k].First].Lower == "as")
                return true;
            if (clause.Lemma is "call" or "label" or "brand" or "term" or "deem" && chunks[k].Kind is ChunkKind.NounPhrase or ChunkKind.Adjective && chunks[k - 1].Kind is ChunkKind.NounPhrase && !chunks[k].IsTime)
                return true;
        }

        return view.HasWoven(noun);
    }

    private int ClauseLimit(int from)
    {
        for (var k = from; k < chunks.Length; k++)
        {
            if (chunks[k].Kind == ChunkKind.Break && tokens[chunks[k].First].Lower == ";")
                return k;
        }

        return chunks.Length;
    }
}
