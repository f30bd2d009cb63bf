using System.Collections.Immutable;

namespace Digest.Facts;

/// <summary>The article's own answer to "how many, in the event it is about".</summary>
public static class TollReader
{
    public static ArticleToll Read(ImmutableArray<CasualtyReport> casualties) => new(null, null);
}
