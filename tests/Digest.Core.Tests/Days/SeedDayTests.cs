using Digest.Days;
using Digest.Facts;

namespace Digest.Tests.Days;

/// <summary>The two days of the sample articles, from the facts that people read: the figures stand in the right events, with the right sources.</summary>
public class SeedDayTests
{
    private static readonly Day November = DayMerger.Merge(new(2023, 11, 22), Gold.Of(new(2023, 11, 22)));
    private static readonly Day January = DayMerger.Merge(new(2024, 1, 24), Gold.Of(new(2024, 1, 24)));

    [Theory]
    [InlineData(EventType.AirStrike, 22, HarmEffect.Killed, "8", "Kataib Hezbollah", new[] { 1, 2 })]
    [InlineData(EventType.AirStrike, 22, HarmEffect.Killed, "5", "Kataib Hezbollah", new[] { 3 })]
    [InlineData(EventType.AirStrike, 22, HarmEffect.Killed, "at least 3", "an Iraqi military official", new[] { 3 })]
    [InlineData(EventType.AirStrike, 22, HarmEffect.Wounded, "7", "an Iraqi military official", new[] { 3 })]
    [InlineData(EventType.AirStrike, 21, HarmEffect.Killed, "1", "Kataib Hezbollah", new[] { 1 })]
    [InlineData(EventType.AirStrike, 21, HarmEffect.Killed, "", "US officials", new[] { 1 })]
    [InlineData(EventType.MissileAttack, 21, HarmEffect.Wounded, "8", "US officials", new[] { 1 })]
    public void EachClaimStandsInItsEvent(EventType type, int day, HarmEffect effect, string count, string claimant, int[] articles)
    {
        var claims = November.Stories.SelectMany(s => s.Events).Where(e => e.Type == type && e.Date == new DateOnly(2023, 11, day)).SelectMany(e => e.Claims);

        var claim = Assert.Single(claims, c => c.Effect == effect && c.Count.ToString() == count && c.Claimant == claimant);
        Assert.Equal(articles, claim.Citations.Select(c => c.SourceNumber).Distinct());
    }

    [Fact]
    public void TheRangeRunsFromTheLowestToTheHighestFigure()
    {
        var tally = Assert.Single(November.Stories.SelectMany(s => s.Events).SelectMany(e => e.Tallies), t => t.Status.HasFlag(EvidenceStatus.SourcesConflict));

        Assert.Equal("at least 3 to 8", tally.Text);
        Assert.Equal(CountRange.Between(3, 8), tally.Range);
    }

    [Fact]
    public void TwoFiguresOfOneSourceAreSaidToBe() =>
        Assert.Contains("Two different figures are attributed to Kataib Hezbollah: eight and five. The articles do not show which is later.", November.Stories.SelectMany(s => s.Events).SelectMany(e => e.Notes));

    [Fact]
    public void AStrikeAndTheAnswerToItAreTwoEvents() =>
        Assert.DoesNotContain(November.Stories.SelectMany(s => s.Events), e => e.Type == EventType.MissileAttack && e.Actor is not null);

    [Fact]
    public void ThreeArticlesOfOneAgencysCopyAreOneLine() => Assert.Equal([1, 1, 1], November.Sources.Select(s => s.Line));

    [Fact]
    public void BothQuotationsOfTheGovernmentStandOnceWithTheirArticles()
    {
        var said = November.Stories.SelectMany(s => s.Reactions).SelectMany(r => r.Wordings).Where(w => w.IsVerbatim).ToArray();

        Assert.Equal(2, said.Length);
        Assert.All(said, w => Assert.Equal([1, 2], w.Citations.Select(c => c.SourceNumber)));
    }

    [Theory]
    [InlineData("the Hashed", "1", FigureStatus.Current)]
    [InlineData("an interior ministry official and a source in the Hashed", "2", FigureStatus.Superseded)]
    [InlineData("Militia sources", "2", FigureStatus.Current)]
    public void TheDeadAtAlQaimStandWithWhoStatesThem(string claimant, string count, FigureStatus status)
    {
        var claims = January.Stories.SelectMany(s => s.Events).SelectMany(e => e.Claims).Where(c => c.Effect == HarmEffect.Killed);

        Assert.Equal(status, Assert.Single(claims, c => (c.Claimant == claimant || (claimant == "the Hashed" && c.Claimant == Digest.Names.Entities.DisplayName(claimant))) && c.Count.ToString() == count).Status);
    }

    [Fact]
    public void TheSpokesmansStatementStandsOnceInTwoTranslations()
    {
        var entry = Assert.Single(January.Stories.SelectMany(s => s.Reactions), r => r.Wordings.Any(w => w.Words.Contains("undermines years", StringComparison.Ordinal)));

        Assert.Equal([1, 2], entry.Wordings.SelectMany(w => w.Citations).Select(c => c.SourceNumber).Order());
        Assert.Contains(entry.Wordings, w => w.Words.StartsWith("undermine years", StringComparison.Ordinal));
    }
}
