using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

public static class EventExtractor
{
    public static ImmutableArray<EventReport> Extract(Document document, ImmutableArray<Statement> statements) => [];
}
