using System.Diagnostics;
using System.Globalization;

namespace Digest.Benchmarks;

/// <summary>Prints how long the rendering of three hundred stories takes, the first time and when the code is warm.</summary>
internal static class RenderTimes
{
    private const int Times = 3;

    public static void Print()
    {
        var benchmark = new RenderBenchmarks();
        benchmark.Make();
        foreach (var file in benchmark.ThreeHundredStories().Files)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Name}: {file.Content.Length / 1e6:N2} MB"));
        var taken = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            GC.Collect();
            var (watch, before) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes(precise: true));
            var rendered = benchmark.ThreeHundredStories();
            taken.Add(watch.Elapsed.TotalMilliseconds);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{taken[^1]:N0} ms, {(GC.GetTotalAllocatedBytes(precise: true) - before) / 1e6:N0} MB allocated, {rendered.Files.Sum(file => file.Content.Length) / 1e6:N1} MB written"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median: {taken.Order().ElementAt(1):N0} ms"));
    }
}
