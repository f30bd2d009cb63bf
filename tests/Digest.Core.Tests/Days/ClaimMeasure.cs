using Digest.Days;

namespace Digest.Tests.Days;

/// <summary>The claims that digests show counted against the claims that people list, over any number of days.</summary>
internal sealed class ClaimMeasure(Action<string> tell)
{
    private int met;
    private int wanted;
    private int shown;
    private int standing;
    private int parts;
    private int carriers;

    public double Precision => met / (double)shown;

    public double Recall => met / (double)wanted;

    public double Standing => standing / (double)met;

    public double Parts => parts / (double)met;

    public override string ToString() =>
        FormattableString.Invariant($"claims: P {Precision:0.000} R {Recall:0.000} of {wanted}; of those met: standing {Standing:0.000}, partial and cumulative {Parts:0.000}, carriers {carriers / (double)met:0.000}");

    public void Add(IReadOnlyCollection<GoldClaim> listed, Day day)
    {
        // What people list as background, or as good to show or not, is neither asked for nor wrong.
        var gold = listed.Where(g => !g.IsOptional).ToList();
        var optional = listed.Where(g => g.IsOptional).ToList();
        var claims = day.Stories.SelectMany(s => s.Events).SelectMany(e => e.Claims)
            .Select(c => (Claim: c, Articles: c.Citations.Select(x => day.Sources[x.SourceNumber - 1].Name).Distinct(StringComparer.Ordinal).ToArray())).ToList();
        var pairs = gold.SelectMany(g => claims.Where(c => g.IsMetBy(c.Claim, c.Articles)).Select(c => (Gold: g, Ours: c, Score: g.Exactness(c.Claim, c.Articles)))).OrderByDescending(p => p.Score).ToList();
        var usedGold = new HashSet<GoldClaim>(ReferenceEqualityComparer.Instance);
        var usedOurs = new HashSet<Claim>(ReferenceEqualityComparer.Instance);
        foreach (var (g, ours, _) in pairs)
        {
            if (usedGold.Contains(g) || usedOurs.Contains(ours.Claim))
                continue;
            usedGold.Add(g);
            usedOurs.Add(ours.Claim);
            Compare(g, ours.Claim, ours.Articles, day.Date);
        }

        // A day whose list has no running toll leaves them out on purpose.
        var sinceListed = gold.Exists(g => g.IsCumulative);
        var extra = claims.Where(c => (sinceListed || !c.Claim.IsCumulative) && !usedOurs.Contains(c.Claim) && !gold.Exists(g => g.HasSeveralClaimants && g.IsMetBy(c.Claim, c.Articles)) && !optional.Exists(g => g.IsMetBy(c.Claim, c.Articles))).ToList();
        met += usedOurs.Count;
        wanted += gold.Count;
        shown += usedOurs.Count + extra.Count;
        foreach (var g in gold.Where(g => !usedGold.Contains(g)))
            tell($"{day.Date:O} MISSED {g}");
        foreach (var (c, names) in extra)
            tell($"{day.Date:O} EXTRA {c.Effect} {c.Count}{c.Vague} {c.Victims} by {c.Claimant} in {string.Join(' ', names)}{(c.IsPartial ? " part" : "")} {c.Status}");
    }

    private void Compare(GoldClaim gold, Claim ours, string[] articles, DateOnly date)
    {
        var sameStanding = GoldClaim.StandingOf(ours) == gold.Standing;
        var sameKind = ours.IsPartial == gold.IsPartial && ours.IsCumulative == gold.IsCumulative;
        standing += sameStanding ? 1 : 0;
        parts += sameKind ? 1 : 0;
        carriers += articles.Order(StringComparer.Ordinal).SequenceEqual(gold.Articles.Order(StringComparer.Ordinal)) ? 1 : 0;
        if (!sameStanding || !sameKind)
            tell($"{date:O} marked otherwise: {gold} | ours {GoldClaim.StandingOf(ours)}{(ours.IsPartial ? " part" : "")}{(ours.IsCumulative ? " since" : "")}");
    }
}
