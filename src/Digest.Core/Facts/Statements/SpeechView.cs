using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>A speech sentence with what its readers ask of it: what stands at a chunk, where phrases end, and the characters of a stretch.</summary>
internal sealed class SpeechView
{
    private readonly SpeechSentence sentence;
    private readonly ImmutableArray<Token> tokens;
    private readonly ImmutableArray<Chunk> chunks;

    internal SpeechView(SpeechSentence sentence)
    {
        this.sentence = sentence;
        (tokens, chunks) = (sentence.Tokens, sentence.Chunks);
        Extent = new MentionExtent(sentence);
        ClauseAt = new Clause?[chunks.Length];
        foreach (var clause in sentence.Reading.Clauses)
            ClauseAt[clause.VerbChunk] = clause;
    }

    internal SpeechSentence Sentence => sentence;

    internal ImmutableArray<Token> Tokens => tokens;

    internal ImmutableArray<Chunk> Chunks => chunks;

    /// <summary>The clause of each verb group, by chunk.</summary>
    internal Clause?[] ClauseAt { get; }

    internal MentionExtent Extent { get; }

    /// <summary>The first chunk that is no adverb, time or phrase with a preposition: "(said) on Monday in Kyiv".</summary>
    internal int SkipAdjuncts(int k)
    {
        while (k < chunks.Length && (chunks[k].Kind == ChunkKind.Adverb || chunks[k].IsTime || (chunks[k].Kind == ChunkKind.Preposition && IsNoun(k + 1))))
            k += chunks[k].Kind == ChunkKind.Preposition ? 2 : 1;
        return k;
    }

    /// <summary>The noun phrase before a verb where it opens with "what" ("what the minister called"); else -1.</summary>
    internal int AsWhat(int v) => SkipAdverbsLeft(v - 1) is >= 0 and var left && IsNoun(left) && tokens[chunks[left].First].Lower == "what" && chunks[left].End - chunks[left].First > 1 ? left : -1;

    /// <summary>The clause of who quotes another: of "the agency quoted him as saying" at "saying"; null elsewhere.</summary>
    internal Clause? QuotedAs(int v) =>
        v > 1 && chunks[v].IsGerund && tokens[chunks[v].First - 1].Lower == "as" ? sentence.Reading.Clauses.LastOrDefault(c => c.VerbChunk < v) is { Lemma: "quote" or "cite", IsPassive: false, Object: { } } quoting ? quoting : null : null;

    internal bool IsStanding(int chunk) => sentence.IsStanding(chunk);

    internal bool IsNoun(int k) => k >= 0 && k < chunks.Length && chunks[k].Kind == ChunkKind.NounPhrase;

    internal bool IsKind(int k, ChunkKind kind) => k >= 0 && k < chunks.Length && chunks[k].Kind == kind;

    internal int SkipAdverbsLeft(int k)
    {
        while (k >= 0 && chunks[k].Kind == ChunkKind.Adverb)
            k--;
        return k;
    }

    internal int ChunkAfter(int token)
    {
        for (var k = 0; k < chunks.Length; k++)
        {
            if (chunks[k].First >= token)
                return k;
        }

        return chunks.Length;
    }

    internal int ChunkAt(int token)
    {
        for (var k = 0; k < chunks.Length; k++)
        {
            if (chunks[k].End > token)
                return k;
        }

        return chunks.Length;
    }

    internal bool HasFiniteVerb(int from, int to)
    {
        for (var k = from; k < to; k++)
        {
            if (chunks[k].Kind == ChunkKind.VerbGroup && !chunks[k].IsGerund && !chunks[k].IsInfinitive && ClauseAt[k]?.Kind is not ClauseKind.Reduced)
                return true;
        }

        return false;
    }

    // "that talks failed", "that debris had fallen": it opens the clause, whatever it was taken for.
    internal bool IsThat(int k) => IsKind(k, ChunkKind.NounPhrase) && tokens[chunks[k].First].Lower == "that" && chunks[k].End - chunks[k].First > 1 && (tokens[chunks[k].Head].Pos == PartOfSpeech.PluralNoun || (IsFinite(k + 1) && !chunks[k + 1].IsBareParticiple)) || chunks[k].Kind is ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.NounPhrase && chunks[k].End - chunks[k].First == 1 && tokens[chunks[k].First].Lower is "that";

    internal bool IsFinite(int k)
    {
        while (k < chunks.Length && chunks[k].Kind == ChunkKind.Adverb)
            k++;
        return k < chunks.Length && chunks[k].Kind == ChunkKind.VerbGroup && !chunks[k].IsGerund && !chunks[k].IsInfinitive;
    }

    /// <summary>Whether a noun phrase is the subject of a verb that reports speech in any way: "accused", "condemned" as well as "said".</summary>
    internal bool ActsInSpeech(int noun)
    {
        for (var k = noun + 1; IsNoun(noun) && k < Math.Min(chunks.Length, noun + 8); k++)
        {
            if (chunks[k].Kind == ChunkKind.VerbGroup)
                return ClauseAt[k] is { } c && (!c.IsPassive || (!c.Verb.IsPassive && IsKind(k + 1, ChunkKind.Relative) && tokens[chunks[k + 1].First].Lower == "what")) && !chunks[k].IsGerund && !chunks[k].IsInfinitive && Cues.Of(tokens, chunks, k).Frame != CueFrame.None;
            if (chunks[k].Kind is ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.Break)
                return false;
        }

        return false;
    }

    // The cue verb that has the noun phrase as its subject, or 0.
    internal int CueWithSubject(int noun)
    {
        for (var k = noun + 1; k < Math.Min(chunks.Length, noun + 8); k++)
        {
            // "a source, quoted by the agency, said"
            if (chunks[k] is { Kind: ChunkKind.VerbGroup, IsBareParticiple: true } && ClauseAt[k] is { Kind: ClauseKind.Reduced, Lemma: "quote" or "cite" or "reach" or "contact" or "ask" })
                continue;
            if (chunks[k].Kind == ChunkKind.VerbGroup)
                return ClauseAt[k] is { IsPassive: false } c && !chunks[k].IsGerund && !chunks[k].IsInfinitive && Cues.Of(tokens, chunks, k).Frame is var f && f.Takes(CueFrame.Clause | CueFrame.That | CueFrame.Quote) && c.Lemma is not ("post" or "begin" or "start" or "continue" or "rule" or "signal" or "finish" or "read") ? k : 0;
            if (chunks[k].Kind is ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.Break)
                return 0;
        }

        return 0;
    }

    internal bool HasWoven(int chunk)
    {
        var from = tokens[chunks[chunk].First].Span.Start;
        return sentence.Woven.Any(q => q.Inner.End > from);
    }

    /// <summary>The quotation woven into the sentence that opens right before a chunk; null where none does.</summary>
    internal Quote? WovenAt(int chunk)
    {
        if (chunk >= chunks.Length)
            return null;
        var from = tokens[chunks[chunk].First].Span.Start;
        return sentence.Woven.FirstOrDefault(q => q.Outer.Start <= from && from <= q.Inner.Start);
    }

    /// <summary>Whether a quotation opens at a chunk with a small letter: it goes on with a sentence begun outside it.</summary>
    internal bool OpensSmall(int chunk) => (IsStanding(chunk) ? sentence.Standing[chunks[chunk].First] : WovenAt(chunk)) is { } quote && char.IsLower(quote.First);

    /// <summary>Whether a chunk stands inside quotation marks that a later chunk stands outside of: what joins the quoted words joins nothing beyond them.</summary>
    internal bool IsQuotedBefore(int chunk, int later) => sentence.Woven.Any(q => q.Inner.Contains(tokens[chunks[chunk].First].Span) && tokens[chunks[later].First].Span.Start >= q.Inner.End);

    internal bool HasStanding(TextSpan span) => sentence.Standing.Values.Any(q => span.Overlaps(q.Outer));

    internal bool HasCue(int from, int to)
    {
        for (var k = from; k < to; k++)
        {
            if (ClauseAt[k] is not null && Cues.Of(tokens, chunks, k).Frame.Takes(CueFrame.Clause))
                return true;
        }

        return false;
    }

    // Quotations that follow one another without a word between belong together.
    internal int QuotedEnd(int chunk)
    {
        var end = chunks[chunk].End;
        for (var k = chunk + 1; k < chunks.Length && (sentence.IsStanding(k) || !tokens[chunks[k].First].IsWord); k++)
        {
            if (sentence.IsStanding(k))
                end = chunks[k].End;
        }

        return end;
    }

    internal TextSpan CueSpan(int v, int extra) => sentence.Reading.SpanOf(chunks[v].First, chunks[Math.Min(v + extra, chunks.Length - 1)].First + (extra == 0 ? chunks[v].End - chunks[v].First : IsNoun(v + extra) ? chunks[v + extra].End - chunks[v + extra].First : 1));

    internal int TrimEnd(int from, int end)
    {
        while (end > from && (tokens[end - 1].Pos is PartOfSpeech.Comma || (tokens[end - 1].Pos == PartOfSpeech.Punctuation && tokens[end - 1].Text is "." or ":" or ";" or "-" or "–" or "—" or "--" or "―")))
            end--;
        return end;
    }

    /// <summary>The characters of tokens [first, end), with the marks of quotations that open or close at its edges.</summary>
    internal TextSpan SpanOf(int first, int end)
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
