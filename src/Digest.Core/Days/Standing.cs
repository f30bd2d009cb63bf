using Digest.Facts;
using Digest.Names;

namespace Digest.Days;

/// <summary>
/// Settles how each claim of an event stands once all articles are read: one article may say that a figure another still gives has been replaced or is
/// denied. A figure is taken as replaced only where an article says so, never because another is higher or its article younger.
/// </summary>
internal static class Standing
{
    // " and two passers-by": a few words part two halves of one count.
    private const int MostBetweenParts = 12;

    public static List<ClaimGroup> Settle(List<ClaimGroup> groups)
    {
        // What is settled is how claims stand to each other.
        if (groups.Count < 2)
            return groups;
        var settled = Denied(Replaced(groups));
        Sums(settled);
        Parts(settled);
        return settled;
    }

    // Replaced for one claimant in one article is replaced for it in all; a headline's mention of a replaced figure, without a source, is one more mention of that figure.
    private static List<ClaimGroup> Replaced(List<ClaimGroup> groups)
    {
        var replaced = groups.Where(g => g.Mentions.Exists(m => m.Fact.Status == FigureStatus.Superseded) && !g.IsPartial).ToArray();
        if (replaced.Length == 0)
            return groups;
        var gone = new HashSet<ClaimGroup>();
        foreach (var group in groups.Where(g => g.Status == FigureStatus.Current && !g.IsCumulative && !g.IsPartial))
        {
            if (Array.Exists(replaced, r => r.Claimant == group.Claimant && r.HasFigureOf(group.First) && Victims.MayBeOne(r.First.Victims, group.First.Victims)))
            {
                group.Status = FigureStatus.Superseded;
            }
            else if (group.Claimant < 0 && group.Mentions.TrueForAll(m => m.Fact.IsHeadline) && Array.Find(replaced, r => r.HasFigureOf(group.First)) is { } told)
            {
                group.Mentions.ForEach(told.Add);
                gone.Add(group);
            }
        }

        return groups.FindAll(g => !gone.Contains(g));
    }

    // "The ministry denied that four had been killed": the figure is whoever's that states it. Where an article gives it without its author, the denial goes to those who do.
    private static List<ClaimGroup> Denied(List<ClaimGroup> groups)
    {
        if (!groups.Exists(g => g.Status == FigureStatus.Denied))
            return groups;
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
        && (group.DeniedBy is null || group.DeniedBy == claimant.Speaker) && Words.Of(claimant.Cue).Any(w => w.StartsWith("den", StringComparison.Ordinal) || w.StartsWith("reject", StringComparison.Ordinal) || w.StartsWith("dismiss", StringComparison.Ordinal));

    // "12 recruits and two passers-by" of a source that elsewhere gives 14: what one sentence parts is the whole.
    private static void Sums(List<ClaimGroup> groups)
    {
        foreach (var source in groups.Where(g => g is { Claimant: >= 0, IsPartial: false, IsCumulative: false }).GroupBy(g => (g.Claimant, g.First.Effect)).Select(g => g.ToArray()).Where(g => g.Length > 2))
        {
            foreach (var parts in source.SelectMany(g => g.Mentions.Select(m => (Group: g, m.ArticleIndex, Evidence: m.Fact.Provenance.Span))).GroupBy(p => p.ArticleIndex).Select(g => g.OrderBy(p => p.Evidence).ToArray()))
            {
                for (var i = 1; i < parts.Length; i++)
                {
                    var (a, b) = (parts[i - 1], parts[i]);
                    if (a.Group == b.Group || !a.Group.First.Count.IsExact || !b.Group.First.Count.IsExact || b.Evidence.Start - a.Evidence.End > MostBetweenParts || a.Group.First.Count.Min + b.Group.First.Count.Min is not { } sum
                        || !source.Any(w => w.First.Count.Min == sum && w != a.Group && w != b.Group && Victims.AreGeneral(w.First.Victims)) || Victims.MayBeOne(a.Group.First.Victims, b.Group.First.Victims))
                    {
                        continue;
                    }

                    (a.Group.IsPartial, b.Group.IsPartial) = (true, true);
                }
            }
        }
    }

    // Two figures of one sentence stand side by side: "nine people and three soldiers".
    private static bool Adjoin(CasualtyReport a, CasualtyReport b) =>
        a.Provenance.Span.Overlaps(b.Provenance.Span) || Math.Max(a.Provenance.Span.Start, b.Provenance.Span.Start) - Math.Min(a.Provenance.Span.End, b.Provenance.Span.End) < OneSentence;

    private const int OneSentence = 40;

    // One named person among more of the same source's, or of nobody's, is a part of them.
    private static void Parts(List<ClaimGroup> groups)
    {
        foreach (var group in groups.Where(g => !g.IsPartial && !g.IsCumulative && g.First.Count == CountRange.Exactly(1) && Victims.NamesSomeone(g.First.Victims)))
        {
            group.IsPartial = groups.Exists(g => g != group && !g.IsCumulative && g.First.Effect == group.First.Effect && (g.First.Count.Min ?? 0) > 1
                && Victims.AreGeneral(g.First.Victims) && (g.Claimant == group.Claimant || group.Claimant < 0));
        }

        // "34 were hurt", a governor says, and in another sentence that three paramedics were: some of a source's own dead or wounded, told apart.
        foreach (var group in groups.Where(g => g is { IsPartial: false, IsCumulative: false, Claimant: >= 0, First: { Status: FigureStatus.Current, Count: { IsExact: true, Min: not null } } } && !Victims.AreUnspecified(g.First.Victims) && !Victims.MayBeOthers(g.First)))
        {
            group.IsPartial = groups.Exists(g => g != group && g is { IsCumulative: false, IsPartial: false } && g.Claimant == group.Claimant && g.First.Effect == group.First.Effect && g.First.Count.Min > group.First.Count.Min
                && Victims.AreUnspecified(g.First.Victims) && group.Mentions.TrueForAll(m => g.Mentions.Exists(o => o.ArticleIndex == m.ArticleIndex && !Adjoin(o.Fact, m.Fact))));
        }
    }
}
