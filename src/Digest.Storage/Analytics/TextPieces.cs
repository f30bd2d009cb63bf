using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Digest.News;
using Digest.Text;

namespace Digest.Storage.Analytics;

/// <summary>
/// A document for the service: sentences of an article, one a line, and where each of them stands in the article. What is not part of the story (addresses, bylines, sign-up lines) is not sent.
/// </summary>
/// <param name="Parts">Where each stretch begins in <paramref name="Text"/>, and its span in the article; in order.</param>
public sealed record TextPiece(string Text, ImmutableArray<(int At, TextSpan Span)> Parts)
{
    /// <summary>A stretch of the document as a span of the article.</summary>
    /// <returns>Null where it lies outside the document or runs over a sentence's end.</returns>
    public TextSpan? InArticle(int offset, int length)
    {
        foreach (var (at, span) in Parts)
        {
            if (offset >= at && length > 0 && length <= span.Length && offset - at <= span.Length - length)
                return new(span.Start + offset - at, span.Start + offset - at + length);
        }

        return null;
    }
}

/// <summary>Cuts an article into documents that the service takes, at ends of sentences.</summary>
public static class TextPieces
{
    /// <summary>The service counts what a reader would call characters: "é" is one, however many code units it has.</summary>
    public const int MostElements = 5120;

    /// <summary>Five documents of so many code units, each escaped in JSON, stay below the service's megabyte.</summary>
    public const int MostUnits = 24_000;

    public static ImmutableArray<TextPiece> Of(Article article)
    {
        var pieces = ImmutableArray.CreateBuilder<TextPiece>();
        var text = new StringBuilder();
        var parts = ImmutableArray.CreateBuilder<(int, TextSpan)>();
        var elements = 0;
        void End()
        {
            if (parts.Count > 0)
                pieces.Add(new(text.ToString(), parts.ToImmutable()));
            text.Clear();
            parts.Clear();
            elements = 0;
        }

        foreach (var span in Document.Of(article).Sentences.SelectMany(sentence => Bounded(article.Text, sentence.Span)))
        {
            var size = Elements(article.Text, span);
            if (elements + 1 + size > MostElements || text.Length + 1 + span.Length > MostUnits)
                End();
            if (parts.Count > 0)
            {
                text.Append('\n');
                elements++;
            }

            parts.Add((text.Length, span));
            text.Append(article.Text, span.Start, span.Length);
            elements += size;
        }

        End();
        return pieces.ToImmutable();
    }

    private static int Elements(string text, TextSpan span) => new StringInfo(span.In(text)).LengthInTextElements;

    /// <summary>The sentence; or, where nobody would call it one, stretches of it that end at a space or at least not within a character.</summary>
    private static IEnumerable<TextSpan> Bounded(string text, TextSpan sentence)
    {
        var start = sentence.Start;
        while (start < sentence.End)
        {
            var (end, elements, space) = (start, 0, 0);
            while (end < sentence.End && elements < MostElements)
            {
                var length = Math.Min(StringInfo.GetNextTextElementLength(text.AsSpan(end, sentence.End - end)), MostUnits);
                if (end + length - start > MostUnits)
                    break;
                end += length;
                elements++;
                if (char.IsWhiteSpace(text[end - 1]))
                    space = end;
            }

            if (end < sentence.End && space > start)
                end = space;
            yield return new(start, end);
            start = end;
        }
    }
}
