using Digest.Facts;
using Digest.Names;

namespace Digest.Days;

/// <summary>
/// Settles how each claim of an event stands once all articles are read: one article may say that a figure another still gives has been replaced or is
/// denied. A figure is taken as replaced only where an article says so, never because another is higher or its article younger.
/// </summary>
internal static class Standing
{
    public static List<ClaimGroup> Settle(List<ClaimGroup> groups)
    {
        Replaced(groups);
        var settled = Denied(groups);
        Parts(settled);
        return settled;
    }

    // Replaced for one claimant in one article is replaced for it in all; an unattributed mention of a replaced figure is taken for that figure.
    private static void Replaced(List<ClaimGroup> groups)
    {
        var replaced = groups.Where(g => g.Mentions.Exists(m => m.Fact.Status == FigureStatus.Superseded)).ToArray();
        foreach (var group in groups.Where(g => g.Status == FigureStatus.Current && !g.IsCumulative && !g.IsPartial))
        {
            var own = Array.Find(replaced, r => r.Claimant == group.Claimant && r.HasFigureOf(group.First) && !r.IsPartial && Victims.MayBeOne(r.First.Victims, group.First.Victims));
            var headline = group.Claimant < 0 && group.Mentions.TrueForAll(m => m.Fact.IsHeadline) ? Array.Find(replaced, r => r.HasFigureOf(group.First) && !r.IsPartial) : null;
            if ((own ?? headline) is not null)
                group.Status = FigureStatus.Superseded;
        }
    }

    // "The ministry denied that four had been killed": the figure is whoever's that states it. Where an article gives it without its author, the denial goes to those who do.
    private static List<ClaimGroup> Denied(List<ClaimGroup> groups)
    {
        var gone = new HashSet<ClaimGroup>();
        foreach (var denied in groups.Where(g => g.Status == FigureStatus.Denied).ToArray())
        {
            var rivals = groups.Where(g => g != denied && !gone.Contains(g) && g.HasFigureOf(denied.First) && g.IsCumulative == denied.IsCumulative
                && Victims.MayBeOne(g.First.Victims, denied.First.Victims) && Victims.AreUnspecified(g.First.Victims) == Victims.AreUnspecified(denied.First.Victims)).ToArray();
            foreach (var stated in rivals)
            {
                if (stated.Claimant != denied.Claimant && denied.Claimant >= 0 && !IsVague(denied) && !IsDenier(denied))
                    continue;
                if (stated.Status != FigureStatus.Superseded)
                    stated.Status = FigureStatus.Denied;
                stated.DeniedBy ??= denied.DeniedBy ?? (IsDenier(denied) ? denied.First.Claimant!.Speaker : null);
                if ((denied.Claimant < 0 || denied.Claimant == stated.Claimant || IsVague(denied) || IsDenier(denied)) && stated.Claimant >= 0 && !gone.Contains(denied))
                {
                    foreach (var mention in denied.Mentions)
                        stated.Add(mention);
                    gone.Add(denied);
                }
            }
        }

        return [.. groups.Where(g => !gone.Contains(g))];
    }

    // "one of its officials", "some agencies" and "Kiev" say no more of the author than nobody does.
    private static bool IsVague(ClaimGroup group) => group.First.Claimant is { } claimant
        && (Words.Of(claimant.Speaker)[0] is "one" or "some" or "reports" or "media" || Countries.ByAny(claimant.Speaker) is not null || Gazetteer.Find(claimant.Speaker) is not null);

    // "The military denied that 19 had died": what somebody else stated, told by who denies it.
    private static bool IsDenier(ClaimGroup group) => group.First.Claimant is { } claimant
        && (group.DeniedBy is null || group.DeniedBy == claimant.Speaker) && Words.Of(claimant.Cue).Exists(w => w.StartsWith("den", StringComparison.Ordinal) || w.StartsWith("reject", StringComparison.Ordinal) || w.StartsWith("dismiss", StringComparison.Ordinal));

    // One named person among more of the same source's, or of nobody's, is a part of them.
    private static void Parts(List<ClaimGroup> groups)
    {
        foreach (var group in groups.Where(g => !g.IsPartial && !g.IsCumulative && g.First.Count == CountRange.Exactly(1) && Victims.NamesSomeone(g.First.Victims)))
        {
            group.IsPartial = groups.Exists(g => g != group && !g.IsCumulative && g.First.Effect == group.First.Effect && (g.First.Count.Min ?? 0) > 1
                && Victims.AreGeneral(g.First.Victims) && (g.Claimant == group.Claimant || group.Claimant < 0));
        }
    }
}
