using Digest.Days;
using Xunit.Abstractions;

namespace Digest.Tests.Days;

/// <summary>Reading, placing and merging measured together on the look-alikes, as uploads come: texts alone.</summary>
public class LookalikeTests(ITestOutputHelper output)
{
    [Fact]
    public void EveryArticleIsPlacedOnItsDay()
    {
        foreach (var day in Lookalikes.Days)
        {
            var wanted = day["stories"]!.AsArray().SelectMany(s => GoldDayTests.Names(s!["articles"]!)).Distinct().Order(StringComparer.Ordinal);
            Assert.Equal(wanted, Lookalikes.Of(GoldDayTests.Date(day)).Select(f => f.Article.Name).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void StoriesAreGroupedAsPeopleGroupThem()
    {
        int both = 0, predicted = 0, wanted = 0;
        foreach (var day in Lookalikes.Days)
        {
            var date = GoldDayTests.Date(day);
            var gold = GoldDayTests.GoldPairs(day).ToHashSet();
            var got = GoldDayTests.StoryPairs(Lookalikes.Of(date)).ToHashSet();
            both += gold.Intersect(got).Count();
            predicted += got.Count;
            wanted += gold.Count;
            foreach (var wrong in got.Except(gold))
                output.WriteLine($"{date:O} joined wrongly: {wrong}");
            foreach (var missed in gold.Except(got))
                output.WriteLine($"{date:O} not joined: {missed}");
        }

        var (precision, recall) = (both / (double)predicted, both / (double)wanted);
        output.WriteLine(FormattableString.Invariant($"stories: P {precision:0.000} R {recall:0.000} F1 {GoldDayTests.F1(precision, recall):0.000} over {wanted} pairs"));
        Assert.True(precision >= 0.97);
        Assert.True(recall >= 0.97);
    }

    [Fact]
    public void SharedCopyIsFoundAndNoMore()
    {
        var articles = Lookalikes.Days.SelectMany(d => Lookalikes.Of(GoldDayTests.Date(d))).ToArray();
        var got = GoldDayTests.CopyPairs(articles);
        var gold = Lookalikes.Days.SelectMany(d => d["sharedCopy"]!.AsArray()).SelectMany(g => GoldDayTests.Pairs(GoldDayTests.Names(g!)));

        Assert.Equal(gold.Order(), got.Order());
    }

    [Fact]
    public void ClaimsAreThoseThatPeopleList()
    {
        var measure = new ClaimMeasure(output.WriteLine);
        foreach (var day in Lookalikes.Days)
            measure.Add([.. GoldClaim.Of(day)], DayMerger.Merge(GoldDayTests.Date(day), Lookalikes.Of(GoldDayTests.Date(day))));

        output.WriteLine(measure.ToString());
        Assert.True(measure.Precision >= 0.85);
        Assert.True(measure.Recall >= 0.9);
    }
}
