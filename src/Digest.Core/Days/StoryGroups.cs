using System.Collections.Immutable;

namespace Digest.Days;

/// <summary>The units of one story, in the fold's order.</summary>
internal sealed record StoryGroup(ImmutableArray<StoryUnit> Units);

/// <summary>
/// Groups units into stories: the surest pairs are joined first, and two groups are not joined when their main events lie in places apart.
/// Only units that share a telling word, a place or copy are compared.
/// </summary>
internal static class StoryGroups
{
    // Words that more of the day's units have than this bring no two together by themselves; what is one story shares rarer ones too.
    private const int CommonFrom = 24;

    // The rarest words of a unit suffice: two openings that are alike share some of them.
    private const int TellingWords = 14;

    // Beyond this many units with one word, each is compared with its neighbours in order only (see SharedCopy).
    private const int Neighbours = 6;

    public static List<StoryGroup> Of(IReadOnlyList<StoryUnit> units, IReadOnlyList<CopyPair> copies, Places places, List<Join>? joins)
    {
        var likeness = new StoryLikeness(units);
        var copied = CopiedUnits(units, copies);
        var pairs = new List<StoryPair>();
        foreach (var (first, second) in Candidates(units, likeness, places, copied))
        {
            var pair = StoryRule.Judge(units, first, second, likeness, places, copied.GetValueOrDefault((first, second)));
            if (pair.Kind != StoryRule.Kind.None)
                pairs.Add(pair);
        }

        pairs.Sort((x, y) => x.Score != y.Score ? y.Score.CompareTo(x.Score) : x.First != y.First ? x.First.CompareTo(y.First) : x.Second.CompareTo(y.Second));
        return Join(units, pairs, likeness, places, joins);
    }

    private static List<StoryGroup> Join(IReadOnlyList<StoryUnit> units, List<StoryPair> pairs, StoryLikeness likeness, Places places, List<Join>? joins)
    {
        var groups = new Groups(units.Count);
        var members = units.Select((_, i) => new List<int> { i }).ToArray();
        foreach (var pair in pairs)
        {
            var (a, b) = (groups.Of(pair.First), groups.Of(pair.Second));
            if (a == b || (pair.Kind != StoryRule.Kind.SharedCopy && AreApart(units, members[a], members[b], places)))
                continue;
            groups.Unite(a, b);
            var kept = groups.Of(a);
            var gone = kept == a ? b : a;
            members[kept].AddRange(members[gone]);
            joins?.Add(new(JoinKind.Story, units[pair.First].Source.Name, units[pair.Second].Source.Name, StoryRule.Explain(pair, likeness)));
        }

        return [.. units.Select((_, i) => i).Where(i => groups.Of(i) == i)
            .Select(i => new StoryGroup([.. members[i].Order().Select(m => units[m])]))];
    }

    /// <summary>Whether the main places of two groups are told and none of the one's agrees with one of the other's.</summary>
    private static bool AreApart(IReadOnlyList<StoryUnit> units, List<int> a, List<int> b, Places places)
    {
        // Sixteen of each side tell; a group of hundreds is not compared pair by pair.
        const int Enough = 16;
        var best = PlaceRelation.Unknown;
        foreach (var i in a.Take(Enough))
        {
            foreach (var j in b.Take(Enough))
            {
                best = LocalEvents.Closer(best, StoryRule.MainPlace(units[i], units[j], places));
                if (best is PlaceRelation.Same or PlaceRelation.Within)
                    return false;
            }
        }

        return best == PlaceRelation.Apart;
    }

    private static Dictionary<(int, int), double> CopiedUnits(IReadOnlyList<StoryUnit> units, IReadOnlyList<CopyPair> copies)
    {
        var whole = new Dictionary<int, int>();
        for (var i = 0; i < units.Count; i++)
        {
            if (!units[i].IsItem)
                whole[units[i].ArticleIndex] = i;
        }

        var found = new Dictionary<(int, int), double>();
        foreach (var copy in copies)
        {
            if (whole.TryGetValue(copy.First, out var a) && whole.TryGetValue(copy.Second, out var b))
                found[(Math.Min(a, b), Math.Max(a, b))] = copy.Containment;
        }

        return found;
    }

    private static IEnumerable<ulong> PlaceKeys(StoryUnit unit, Places places) =>
        unit.Main is null ? [] : unit.Main.Places.SelectMany(places.Keys).Distinct(StringComparer.Ordinal).Select(k => Words.Hash("@" + k));

    private static IEnumerable<(int First, int Second)> Candidates(IReadOnlyList<StoryUnit> units, StoryLikeness likeness, Places places, Dictionary<(int, int), double> copied)
    {
        var index = new Dictionary<ulong, List<int>>();
        for (var i = 0; i < units.Count; i++)
        {
            // Copies of one text share all their rarest words with each other; their place brings the others to them.
            foreach (var stem in likeness.Telling(i, TellingWords).Concat(PlaceKeys(units[i], places)))
            {
                if (!index.TryGetValue(stem, out var owners))
                    index[stem] = owners = [];
                owners.Add(i);
            }
        }

        var pairs = new HashSet<(int, int)>(copied.Keys);
        foreach (var owners in index.Values)
        {
            var reach = owners.Count <= CommonFrom ? owners.Count : Neighbours;
            for (var i = 0; i < owners.Count; i++)
            {
                for (var j = i + 1; j < Math.Min(owners.Count, i + 1 + reach); j++)
                    pairs.Add((owners[i], owners[j]));
            }
        }

        return pairs.Order();
    }
}
