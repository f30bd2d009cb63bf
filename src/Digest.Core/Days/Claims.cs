using System.Collections.Immutable;
using System.Globalization;
using Digest.Facts;

namespace Digest.Days;

/// <summary>
/// Sets out who states what about one event: mentions are grouped by claimant, effect, figure and victims. Articles that carry a claim are its
/// citations and add no weight. Nothing is added up and nothing dropped but a headline's or unattributed figure that its own article attributes.
/// </summary>
internal static class Claims
{
    public static ImmutableArray<Claim> Of(EventDraft draft, IReadOnlyList<DayArticle> articles, List<Join>? joins)
    {
        Told<CasualtyReport>[] harm = [.. Issuers.Attribute(RepeatedFigures.Drop(RepeatedFigures.Corrected(draft.Harm, articles), articles), articles)];
        if (harm.Length == 0)
            return [];
        var claimants = new Claimants(harm, articles);
        var groups = Standing.Settle(LooseEnds.Tie(Group(harm, claimants, articles, joins), articles, joins));
        var parties = draft.Reports.SelectMany(r => new[] { r.Fact.Actor, r.Fact.Target }).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var claims = groups
            .OrderBy(g => g.First.Effect)
            .ThenBy(g => g.IsCumulative).ThenBy(g => g.Status).ThenBy(g => g.IsPartial)
            .ThenByDescending(g => g.Count.Max ?? g.Count.Min ?? -1)
            .ThenBy(g => g.Mentions[0].ArticleIndex).ThenBy(g => g.First.Provenance.Span)
            .Select(g => g.ToClaim(claimants, parties));
        return Distinguish(claims);
    }

    private static List<ClaimGroup> Group(IEnumerable<Told<CasualtyReport>> harm, Claimants claimants, IReadOnlyList<DayArticle> articles, List<Join>? joins)
    {
        var groups = new List<ClaimGroup>();
        // Mentions that name victims come first, so that a bare figure joins them and not they it.
        foreach (var told in harm.OrderBy(h => h.Fact.Victims is null).ThenBy(h => h.ArticleIndex).ThenBy(h => h.Fact.Provenance.Span))
        {
            var claimant = claimants.Of(told);
            if (HomeOf(told, claimant) is not { } group)
            {
                groups.Add(new(claimant, told));
                continue;
            }

            if (!group.IsCarriedBy(told.ArticleIndex))
            {
                joins?.Add(new(JoinKind.Claim, Describe(group.Mentions[0], articles), Describe(told, articles),
                    "They give the same figure for the same people of the same event, from the same source" + (told.Fact.Claimant is null ? ": none is named." : ".")));
            }

            group.Add(told);
        }

        return groups;

        ClaimGroup? HomeOf(Told<CasualtyReport> told, int claimant)
        {
            foreach (var group in groups)
            {
                if (group.Takes(told, claimant))
                    return group;
            }

            return null;
        }
    }

    internal static string Describe(Told<CasualtyReport> told, IReadOnlyList<DayArticle> articles) =>
        $"{articles[told.ArticleIndex].Article.Name}: “{told.Fact.Provenance.Evidence}”";

    // Two claims that differ only in what the id leaves out get a number each, in order.
    private static ImmutableArray<Claim> Distinguish(IEnumerable<Claim> claims)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var distinct = ImmutableArray.CreateBuilder<Claim>();
        foreach (var claim in claims)
        {
            var count = seen[claim.Id] = seen.GetValueOrDefault(claim.Id) + 1;
            distinct.Add(count == 1 ? claim : claim with { Id = claim.Id + "-" + count.ToString(CultureInfo.InvariantCulture) });
        }

        return distinct.ToImmutable();
    }
}
