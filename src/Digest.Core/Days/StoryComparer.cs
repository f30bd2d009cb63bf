namespace Digest.Days;

/// <summary>Compares units of a day; quickest where one is compared with many others in turn. For one thread, and while neither units nor weights change.</summary>
internal sealed class StoryComparer(StoryIndex index, Places places)
{
    private readonly TermMarks marks = new(index.Terms);
    private readonly List<int> candidates = [];
    private readonly List<StoryPair> found = [];

    // By the unit's number: on which round it was met last, and on which it was one of an article that shares copy.
    private int[] met = [];
    private int[] copied = [];
    private int round;

    /// <summary>Makes ready for units and weights that may have changed.</summary>
    public void Renew()
    {
        marks.Renew();
        if (met.Length < index.Count)
        {
            Array.Resize(ref met, Math.Max(index.Count, 2 * met.Length));
            Array.Resize(ref copied, met.Length);
        }
    }

    /// <summary>The pairs of a unit with others that tell its story; of those that are compared on the same walk, with the earlier ones only, for they are compared with it.</summary>
    public StoryPair[] Pairs(StoryNode node, int walk)
    {
        found.Clear();
        round++;
        foreach (var copy in node.Held.Copies.Keys)
        {
            foreach (var unit in copy.Nodes)
                copied[unit.Number] = round;
        }

        index.Candidates(node, candidates);
        foreach (var number in candidates)
        {
            if (met[number] == round || index.Faces.IsLater(number, node.Number, walk))
                continue;
            met[number] = round;
            // Most pairs lie in places apart, and nothing else need be asked of them.
            if ((copied[number] == round || !index.Faces.AreKnownApart(node.Number, number)) && Judge(node, index[number]) is { } pair)
                found.Add(pair);
        }

        return found.Count == 0 ? [] : [.. found];
    }

    /// <summary>Whether two units tell one story.</summary>
    public StoryPair? Judge(StoryNode node, StoryNode other)
    {
        var (first, second) = node.Place < other.Place ? (node, other) : (other, node);
        if (node.Held.Copies.Count > 0 && StoryRule.Copied(first, second) is { } copied)
            return copied;
        var place = StoryRule.MainPlace(first, second, places);
        return place == PlaceRelation.Apart ? null : StoryRule.Judge(first, second, place, marks.Compare(node, other), index, places);
    }
}
