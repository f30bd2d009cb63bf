using System.Collections.Immutable;
using Digest.Days;

namespace Digest.Editions;

/// <summary>
/// Compares two editions of one day. What is gone while every article it was read from is still there, unchanged, was our error;
/// what went with its article is the source's own revision. An article's id is the hash of its text, so a changed text is another article.
/// </summary>
public static class EditionComparer
{
    public static EditionChanges Compare(Day before, Day after)
    {
        var (oldSources, newSources) = (Ids(before), Ids(after));
        var (oldClaims, newClaims) = (Claims(before), Claims(after));
        var (oldReactions, newReactions) = (Reactions(before), Reactions(after));
        var goneClaims = oldClaims.Where(pair => !newClaims.ContainsKey(pair.Key)).Select(pair => pair.Value).ToList();
        var goneReactions = oldReactions.Where(pair => !newReactions.ContainsKey(pair.Key)).Select(pair => pair.Value).ToList();
        bool StillThere(IEnumerable<Citation> citations) => citations.All(citation => newSources.Contains(citation.Provenance.ArticleId));

        return new()
        {
            AddedSources = [.. after.Sources.Where(source => !oldSources.Contains(source.ArticleId))],
            RemovedSources = [.. before.Sources.Where(source => !newSources.Contains(source.ArticleId))],
            AddedClaims = [.. newClaims.Where(pair => !oldClaims.ContainsKey(pair.Key)).Select(pair => pair.Value)],
            RevisedClaims = [.. goneClaims.Where(gone => !StillThere(gone.Claim.Citations))],
            WithdrawnClaims = [.. goneClaims.Where(gone => StillThere(gone.Claim.Citations))],
            RestatedClaims = [.. newClaims.Where(pair => oldClaims.TryGetValue(pair.Key, out var old)
                && (old.Claim.Status != pair.Value.Claim.Status || old.Claim.DeniedBy != pair.Value.Claim.DeniedBy)).Select(pair => pair.Value)],
            AddedReactions = [.. newReactions.Where(pair => !oldReactions.ContainsKey(pair.Key)).Select(pair => pair.Value)],
            RevisedReactions = [.. goneReactions.Where(gone => !StillThere(gone.Reaction.Wordings.SelectMany(w => w.Citations)))],
            WithdrawnReactions = [.. goneReactions.Where(gone => StillThere(gone.Reaction.Wordings.SelectMany(w => w.Citations)))],
        };
    }

    private static ImmutableHashSet<string> Ids(Day day) => [.. day.Sources.Select(source => source.ArticleId)];

    private static SortedDictionary<string, ChangedClaim> Claims(Day day)
    {
        var claims = new SortedDictionary<string, ChangedClaim>(StringComparer.Ordinal);
        foreach (var happening in day.Stories.SelectMany(story => story.Events))
        {
            foreach (var claim in happening.Claims)
                claims[$"{happening.Id}\n{claim.Id}"] = new(happening, claim);
        }
        return claims;
    }

    private static SortedDictionary<string, ChangedReaction> Reactions(Day day)
    {
        var reactions = new SortedDictionary<string, ChangedReaction>(StringComparer.Ordinal);
        foreach (var reaction in day.Stories.SelectMany(story => story.Reactions))
            reactions[reaction.Id] = new(reaction);
        return reactions;
    }
}
