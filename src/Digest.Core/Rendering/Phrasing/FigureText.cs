using System.Collections.Immutable;
using Digest.Days;
using Digest.Facts;
using Digest.Rendering.Model;

namespace Digest.Rendering.Phrasing;

/// <summary>Figures in words. The qualifier a source gave is kept, and what it left out is not filled in.</summary>
internal static class FigureText
{
    /// <summary>"killed", "wounded", "injured", "missing", "captured": the source's own word where it says "injured".</summary>
    public static string Effect(Claim claim) => claim.Effect == HarmEffect.Wounded && SaysInjured(claim) ? "injured" : Effect(claim.Effect);

    public static string Effect(HarmEffect effect) => effect switch
    {
        HarmEffect.Killed => "killed",
        HarmEffect.Wounded => "wounded",
        HarmEffect.Missing => "missing",
        _ => "captured",
    };

    /// <summary>As a table prints it: "at least 3 killed", "several killed", "killed, no number given".</summary>
    public static string InTable(Claim claim) =>
        claim.Count.IsNumbered ? $"{Numerals.Count(claim.Count, Numerals.InTable)} {Effect(claim)}"
        : claim.Vague is { } vague ? $"{DisplayText.Line(vague)} {Effect(claim)}"
        : $"{Effect(claim)}, no number given";

    /// <summary>
    /// The range over the claims that stand for one effect: lowest to highest, "at least" kept where the lowest is a minimum.
    /// "At least 3", 5 and 8 give "at least 3 to 8"; "" where no claim gives a number. Of one source's figures in one article, for several groups, only the largest counts.
    /// </summary>
    public static string Range(IEnumerable<Claim> claims, HarmEffect effect, Func<int, string> number)
    {
        var standing = Standing(claims, effect);
        if (standing.IsEmpty)
            return "";
        // Most events have one figure, or all say the same.
        if (standing.All(claim => claim.Count == standing[0].Count))
            return Numerals.Count(standing[0].Count, number);
        var counts = Tallies.Figures(standing, effect);
        // "Up to 60" bounds a range above and says nothing of its foot.
        var low = counts.Min(count => count.Min) ?? 0;
        var high = counts.Max(count => count.Max ?? count.Min ?? 0);
        var lowIsOpen = counts.Any(count => count.Min == low && count.Max is null);
        var highIsOpen = counts.Any(count => count.Min == high && count.Max is null);
        if (counts.All(count => count.Min is null))
            return $"up to {number(high)}";
        if (low < high && counts.All(count => count.Min != high && (count.Min is null || count.Max != high)))
            return $"{(lowIsOpen ? "at least " : "")}{number(low)} to up to {number(high)}";
        if (low == high)
            return lowIsOpen ? $"at least {number(low)}" : number(low);
        return $"{(lowIsOpen ? "at least " : "")}{number(low)} to {(highIsOpen ? "at least " : "")}{number(high)}";
    }

    /// <summary>The claims a range is taken over: current ones with a number that are about this event as a whole.</summary>
    public static ImmutableArray<Claim> Standing(IEnumerable<Claim> claims, HarmEffect effect) =>
        [.. claims.Where(claim => claim.Effect == effect && claim.Count.IsNumbered && claim.Status == FigureStatus.Current && !claim.IsPartial && !claim.IsCumulative)];

    /// <summary>"sources conflict", "party claim, single source".</summary>
    public static string Status(EvidenceStatus status) => string.Join(", ", new[]
    {
        (EvidenceStatus.SourcesConflict, "sources conflict"), (EvidenceStatus.SourcesAgree, "sources agree"), (EvidenceStatus.PartyClaim, "party claim"),
        (EvidenceStatus.SingleSource, "single source"), (EvidenceStatus.Unattributed, "unattributed"),
    }.Where(label => status.HasFlag(label.Item1)).Select(label => label.Item2));

    public static string Relation(ClaimantRelation relation) => relation switch
    {
        ClaimantRelation.Unattributed => "no source named",
        ClaimantRelation.Party => "party to the conflict",
        ClaimantRelation.StateOfficial => "state official",
        ClaimantRelation.Medical => "medical or relief body",
        ClaimantRelation.InternationalBody => "international body",
        ClaimantRelation.Monitor => "independent recorder",
        ClaimantRelation.Media => "media’s own count",
        ClaimantRelation.Witness => "witness",
        _ => "not stated",
    };

    private static bool SaysInjured(Claim claim) => claim.Citations.All(citation =>
        citation.Provenance.Evidence.Contains("injur", StringComparison.OrdinalIgnoreCase) && !citation.Provenance.Evidence.Contains("wound", StringComparison.OrdinalIgnoreCase));
}
