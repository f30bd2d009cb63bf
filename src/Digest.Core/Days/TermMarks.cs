namespace Digest.Days;

/// <summary>Measures the likeness of one unit and many others: its terms are marked once, and those of the others looked up by their numbers. For one thread, and while no weight changes.</summary>
internal sealed class TermMarks(Terms terms)
{
    private int[] marks = [];
    private StoryNode? marked;
    private int mark;

    /// <summary>Makes room for all terms; what was marked before may have changed since.</summary>
    public void Renew()
    {
        marked = null;
        if (marks.Length < terms.Count)
            Array.Resize(ref marks, Math.Max(terms.Count, 2 * marks.Length));
    }

    // Terms stand in one order in all units, so the sums do not depend on which of the two is marked.
    public StoryLikeness Compare(StoryNode node, StoryNode other)
    {
        if (marked != node)
            Mark(node);
        double words = 0, names = 0;
        var common = 0;
        foreach (var number in other.Words)
        {
            if (marks[number] == mark)
                words += terms.Weight(number) * terms.Weight(number);
        }

        foreach (var number in other.Names)
        {
            if (marks[number] != mark)
                continue;
            names += terms.Weight(number);
            common++;
        }

        return new(node.Norm == 0 || other.Norm == 0 ? 0 : words / (node.Norm * other.Norm), common < 2 ? 0 : names / Math.Min(node.NameSum, other.NameSum));
    }

    private void Mark(StoryNode node)
    {
        (marked, mark) = (node, mark + 1);
        foreach (var number in node.Words)
            marks[number] = mark;
        foreach (var number in node.Names)
            marks[number] = mark;
    }
}
