namespace Digest.Days;

/// <summary>What one thread keeps at hand while it compares articles by their shared runs: how often others were met, and which runs one article has.</summary>
internal sealed class CopyWalk
{
    // By number of the article: the runs met in common.
    private int[] met = [];
    private int[] others = [];
    private int count;

    // By number of the run: the last mark put there.
    private int[] marks = [];
    private int mark;
    private int? marked;

    /// <summary>The numbers of the articles met, each once.</summary>
    public ReadOnlySpan<int> Others => others.AsSpan(0, count);

    /// <summary>Makes room for so many articles and runs; what was marked before may have changed since.</summary>
    public void Expect(int articles, int runs)
    {
        marked = null;
        if (met.Length < articles)
        {
            Array.Resize(ref met, Math.Max(articles, 2 * met.Length));
            Array.Resize(ref others, met.Length);
        }

        if (marks.Length < runs)
            Array.Resize(ref marks, Math.Max(runs, 2 * marks.Length));
    }

    public void Meet(int other)
    {
        if (met[other]++ == 0)
            others[count++] = other;
    }

    public int Met(int other) => met[other];

    /// <summary>Forgets whom it met.</summary>
    public void Forget()
    {
        foreach (var other in Others)
            met[other] = 0;
        count = 0;
    }

    /// <summary>Marks an article's runs, by their numbers, for others to be compared with it.</summary>
    public void Mark(int article, ReadOnlySpan<int> runs)
    {
        if (marked == article)
            return;
        (marked, mark) = (article, mark + 1);
        foreach (var run in runs)
            marks[run] = mark;
    }

    public bool IsMarked(int run) => marks[run] == mark;

    /// <summary>How many of an article's runs are marked.</summary>
    public int Marked(ReadOnlySpan<int> runs)
    {
        var shared = 0;
        foreach (var run in runs)
            shared += marks[run] == mark ? 1 : 0;
        return shared;
    }
}
