using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// A sentence as one reads it for who says what: sentences that one quotation joins are one, a quotation that stands by itself ("…," he said) is a single token,
/// and the marks around quoted words that belong to the sentence's own grammar (said it was "a lie") are left out.
/// </summary>
/// <param name="Reading">The tokens, analysed anew.</param>
/// <param name="Standing">The quotations that stand by themselves, by the index of their token.</param>
/// <param name="Woven">The quotations woven into the sentence, in order.</param>
internal sealed record SpeechSentence(Sentence Reading, ImmutableSortedDictionary<int, Quote> Standing, ImmutableArray<Quote> Woven)
{
    /// <summary>What a quotation that stands by itself is in the token list.</summary>
    internal const string Placeholder = "“”";

    internal ImmutableArray<Token> Tokens => Reading.Tokens;

    internal ImmutableArray<Chunk> Chunks => Reading.Chunks;

    internal TextSpan Span => Reading.Span;

    internal int BlockIndex => Reading.BlockIndex;

    /// <summary>Sentences are joined up to this many tokens: a quotation that runs over more is continued, and analysis stays linear.</summary>
    private const int MostTokens = 2 * Document.MaxSentenceTokens;

    /// <summary>Nothing but quotation: it goes on with what was said before.</summary>
    internal bool IsOnlyQuotation => Standing.Count > 0 && Tokens.All(t => !t.IsWord);

    /// <summary>Most of it is quoted, though a few words are not: “They are all” liars.</summary>
    internal bool IsMostlyQuotation => Standing.Count == 0 && Woven.Sum(q => Math.Min(q.Outer.End, Span.End) - Math.Max(q.Outer.Start, Span.Start)) * 10 > Span.Length * 7;

    internal bool IsStanding(int chunk) => Chunks[chunk].Kind == ChunkKind.Other && Standing.ContainsKey(Chunks[chunk].First);

    internal static ImmutableArray<SpeechSentence> Of(Document document, ImmutableArray<Quote> quotes)
    {
        var result = ImmutableArray.CreateBuilder<SpeechSentence>();
        var sentences = document.Sentences;
        var next = 0;
        for (var i = 0; i < sentences.Length;)
        {
            var first = i++;
            var tokens = sentences[first].Tokens.Length;
            while (i < sentences.Length && (tokens += sentences[i].Tokens.Length) <= MostTokens && sentences[i].BlockIndex == sentences[first].BlockIndex && (IsInside(quotes, sentences[i - 1].Span.End, ref next) || IsSignature(sentences[i]) || IsTag(document.Text, quotes, sentences[first], sentences[i - 1], sentences[i])))
                i++;
            result.Add(Join(document.Text, sentences.AsSpan()[first..i], quotes));
        }

        return result.ToImmutable();
    }

    // A sentence ends inside a quotation if the quotation goes on behind it.
    private static bool IsInside(ImmutableArray<Quote> quotes, int end, ref int next)
    {
        while (next < quotes.Length && quotes[next].Outer.End <= end)
            next++;
        return next < quotes.Length && quotes[next].Outer.Start < end && end < quotes[next].Inner.End;
    }

    // “We waited.” — Ana Silva
    private static bool IsSignature(Sentence sentence) =>
        sentence.Tokens.Length is > 1 and < 9 && sentence.Tokens[0].Text is "—" or "–" or "―" or "--" && sentence.Clauses.IsEmpty;

    // “Is it over?” Mayor Silva asked. – the capital after the mark opens no new sentence where nothing but a speaker and a cue follow.
    private static bool IsTag(string text, ImmutableArray<Quote> quotes, Sentence first, Sentence before, Sentence tag)
    {
        if (tag.Tokens.Length > 30 || !(FirstEndingAt(quotes, before.Span.End) is var at && at < quotes.Length && quotes[at].Outer.End == before.Span.End && quotes[at].Outer.Start >= first.Span.Start))
            return false;
        if (text[before.Span.End - 1] == '.' || text[before.Span.End - 2] == '.')
            return false;
        var verb = tag.Clauses.FirstOrDefault(c => c.Kind == ClauseKind.Main);
        return verb is { Object: null } && Cues.IsSaying(verb.Lemma) && verb.Subject is not null && tag.Chunks.Skip(verb.VerbChunk + 1).All(c => c.Kind is not ChunkKind.Subordinator and not ChunkKind.OpenQuote && (c.Kind != ChunkKind.VerbGroup || c.IsBareParticiple));
    }

    // Quotations are the outermost and stand in order: the first that ends at a place or behind it.
    private static int FirstEndingAt(ImmutableArray<Quote> quotes, int place)
    {
        var (low, high) = (0, quotes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (quotes[middle].Outer.End < place)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static SpeechSentence Join(string text, ReadOnlySpan<Sentence> parts, ImmutableArray<Quote> quotes)
    {
        var tokens = new List<Token>();
        foreach (var part in parts)
            tokens.AddRange(part.Tokens);
        // "17:55 The ministry says …": the hour of a live blog's entry is no part of its sentence.
        if (parts[0].Span.Start == parts[0].Block.Span.Start && tokens.Count > 2 && IsClock(tokens[0].Text))
            tokens.RemoveRange(0, tokens[1].IsWord && tokens[1].Lower is not ("gmt" or "utc" or "local") ? 1 : 2);
        var span = new TextSpan(tokens[0].Span.Start, tokens[^1].Span.End);
        var inside = new List<Quote>();
        for (var q = FirstEndingAt(quotes, span.Start + 1); q < quotes.Length && quotes[q].Outer.Start < span.End; q++)
            inside.Add(quotes[q]);
        var standing = ImmutableSortedDictionary.CreateBuilder<int, Quote>();
        var woven = ImmutableArray.CreateBuilder<Quote>();
        foreach (var quote in inside)
        {
            var from = tokens.FindIndex(t => t.Span.End > quote.Outer.Start);
            var to = tokens.FindLastIndex(t => t.Span.Start < quote.Outer.End);
            if (from < 0 || to < from)
                continue;
            if (Stands(text, tokens, from, to, quote, standing.Count > 0))
            {
                tokens[from] = new Token(new TextSpan(Math.Max(quote.Outer.Start, span.Start), Math.Min(quote.Outer.End, span.End)), Placeholder, Placeholder, PartOfSpeech.Punctuation) { SpaceBefore = true };
                tokens.RemoveRange(from + 1, to - from);
                standing[from] = quote;
            }
            else
            {
                woven.Add(quote);
                for (var k = to; k >= from; k--)
                {
                    if (tokens[k].Pos is PartOfSpeech.OpenQuote or PartOfSpeech.CloseQuote || IsMark(text, tokens[k], quote))
                        tokens.RemoveAt(k);
                }
            }
        }

        if (tokens.Count == 0)
            tokens.Add(new Token(span, Placeholder, Placeholder, PartOfSpeech.Punctuation));
        for (var k = 0; k + 1 < tokens.Count; k++)
        {
            // "once again", "once more": no clause opens there.
            if (tokens[k].Lower == "once" && tokens[k + 1].Lower is "again" or "more")
                tokens[k] = tokens[k] with { Pos = PartOfSpeech.Adverb };
            // "raids that Washington claims were defensive": between a name and a finite verb it is a verb.
            if (k > 1 && tokens[k].Pos == PartOfSpeech.PluralNoun && tokens[k].Lower is "claims" or "reports" && tokens[k - 1].Pos == PartOfSpeech.ProperNoun && tokens[k + 1].Pos is PartOfSpeech.Auxiliary or PartOfSpeech.Modal && tokens[k - 2].Lower is "that" or "which" or "what")
                tokens[k] = tokens[k] with { Pos = PartOfSpeech.VerbS, Lemma = tokens[k].Lower[..^1] };
            // "to “go home”": with the mark gone it is an infinitive.
            if (tokens[k].Lower == "to" && tokens[k].Pos == PartOfSpeech.Preposition && tokens[k + 1].Pos == PartOfSpeech.Verb)
                tokens[k] = tokens[k] with { Pos = PartOfSpeech.To };
            // "to “cut off every hand”": so is a form that the past shares
            if (tokens[k].Lower == "to" && tokens[k].Pos == PartOfSpeech.Preposition && tokens[k + 1].Pos is PartOfSpeech.PastTense or PartOfSpeech.PastOrParticiple && tokens[k + 1].Lemma == tokens[k + 1].Lower)
                (tokens[k], tokens[k + 1]) = (tokens[k] with { Pos = PartOfSpeech.To }, tokens[k + 1] with { Pos = PartOfSpeech.Verb });
            // "vowed to harshly punish"
            if (k + 2 < tokens.Count && tokens[k].Lower == "to" && tokens[k].Pos == PartOfSpeech.Preposition && tokens[k + 1].Pos == PartOfSpeech.Adverb && tokens[k + 2].Pos == PartOfSpeech.Verb)
                tokens[k] = tokens[k] with { Pos = PartOfSpeech.To };
        }

        if (tokens.Count > 2 && tokens[0].Lower is "said" or "says" or "added" or "wrote" && tokens[0].Pos == PartOfSpeech.ProperNoun && tokens.FindIndex(t => t.Lower == ":") is > 1 and < 6 and var colon && tokens.Take(colon).All(t => t.Pos == PartOfSpeech.ProperNoun))
            tokens[0] = tokens[0] with { Pos = PartOfSpeech.PastTense, Lemma = tokens[0].Lower switch { "added" => "add", "wrote" => "write", _ => "say" } };

        var model = parts[0];
        return new SpeechSentence(new Sentence(model.Index, model.BlockIndex, model.Block, span, [.. tokens]), standing.ToImmutable(), woven.ToImmutable());
    }

    private static bool IsClock(string word) => word.Length is 4 or 5 && word.Count(c => c is ':' or '.') == 1 && word[^3] is ':' or '.' && word.All(c => char.IsAsciiDigit(c) || c is ':' or '.');

    private static bool IsMark(string text, Token token, Quote quote) =>
        token.Span.Length <= 2 && !token.IsWord && (token.Span.End <= quote.Inner.Start || token.Span.Start >= quote.Inner.End) && !char.IsLetterOrDigit(text[token.Span.Start]) && text[token.Span.Start] is not (',' or '.' or '!' or '?');

    /// <summary>Whether a quotation is an utterance beside the sentence's own grammar, not words within it.</summary>
    private static bool Stands(string text, List<Token> tokens, int from, int to, Quote quote, bool another)
    {
        var before = from > 0 ? tokens[from - 1] : null;
        var after = to + 1 < tokens.Count ? tokens[to + 1] : null;
        var inner = quote.Inner.In(text);
        var last = inner[^1];
        var ends = last is ',' or '.' or '!' or '?' or '…' or '—' or '-' or ';' || after is null || !quote.IsClosed || !after.IsWord;
        if (before is null)
            return ends || OpensTag(tokens, to + 1);
        var upper = char.IsUpper(inner.FirstOrDefault(char.IsLetterOrDigit)) || char.IsDigit(inner[0]);
        if (before.Lower is ":" or ";" or "." or "!" or "?" or "…" or Placeholder)
            return ends || OpensTag(tokens, to + 1);
        var many = inner.Count(c => c == ' ') >= 2;
        // In her last book, “The Long Road,” she says …
        if (before.Lower == "," && from > 1 && tokens[from - 2].IsNominal && after is not null && IsTitle(inner))
            return false;
        if (before.Lower is "," or "—" or "–" or "-" or "--" or "―")
            return ends && ((upper || another) && (many || another || last is ',' or '.' or '!' or '?') || (inner.Count(c => c == ' ') >= 5 && tokens.Take(from).Any(t => t.IsVerb && Cues.IsSaying(t.Lemma))));
        // said "We will."; but not: said "We will" is no answer
        return upper && ends && many && Cues.IsSaying(before.Lemma) && before.IsVerb;
    }

    // Every word that counts is capitalised, and no sentence ends.
    private static bool IsTitle(string inner)
    {
        var words = inner.TrimEnd(',').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 1 and < 10 && words[^1][^1] is not ('.' or '!' or '?' or '…') && words.All(w => !char.IsLower(w[0]) || w.Length < 4 || w is "with" or "from" or "into");
    }

    // “We will rebuild” Mayor Silva said: the comma is missing.
    private static bool OpensTag(List<Token> tokens, int at)
    {
        for (var i = at; i < Math.Min(tokens.Count, at + 8); i++)
        {
            if (tokens[i].IsVerb)
                return Cues.IsSaying(tokens[i].Lemma);
            if (tokens[i].Pos is PartOfSpeech.Auxiliary or PartOfSpeech.Modal or PartOfSpeech.Preposition or PartOfSpeech.Subordinator or PartOfSpeech.OpenQuote)
                return false;
        }

        return false;
    }
}
