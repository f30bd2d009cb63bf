using System.Collections.Immutable;
using System.Globalization;
using Digest.Facts;

namespace Digest.Days;

/// <summary>
/// The range of an event's current claims, and what evidence there is for it. The range runs from the lowest to the highest figure that stands;
/// replaced, denied, running and partial figures have no part in it. Nothing is averaged and nothing added: where one source gives figures for several groups in one article,
/// the largest of them alone bounds the range, and one person told of singly ("a policeman was killed") is no rival of a count of several.
/// </summary>
internal static class Tallies
{
    public static ImmutableArray<Tally> Of(ImmutableArray<Claim> claims) =>
        [.. Effects.Select(effect => (Effect: effect, Claims: claims.Where(c => c.Effect == effect && IsCurrent(c)).ToArray())).Where(of => of.Claims.Length > 0).Select(of => Of(of.Effect, of.Claims))];

    private static readonly HarmEffect[] Effects = Enum.GetValues<HarmEffect>();

    private static bool IsCurrent(Claim claim) => claim.Status == FigureStatus.Current && !claim.IsCumulative && !claim.IsPartial;

    private static Tally Of(HarmEffect effect, Claim[] claims)
    {
        var figures = Figures(claims, effect);
        var range = figures.Length == 0 ? default : Range(figures);
        return new(effect, range, Status(claims, figures)) { Text = Text(figures) };
    }

    /// <summary>The figures that bound the range of one effect: of each source in each article the largest.</summary>
    internal static CountRange[] Figures(IEnumerable<Claim> claims, HarmEffect effect)
    {
        var rivals = Rivals([.. claims.Where(c => c.Effect == effect && c.Count.IsNumbered && IsCurrent(c))]).ToArray();
        if (Array.TrueForAll(rivals, claim => claim.Count == rivals[0].Count))
            return rivals is [var only, ..] ? [only.Count] : [];
        var largest = new List<CountRange>();
        var accounts = new Dictionary<(string?, int), int>();
        foreach (var claim in rivals)
        {
            foreach (var citation in claim.Citations)
            {
                if (accounts.TryAdd((claim.Claimant, citation.SourceNumber), largest.Count))
                    largest.Add(claim.Count);
                else if (accounts[(claim.Claimant, citation.SourceNumber)] is var at && IsLarger(claim.Count, largest[at]))
                    largest[at] = claim.Count;
            }
        }

        return [.. largest.Distinct()];
    }

    private static bool IsLarger(CountRange a, CountRange b) => (a.Min ?? a.Max) != (b.Min ?? b.Max) ? (a.Min ?? a.Max) > (b.Min ?? b.Max) : (a.Max ?? int.MaxValue) > (b.Max ?? int.MaxValue);

    // Who says that Ali Bdeir was killed, or that two of her cousins were, does not say that nobody else was.
    private static IEnumerable<Claim> Rivals(Claim[] numbered)
    {
        var whole = numbered.Where(c => Victims.AreGeneral(c.Victims)).Select(c => c.Count.Min ?? c.Count.Max ?? 0).DefaultIfEmpty(0).Max();
        return Array.Exists(numbered, c => (c.Count.Max ?? c.Count.Min) > 1)
            ? numbered.Where(c => !(c.Count == CountRange.Exactly(1) && !Victims.AreGeneral(c.Victims)) && !((c.Count.Max ?? c.Count.Min) < whole && Victims.AreSomebodysOwn(c.Victims)))
            : numbered;
    }

    /// <summary>The range with its "at least" where the figure has it: "at least 3 to 8", "3 to at least 8", "9"; null where no figure stands.</summary>
    internal static string? Text(IReadOnlyCollection<CountRange> figures)
    {
        if (figures.Count == 0)
            return null;
        // Of two claims of one number, the one without "at least" says more.
        var low = figures.Where(f => f.Min is not null).OrderBy(f => f.Min).ThenBy(f => f.Max is null).Select(f => (CountRange?)f).FirstOrDefault();
        var high = figures.OrderByDescending(f => f.Max ?? f.Min).ThenByDescending(f => f.Max is null).First();
        if (low is null || low == high || (low.Value.Min == (high.Max ?? high.Min) && low.Value.Max is not null))
            return high.ToString();
        var from = low.Value.Max is null ? "at least " + low.Value.Min!.Value.ToString(CultureInfo.InvariantCulture) : low.Value.Min!.Value.ToString(CultureInfo.InvariantCulture);
        var to = high.Max is { } max ? (high.Min is null ? "up to " : "") + max.ToString(CultureInfo.InvariantCulture) : "at least " + high.Min!.Value.ToString(CultureInfo.InvariantCulture);
        return from == to ? from : from + " to " + to;
    }

    /// <summary>
    /// Lowest to highest: "at least 3", 5 and 8 give 3 to 8. An open figure keeps the range open above only where it is the highest, and one without a lower
    /// bound lowers nothing.
    /// </summary>
    internal static CountRange Range(IReadOnlyCollection<CountRange> figures)
    {
        var lows = figures.Where(f => f.Min is not null).Select(f => f.Min!.Value).ToArray();
        var highs = figures.Where(f => f.Max is not null).Select(f => f.Max!.Value).ToArray();
        if (lows.Length == 0)
            return CountRange.UpTo(highs.Max());
        var (low, high) = (lows.Min(), highs.Length == 0 ? (int?)null : highs.Max());
        return high is null || figures.Any(f => f.Max is null && f.Min >= high) ? CountRange.AtLeast(low) : CountRange.Between(Math.Min(low, high.Value), high.Value);
    }

    private static EvidenceStatus Status(Claim[] claims, CountRange[] figures)
    {
        // Only who gives a number agrees or differs on it; an outlet that carries a figure is no source beside the one it has it from.
        var counted = Array.FindAll(claims, c => c.Count.IsNumbered) is { Length: > 0 } numbered ? numbered : claims;
        if (Array.Exists(counted, c => c.Claimant is not null && c.Relation != ClaimantRelation.Media))
            counted = Array.FindAll(counted, c => c.Relation != ClaimantRelation.Media);
        // One named person among several dead bounds no range, and who speaks of that one alone neither agrees nor differs.
        if (Rivals([.. counted]).ToArray() is { Length: > 0 } rivals)
            counted = rivals;
        var claimants = counted.Select(c => c.SpeaksFor ?? c.Claimant).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var status = claimants switch
        {
            0 => EvidenceStatus.Unattributed,
            1 => EvidenceStatus.SingleSource,
            _ => EvidenceStatus.None,
        };
        if (figures.Select(f => f.Max ?? f.Min).Distinct().Count() > 1)
            status |= EvidenceStatus.SourcesConflict;
        else if (claimants > 1)
            status |= EvidenceStatus.SourcesAgree;
        var named = Array.FindAll(counted, c => c.Claimant is not null);
        if (named.Length > 0 && Array.TrueForAll(named, c => c.Relation == ClaimantRelation.Party))
            status |= EvidenceStatus.PartyClaim;
        return status;
    }
}
