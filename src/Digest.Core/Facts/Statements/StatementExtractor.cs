using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Reads who is said to have said what, in one pass over the article.</summary>
public static class StatementExtractor
{
    /// <summary>Direct, mixed and indirect statements, in reading order.</summary>
    public static ImmutableArray<Statement> Extract(Document document) => Read(document).Statements;

    /// <summary>The statements, with the stands that the verbs of saying themselves take.</summary>
    public static Speech Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var quotes = QuoteScanner.Scan(document.Article);
        return new StatementRun(document, quotes, SpeechSentence.Of(document, quotes)).Run();
    }
}
