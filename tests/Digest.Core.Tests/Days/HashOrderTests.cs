using Digest.Days;

namespace Digest.Tests.Days;

public sealed class HashOrderTests
{
    [Fact]
    public void HashesAreSortedHoweverTheyAreSpread()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            // Spread over all first bytes, over a few, and all of one.
            var mask = (seed % 3) switch { 0 => ulong.MaxValue, 1 => ulong.MaxValue >> 5, _ => ulong.MaxValue >> 9 };
            var hashes = Enumerable.Range(0, random.Next(0, 700)).Select(_ => (ulong)random.NextInt64() << 1 & mask).ToArray();
            if (hashes.Length > 4)
                (hashes[0], hashes[1], hashes[2]) = (ulong.MaxValue, 0, hashes[3]);
            var sorted = hashes.Order().ToArray();
            HashOrder.Sort(hashes);
            Assert.Equal(sorted, hashes);
        }
    }
}
