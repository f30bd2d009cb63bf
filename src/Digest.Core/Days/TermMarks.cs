namespace Digest.Days;

/// <summary>What the terms of a day count for, by their numbers.</summary>
internal sealed class TermWeights
{
    private double[] weights = new double[1024];

    public int Count => weights.Length;

    public double this[int number] => weights[number];

    /// <summary>What a unit's words and names come to by themselves.</summary>
    public static (double Norm, double NameSum) Measure(StoryNode node)
    {
        double squares = 0, sum = 0;
        foreach (var word in node.Words)
            squares += word.Weight * word.Weight;
        foreach (var name in node.Names)
            sum += name.Weight;
        return (Math.Sqrt(squares), sum);
    }

    /// <summary>Takes note of a term's weight; a term without one is in no unit that is compared.</summary>
    public void Weigh(Term term)
    {
        if (term.Number >= weights.Length)
            Array.Resize(ref weights, Math.Max(term.Number + 1, 2 * weights.Length));
        weights[term.Number] = term.Weight;
    }
}

/// <summary>Measures the likeness of one unit and many others: its terms are marked once, and those of the others looked up by their numbers. For one thread, and while no weight changes.</summary>
internal sealed class TermMarks(TermWeights weights)
{
    private int[] marks = [];
    private StoryNode? marked;
    private int mark;

    /// <summary>Makes room for all terms; what was marked before may have changed since.</summary>
    public void Renew()
    {
        marked = null;
        if (marks.Length < weights.Count)
            Array.Resize(ref marks, weights.Count);
    }

    // Terms stand in one order in all units, so the sums do not depend on which of the two is marked.
    public StoryLikeness Compare(StoryNode node, StoryNode other)
    {
        if (marked != node)
            Mark(node);
        double words = 0, names = 0;
        var common = 0;
        foreach (var number in other.Numbers.Words)
        {
            if (marks[number] == mark)
                words += weights[number] * weights[number];
        }

        foreach (var number in other.Numbers.Names)
        {
            if (marks[number] != mark)
                continue;
            names += weights[number];
            common++;
        }

        return new(node.Norm == 0 || other.Norm == 0 ? 0 : words / (node.Norm * other.Norm), common < 2 ? 0 : names / Math.Min(node.NameSum, other.NameSum));
    }

    private void Mark(StoryNode node)
    {
        (marked, mark) = (node, mark + 1);
        foreach (var number in node.Numbers.Words)
            marks[number] = mark;
        foreach (var number in node.Numbers.Names)
            marks[number] = mark;
    }
}
