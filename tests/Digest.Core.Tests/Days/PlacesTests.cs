using Digest.Days;

namespace Digest.Tests.Days;

public class PlacesTests
{
    [Theory]
    [InlineData("North Waziristan", "South Waziristan", nameof(PlaceRelation.Apart))]
    [InlineData("North Waziristan", "Waziristan", nameof(PlaceRelation.Same))]
    [InlineData("north of Baghdad", "south of Baghdad", nameof(PlaceRelation.Within))]     // directions say where roughly
    [InlineData("Northern Syria", "Syria", nameof(PlaceRelation.Within))]
    [InlineData("Rutba", "Anbar", nameof(PlaceRelation.Within))]                            // the gazetteer knows
    [InlineData("Rutba", "Basra", nameof(PlaceRelation.Apart))]
    [InlineData("Kosti", "Kusti", nameof(PlaceRelation.Same))]
    [InlineData("Harir air base", "Iraq's Kurdistan region", nameof(PlaceRelation.Within))]  // by its province
    [InlineData("Tabayin Monastery", "Depayin", nameof(PlaceRelation.Within))]               // named after the town it is in
    [InlineData("Mosul", "Syria", nameof(PlaceRelation.Apart))]
    [InlineData("Mosul", "Iraq", nameof(PlaceRelation.Unknown))]                             // so is any place of the country
    [InlineData("Al Qaim", "the border with Syria", nameof(PlaceRelation.Unknown))]
    [InlineData("Tripoli", "Lebanon", nameof(PlaceRelation.Unknown))]                        // there is one there too
    [InlineData("Umm Zarzur", "Iraq", nameof(PlaceRelation.Unknown))]
    [InlineData("south of Baghdad", "Jurf al-Sakhar", nameof(PlaceRelation.Unknown))]
    [InlineData("south of Baghdad", "Nyala", nameof(PlaceRelation.Apart))]                   // no direction reaches so far
    [InlineData("west of Hodeidah", "Red Sea", nameof(PlaceRelation.Unknown))]               // a sea has no one place to reckon from
    [InlineData("Kosti", "the base", nameof(PlaceRelation.Unknown))]
    [InlineData("Borno village", "Gajo", nameof(PlaceRelation.Unknown))]                     // some village of the state
    [InlineData("Borno village", "Borno", nameof(PlaceRelation.Within))]
    public void PlacesAreComparedByNameDirectionAndWhatLiesInWhat(string a, string b, string relation)
    {
        Assert.Equal(relation, new Places().Compare(a, b).ToString());
        Assert.Equal(relation, new Places().Compare(b, a).ToString());
    }

    [Theory]
    [InlineData("south of Baghdad", "Jurf al-Sakhar", true)]
    [InlineData("Jurf al-Sakhar", "south of Baghdad", true)]
    [InlineData("north of Baghdad", "Jurf al-Sakhar", false)]
    [InlineData("south of Baghdad", "Basra", false)]                                         // too far
    [InlineData("west of Mosul", "Sinjar", true)]
    [InlineData("near Baghdad", "Jurf al-Sakhar", false)]                                    // no side is told
    [InlineData("south of Nowhereabad", "Jurf al-Sakhar", false)]
    [InlineData(null, "Jurf al-Sakhar", false)]
    public void ATownMayBeWhatSouthOfAnotherMeans(string? a, string? b, bool may) => Assert.Equal(may, Places.MayBeBeside(a, b));

    [Theory]
    [InlineData("the maternity ward of Kosti", "Kosti")]
    [InlineData("Kharkiv bus depot", "Kharkiv")]
    [InlineData("Nine bodies brought to Kosti", null)]                                       // where they came to
    [InlineData("a bus carrying recruits", null)]
    [InlineData("Iran", null)]                                                               // a country is whom it was aimed at
    public void WhatWasHitMayNameThePlace(string target, string? place) => Assert.Equal(place, Places.NamedIn(target));
}
