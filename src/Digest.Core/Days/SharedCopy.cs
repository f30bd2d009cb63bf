using System.Globalization;
using Digest.News;

namespace Digest.Days;

/// <summary>Two articles of a fold, by their places in it, and how much of the shorter one stands in the longer.</summary>
/// <param name="Containment">Shared five-word runs as a share of the shorter article's; 0 to 1.</param>
internal readonly record struct CopyPair(int First, int Second, double Containment, int SharedRuns)
{
    public string Reason => string.Create(CultureInfo.InvariantCulture,
        $"{SharedRuns} runs of five words stand in both, {Containment * 100:0} % of the shorter article; from {SharedCopy.Threshold * 100:0} % on they count as one line of reporting.");
}

/// <summary>
/// Finds articles that carry one agency's copy, by the five-word runs (shingles) they share. Runs are compared as 64-bit hashes,
/// all of them, so the measure is exact; only articles that share a run are ever compared.
/// </summary>
internal static class SharedCopy
{
    /// <summary>
    /// From this containment on, articles share copy. On the sample articles and forty written ones, pairs that do lie at 0.19 and above,
    /// pairs that do not at 0.08 and below.
    /// </summary>
    public const double Threshold = 0.15;

    private const int RunLength = 5;

    // The articles of a run that stands in more than so many are compared with so many neighbours in order only: the articles of one
    // agency story are linked to each other through their neighbours, and a thousand copies do not cost a million comparisons.
    private const int ManyOwners = 24;
    private const int Neighbours = 2;

    /// <summary>The distinct hashed runs of an article's story blocks, sorted. Blocks are taken one by one: no run crosses from one to the next.</summary>
    public static ulong[] Runs(Article article)
    {
        var runs = new List<ulong>(Math.Max(16, article.Text.Length / 6));
        Span<char> buffer = stackalloc char[Words.MaxLength];
        Span<ulong> ring = stackalloc ulong[RunLength];
        foreach (var block in article.Blocks)
        {
            if (!block.IsStory)
                continue;
            var position = block.Span.Start;
            for (var count = 0; Words.Next(article.Text, ref position, block.Span.End, buffer, out var length, out _);)
            {
                ring[count++ % RunLength] = Words.Hash(buffer[..length]);
                if (count < RunLength)
                    continue;
                var run = 0UL;
                for (var i = 0; i < RunLength; i++)
                    run = (run * 0x9E3779B97F4A7C15UL) ^ ring[(count + i) % RunLength];
                runs.Add(run ^ (run >> 31));
            }
        }

        runs.Sort();
        var distinct = 0;
        for (var i = 0; i < runs.Count; i++)
        {
            if (i == 0 || runs[i] != runs[i - 1])
                runs[distinct++] = runs[i];
        }

        return [.. runs[..distinct]];
    }

    /// <summary>All pairs of the given articles that share copy, in order. Articles are given by their runs.</summary>
    public static List<CopyPair> Pairs(IReadOnlyList<ulong[]> articles)
    {
        var pairs = new List<CopyPair>();
        var candidates = Candidates(articles);
        foreach (var key in candidates)
        {
            var (first, second) = ((int)(key >> 32), (int)(key & 0xFFFFFFFF));
            var shared = Shared(articles[first], articles[second]);
            var containment = shared / (double)Math.Min(articles[first].Length, articles[second].Length);
            if (containment >= Threshold)
                pairs.Add(new(first, second, containment, shared));
        }

        return pairs;
    }

    /// <summary>For each article, the smallest place in the fold of the articles its copy runs through: its line of reporting.</summary>
    public static int[] Lines(int count, IEnumerable<CopyPair> pairs)
    {
        var groups = new Groups(count);
        foreach (var pair in pairs)
            groups.Unite(pair.First, pair.Second);
        return groups.Smallest();
    }

    private static ulong[] Candidates(IReadOnlyList<ulong[]> articles)
    {
        // Two passes over all runs: the first marks which (by 24 bits of their hash) come again at all, so that the second keeps only
        // runs that may stand in two articles. In a day's news that is one in ten.
        const int Bits = 24;
        var once = new ulong[1 << (Bits - 6)];
        var again = new ulong[1 << (Bits - 6)];
        var repeated = 0;
        foreach (var runs in articles)
        {
            foreach (var run in runs)
            {
                var slot = (int)(run >> (64 - Bits));
                var bit = 1UL << (slot & 63);
                if ((once[slot >> 6] & bit) != 0)
                {
                    again[slot >> 6] |= bit;
                    repeated++;
                }
                else
                {
                    once[slot >> 6] |= bit;
                }
            }
        }

        var keys = new List<ulong>(2 * repeated);
        var owners = new List<int>(2 * repeated);
        for (var i = 0; i < articles.Count; i++)
        {
            foreach (var run in articles[i])
            {
                var slot = (int)(run >> (64 - Bits));
                if ((again[slot >> 6] & (1UL << (slot & 63))) != 0)
                {
                    keys.Add(run);
                    owners.Add(i);
                }
            }
        }

        return PairsOf([.. keys], [.. owners]);
    }

    private static ulong[] PairsOf(ulong[] keys, int[] owners)
    {
        Array.Sort(keys, owners);
        var found = new HashSet<ulong>();
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
                end++;
            if (end - start > 1)
            {
                var reach = end - start > ManyOwners ? Neighbours : ManyOwners;
                // The sort does not keep equal keys in order.
                Array.Sort(owners, start, end - start);
                for (var i = start; i < end; i++)
                {
                    for (var j = i + 1; j < Math.Min(end, i + 1 + reach); j++)
                        found.Add(((ulong)owners[i] << 32) | (uint)owners[j]);
                }
            }

            start = end;
        }

        var pairs = found.ToArray();
        Array.Sort(pairs);
        return pairs;
    }

    private static int Shared(ulong[] a, ulong[] b)
    {
        int i = 0, j = 0, shared = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return shared;
    }
}
