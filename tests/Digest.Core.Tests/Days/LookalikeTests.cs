using Digest.Days;
using Xunit.Abstractions;

namespace Digest.Tests.Days;

/// <summary>Reading, placing and merging measured together on articles of our own, as uploads come: texts alone.</summary>
public class LookalikeTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("lookalikes")]
    [InlineData("unseen-days")]
    [InlineData("unseen-days-2")]
    public void EveryArticleIsPlacedOnItsDay(string set)
    {
        var articles = DaySet.Named(set);
        foreach (var day in articles.Days)
        {
            var wanted = day["stories"]!.AsArray().SelectMany(s => GoldDayTests.Names(s!["articles"]!)).Distinct().Order(StringComparer.Ordinal);
            Assert.Equal(wanted, articles.Of(GoldDayTests.Date(day)).Select(f => f.Article.Name).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("lookalikes", false, 0.97, 0.97)]
    [InlineData("unseen-days", true, 0.97, 0.95)]
    [InlineData("unseen-days-2", true, 0.97, 0.97)]
    public void StoriesAreGroupedAsPeopleGroupThem(string set, bool inPassing, double leastPrecision, double leastRecall)
    {
        int both = 0, predicted = 0, wanted = 0;
        var articles = DaySet.Named(set);
        foreach (var day in articles.Days)
        {
            var date = GoldDayTests.Date(day);
            var gold = GoldDayTests.GoldPairs(day).ToHashSet();
            var got = (inPassing ? PairsInPassing(articles, date) : GoldDayTests.StoryPairs(articles.Of(date))).ToHashSet();
            both += gold.Intersect(got).Count();
            predicted += got.Count;
            wanted += gold.Count;
            foreach (var wrong in got.Except(gold))
                output.WriteLine($"{date:O} joined wrongly: {wrong}");
            foreach (var missed in gold.Except(got))
                output.WriteLine($"{date:O} not joined: {missed}");
        }

        var (precision, recall) = (both / (double)predicted, both / (double)wanted);
        output.WriteLine(FormattableString.Invariant($"{set} stories: P {precision:0.000} R {recall:0.000} F1 {GoldDayTests.F1(precision, recall):0.000} over {wanted} pairs"));
        Assert.True(precision >= leastPrecision);
        Assert.True(recall >= leastRecall);
    }

    // The unseen days list an article under each story that it tells, were it in its last sentence only; so do the digest's stories.
    private static IEnumerable<(string, string)> PairsInPassing(DaySet articles, DateOnly date)
    {
        var day = DayMerger.Merge(date, articles.Of(date));
        return day.Stories.SelectMany(s => GoldDayTests.Pairs(s.SourceNumbers.Select(n => day.Sources[n - 1].Name).Distinct(StringComparer.Ordinal))).Distinct();
    }

    [Theory]
    [InlineData("lookalikes")]
    [InlineData("unseen-days")]
    [InlineData("unseen-days-2")]
    public void SharedCopyIsFoundAndNoMore(string set)
    {
        var articles = DaySet.Named(set);
        var got = GoldDayTests.CopyPairs(articles.Days.SelectMany(d => articles.Of(GoldDayTests.Date(d))));
        var gold = articles.Days.SelectMany(d => d["sharedCopy"]!.AsArray()).SelectMany(g => GoldDayTests.Pairs(GoldDayTests.Names(g!)));

        Assert.Equal(gold.Order(), got.Order());
    }

    [Theory]
    [InlineData("lookalikes", 0.9, 0.94)]
    [InlineData("unseen-days", 0.84, 0.88)]
    [InlineData("unseen-days-2", 0.81, 0.89)]
    public void ClaimsAreThoseThatPeopleList(string set, double leastPrecision, double leastRecall)
    {
        var articles = DaySet.Named(set);
        var measure = new ClaimMeasure(output.WriteLine);
        foreach (var day in articles.Days)
            measure.Add([.. GoldClaim.Of(day, articles.SameEntity)], DayMerger.Merge(GoldDayTests.Date(day), articles.Of(GoldDayTests.Date(day))));

        output.WriteLine($"{set} {measure}");
        Assert.True(measure.Precision >= leastPrecision);
        Assert.True(measure.Recall >= leastRecall);
    }
}
