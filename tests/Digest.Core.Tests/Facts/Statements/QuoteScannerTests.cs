using Digest.Facts;

namespace Digest.Tests.Facts.Statements;

public class QuoteScannerTests
{
    private static string[] Read(string text) => [.. QuoteScanner.Scan(Some.Article(text)).Select(q => q.Inner.In(text))];

    [Theory]
    [InlineData("He said \"we wait\" twice.", "we wait")]
    [InlineData("He said “we wait” twice.", "we wait")]
    [InlineData("He said ‘we wait’ twice.", "we wait")]
    [InlineData("He said 'we wait' twice.", "we wait")]
    [InlineData("Il dit « nous attendons » deux fois.", "nous attendons")]
    [InlineData("Er sagt: „wir warten“.", "wir warten")]
    [InlineData("He said ``we wait'' twice.", "we wait")]
    [InlineData("“He told me ‘go home’ and left,” she said.", "He told me ‘go home’ and left,")]   // the outermost marks count
    [InlineData("‘The fighters’ weapons were found,’ he said.", "The fighters’ weapons were found,")] // a possessor's mark closes nothing
    [InlineData("‘They don’t know,’ he said.", "They don’t know,")]
    [InlineData("“The [Israeli] side must stop…” he said.", "The [Israeli] side must stop…")]
    [InlineData("\"We wait for them.", "We wait for them.")]                                      // never closed: it ends with its paragraph
    public void QuotedWordsAreFound(string text, string inner) => Assert.Equal([inner], Read(text));

    [Theory]
    [InlineData("The soldiers' families waited.")]
    [InlineData("It was the boys’ first day in the ’90s.")]
    [InlineData("He was 5'11\" tall.")]
    [InlineData("Rock 'n' roll")]
    public void ApostrophesAreNotQuotationMarks(string text) => Assert.Empty(Read(text));

    [Fact]
    public void AQuotationThatRepeatsItsMarkContinuesTheOneBefore()
    {
        var quotes = QuoteScanner.Scan(Some.Article("“We waited.\n“Nobody came,” she said. “Nobody.”"));

        Assert.Equal([(false, false), (true, true), (true, false)], quotes.Select(q => (q.IsClosed, q.Continues)));
    }
}
