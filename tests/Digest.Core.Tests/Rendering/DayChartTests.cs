using AngleSharp.Html.Parser;
using Digest.Editions;
using Digest.Facts;
using Digest.Rendering;
using Digest.Rendering.Model;

namespace Digest.Tests.Rendering;

/// <summary>The picture of a day and the week before it: bars as high as their figures, days without articles marked, everything in a table too.</summary>
public sealed class DayChartTests
{
    private static readonly DateOnly Date = ModelDay.Day.Date;

    private static PastEvent Strike(CountRange? killed) => new(EventType.AirStrike, "Air strike in Harir", null, killed, null);

    private static DayChart Chart(params PastDay[] held) => DayChart.Of(With(held))!;

    private static Edition With(params PastDay[] held) => Edition.Draft(Publication.Default, ModelDay.Day, Week.Before(Date, held));

    [Fact]
    public void AWeekWithoutArticlesHasNoPicture()
    {
        Assert.Null(DayChart.Of(With()));
        Assert.Null(DayChart.Of(ModelDay.Edition));
    }

    [Theory]
    [InlineData(10, 10, 200, 0)]
    [InlineData(5, 10, 100, 100)]
    [InlineData(0, 0, 0, 0)]
    [InlineData(0, 10, 0, 200)]
    public void ABarReachesFromTheLowestFigureToTheHighest(int low, int high, int lower, int range)
    {
        var bar = Chart(new PastDay(Date.AddDays(-1), 1) { Events = [Strike(CountRange.Between(low, high)), Strike(CountRange.Exactly(10))] }).Days[6].Bars[0];

        Assert.Equal((lower, range, DayChart.Height - lower), (bar.Low, bar.Range, bar.Y));
    }

    [Fact]
    public void AFigureTooSmallForTheScaleIsStillSeen() =>
        Assert.True(Chart(new PastDay(Date.AddDays(-1), 1) { Events = [Strike(CountRange.Exactly(1)), Strike(CountRange.Exactly(5_000))] }).Days[6].Bars[0].Low > 0);

    [Fact]
    public void BarsStandApartWithinTheirDay()
    {
        var chart = Chart(new PastDay(Date.AddDays(-1), 1) { Events = [.. Enumerable.Range(1, 200).Select(n => Strike(CountRange.Exactly(n)))] });

        Assert.All(chart.Days, day =>
        {
            var drawn = day.Bars.Where(bar => bar.Width > 0).ToList();
            Assert.All(drawn, bar => Assert.True(bar.X >= day.X && bar.X + bar.Width <= day.X + day.Width));
            Assert.All(drawn.Zip(drawn.Skip(1)), pair => Assert.True(pair.First.X + pair.First.Width <= pair.Second.X));
        });
        Assert.Equal(200, chart.Days[6].Bars.Length);
    }

    [Fact]
    public void ThePageSaysWhichDaysHadNoArticlesAndHasEveryFigureInATable()
    {
        var edition = With(new PastDay(Date.AddDays(-1), 2) { Events = [Strike(CountRange.AtLeast(3)), Strike(null)] }, new PastDay(Date.AddDays(-2), 1));
        var page = new HtmlParser().ParseDocument(EditionRenderer.Render(edition, ModelDay.Texts, ModelDay.Templates)["page.html"].Text);

        var rows = page.QuerySelectorAll(".cd-days tbody tr").Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent))).ToList();

        Assert.Equal(8, rows.Count);
        Assert.Equal("19 November | none received | not known", rows[4]);
        Assert.Equal("20 November | 1 | none reported", rows[5]);
        Assert.Equal("21 November | 2 | Air strike in Harir: sources give at least 3 killedAir strike in Harir: no number of killed given", rows[6]);
        Assert.Contains("at least 3 to 8 killed", rows[7], StringComparison.Ordinal);
        Assert.Equal("img", page.QuerySelector("svg")!.GetAttribute("role"));
        Assert.Equal(["cd-chart-title", "cd-chart-desc"], page.QuerySelectorAll("svg > title, svg > desc").Select(element => element.Id));
        Assert.Contains("No articles were received for 15 November, 16 November, 17 November, 18 November and 19 November.", page.QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void AMailAndAFragmentHaveNoPicture()
    {
        var rendered = EditionRenderer.Render(With(new PastDay(Date.AddDays(-1), 1) { Events = [Strike(CountRange.Exactly(3))] }), ModelDay.Texts, ModelDay.Templates);

        Assert.Contains("<svg", rendered["page.html"].Text, StringComparison.Ordinal);
        Assert.All(rendered.Files.Where(file => file.Name != "page.html"), file => Assert.DoesNotContain("<svg", file.Text, StringComparison.Ordinal));
    }
}
