using Digest.Facts;

namespace Digest.Days;

/// <summary>The mentions of one claim while they are gathered.</summary>
internal sealed class ClaimGroup
{
    // How the mentions describe the people, each way once.
    private readonly List<string?> descriptions = [];

    public ClaimGroup(int claimant, Told<CasualtyReport> first)
    {
        Claimant = claimant;
        Mentions = [];
        Add(first);
    }

    /// <summary>The number of its source in its event; -1 where nobody is named.</summary>
    public int Claimant { get; }

    /// <summary>In the fold's order.</summary>
    public List<Told<CasualtyReport>> Mentions { get; }

    public CasualtyReport First => Mentions[0].Fact;

    public FigureStatus Status { get; set; }

    public string? DeniedBy { get; set; }

    public bool IsPartial { get; set; }

    public bool IsCumulative => First.IsCumulative;

    public bool IsCurrent => Status == FigureStatus.Current && !IsCumulative && !IsPartial;

    public void Add(Told<CasualtyReport> mention)
    {
        // Mostly at the end: they come nearly in order.
        var at = Mentions.Count;
        while (at > 0 && (Mentions[at - 1].ArticleIndex > mention.ArticleIndex || (Mentions[at - 1].ArticleIndex == mention.ArticleIndex && Mentions[at - 1].Fact.Provenance.Span > mention.Fact.Provenance.Span)))
            at--;
        Mentions.Insert(at, mention);
        if (!descriptions.Contains(mention.Fact.Victims))
            descriptions.Add(mention.Fact.Victims);
        IsPartial |= mention.Fact.IsPartial;
        if (mention.Fact.Status > Status)
            Status = mention.Fact.Status;
        DeniedBy = Smaller(DeniedBy, mention.Fact.DeniedBy);
    }

    /// <summary>Whether an article has a mention of it.</summary>
    public bool IsCarriedBy(int article)
    {
        int low = 0, high = Mentions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Mentions[middle].ArticleIndex < article)
                low = middle + 1;
            else
                high = middle;
        }

        return low < Mentions.Count && Mentions[low].ArticleIndex == article;
    }

    public bool SharesCarrierWith(ClaimGroup other)
    {
        foreach (var mention in Mentions)
        {
            if (other.IsCarriedBy(mention.ArticleIndex))
                return true;
        }

        return false;
    }

    /// <summary>Whether a mention is one more of this claim.</summary>
    public bool Takes(Told<CasualtyReport> told, int claimant)
    {
        var fact = told.Fact;
        if (claimant != Claimant || fact.Effect != First.Effect || !GivesFigure(told) || fact.IsCumulative != First.IsCumulative
            || fact.IsPartial != First.IsPartial || !string.Equals(fact.Vague, First.Vague, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // One source's figure of three or more that two articles carry is one claim, however each describes the people. Within one article, and for ones
        // and twos, different people are different claims.
        var telling = fact.IsPartial || (fact.Count.Max ?? fact.Count.Min ?? 0) < 3 || IsCarriedBy(told.ArticleIndex);
        return !telling || MayBeOfThem(fact.Victims);
    }

    private bool MayBeOfThem(string? victims) => descriptions.TrueForAll(v => Victims.MayBeOne(v, victims));

    /// <summary>
    /// The figure: the one that is open above where an outlet has "at least 14" and another "14" from the same source, for that is true of both.
    /// </summary>
    public CountRange Count
    {
        get
        {
            foreach (var mention in Mentions)
            {
                if (mention.Fact.Count.Max is null)
                    return mention.Fact.Count;
            }

            return First.Count;
        }
    }

    // "At least 14" and "14" from one source are one figure where two articles carry it; in one article they would be two.
    private bool GivesFigure(Told<CasualtyReport> told) =>
        told.Fact.Count == First.Count
        || (told.Fact.Count.Min is { } number && number == First.Count.Min && (told.Fact.Count.Max is null || First.Count.Max is null || told.Fact.Count.Max == First.Count.Max)
            && (told.Fact.Count.Max ?? number) == number && (First.Count.Max ?? number) == number
            && Claimant >= 0 && !IsCarriedBy(told.ArticleIndex));

    public Claim ToClaim(Claimants claimants, IEnumerable<string> parties)
    {
        var claimant = claimants.NameOf(Mentions);
        var attribution = Mentions.Select(m => m.Fact.Claimant).FirstOrDefault(c => c is not null);
        var victims = Mentions.Select(m => m.Fact.Victims).FirstOrDefault(v => v is not null && !Victims.AreGeneral(v)) ?? Mentions.Select(m => m.Fact.Victims).FirstOrDefault(v => v is not null);
        return new(Id(claimant), First.Effect, Count, First.Vague, victims, claimant, [.. Mentions.Select(m => new Citation(m.ArticleIndex + 1, m.Fact.Provenance))])
        {
            SpeaksFor = claimants.BodyOf(Claimant) is { } body && body != claimant ? body : null,
            Relation = ClaimantRelations.Of(attribution, parties),
            Status = Status,
            DeniedBy = DeniedBy is null ? null : Claimants.Shown(DeniedBy),
            IsCumulative = IsCumulative,
            IsPartial = IsPartial,
        };
    }

    /// <summary>Whether two figures name the same number: "at least 14", "14" and "up to 14" do.</summary>
    public bool HasFigureOf(CasualtyReport other)
    {
        var (a, b) = (First.Count, other.Count);
        return First.Effect == other.Effect && (First.Count.IsNumbered
            ? (a.Min is not null && (a.Min == b.Min || a.Min == b.Max)) || (a.Max is not null && (a.Max == b.Max || a.Max == b.Min))
            : !b.IsNumbered);
    }

    private string Id(string? claimant) => StableId.Of("c", First.Effect.ToString(), Count.ToString(), First.Vague, IsPartial ? "part" : null, IsCumulative ? "since" : null,
        claimant is null ? null : Words.Joined(claimant),
        IsPartial || (First.Count.Max ?? First.Count.Min ?? 0) < 3 ? string.Join(' ', Words.Of(First.Victims ?? "").Select(Words.Stem)) : null);

    private static string? Smaller(string? a, string? b) => a is null ? b : b is null || string.CompareOrdinal(a, b) <= 0 ? a : b;
}
