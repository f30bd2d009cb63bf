using System.Collections.Concurrent;

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

    private const int Gone = -1;

    // Many articles at once are gone through as often as this, each time for the runs of one part of the table.
    private const int Parts = 8;

    // By run: the number of the article that alone has it, or the complement of the place of its owners' numbers, which stand in the fold's order. Most runs stand in one article.
    private readonly RunTable runs = new();
    private readonly List<HeldArticle?> numbered = [];
    private readonly IntLists shared = new(2);

    // By number of the article: those of its runs that other articles have or had too, as the lists above are numbered.
    private readonly IntLists sharedOf = new(32);

    // By number of the article: how many distinct runs it has, and a sketch of those it shares with any other.
    private int[] lengths = [];
    private RunSketch[] sketches = [];

    // By number of the article: its place among the fold's articles. It is asked for at each run, and here it lies at hand.
    private int[] order = [];

    // Those that nobody walks with now.
    private readonly ConcurrentStack<CopyWalk> walks = [];

    private HashSet<HeldArticle> changed = [];

    /// <summary>The articles whose links have changed since they were last taken.</summary>
    public IReadOnlySet<HeldArticle> Changed => changed;

    /// <summary>The articles whose links have changed since the last time this was asked.</summary>
    public HashSet<HeldArticle> TakeChanged()
    {
        var taken = changed;
        changed = [];
        return taken;
    }

    /// <summary>Takes note of the places of articles that have moved among the fold's; those that are not in the index are passed over.</summary>
    public void Reorder(IEnumerable<HeldArticle> moved)
    {
        foreach (var article in moved)
        {
            if (article.Number < numbered.Count && numbered[article.Number] == article)
                order[article.Number] = article.Index;
        }
    }

    /// <summary>Takes articles in; their places among the fold's articles have to be known, and they have to come in that order.</summary>
    public void Add(IReadOnlyList<HeldArticle> added)
    {
        var displaced = new HashSet<HeldArticle>();
        var residents = numbered.Count;
        foreach (var article in added)
        {
            article.Number = sharedOf.New();
            numbered.Add(article);
        }

        if (order.Length < numbered.Count)
        {
            var room = Math.Max(numbered.Count, 2 * order.Length);
            Array.Resize(ref sketches, room);
            Array.Resize(ref lengths, room);
            Array.Resize(ref order, room);
        }

        foreach (var article in added)
        {
            order[article.Number] = article.Index;
            lengths[article.Number] = article.Runs.Length;
        }

        if (added.Count < Side.Many)
        {
            foreach (var article in added)
                Own(article, 0, ulong.MaxValue, displaced);
        }
        else
        {
            var next = new int[added.Count];
            for (var part = 1; part <= Parts; part++)
            {
                var last = part == Parts ? ulong.MaxValue : ((ulong)part << 61) - 1;
                for (var i = 0; i < next.Length; i++)
                    next[i] = Own(added[i], next[i], last, displaced);
            }
        }

        // Each stands in the table now.
        foreach (var article in added)
            article.Runs = default;

        var links = new List<(HeldArticle Other, CopyLink Link)>?[added.Count];
        Parallel.For(0, added.Count, Side.BySide(added.Count), Walking, (i, _, own) =>
        {
            links[i] = Copies(added[i], residents, own);
            return own;
        }, walks.Push);
        MakeRoom(added, links);
        for (var i = 0; i < added.Count; i++)
        {
            foreach (var (other, link) in links[i] ?? [])
                Link(added[i], other, link);
        }

        foreach (var article in displaced)
        {
            var own = Walking();
            foreach (var other in article.Copies.Keys.Where(other => !AreBroughtTogether(article, other, own)).ToArray())
                Part(article, other);
            walks.Push(own);
        }
    }

    public void Remove(HeldArticle gone)
    {
        foreach (var other in gone.Copies.Keys.ToArray())
            Part(gone, other);
        changed.Remove(gone);
        numbered[gone.Number] = null;
        order[gone.Number] = Gone;
        var own = Walking();
        var anew = new HashSet<(HeldArticle, HeldArticle)>();
        foreach (var id in sharedOf[gone.Number])
        {
            shared.Remove(id, gone.Number, out var at);
            var owners = shared[id];
            for (var later = Firsts; at < Firsts && later < owners.Length; later++)
                anew.Add((numbered[owners[Firsts - 1]]!, numbered[owners[later]]!));
        }

        foreach (var (a, b) in anew)
        {
            if (!a.Copies.ContainsKey(b) && Compare(a, b, own) is { } link)
                Link(a, b, link);
        }

        walks.Push(own);
    }

    /// <summary>Makes an article an owner of its runs from one on, up to a last.</summary>
    /// <returns>The place of the first run after them.</returns>
    private int Own(HeldArticle article, int next, ulong last, HashSet<HeldArticle> displaced)
    {
        var number = article.Number;
        var all = article.Runs.Span;
        for (; next < all.Length && all[next] <= last; next++)
        {
            ref var slot = ref runs.Of(all[next], number);
            if (slot == number)
                continue;
            if (slot >= 0)
            {
                // Whoever had it alone may have gone since.
                if (order[slot] == Gone)
                {
                    slot = number;
                    continue;
                }

                var run = shared.New();
                shared.Add(run, slot);
                Share(slot, run);
                slot = ~run;
            }

            Share(number, ~slot);
            var owners = shared[~slot];
            var at = Find(owners, order[number]);
            // Pairs that only this run brought together, by one that is no more among the first, are together no more.
            if (at < Firsts && owners.Length >= Firsts)
                displaced.Add(numbered[owners[Firsts - 1]]!);
            shared.Insert(~slot, at, number);
        }

        return next;
    }

    /// <summary>The articles that an added one's runs bring it together with and that share copy with it; of those added with it, the earlier ones only, for the later find it themselves.</summary>
    /// <param name="residents">So many articles, by their numbers, were there before.</param>
    private List<(HeldArticle Other, CopyLink Link)>? Copies(HeldArticle article, int residents, CopyWalk own)
    {
        var unmet = 0;
        foreach (var id in sharedOf[article.Number])
        {
            var owners = shared[id];
            var at = 0;
            for (; at < owners.Length && at < Firsts && owners[at] != article.Number; at++)
                own.Meet(owners[at]);
            if (at == Firsts)
            {
                unmet++;
                continue;
            }

            foreach (var later in residents == 0 ? [] : owners[(at + 1)..])
            {
                if (later < residents)
                    own.Meet(later);
            }
        }

        List<(HeldArticle, CopyLink)>? copies = null;
        ref readonly var sketch = ref sketches[article.Number];
        foreach (var number in own.Others)
        {
            // No more than these can be shared; and of what is left, no more than the sketches say.
            var enough = SharedCopy.Threshold * Math.Min(lengths[article.Number], lengths[number]);
            if (own.Met(number) + unmet >= enough && sketch.MostInCommon(sketches[number]) >= enough && numbered[number] is { } met && Compare(article, met, own) is { } link)
                (copies ??= []).Add((met, link));
        }

        own.Forget();
        return copies;
    }

    private void MakeRoom(IReadOnlyList<HeldArticle> added, List<(HeldArticle Other, CopyLink Link)>?[] links)
    {
        var coming = new int[numbered.Count];
        for (var i = 0; i < added.Count; i++)
        {
            coming[added[i].Number] += links[i]?.Count ?? 0;
            foreach (var (other, _) in links[i] ?? [])
                coming[other.Number]++;
        }

        foreach (var article in added)
        {
            if (coming[article.Number] > 0)
                article.Copies.EnsureCapacity(coming[article.Number]);
        }
    }

    private void Share(int article, int id)
    {
        sharedOf.Add(article, id);
        sketches[article].Share(id);
    }

    private CopyWalk Walking()
    {
        var walk = walks.TryPop(out var known) ? known : new();
        walk.Expect(numbered.Count, shared.Count);
        return walk;
    }

    /// <summary>How much two articles share; null where it is too little to count.</summary>
    private CopyLink? Compare(HeldArticle article, HeldArticle other, CopyWalk own)
    {
        own.Mark(article.Number, sharedOf[article.Number]);
        var count = own.Marked(sharedOf[other.Number]);
        var containment = count / (double)Math.Min(lengths[article.Number], lengths[other.Number]);
        return containment < SharedCopy.Threshold ? null : new(containment, count);
    }

    private void Link(HeldArticle a, HeldArticle b, CopyLink link)
    {
        a.Copies[b] = b.Copies[a] = link;
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
    private bool AreBroughtTogether(HeldArticle a, HeldArticle b, CopyWalk own)
    {
        var (earlier, later) = a.Index < b.Index ? (a, b) : (b, a);
        own.Mark(earlier.Number, sharedOf[earlier.Number]);
        foreach (var id in sharedOf[later.Number])
        {
            if (own.IsMarked(id) && Find(shared[id], earlier.Index) < Firsts)
                return true;
        }

        return false;
    }

    // Mostly at the end: they come in order.
    private int Find(ReadOnlySpan<int> owners, int index)
    {
        if (owners.IsEmpty || order[owners[^1]] < index)
            return owners.Length;
        int low = 0, high = owners.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (order[owners[middle]] < index)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
