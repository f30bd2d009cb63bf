using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

public static class StatementExtractor
{
    public static ImmutableArray<Statement> Extract(Document document) => [];
}
