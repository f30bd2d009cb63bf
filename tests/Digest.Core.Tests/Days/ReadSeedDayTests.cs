using Digest.Days;
using Digest.Facts;
using Digest.News;
using Digest.Tests.Rendering;

namespace Digest.Tests.Days;

/// <summary>The two days of the sample articles as the program itself reads, places and merges them: what an editor would look for on the page.</summary>
public class ReadSeedDayTests
{
    private static readonly Dictionary<DateOnly, Day> Days = DayPlacer.Place(
            Directory.EnumerateFiles(Path.Combine(ModelDay.Root, "seeds"), "*.txt").Order(StringComparer.Ordinal)
                .Select(path => FactExtractor.Extract(ArticleReader.Read(new(Path.GetFileName(path), File.ReadAllBytes(path))).Article!)))
        .ToDictionary(p => p.Key, p => DayMerger.Merge(p.Key, p.Value));

    private static readonly Day November = Days[new(2023, 11, 22)];
    private static readonly Day January = Days[new(2024, 1, 24)];

    [Theory]
    [InlineData("US air strikes in Jurf", HarmEffect.Killed, "8", "Kataib Hezbollah", new[] { 1, 2 })]
    [InlineData("US air strikes in Jurf", HarmEffect.Killed, "5", "Kataib Hezbollah", new[] { 3 })]
    [InlineData("US air strikes in Jurf", HarmEffect.Killed, "at least 3", "Iraqi military official", new[] { 3 })]
    [InlineData("US air strikes in Jurf", HarmEffect.Wounded, "7", "Iraqi military official", new[] { 3 })]
    [InlineData("US air strike after missile attack at Ain", HarmEffect.Killed, "1", "Kataib Hezbollah", new[] { 1 })]
    [InlineData("US air strike after missile attack at Ain", HarmEffect.Killed, "", "US officials", new[] { 1 })]
    [InlineData("Missile attack at Ain", HarmEffect.Wounded, "8", "US officials", new[] { 1 })]
    public void TheFiguresOfNovemberStandInTheirEventsWithTheirClaimants(string label, HarmEffect effect, string count, string claimant, int[] articles) =>
        AssertClaim(November, label, effect, count, claimant, articles);

    [Theory]
    [InlineData("Al Qaim", HarmEffect.Killed, "1", "Popular Mobilisation Forces", new[] { 1 })]
    [InlineData("Al Qaim", HarmEffect.Killed, "2", "an interior ministry official and a source in the Hashed", new[] { 1 })]
    [InlineData("Al Qaim", HarmEffect.Wounded, "2", "an interior ministry official and a source in the Hashed", new[] { 1 })]
    [InlineData("US air strikes in the Jurf", HarmEffect.Killed, "2", "Militia sources", new[] { 2 })]
    [InlineData("US air strikes in the Jurf", HarmEffect.Wounded, "2", "Militia sources", new[] { 2 })]
    [InlineData("Ain Al Assad base, 23 January", HarmEffect.Wounded, "", "US military official", new[] { 1 })]
    public void TheFiguresOfJanuaryStandInTheirEventsWithTheirClaimants(string label, HarmEffect effect, string count, string claimant, int[] articles) =>
        AssertClaim(January, label, effect, count, claimant, articles);

    [Fact]
    public void NothingElseIsClaimed()
    {
        Assert.Equal(3, Events(November).Count());
        Assert.Equal(3, Events(January).Count());
        // The government's eight stand beside the group's; the "others wounded" at Al Qaim beside the earlier two.
        Assert.Equal(8, Events(November).Sum(e => e.Claims.Length));
        Assert.Equal(7, Events(January).Sum(e => e.Claims.Length));
    }

    [Theory]
    [InlineData("US air strikes in Syria: three", new[] { 1, 2 })]
    [InlineData("Attacks by Iran-aligned militias in the region since 17 October 2023: more than 60", new[] { 1, 2 })]
    public void WhatNovemberRecallsIsBackground(string line, int[] articles) =>
        Assert.Equal(articles, Assert.Single(Background(November), b => b.Text == line).Citations.Select(c => c.SourceNumber));

    [Theory]
    [InlineData("at least a dozen missiles on Saturday")]
    [InlineData("days after a barrage of ballistic missiles")]
    public void WhatJanuaryRecallsIsBackground(string words) => Assert.Single(Background(January), b => b.Text.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void WhetherOneFigureIsPartOfAnotherIsLeftOpen() =>
        Assert.Contains(November.Stories.SelectMany(s => s.NotKnown), n => n.StartsWith("Whether, by Kataib Hezbollah, the one killed (US air strike after missile attack", StringComparison.Ordinal));

    [Fact]
    public void TheSpokesmansStatementStandsOnceInTwoTranslations()
    {
        var entry = Assert.Single(January.Stories.SelectMany(s => s.Reactions), r => r.Wordings.Any(w => w.Words.Contains("undermines years", StringComparison.Ordinal)));

        Assert.Contains("Rasool", entry.Speaker, StringComparison.Ordinal);
        Assert.Equal([1, 2], entry.Wordings.SelectMany(w => w.Citations).Select(c => c.SourceNumber).Order());
        Assert.Single(January.Stories.SelectMany(s => s.Reactions).Select(r => r.Speaker).Distinct(), s => s.Contains("Rasool", StringComparison.Ordinal));
    }

    [Fact]
    public void TheGroupsThreatStandsOnceInTheWordsOfTwoArticles()
    {
        var entry = Assert.Single(November.Stories.SelectMany(s => s.Reactions), r => r.Stance == Stance.Threaten && r.Speaker == "Kataib Hezbollah");

        Assert.Equal([1, 2], entry.Wordings.SelectMany(w => w.Citations).Select(c => c.SourceNumber).Distinct().Order());
        Assert.Equal("threatened to attack a wider array of targets if US strikes continue", entry.Wordings[0].Words);
    }

    private static void AssertClaim(Day day, string label, HarmEffect effect, string count, string claimant, int[] articles)
    {
        var happening = Assert.Single(Events(day), e => label == "Al Qaim" || label.EndsWith("January", StringComparison.Ordinal) ? e.Label.Contains(label, StringComparison.Ordinal) : e.Label.StartsWith(label, StringComparison.Ordinal));
        var claim = Assert.Single(happening.Claims, c => c.Effect == effect && c.Count.ToString() == count && c.Vague is null && c.Claimant!.EndsWith(claimant, StringComparison.Ordinal));
        Assert.Equal(articles, claim.Citations.Select(c => c.SourceNumber).Distinct());
    }

    private static IEnumerable<Event> Events(Day day) => day.Stories.SelectMany(s => s.Events);

    private static IEnumerable<BackgroundItem> Background(Day day) => day.Stories.SelectMany(s => s.Background);
}
