using System.Collections.Concurrent;

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

    // By their numbers; null where one is gone.
    private readonly List<StoryNode?> numbered = [];
    private readonly UnitFaces faces = new(places);
    private int held;

    // Those that nobody compares with now. In no bag that knows its threads: they know this index, and the threads would hold it for good.
    private readonly ConcurrentStack<StoryComparer> comparers = [];

    private int units = -1;
    private int walk;

    public Terms Terms { get; } = new();

    /// <summary>How many numbers units have, those that are gone included.</summary>
    public int Count => numbered.Count;

    public UnitFaces Faces => faces;

    /// <summary>The unit of a number that one has.</summary>
    public StoryNode this[int number] => numbered[number]!;

    /// <summary>Takes note of the places of units that have moved among the fold's; those that are not in the index are passed over.</summary>
    public void Reorder(IEnumerable<StoryNode> moved)
    {
        foreach (var node in moved)
        {
            if (node.Number < numbered.Count && numbered[node.Number] == node)
                faces.Move(node);
        }
    }

    /// <summary>Takes units out and in. The places in order of those that stay have to be theirs of now.</summary>
    /// <returns>Those that have to be compared anew.</returns>
    public HashSet<StoryNode> Hold(IReadOnlyCollection<StoryNode> gone, IReadOnlyCollection<StoryNode> come)
    {
        var asked = new HashSet<StoryNode>();
        var counted = new List<int>();
        walk++;
        foreach (var node in gone)
            TakeOut(node, counted, asked);
        foreach (var node in come)
            PutIn(node, counted);
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
            faces.Ask(node.Number, walk);
        var touched = new HashSet<StoryNode>();
        var former = new HashSet<StoryPair>();
        foreach (var node in asked)
        {
            foreach (var (_, pair) in node.Pairs)
                former.Add(pair);
        }

        var all = Find(asked);
        MakeRoom(all);
        foreach (var found in all)
        {
            foreach (var pair in found)
            {
                if (!pair.First.Pairs.TryGetValue(pair.Second, out var known) || !known.CountsAs(pair))
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
        var comparer = comparers.TryPop(out var known) ? known : new(this, places);
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
        }, comparers.Push);
        return found;
    }

    /// <summary>The units that a unit is compared with, by their numbers; some may come more than once.</summary>
    public void Candidates(StoryNode node, List<int> into)
    {
        into.Clear();
        foreach (var term in node.Telling)
        {
            var tellers = Terms.Tellers(term);
            if (tellers.Length > CommonFrom)
            {
                var own = Find(tellers, node.Place);
                tellers = tellers[Math.Max(0, own - Neighbours)..Math.Min(tellers.Length, own + Neighbours + 1)];
            }

            foreach (var other in tellers)
            {
                if (other != node.Number)
                    into.Add(other);
            }
        }

        if (node.Unit.IsItem)
            return;
        foreach (var (other, _) in node.Held.Copies)
        {
            if (other.Nodes is [{ Unit.IsItem: false } whole])
                into.Add(whole.Number);
        }
    }

    /// <summary>Whether a unit's main event lies where many of the day's units have theirs.</summary>
    public bool IsBusy(StoryNode node)
    {
        foreach (var place in node.MainPlaces)
        {
            if (Terms.Tellers(place).Length >= BusyPlace)
                return true;
        }

        return false;
    }

    private void TakeOut(StoryNode node, List<int> counted, HashSet<StoryNode> asked)
    {
        foreach (var term in node.Telling)
            Leave(term, Terms.Tellers(term).IndexOf(node.Number), asked);
        node.Telling = [];
        foreach (var term in node.Words)
            Drop(term);
        foreach (var term in node.Names)
            Drop(term);
        numbered[node.Number] = null;
        held--;

        void Drop(int term)
        {
            Terms.Remove(term, node.Number);
            if (Terms.Meet(term, walk))
                counted.Add(term);
        }
    }

    private void PutIn(StoryNode node, List<int> counted)
    {
        node.Number = numbered.Count;
        numbered.Add(node);
        held++;
        (node.Words, node.Names) = (new int[node.Unit.Stems.Length], new int[node.Unit.Names.Length]);
        for (var i = 0; i < node.Words.Length; i++)
            Have(node.Words[i] = Terms.Word(node.Unit.Stems[i]));
        for (var i = 0; i < node.Names.Length; i++)
            Have(node.Names[i] = Terms.Name(node.Unit.Names[i]));
        if (node.Unit.Main is { Places: { Length: > 0 } told })
        {
            node.Where = [.. told.Select(places.Name).OfType<PlaceName>()];
            node.MainPlaces = told.Length == 1 ? Array.ConvertAll(places.Keys(told[0]), Terms.Place) : [.. told.SelectMany(places.Keys).Distinct(StringComparer.Ordinal).Select(Terms.Place)];
        }

        faces.Add(node);

        void Have(int term)
        {
            Terms.Add(term, node.Number);
            if (Terms.Meet(term, walk))
                counted.Add(term);
        }
    }

    /// <summary>The units that have a word whose weight is another than before.</summary>
    private HashSet<StoryNode> Weigh(List<int> counted)
    {
        var step = Terms.Step(held);
        var changed = new HashSet<StoryNode>();
        var isAll = step != units;
        if (isAll)
            changed.UnionWith(numbered.OfType<StoryNode>());
        units = step;
        for (var i = 0; i < (isAll ? Terms.Count : counted.Count); i++)
        {
            var term = isAll ? i : counted[i];
            if (!Terms.Weigh(term, units) || changed.Count == held)
                continue;
            foreach (var unit in Terms.With(term))
                changed.Add(numbered[unit]!);
        }

        return changed;
    }

    private void Tell(StoryNode node, HashSet<StoryNode> asked)
    {
        (node.Norm, node.NameSum) = Measure(node);
        // Copies of one text share all their rarest words with each other; their place brings the others to them.
        int[] telling = [.. Rarest(node.Words), .. node.MainPlaces];
        if (node.Telling.AsSpan().SequenceEqual(telling))
            return;
        foreach (var term in node.Telling.Length == 0 ? [] : node.Telling.Except(telling))
            Leave(term, Find(Terms.Tellers(term), node.Place), asked);
        foreach (var term in node.Telling.Length == 0 ? telling : telling.Except(node.Telling))
            Enter(term, node, asked);
        node.Telling = telling;
    }

    /// <summary>What a unit's words and names come to by themselves.</summary>
    private (double Norm, double NameSum) Measure(StoryNode node)
    {
        double squares = 0, sum = 0;
        foreach (var word in node.Words)
            squares += Terms.Weight(word) * Terms.Weight(word);
        foreach (var name in node.Names)
            sum += Terms.Weight(name);
        return (Math.Sqrt(squares), sum);
    }

    // The rarest first, equally rare ones by their hash.
    private int[] Rarest(int[] words)
    {
        Span<(int Step, int At)> kept = stackalloc (int, int)[TellingWords];
        var count = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var step = Terms.Step(Terms.Units(words[i]));
            if (step < 2 || (count == TellingWords && kept[count - 1].Step <= step))
                continue;
            count = Math.Min(TellingWords, count + 1);
            var at = count - 1;
            for (; at > 0 && kept[at - 1].Step > step; at--)
                kept[at] = kept[at - 1];
            kept[at] = (step, i);
        }

        var rarest = new int[count];
        for (var i = 0; i < count; i++)
            rarest[i] = words[kept[i].At];
        return rarest;
    }

    private void Enter(int term, StoryNode node, HashSet<StoryNode> asked)
    {
        var at = Find(Terms.Tellers(term), node.Place);
        Terms.Enter(term, at, node.Number);
        Shift(term, at, Terms.Tellers(term).Length - 1, asked);
    }

    private void Leave(int term, int at, HashSet<StoryNode> asked)
    {
        Terms.Leave(term, at);
        Shift(term, at, Terms.Tellers(term).Length + 1, asked);
    }

    // Who is whose neighbour changes about the place where one came or went; with the first that makes them many, or a place busy, something changes for all.
    private void Shift(int term, int at, int before, HashSet<StoryNode> asked)
    {
        var tellers = Terms.Tellers(term);
        if (before <= CommonFrom == tellers.Length <= CommonFrom && before < BusyPlace == tellers.Length < BusyPlace)
            tellers = before > CommonFrom ? tellers[Math.Max(0, at - Neighbours - 1)..Math.Min(tellers.Length, at + Neighbours + 1)] : [];
        foreach (var teller in tellers)
            asked.Add(numbered[teller]!);
    }

    private int Find(ReadOnlySpan<int> tellers, int place)
    {
        int low = 0, high = tellers.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (faces.Place(tellers[middle]) < place)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static void MakeRoom(StoryPair[][] found)
    {
        foreach (var pairs in found)
        {
            foreach (var pair in pairs)
            {
                pair.First.Coming++;
                pair.Second.Coming++;
            }
        }

        foreach (var pairs in found)
        {
            foreach (var pair in pairs)
            {
                MakeRoom(pair.First);
                MakeRoom(pair.Second);
            }
        }
    }

    private static void MakeRoom(StoryNode node)
    {
        if (node.Pairs.Count == 0 && node.Coming > 0)
            node.Pairs.EnsureCapacity(node.Coming);
        node.Coming = 0;
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
