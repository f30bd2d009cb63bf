using System.Diagnostics;
using System.Globalization;
using Digest.Days;

namespace Digest.Benchmarks;

/// <summary>Prints how the time and the memory of a fold grow with the articles of the day, as a Markdown table.</summary>
internal static class Growth
{
    private static readonly int[] Sizes = [100, 300, 1_000, 3_000, 10_000];

    public static void Print(int most)
    {
        // What the first fold pays for reading word lists and compiling is not the fold's.
        DayMerger.Merge(WireDay.Date, new WireDay(9).Articles(200));
        Console.WriteLine("| articles | stories | claims | full fold | allocated | one more article |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var count in Sizes.Where(c => c <= most))
        {
            var made = new WireDay(1).Articles(count + 1);
            var facts = made[..count];
            GC.Collect();
            var (watch, before) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes(precise: true));
            var day = DayMerger.Merge(WireDay.Date, facts);
            var (full, allocated) = (watch.Elapsed, GC.GetTotalAllocatedBytes(precise: true) - before);
            var fold = DayFold.Of(WireDay.Date, facts);
            _ = fold.Day;
            watch.Restart();
            _ = fold.Replace(made[count]).Day;
            var added = watch.Elapsed;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {count:N0} | {day.Stories.Length:N0} | {day.Stories.Sum(s => s.Events.Sum(e => e.Claims.Length)):N0} | {full.TotalMilliseconds:N0} ms | {allocated / 1e6:N0} MB | {added.TotalMilliseconds:N0} ms |"));
        }
    }
}
