using Digest.Days;
using Digest.Facts;

namespace Digest.Tests.Days;

public sealed class EventLabelTests
{
    [Theory]
    [InlineData(EventType.AirStrike, "United States", "Harir", true, "US air strikes in Harir, 3 May")]
    [InlineData(EventType.AirStrike, "Israel", "southern Lebanon", false, "Israeli air strike in southern Lebanon, 3 May")]
    [InlineData(EventType.DroneAttack, "Kataib Hezbollah", "Ain al-Asad base", false, "Kataib Hezbollah drone attack at the Ain al-Asad base, 3 May")]
    [InlineData(EventType.Attack, "Iran-aligned militias", "region", true, "Attacks by Iran-aligned militias in the region, 3 May")]
    [InlineData(EventType.Attack, "Several hundred gunmen", "Gao", false, "Attack by several hundred gunmen in Gao, 3 May")]
    [InlineData(EventType.Shooting, "Suspected Boko Haram fighters", "Gao", false, "Shooting by suspected Boko Haram fighters in Gao, 3 May")]
    [InlineData(EventType.Shooting, "Gunmen", "Gao", false, "Shooting by gunmen in Gao, 3 May")]
    [InlineData(EventType.Shooting, "gunmen", null, false, "Shooting by gunmen, 3 May")]
    [InlineData(EventType.Shooting, "Gunmen", "North Waziristan", false, "Shooting by gunmen in North Waziristan, 3 May")]
    [InlineData(EventType.AirStrike, "US military", "south of Baghdad", false, "US military air strike south of Baghdad, 3 May")]
    [InlineData(EventType.MissileAttack, null, "Al Qaim sector", false, "Missile attack in the Al Qaim sector, 3 May")]
    [InlineData(EventType.Clash, "army", "Merowe", true, "Clashes involving army in Merowe, 3 May")]
    [InlineData(EventType.Attack, "jihadist", "Djibo", false, "Jihadist attack in Djibo, 3 May")]
    [InlineData(EventType.Clash, null, "Maguindanao town", false, "Clash in Maguindanao town, 3 May")]
    [InlineData(EventType.Bombing, null, "Shabwa province", false, "Bombing in Shabwa province, 3 May")]
    [InlineData(EventType.AirStrike, null, "drone assembly shops", false, "Air strike, 3 May")]
    [InlineData(EventType.Attack, null, "market", false, "Attack at the market, 3 May")]
    public void ALabelReadsAsAHeadingWould(EventType type, string? actor, string? place, bool plural, string label) =>
        Assert.Equal(label, EventLabel.Of(type, actor, place, "3 May", plural));

    [Theory]
    [InlineData("Jihadist attack in Djibo", "jihadist attack in Djibo")]
    [InlineData("Air strike in Djibo", "air strike in Djibo")]
    [InlineData("Houthi attack in Djibo", "Houthi attack in Djibo")]
    public void OnlyANameKeepsItsCapitalInASentence(string label, string within) => Assert.Equal(within, EventLabel.InSentence(label));

    [Fact]
    public void TheDayIsTakenOffAgain() => Assert.Equal("US strikes in Harir",
        EventLabel.Undated(new("e", EventType.AirStrike, "US strikes in Harir, about 3 May", []) { Date = new(2024, 5, 3), DatePrecision = DatePrecision.Around }));

    [Theory]
    [InlineData("The enemy shelled Bannu on Friday, killing four people, police said.", "Attack in Bannu, 3 May")]
    [InlineData("Terrorists shelled Bannu on Friday, killing four people, police said.", "Attack in Bannu, 3 May")]
    [InlineData("Rebels shelled Bannu on Friday, killing four people, police said.", "Attack by rebels in Bannu, 3 May")]
    public void NobodyIsCalledByAWordThatTakesASide(string text, string label)
    {
        var day = DayMerger.Merge(new(2024, 5, 3), [FactExtractor.Extract(Some.Article(text) with { Date = new(2024, 5, 3) })]);

        Assert.Equal(label, Assert.Single(day.Stories.SelectMany(story => story.Events)).Label);
    }
}
