namespace Digest.Days;

/// <summary>Compares units of a day; quickest where one is compared with many others in turn. For one thread, and while neither units nor weights change.</summary>
internal sealed class StoryComparer(StoryIndex index, Places places)
{
    private readonly TermMarks marks = new(index.Terms);
    private readonly List<StoryPair> found = [];

    // By the unit's number: on which round it was met last.
    private int[] met = [];
    private int round;

    /// <summary>Makes ready for units and weights that may have changed.</summary>
    public void Renew()
    {
        marks.Renew();
        if (met.Length < index.Count)
            Array.Resize(ref met, Math.Max(index.Count, 2 * met.Length));
    }

    /// <summary>The pairs of a unit with others that tell its story; of those that are compared on the same walk, with the earlier ones only, for they are compared with it.</summary>
    public StoryPair[] Pairs(StoryNode node, int walk)
    {
        found.Clear();
        round++;
        foreach (var other in index.Candidates(node))
        {
            if (met[other.Number] == round || (other.Walk == walk && other.Place > node.Place))
                continue;
            met[other.Number] = round;
            if (Judge(node, other) is { } pair)
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
        // Most pairs lie in places apart, and their words need not be compared.
        var place = StoryRule.MainPlace(first, second, places);
        return place == PlaceRelation.Apart ? null : StoryRule.Judge(first, second, place, marks.Compare(node, other), index, places);
    }
}
