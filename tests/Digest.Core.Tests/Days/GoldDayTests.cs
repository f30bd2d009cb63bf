using System.Globalization;
using System.Text.Json.Nodes;
using Digest.Days;
using Xunit.Abstractions;

namespace Digest.Tests.Days;

/// <summary>The fold measured against the days that people set out for the written articles, from the facts that people read.</summary>
public class GoldDayTests(ITestOutputHelper output)
{
    [Fact]
    public void StoriesAreGroupedAsPeopleGroupThem()
    {
        int both = 0, predicted = 0, wanted = 0;
        foreach (var day in Gold.Days)
        {
            var facts = Gold.Of(Date(day));
            var gold = GoldPairs(day).ToHashSet();
            var got = StoryPairs(facts).ToHashSet();
            both += gold.Intersect(got).Count();
            predicted += got.Count;
            wanted += gold.Count;
            foreach (var wrong in got.Except(gold))
                output.WriteLine($"{Date(day):O} joined wrongly: {wrong}");
            foreach (var missed in gold.Except(got))
                output.WriteLine($"{Date(day):O} not joined: {missed}");
        }

        var (precision, recall) = (both / (double)predicted, both / (double)wanted);
        output.WriteLine(FormattableString.Invariant($"stories: P {precision:0.000} R {recall:0.000} F1 {F1(precision, recall):0.000} over {wanted} pairs"));
        Assert.True(precision >= 0.97);
        Assert.True(F1(precision, recall) >= 0.95);
    }

    [Fact]
    public void SharedCopyIsFoundAmongAllArticles()
    {
        var articles = Gold.All.ToArray();
        var got = CopyPairs(articles).ToHashSet();
        var gold = Gold.Days.SelectMany(d => d["sharedCopy"]?.AsArray() ?? []).SelectMany(g => Pairs(Names(g!)))
            .Concat([Pair("000_76e1fea944d9e358.txt", "001_0de35cad8aa68667.txt"), Pair("000_76e1fea944d9e358.txt", "002_f34d48e11230b6b0.txt")]).ToHashSet();

        output.WriteLine(string.Join(" ", got.Except(gold)) + " missed " + string.Join(" ", gold.Except(got)));
        Assert.Equal(gold.Order(), got.Order());
    }

    // The floors hold what is reached; docs/accuracy.md says what is missed.
    [Theory]
    [InlineData(false, 0.9, 0.95)]
    [InlineData(true, 0.88, 0.93)]
    public void ClaimsAreThoseThatPeopleList(bool extracted, double leastPrecision, double leastRecall)
    {
        var measure = new ClaimMeasure(output.WriteLine);
        foreach (var day in Gold.Days.Where(d => d["claims"] is not null))
            measure.Add([.. GoldClaim.Of(day, Gold.SameEntity)], DayMerger.Merge(Date(day), extracted ? Gold.Extracted(Date(day)) : Gold.Of(Date(day))));

        output.WriteLine(measure.ToString());
        Assert.True(measure.Precision >= leastPrecision);
        Assert.True(measure.Recall >= leastRecall);
    }

    internal static IEnumerable<(string, string)> GoldPairs(JsonNode day) => day["stories"] is JsonArray stories
        ? stories.SelectMany(s => Pairs(Names(s!["articles"]!))).Distinct()
        : Pairs(Names(day["articles"]!));

    internal static IEnumerable<(string, string)> StoryPairs(IEnumerable<Digest.Facts.ArticleFacts> facts)
    {
        var work = new FoldWork(default);
        work.MoveTo(facts);
        return work.Stories.SelectMany(g => Pairs(g.Units.Select(u => u.Source.Name).Distinct(StringComparer.Ordinal))).Distinct();
    }

    internal static IEnumerable<(string, string)> CopyPairs(IEnumerable<Digest.Facts.ArticleFacts> facts) => DayMerger.MergeExplained(default, facts).Joins.Where(j => j.Kind == JoinKind.Copy).Select(j => Pair(j.First, j.Second));

    internal static IEnumerable<string> Names(JsonNode list) => list.AsArray().Select(n => (string)n!);

    internal static IEnumerable<(string, string)> Pairs(IEnumerable<string> names)
    {
        var all = names.ToArray();
        for (var i = 0; i < all.Length; i++)
        {
            for (var j = i + 1; j < all.Length; j++)
                yield return Pair(all[i], all[j]);
        }
    }

    internal static (string, string) Pair(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);

    internal static DateOnly Date(JsonNode day) => DateOnly.ParseExact((string)day["date"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static double F1(double precision, double recall) => precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
}
