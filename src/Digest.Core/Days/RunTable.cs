using System.Numerics;

namespace Digest.Days;

/// <summary>
/// Where each hashed run of words stands: a number by run. Slots lie in the order of the runs, so that many runs which come in order are looked up in memory that lies together, and a day's
/// millions cost a few reads of the processor's cache each and not of the machine's memory.
/// </summary>
internal sealed class RunTable
{
    // A slot without a run; a run that is this hash is taken for its neighbour.
    private const ulong None = 0;

    private ulong[] runs = new ulong[1024];
    private int[] numbers = new int[1024];
    private int count;

    /// <summary>Makes room for so many runs more, of which some are known or come twice.</summary>
    public void Expect(int more) => Widen(count + (more / 2));

    /// <summary>The number that stands for a run; the one given where the run is new.</summary>
    public ref int Of(ulong run, int ifNew)
    {
        if (run == None)
            run++;
        var at = Find(run);
        if (runs[at] != run)
        {
            if (4 * (count + 1L) > 3L * runs.Length)
            {
                Widen(count + 1);
                at = Find(run);
            }

            (runs[at], numbers[at]) = (run, ifNew);
            count++;
        }

        return ref numbers[at];
    }

    // A quarter of the slots stays free.
    private void Widen(int most)
    {
        var length = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1024, most / 3 * 4));
        if (length < (most + 1L) * 4 / 3)
            length *= 2;
        if (length <= runs.Length)
            return;
        var (formerRuns, formerNumbers) = (runs, numbers);
        (runs, numbers) = (new ulong[length], new int[length]);
        for (var i = 0; i < formerRuns.Length; i++)
        {
            if (formerRuns[i] == None)
                continue;
            var at = Find(formerRuns[i]);
            (runs[at], numbers[at]) = (formerRuns[i], formerNumbers[i]);
        }
    }

    private int Find(ulong run)
    {
        var slots = runs;
        var at = (int)(run >> (1 + BitOperations.LeadingZeroCount((ulong)slots.Length)));
        while (slots[at] != run && slots[at] != None)
            at = (at + 1) & (slots.Length - 1);
        return at;
    }
}
