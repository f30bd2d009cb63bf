using System.Runtime.InteropServices;
using Digest.News;

namespace Digest.Days;

/// <summary>
/// Tells articles that carry one agency's copy by the five-word runs (shingles) they share. Runs are compared as 64-bit hashes,
/// all of them, so the measure is exact.
/// </summary>
internal static class SharedCopy
{
    /// <summary>
    /// From this containment on, articles share copy. On the sample articles and forty written ones, pairs that do lie at 0.19 and above,
    /// pairs that do not at 0.08 and below.
    /// </summary>
    public const double Threshold = 0.15;

    private const int RunLength = 5;

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

        return Distinct(runs);
    }

    /// <summary>Hashes sorted, each once.</summary>
    public static ulong[] Distinct(List<ulong> hashes)
    {
        hashes.Sort();
        var all = CollectionsMarshal.AsSpan(hashes);
        var distinct = 0;
        for (var i = 0; i < all.Length; i++)
        {
            if (i == 0 || all[i] != all[i - 1])
                all[distinct++] = all[i];
        }

        return all[..distinct].ToArray();
    }

    /// <summary>For each article, the smallest place in the fold of the articles its copy runs through: its line of reporting.</summary>
    public static int[] Lines(IReadOnlyList<HeldArticle> articles)
    {
        var groups = new Groups(articles.Count);
        foreach (var article in articles)
        {
            foreach (var other in article.Copies.Keys)
                groups.Unite(article.Index, other.Index);
        }

        return groups.Smallest();
    }
}
