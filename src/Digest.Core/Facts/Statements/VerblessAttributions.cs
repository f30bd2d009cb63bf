using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Attributions without a verb: signatures, "according to".</summary>
internal sealed class VerblessAttributions(SpeechView view)
{
    private readonly SpeechSentence sentence = view.Sentence;
    private readonly ImmutableArray<Token> tokens = view.Tokens;
    private readonly ImmutableArray<Chunk> chunks = view.Chunks;

    /// <summary>“We are leaving.” — Ana Silva; Ana Silva – “We are leaving.”</summary>
    internal SpeechAct? Signed()
    {
        var dash = 0;
        while (dash < chunks.Length && !(tokens[chunks[dash].First].Text is "—" or "–" or "―" or "--" or "-" && chunks[dash].Kind is ChunkKind.Break or ChunkKind.Other))
            dash++;
        if (dash == 0 || dash + 1 >= chunks.Length || view.ClauseAt.Any(c => c is not null))
            return null;
        var (name, quote) = view.IsStanding(dash + 1) ? (0, dash + 1) : view.IsStanding(dash - 1) ? (dash + 1, dash - 1) : (-1, -1);
        if (name < 0 || !view.IsNoun(name))
            return null;
        var end = view.Extent.End(name, name == 0 ? dash : chunks.Length, true);
        if (name == 0 && view.ChunkAfter(end) != dash)
            return null;
        return new SpeechAct(sentence, new TokenRange(chunks[name].First, end), tokens[chunks[dash].First].Span, [view.SpanOf(chunks[quote].First, view.QuotedEnd(quote))]);
    }

    /// <summary>Prime Minister Ana Silva: “We are leaving.”; Ana Silva in Porto: the army “will pay” – a name, where or when, and a colon before what is quoted.</summary>
    internal SpeechAct? Labelled()
    {
        var colon = 0;
        while (colon < chunks.Length && tokens[chunks[colon].First].Text != ":")
            colon++;
        // "Kyiv says nine died; Moscow: “only soldiers”": whoever stands right before the colon.
        var name = colon;
        while (name > 0 && tokens[chunks[name - 1].First].Text is not (";" or "." or "|" or "–" or "—"))
            name--;
        if (colon == name || colon + 1 >= chunks.Length || !view.IsNoun(name) || chunks[name].IsTime || Enumerable.Range(name, colon - name).Any(k => chunks[k].Kind == ChunkKind.VerbGroup && !chunks[k].IsGerund) || sentence.Standing.Keys.Any(k => k < chunks[colon].First))
            return null;
        var end = view.Extent.End(name, colon, true);
        for (var k = view.ChunkAfter(end); k < colon; k++)
        {
            if (!(chunks[k].Kind == ChunkKind.Preposition || chunks[k].Kind == ChunkKind.Comma || chunks[k].Kind == ChunkKind.Adverb || view.IsNoun(k) || view.ClauseAt[k] is { Verb.IsGerund: true }))
                return null;
        }

        var from = tokens[chunks[colon].First].Span.End;
        var own = sentence.Standing.Values.Concat(sentence.Woven).Where(q => q.Outer.Start >= from).MinBy(q => q.Outer.Start);
        var speaker = new TokenRange(chunks[name].First, end);
        if (own is null || !(SpeakerFinder.CanSpeak(tokens[chunks[name].Head]) || SpeakerFinder.CanSpeak(tokens[end - 1]) || tokens[chunks[name].First..end].Any(t => MentionReader.IsRole(t.Lower))))
            return null;
        var first = view.ChunkAfter(chunks[colon].End);
        var content = view.IsStanding(first) ? view.SpanOf(chunks[first].First, view.QuotedEnd(first)) : view.SpanOf(chunks[first].First, view.TrimEnd(chunks[first].First, tokens.Length));
        // "Ana Silva: “Go,” he said, and left." has a cue of its own.
        return view.IsStanding(first) || !view.HasCue(first, chunks.Length) ? new SpeechAct(sentence, speaker, tokens[chunks[colon].First].Span, [content]) : null;
    }

    /// <summary>"…, the Wall Street Journal reports.": behind a name the verb looks like a noun of its phrase.</summary>
    internal SpeechAct? Reports()
    {
        // "The Harbour Review reports:"
        var colon = tokens.TakeWhile(t => t.Lower != ":").Count();
        if (colon is > 2 and < 9 && colon < tokens.Length && tokens[colon - 1].Lower is "reports" or "notes" or "claims" or "states" or "writes" && tokens[..(colon - 1)].All(t => t.IsCapitalised || t.Lower is "of" or "and"))
        {
            var words = view.ChunkAfter(colon + 1);
            return new SpeechAct(sentence, new TokenRange(0, colon - 1), tokens[colon - 1].Span, words < chunks.Length && view.IsStanding(words) ? [view.SpanOf(chunks[words].First, view.QuotedEnd(words))] : []) { Lemma = "report" };
        }

        var last = chunks.Length - 1;
        while (last > 0 && !tokens[chunks[last].First].IsWord)
            last--;
        // “…,” the post on Facebook reads.
        var first = last;
        while (first > 1 && view.IsKind(first - 1, ChunkKind.Preposition) && view.IsNoun(first - 2))
            first -= 2;
        // “…,” a statement signed by the council read.
        if (first == last && first > 3 && view.IsKind(last - 1, ChunkKind.Preposition) && chunks[last - 2] is { Kind: ChunkKind.VerbGroup, IsBareParticiple: true } && view.IsNoun(last - 3))
            first = last - 3;
        if (first < 1 || !view.IsNoun(last) || !(view.IsKind(first - 1, ChunkKind.Comma) || view.IsStanding(first - 1)) || chunks[last].Head != chunks[last].End - 1)
            return null;
        var verb = chunks[last].Head;
        if (verb == chunks[last].First)
            return null;
        // “…,” the letter reads.
        var quoted = view.IsStanding(first - 1) || (first > 1 && view.IsStanding(first - 2));
        var reads = tokens[verb].Lower is "reports" or "report" or "notes" or "claims" or "says" or "adds" or "states" or "reads" or "warns" || (tokens[verb].Lower == "read" && quoted && SpeechSettings.IsSetting(tokens[chunks[first].Head].Lower));
        if (!reads || !(quoted || (tokens[verb - 1].Pos == PartOfSpeech.ProperNoun && view.HasFiniteVerb(0, last))))
            return null;
        return new SpeechAct(sentence, new TokenRange(chunks[first].First, verb), tokens[verb].Span, [view.SpanOf(0, view.TrimEnd(0, chunks[first].First))]) { Lemma = "report" };
    }

    /// <summary>"because to her, “nothing matters more than that”": at the head of a clause, and words of hers behind the comma.</summary>
    internal SpeechAct? To(int k)
    {
        const int FewestWords = 4;
        if (k + 3 >= chunks.Length || tokens[chunks[k].First].Lower is not ("to" or "for") || !(tokens[chunks[k + 1].First].Lower == "her" || (view.IsNoun(k + 1) && SpeakerFinder.CanSpeak(tokens[chunks[k + 1].Head]))) || !view.IsKind(k + 2, ChunkKind.Comma) || !(k == 0 || chunks[k - 1].Kind is ChunkKind.Subordinator or ChunkKind.Conjunction))
            return null;
        var quote = view.IsStanding(k + 3) ? sentence.Standing[chunks[k + 3].First] : view.WovenAt(k + 3);
        return quote is null || tokens.Count(t => t.IsWord && quote.Outer.Contains(t.Span)) < FewestWords && !view.IsStanding(k + 3) ? null : new SpeechAct(sentence, new TokenRange(chunks[k + 1].First, chunks[k + 1].End), tokens[chunks[k].First].Span, [quote.Outer]);
    }

    /// <summary>“…,” in the words of the mayor; because, in his words, “…”</summary>
    internal SpeechAct? InTheWordsOf(int k)
    {
        if (k + 2 < chunks.Length && tokens[chunks[k].First].Lower == "in" && view.IsNoun(k + 1) && tokens[chunks[k + 1].Head].Lower == "words" && tokens[chunks[k + 1].First].Pos == PartOfSpeech.PossessivePronoun)
        {
            var next = view.IsKind(k + 2, ChunkKind.Comma) ? k + 3 : k + 2;
            var own = next < chunks.Length ? view.IsStanding(next) ? sentence.Standing[chunks[next].First] : view.WovenAt(next) : null;
            var before = tokens[chunks[k].First].Span.Start;
            own ??= sentence.Woven.Concat(sentence.Standing.Values).Where(q => q.Outer.End <= before).MaxBy(q => q.Outer.End);
            return own is null ? null : new SpeechAct(sentence, new TokenRange(chunks[k + 1].First, chunks[k + 1].First + 1), sentence.Reading.SpanOf(chunks[k].First, chunks[k + 1].End), [own.Outer]);
        }

        if (k + 3 >= chunks.Length || tokens[chunks[k].First].Lower != "in" || !view.IsNoun(k + 1) || tokens[chunks[k + 1].Head].Lower != "words" || tokens[chunks[k + 2].First].Lower != "of" || !view.IsNoun(k + 3))
            return null;
        var at = tokens[chunks[k].First].Span.Start;
        var quote = sentence.Woven.Concat(sentence.Standing.Values).Where(q => q.Outer.End <= at).MaxBy(q => q.Outer.End);
        return quote is null ? null : new SpeechAct(sentence, new TokenRange(chunks[k + 3].First, view.Extent.End(k + 3, chunks.Length, true)), sentence.Reading.SpanOf(chunks[k].First, chunks[k + 2].End), [quote.Outer]);
    }

    // "According to the mayor, a retired officer, the mine went off": the last comma before the clause closes the mention; what follows it is the content.
    private int OpeningEnd(int noun)
    {
        var end = view.Extent.End(noun, chunks.Length, false);
        // "According to the mayor, four men, two of them farmers, were killed": whoever the next clause is about opens the content.
        for (var k = noun + 1; k + 1 < chunks.Length && chunks[k + 1].First < end; k++)
        {
            if (view.IsKind(k, ChunkKind.Comma) && sentence.Reading.Clauses.Any(c => c.Kind == ClauseKind.Main && c.Subject?.First == k + 1))
                return chunks[k].First;
        }

        var after = view.ChunkAfter(end);
        if (view.IsKind(after, ChunkKind.Comma))
            return end;
        var first = noun;
        while (first < chunks.Length && !view.IsKind(first, ChunkKind.Comma))
            first++;
        return first < chunks.Length ? chunks[first].First : end;
    }

    /// <summary>
    /// A sentence that leads up to words with a colon: "The envoy was blunter: “…”", "Silva had a message for the town: “…”", "The ministry made the following comment:".
    /// Null where a cue has them already, or where its subject is nobody who speaks or writes.
    /// </summary>
    internal SpeechAct? Introduced(List<TextSpan> told, TokenRange? previous)
    {
        var colon = Array.FindLastIndex([.. chunks], c => c.Kind == ChunkKind.Break && tokens[c.First].Lower == ":");
        if (colon <= 0 || !(colon + 1 >= chunks.Length || view.IsStanding(colon + 1)))
            return null;
        var content = colon + 1 < chunks.Length ? ImmutableArray.Create(view.SpanOf(chunks[colon + 1].First, view.QuotedEnd(colon + 1))) : [];
        if (told.Exists(t => content.Any(c => c.Overlaps(t))))
            return null;
        // Ana Silva said the deadline had passed: “Go now.”
        var at = tokens[chunks[colon].First].Span.Start;
        if (previous is { } speaking && !content.IsEmpty && told.Exists(t => t.End <= at && at - t.End <= 1))
            return new SpeechAct(sentence, speaking, tokens[chunks[colon].First].Span, content);
        var main = sentence.Reading.Clauses.LastOrDefault(c => c.Kind == ClauseKind.Main && c.VerbChunk < colon && c.Subject is { } s && s.First < c.VerbChunk && !c.IsPassive && !c.Verb.IsNegated);
        if (main is null || (content.IsEmpty && Cues.Of(tokens, chunks, main.VerbChunk).Frame != CueFrame.None))
            return null;
        var subject = main.Subject!.First;
        if (!SpeakerFinder.CanSpeak(tokens[chunks[subject].Head]) && !SpeechSettings.IsSetting(tokens[chunks[subject].Head].Lemma))
            return null;
        return new SpeechAct(sentence, new TokenRange(chunks[subject].First, Math.Min(view.Extent.End(subject, main.VerbChunk, false), chunks[main.VerbChunk].First)), tokens[chunks[colon].First].Span, content);
    }

    internal SpeechAct? AccordingTo(int k)
    {
        if (k + 2 >= chunks.Length || tokens[chunks[k + 1].First].Lower != "to" || !view.IsNoun(k + 2))
            return null;
        var opens = k == 0 || (k == 1 && chunks[0].Kind == ChunkKind.Conjunction);
        var end = opens ? OpeningEnd(k + 2) : view.Extent.End(k + 2, chunks.Length, false);
        var speaker = new TokenRange(chunks[k + 2].First, end);
        var cue = tokens[chunks[k].First].Span.Hull(tokens[chunks[k + 1].End - 1].Span);
        var content = ImmutableArray.CreateBuilder<TextSpan>();
        var after = view.ChunkAfter(end);
        var start = 0;
        if (k > 0)
        {
            var from = 0;
            for (var q = k - 1; q > 0; q--)
            {
                if (chunks[q].Kind == ChunkKind.Break && (tokens[chunks[q].First].Lower == ";" || (tokens[chunks[q].First].Lower == ":" && view.HasCue(0, q) && view.HasFiniteVerb(q, k))))
                {
                    from = chunks[q].End;
                    break;
                }
            }

            var to = view.TrimEnd(from, chunks[k - 1].End);
            if (to > from && tokens[from..to].Any(t => t.IsWord || t.Text == SpeechSentence.Placeholder) && !(to - from <= 2 && tokens[from].Pos == PartOfSpeech.Conjunction))
                content.Add(view.SpanOf(from, to));
            start = -1;
        }

        if (view.IsKind(after, ChunkKind.Comma) && after + 1 < chunks.Length && (start == 0 || content.Count == 0 || view.IsFinite(after + 1) || (view.IsNoun(after + 1) && view.IsFinite(after + 2))))
            content.Add(view.SpanOf(chunks[after + 1].First, view.TrimEnd(chunks[after + 1].First, tokens.Length)));
        return content.Count == 0 ? null : new SpeechAct(sentence, speaker, cue, content.ToImmutable());
    }
}
