using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Digest.Facts;

namespace Digest.Days;

/// <summary>
/// Plain sentences on how an event's claims stand to each other: who differs, who agrees, what was replaced, what is denied. Each names the claimants and
/// judges nothing.
/// </summary>
internal static class ClaimNotes
{
    private static readonly string[] Small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    public static ImmutableArray<string> Of(Event shown)
    {
        // A claim that stands alone and was never other stands to nothing.
        if (shown.Claims is [] or [{ Status: FigureStatus.Current }])
            return [];
        var notes = ImmutableArray.CreateBuilder<string>();
        foreach (var effect in shown.Claims.Select(c => c.Effect).Distinct().Order())
        {
            var claims = shown.Claims.Where(c => c.Effect == effect && !c.IsCumulative && !c.IsPartial).ToArray();
            var current = claims.Where(c => c.Status == FigureStatus.Current && c.Count.IsNumbered).ToArray();
            if (current.Length > 1)
            {
                notes.AddRange(OneSourceDiffers(current));
                notes.AddRange(SourcesAgree(effect, current));
            }

            notes.AddRange(Replaced(effect, claims));
            notes.AddRange(Denied(effect, claims));
        }

        return [.. notes.Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> OneSourceDiffers(Claim[] current)
    {
        if (Array.TrueForAll(current, c => c.Count == current[0].Count))
            yield break;
        foreach (var source in current.Where(c => c.Claimant is not null).GroupBy(c => c.Claimant, StringComparer.Ordinal).Where(source => source.Count() > 1))
        {
            // Figures of one article are of different people; only those of different articles are rivals.
            var figures = source.Where(c => source.Any(o => o.Count != c.Count && Victims.MayBeOne(o.Victims, c.Victims) && !o.Citations.Any(x => c.Citations.Any(y => x.SourceNumber == y.SourceNumber))))
                .Select(c => c.Count).Distinct().OrderByDescending(c => c.Max ?? c.Min).ToArray();
            if (figures.Length > 1)
                yield return $"{Capital(Number(figures.Length))} different figures are attributed to {Within(source.Key!)}: {List(figures.Select(InWords))}. The articles do not show which is later.";
        }
    }

    private static IEnumerable<string> SourcesAgree(HarmEffect effect, Claim[] current)
    {
        foreach (var figure in current.Where(c => c.Claimant is not null && c.Relation != ClaimantRelation.Media).GroupBy(c => c.Count).OrderByDescending(g => g.Key.Max ?? g.Key.Min))
        {
            Claim[] claims = [.. figure];
            if (Array.TrueForAll(claims, c => SourceOf(c) == SourceOf(claims[0])) || !AreOfTheSame(claims))
                continue;
            var sources = claims.DistinctBy(SourceOf, StringComparer.Ordinal).Select(c => Within(c.Claimant!)).ToArray();
            if (!Array.Exists(sources, s => s.Contains(" and ", StringComparison.Ordinal) && Array.Exists(sources, o => o != s && Words.Of(o).All(Words.Of(s).Contains))))
                yield return $"{Capital(List(sources))} give the same figure: {InWords(figure.Key)} {Verb(effect)}.";
        }

        static string SourceOf(Claim claim) => claim.SpeaksFor ?? claim.Claimant!;
    }

    private static bool AreOfTheSame(Claim[] claims)
    {
        foreach (var claim in claims)
        {
            foreach (var other in claims)
            {
                if (!AreOfTheSame(claim, other))
                    return false;
            }
        }

        return true;
    }

    // Two single persons who are named or described are one only where the words are: a father and his son share a name.
    private static bool AreOfTheSame(Claim a, Claim b) =>
        IsOne(a.Count) && !Victims.AreGeneral(a.Victims) && !Victims.AreGeneral(b.Victims)
            ? Words.Of(a.Victims!).ToHashSet(StringComparer.Ordinal).SetEquals(Words.Of(b.Victims!))
            : Victims.MayBeOne(a.Victims, b.Victims);

    private static IEnumerable<string> Replaced(HarmEffect effect, Claim[] claims) =>
        claims.Where(c => c.Status == FigureStatus.Superseded && c.Count.IsNumbered)
            .Select(c => $"An earlier figure{(c.Claimant is null ? "" : " from " + Within(c.Claimant))}, {InWords(c.Count)} {Verb(effect)}, has been replaced, by {Articles(c)}.");

    private static IEnumerable<string> Denied(HarmEffect effect, Claim[] claims) =>
        claims.Where(c => c.Status == FigureStatus.Denied && c.Count.IsNumbered)
            .Select(c => $"{(c.DeniedBy is null ? "It is denied that" : Capital(Within(c.DeniedBy)) + (IsMany(c.DeniedBy) ? " deny that" : " denies that"))} {InWords(c.Count)} {(c.Victims is null || Victims.AreGeneral(c.Victims) ? "" : $"({Victims.Shown(c.Victims)}) ")}{(IsOne(c.Count) ? "was" : "were")} {Verb(effect)}"
                + (c.Claimant is null ? "." : $", the figure {Within(c.Claimant)} gives.") + " It has no part in the range.");

    private static readonly FrozenSet<string> Many = new[]
    {
        "police", "rebels", "officials", "residents", "villagers", "militants", "militias", "fighters", "prosecutors", "dissidents", "insurgents", "doctors", "medics", "authorities", "forces", "sources", "houthis", "witnesses", "lawmakers",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static bool IsMany(string claimant) => claimant.Contains(" and ", StringComparison.Ordinal) || Many.Contains(claimant.Split(' ')[^1].ToLowerInvariant());

    /// <summary>A figure in prose: words from one to nine, "at least" kept.</summary>
    internal static string InWords(CountRange count) => (count.Min, count.Max) switch
    {
        ({ } min, { } max) when min == max => Number(min),
        ({ } min, { } max) => $"{Number(min)} to {Number(max)}",
        ({ } min, null) => "at least " + Number(min),
        (null, { } max) => "up to " + Number(max),
        _ => "an unstated number",
    };

    internal static string Number(int number) => number is >= 0 and < 10 ? Small[number] : number.ToString("N0", CultureInfo.InvariantCulture);

    internal static string Verb(HarmEffect effect) => effect switch
    {
        HarmEffect.Killed => "killed",
        HarmEffect.Wounded => "wounded",
        HarmEffect.Missing => "missing",
        _ => "captured",
    };

    internal static string List(IEnumerable<string> items)
    {
        var all = items.ToArray();
        return all.Length switch
        {
            0 => "",
            1 => all[0],
            _ => string.Join(", ", all[..^1]) + " and " + all[^1],
        };
    }

    // "An official" opens an article's sentence; within one of ours it is "an official".
    internal static string Within(string claimant) => claimant.Split(' ')[0] is "A" or "An" or "The" ? char.ToLowerInvariant(claimant[0]) + claimant[1..] : claimant;

    private static bool IsOne(CountRange count) => count.Min == 1 && count.Max == 1;

    private static string Articles(Claim claim)
    {
        var numbers = claim.Citations.Select(c => c.SourceNumber.ToString(CultureInfo.InvariantCulture)).Distinct(StringComparer.Ordinal).ToArray();
        return (numbers.Length == 1 ? "article " : "articles ") + List(numbers);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
