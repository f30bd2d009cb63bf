using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Reads the quotations: stretches in quotation marks, two words or more, that report somebody's speech or writing.</summary>
public static class QuotationExtractor
{
    public static ImmutableArray<Quotation> Extract(Document document, ImmutableArray<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(document);
        var result = ImmutableArray.CreateBuilder<Quotation>();
        foreach (var quote in QuoteScanner.Scan(document.Article))
        {
            var words = Words(document.Text, quote.Inner);
            if (words < 2)
                continue;
            var statement = statements.Where(s => s.ContentSpans.Any(c => c.Contains(quote.Inner))).OrderBy(s => s.Provenance.Span.Length).FirstOrDefault();
            if (statement is null)
                continue;
            var span = Trim(document.Text, quote.Inner);
            result.Add(new Quotation(new Provenance(document.Article.Id, span, span.In(document.Text)), statement.Attribution));
        }

        return result.ToImmutable();
    }

    private static int Words(string text, TextSpan span) => span.In(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    // The comma before the closing mark belongs to the sentence around it.
    private static TextSpan Trim(string text, TextSpan span) => text[span.End - 1] == ',' && span.Length > 1 ? new TextSpan(span.Start, span.End - 1) : span;
}
