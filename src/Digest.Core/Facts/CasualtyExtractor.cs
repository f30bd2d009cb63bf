using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

public static class CasualtyExtractor
{
    public static ImmutableArray<CasualtyReport> Extract(Document document, ImmutableArray<Statement> statements, ImmutableArray<EventReport> events) => [];
}
