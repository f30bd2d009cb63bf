using System.Text;
using Digest.Days;
using Digest.Facts;
using Digest.News;

namespace Digest.Tests.Days;

/// <summary>What becomes of a day as uploads come late, come again corrected, go, or come without the right date.</summary>
public class UploadsOverTimeTests
{
    private static readonly DateOnly Monday = new(2026, 5, 4);

    private const string Early = "Strike on Homs kills nine\n\nHOMS, Syria, 4 May 2026 (Wire) - An air strike hit a market in Homs on Monday, killing nine people and wounding 12, the rescue service said.\n";

    private const string Late = "Homs hospital speaks of 14 dead\n\nHOMS, Syria, 4 May 2026 (Post) - The air strike on a market in Homs on Monday killed 14 people, the city's main hospital said.\n";

    [Fact]
    public void ALateArticleAddsItsClaimsBesideThoseThatWereThere()
    {
        var fold = DayFold.Of(Monday, [Facts("early.txt", Early)]);
        var before = Killed(fold.Day);

        Assert.Equal([.. before, "14 by the city's main hospital"], Killed(fold.Replace(Facts("late.txt", Late)).Day).OrderBy(c => c.StartsWith("14", StringComparison.Ordinal)));
    }

    [Fact]
    public void ACorrectedUploadReplacesWhatItSaidBefore()
    {
        var fold = DayFold.Of(Monday, [Facts("early.txt", Early)]).Replace(Facts("early.txt", Early.Replace("nine", "seven", StringComparison.Ordinal)));

        Assert.Equal("7 by the rescue service", Assert.Single(Killed(fold.Day)));
    }

    [Fact]
    public void ADeletedArticleTakesItsClaimsAlongAndNoOthers()
    {
        var fold = DayFold.Of(Monday, [Facts("early.txt", Early), Facts("late.txt", Late)]).Remove("early.txt");

        Assert.Equal("14 by the city's main hospital", Assert.Single(Killed(fold.Day)));
        Assert.DoesNotContain(fold.Day.Sources, s => s.Name == "early.txt");
    }

    [Fact]
    public void OneTextUnderTwoNamesIsOneArticleThatCarriesItsClaimsOnce()
    {
        var day = DayFold.Of(Monday, [Facts("early.txt", Early), Facts("again.txt", Early)]).Day;

        Assert.Equal(("again.txt", "early.txt"), (Assert.Single(day.Sources).Name, Assert.Single(day.Sources[0].OtherNames)));
        Assert.All(day.Stories.SelectMany(s => s.Events).SelectMany(e => e.Claims), c => Assert.Single(c.Citations));
    }

    [Fact]
    public void AMisdatedUploadGoesToTheDayOfItsStory()
    {
        var undated = Late.Replace("HOMS, Syria, 4 May 2026 (Post) - ", "", StringComparison.Ordinal);
        var misdated = FactExtractor.Extract(Article("late.txt", undated, new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero)));

        Assert.Equal([Monday], DayPlacer.Place([Facts("early.txt", Early), misdated]).Keys);
    }

    [Fact]
    public void AnOldStoryPrintedAgainIsNoPartOfToday()
    {
        var reprint = Facts("reprint.txt", "From the archive: strike on Homs kills nine\n\nFirst published 3 May 2016\n\nHOMS - An air strike hit a market in Homs on Tuesday, killing nine people, the rescue service said.\n");

        Assert.Equal([new DateOnly(2016, 5, 3), Monday], DayPlacer.Place([Facts("early.txt", Early), reprint]).Keys);
    }

    private static string[] Killed(Day day) => [.. day.Stories.SelectMany(s => s.Events).SelectMany(e => e.Claims).Where(c => c.Effect == HarmEffect.Killed).Select(c => $"{c.Count} by {c.Claimant}")];

    private static ArticleFacts Facts(string name, string text) => FactExtractor.Extract(Article(name, text, null));

    private static Article Article(string name, string text, DateTimeOffset? at) => ArticleReader.Read(new(name, Encoding.UTF8.GetBytes(text)) { UploadedAt = at }).Article!;
}
