using System.Numerics;

namespace Digest.Days;

/// <summary>
/// Many short lists of numbers, all in one array: a day has hundreds of thousands of them, and an object for each would cost more than what is in it. A list is known by its own number, from 0.
/// Reading is safe on many threads while nothing changes.
/// </summary>
/// <param name="least">A list's first room, a power of two; it doubles from there, and what a list grows out of goes to the next that needs as much.</param>
internal sealed class IntLists(int least)
{
    private const int None = -1;

    private Row[] rows = new Row[256];
    private int[] numbers = new int[1024];
    private int used;

    // By the power of two: the first stretch that nobody uses, each holding where the next one starts.
    private readonly int[] free = [.. Enumerable.Repeat(None, 32)];

    /// <summary>How many lists there are.</summary>
    public int Count { get; private set; }

    /// <summary>The numbers of a list; valid until a list changes.</summary>
    public ReadOnlySpan<int> this[int list] => numbers.AsSpan(rows[list].Start, rows[list].Count);

    /// <summary>Makes room for so many numbers more, in all lists together.</summary>
    public void Expect(int more)
    {
        if (used + more > numbers.Length)
            Array.Resize(ref numbers, Math.Max(used + more, numbers.Length / 2 * 3));
    }

    /// <summary>Makes a list without numbers.</summary>
    /// <returns>The list's own number.</returns>
    public int New()
    {
        if (Count == rows.Length)
            Array.Resize(ref rows, 2 * rows.Length);
        rows[Count] = default;
        return Count++;
    }

    public int CountOf(int list) => rows[list].Count;

    public void Add(int list, int number) => Insert(list, rows[list].Count, number);

    public void Insert(int list, int at, int number)
    {
        ref var row = ref rows[list];
        if (row.Count == row.Room)
            Widen(ref row);
        var told = numbers.AsSpan(row.Start, row.Count + 1);
        told[at..^1].CopyTo(told[(at + 1)..]);
        told[at] = number;
        row.Count++;
    }

    public void RemoveAt(int list, int at)
    {
        ref var row = ref rows[list];
        var told = numbers.AsSpan(row.Start, row.Count);
        told[(at + 1)..].CopyTo(told[at..]);
        row.Count--;
    }

    /// <summary>Takes the first of such numbers out of a list that has one.</summary>
    /// <param name="at">Where it was.</param>
    public void Remove(int list, int number, out int at)
    {
        at = this[list].IndexOf(number);
        RemoveAt(list, at);
    }

    private void Widen(ref Row row)
    {
        var room = Math.Max(least, 2 * row.Room);
        var start = Take(room);
        numbers.AsSpan(row.Start, row.Count).CopyTo(numbers.AsSpan(start));
        if (row.Room > 0)
        {
            ref var first = ref free[BitOperations.Log2((uint)row.Room)];
            (numbers[row.Start], first) = (first, row.Start);
        }

        (row.Start, row.Room) = (start, room);
    }

    private int Take(int room)
    {
        ref var first = ref free[BitOperations.Log2((uint)room)];
        if (first != None)
        {
            var taken = first;
            first = numbers[taken];
            return taken;
        }

        if (used + room > numbers.Length)
            Array.Resize(ref numbers, Math.Max(used + room, numbers.Length / 2 * 3));
        used += room;
        return used - room;
    }

    private struct Row
    {
        public int Start;
        public int Count;
        public int Room;
    }
}
