using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

public static class ReactionExtractor
{
    public static ImmutableArray<Reaction> Extract(Document document, ImmutableArray<Statement> statements) => [];
}
