using System.Collections;
using System.Collections.Immutable;
using Digest.News;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Goes through an article's sentences once, keeping who spoke last.</summary>
internal sealed class StatementRun(Document document, ImmutableArray<Quote> quotes, ImmutableArray<SpeechSentence> sentences)
{
    private readonly SpeakerResolver resolver = new(document.Text, sentences);
    private readonly List<Draft> drafts = [];
    private readonly List<Stand> stands = [];
    private readonly ImmutableDictionary<int, (TextSpan Label, TextSpan Words)> labels = Transcript.Of(document.Article);
    private readonly BitArray quoted = QuotedPlaces(document.Text.Length, quotes);

    /// <summary>A statement that later sentences may still add to.</summary>
    private sealed record Draft(Speaker Speaker, TextSpan SpeakerSpan, TextSpan? Cue)
    {
        public required List<TextSpan> Content { get; init; }

        /// <summary>The sentence it reaches to.</summary>
        public required int Sentence { get; set; }

        public string Lemma { get; init; } = "";

        /// <summary>The words are the speaker's own though no marks stand around them: a transcript's.</summary>
        public bool IsVerbatim { get; init; }

        /// <summary>Whether anything in it is quoted; null until somebody asks.</summary>
        public bool? IsDirect { get; set; }
    }

    internal Speech Run()
    {
        Draft? waiting = null;
        for (var s = 0; s < sentences.Length; s++)
        {
            var sentence = sentences[s];
            if (s == 0 || sentences[s - 1].BlockIndex != sentence.BlockIndex)
                resolver.Writer = null;
            if (labels.TryGetValue(sentence.BlockIndex, out var label) && (s == 0 || sentences[s - 1].BlockIndex != sentence.BlockIndex))
                Labelled(s, label.Label, label.Words);
            if (waiting is not null && sentence.Standing.Count > 0)
            {
                // "He said:" and the words in the next paragraph
                waiting.Content.Add(sentence.Standing.Values.First().Outer);
                drafts.Add(waiting);
                waiting = null;
                continue;
            }

            // "The ministry said:" and a paragraph set off without marks
            if (waiting is { Lemma: "say" or "add" or "write" or "post" or "tweet" or "continue" or "conclude" or "state" or "read" } && sentence.BlockIndex > sentences[s - 1].BlockIndex && sentence.Reading.Block.Kind == BlockKind.Paragraph)
            {
                waiting.Content.Add(sentence.Reading.Block.Span);
                drafts.Add(waiting);
            }

            waiting = null;
            if (labels.ContainsKey(sentence.BlockIndex) && sentence.Standing.Count > 0)
                continue;
            if (sentence.IsOnlyQuotation)
            {
                Continue(s);
                continue;
            }

            var acts = SpeechReader.Read(sentence).ToList();
            if (acts.Count == 0 && sentence.IsMostlyQuotation)
                Continue(s);
            foreach (var act in acts)
            {
                if (act.Speaker is not { } mention || resolver.Resolve(sentence, mention, act.Content) is not { } speaker)
                    continue;
                var draft = new Draft(speaker, sentence.Reading.SpanOf(mention.First, mention.End), act.Cue) { Content = [.. act.Content], Sentence = s, Lemma = act.Lemma };
                var evidence = act.Content.Aggregate(act.Cue.Hull(draft.SpeakerSpan), (a, b) => a.Hull(b));
                stands.Add(new Stand(new Attribution(speaker.Name, speaker.Role, draft.SpeakerSpan, act.Cue.In(document.Text)), act.Lemma, act.IsDeed, evidence, act.Cue, s) { Content = act.Content.IsEmpty ? null : act.Content.Aggregate((a, b) => a.Hull(b)) });
                if (draft.Content.Count == 0)
                    waiting = act.IsDeed ? null : draft;
                else
                    drafts.Add(draft);
            }
        }

        return new([.. drafts.Where(d => d.Content.Count > 0).Select(Make).OrderBy(s => s.Provenance.Span).ThenBy(s => s.Attribution.Cue, StringComparer.Ordinal)], [.. stands]);
    }

    // ‘Legend of the Hills’: a paragraph of a few quoted words that all have capitals is a heading, not speech.
    private bool IsHeading(SpeechSentence sentence)
    {
        const int MostWords = 8;
        var words = sentence.Span.In(document.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim('\'', '"', '“', '”', '‘', '’', '.', ',')).Where(w => w.Length > 0).ToArray();
        return sentence.Span == sentence.Reading.Block.Span && words.Length is > 1 and <= MostWords && words.Count(w => char.IsUpper(w[0])) > 1 && words.All(w => !char.IsLower(w[0]) || w.Length < 4) && words.Any(w => w.Any(char.IsLower));
    }

    private void Labelled(int s, TextSpan label, TextSpan words)
    {
        // The document's tokens: a paragraph in quotation marks is a single one of the speech sentence's.
        var named = document.Sentences[document.SentenceAt(label.Start)].Tokens.Where(t => label.Contains(t.Span)).ToArray();
        if (named.Length == 0 || Transcript.IsQuestion(label.In(document.Text)))
            return;
        if ((Transcript.IsAnswer(label.In(document.Text)) ? resolver.Presented(label.Start) : resolver.Resolve(MentionReader.Read(document.Text, named))) is not { } speaker)
            return;
        drafts.Add(new Draft(speaker, label, null) { Content = [words], Sentence = s, IsVerbatim = true });
        resolver.Writer = speaker;
    }

    // A sentence that is nothing but quotation goes on with what the last speaker said.
    private void Continue(int s)
    {
        if (drafts.Count == 0 || sentences[s].Reading.Block.Kind is BlockKind.Title or BlockKind.Subhead or BlockKind.Standfirst || IsHeading(sentences[s]))
            return;
        var last = Spoken(drafts[^1]);
        var gap = s - last.Sentence;
        var quote = sentences[s].Standing.Count > 0 ? sentences[s].Standing.Values.First() : sentences[s].Woven[0];
        if (gap > 1)
            return;
        var direct = last.IsDirect ??= last.Content.Exists(IsQuoted);
        var sameBlock = sentences[s].BlockIndex == sentences[last.Sentence].BlockIndex;
        if (!direct && !sameBlock)
            return;
        if (direct && (sameBlock || quote.Continues))
        {
            // What is added is quotation, so the draft stays what it is.
            last.Content.Add(sentences[s].Span);
            last.Sentence = s;
            return;
        }

        drafts.Add(new Draft(last.Speaker, last.SpeakerSpan, null) { Content = [sentences[s].Span], Sentence = s });
    }

    // “We left,” she said, stressing that nobody had been warned. “They knew.” – the words go on, not what was stressed.
    private Draft Spoken(Draft last)
    {
        for (var d = drafts.Count - 1; d >= 0 && drafts[d].Sentence == last.Sentence && drafts[d].Speaker.Name == last.Speaker.Name; d--)
        {
            if (drafts[d].Cue is not null && (drafts[d].IsDirect ??= drafts[d].Content.Exists(IsQuoted)) && TypeOf(drafts[d].Content) == StatementType.Direct)
                return drafts[d];
        }

        return last;
    }

    private Statement Make(Draft draft)
    {
        var text = document.Text;
        var hull = draft.Content.Aggregate((a, b) => a.Hull(b));
        if (draft.Cue is { } cue)
            hull = hull.Hull(cue).Hull(draft.SpeakerSpan);
        return new Statement(
            new Provenance(document.Article.Id, hull, hull.In(text)),
            new Attribution(draft.Speaker.Name, draft.Speaker.Role, draft.SpeakerSpan, draft.Cue?.In(text) ?? ""),
            draft.IsVerbatim ? StatementType.Direct : TypeOf(draft.Content),
            string.Join(' ', draft.Content.Select(c => c.In(text))),
            [.. draft.Content]);
    }

    private static BitArray QuotedPlaces(int length, ImmutableArray<Quote> quotes)
    {
        var places = new BitArray(length);
        foreach (var quote in quotes)
        {
            for (var i = quote.Outer.Start; i < quote.Outer.End; i++)
                places[i] = true;
        }

        return places;
    }

    private bool IsQuoted(TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            if (quoted[i])
                return true;
        }

        return false;
    }

    private StatementType TypeOf(List<TextSpan> content)
    {
        var any = false;
        var all = true;
        foreach (var span in content)
        {
            for (var i = span.Start; i < span.End; i++)
            {
                any |= quoted[i];
                all &= quoted[i] || !char.IsLetterOrDigit(document.Text[i]);
            }
        }

        return any ? all ? StatementType.Direct : StatementType.Mixed : StatementType.Indirect;
    }
}
