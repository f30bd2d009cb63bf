using System.Collections.Immutable;

namespace Digest.Facts;

/// <summary>
/// The article's own answer to "how many, in the event it is about": from its first total to the highest rival total. Parts, background, running tolls, superseded and
/// denied figures do not count, nor do the single dead whom a report names one by one where it also gives a total.
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
        var totals = claims.Where(c => High(c) >= 2).ToList();
        // A reporter opens with the total; what comes later and is lower is a part, an early count or another place.
        var main = totals.Count > 0 ? totals[0] : claims[0];
        var rivals = totals.Where(c => High(c) >= Low(main)).Append(main).ToList();
        var low = rivals.Min(Low);
        return CountRange.Between(Math.Min(low, Low(main)), rivals.Max(High));
    }

    private static int Low(CasualtyReport claim) => claim.Count.Min ?? claim.Count.Max!.Value;

    private static int High(CasualtyReport claim) => claim.Count.Max ?? claim.Count.Min!.Value;
}
