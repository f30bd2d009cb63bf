using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Finds the speech acts of one sentence: for each cue its speaker, and how far its content reaches.</summary>
internal sealed class SpeechReader
{
    private readonly SpeechView view;
    private readonly SpeechSentence sentence;
    private readonly ImmutableArray<Token> tokens;
    private readonly ImmutableArray<Chunk> chunks;
    private readonly SpeakerFinder speakers;
    private readonly ForwardContent forward;
    private readonly ContentEnd ends;
    private readonly BackwardContent backward;
    private readonly VerblessAttributions verbless;
    private readonly NounCues nouns;
    private readonly List<TextSpan> told = []; // what has been said so far
    private TokenRange? previous; // who spoke last in this sentence

    private SpeechReader(SpeechSentence sentence)
    {
        this.sentence = sentence;
        view = new SpeechView(sentence);
        (tokens, chunks) = (sentence.Tokens, sentence.Chunks);
        (speakers, forward, ends, backward, verbless, nouns) = (new SpeakerFinder(view), new ForwardContent(view), new ContentEnd(view), new BackwardContent(view), new VerblessAttributions(view), new NounCues(view));
    }

    internal static IEnumerable<SpeechAct> Read(SpeechSentence sentence) => new SpeechReader(sentence).Read();

    private IEnumerable<SpeechAct> Read()
    {
        if ((verbless.Signed() ?? verbless.Reports() ?? verbless.Labelled()) is { } labelled)
        {
            told.AddRange(labelled.Content);
            yield return labelled;
        }

        for (var k = 0; k < chunks.Length; k++)
        {
            var act = view.ClauseAt[k] is { } clause ? OfVerb(clause) : tokens[chunks[k].First].Lower == "according" ? verbless.AccordingTo(k) : verbless.To(k) is { } held ? held : view.IsNoun(k) ? nouns.At(k) : verbless.InTheWordsOf(k);
            if (act is null)
                continue;
            // What a noun's own clause or noun reports ("reports alleging …", "the army's claim that …") is said by the way: whoever spoke before goes on.
            if (previous is null || !(view.ClauseAt[k] is null or { Kind: ClauseKind.Reduced } or { Kind: ClauseKind.Participial, Verb.IsGerund: true, SharesSubject: false } && view.IsNoun(k - (view.ClauseAt[k] is null ? 0 : 1))))
                previous = act.Speaker ?? previous;
            told.AddRange(act.Content);
            yield return act;
        }

        if (verbless.Introduced(told, previous) is { } introduced)
            yield return introduced;
    }

    private SpeechAct? OfVerb(Clause clause)
    {
        var v = clause.VerbChunk;
        var (frame, extra) = Cues.Of(tokens, chunks, v);
        // What the quoted words report is their speaker's business.
        if (sentence.Woven.FirstOrDefault(q => q.Inner.Contains(tokens[clause.Verb.Head].Span)) is { } around)
            return TagBehind(around) ? null : around.Inner.Start == tokens[chunks[v].First].Span.Start && frame.Takes(CueFrame.Noun | CueFrame.That | CueFrame.Clause) && !clause.Verb.IsInfinitive && !told.Exists(s => s.Contains(around.Inner)) && !clause.IsPassive && speakers.Of(clause, v, previous) is { Speaker: { } outside } ? new SpeechAct(sentence, outside, view.CueSpan(v, 0), [around.Outer]) { Lemma = clause.Lemma } : null;
        if (frame == CueFrame.None || ((clause.Kind == ClauseKind.Infinitive || clause.Verb.IsInfinitive) && Turned(v) is null && !IsFiniteAfterQuotation(v)))
            return null;
        // "The bias begins to show", "The spot concludes with footage": nothing is said
        if (clause.Lemma is "begin" or "start" or "continue" or "finish" or "conclude" or "go" && v + 1 + extra < chunks.Length && (chunks[v + 1].IsInfinitive || tokens[chunks[v + 1 + extra].First].Lower is "with" or "by" or "about"))
            return null;
        // "neither confirmed nor denied"
        if (chunks[v].First > 0 && tokens[chunks[v].First - 1].Lower is "neither" or "nor" or "hardly")
            return null;
        if (clause.Verb.IsNegated || (clause.Verb.Modal is not null && !IsQuoteBeside(v) && !SaysOnly(clause)) || IsCondition(clause))
            return null;
        // "stopped short of blaming", "refrained from accusing", "without naming": it was not said.
        if (clause.Verb.IsGerund && chunks[v].First > 1 && (tokens[chunks[v].First - 1].Lower is "without" or "than" || (tokens[chunks[v].First - 1].Lower == "of" && tokens[chunks[v].First - 2].Lower is "short" or "instead") || (tokens[chunks[v].First - 1].Lower == "from" && SpeakerFinder.IsHoldingBack(tokens[chunks[v].First - 2].Lemma)) || tokens[chunks[v].First - 1].Lemma is "avoid"))
            return null;
        // "Did the ministry confirm it?" asserts nothing.
        if (clause.Kind == ClauseKind.Main && tokens[0].Pos is PartOfSpeech.Auxiliary or PartOfSpeech.Modal && tokens[^1].Lower == "?")
            return null;
        if (clause.IsPassive && !IsActiveAfterAll(clause, frame, extra))
            return Passive(clause, frame);

        var (speaker, inverted) = Turned(v) is { } turned ? (turned, false) : speakers.Of(clause, v + extra, previous);
        if (speaker is { Length: > 0 } neither && ((neither.First > 0 && tokens[neither.First - 1].Lower is "neither" or "nor") || tokens[neither.First..neither.End].Any(t => t.Lower == "nor")))
            return null;
        if (speaker is { Length: > 0 } who && tokens[who.First].Lower is "no" or "nobody" or "none" or "neither" or "nothing")
            return null;
        // "has said nothing about casualties"
        if (clause.Lemma == "say" && clause.Object is { } little && tokens[chunks[little.First].First].Lower is "nothing" or "little" or "much" or "more")
            return null;
        if (clause.Lemma == "claim" && clause.Object is { } taken && tokens[chunks[taken.First].Head].Lemma is "life" or "victim")
            return null;
        // "put the toll at twelve", "gave a figure of twelve": only figures are stated so
        if (clause.Lemma is "put" or "give" && extra == 0 && !(clause.Object is { } figure && tokens[chunks[figure.First].Head].Lemma is "number" or "toll" or "figure" or "count" or "tally" or "dead" or "total"))
            return null;
        // "attributed the saying to a clerk": whose words they are, and nothing of what the speaker holds
        if (clause.Lemma is "attribute" or "ascribe" && clause.Object is { } words && tokens[chunks[words.First].Head].Lemma is var head && (SpeechSettings.IsSetting(head) || NounCues.Attributes(head) || head is "quote" or "quotation" or "saying" or "phrase" or "word"))
            return null;
        // "gave no toll", "sought shelter": only what is asked of others is said
        if (clause.Object is { } none && tokens[chunks[none.First].First].Lower == "no" && clause.Lemma is "give" or "put" or "express" or "voice" or "claim")
            return null;
        if (clause.Lemma == "seek" && !(clause.Object is { } sought && tokens[chunks[sought.First].Head].Lemma is "inquiry" or "enquiry" or "investigation" or "probe" or "report" or "explanation" or "answer" or "clarification" or "apology" or "meeting" or "session"))
            return null;
        if (clause.Lemma == "ask" && extra == 0 && v + 1 < chunks.Length && (chunks[v + 1].IsInfinitive || (chunks[v + 1].Kind == ChunkKind.Adverb && v + 2 < chunks.Length && chunks[v + 2].IsInfinitive)))
            return null;
        var after = inverted ? view.ChunkAfter(speaker!.Value.End) : v + 1 + extra;
        var content = ImmutableArray.CreateBuilder<TextSpan>();
        var hasBackward = !GoesOn(speaker, v) && (inverted || speaker is not { } actor || actor.First < chunks[v].First) && backward.Stands(v, speaker, inverted, frame);
        var start = inverted ? forward.AfterInversion(after) : forward.Start(clause, frame, after, hasBackward);
        // “This will be answered,” she promised the families: whoever it is promised.
        if (start >= 0 && view.IsNoun(start) && !view.IsThat(start) && !GoesOn(speaker, v) && backward.IsBehindQuotation(v, speaker, inverted))
            start = -1;
        // "claimed the storming of the camp, saying it had killed 60": what is claimed is told, and only what is quoted of it is said
        if (start >= 0 && clause.Object?.First == start && ClaimsAttack(clause) && view.SpanOf(chunks[start].First, ends.Of(clause, start)) is var claimed && !sentence.Woven.Any(q => claimed.Overlaps(q.Outer)))
            start = -1;
        if (start >= 0)
        {
            var end = ends.Of(clause, start);
            if (end > chunks[start].First)
                content.Add(view.SpanOf(chunks[start].First, end));
            // "the truck story suggests the plan is old": nobody says it
            if (clause.Lemma == "suggest" && !view.IsThat(start) && !view.IsStanding(start) && !(speaker is { } suggesting && speakers.CanSpeak(view.ChunkAt(suggesting.First))))
                return null;
            if (end == chunks[start].First + 1 && tokens[chunks[start].First].Lower == "that" && chunks[start].Kind != ChunkKind.NounPhrase)
                return null;
            // "strikes that Washington said were defensive": the strikes were.
            if (view.IsFinite(start) && chunks[start].Kind == ChunkKind.VerbGroup && clause.Opener is "that" or "which" && clause.Subject is { First: > 1 } s && view.IsNoun(s.First - 2) && s.First - 2 < v)
                content.Insert(0, view.SpanOf(chunks[s.First - 2].First, chunks[s.First - 2].End));
            // “We are leaving,” he said, “and we will not be back.”
            // If they come, he warned, “nothing will be left.”
            // "an allegation that Paris described as “grotesque”"
            if (tokens[chunks[start].First].Lower == "as" && (clause.Kind == ClauseKind.Relative || clause.Opener is "that" or "which") && Antecedent(clause) is { } described)
                content.Insert(0, described);
            var goesOn = (inverted || view.IsKind(v + 1, ChunkKind.Comma)) && tokens[0].Lower is "if" or "unless" or "when" or "until" or "had" && view.OpensSmall(start);
            if ((view.IsStanding(start) || goesOn) && !GoesOn(speaker, v) && backward.Of(v, speaker, inverted) is { } earlier && (view.HasStanding(earlier) || goesOn))
                content.Insert(0, earlier);
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

        var deed = frame.Takes(CueFrame.Deed) || ClaimsAttack(clause);
        if (content.Count == 0 && !IsBareTag(clause, frame) && !deed)
            return null;
        return new SpeechAct(sentence, speaker, view.CueSpan(v, extra), content.ToImmutable()) { Lemma = LemmaOf(clause, extra, start), IsDeed = deed };
    }

    // France “condemns this aggression”, its president wrote: the words are his who is named behind them.
    private bool TagBehind(Quote quote)
    {
        var comma = Array.FindIndex([.. chunks], c => tokens[c.First].Span.Start >= quote.Inner.End && c.Kind != ChunkKind.CloseQuote);
        return comma > 0 && view.IsKind(comma, ChunkKind.Comma) && view.IsNoun(comma + 1) && view.CueWithSubject(comma + 1) is > 0 and var cue && Cues.IsSaying(tokens[chunks[cue].Head].Lemma) && Enumerable.Range(cue + 1, chunks.Length - cue - 1).All(k => chunks[k].Kind != ChunkKind.Subordinator && !view.IsStanding(k) && view.WovenAt(k) is null && !view.IsThat(k));
    }

    // said the front had “no order to attack” and suggested …: a past tense outside the marks is joined to no infinitive inside them.
    private bool IsFiniteAfterQuotation(int v) =>
        tokens[chunks[v].Head].Pos is PartOfSpeech.PastTense or PartOfSpeech.PastOrParticiple && view.SkipAdverbsLeft(v - 1) is > 0 and var left && view.IsKind(left, ChunkKind.Conjunction) && LeavesQuotation(left);

    private bool LeavesQuotation(int joint)
    {
        var at = tokens[chunks[joint].First].Span.Start;
        return sentence.Woven.Any(q => q.Outer.End <= at && at - q.Outer.End <= 2);
    }

    // “…,” Ana Silva said, urging calm: between the speaker and the gerund stands the verb that has the quotation.
    private bool GoesOn(TokenRange? speaker, int v)
    {
        for (var k = v - 1; speaker is { } who && chunks[v].IsGerund && k >= 0 && chunks[k].First >= who.End; k--)
        {
            if (chunks[k].Kind == ChunkKind.VerbGroup && !chunks[k].IsGerund && Cues.Of(tokens, chunks, k).Frame != CueFrame.None)
                return true;
        }

        return false;
    }

    // The verb with what makes it another act: "ask for help", "tell both sides to stop", "call on".
    private string LemmaOf(Clause clause, int extra, int start)
    {
        var v = clause.VerbChunk;
        if (extra > 0)
            return clause.Lemma + " " + (view.IsNoun(v + 1) ? tokens[chunks[v + 1].Head] : tokens[chunks[v + 1].First]).Lower;
        if (start < 0 || !view.IsNoun(start) || view.IsStanding(start))
            return clause.Lemma;
        return clause.Lemma switch
        {
            "ask" => "ask for",
            "tell" when view.SkipAdjuncts(start + 1) is var next && next < chunks.Length && chunks[next].IsInfinitive => "tell to",
            _ => clause.Lemma,
        };
    }

    // "took to Telegram to accuse …", "used the funeral to vow …", "issued a statement to deny …": who turned to the public says what the infinitive tells.
    private TokenRange? Turned(int v)
    {
        // "…, prompting Warsaw to accuse Budapest of cowardice": whoever is prompted speaks
        if (chunks[v].IsInfinitive && view.IsNoun(v - 1) && view.IsKind(v - 2, ChunkKind.VerbGroup) && tokens[chunks[v - 2].Head].Lemma is "prompt" or "lead" or "provoke" or "spur" or "drive" or "move" && !chunks[v - 2].IsInfinitive && view.ClauseAt[v - 2] is { IsPassive: false, Verb: { IsNegated: false, Modal: null } } && speakers.CanSpeak(v - 1))
            return new TokenRange(chunks[v - 1].First, chunks[v - 1].End);
        if (!chunks[v].IsInfinitive || sentence.Reading.Clauses.LastOrDefault(c => c.VerbChunk < v) is not { Kind: ClauseKind.Main, IsPassive: false, Verb.IsNegated: false, Verb.Modal: null, Subject: { } subject } main || subject.First >= main.VerbChunk || !SpeakerFinder.CanSpeak(tokens[chunks[subject.First].Head]))
            return null;
        var link = main.VerbChunk + 1 < v ? tokens[chunks[main.VerbChunk + 1].First].Lower : "";
        var turns = main.Lemma switch
        {
            "take" => link == "to",
            "go" => link == "on",
            "use" => main.Object is not null,
            "issue" or "release" or "publish" or "post" => main.Object is { } issued && SpeechSettings.IsSetting(tokens[chunks[issued.First].Head].Lemma),
            _ => false,
        };
        return turns ? new TokenRange(chunks[subject.First].First, Math.Min(view.Extent.End(subject.First, main.VerbChunk, false), chunks[main.VerbChunk].First)) : null;
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

    // "claimed the attack"
    private bool ClaimsAttack(Clause clause) =>
        clause.Lemma == "claim" && clause.Object is { } o && tokens[chunks[o.First].Head] is var deed && (Stances.IsDeed(deed.Lemma) || Stances.IsDeed(deed.Lower) || deed.Lemma == "operation");

    // "He noted that …", "she asked.": a form that could be a participle is none where a clause or quotation is its object.
    private bool IsActiveAfterAll(Clause clause, CueFrame frame, int extra)
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
        return chunks[k].Kind is ChunkKind.Other or ChunkKind.Comma && subject > 0 && (view.IsStanding(subject - 1) || view.IsKind(subject - 1, ChunkKind.Comma));
    }

    // Another finite verb behind it that has the same subject: "Officials quoted by the agency said".
    private bool NextIsFinite(int v)
    {
        var subject = view.ClauseAt[v]!.Subject!.First;
        return sentence.Reading.Clauses.Any(c => c.VerbChunk > v && c.Kind == ClauseKind.Main && !c.SharesSubject && c.Subject?.First == subject && view.IsFinite(c.VerbChunk));
    }

    private SpeechAct? Passive(Clause clause, CueFrame frame)
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

    // "if he says", "had they claimed": nobody has said it.
    private static bool IsCondition(Clause clause) => clause.Opener is "if" or "unless" or "whether";

    // "would only say that", "would say only that": who says no more than that has said that.
    private bool SaysOnly(Clause clause)
    {
        var v = clause.VerbChunk;
        return clause is { Lemma: "say", Verb.Modal: not null } && tokens[chunks[v].First..chunks[v].End].Any(t => t.Lower is "would" or "will") && (tokens[chunks[v].First..chunks[v].End].Any(t => t.Lower == "only") || (v + 1 < chunks.Length && tokens[chunks[v + 1].First].Lower == "only"));
    }

    private bool IsQuoteBeside(int v) => (v + 1 < chunks.Length && view.IsStanding(v + 1)) || (v > 1 && (view.IsStanding(v - 1) || view.IsStanding(v - 2)));

    // "he said" with nothing around it belongs to the quotation before or behind it.
    private bool IsBareTag(Clause clause, CueFrame frame) => frame.Takes(CueFrame.Quote) && clause.Kind == ClauseKind.Main && clause.Object is null && tokens[^1].Lower == ":";
}
