using System.Diagnostics;
using System.Globalization;

namespace Digest.Benchmarks;

/// <summary>Prints how long the rendering of three hundred stories takes: the first time, while the runtime still compiles it, and when the code is warm.</summary>
internal static class RenderTimes
{
    private const int Warming = 12;
    private const int Times = 15;

    public static void Print()
    {
        var benchmark = new RenderBenchmarks();
        benchmark.Make();
        Console.WriteLine($"the first time: {Once(benchmark)}");
        foreach (var file in benchmark.ThreeHundredStories().Files)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Name}: {file.Content.Length / 1e6:N2} MB"));
        for (var i = 0; i < Warming; i++)
            Once(benchmark);
        var taken = Enumerable.Range(0, Times).Select(_ => Once(benchmark)).ToList();
        Console.WriteLine($"warm, the least: {taken.MinBy(time => time.Clock)}");
        Console.WriteLine($"warm, the median: {taken.OrderBy(time => time.Clock).ElementAt(Times / 2)}");
    }

    private static Taken Once(RenderBenchmarks benchmark)
    {
        GC.Collect();
        var (watch, processor, allocated) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
        var rendered = benchmark.ThreeHundredStories();
        var clock = watch.Elapsed;
        return new(clock, Environment.CpuUsage.TotalTime - processor, GC.GetTotalAllocatedBytes(precise: true) - allocated, rendered.Files.Sum(file => (long)file.Content.Length));
    }

    private sealed record Taken(TimeSpan Clock, TimeSpan Processor, long Allocated, long Written)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Clock.TotalMilliseconds:N0} ms, {Processor.TotalMilliseconds:N0} ms of the processor, {Allocated / 1e6:N0} MB allocated, {Written / 1e6:N1} MB written");
    }
}
