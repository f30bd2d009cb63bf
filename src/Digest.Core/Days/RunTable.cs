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

    /// <summary>Makes room for so many runs more.</summary>
    public void Expect(int more)
    {
        var length = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1024, (count + more) / 2 * 3));
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

    /// <summary>The number that stands for a run; the one given where the run is new. Room has to have been made for it.</summary>
    public ref int Of(ulong run, int ifNew)
    {
        if (run == None)
            run++;
        var at = Find(run);
        ref var number = ref numbers[at];
        if (runs[at] == run)
            return ref number;
        runs[at] = run;
        number = ifNew;
        count++;
        return ref number;
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
