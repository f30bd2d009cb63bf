using System.Numerics;
using System.Runtime.InteropServices;

namespace Digest.Days;

/// <summary>
/// The words, names and places of a day by their numbers, and the units, by theirs, that have them. A day has tens of thousands of terms, most of them in one unit only, so they are rows of a few
/// arrays. Reading is safe on many threads while nothing changes.
/// </summary>
internal sealed class Terms
{
    private const int None = -1;

    private readonly RunTable words = new();
    private readonly RunTable names = new();
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    private readonly IntLists units = new(1);
    private readonly IntLists tellers = new(4);
    private double[] weights = new double[1024];
    private int[] walks = new int[1024];

    /// <summary>How many there are.</summary>
    public int Count => units.Count;

    /// <summary>
    /// A count as weights know it: in steps of half (1, 2, 3, 4, 6, 8, 12, 16, 24), so that an article more changes the weight of few words and what hangs on it.
    /// </summary>
    public static int Step(int count)
    {
        var coarse = Math.Max(0, BitOperations.Log2((uint)Math.Max(1, count)) - 1);
        return count >> coarse << coarse;
    }

    public int Word(ulong hash) => Of(words, hash);

    public int Name(ulong hash) => Of(names, hash);

    public int Place(string key)
    {
        ref var term = ref CollectionsMarshal.GetValueRefOrAddDefault(places, key, out var isKnown);
        return isKnown ? term : term = New();
    }

    /// <summary>What a term counts for where two units have it; 0 where none has it.</summary>
    public double Weight(int term) => weights[term];

    /// <summary>How many units have it.</summary>
    public int Units(int term) => units.CountOf(term);

    /// <summary>The units that have it.</summary>
    public ReadOnlySpan<int> With(int term) => units[term];

    /// <summary>The units that it tells from others (<see cref="StoryNode.Telling"/>), in the fold's order.</summary>
    public ReadOnlySpan<int> Tellers(int term) => tellers[term];

    public void Add(int term, int unit) => units.Add(term, unit);

    public void Remove(int term, int unit) => units.Remove(term, unit, out _);

    public void Enter(int term, int at, int unit) => tellers.Insert(term, at, unit);

    public void Leave(int term, int at) => tellers.RemoveAt(term, at);

    /// <summary>Takes note that a term is met on a walk.</summary>
    /// <returns>False where it was met on it before.</returns>
    public bool Meet(int term, int walk)
    {
        if (walks[term] == walk)
            return false;
        walks[term] = walk;
        return true;
    }

    /// <summary>Weighs a term by how few of so many units have it.</summary>
    /// <returns>Whether it counts for something else now.</returns>
    public bool Weigh(int term, int ofUnits)
    {
        // Even a word that all units have counts for something: on a day of one story it is what makes it one.
        var weight = Units(term) == 0 ? 0 : Math.Log(1 + (ofUnits / (double)Step(Units(term))));
        if (weight == weights[term])
            return false;
        weights[term] = weight;
        return true;
    }

    private int Of(RunTable known, ulong hash)
    {
        ref var term = ref known.Of(hash, None);
        return term == None ? term = New() : term;
    }

    private int New()
    {
        var term = units.New();
        tellers.New();
        if (term == weights.Length)
        {
            Array.Resize(ref weights, 2 * term);
            Array.Resize(ref walks, 2 * term);
        }

        return term;
    }
}
