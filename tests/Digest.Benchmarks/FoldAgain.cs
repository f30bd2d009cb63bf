using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Digest.Days;

namespace Digest.Benchmarks;

/// <summary>Folds one day again and again, for a profiler to look at; prints a hash of the day it gives (the same each time, and for each version of the fold that means to change nothing) and what it took.</summary>
internal static class FoldAgain
{
    public static void Run(int articles, int times)
    {
        var facts = new WireDay(1).Articles(articles);
        for (var i = 0; i < times; i++)
        {
            GC.Collect();
            var (watch, processor, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
            var day = DayMerger.Merge(WireDay.Date, facts);
            var (took, clock, allocated) = (Environment.CpuUsage.TotalTime - processor, watch.Elapsed, GC.GetTotalAllocatedBytes(precise: true) - before);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{Convert.ToHexStringLower(SHA256.HashData(DayJson.Write(day)))[..12]}: {took.TotalMilliseconds:N0} ms of the processor, {clock.TotalMilliseconds:N0} ms, {allocated / 1e6:N0} MB, collecting {GC.GetTotalPauseDuration().TotalMilliseconds:N0} ms since the start"));
        }
    }
}
