using System.Collections.Immutable;
using Digest.Days;
using Digest.Facts;
using Digest.Rendering.Model;

namespace Digest.Rendering.Phrasing;

/// <summary>An event's figures as sentences: one for each claimant, each figure beside the one who gave it.</summary>
internal static class ClaimSentences
{
    private static readonly string[] Possessives = ["its", "their", "his", "her", "our", "my"];

    /// <summary>A sentence for each of so many claimants is all that a reader takes in at once.</summary>
    private const int MostClaimants = 4;

    /// <summary>"US strikes on Jurf al-Sakhar, 22 November: Kataib Hezbollah said eight were killed [1, 2]. …" Of many claimants those are told who give the lowest and the highest figures, then the first; the others are counted.</summary>
    public static Line Of(Event happening, Passages passages)
    {
        var line = new LineBuilder().Sourced(happening.Label).Own(": ");
        var standing = happening.Claims.Where(claim => claim is { Status: FigureStatus.Current, IsPartial: false, IsCumulative: false }).ToList();
        // Beside many who say how many, that people were killed is no news.
        if (standing.Where(claim => claim.Count.IsNumbered).DistinctBy(claim => claim.Claimant, StringComparer.Ordinal).Count() >= MostClaimants)
            standing.RemoveAll(claim => !claim.Count.IsNumbered && claim.Vague is null);
        var first = true;
        var claimants = standing.GroupBy(claim => claim.Claimant, StringComparer.Ordinal).ToList();
        var told = Told(claimants);
        foreach (var claimant in told)
        {
            if (!first)
                line.Own(" ");
            first = false;
            Sentence(line, claimant.Key, [.. claimant], passages);
        }
        if (claimants.Count > told.Count)
            line.Own($" {Numerals.Capitalised(Numerals.InProse(claimants.Count - told.Count))} more {(claimants.Count - told.Count == 1 ? "source gives a figure, listed" : "sources give figures, listed")} under the event.");
        return line.Build();
    }

    private static List<IGrouping<string?, Claim>> Told(List<IGrouping<string?, Claim>> claimants)
    {
        if (claimants.Count <= MostClaimants)
            return claimants;
        // Nobody is to think that the figures told are all there is between: the ends of each range are among them.
        var numbered = claimants.SelectMany(claimant => claimant).Where(claim => claim.Count.IsNumbered).ToList();
        var ends = numbered.Where(claim => claim.Count.Max != 1 || numbered.TrueForAll(other => other.Effect != claim.Effect || other.Count.Max == 1)).GroupBy(claim => claim.Effect)
            .SelectMany(effect => new[] { effect.MinBy(claim => claim.Count.Min ?? claim.Count.Max)!.Claimant, effect.MaxBy(claim => claim.Count.Max ?? claim.Count.Min)!.Claimant })
            .Take(MostClaimants).ToHashSet();
        var others = claimants.Where(claimant => !ends.Contains(claimant.Key)).Take(MostClaimants - ends.Count).Select(claimant => claimant.Key).ToHashSet();
        return claimants.FindAll(claimant => ends.Contains(claimant.Key) || others.Contains(claimant.Key));
    }

    private static void Sentence(LineBuilder line, string? claimant, ImmutableArray<Claim> claims, Passages passages)
    {
        if (claimant is null)
            line.Own(Numerals.Capitalised(Numerals.Articles(Sources(claims, passages))) + (Sources(claims, passages).Length == 1 ? " reports, " : " report, ") + "with no source named, that ");
        else
            line.Sourced(Numerals.Capitalised(ClaimantText.InProse(claimant))).Own(" said ");
        var effects = claims.GroupBy(claim => FigureText.Effect(claim), StringComparer.Ordinal).ToList();
        for (var i = 0; i < effects.Count; i++)
        {
            if (i > 0)
                line.Own(i == effects.Count - 1 ? " and " : ", ");
            Effect(line, effects[i].Key, [.. effects[i]], passages);
        }
        line.Own(".");
    }

    private static void Effect(LineBuilder line, string effect, ImmutableArray<Claim> claims, Passages passages)
    {
        // The same claimant's figure for several is the news; single people beside it stand in the table.
        if (claims.Any(claim => claim.Count is { IsNumbered: true, Max: not 1 }))
            claims = claims.RemoveAll(claim => claim.Count is { Max: 1 });
        // A mention without a number adds nothing beside the same claimant's number.
        if (claims.Any(claim => claim.Count.IsNumbered))
            claims = claims.RemoveAll(claim => !claim.Count.IsNumbered);
        // One claimant with several figures: each is given with the articles that carry it.
        var several = claims.Select(claim => string.Join(',', Sources([claim], passages))).Distinct(StringComparer.Ordinal).Count() > 1;
        for (var i = 0; i < claims.Length; i++)
        {
            var claim = claims[i];
            var count = Count(claim);
            if (i > 0)
                line.Own($",{(i == claims.Length - 1 ? " and" : "")} {count}");
            else
                Harmed(line, claim, count, effect);
            if (several)
                line.Own($", by {Numerals.Articles(Sources([claim], passages))}", passages.Cites(claim.Citations));
            else
                line.Own("", passages.Cites(claim.Citations));
        }
    }

    private static void Harmed(LineBuilder line, Claim claim, string count, string effect)
    {
        var was = claim.Count is { IsExact: true, Min: 1 } ? "was" : "were";
        if (!claim.Count.IsNumbered && claim.Vague is null)
            line.Sourced(claim.Victims is { } unnumbered ? Digest.Days.Victims.Shown(unnumbered) : "people").Own($" were {effect}, with no number given");
        else if (claim.Victims is { } theirs && claim.Count.IsNumbered && Possessives.Contains(theirs.Split(' ')[0]))
            line.Own($"{count} of ").Sourced(Digest.Days.Victims.Shown(theirs)).Own($" {was} {effect}");
        else if (claim.Victims is { } own && claim.Count.IsNumbered && own == $"members of {claim.Claimant}")
            line.Own($"{count} of its members {was} {effect}");
        else if (Victims(claim) is { } victims)
            line.Own($"{count} ").Sourced(Digest.Days.Victims.Shown(victims)).Own($" {was} {effect}");
        else if (claim.Victims is { } others)
            line.Own($"{count} {was} {effect} (").Sourced(Digest.Days.Victims.Shown(others)).Own(")");
        else
            line.Own($"{count} {was} {effect}");
    }

    private static string Count(Claim claim) => claim.Count.IsNumbered ? Numerals.Count(claim.Count, Numerals.InProse)
        : claim.Vague is { } vague ? DisplayText.Line(vague)
        : "people, with no number given";

    /// <summary>Who was harmed, where their words can follow a number as they stand; null where they cannot.</summary>
    private static string? Victims(Claim claim)
    {
        if (claim.Victims is not { } victims || !claim.Count.IsNumbered || victims.Length > 60 || victims.Contains(',', StringComparison.Ordinal))
            return null;
        var word = victims.Split(' ')[0];
        var isPlural = word is "people" or "men" or "women" or "children" || word.EndsWith('s');
        if (claim.Count is not { IsExact: true, Min: 1 })
            return isPlural && char.IsLower(word[0]) ? victims : null;
        return word == "members" ? "member" + victims[word.Length..]
            : word is "member" or "person" or "man" or "woman" or "child" or "civilian" or "soldier" ? victims
            : null;
    }

    private static ImmutableArray<int> Sources(ImmutableArray<Claim> claims, Passages passages) =>
        [.. passages.Cites([.. claims.SelectMany(claim => claim.Citations)]).Select(cite => cite.Number)];
}
