using System.Runtime.CompilerServices;
using Digest.Benchmarks;
using Digest.Days;

namespace Digest.Tests.Days;

/// <summary>What a fold worked out is let go with it: a process that folds day after day must not grow by each.</summary>
public class FoldLifetimeTests
{
    // So many that a fold works on several threads, each with what it keeps at hand.
    private const int Many = 400;

    [Fact]
    public void NothingHoldsTheArticlesOfAFoldThatIsNoMore() => Assert.False(IsHeldAfter(() =>
    {
        var facts = new WireDay(5).Articles(Many);
        return (DayMerger.Merge(WireDay.Date, facts), facts[0]);
    }));

    [Fact]
    public void NorDoTheyOutliveAFoldThatWasChangedStepByStep() => Assert.False(IsHeldAfter(() =>
    {
        var facts = new WireDay(6).Articles(Many);
        var fold = DayFold.Of(WireDay.Date, facts[..^20]);
        _ = fold.Day;
        foreach (var late in facts[^20..])
        {
            fold = fold.Replace(late);
            _ = fold.Day;
        }

        return (fold, facts[0]);
    }));

    [Fact]
    public void AFoldThatIsKeptKeepsThem()
    {
        var facts = new WireDay(7).Articles(Many);
        var fold = DayFold.Of(WireDay.Date, facts);
        _ = fold.Day;
        Assert.True(IsHeldAfter(() => (fold, facts[0])));
        GC.KeepAlive(fold);
    }

    private static bool IsHeldAfter(Func<(object Made, object Watched)> make)
    {
        var watched = Watch(make);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return watched.IsAlive;
    }

    // On its own, so that no local of the caller holds what it made.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Watch(Func<(object Made, object Watched)> make) => new(make().Watched);
}
