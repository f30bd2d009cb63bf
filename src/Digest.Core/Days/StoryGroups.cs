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
    public Story? Built
    {
        get;
        set => (field, Shown) = (value, null);
    }

    /// <summary>The same as the day has it, with ids of its own; null until it is asked for.</summary>
    public Story? Shown { get; set; }

    /// <summary>What the order of the story hangs on.</summary>
    public Ranking.Measure Measure { get; set; }

    /// <summary>The ids in the story, as <see cref="UniqueIds"/> numbers them.</summary>
    public int[] Ids { get; set; } = [];

    /// <summary>How often each of them came before in the day.</summary>
    public int[] Repeats { get; set; } = [];
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
        var parts = new List<StoryNode[]>();
        foreach (var start in touched)
        {
            if (start.Slot < 0)
                parts.Add(HangingTogether(start));
        }

        var found = new StoryNode[parts.Count][][];
        if (joins is null)
            Parallel.For(0, parts.Count, Side.BySide(parts.Count), i => found[i] = Join(parts[i], terms, places, null));
        for (var i = 0; i < parts.Count && joins is not null; i++)
            found[i] = Join(parts[i], terms, places, joins);

        var (gone, made) = (new HashSet<StoryGroup>(), new List<StoryGroup>());
        for (var i = 0; i < parts.Count; i++)
        {
            foreach (var node in parts[i])
            {
                node.Slot = StoryNode.NoSlot;
                if (node.Group is { } former)
                    gone.Add(former);
            }

            foreach (var members in found[i])
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

    /// <summary>The units that chains of pairs connect with one, in order, each with its slot among them.</summary>
    private static StoryNode[] HangingTogether(StoryNode start)
    {
        var all = new List<StoryNode> { start };
        start.Slot = 0;
        for (var i = 0; i < all.Count; i++)
        {
            foreach (var (other, _) in all[i].Pairs)
            {
                if (other.Slot >= 0)
                    continue;
                other.Slot = 0;
                all.Add(other);
            }
        }

        all.Sort(static (a, b) => a.Place - b.Place);
        for (var i = 0; i < all.Count; i++)
            all[i].Slot = i;
        return [.. all];
    }

    private static StoryNode[][] Join(StoryNode[] nodes, Terms terms, Places places, List<Join>? joins)
    {
        if (nodes.Length == 1)
            return [nodes];
        var pairs = new List<StoryPair>(nodes.Sum(node => node.Pairs.Count) / 2);
        foreach (var node in nodes)
        {
            foreach (var (_, pair) in node.Pairs)
            {
                if (pair.First == node)
                    pairs.Add(pair);
            }
        }

        // The surest first, equally sure ones in the order of their units.
        pairs.Sort(static (x, y) => x.Score != y.Score ? y.Score.CompareTo(x.Score) : x.First != y.First ? x.First.Slot - y.First.Slot : x.Second.Slot - y.Second.Slot);
        var groups = new Members(nodes);
        var known = new Dictionary<(int, int, int, int), (bool ArePlaces, bool AreDays)>();
        foreach (var pair in pairs)
        {
            var (a, b) = (groups.Of(pair.First.Slot), groups.Of(pair.Second.Slot));
            if (a == b || (pair.Kind != StoryRule.Kind.SharedCopy && Apart(a, b).ArePlaces) || (pair.Kind is StoryRule.Kind.SamePlace or StoryRule.Kind.EventsAgree && Apart(a, b).AreDays))
                continue;
            groups.Unite(a, b);
            joins?.Add(new(JoinKind.Story, pair.First.Unit.Source.Name, pair.Second.Unit.Source.Name, StoryRule.Explain(pair, terms)));
        }

        return groups.All();

        // The first so many of a group are the same as long as it has so many.
        (bool ArePlaces, bool AreDays) Apart(int a, int b)
        {
            var key = (a, Math.Min(Enough, groups.Count(a)), b, Math.Min(Enough, groups.Count(b)));
            if (!known.TryGetValue(key, out var apart))
                known[key] = apart = (AreApart(groups.First(a, Enough), groups.First(b, Enough), places), AreOfOtherDays(groups.First(a, Enough), groups.First(b, Enough)));
            return apart;
        }
    }

    /// <summary>The members of groups, in the order in which they were joined; a group is known by its first unit's slot.</summary>
    private sealed class Members(StoryNode[] nodes)
    {
        private const int End = -1;

        private readonly Groups groups = new(nodes.Length);

        // By slot: the member behind it; and by group: its last, and how many.
        private readonly int[] next = Filled(nodes.Length, _ => End);
        private readonly int[] last = Filled(nodes.Length, i => i);
        private readonly int[] counts = Filled(nodes.Length, _ => 1);

        public int Of(int slot) => groups.Of(slot);

        public int Count(int group) => counts[group];

        public void Unite(int a, int b)
        {
            groups.Unite(a, b);
            var (kept, gone) = (Math.Min(a, b), Math.Max(a, b));
            next[last[kept]] = gone;
            last[kept] = last[gone];
            counts[kept] += counts[gone];
        }

        /// <summary>Its first members, so many at most.</summary>
        public StoryNode[] First(int group, int most)
        {
            var first = new StoryNode[Math.Min(most, counts[group])];
            for (var (i, slot) = (0, group); i < first.Length; i++, slot = next[slot])
                first[i] = nodes[slot];
            return first;
        }

        /// <summary>The groups in the order of their first units, each with its units in order.</summary>
        public StoryNode[][] All()
        {
            var (all, filled) = (new StoryNode[nodes.Length][], new int[nodes.Length]);
            for (var slot = 0; slot < nodes.Length; slot++)
            {
                var group = groups.Of(slot);
                (all[group] ??= new StoryNode[counts[group]])[filled[group]++] = nodes[slot];
            }

            return Array.FindAll(all, group => group is not null);
        }

        private static int[] Filled(int count, Func<int, int> with)
        {
            var filled = new int[count];
            for (var i = 0; i < count; i++)
                filled[i] = with(i);
            return filled;
        }
    }

    // An account that names no day may be of either day on which the town was struck, and does not make one of the two.
    private static bool AreOfOtherDays(StoryNode[] a, StoryNode[] b)
    {
        var first = Days(a);
        var second = Days(b);
        return first.Length > 0 && second.Length > 0 && !Array.Exists(first, x => Array.Exists(second, x.Meets));

        static DayWindow[] Days(StoryNode[] nodes) => [.. nodes.Select(node => node.Unit.Main?.NamedDays).OfType<DayWindow>()];
    }

    /// <summary>Whether the main places of two groups are told and none of the one's agrees with one of the other's.</summary>
    private static bool AreApart(StoryNode[] a, StoryNode[] b, Places places)
    {
        var best = PlaceRelation.Unknown;
        foreach (var first in a)
        {
            foreach (var second in b)
            {
                best = LocalEvents.Closer(best, StoryRule.MainPlace(first, second, places));
                if (best is PlaceRelation.Same or PlaceRelation.Within)
                    return false;
            }
        }

        return best == PlaceRelation.Apart;
    }
}
