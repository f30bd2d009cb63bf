using System.Numerics;
using System.Runtime.InteropServices;

namespace Digest.Days;

/// <summary>
/// Where each hashed run of words stands: a number by run. Runs that begin with the same bits stand on one page, and a page that gets full is parted in two by one bit more ("extendible hashing":
/// Fagin, Nievergelt, Pippenger and Strong 1979). Many runs that come in order are looked up in memory that lies together, whatever part of all runs they are, and the table grows without being copied.
/// </summary>
internal sealed class RunTable
{
    // A slot without a run; a run that is this hash is taken for its neighbour.
    private const ulong None = 0;

    // Runs of a text made for it may all begin the same: from so many bits on a page grows and is parted no more.
    private const int MostBits = 16;

    // By the first bits of a run, as many as the deepest page has.
    private Page[] pages = [new(0, new Slot[Page.Least])];
    private int bits;

    // What a page stood on before it was parted; all free.
    private Slot[] spare = new Slot[Page.Most];

    /// <summary>The number that stands for a run; the one given where the run is new. It may be changed until the next run is asked for.</summary>
    public ref int Of(ulong run, int ifNew)
    {
        if (run == None)
            run++;
        var page = PageOf(run);
        ref var slot = ref page.Find(run);
        if (slot.Run != run)
        {
            while (page.IsFull)
            {
                Widen(page, run);
                page = PageOf(run);
                slot = ref page.Find(run);
            }

            slot = new(run, ifNew);
            page.Count++;
        }

        return ref slot.Number;
    }

    private Page PageOf(ulong run) => pages[Place(run)];

    // Of no bits there is one page; and a shift by all 64 bits would be none.
    private int Place(ulong run) => (int)(run >> 1 >> (63 - bits));

    /// <summary>Makes room on the page of a run.</summary>
    private void Widen(Page page, ulong run)
    {
        if (page.Slots < Page.Most || page.Bits == MostBits)
        {
            page.Widen();
            return;
        }

        if (page.Bits == bits)
        {
            var twice = new Page[2 * pages.Length];
            for (var i = 0; i < twice.Length; i++)
                twice[i] = pages[i / 2];
            (pages, bits) = (twice, bits + 1);
        }

        var upper = page.Part(ref spare);
        var half = 1 << (bits - page.Bits);
        pages.AsSpan((Place(run) & -(2 * half)) + half, half).Fill(upper);
    }

    /// <summary>The runs that begin with the same bits.</summary>
    private sealed class Page(int bits, Slot[] slots)
    {
        public const int Least = 1024;

        // 48 kB: no large object to the collector.
        public const int Most = 4096;

        private Slot[] slots = slots;

        /// <summary>How many bits its runs begin with alike.</summary>
        public int Bits { get; private set; } = bits;

        public int Slots => slots.Length;

        public int Count { get; set; }

        /// <summary>A quarter of the slots stays free.</summary>
        public bool IsFull => 4 * (Count + 1) > 3 * slots.Length;

        /// <summary>The slot that a run stands in, or would.</summary>
        public ref Slot Find(ulong run)
        {
            var all = slots;
            var at = (int)(run << Bits >> 1 >> (63 - BitOperations.Log2((uint)all.Length)));
            while (all[at].Run != run && all[at].Run != None)
                at = (at + 1) & (all.Length - 1);
            return ref all[at];
        }

        public void Widen()
        {
            var former = slots;
            slots = new Slot[2 * former.Length];
            Count = 0;
            foreach (ref readonly var slot in former.AsSpan())
                Enter(slot);
        }

        /// <summary>Keeps the runs whose next bit is 0.</summary>
        /// <param name="spare">As many slots as the page has, all of them free, for others of which the same is true.</param>
        /// <returns>The page of the others.</returns>
        public Page Part(ref Slot[] spare)
        {
            var upper = new Page(++Bits, new Slot[slots.Length]);
            (slots, spare, Count) = (spare, slots, 0);
            foreach (ref readonly var slot in spare.AsSpan())
                (slot.Run << (Bits - 1) >> 63 == 0 ? this : upper).Enter(slot);
            Array.Clear(spare);
            return upper;
        }

        private void Enter(Slot slot)
        {
            if (slot.Run == None)
                return;
            Find(slot.Run) = slot;
            Count++;
        }
    }

    [StructLayout(LayoutKind.Sequential, Pack = sizeof(int))]
    private struct Slot(ulong run, int number)
    {
        public readonly ulong Run = run;
        public int Number = number;
    }
}
