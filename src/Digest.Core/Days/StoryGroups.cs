namespace Digest.Days;

/// <summary>The units of one story, in the fold's order, and what was made of them.</summary>
internal sealed class StoryGroup(StoryNode[] nodes)
{
    public StoryNode[] Nodes { get; } = nodes;

    public StoryUnit[] Units { get; } = Array.ConvertAll(nodes, node => node.Unit);

    /// <summary>Of its units with a main event, one for each way of telling it: of all that is compared of main events, each of the story's has the like among these.</summary>
    public StoryUnit[] Mains => mains ??= [.. Units.Where(unit => unit.Main is not null).DistinctBy(unit => (unit.Main!.Face, PlaceLinks.Text(unit.Article)))];

    private StoryUnit[]? mains;

    /// <summary>Events that units of other stories tell in passing and that are this story's.</summary>
    public HashSet<PassingEvent> Guests { get; } = [];

    /// <summary>What it has changed since the story was built.</summary>
    public bool IsChanged { get; set; } = true;

    /// <summary>The story as a digest shows it, before its ids are told from other stories'; null where it tells of nothing.</summary>
    public Story? Built { get; set; }
}

/// <summary>
/// Groups units into stories: the surest pairs are joined first, and two groups are not joined when their main events lie in places apart. Units that no chain of pairs connects
/// have no part in each other's grouping, so only what hangs together with a changed pair is grouped anew.
/// </summary>
internal static class StoryGroups
{
    // Sixteen of each side tell; a group of hundreds is not compared pair by pair.
    private const int Enough = 16;

    /// <summary>Groups anew what hangs together with the units given.</summary>
    /// <returns>The groups there were and the groups there are; those that stay as they were are in neither.</returns>
    public static (HashSet<StoryGroup> Gone, List<StoryGroup> Made) Regroup(IEnumerable<StoryNode> touched, Terms terms, Places places, List<Join>? joins)
    {
        var (gone, made, seen) = (new HashSet<StoryGroup>(), new List<StoryGroup>(), new HashSet<StoryNode>());
        foreach (var start in touched)
        {
            if (!seen.Add(start))
                continue;
            var hangingTogether = new List<StoryNode> { start };
            for (var i = 0; i < hangingTogether.Count; i++)
            {
                if (hangingTogether[i].Group is { } former)
                    gone.Add(former);
                foreach (var other in hangingTogether[i].Pairs.Keys)
                {
                    if (seen.Add(other))
                        hangingTogether.Add(other);
                }
            }

            hangingTogether.Sort((a, b) => a.Place - b.Place);
            foreach (var members in Join(hangingTogether, terms, places, joins))
            {
                if (members[0].Group is { } known && known.Nodes.AsSpan().SequenceEqual(members))
                    gone.Remove(known);
                else
                    made.Add(new(members));
            }
        }

        foreach (var group in made)
        {
            foreach (var node in group.Nodes)
                node.Group = group;
        }

        return (gone, made);
    }

    private static IEnumerable<StoryNode[]> Join(List<StoryNode> nodes, Terms terms, Places places, List<Join>? joins)
    {
        if (nodes.Count == 1)
            return [[.. nodes]];
        var at = new Dictionary<StoryNode, int>(nodes.Count);
        for (var i = 0; i < nodes.Count; i++)
            at[nodes[i]] = i;
        var pairs = new List<(double Score, int First, int Second, StoryPair Pair)>(nodes.Sum(node => node.Pairs.Count) / 2);
        for (var i = 0; i < nodes.Count; i++)
        {
            foreach (var (other, pair) in nodes[i].Pairs)
            {
                if (pair.First == nodes[i])
                    pairs.Add((pair.Score, i, at[other], pair));
            }
        }

        pairs.Sort(static (x, y) => x.Score != y.Score ? y.Score.CompareTo(x.Score) : x.First != y.First ? x.First - y.First : x.Second - y.Second);
        var groups = new Groups(nodes.Count);
        var members = nodes.ConvertAll(node => new List<StoryNode> { node });
        var known = new Dictionary<(int, int, int, int), (bool ArePlaces, bool AreDays)>();
        foreach (var (_, first, second, pair) in pairs)
        {
            var (a, b) = (groups.Of(first), groups.Of(second));
            if (a == b || (pair.Kind != StoryRule.Kind.SharedCopy && Apart(a, b).ArePlaces) || (pair.Kind is StoryRule.Kind.SamePlace or StoryRule.Kind.EventsAgree && Apart(a, b).AreDays))
                continue;
            groups.Unite(a, b);
            var (kept, gone) = (Math.Min(a, b), Math.Max(a, b));
            members[kept].AddRange(members[gone]);
            joins?.Add(new(JoinKind.Story, pair.First.Unit.Source.Name, pair.Second.Unit.Source.Name, StoryRule.Explain(pair, terms)));
        }

        return Enumerable.Range(0, nodes.Count).Where(i => groups.Of(i) == i).Select(i => members[i].OrderBy(n => n.Place).ToArray());

        // The first so many of a group are the same as long as it has so many.
        (bool ArePlaces, bool AreDays) Apart(int a, int b)
        {
            var key = (a, Math.Min(Enough, members[a].Count), b, Math.Min(Enough, members[b].Count));
            if (!known.TryGetValue(key, out var apart))
                known[key] = apart = (AreApart(members[a], members[b], places), AreOfOtherDays(members[a], members[b]));
            return apart;
        }
    }

    // An account that names no day may be of either day on which the town was struck, and does not make one of the two.
    private static bool AreOfOtherDays(List<StoryNode> a, List<StoryNode> b)
    {
        var first = Days(a);
        var second = Days(b);
        return first.Length > 0 && second.Length > 0 && !Array.Exists(first, x => Array.Exists(second, x.Meets));

        static DayWindow[] Days(List<StoryNode> nodes) => [.. nodes.Take(Enough).Select(node => node.Unit.Main?.NamedDays).OfType<DayWindow>()];
    }

    /// <summary>Whether the main places of two groups are told and none of the one's agrees with one of the other's.</summary>
    private static bool AreApart(List<StoryNode> a, List<StoryNode> b, Places places)
    {
        var best = PlaceRelation.Unknown;
        foreach (var first in a.Take(Enough))
        {
            foreach (var second in b.Take(Enough))
            {
                best = LocalEvents.Closer(best, StoryRule.MainPlace(first, second, places));
                if (best is PlaceRelation.Same or PlaceRelation.Within)
                    return false;
            }
        }

        return best == PlaceRelation.Apart;
    }
}
