using Digest.Days;

namespace Digest.Tests.Days;

/// <summary>What is kept stands unchanged until the store is given up, however much comes after it and from however many threads; and after that, the room serves the next.</summary>
public sealed class RunStoreTests
{
    [Fact]
    public void WhatIsKeptStaysAsItIs()
    {
        // More than once, so that the later stores stand on room that others have left behind.
        for (var round = 0; round < 3; round++)
        {
            using var store = new RunStore();
            var kept = new ReadOnlyMemory<ulong>[2_000];
            Parallel.For(0, kept.Length, i => kept[i] = store.Keep(Runs(i)));
            for (var i = 0; i < kept.Length; i++)
                Assert.Equal(Runs(i), kept[i].ToArray());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4_096)]
    [InlineData(70_000)]
    public void AnyNumberOfRunsIsKept(int count)
    {
        using var store = new RunStore();
        ulong[] before = [7, 8], runs = [.. Enumerable.Range(0, count).Select(i => (ulong)i)];
        var (first, second, third) = (store.Keep(before), store.Keep(runs), store.Keep(before));
        Assert.Equal(before, first.ToArray());
        Assert.Equal(runs, second.ToArray());
        Assert.Equal(before, third.ToArray());
    }

    private static ulong[] Runs(int of) => [.. Enumerable.Range(0, of % 500).Select(i => ((ulong)of << 32) | (uint)i)];
}
