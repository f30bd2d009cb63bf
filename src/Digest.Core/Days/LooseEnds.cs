using Digest.Facts;

namespace Digest.Days;

/// <summary>
/// Ties what one mention leaves open to the claim that another settles: copy that an outlet cut the source from, a figure told as replaced without whose it was, a dead person named after
/// being described, "a doctor" whom another article names. A mention is tied only where there is one claim it can belong to.
/// </summary>
internal static class LooseEnds
{
    public static List<ClaimGroup> Tie(List<ClaimGroup> groups, IReadOnlyList<DayArticle> articles, List<Join>? joins)
    {
        if (groups.Count < 2)
            return groups;
        var left = Tie(groups, "The one gives the figure without its source in copy that the other carries with it.", g => g.Claimant < 0, (g, h) => h.Claimant >= 0 && IsItsCopy(g, h, articles));
        left = Tie(left, "The one says that the figure has been replaced, and only the other says whose it was.",
            g => g is { Claimant: < 0, Status: FigureStatus.Superseded, IsPartial: false }, (g, h) => h is { Claimant: >= 0, IsPartial: false } && IsFigureOf(g, h));
        left = Tie(left, "One source speaks of one death in one article, first by description and then by name.", g => Victims.NamesSomeone(g.First.Victims), (g, h) => Describes(h, g, articles));
        left = Tie(left, "One article gives the figure from the hospital's people first, and then from the one who speaks for them.", AreOfHospital, (g, h) => IsFigureOf(g, h) && h.IsPartial == g.IsPartial && IsNamedDoctor(h) && !Apart(g, h));
        return Tie(left, "They give the same figure, and the source that one leaves unnamed fits the one that the other names.",
            g => IsUnnamed(g) is not null, (g, h) => IsFigureOf(g, h) && Apart(g, h) && h.IsPartial == g.IsPartial && IsCalled(h, IsUnnamed(g)!));

        List<ClaimGroup> Tie(List<ClaimGroup> loose, string reason, Func<ClaimGroup, bool> isLoose, Func<ClaimGroup, ClaimGroup, bool> isHome)
        {
            var gone = new HashSet<ClaimGroup>();
            foreach (var group in loose)
            {
                if (!isLoose(group) || OneHome(group) is not { } home)
                    continue;
                joins?.Add(new(JoinKind.Claim, Claims.Describe(home.Mentions[0], articles), Claims.Describe(group.Mentions[0], articles), reason));
                foreach (var mention in group.Mentions)
                    home.Add(mention);
                gone.Add(group);
            }

            return gone.Count == 0 ? loose : loose.FindAll(g => !gone.Contains(g));

            ClaimGroup? OneHome(ClaimGroup group)
            {
                ClaimGroup? home = null;
                foreach (var other in loose)
                {
                    if (other == group || gone.Contains(other) || !isHome(group, other))
                        continue;
                    if (home is not null)
                        return null;
                    home = other;
                }

                return home;
            }
        }
    }

    // Every mention without a source stands in copy that another outlet carries with the source.
    private static bool IsItsCopy(ClaimGroup open, ClaimGroup told, IReadOnlyList<DayArticle> articles) =>
        IsFigureOf(open, told) && open.IsPartial == told.IsPartial && Apart(open, told) && told.Mentions.Select(o => articles[o.ArticleIndex].Line).ToHashSet() is var lines && open.Mentions.TrueForAll(m => !m.Fact.IsHeadline && lines.Contains(articles[m.ArticleIndex].Line));

    private static bool IsFigureOf(ClaimGroup a, ClaimGroup b) =>
        a.First.Effect == b.First.Effect && a.IsCumulative == b.IsCumulative && a.First.Count.IsNumbered && b.HasFigureOf(a.First) && Victims.MayBeOne(a.First.Victims, b.First.Victims);

    private static bool Apart(ClaimGroup a, ClaimGroup b) => !a.SharesCarrierWith(b);

    // "One member of the Border Police … the Border Police lost one of its heroes, Corporal …": one source, one article, one dead, and the sentence that names speaks of the description.
    private static bool Describes(ClaimGroup described, ClaimGroup named, IReadOnlyList<DayArticle> articles)
    {
        if (described.Claimant != named.Claimant || described.First.Effect != named.First.Effect || described.First.Count != CountRange.Exactly(1) || named.First.Count != CountRange.Exactly(1)
            || described.IsPartial != named.IsPartial || described.IsCumulative || named.IsCumulative || described.First.Victims is not { } words || Victims.NamesSomeone(words))
        {
            return false;
        }

        return named.Mentions.Exists(n => described.Mentions.Exists(d => d.ArticleIndex == n.ArticleIndex && d.Fact.Provenance.Span.Start < n.Fact.Provenance.Span.Start)
            && Likeness.SharesTellingWord(Sentences.Around(articles[n.ArticleIndex].Article, n.Fact.Provenance.Span).In(articles[n.ArticleIndex].Article.Text), words));
    }

    /// <summary>The noun of a description of one person who is not named ("a doctor", "a medic"); null for anyone else.</summary>
    private static string? IsUnnamed(ClaimGroup group) =>
        group.First.Claimant is { Speaker: ['a' or 'A', ..] } claimant && claimant.Speaker.Split(' ') is ["a" or "A" or "an" or "An", .., var head] && group.Mentions.TrueForAll(m => m.Fact.Claimant?.Speaker == claimant.Speaker) ? head : null;

    // "Hospital sources said …": in the lede of an article that then names the hospital's director.
    private static bool AreOfHospital(ClaimGroup group) =>
        group.Mentions.TrueForAll(m => m.Fact.Claimant is { } claimant && Words.Of(claimant.Speaker) is ["hospital" or "medical", "sources" or "officials" or "source" or "official"] or ["doctors"] or ["medics"]);

    private static bool IsNamedDoctor(ClaimGroup group) => group.First.Claimant is { } claimant && char.IsUpper(claimant.Speaker[0]) && claimant.Role is not null && ClaimantRelations.Of(claimant, []) == ClaimantRelation.Medical;

    private static bool IsCalled(ClaimGroup group, string head) => group.Mentions.Exists(m =>
        m.Fact.Claimant is { } claimant && char.IsUpper(claimant.Speaker[0]) && claimant.Speaker.Split(' ')[0] is not ("A" or "An" or "The")
        && Words.Of(claimant.Speaker + " " + claimant.Role).Any(w => w == head || (head == "doctor" && w == "dr")));
}
