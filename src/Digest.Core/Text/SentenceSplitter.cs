namespace Digest.Text;

/// <summary>
/// Cuts a block's tokens into sentences: at a full stop, question or exclamation mark (with the quotes and brackets that close behind it), unless the mark belongs to an
/// abbreviation or the next word goes on in lower case.
/// </summary>
internal static class SentenceSplitter
{
    /// <summary>No more marks than this are looked through behind a full stop, so that a page of full stops is read in one pass.</summary>
    private const int MarksBehind = 12;

    /// <summary>The index ranges of the sentences, in order, covering all tokens.</summary>
    internal static IEnumerable<(int First, int End)> Split(string text, IReadOnlyList<RawToken> tokens)
    {
        var first = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!EndsHere(text, tokens, i, out var end))
                continue;
            yield return (first, end);
            first = end;
            i = end - 1;
        }

        if (first < tokens.Count)
            yield return (first, tokens.Count);
    }

    private static bool EndsHere(string text, IReadOnlyList<RawToken> tokens, int at, out int end)
    {
        end = at + 1;
        var token = tokens[at];
        var last = text[token.Span.End - 1];
        var isMark = token.Kind == RawKind.Punctuation && (last is '.' or '!' or '?' or '…');
        var isAbbreviation = token.Kind == RawKind.Word && last == '.';
        if (!isMark && !isAbbreviation)
            return false;
        while (end < tokens.Count && end <= at + MarksBehind && (tokens[end].Kind == RawKind.CloseQuote || (tokens[end].Kind == RawKind.Punctuation && text[tokens[end].Span.Start] is ')' or ']' or '.' or '!' or '?' or '…')) && !tokens[end].SpaceBefore)
            end++;
        if (end >= tokens.Count)
            return true;
        var next = tokens[end];
        if (!next.SpaceBefore && next.Kind != RawKind.OpenQuote)
        {
            // "…were killed.The army" lost its space; "3.Other" and "example.org" did not.
            var glued = isMark && next.Kind == RawKind.Word && char.IsUpper(text[next.Span.Start]) && next.Span.Length > 1 && at > 0 && tokens[at - 1].Kind == RawKind.Word && tokens[at - 1].Span.Length > 2;
            if (!glued)
                return false;
        }

        var start = next;
        for (var k = end; start.Kind is RawKind.OpenQuote or RawKind.Punctuation && k + 1 < tokens.Count && k < end + MarksBehind; k++)
            start = tokens[k + 1];
        var opener = text[start.Span.Start];
        if (char.IsLower(opener))
            return false;
        if (isMark)
            return text[token.Span.Start..token.Span.End] is not ("…" or "...") || char.IsUpper(opener);
        // An abbreviation ends a sentence only where the next word can hardly go on: "in the U.S. The army", but "U.S. Central Command".
        var abbreviation = text[token.Span.Start..token.Span.End].ToLowerInvariant();
        return CanEnd(abbreviation) && start.Kind == RawKind.Word && Lexicon.Lookup(text[start.Span.Start..start.Span.End].ToLowerInvariant()) is [var reading, ..] && reading.Pos is
            PartOfSpeech.Determiner or PartOfSpeech.Pronoun or PartOfSpeech.PossessivePronoun or PartOfSpeech.Preposition or PartOfSpeech.Subordinator or PartOfSpeech.Conjunction or PartOfSpeech.Adverb;
    }

    private static bool CanEnd(string abbreviation) =>
        abbreviation.Count(c => c == '.') > 1 || abbreviation is "etc." or "inc." or "ltd." or "co." or "corp." or "km." or "kms." or "jr." or "sr." || char.IsAsciiDigit(abbreviation[0]);
}
