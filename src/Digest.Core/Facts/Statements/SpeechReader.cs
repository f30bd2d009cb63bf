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
    private readonly Unsaid unsaid;
    private readonly PassiveSpeech passive;
    private readonly TurnedSpeakers turnedTo;
    private readonly VerbContent contents;
    private readonly VerblessAttributions verbless;
    private readonly NounCues nouns;
    private readonly List<TextSpan> told = []; // what has been said so far
    private TokenRange? previous; // who spoke last in this sentence

    private SpeechReader(SpeechSentence sentence)
    {
        this.sentence = sentence;
        view = new SpeechView(sentence);
        (tokens, chunks) = (sentence.Tokens, sentence.Chunks);
        (speakers, unsaid, verbless, nouns) = (new SpeakerFinder(view), new Unsaid(view), new VerblessAttributions(view), new NounCues(view));
        (passive, turnedTo, contents) = (new PassiveSpeech(view, speakers), new TurnedSpeakers(view, speakers), new VerbContent(view, speakers));
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
        if (frame == CueFrame.None || ((clause.Kind == ClauseKind.Infinitive || clause.Verb.IsInfinitive) && turnedTo.Of(v) is null && !IsFiniteAfterQuotation(v)))
            return null;
        if (unsaid.ByForm(clause, extra))
            return null;
        if (clause.IsPassive && !passive.IsActiveAfterAll(clause, frame, extra))
            return passive.Of(clause, frame);
        var (speaker, inverted) = turnedTo.Of(v) is { } turned ? (turned, false) : speakers.Of(clause, v + extra, previous);
        if ((speaker is { Length: > 0 } who && unsaid.ByNobody(who)) || unsaid.ByObject(clause, extra) || contents.Of(clause, frame, extra, speaker, inverted) is not var (content, start))
            return null;
        var deed = frame.Takes(CueFrame.Deed) || VerbContent.ClaimsAttack(view, clause);
        if (content.IsEmpty && !IsBareTag(clause, frame) && !deed)
            return null;
        return new SpeechAct(sentence, speaker, view.CueSpan(v, extra), content) { Lemma = LemmaOf(clause, extra, start), IsDeed = deed };
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

    // "he said" with nothing around it belongs to the quotation before or behind it.
    private bool IsBareTag(Clause clause, CueFrame frame) => frame.Takes(CueFrame.Quote) && clause.Kind == ClauseKind.Main && clause.Object is null && tokens[^1].Lower == ":";
}
