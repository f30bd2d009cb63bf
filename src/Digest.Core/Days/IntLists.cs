using System.Numerics;

namespace Digest.Days;

/// <summary>
/// Many short lists of numbers on a few pages: a day has hundreds of thousands of them, and an object for each would cost more than what is in it. A list is known by its own number, from 0. What has
/// been filled is not copied when there come to be more. Reading is safe on many threads while nothing changes.
/// </summary>
/// <param name="least">A list's first room, a power of two; it doubles from there, and what a list grows out of goes to the next that needs as much.</param>
internal sealed class IntLists(int least)
{
    private const int None = -1;

    private readonly Pages<Row> rows = new();

    // A list lies within one page, or has one of its own.
    private readonly Pages<int> numbers = new();

    // By the power of two: the first stretch that nobody uses, each holding where the next one starts.
    private readonly int[] free = [.. Enumerable.Repeat(None, 32)];

    /// <summary>How many lists there are.</summary>
    public int Count { get; private set; }

    /// <summary>The numbers of a list; valid until a list changes.</summary>
    public ReadOnlySpan<int> this[int list] => numbers.Span(rows[list].Start, rows[list].Count);

    /// <summary>Makes a list without numbers.</summary>
    /// <returns>The list's own number.</returns>
    public int New()
    {
        rows.Take(1);
        return Count++;
    }

    public int CountOf(int list) => rows[list].Count;

    public void Add(int list, int number)
    {
        ref var row = ref rows[list];
        if (row.Count == row.Room)
            Widen(ref row);
        numbers.Span(row.Start, ++row.Count)[^1] = number;
    }

    public void Insert(int list, int at, int number)
    {
        ref var row = ref rows[list];
        if (row.Count == row.Room)
            Widen(ref row);
        var told = numbers.Span(row.Start, row.Count + 1);
        told[at..^1].CopyTo(told[(at + 1)..]);
        told[at] = number;
        row.Count++;
    }

    public void RemoveAt(int list, int at)
    {
        ref var row = ref rows[list];
        var told = numbers.Span(row.Start, row.Count);
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
        numbers.Span(row.Start, row.Count).CopyTo(numbers.Span(start, room));
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

        return numbers.Take(room);
    }

    private struct Row
    {
        public int Start;
        public int Count;
        public int Room;
    }
}
