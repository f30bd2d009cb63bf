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
    [InlineData("Kosti", "the base", nameof(PlaceRelation.Unknown))]
    public void PlacesAreComparedByNameDirectionAndWhatLiesInWhat(string a, string b, string relation)
    {
        Assert.Equal(relation, new Places().Compare(a, b).ToString());
        Assert.Equal(relation, new Places().Compare(b, a).ToString());
    }

    [Theory]
    [InlineData("the maternity ward of Kosti", "Kosti")]
    [InlineData("Kharkiv bus depot", "Kharkiv")]
    [InlineData("a bus carrying recruits", null)]
    [InlineData("Iran", null)]                                                               // a country is whom it was aimed at
    public void WhatWasHitMayNameThePlace(string target, string? place) => Assert.Equal(place, Places.NamedIn(target));
}
