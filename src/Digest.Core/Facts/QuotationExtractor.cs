using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

public static class QuotationExtractor
{
    public static ImmutableArray<Quotation> Extract(Document document, ImmutableArray<Statement> statements) => [];
}
