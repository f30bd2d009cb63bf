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
        var current = casualties.Where(c => c.Effect == effect && c.Status == FigureStatus.Current && !c.IsPartial && !c.IsBackground && !c.IsCumulative).ToList();
        var claims = current.Where(c => c.Count.IsNumbered).ToList();
        // "Others were wounded": a plural without a number is at least two, and where the report opens with it that is its lowest account.
        var opensVague = current.Count > 0 && !current[0].Count.IsNumbered;
        if (claims.Count == 0)
            return opensVague ? CountRange.AtLeast(Plural) : null;
        var totals = claims.Where(c => High(c) >= Plural).ToList();
        // A reporter opens with the total; what comes later and is lower is a part, an early count or another place.
        var main = totals.Count > 0 ? totals[0] : claims[0];
        var rivals = totals.Where(c => High(c) >= Low(main)).Append(main).ToList();
        var low = Math.Min(rivals.Min(Low), opensVague ? Plural : int.MaxValue);
        return CountRange.Between(low, rivals.Max(High));
    }

    private const int Plural = 2;

    private static int Low(CasualtyReport claim) => claim.Count.Min ?? claim.Count.Max!.Value;

    private static int High(CasualtyReport claim) => claim.Count.Max ?? claim.Count.Min!.Value;
}
