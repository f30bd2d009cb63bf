using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Digest.Days;

/// <summary>
/// The units of a day by their words, and which two tell one story. Kept so that one unit more or less is compared only with those it has telling words with, and others only where the weight of
/// their words changed. Which units are paired follows from the units and their order alone, however they came together.
/// </summary>
internal sealed class StoryIndex(Places places)
{
    // Words that more of the day's units have than this bring no two together by themselves; what is one story shares rarer ones too.
    private const int CommonFrom = 24;

    // The rarest words of a unit suffice: two openings that are alike share some of them.
    private const int TellingWords = 14;

    // Beyond this many units with one word, each is compared with its neighbours in order only.
    private const int Neighbours = 6;

    // A place that so many of the day's units are about ("Gaza") tells no story from another.
    private const int BusyPlace = 12;

    private readonly Dictionary<ulong, Term> words = [];
    private readonly Dictionary<ulong, Term> names = [];
    private readonly Dictionary<string, Term> mains = new(StringComparer.Ordinal);
    private readonly HashSet<StoryNode> nodes = [];
    private readonly TermWeights weights = new();

    // Those that nobody compares with now.
    private readonly ConcurrentBag<StoryComparer> comparers = [];

    private int terms;
    private int units = -1;
    private int walk;

    /// <summary>
    /// A count as weights know it: exact up to 8, then in steps of half (8, 12, 16, 24, 32), so that an article more changes the weight of few words and what hangs on it.
    /// </summary>
    public static int Step(int count)
    {
        var coarse = Math.Max(0, BitOperations.Log2((uint)Math.Max(1, count)) - 1);
        return count < 8 ? count : count >> coarse << coarse;
    }

    /// <summary>Takes units out and in. The places in order of those that stay have to be theirs of now.</summary>
    /// <returns>Those that have to be compared anew.</returns>
    public HashSet<StoryNode> Hold(IReadOnlyCollection<StoryNode> gone, IReadOnlyCollection<StoryNode> come)
    {
        var asked = new HashSet<StoryNode>();
        var counted = new List<Term>();
        walk++;
        foreach (var node in gone)
            TakeOut(node, counted, asked);
        foreach (var node in come)
            PutIn(node, counted);
        foreach (var term in counted)
            term.Units.EnsureCapacity(term.Units.Count + term.Coming);
        foreach (var node in come)
            Join(node);
        var changed = Weigh(counted);
        changed.UnionWith(come);
        asked.UnionWith(changed);
        foreach (var node in changed.OrderBy(n => n.Place))
            Tell(node, asked);
        asked.ExceptWith(gone);
        return asked;
    }

    /// <summary>Compares units with all they may share a story with; of two that are both asked for, the later with the earlier.</summary>
    /// <returns>Those of which a pair came, went or counts for something else now.</returns>
    public HashSet<StoryNode> Compare(IReadOnlyList<StoryNode> asked)
    {
        walk++;
        foreach (var node in asked)
            node.Walk = walk;
        var touched = new HashSet<StoryNode>();
        var former = asked.SelectMany(node => node.Pairs.Values).ToHashSet();
        foreach (var found in Find(asked))
        {
            foreach (var pair in found)
            {
                if (!pair.First.Pairs.TryGetValue(pair.Second, out var known) || known != pair)
                    Set(pair, touched);
                former.Remove(known ?? pair);
            }
        }

        foreach (var pair in former)
            Part(pair.First, pair.Second, touched);
        return touched;
    }

    /// <summary>Compares the units as they are held now.</summary>
    public StoryComparer Comparer()
    {
        var comparer = comparers.TryTake(out var known) ? known : new(weights, places);
        comparer.Renew();
        return comparer;
    }

    private StoryPair[][] Find(IReadOnlyList<StoryNode> asked)
    {
        var found = new StoryPair[asked.Count][];
        Parallel.For(0, asked.Count, Side.BySide(asked.Count), Comparer, (i, _, comparer) =>
        {
            found[i] = comparer.Pairs(asked[i], walk);
            return comparer;
        }, comparers.Add);
        return found;
    }

    /// <summary>The units that a unit is compared with; some may come more than once.</summary>
    public static IEnumerable<StoryNode> Candidates(StoryNode node)
    {
        foreach (var term in node.Telling)
        {
            var tellers = term.Tellers;
            var (from, to) = (0, tellers.Count);
            if (tellers.Count > CommonFrom)
            {
                var own = Find(tellers, node.Place);
                (from, to) = (Math.Max(0, own - Neighbours), Math.Min(to, own + Neighbours + 1));
            }

            for (var i = from; i < to; i++)
            {
                if (tellers[i] != node)
                    yield return tellers[i];
            }
        }

        if (node.Unit.IsItem)
            yield break;
        foreach (var other in node.Held.Copies.Keys)
        {
            if (other.Nodes is [{ Unit.IsItem: false } whole])
                yield return whole;
        }
    }

    /// <summary>Whether a unit's main event lies where many of the day's units have theirs.</summary>
    public static bool IsBusy(StoryNode node) => Array.Exists(node.MainPlaces, place => place.Tellers.Count >= BusyPlace);

    private void TakeOut(StoryNode node, List<Term> counted, HashSet<StoryNode> asked)
    {
        nodes.Remove(node);
        foreach (var term in node.Telling)
            Leave(term, term.Tellers.IndexOf(node), asked);
        node.Telling = [];
        foreach (var term in node.Words.Concat(node.Names))
        {
            term.Units.Remove(node);
            Count(term, counted);
        }
    }

    private void PutIn(StoryNode node, List<Term> counted)
    {
        nodes.Add(node);
        (node.Words, node.Names) = (new Term[node.Unit.Stems.Length], new Term[node.Unit.Names.Length]);
        node.Numbers = (PutIn(words, node.Unit.Stems, node.Words, counted), PutIn(names, node.Unit.Names, node.Names, counted));
        node.Where = node.Unit.Main is { } told ? [.. told.Places.Select(places.Name).OfType<PlaceName>()] : [];
        node.MainPlaces = node.Unit.Main is { } main ? [.. main.Places.SelectMany(places.Keys).Distinct(StringComparer.Ordinal).Select(key => Term(mains, key))] : [];
    }

    private static void Join(StoryNode node)
    {
        foreach (var term in node.Words)
            term.Units.Add(node);
        foreach (var term in node.Names)
            term.Units.Add(node);
    }

    private int[] PutIn(Dictionary<ulong, Term> known, ulong[] hashes, Term[] into, List<Term> counted)
    {
        var numbers = new int[hashes.Length];
        for (var i = 0; i < hashes.Length; i++)
        {
            var term = into[i] = Term(known, hashes[i]);
            numbers[i] = term.Number;
            Count(term, counted);
            term.Coming++;
        }

        return numbers;
    }

    private Term Term<TKey>(Dictionary<TKey, Term> known, TKey key)
        where TKey : notnull
    {
        ref var term = ref CollectionsMarshal.GetValueRefOrAddDefault(known, key, out _);
        return term ??= new(terms++);
    }

    private void Count(Term term, List<Term> counted)
    {
        if (term.Walk == walk)
            return;
        (term.Walk, term.Coming) = (walk, 0);
        counted.Add(term);
    }

    /// <summary>The units that have a word whose weight is another than before.</summary>
    private HashSet<StoryNode> Weigh(List<Term> counted)
    {
        var step = Step(nodes.Count);
        var changed = new HashSet<StoryNode>();
        IEnumerable<Term> asked = step == units ? counted : words.Values.Concat(names.Values);
        if (step != units)
            changed.UnionWith(nodes);
        units = step;
        foreach (var term in asked)
        {
            // Even a word that all units have counts for something: on a day of one story it is what makes it one.
            var weight = term.Units.Count == 0 ? 0 : Math.Log(1 + (units / (double)Step(term.Units.Count)));
            if (weight == term.Weight)
                continue;
            term.Weight = weight;
            weights.Weigh(term);
            if (changed.Count < nodes.Count)
                changed.UnionWith(term.Units);
        }

        return changed;
    }

    private static void Tell(StoryNode node, HashSet<StoryNode> asked)
    {
        (node.Norm, node.NameSum) = TermWeights.Measure(node);
        // Copies of one text share all their rarest words with each other; their place brings the others to them.
        Term[] telling = [.. Rarest(node.Words), .. node.MainPlaces];
        foreach (var term in node.Telling.Length == 0 ? [] : node.Telling.Except(telling))
            Leave(term, Find(term.Tellers, node.Place), asked);
        foreach (var term in node.Telling.Length == 0 ? telling : telling.Except(node.Telling))
            Enter(term, node, asked);
        node.Telling = telling;
    }

    // The rarest first, equally rare ones by their hash.
    private static Term[] Rarest(Term[] terms)
    {
        Span<(int Step, int At)> kept = stackalloc (int, int)[TellingWords];
        var count = 0;
        for (var i = 0; i < terms.Length; i++)
        {
            var step = Step(terms[i].Units.Count);
            if (step < 2 || (count == TellingWords && kept[count - 1].Step <= step))
                continue;
            count = Math.Min(TellingWords, count + 1);
            var at = count - 1;
            for (; at > 0 && kept[at - 1].Step > step; at--)
                kept[at] = kept[at - 1];
            kept[at] = (step, i);
        }

        var rarest = new Term[count];
        for (var i = 0; i < count; i++)
            rarest[i] = terms[kept[i].At];
        return rarest;
    }

    private static void Enter(Term term, StoryNode node, HashSet<StoryNode> asked)
    {
        var at = Find(term.Tellers, node.Place);
        term.Tellers.Insert(at, node);
        Shift(term.Tellers, at, term.Tellers.Count - 1, asked);
    }

    private static void Leave(Term term, int at, HashSet<StoryNode> asked)
    {
        term.Tellers.RemoveAt(at);
        Shift(term.Tellers, at, term.Tellers.Count + 1, asked);
    }

    // Who is whose neighbour changes about the place where one came or went; with the first that makes them many, or a place busy, something changes for all.
    private static void Shift(List<StoryNode> tellers, int at, int before, HashSet<StoryNode> asked)
    {
        if (before <= CommonFrom != tellers.Count <= CommonFrom || before < BusyPlace != tellers.Count < BusyPlace)
            asked.UnionWith(tellers);
        else if (before > CommonFrom)
            asked.UnionWith(tellers.Take(at + Neighbours + 1).Skip(at - Neighbours - 1));
    }

    private static int Find(List<StoryNode> tellers, int place)
    {
        int low = 0, high = tellers.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tellers[middle].Place < place)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static void Set(StoryPair pair, HashSet<StoryNode> touched)
    {
        pair.First.Pairs[pair.Second] = pair.Second.Pairs[pair.First] = pair;
        touched.Add(pair.First);
        touched.Add(pair.Second);
    }

    private static void Part(StoryNode a, StoryNode b, HashSet<StoryNode> touched)
    {
        if (!a.Pairs.Remove(b))
            return;
        b.Pairs.Remove(a);
        touched.Add(a);
        touched.Add(b);
    }

    /// <summary>Takes from the units that stay their pairs with those that went.</summary>
    public static void Forget(IEnumerable<StoryNode> gone, HashSet<StoryNode> touched)
    {
        foreach (var node in gone)
        {
            foreach (var other in node.Pairs.Keys.ToArray())
                Part(node, other, touched);
        }
    }
}
