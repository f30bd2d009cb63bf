namespace Digest.Days;

/// <summary>
/// A partition of 0..count-1 that only ever joins (union-find). A group is named by its smallest member, so the
/// outcome of a set of joins does not depend on their order.
/// </summary>
internal sealed class Groups
{
    private readonly int[] parent;

    public Groups(int count)
    {
        parent = new int[count];
        for (var i = 0; i < count; i++)
            parent[i] = i;
    }

    public int Of(int member)
    {
        while (parent[member] != member)
            member = parent[member] = parent[parent[member]];
        return member;
    }

    /// <summary>Joins the groups of two members; false where they were one already.</summary>
    public bool Unite(int first, int second)
    {
        var (a, b) = (Of(first), Of(second));
        if (a == b)
            return false;
        parent[Math.Max(a, b)] = Math.Min(a, b);
        return true;
    }

    /// <summary>The smallest member of each one's group.</summary>
    public int[] Smallest() => [.. Enumerable.Range(0, parent.Length).Select(Of)];
}
