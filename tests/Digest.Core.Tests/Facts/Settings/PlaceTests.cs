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
    // Names in other spellings, parts of places, and places within places.
    [InlineData("A bomb killed four guards in Jurf Al Sakhar, south of Baghdad.", "kill", "Jurf Al Sakhar")]
    [InlineData("A bomb killed four guards at Ain Al-Assad air base, west of Baghdad.", "kill", "Ain Al-Assad air base")]
    [InlineData("A bomb killed four guards in the Gaza Strip city of Rafah.", "kill", "Rafah")]
    [InlineData("A bomb killed four guards in the Sabra neighbourhood of Gaza City.", "kill", "Sabra neighbourhood")]
    [InlineData("A bomb killed four guards in the Black Sea port of Odesa.", "kill", "Odesa")]
    [InlineData("A bomb killed four guards at a camp in the northern Burkina Faso town of Djibo.", "kill", "Djibo")]
    [InlineData("A bomb killed four guards near a mosque in the central Mali region of Mopti.", "kill", "Mopti")]
    [InlineData("A bomb killed four guards at a camp in the Bajaur district of Khyber Pakhtunkhwa.", "kill", "Bajaur district")]
    [InlineData("A bomb killed four guards in the eastern Democratic Republic of Congo city of Goma.", "kill", "Goma")]
    [InlineData("A bomb killed four guards in the eastern Democratic Republic of Congo.", "kill", "eastern Democratic Republic of Congo")]
    [InlineData("A bomb killed four guards in Kyauk Sin Gon, a village in Myanmar's Sagaing region.", "kill", "Kyauk Sin Gon")]
    [InlineData("A bomb killed four guards at a checkpoint in Quetta.", "kill", "Quetta")]
    [InlineData("A bomb killed four guards outside the Abdali camp.", "kill", "Abdali camp")]
    [InlineData("A bomb killed four guards on the outskirts of Tal Afar.", "kill", "Tal Afar")]
    [InlineData("A bomb killed four guards off the coast of Hodeidah.", "kill", "Hodeidah")]
    [InlineData("A bomb killed four guards in the occupied West Bank.", "kill", "the occupied West Bank")]
    [InlineData("A bomb killed four guards in Iraq and Syria.", "kill", "Iraq and Syria")]
    [InlineData("A bomb killed four guards in Tripoli, northern Lebanon.", "kill", "Tripoli")]
    // Unknown to the gazetteer: kept as it is written.
    [InlineData("A bomb killed four guards in the village of Umm Zarzur.", "kill", "Umm Zarzur")]
    [InlineData("A bomb killed four guards in Tell Qarmash.", "kill", "Tell Qarmash")]
    [InlineData("A bomb killed four guards near the Zarzur bridge.", "kill", "Zarzur bridge")]
    [InlineData("A bomb killed four guards at Camp Falcon Ridge.", "kill", "Camp Falcon Ridge")]
    public void ThePlaceOfAClauseIsFound(string text, string verb, string place) => Assert.Equal(place, SettingOf(text, verb).Place);

    [Theory]
    [InlineData("A bomb killed four guards.", "kill")]
    [InlineData("A bomb killed four guards, an official said in Mosul.", "kill")]     // where he spoke, not where they died
    [InlineData("A bomb killed four guards on Friday.", "kill")]
    [InlineData("A bomb killed four guards in retaliation.", "kill")]
    [InlineData("The driver died in hospital.", "die")]                               // where he was brought
    [InlineData("A bomb killed four guards in a Telegram post.", "kill")]             // where it was said
    [InlineData("A bomb killed four guards in response to the raid.", "kill")]
    [InlineData("A bomb killed four guards in Kataib Hezbollah.", "kill")]             // of whom they were
    [InlineData("A bomb killed four guards in 2024.", "kill")]
    [InlineData("Jets from a base in Jordan killed four guards.", "kill")]             // where they started
    [InlineData("A bomb killed four guards in all.", "kill")]
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
