using System.Collections.Immutable;
using Digest.Names;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Finds the speech acts of one sentence: for each cue its speaker, and how far its content reaches.</summary>
internal sealed class SpeechReader
{
    private readonly SpeechSentence sentence;
    private readonly ImmutableArray<Token> tokens;
    private readonly ImmutableArray<Chunk> chunks;
    private readonly Clause?[] clauseAt;
    private readonly MentionExtent extent;
    private TokenRange? previous; // who spoke last in this sentence

    private SpeechReader(SpeechSentence sentence)
    {
        this.sentence = sentence;
        (tokens, chunks) = (sentence.Tokens, sentence.Chunks);
        extent = new MentionExtent(sentence);
        clauseAt = new Clause?[chunks.Length];
        foreach (var clause in sentence.Reading.Clauses)
            clauseAt[clause.VerbChunk] = clause;
    }

    internal static IEnumerable<SpeechAct> Read(SpeechSentence sentence) => new SpeechReader(sentence).Read();

    private IEnumerable<SpeechAct> Read()
    {
        if ((Signed() ?? Reports()) is { } labelled)
            yield return labelled;
        for (var k = 0; k < chunks.Length; k++)
        {
            var act = clauseAt[k] is { } clause ? OfVerb(clause) : tokens[chunks[k].First].Lower == "according" ? AccordingTo(k) : null;
            if (act is null)
                continue;
            previous = act.Speaker ?? previous;
            yield return act;
        }
    }

    // ---- verbs

    private SpeechAct? OfVerb(Clause clause)
    {
        var v = clause.VerbChunk;
        var (frame, extra) = Cues.Of(tokens, chunks, v);
        // What the quoted words report is their speaker's business.
        if (sentence.Woven.FirstOrDefault(q => q.Inner.Contains(tokens[clause.Verb.Head].Span)) is { } around)
            return around.Inner.Start == tokens[chunks[v].First].Span.Start && frame != CueFrame.None && !clause.IsPassive && SpeakerOf(clause, v) is { Speaker: { } outside } ? new SpeechAct(sentence, outside, CueSpan(v, 0), [around.Outer]) { Lemma = clause.Lemma } : null;
        if (frame == CueFrame.None || clause.Kind == ClauseKind.Infinitive || clause.Verb.IsInfinitive)
            return null;
        if (clause.Verb.IsNegated || (clause.Verb.Modal is not null && !IsQuoteBeside(v)) || IsCondition(clause))
            return null;
        if (clause.IsPassive && !IsActiveAfterAll(clause, frame, extra))
            return Passive(clause, frame);

        var (speaker, inverted) = SpeakerOf(clause, v + extra);
        if (speaker is { Length: > 0 } who && tokens[who.First].Lower is "no" or "nobody" or "none" or "neither" or "nothing")
            return null;
        if (clause.Lemma == "claim" && clause.Object is { } taken && tokens[chunks[taken.First].Head].Lemma is "life" or "victim")
            return null;
        // "put the toll at twelve", "gave a figure of twelve": only figures are stated so
        if (clause.Lemma is "put" or "give" && extra == 0 && !(clause.Object is { } figure && tokens[chunks[figure.First].Head].Lemma is "number" or "toll" or "figure" or "count" or "tally" or "dead" or "total"))
            return null;
        if (clause.Lemma == "ask" && extra == 0 && v + 1 < chunks.Length && (chunks[v + 1].IsInfinitive || (chunks[v + 1].Kind == ChunkKind.Adverb && v + 2 < chunks.Length && chunks[v + 2].IsInfinitive)))
            return null;
        var after = inverted ? ChunkAfter(speaker!.Value.End) : v + 1 + extra;
        var content = ImmutableArray.CreateBuilder<TextSpan>();
        var start = inverted ? ForwardAfterInversion(after) : Forward(clause, frame, after, HasBackward(v, speaker, inverted, frame));
        if (start >= 0)
        {
            var end = ForwardEnd(clause, start);
            if (end > chunks[start].First)
                content.Add(SpanOf(chunks[start].First, end));
            // “We are leaving,” he said, “and we will not be back.”
            if (sentence.IsStanding(start) && Backward(v, speaker, inverted) is { } earlier && HasStanding(earlier))
                content.Insert(0, earlier);
        }
        else if (HasBackward(v, speaker, inverted, frame) && Backward(v, speaker, inverted) is { } before)
        {
            content.Add(before);
            if (Resumes(after, before) is { } more)
                content.Add(more);
        }

        var deed = frame.Takes(CueFrame.Deed) || ClaimsAttack(clause);
        if (content.Count == 0 && !IsBareTag(clause, frame) && !deed)
            return null;
        return new SpeechAct(sentence, speaker, CueSpan(v, extra), content.ToImmutable()) { Lemma = extra > 0 ? clause.Lemma + " " + tokens[chunks[v + 1].First].Lower : clause.Lemma, IsDeed = deed };
    }

    // "claimed the attack"
    private bool ClaimsAttack(Clause clause) =>
        clause.Lemma == "claim" && clause.Object is { } o && tokens[chunks[o.First].Head].Lemma is "attack" or "bombing" or "strike" or "raid" or "ambush" or "operation" or "assault" or "killing" or "shooting" or "explosion" or "blast";

    // "He noted that …", "she asked.": a form that could be a participle is none where a clause or quotation is its object.
    private bool IsActiveAfterAll(Clause clause, CueFrame frame, int extra)
    {
        var v = clause.VerbChunk;
        if (clause.Verb.IsPassive || clause.Modifiers.Any(m => m.Preposition == "by" && m.Chunk == v + 1 && !SpeechSettings.IsSetting(tokens[chunks[m.Object.First].Head].Lower)))
            return false;
        if (extra > 0 && clause.Lemma is "call" or "ask" or "appeal" or "warn")
            return true;
        if (clause.Lemma == "say" && v + 1 < chunks.Length && !chunks[v + 1].IsInfinitive)
            return true;
        if (!frame.Takes(CueFrame.Clause | CueFrame.That | CueFrame.Quote | CueFrame.Whether))
            return false;
        var left = SkipAdverbsLeft(v - 1);
        if (left >= 0 && sentence.IsStanding(left))
            return true;
        var k = v + 1;
        while (k < chunks.Length && (chunks[k].Kind == ChunkKind.Adverb || chunks[k].IsTime || (chunks[k].Kind == ChunkKind.Preposition && IsNoun(k + 1) && tokens[chunks[k].First].Lower is not "of" && ++k > 0)))
            k++;
        if (k >= chunks.Length || IsThat(k) || sentence.IsStanding(k) || tokens[chunks[k].First].Lower is ":" or "how" or "why" or "whether" or "what")
            return !(k < chunks.Length && clause.Lemma is "tell" or "inform" or "ask") || tokens[chunks[Math.Min(k, chunks.Length - 1)].First].Lower is ":" || clause.Lemma == "ask";
        var subject = clause.Subject is { } s && s.First < v ? s.First : -1;
        return chunks[k].Kind is ChunkKind.Other or ChunkKind.Comma && subject > 0 && (sentence.IsStanding(subject - 1) || IsKind(subject - 1, ChunkKind.Comma));
    }

    private SpeechAct? Passive(Clause clause, CueFrame frame)
    {
        var v = clause.VerbChunk;
        // was quoted as saying
        if (clause.Lemma is "quote" or "cite")
            return null;
        var by = clause.Modifiers.FirstOrDefault(m => m.Preposition == "by");
        if (by is null || !frame.Takes(CueFrame.Noun | CueFrame.As) && clause.Lemma != "claim" || clause.Subject is null || clause.Verb.IsNegated)
            return null;
        var first = chunks[by.Object.First].First;
        var speaker = new TokenRange(first, extent.End(by.Object.First, chunks.Length, true));
        var subject = clause.Subject;
        var from = chunks[subject.First].First;
        var to = chunks[v].First;
        if (from >= to)
            return null;
        return new SpeechAct(sentence, speaker, CueSpan(v, 0), [SpanOf(from, TrimEnd(from, to))]) { Lemma = clause.Lemma, IsDeed = clause.Lemma == "claim" };
    }

    // "if he says", "had they claimed": nobody has said it.
    private static bool IsCondition(Clause clause) => clause.Opener is "if" or "unless" or "whether";

    private bool IsQuoteBeside(int v) => (v + 1 < chunks.Length && sentence.IsStanding(v + 1)) || (v > 1 && (sentence.IsStanding(v - 1) || sentence.IsStanding(v - 2)));

    /// <summary>The speaker's mention, and whether it stands behind the verb ("said the group").</summary>
    private (TokenRange? Speaker, bool Inverted) SpeakerOf(Clause clause, int last)
    {
        var v = clause.VerbChunk;
        var left = SkipAdverbsLeft(v - 1);
        var right = last + 1;
        while (right < chunks.Length && (chunks[right].Kind == ChunkKind.Adverb || (chunks[right].Kind == ChunkKind.NounPhrase && chunks[right].IsTime)))
            right++;
        // "had declared on Wednesday captain Sana"
        if (right + 1 < chunks.Length && chunks[right].Kind == ChunkKind.Preposition && chunks[right + 1] is { Kind: ChunkKind.NounPhrase, IsTime: true } && IsNoun(right + 2))
            right += 2;
        // "called it a lie and said …", "denied it, saying …", "URGES": without a subject of its own, whoever spoke before goes on.
        if (previous is { } before && left > 0 && (chunks[left].Kind == ChunkKind.Conjunction || (chunks[left].Kind == ChunkKind.Comma && (clause.Verb.IsGerund || sentence.Reading.IsHeadline || clause.SharesSubject))) && !sentence.IsStanding(left - 1) && clause.Kind != ClauseKind.Relative)
            return (before, false);
        var open = left < 0 || sentence.IsStanding(left) || (chunks[left].Kind == ChunkKind.Comma && left > 0 && (sentence.IsStanding(left - 1) || HasFiniteVerb(0, left)));
        if (open && IsNoun(right) && left >= 0 && !(clause.Verb.IsGerund))
        {
            var end = extent.End(right, chunks.Length, true);
            var next = ChunkAfter(end);
            var isVerbNext = next < chunks.Length && chunks[next].Kind == ChunkKind.VerbGroup && !chunks[next].IsGerund && !chunks[next].IsInfinitive;
            var pronoun = tokens[chunks[right].Head].Pos == PartOfSpeech.Pronoun && tokens[chunks[right].Head].Lower is not ("he" or "she" or "they" or "it" or "one");
            var ends = next >= chunks.Length || chunks[next].Kind is not (ChunkKind.Subordinator or ChunkKind.VerbGroup);
            if (!isVerbNext && !pronoun && (sentence.IsStanding(left) || (chunks[left].Kind == ChunkKind.Comma && (sentence.IsStanding(left - 1) || (ends && CanSpeak(right) && (!SubjectIsNear(clause, left) || !CanSpeak(clause.Subject!.First)))))))
                return (new TokenRange(chunks[right].First, end), true);
        }

        // "Condemning the strikes, Baghdad said …": who acts comes behind the comma.
        var subject = clause.Kind == ClauseKind.Participial && SkipAdverbsLeft(v - 1) < 0
            ? sentence.Reading.Clauses.FirstOrDefault(c => c.Kind == ClauseKind.Main && c.VerbChunk > v && c.Subject is { } s && s.First > v)?.Subject ?? clause.Subject
            : clause.Subject;
        if (subject is null)
            return (null, false);
        var head = Owner(subject.First, clause);
        if (head > v && clause.Kind == ClauseKind.Participial && clause.Verb.IsGerund)
            return (new TokenRange(chunks[head].First, extent.End(head, chunks.Length, true)), false);
        if (head >= v)
            return (null, false);
        var limit = clause.SharesSubject || clause.Kind is ClauseKind.Participial or ClauseKind.Relative ? chunks.Length : v;
        return (new TokenRange(chunks[head].First, Math.Min(extent.End(head, limit, false), chunks[v].First)), false);
    }

    // "Seven were killed, said the army": the clause before has its own verb, so the phrase before the comma is no subject of "said".
    private bool SubjectIsNear(Clause clause, int comma)
    {
        if (clause.Subject is not { } subject || subject.First > clause.VerbChunk)
            return false;
        for (var k = subject.Last + 1; k < comma; k++)
        {
            if (clauseAt[k] is { } between && between.Kind == ClauseKind.Main && !between.Verb.IsGerund)
                return false;
        }

        return true;
    }

    // The noun phrase found before the verb may be an age or belong to an apposition: "Ana Silva, 52, who …", "Ana Silva, head of the clinic, who …".
    private int Owner(int noun, Clause clause)
    {
        if (noun > 1 && tokens[chunks[noun].Head].Pos == PartOfSpeech.Number && chunks[noun].End - chunks[noun].First == 1 && IsKind(noun - 1, ChunkKind.Comma) && IsNoun(noun - 2))
            return noun - 2;
        if (clause.Kind != ClauseKind.Reduced && (clause.Kind != ClauseKind.Relative || clause.Opener != "who"))
            return noun;
        while (noun > 1 && IsKind(noun - 1, ChunkKind.Preposition) && IsNoun(noun - 2))
            noun -= 2;
        return noun > 1 && IsKind(noun - 1, ChunkKind.Comma) && IsNoun(noun - 2) && tokens[chunks[noun - 2].Head].Pos == PartOfSpeech.ProperNoun && tokens[chunks[noun].Head].Pos != PartOfSpeech.ProperNoun ? noun - 2 : noun;
    }

    private bool CanSpeak(int noun)
    {
        var head = tokens[chunks[noun].Head];
        return head.Pos is PartOfSpeech.ProperNoun or PartOfSpeech.Pronoun || MentionReader.IsBody(head.Lower) || MentionReader.IsRole(head.Lower) || MentionReader.IsRole(head.Lemma) || People.Find(head.Lower) is not null;
    }

    private int SkipAdverbsLeft(int k)
    {
        while (k >= 0 && chunks[k].Kind == ChunkKind.Adverb)
            k--;
        return k;
    }

    private bool IsNoun(int k) => k >= 0 && k < chunks.Length && chunks[k].Kind == ChunkKind.NounPhrase;

    private bool IsKind(int k, ChunkKind kind) => k >= 0 && k < chunks.Length && chunks[k].Kind == kind;

    private int ChunkAfter(int token)
    {
        for (var k = 0; k < chunks.Length; k++)
        {
            if (chunks[k].First >= token)
                return k;
        }

        return chunks.Length;
    }

    private bool HasFiniteVerb(int from, int to)
    {
        for (var k = from; k < to; k++)
        {
            if (chunks[k].Kind == ChunkKind.VerbGroup && !chunks[k].IsGerund && !chunks[k].IsInfinitive && clauseAt[k]?.Kind is not ClauseKind.Reduced)
                return true;
        }

        return false;
    }

    // ---- content behind the cue

    private int ForwardAfterInversion(int k)
    {
        // “…,” said Vasyl Koval, a welder, “and it was …”
        for (; k < chunks.Length; k++)
        {
            if (sentence.IsStanding(k))
                return k;
            if (chunks[k].Kind is ChunkKind.VerbGroup or ChunkKind.Relative or ChunkKind.Subordinator)
                return -1;
        }

        return -1;
    }

    /// <summary>The chunk where the content behind the cue starts, or -1.</summary>
    private int Forward(Clause clause, CueFrame frame, int from, bool hasBackward)
    {
        var recipient = frame.Takes(CueFrame.Someone);
        var moved = false;
        for (var k = from; k < chunks.Length; k++)
        {
            var chunk = chunks[k];
            var word = tokens[chunk.First].Lower;
            switch (chunk.Kind)
            {
                case ChunkKind.Adverb when word is "how" or "why" && frame.Takes(CueFrame.Clause | CueFrame.That):
                    return k;
                case ChunkKind.Adverb when word is not "there" || !IsKind(k + 1, ChunkKind.VerbGroup):
                case ChunkKind.OpenQuote or ChunkKind.CloseQuote:
                    continue;
                case ChunkKind.OpenBracket when moved:
                    while (k + 1 < chunks.Length && chunks[k].Kind != ChunkKind.CloseBracket)
                        k++;
                    continue;
                case ChunkKind.Comma:
                    if (k + 1 < chunks.Length && sentence.IsStanding(k + 1))
                        return k + 1;
                    if (hasBackward || !(frame.Takes(CueFrame.Clause) || frame.Takes(CueFrame.That)))
                        return -1;
                    // "He said, however, that", "said on Monday, after talks, that"
                    var that = k + 1;
                    while (that < chunks.Length && !IsThat(that))
                        that++;
                    return that < chunks.Length && that - k < 5 ? that : -1;
                case ChunkKind.Break:
                    return word == ":" && k + 1 < chunks.Length ? k + 1 : -1;
                case ChunkKind.Subordinator or ChunkKind.Relative when IsThat(k):
                    return k;
                case ChunkKind.Subordinator or ChunkKind.Relative:
                    return word is "what" or "who" or "how" or "why" or "where" or "when" or "whether" or "if" or "which" && !moved && frame.Takes(CueFrame.Whether | CueFrame.Clause | CueFrame.That | CueFrame.Noun) && word is not "when" ? k : -1;
                case ChunkKind.NounPhrase when chunk.IsTime && !IsFinite(k + 1):
                    moved = true;
                    continue;
                case ChunkKind.NounPhrase when recipient && !sentence.IsStanding(k) && Recipient(k, frame, clause) is > 0 and var next:
                    recipient = false;
                    k = next - 1;
                    continue;
                case ChunkKind.NounPhrase:
                    return StartsContent(clause, frame, k) ? k : -1;
                case ChunkKind.Preposition when IsNoun(k + 1) && !HasGerund(k) && !(word == "as" && frame.Takes(CueFrame.As)):
                    var skip = SkipSetting(k);
                    // condemned “in the strongest terms” the raid
                    if (frame.Takes(CueFrame.Noun) && sentence.Woven.Any(q => q.Inner.Contains(tokens[chunk.First].Span)))
                        return k;
                    moved = true;
                    k = skip - 1;
                    continue;
                case ChunkKind.Preposition when word == "as" && frame.Takes(CueFrame.As) && clause.Kind == ClauseKind.Relative:
                    return k;
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
                    return frame.Takes(CueFrame.Clause) && clause.Kind == ClauseKind.Relative ? k : -1;
                case ChunkKind.Other when sentence.IsStanding(k):
                    return k;
                case ChunkKind.Adjective or ChunkKind.Adverb when frame.Takes(CueFrame.Clause) || frame.Takes(CueFrame.As):
                    return k;
                default:
                    return -1;
            }
        }

        return -1;
    }

    private bool IsThat(int k) => chunks[k].Kind is ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.NounPhrase && chunks[k].End - chunks[k].First == 1 && tokens[chunks[k].First].Lower is "that";

    private bool IsFinite(int k)
    {
        while (k < chunks.Length && chunks[k].Kind == ChunkKind.Adverb)
            k++;
        return k < chunks.Length && chunks[k].Kind == ChunkKind.VerbGroup && !chunks[k].IsGerund && !chunks[k].IsInfinitive;
    }

    // The one addressed, with what belongs to it; 0 if the noun phrase opens the content itself ("warn the strikes will go on").
    private int Recipient(int noun, CueFrame frame, Clause clause)
    {
        var k = noun + 1;
        while (k + 1 < chunks.Length && (chunks[k].Kind == ChunkKind.Preposition || (chunks[k].Kind == ChunkKind.Conjunction && !IsFinite(k + 2))) && IsNoun(k + 1) && !(chunks[k + 1].IsTime))
            k += 2;
        if (IsFinite(k) && frame.Takes(CueFrame.Clause) && clause.Lemma is not "tell")
            return 0;
        if (frame.Takes(CueFrame.To) && k < chunks.Length && (chunks[k].IsInfinitive || IsNegatedInfinitive(k)))
            return 0;
        if (frame.Takes(CueFrame.To) && clause.Lemma is "urge" or "call" && !frame.Takes(CueFrame.Clause))
            return 0;
        return k;
    }

    private bool IsNegatedInfinitive(int k) => chunks[k].Kind == ChunkKind.Adverb && k + 1 < chunks.Length && chunks[k + 1].IsInfinitive;

    // "in a statement", "on Monday", "to reporters", "at a briefing in Kyiv": where, when and to whom it was said.
    private int SkipSetting(int preposition)
    {
        var k = preposition + 2;
        while (k + 1 < chunks.Length && (chunks[k].Kind == ChunkKind.Preposition || (chunks[k].Kind == ChunkKind.Conjunction && !IsFinite(k + 2))) && IsNoun(k + 1) && !IsFinite(k + 2))
            k += 2;
        // "said at the base five men died" is rare; "said on Facebook five men died" is not
        return k;
    }

    private bool HasGerund(int preposition) => IsKind(preposition + 1, ChunkKind.VerbGroup);

    private bool StartsContent(Clause clause, CueFrame frame, int noun)
    {
        if (frame.Takes(CueFrame.Noun | CueFrame.Of))
            return true;
        if (frame.Takes(CueFrame.Clause) && (HasFiniteVerb(noun, ClauseLimit(noun)) || HasWoven(noun)))
            return true;
        if (frame.Takes(CueFrame.To))
        {
            for (var k = noun + 1; k < chunks.Length && chunks[k].Kind is not (ChunkKind.Comma or ChunkKind.Break); k++)
            {
                if (chunks[k].IsInfinitive)
                    return true;
            }
        }

        return frame.Takes(CueFrame.As) && IsCalling(clause, noun);
    }

    // "called the raid a crime", "described it as cowardly", "labelled it “illegal”": something is said of the object.
    private bool IsCalling(Clause clause, int noun)
    {
        for (var k = noun + 1; k < chunks.Length && chunks[k].Kind is not (ChunkKind.Comma or ChunkKind.Break or ChunkKind.VerbGroup); k++)
        {
            if (tokens[chunks[k].First].Lower == "as")
                return true;
            if (clause.Lemma is "call" or "label" or "brand" or "term" or "deem" && chunks[k].Kind is ChunkKind.NounPhrase or ChunkKind.Adjective && chunks[k - 1].Kind is ChunkKind.NounPhrase && !chunks[k].IsTime)
                return true;
        }

        return HasWoven(noun);
    }

    private bool HasWoven(int chunk)
    {
        var from = tokens[chunks[chunk].First].Span.Start;
        return sentence.Woven.Any(q => q.Inner.End > from);
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

    /// <summary>The token where content that starts at a chunk ends: with the sentence, or where the speaker or another speaker begins to say something else.</summary>
    private int ForwardEnd(Clause clause, int start)
    {
        for (var k = start + 1; k < chunks.Length; k++)
        {
            if (!EndsContent(clause, start, k))
                continue;
            return TrimEnd(chunks[start].First, chunks[k].First);
        }

        return TrimEnd(chunks[start].First, tokens.Length);
    }

    private bool EndsContent(Clause clause, int start, int k)
    {
        var word = tokens[chunks[k].First].Lower;
        switch (chunks[k].Kind)
        {
            case ChunkKind.Conjunction:
                var next = k + 1;
                while (IsKind(next, ChunkKind.Adverb))
                    next++;
                if (IsKind(next, ChunkKind.VerbGroup) && IsOwnCue(clause, next, k))
                    return true;
                return word == "but" && IsNoun(next) && CueWithSubject(next) > 0;
            case ChunkKind.Comma:
                if (clause.Verb.IsGerund && clause.Kind == ClauseKind.Participial && SkipAdverbsLeft(clause.VerbChunk - 1) < 0)
                    return true;
                var after = k + 1;
                while (IsKind(after, ChunkKind.Adverb))
                    after++;
                if (IsKind(after, ChunkKind.VerbGroup) && chunks[after].IsGerund && Cues.Of(tokens, chunks, after).Frame != CueFrame.None && clauseAt[after]?.Kind == ClauseKind.Participial)
                    return true;
                if (after < chunks.Length && tokens[chunks[after].First].Lower is "according" or "citing")
                    return true;
                if (clause.Kind == ClauseKind.Relative && start < k)
                    return true;
                // ", Governor Silva said": somebody else's tag at the end
                return IsNoun(after) && CueWithSubject(after) is > 0 and var cue && IsTagEnd(cue);
            case ChunkKind.Subordinator or ChunkKind.Conjunction when word is "while" or "although" or "though" or "but" or "whereas":
                return IsNoun(k + 1) && CueWithSubject(k + 1) > 0;
            case ChunkKind.Break when word == ";":
                return IsNoun(k + 1) && CueWithSubject(k + 1) > 0;
            case ChunkKind.Preposition when word == "according" && k > start:
                return true;
        }

        return false;
    }

    // The verb behind "and" is the same speaker's: "said the raid was illegal and called on", "condemned it and vowed to".
    private bool IsOwnCue(Clause clause, int verb, int conjunction)
    {
        if (Cues.Of(tokens, chunks, verb).Frame == CueFrame.None || chunks[verb].IsInfinitive || clauseAt[verb] is not { } other)
            return false;
        if (chunks[verb].IsGerund)
            return clause.Verb.IsGerund;
        if (tokens[chunks[verb].Head].Pos == PartOfSpeech.Verb && chunks[verb].Modal is null && tokens[chunks[clause.VerbChunk].Head].Pos != PartOfSpeech.Verb)
            return false;
        return other.Subject is null || clause.Subject is null || other.Subject.First == clause.Subject.First || other.SharesSubject || conjunction > 0;
    }

    // The cue verb that has the noun phrase as its subject, or 0.
    private int CueWithSubject(int noun)
    {
        for (var k = noun + 1; k < Math.Min(chunks.Length, noun + 8); k++)
        {
            if (chunks[k].Kind == ChunkKind.VerbGroup)
                return clauseAt[k] is { IsPassive: false } c && !chunks[k].IsGerund && !chunks[k].IsInfinitive && Cues.Of(tokens, chunks, k).Frame is var f && f.Takes(CueFrame.Clause | CueFrame.That | CueFrame.Quote) && c.Lemma is not ("post" or "begin" or "start" or "continue" or "rule" or "signal" or "finish" or "read") ? k : 0;
            if (chunks[k].Kind is ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.Break)
                return 0;
        }

        return 0;
    }

    private bool IsTagEnd(int verb)
    {
        for (var k = verb + 1; k < chunks.Length; k++)
        {
            if (chunks[k].Kind is ChunkKind.VerbGroup or ChunkKind.Subordinator || sentence.IsStanding(k))
                return false;
            if (chunks[k].Kind is ChunkKind.Comma or ChunkKind.Break)
                return true;
        }

        return true;
    }

    // ---- content before the cue

    private bool HasBackward(int v, TokenRange? speaker, bool inverted, CueFrame frame)
    {
        if (!frame.Takes(CueFrame.Clause | CueFrame.Quote | CueFrame.That))
            return false;
        var edge = BackwardEdge(v, speaker, inverted);
        if (edge <= 0)
            return false;
        var last = edge - 1;
        if (sentence.IsStanding(last))
            return true;
        if (chunks[last].Kind is not (ChunkKind.Comma or ChunkKind.Break) || last == 0)
            return false;
        if (sentence.IsStanding(last - 1))
            return true;
        if (clauseAt[v]?.Kind is ClauseKind.Relative)
            return false;
        return frame.Takes(CueFrame.Clause | CueFrame.That) && (HasFiniteVerb(0, last) || IsKind(v + 1, ChunkKind.Comma));
    }

    private int BackwardEdge(int v, TokenRange? speaker, bool inverted)
    {
        if (inverted || speaker is null)
            return SkipAdverbsLeft(v - 1) + 1;
        var edge = ChunkAt(speaker.Value.First);
        return edge;
    }

    private int ChunkAt(int token)
    {
        for (var k = 0; k < chunks.Length; k++)
        {
            if (chunks[k].End > token)
                return k;
        }

        return chunks.Length;
    }

    private TextSpan? Backward(int v, TokenRange? speaker, bool inverted)
    {
        var edge = BackwardEdge(v, speaker, inverted);
        if (edge <= 0)
            return null;
        var from = 0;
        for (var k = edge - 1; k > 0; k--)
        {
            // A semicolon with an attribution of its own before it: what precedes is somebody else's.
            if (chunks[k].Kind == ChunkKind.Break && tokens[chunks[k].First].Lower == ";" && HasCue(0, k))
            {
                from = chunks[k].End;
                break;
            }
        }

        var to = TrimEnd(from, chunks[edge - 1].End);
        return to > from ? SpanOf(from, to) : null;
    }

    private bool HasCue(int from, int to)
    {
        for (var k = from; k < to; k++)
        {
            if (clauseAt[k] is not null && Cues.Of(tokens, chunks, k).Frame.Takes(CueFrame.Clause))
                return true;
        }

        return false;
    }

    private bool HasStanding(TextSpan span) => sentence.Standing.Values.Any(q => span.Overlaps(q.Outer));

    /// <summary>What goes on behind "…, he said, …".</summary>
    private TextSpan? Resumes(int k, TextSpan before)
    {
        while (k < chunks.Length && (chunks[k].Kind == ChunkKind.Adverb || chunks[k].IsTime))
            k++;
        // “A,” he told reporters in Kyiv, “B.”
        for (var q = k; q < chunks.Length; q++)
        {
            if (sentence.IsStanding(q))
                return HasStanding(before) ? SpanOf(chunks[q].First, QuotedEnd(q)) : null;
            if (chunks[q].Kind is ChunkKind.VerbGroup && Cues.IsSaying(tokens[chunks[q].Head].Lemma))
                break;
        }

        if (!IsKind(k, ChunkKind.Comma) && !IsKind(k, ChunkKind.Break))
            return null;
        var start = k + 1;
        while (IsKind(start, ChunkKind.Adverb))
            start++;
        if (start >= chunks.Length || HasStanding(before))
            return null;
        var complete = sentence.Reading.Clauses.Any(c => tokens[c.Verb.Head].Span.Start < before.End && c.Kind is ClauseKind.Main && !c.Verb.IsGerund);
        var goesOn = chunks[start].Kind switch
        {
            ChunkKind.VerbGroup => !chunks[start].IsGerund && !chunks[start].IsInfinitive,
            ChunkKind.Conjunction => !(IsKind(start + 1, ChunkKind.VerbGroup) && Cues.Of(tokens, chunks, start + 1).Frame != CueFrame.None) && CueWithSubject(start + 1) == 0 && HasFiniteVerb(start, chunks.Length),
            ChunkKind.Subordinator => !complete || tokens[chunks[start].First].Lower is "because" or "that" or "if" or "unless",
            ChunkKind.NounPhrase => HasFiniteVerb(start, chunks.Length) && (!complete || IsFinite(start + 1)) && CueWithSubject(start) == 0,
            ChunkKind.Preposition => !complete,
            _ => false,
        } || (tokens[chunks[k].First].Lower == ";" && CueWithSubject(start) == 0);
        if (!goesOn)
            return null;
        var end = tokens.Length;
        for (var q = start; q < chunks.Length; q++)
        {
            if (IsKind(q, ChunkKind.Comma) && IsKind(q + 1, ChunkKind.VerbGroup) && chunks[q + 1].IsGerund && Cues.Of(tokens, chunks, q + 1).Frame != CueFrame.None)
            {
                end = chunks[q].First;
                break;
            }
        }

        return SpanOf(chunks[start].First, TrimEnd(chunks[start].First, end));
    }

    // Quotations that follow one another without a word between belong together.
    private int QuotedEnd(int chunk)
    {
        var end = chunks[chunk].End;
        for (var k = chunk + 1; k < chunks.Length && (sentence.IsStanding(k) || !tokens[chunks[k].First].IsWord); k++)
        {
            if (sentence.IsStanding(k))
                end = chunks[k].End;
        }

        return end;
    }

    // "he said" with nothing around it belongs to the quotation before or behind it.
    private bool IsBareTag(Clause clause, CueFrame frame) => frame.Takes(CueFrame.Quote) && clause.Kind == ClauseKind.Main && clause.Object is null && tokens[^1].Lower == ":";

    // ---- no verb at all

    /// <summary>“We are leaving.” — Ana Silva; Ana Silva – “We are leaving.”</summary>
    private SpeechAct? Signed()
    {
        var dash = 0;
        while (dash < chunks.Length && !(tokens[chunks[dash].First].Text is "—" or "–" or "―" or "--" or "-" && chunks[dash].Kind is ChunkKind.Break or ChunkKind.Other))
            dash++;
        if (dash == 0 || dash + 1 >= chunks.Length || clauseAt.Any(c => c is not null))
            return null;
        var (name, quote) = sentence.IsStanding(dash + 1) ? (0, dash + 1) : sentence.IsStanding(dash - 1) ? (dash + 1, dash - 1) : (-1, -1);
        if (name < 0 || !IsNoun(name))
            return null;
        var end = extent.End(name, name == 0 ? dash : chunks.Length, true);
        if (name == 0 && ChunkAfter(end) != dash)
            return null;
        return new SpeechAct(sentence, new TokenRange(chunks[name].First, end), tokens[chunks[dash].First].Span, [SpanOf(chunks[quote].First, QuotedEnd(quote))]);
    }

    /// <summary>"…, the Wall Street Journal reports.": behind a name the verb looks like a noun of its phrase.</summary>
    private SpeechAct? Reports()
    {
        var last = chunks.Length - 1;
        while (last > 0 && !tokens[chunks[last].First].IsWord)
            last--;
        if (last < 2 || !IsNoun(last) || !IsKind(last - 1, ChunkKind.Comma) || chunks[last].Head != chunks[last].End - 1)
            return null;
        var verb = chunks[last].Head;
        if (tokens[verb].Lower is not ("reports" or "report" or "notes" or "claims" or "says" or "adds") || verb == chunks[last].First || tokens[verb - 1].Pos != PartOfSpeech.ProperNoun || !HasFiniteVerb(0, last))
            return null;
        return new SpeechAct(sentence, new TokenRange(chunks[last].First, verb), tokens[verb].Span, [SpanOf(0, TrimEnd(0, chunks[last].First))]) { Lemma = "report" };
    }

    // ---- according to

    private SpeechAct? AccordingTo(int k)
    {
        if (k + 2 >= chunks.Length || tokens[chunks[k + 1].First].Lower != "to" || !IsNoun(k + 2))
            return null;
        var end = extent.End(k + 2, chunks.Length, false);
        var speaker = new TokenRange(chunks[k + 2].First, end);
        var cue = tokens[chunks[k].First].Span.Hull(tokens[chunks[k + 1].End - 1].Span);
        var content = ImmutableArray.CreateBuilder<TextSpan>();
        var after = ChunkAfter(end);
        var start = 0;
        if (k > 0)
        {
            var from = 0;
            for (var q = k - 1; q > 0; q--)
            {
                if (chunks[q].Kind == ChunkKind.Break && tokens[chunks[q].First].Lower == ";")
                {
                    from = chunks[q].End;
                    break;
                }
            }

            var to = TrimEnd(from, chunks[k - 1].End);
            if (to > from && tokens[from..to].Any(t => t.IsWord || t.Text == SpeechSentence.Placeholder) && !(to - from <= 2 && tokens[from].Pos == PartOfSpeech.Conjunction))
                content.Add(SpanOf(from, to));
            start = -1;
        }

        if (IsKind(after, ChunkKind.Comma) && after + 1 < chunks.Length && (start == 0 || content.Count == 0 || IsFinite(after + 1) || (IsNoun(after + 1) && IsFinite(after + 2))))
            content.Add(SpanOf(chunks[after + 1].First, TrimEnd(chunks[after + 1].First, tokens.Length)));
        return content.Count == 0 ? null : new SpeechAct(sentence, speaker, cue, content.ToImmutable());
    }

    // ---- spans

    private TextSpan CueSpan(int v, int extra) => sentence.Reading.SpanOf(chunks[v].First, chunks[Math.Min(v + extra, chunks.Length - 1)].First + (extra > 0 ? 1 : chunks[v].End - chunks[v].First));

    private int TrimEnd(int from, int end)
    {
        while (end > from && (tokens[end - 1].Pos is PartOfSpeech.Comma || (tokens[end - 1].Pos == PartOfSpeech.Punctuation && tokens[end - 1].Text is "." or ":" or ";" or "-" or "–" or "—" or "--" or "―")))
            end--;
        return end;
    }

    /// <summary>The characters of tokens [first, end), with the marks of quotations that open or close at its edges.</summary>
    private TextSpan SpanOf(int first, int end)
    {
        var span = sentence.Reading.SpanOf(first, end);
        foreach (var quote in sentence.Woven)
        {
            if (quote.Outer.Start < span.Start && span.Start <= quote.Inner.Start && quote.Outer.End > span.Start)
                span = span.Hull(new TextSpan(quote.Outer.Start, span.Start));
            if (quote.Outer.End > span.End && quote.Outer.Start >= span.Start && quote.Outer.Start < span.End)
                span = span.Hull(quote.Outer);
        }

        return span;
    }
}
