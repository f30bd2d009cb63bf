using Digest.Days;
using Digest.Facts;

namespace Digest.Tests.Days;

/// <summary>An event that takes in its reports one by one tells at each step what it would tell of all of them, asked for in between or not.</summary>
public sealed class LocalEventTests
{
    [Fact]
    public void AskingInBetweenChangesNothing()
    {
        var cases = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            foreach (var reports in new RandomFacts(seed).Articles().Select(a => a.Events).Where(e => e.Length > 1))
            {
                cases++;
                var (asked, unasked) = (new LocalEvent(reports[0]), new LocalEvent(reports[0]));
                foreach (var report in reports.Skip(1))
                {
                    _ = (asked.Face, asked.Places, asked.Targets, asked.Sites, asked.NarrowPlaces);
                    asked.Add(report);
                    unasked.Add(report);
                }

                Assert.Equal(Told(unasked), Told(asked));
                Assert.Equal(reports.Select(r => r.Place).OfType<string>().Distinct(), asked.Places);
                Assert.Equal(reports.Select(r => r.Target).OfType<string>().Distinct(), asked.Targets);
                Assert.Equal(reports.Select(r => r.Actor).FirstOrDefault(actor => actor is not null), asked.Actor);
                Assert.Equal(reports.Select(EventKinds.Of).FirstOrDefault(type => type != EventType.Attack, EventType.Attack), asked.Type);
            }
        }

        Assert.True(cases > 200, $"only {cases} articles with more than one report");
    }

    [Fact]
    public void ItsDaysAreThoseThatItsReportsHaveInCommon()
    {
        var day = new DateOnly(2025, 6, 3);
        var told = Report(day, assumed: true);
        var happening = new LocalEvent(told);
        // What is told without a day is of the article's own or of the evening before.
        Assert.Equal(new DayWindow(day.AddDays(-1), day), happening.Window);
        Assert.Equal(new DayWindow(day, day), happening.LikelyDays);
        Assert.Null(happening.NamedDays);
        happening.Add(Report(day.AddDays(-1), assumed: false));
        Assert.Equal(new DayWindow(day.AddDays(-1), day.AddDays(-1)), happening.Window);
        Assert.Equal(happening.Window, happening.NamedDays);
        // "Two strikes since Tuesday" says when they were only where nothing else does.
        happening.Add(Report(day.AddDays(-3), assumed: false) with { Count = 2, LastDate = day });
        Assert.Equal(new DayWindow(day.AddDays(-1), day.AddDays(-1)), happening.Window);
        // What has no day in common with the rest takes nothing from it.
        happening.Add(Report(day.AddDays(-9), assumed: false));
        Assert.Equal(new DayWindow(day.AddDays(-1), day.AddDays(-1)), happening.Window);
    }

    private static EventReport Report(DateOnly date, bool assumed) =>
        new RandomFacts(1).Articles().SelectMany(a => a.Events).First() with { Date = date, LastDate = null, DatePrecision = DatePrecision.Day, IsDateAssumed = assumed, Count = null };

    private static string Told(LocalEvent happening) =>
        string.Join("; ", happening.Face, string.Join(", ", happening.Sites), string.Join(", ", happening.NarrowPlaces), happening.NamedDays, happening.LikelyDays, happening.Reports.Count);
}
