using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Reads who is said to have said what: direct, mixed and indirect statements, in reading order.</summary>
public static class StatementExtractor
{
    public static ImmutableArray<Statement> Extract(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Start(document).Run();
    }

    internal static StatementRun Start(Document document)
    {
        var quotes = QuoteScanner.Scan(document.Article);
        return new StatementRun(document, quotes, SpeechSentence.Of(document, quotes));
    }
}
