using Digest.Days;

namespace Digest.Tests.Days;

/// <summary>The table of runs against a dictionary: however runs are spread and in whatever order they come, each has its own number.</summary>
public sealed class RunTableTests
{
    /// <summary>Runs that are spread evenly, that begin alike, that end alike, that stand at both ends of the table, and that are next to each other.</summary>
    public static TheoryData<string> Spreads => ["even", "first bits alike", "last bits alike", "at both ends", "next to each other"];

    [Theory]
    [MemberData(nameof(Spreads))]
    public void EachRunHasItsOwnNumber(string spread)
    {
        var random = new Random(7);
        foreach (var isInOrder in new[] { false, true })
        {
            ulong[] runs = [.. Enumerable.Range(0, spread is "even" or "last bits alike" ? 40_000 : 4_000).Select(i => Run(spread, i, random)), 0, 1, ulong.MaxValue];
            if (isInOrder)
                Array.Sort(runs);
            var (table, known) = (new RunTable(), new Dictionary<ulong, int>());
            for (var i = 0; i < runs.Length; i++)
            {
                // The hash that marks a free slot is taken for its neighbour.
                var run = Math.Max(1, runs[i]);
                known.TryAdd(run, i);
                Assert.Equal(known[run], table.Of(runs[i], i));
                if (i % 3 == 0)
                    table.Of(runs[i], -1) = known[run] = -i - 1;
            }

            foreach (var (run, number) in known)
                Assert.Equal(number, table.Of(run, int.MinValue));
        }
    }

    private static ulong Run(string spread, int i, Random random) => spread switch
    {
        "even" => (ulong)random.NextInt64(long.MinValue, long.MaxValue),
        "first bits alike" => 0xA5A5A5A500000000UL | (uint)random.Next(),
        "last bits alike" => ((ulong)random.NextInt64(1 << 24) << 40) | 0x5A5A5A5A5AUL,
        "at both ends" => i % 2 == 0 ? (ulong)i : ulong.MaxValue - (ulong)i,
        _ => 0x7FFFFFFFFFFFF000UL + (ulong)i,
    };
}
