using System.Runtime.InteropServices;

namespace Digest.Days;

/// <summary>How much of the shorter of two articles stands in the longer.</summary>
/// <param name="Containment">Shared five-word runs as a share of the shorter article's; 0 to 1.</param>
internal readonly record struct CopyLink(double Containment, int SharedRuns)
{
    public string Reason => FormattableString.Invariant(
        $"{SharedRuns} runs of five words stand in both, {Containment * 100:0} % of the shorter article; from {SharedCopy.Threshold * 100:0} % on they count as one line of reporting.");
}

/// <summary>
/// The articles of a fold by the runs of words that stand in them, kept so that one article more or less is compared only with those it shares a run with. Which articles are linked
/// (<see cref="HeldArticle.Copies"/>) follows from the set of articles and their order alone, however it came about.
/// </summary>
internal sealed class CopyIndex
{
    // Of the articles that a run stands in, each is compared with so many of the first: the articles of one agency story are linked through them, and a thousand copies do not cost half a
    // million comparisons.
    private const int Firsts = 12;

    // By run: the number of the article that alone has it, or the complement of that of its owners. Most runs stand in one article.
    private readonly Dictionary<ulong, int> runs = [];
    private readonly List<HeldArticle> numbered = [];

    // The articles of each run that stands in several, in the fold's order.
    private readonly List<List<HeldArticle>> shared = [];

    private HashSet<HeldArticle> changed = [];

    /// <summary>The articles whose links have changed since the last time this was asked.</summary>
    public HashSet<HeldArticle> TakeChanged()
    {
        var taken = changed;
        changed = [];
        return taken;
    }

    /// <summary>Makes room for so many runs more.</summary>
    public void Expect(int more) => runs.EnsureCapacity(runs.Count + more);

    public void Add(HeldArticle added)
    {
        var met = new List<HeldArticle>();
        HashSet<HeldArticle>? displaced = null;
        var unmet = 0;
        added.Number = numbered.Count;
        numbered.Add(added);
        foreach (var run in added.Runs)
        {
            ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(runs, run, out var isKnown);
            if (!isKnown)
            {
                slot = added.Number;
                continue;
            }

            if (slot >= 0)
            {
                shared.Add([numbered[slot]]);
                slot = ~(shared.Count - 1);
            }

            var owners = shared[~slot];
            var at = Find(owners, added);
            var last = at < Firsts ? owners.Count : Firsts;
            for (var i = 0; i < last; i++)
            {
                if (owners[i].Met++ == 0)
                    met.Add(owners[i]);
            }

            unmet += owners.Count > Firsts ? 1 : 0;
            // Pairs that only this run brought together, by one that is no more among the first, are together no more.
            if (at < Firsts && owners.Count >= Firsts)
                (displaced ??= []).Add(owners[Firsts - 1]);
            owners.Insert(at, added);
        }

        foreach (var other in met)
        {
            // No more than these can be shared.
            if (other.Met + unmet >= SharedCopy.Threshold * Math.Min(added.Runs.Length, other.Runs.Length))
                Compare(added, other);
            other.Met = 0;
        }

        foreach (var article in displaced ?? [])
        {
            foreach (var other in article.Copies.Keys.Where(other => !AreBroughtTogether(article, other)).ToArray())
                Part(article, other);
        }
    }

    public void Remove(HeldArticle gone)
    {
        foreach (var other in gone.Copies.Keys.ToArray())
            Part(gone, other);
        changed.Remove(gone);
        var anew = new HashSet<(HeldArticle, HeldArticle)>();
        foreach (var run in gone.Runs)
        {
            var slot = runs[run];
            if (slot >= 0)
            {
                runs.Remove(run);
                continue;
            }

            var owners = shared[~slot];
            var at = owners.IndexOf(gone);
            owners.RemoveAt(at);
            if (owners.Count == 1)
                runs[run] = owners[0].Number;
            else if (at < Firsts && owners.Count > Firsts)
                anew.UnionWith(owners.Skip(Firsts).Select(later => (owners[Firsts - 1], later)));
        }

        foreach (var (a, b) in anew)
        {
            if (!a.Copies.ContainsKey(b))
                Compare(a, b);
        }
    }

    private void Compare(HeldArticle a, HeldArticle b)
    {
        var count = SharedCopy.Shared(a.Runs, b.Runs);
        var containment = count / (double)Math.Min(a.Runs.Length, b.Runs.Length);
        if (containment < SharedCopy.Threshold)
            return;
        a.Copies[b] = b.Copies[a] = new(containment, count);
        changed.Add(a);
        changed.Add(b);
    }

    private void Part(HeldArticle a, HeldArticle b)
    {
        a.Copies.Remove(b);
        b.Copies.Remove(a);
        changed.Add(a);
        changed.Add(b);
    }

    // Whether a run stands in both of whose articles the earlier is among the first.
    private bool AreBroughtTogether(HeldArticle a, HeldArticle b)
    {
        var earlier = a.Index < b.Index ? a : b;
        int i = 0, j = 0;
        while (i < a.Runs.Length && j < b.Runs.Length)
        {
            if (a.Runs[i] == b.Runs[j] && Find(shared[~runs[a.Runs[i]]], earlier) < Firsts)
                return true;
            var order = a.Runs[i].CompareTo(b.Runs[j]);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return false;
    }

    // Mostly at the end: they come in order.
    private static int Find(List<HeldArticle> owners, HeldArticle article)
    {
        if (owners[^1].Index < article.Index)
            return owners.Count;
        int low = 0, high = owners.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (owners[middle].Index < article.Index)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
