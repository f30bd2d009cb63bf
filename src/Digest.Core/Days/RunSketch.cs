using System.Numerics;
using System.Runtime.CompilerServices;

namespace Digest.Days;

/// <summary>
/// What can be told at a glance of how many runs of words an article shares with another. A run that only one of the two has changes one bit of its sketch, so in as many bits as their sketches
/// differ, so many runs at least are not shared ("bitmap filter": Sandes, Teodoro and Melo 2019).
/// </summary>
internal struct RunSketch
{
    private Bits bits;
    private int shared;

    /// <summary>Takes note of a run, by its number, that other articles may have too.</summary>
    public void Share(int run)
    {
        shared++;
        bits[(run >> 6) % Bits.Count] ^= 1UL << run;
    }

    /// <summary>No fewer than the runs that both have.</summary>
    public readonly int MostInCommon(in RunSketch other)
    {
        var differing = 0;
        for (var i = 0; i < Bits.Count; i++)
            differing += BitOperations.PopCount(bits[i] ^ other.bits[i]);
        return (shared + other.shared - differing) / 2;
    }

    [InlineArray(Count)]
    private struct Bits
    {
        public const int Count = 8;

        private ulong first;
    }
}
