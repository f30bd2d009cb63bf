using System.Buffers;

namespace Digest.Days;

/// <summary>
/// The runs of articles for the moment between reading and indexing: one after the other on a few stretches that are borrowed from the process and given back, so that thousands of arrays need not be made to be thrown away. Several threads may fill it.
/// </summary>
internal sealed class RunStore : IDisposable
{
    // One article takes a page; ten thousand some thirty stretches.
    private const int First = 4096;
    private const int Later = 1 << 16;

    private readonly Lock filling = new();
    private readonly List<ulong[]> stretches = [];
    private int used;

    /// <summary>Keeps an article's runs.</summary>
    /// <returns>Where they stand, until the store is given up.</returns>
    public ReadOnlyMemory<ulong> Keep(ReadOnlySpan<ulong> runs)
    {
        Memory<ulong> kept;
        lock (filling)
        {
            if (stretches.Count == 0 || used + runs.Length > stretches[^1].Length)
            {
                stretches.Add(ArrayPool<ulong>.Shared.Rent(Math.Max(runs.Length, stretches.Count == 0 ? First : Later)));
                used = 0;
            }

            kept = stretches[^1].AsMemory(used, runs.Length);
            used += runs.Length;
        }

        runs.CopyTo(kept.Span);
        return kept;
    }

    public void Dispose()
    {
        foreach (var stretch in stretches)
            ArrayPool<ulong>.Shared.Return(stretch);
        stretches.Clear();
    }
}
