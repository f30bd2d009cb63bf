using System.Text.Json.Nodes;
using Digest.Days;
using Digest.Facts;

namespace Digest.Tests.Days;

/// <summary>One claim that people say a right digest of the day shows; an optional one may be shown or not.</summary>
internal sealed record GoldClaim(string Story, HarmEffect Effect, int? Number, bool IsOpen, string? Claimant, string[] Articles, string Standing, bool IsPartial, bool IsCumulative, bool IsOptional, string[][] SameEntity)
{
    public override string ToString() => $"{Story}: {Effect} {(IsOpen ? "at least " : "")}{Number} by {Claimant} in {string.Join(' ', Articles)} {Standing}{(IsPartial ? " part" : "")}{(IsCumulative ? " since" : "")}{(IsOptional ? " optional" : "")}";

    public static IEnumerable<GoldClaim> Of(JsonNode day, string[][] sameEntity) =>
        from story in day["claims"]?.AsObject() ?? []
        from claim in story.Value!.AsArray()
        from read in Read(story.Key, claim!, sameEntity)
        select read;

    // "5 women and 3 children" is two claims.
    private static IEnumerable<GoldClaim> Read(string story, JsonNode claim, string[][] sameEntity)
    {
        var count = (string)claim["count"]!;
        var claimant = (string?)claim["claimant"];
        var parts = count.Contains(" and ", StringComparison.Ordinal) && count.Split(" and ").All(p => Numbers(p).Any() || p.StartsWith("a ", StringComparison.Ordinal)) ? count.Split(" and ") : [count];
        foreach (var part in parts)
        {
            foreach (var effect in Effects((string)claim["effect"]!, count))
            {
                var number = part.Contains("two dozen", StringComparison.Ordinal) ? 24 : Numbers(part).Select(n => (int?)n).FirstOrDefault() ?? (part.StartsWith("a woman", StringComparison.Ordinal) ? 1 : null);
                yield return new(story, effect, number, part.StartsWith("at least", StringComparison.Ordinal) || part.StartsWith("more than", StringComparison.Ordinal) || part.StartsWith("over", StringComparison.Ordinal),
                    claimant is "not named" ? null : claimant, [.. claim["articles"]!.AsArray().Select(a => (string)a!)], claim["deniedBy"] is not null ? "denied" : (string?)claim["status"] switch { "earlier" or "superseded" => "replaced", "denied" => "denied", _ => "" },
                    (bool?)claim["partial"] ?? false, (bool?)claim["cumulative"] ?? false, ((bool?)claim["background"] ?? false) || ((bool?)claim["optional"] ?? false), sameEntity);
            }
        }
    }

    private static IEnumerable<HarmEffect> Effects(string effect, string count)
    {
        yield return Enum.Parse<HarmEffect>(effect, ignoreCase: true);
        if (count.Contains("killed or wounded", StringComparison.Ordinal))
            yield return HarmEffect.Wounded;
    }

    private static IEnumerable<int> Numbers(string text) => text.Split([' ', ',', '(']).Where(w => w.Length > 0 && w.All(char.IsAsciiDigit)).Select(int.Parse);

    /// <summary>Whether a claim of ours says this: effect, number, claimant, and at least one of the articles.</summary>
    public bool IsMetBy(Claim claim, IEnumerable<string> articles) =>
        claim.Effect == Effect
        && (Number is null ? !claim.Count.IsNumbered : claim.Count.Min == Number || claim.Count.Max == Number)
        && articles.Intersect(Articles).Any()
        && SameClaimant(claim.Claimant);

    /// <summary>Whether people leave open which of several names stands for the claimant.</summary>
    public bool HasSeveralClaimants => Claimant?.Contains('/', StringComparison.Ordinal) == true;

    public int Exactness(Claim claim, IEnumerable<string> articles) =>
        (articles.Order(StringComparer.Ordinal).SequenceEqual(Articles.Order(StringComparer.Ordinal)) ? 4 : 0) + (claim.IsPartial == IsPartial ? 2 : 0) + (StandingOf(claim) == Standing ? 2 : 0) + (claim.Count.Max is null == IsOpen ? 1 : 0);

    public static string StandingOf(Claim claim) => claim.Status switch { FigureStatus.Superseded => "replaced", FigureStatus.Denied => "denied", _ => "" };

    private bool SameClaimant(string? claimant)
    {
        if (Claimant is null || claimant is null)
            return Claimant == claimant;
        return Claimant.Split('/', ',').Any(one => One(one.Trim(), claimant));
    }

    private bool One(string gold, string ours) =>
        Shares(gold, ours) || SameEntity.Any(g => g.Any(n => Shares(n, gold)) && g.Any(n => Shares(n, ours)));

    // As the scorer does: half of the shorter name's words are in the other.
    private static bool Shares(string a, string b)
    {
        var (x, y) = (Telling(a), Telling(b));
        return x.Count > 0 && y.Count > 0 ? x.Intersect(y).Count() >= 0.5 * Math.Min(x.Count, y.Count) : string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
    }

    private static HashSet<string> Telling(string name) => [.. Words.Of(name).Where(w => w is not ("the" or "a" or "an" or "of" or "for" or "and" or "in" or "on" or "at" or "to" or "by" or "from" or "s" or "his" or "her" or "its" or "dr"))];
}
