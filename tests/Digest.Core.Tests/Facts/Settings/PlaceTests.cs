using Digest.Facts;

namespace Digest.Tests.Facts;

public class PlaceTests
{
    [Theory]
    [InlineData("A bomb killed four guards in Mosul.", "kill", "Mosul")]
    [InlineData("A bomb killed four guards in the town of Tal Afar.", "kill", "Tal Afar")]
    [InlineData("A bomb killed four guards in the northern Iraqi city of Mosul.", "kill", "Mosul")]
    [InlineData("A bomb killed four guards near the Sharqat bridge on the outskirts of Mosul.", "kill", "Sharqat bridge")]
    [InlineData("A bomb killed four guards on the road between Tikrit and Baiji, in the province of Salahuddin.", "kill", "Salahuddin")]
    [InlineData("A bomb killed four guards south of Kirkuk.", "kill", "south of Kirkuk")]
    [InlineData("A bomb killed four guards 12 km west of the port of Aden.", "kill", "12 km west of the port of Aden")]
    [InlineData("A bomb killed four guards in Pakistan's Quetta.", "kill", "Quetta")]
    [InlineData("A bomb killed four guards at a market.", "kill", "a market")]
    [InlineData("In Mosul, a bomb killed four guards.", "kill", "Mosul")]
    [InlineData("A drone attack on a truck in the village of Sinjar killed four guards.", "kill", "Sinjar")]
    [InlineData("A bomb went off in Mosul, killing four guards.", "kill", "Mosul")]
    [InlineData("Four guards were killed and two others were hurt in Mosul.", "kill", "Mosul")]
    [InlineData("Four guards died when a shell hit a checkpoint near Mosul.", "die", "Mosul")]
    [InlineData("Air raids west of Mosul that killed four guards were condemned.", "kill", "west of Mosul")]
    public void ThePlaceOfAClauseIsFound(string text, string verb, string place) => Assert.Equal(place, SettingOf(text, verb).Place);

    [Theory]
    [InlineData("A bomb killed four guards.", "kill")]
    [InlineData("A bomb killed four guards, an official said in Mosul.", "kill")]     // where he spoke, not where they died
    [InlineData("A bomb killed four guards on Friday.", "kill")]
    [InlineData("A bomb killed four guards in retaliation.", "kill")]
    [InlineData("The driver died in hospital.", "die")]                               // where he was brought
    public void WhereTheClauseSaysNothingThereIsNoPlace(string text, string verb) => Assert.Null(SettingOf(text, verb).Place);

    [Fact]
    public void ThePlaceStandsAtItsSpan()
    {
        const string Text = "A bomb killed four guards in the town of Tal Afar, an official said in Mosul.";
        var setting = SettingOf(Text, "kill");

        Assert.Equal(setting.Place, setting.PlaceSpan!.Value.In(Text));
    }

    private static Setting SettingOf(string text, string verb)
    {
        var document = Some.Document(text, new DateOnly(2025, 3, 12));
        var sentence = Assert.Single(document.Sentences);
        return Digest.Facts.Settings.Of(document).Of(sentence, Assert.Single(sentence.Clauses, c => c.Lemma == verb));
    }
}
