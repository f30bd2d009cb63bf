using System.Globalization;
using System.Text;
using Digest.News;
using Digest.Storage.Analytics;

namespace Digest.Storage.Tests.Analytics;

public sealed class TextPiecesTests
{
    [Fact]
    public void AnArticleOfOrdinaryLengthIsOneDocument()
    {
        var piece = Assert.Single(TextPieces.Of(Read(Encoding.UTF8.GetString(Some.Article("three")))));

        Assert.Contains("the regional governor, Oleksandr Prokudin, said.", piece.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNotTheStoryIsNotSent()
    {
        var article = Read("Shells hit a depot\n\nBy Ana Silva\n\nShells hit a depot in the harbour on Monday, the mayor said.\n\nSign up for our newsletter: news@example.org\n");
        Assert.Contains(article.Blocks, block => !block.IsStory);

        Assert.All(TextPieces.Of(article), piece => Assert.DoesNotContain("example.org", piece.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void AnArticleWithoutAStoryIsNoDocument() =>
        Assert.Empty(TextPieces.Of(new Article { Id = "a", Name = "a", Text = "", Blocks = [] }));

    /// <summary>The law of the cutting: within the limits, whole sentences, nothing lost, and every character where it was.</summary>
    [Theory]
    [InlineData("The mayor of Kherson said that the bridge was hit. ", 400)]
    [InlineData("Zażółć gęślą jaźń, powiedział burmistrz. ", 500)]
    // One text element each, of eight, seven and two code units.
    [InlineData("👩‍👩‍👧 came to the square. ", 900)]
    [InlineData("E\u0301e\u0300\u0323\u0331 was written on the wall. ", 700)]
    public void EveryStretchStandsInTheArticleWhereItsDocumentSaysItDoes(string sentence, int times)
    {
        var article = Read($"A long report\n\n{string.Concat(Enumerable.Repeat(sentence, times))}");
        var pieces = TextPieces.Of(article);

        Assert.True(pieces.Length > 1, "The text is longer than one document.");
        foreach (var piece in pieces)
        {
            Assert.InRange(new StringInfo(piece.Text).LengthInTextElements, 1, TextPieces.MostElements);
            Assert.InRange(piece.Text.Length, 1, TextPieces.MostUnits);
            foreach (var (at, span) in piece.Parts)
            {
                Assert.Equal(span.In(article.Text), piece.Text.Substring(at, span.Length));
                Assert.Equal(span, piece.InArticle(at, span.Length));
                Assert.True(span.In(article.Text) is "A long report" or [.., '.'], "A document ends where a sentence does.");
            }
        }

        var sent = string.Concat(pieces.SelectMany(piece => piece.Parts).Select(part => part.Span.In(article.Text)));
        Assert.Equal(times, Count(sent, sentence.Trim()));
    }

    [Fact]
    public void DocumentsAreFilledBeforeTheNextIsBegun()
    {
        var pieces = TextPieces.Of(Read($"A long report\n\n{string.Concat(Enumerable.Repeat("The mayor said it. ", 700))}"));

        Assert.All(pieces[..^1], piece => Assert.InRange(new StringInfo(piece.Text).LengthInTextElements, TextPieces.MostElements - 20, TextPieces.MostElements));
    }

    [Fact]
    public void WhatHasNoEndIsCutAtASpaceAndElseBetweenCharacters()
    {
        var words = string.Join(' ', Enumerable.Repeat("shell", 300));
        foreach (var text in new[] { string.Concat(Enumerable.Repeat("e\u0301", 12_000)), $"{words}{new string('x', 11_000)}", string.Concat(Enumerable.Repeat("👩‍👩‍👧", 6_000)) })
        {
            var article = Read($"A report\n\n{text}");
            foreach (var piece in TextPieces.Of(article))
            {
                Assert.InRange(new StringInfo(piece.Text).LengthInTextElements, 1, TextPieces.MostElements);
                Assert.All(piece.Parts, part => Assert.False(char.IsLowSurrogate(article.Text[part.Span.Start]) || char.GetUnicodeCategory(article.Text[part.Span.Start]) == UnicodeCategory.NonSpacingMark));
            }
        }
    }

    [Theory]
    [InlineData(0, 3, true)]
    [InlineData(0, 0, false)]
    [InlineData(-1, 3, false)]
    [InlineData(5, 9, false)]
    [InlineData(2, int.MaxValue, false)]
    [InlineData(int.MaxValue, 2, false)]
    [InlineData(9, 3, false)]
    public void AStretchThatIsNotWithinASentenceIsNone(int offset, int length, bool isOne) =>
        Assert.Equal(isOne, new TextPiece("One\nTwo", [(0, new(10, 13)), (4, new(20, 23))]).InArticle(offset, length) is not null);

    [Fact]
    public void OffsetsAreCarriedToTheRightSentence() =>
        Assert.Equal(new(21, 23), new TextPiece("One\nTwo", [(0, new(10, 13)), (4, new(20, 23))]).InArticle(5, 2));

    private static Article Read(string text) => ArticleReader.FromText("a.txt", text);

    private static int Count(string text, string words)
    {
        var count = 0;
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + words.Length, StringComparison.Ordinal))
            count++;
        return count;
    }
}
