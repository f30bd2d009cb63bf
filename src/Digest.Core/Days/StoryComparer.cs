namespace Digest.Days;

/// <summary>Compares units of a day; quickest where one is compared with many others in turn. For one thread, and while neither units nor weights change.</summary>
internal sealed class StoryComparer(StoryIndex index, Places places)
{
    private readonly TermMarks marks = new(index.Terms);
    private readonly HashSet<StoryNode> seen = [];

    /// <summary>Makes ready for units and weights that may have changed.</summary>
    public void Renew() => marks.Renew();

    /// <summary>The pairs of a unit with others that tell its story; of those that are compared on the same walk, with the earlier ones only, for they are compared with it.</summary>
    public StoryPair[] Pairs(StoryNode node, int walk)
    {
        seen.Clear();
        List<StoryPair>? pairs = null;
        foreach (var other in index.Candidates(node))
        {
            if ((other.Walk != walk || other.Place < node.Place) && seen.Add(other) && Judge(node, other) is { } pair)
                (pairs ??= []).Add(pair);
        }

        return pairs is null ? [] : [.. pairs];
    }

    /// <summary>Whether two units tell one story.</summary>
    public StoryPair? Judge(StoryNode node, StoryNode other)
    {
        var (first, second) = node.Place < other.Place ? (node, other) : (other, node);
        if (StoryRule.Copied(first, second) is { } copied)
            return copied;
        // Most pairs lie in places apart, and their words need not be compared.
        var place = StoryRule.MainPlace(first, second, places);
        return place == PlaceRelation.Apart ? null : StoryRule.Judge(first, second, place, marks.Compare(node, other), index, places);
    }
}
