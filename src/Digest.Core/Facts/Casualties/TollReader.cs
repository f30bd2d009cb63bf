using System.Collections.Immutable;

namespace Digest.Facts;

/// <summary>
/// The article's own answer to "how many, in the event it is about": the range over its current claims about that event. Parts, background, running tolls, superseded
/// and denied figures do not count.
/// </summary>
public static class TollReader
{
    public static ArticleToll Read(ImmutableArray<CasualtyReport> casualties) =>
        new(Range(casualties, HarmEffect.Killed), Range(casualties, HarmEffect.Wounded));

    private static CountRange? Range(ImmutableArray<CasualtyReport> casualties, HarmEffect effect)
    {
        var claims = casualties.Where(c => c.Effect == effect && c.Count.IsNumbered && c.Status == FigureStatus.Current && !c.IsPartial && !c.IsBackground && !c.IsCumulative).ToList();
        if (claims.Count == 0)
            return null;
        var low = claims.Min(c => c.Count.Min ?? c.Count.Max!.Value);
        var high = claims.Max(c => c.Count.Max ?? c.Count.Min!.Value);
        return CountRange.Between(low, high);
    }
}
