using Digest.News;
using Digest.Text;

namespace Digest.Tests;

/// <summary>Small makers of test values: <c>Some.Article("…")</c> shows only what matters to the test.</summary>
internal static class Some
{
    /// <summary>An article whose every line that holds something is a paragraph.</summary>
    internal static Article Article(string text, DateOnly? date = null)
    {
        var blocks = new List<TextBlock>();
        var at = 0;
        foreach (var line in text.Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(line))
                blocks.Add(new TextBlock(BlockKind.Paragraph, new TextSpan(at, at + line.Length)));
            at += line.Length + 1;
        }

        return new Article { Id = "some-article", Name = "some.txt", Text = text, Blocks = [.. blocks], Date = date, DateBasis = date is null ? DateBasis.Unknown : DateBasis.Upload };
    }

    internal static Document Document(string text, DateOnly? date = null) => Digest.Text.Document.Of(Article(text, date));

    internal static Sentence Sentence(string text) => Assert.Single(Document(text).Sentences);
}
