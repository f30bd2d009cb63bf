using System.Diagnostics;
using System.Globalization;
using Digest.Days;
using Digest.Facts;

namespace Digest.Benchmarks;

/// <summary>Prints how the time and the memory of a fold grow with the articles of the day, as Markdown tables: a day of many stories, and a day of one that all its articles tell.</summary>
internal static class Growth
{
    private static readonly int[] Sizes = [100, 300, 1_000, 3_000, 10_000];

    // So many articles more, one after the other.
    private const int More = 20;

    // So many folds of each size: the quickest is the one that others disturb least.
    private const int Times = 7;

    public static void Print(int most)
    {
        // What the first folds pay for reading word lists and compiling is not the fold's.
        WarmUp();
        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} processors, load {Load()}");
        Console.WriteLine("| articles | stories | claims | full fold | of the processor | allocated | one more article | of the processor | at worst |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var count in Sizes.Where(c => c <= most))
            Print(new WireDay(1).Articles(count + More), count);
        Console.WriteLine();
        Console.WriteLine("| articles of one story | stories | claims | full fold | of the processor | allocated | one more article | of the processor | at worst |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var count in Sizes.Where(c => c <= Math.Min(most, 3_000)))
            Print(new WireDay(1).Articles(count + More, stories: 1), count);
        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, load {Load()}");
    }

    private static void WarmUp()
    {
        var facts = new WireDay(9).Articles(3_000);
        for (var i = 0; i < 24; i++)
            DayMerger.Merge(WireDay.Date, facts);
        var fold = DayFold.Of(WireDay.Date, facts);
        for (var i = 0; i < 40; i++)
        {
            fold = fold.Remove(facts[i].Article.Name);
            _ = fold.Day;
            fold = fold.Replace(facts[i]);
            _ = fold.Day;
        }
    }

    private static void Print(ArticleFacts[] made, int count)
    {
        // Those that come late stand here and there among the others, as their names have it, and not at the end.
        var late = Enumerable.Range(0, More).Select(i => made[(i * count / More) + i]).ToArray();
        var facts = made.Except(late).ToArray();
        var (clock, processor, allocated) = (double.MaxValue, double.MaxValue, 0L);
        Day? day = null;
        for (var i = 0; i < Times; i++)
        {
            GC.Collect();
            var (watch, used, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
            day = DayMerger.Merge(WireDay.Date, facts);
            (clock, processor) = (Math.Min(clock, watch.Elapsed.TotalMilliseconds), Math.Min(processor, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds));
            allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        var fold = DayFold.Of(WireDay.Date, facts);
        _ = fold.Day;
        var (added, usedFor) = (new double[More], new double[More]);
        for (var i = 0; i < More; i++)
        {
            var (watch, used) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            fold = fold.Replace(late[i]);
            _ = fold.Day;
            (added[i], usedFor[i]) = (watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
        }

        Array.Sort(added);
        Array.Sort(usedFor);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {count:N0} | {day!.Stories.Length:N0} | {day.Stories.Sum(s => s.Events.Sum(e => e.Claims.Length)):N0} | {clock:N0} ms | {processor:N0} ms | {allocated / 1e6:N0} MB | {added[More / 2]:N0} ms | {usedFor[More / 2]:N0} ms | {usedFor[^1]:N0} ms |"));
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "not known";
}
