using System.Runtime.CompilerServices;

namespace Digest.Days;

/// <summary>Values on pages: there can come to be millions, and none is moved when there come to be more. A value is known by its place.</summary>
internal sealed class Pages<T>
    where T : unmanaged
{
    private const int FirstValues = 256;

    // No page is a large object to the collector (85,000 bytes).
    private static readonly int PageBits = Unsafe.SizeOf<T>() > sizeof(int) ? 12 : 14;
    private static readonly int PageValues = 1 << PageBits;

    private T[][] pages = [new T[FirstValues]];
    private int last;
    private int used;

    public ref T this[int place] => ref pages[place >> PageBits][place & (PageValues - 1)];

    /// <summary>Values that were taken together, or the first of them.</summary>
    public Span<T> Span(int place, int count) => pages[place >> PageBits].AsSpan(place & (PageValues - 1), count);

    /// <summary>Takes values that lie together, all of them zero.</summary>
    /// <returns>The place of the first; places taken one by one follow each other.</returns>
    public int Take(int count)
    {
        if (used + count > pages[last].Length)
            Widen(count);
        used += count;
        return (last << PageBits) + used - count;
    }

    private void Widen(int count)
    {
        if (last == 0 && pages[0].Length < PageValues && used + count <= PageValues)
        {
            Array.Resize(ref pages[0], Math.Min(PageValues, Math.Max(used + count, 2 * pages[0].Length)));
            return;
        }

        if (++last == pages.Length)
            Array.Resize(ref pages, 2 * last);
        // What is longer than a page has one of its own, of which only the first place is known.
        pages[last] = new T[Math.Max(count, PageValues)];
        used = 0;
    }
}
