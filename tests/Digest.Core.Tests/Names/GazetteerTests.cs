using Digest.Names;
using Digest.Text;

namespace Digest.Tests.Names;

public sealed class GazetteerTests
{
    [Theory]
    [InlineData("Jurf al-Sakhar", "Jurf al-Sakhar/IQ")]
    [InlineData("Jurf Al Sakhr", "Jurf al-Sakhar/IQ")]
    [InlineData("Jurf al-Sakhar, south of Baghdad", "Jurf al-Sakhar/IQ")]
    [InlineData("Ain Al Assad base", "Ain al-Asad Air Base/IQ")]
    [InlineData("al-Asad Air Base", "Ain al-Asad Air Base/IQ")]
    [InlineData("Ain Al Asad airbase", "Ain al-Asad Air Base/IQ")]
    [InlineData("HARIR AIR BASE", "Harir air base/IQ")]
    [InlineData("Harir", "Harir/IQ")]
    [InlineData("Hariri", null)]
    [InlineData("al-Qaim", "Qaim/IQ")]
    [InlineData("Al Qa'im", "Qaim/IQ")]
    [InlineData("Al Anbar", "Anbar/IQ")]
    [InlineData("Anbar Governorate", "Anbar/IQ")]
    [InlineData("this province", null)]
    [InlineData("Al Rutbah", "Rutba/IQ")]
    [InlineData("Basra", "Basra/IQ")]
    [InlineData("Basra province", "Basra Governorate/IQ")]
    [InlineData("Bosra", "Bosra/SY")]
    [InlineData("northern Aleppo", "Aleppo/SY")]
    [InlineData("Aleppo province", "Aleppo Governorate/SY")]
    [InlineData("Hama", "Hama/SY")]
    [InlineData("Homs", "Homs/SY")]
    [InlineData("Deir Ezzor", "Deir ez-Zor/SY")]
    [InlineData("the port of al-Salif", "Salif/YE")]
    [InlineData("38 nautical miles west of the port of Hodeidah", "Hodeidah/YE")]
    [InlineData("Hudaydah", "Hodeidah/YE")]
    [InlineData("southern Red Sea", "Red Sea/")]
    [InlineData("the Yemeni coast", "Yemen/YE")]
    [InlineData("Iraq's border with Syria", "Iraq/IQ")]
    [InlineData("Iraq's Kurdistan region", "Kurdistan Region/IQ")]
    [InlineData("south of Baghdad", "Baghdad/IQ")]
    [InlineData("near the border with Syria", "Syria/SY")]
    [InlineData("western Iraq", "Iraq/IQ")]
    [InlineData("Yohmor", "Yohmor al-Shaqif/LB")]
    [InlineData("southern Lebanon", "South Lebanon/LB")]
    [InlineData("the hills near Arnoun", "Arnoun/LB")]
    [InlineData("the canteen", null)]
    [InlineData("Zaporozhye", "Zaporizhzhia/UA")]
    [InlineData("Zaporizhzhia region", "Zaporizhzhia Oblast/UA")]
    [InlineData("Kiev", "Kyiv/UA")]
    [InlineData("Kharkov", "Kharkiv/UA")]
    [InlineData("Vasilyevka", "Vasylivka/UA")]
    [InlineData("Energodar", "Enerhodar/UA")]
    [InlineData("Depayin", "Tabayin/MM")]
    [InlineData("Sagaing Region", "Sagaing/MM")]
    [InlineData("Al-Ubayyid", "El Obeid/SD")]
    [InlineData("Er Rahad", "Er Rahad/SD")]
    [InlineData("Aribinda", "Arbinda/BF")]
    [InlineData("Ménaka", "Menaka/ML")]
    [InlineData("Piendamó", "Piendamo/CO")]
    [InlineData("Bijapur district", "Bijapur/IN")]
    [InlineData("northwestern Pakistan", "Pakistan/PK")]
    [InlineData("Gaza", "Gaza Strip/PS")]
    [InlineData("Giza", null)]
    [InlineData("Khan Yunis", "Khan Younis/PS")]
    [InlineData("Beirut's southern suburbs", "Dahiyeh/LB")]
    [InlineData("DR Congo", "Democratic Republic of the Congo/CD")]
    [InlineData("North Kivu province", "North Kivu/CD")]
    [InlineData("Cabo Delgado", "Cabo Delgado/MZ")]
    [InlineData("Niger", "Niger/NE")]
    [InlineData("Nowhereabad", null)]
    [InlineData("", null)]
    public void APlaceIsFoundByItsNameOrStaysUnknown(string written, string? id) => Assert.Equal(id, Gazetteer.Find(written)?.Id);

    [Theory]
    [InlineData("Tripoli", null, "Tripoli/LY")]
    [InlineData("Tripoli", "LB", "Tripoli/LB")]
    [InlineData("Hyderabad", "PK", "Hyderabad/PK")]
    [InlineData("Punjab", "IN", "Punjab/IN")]
    [InlineData("Punjab", "PK", "Punjab/PK")]
    [InlineData("San Marcos", "GT", "San Marcos/GT")]
    public void NamesakesAreDecidedByTheCountryOfTheText(string written, string? country, string expected)
    {
        var place = Gazetteer.Find(written, country)!;

        Assert.Equal(expected, $"{place.Name}/{place.Country}");
    }

    [Theory]
    [InlineData("south of Baghdad", "south of")]
    [InlineData("northern Syria", "northern")]
    [InlineData("near the border with Syria", "near the border with")]
    [InlineData("Jurf al-Sakhar, south of Baghdad", null)]
    [InlineData("Baghdad", null)]
    public void WhatIsToldByAnotherPlaceSaysHow(string written, string? relation) => Assert.Equal(relation, Gazetteer.Locate(written)!.Relation);

    [Theory]
    [InlineData("Jurf al-Sakhar", "Babil", true)]
    [InlineData("Jurf al-Sakhar", "Iraq", true)]
    [InlineData("Harir air base", "Kurdistan Region", true)]
    [InlineData("Harir air base", "Iraq", true)]
    [InlineData("Mosul", "Kurdistan Region", false)]
    [InlineData("Jabalia", "Gaza Strip", true)]
    [InlineData("Bajaur", "Khyber Pakhtunkhwa", true)]
    [InlineData("El Fasher", "North Darfur", true)]
    [InlineData("El Fasher", "South Darfur", false)]
    [InlineData("Jurf al-Sakhar", "Baghdad", false)]
    [InlineData("Babil", "Jurf al-Sakhar", false)]
    [InlineData("Shujaiya", "Gaza", true)]
    [InlineData("Bannu", "Khyber Pakhtunkhwa", true)]
    [InlineData("Iraq", "Iraq", true)]
    [InlineData("Arbinda", "Mali", false)]
    [InlineData("Sevastopol", "Ukraine", true)]
    public void ContainmentFollowsTheChainOfPlaces(string inner, string outer, bool contains) =>
        Assert.Equal(contains, Gazetteer.Contains(Gazetteer.Find(outer)!, Gazetteer.Find(inner)!));

    [Fact]
    public void EveryPlaceLiesInAPlaceOfTheTableAndOnTheGlobe()
    {
        Assert.All(Gazetteer.All, place =>
        {
            Assert.True(place.In is null || Gazetteer.ById(place.In) is not null, $"{place.Id} lies in {place.In}, which is not there");
            Assert.InRange(place.Latitude, -60, 80);
            Assert.InRange(place.Longitude, -180, 180);
            Assert.InRange(place.PrecisionKm, 1, 300);
        });
        Assert.Equal(Gazetteer.All.Length, Gazetteer.All.Select(p => p.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void APlaceLiesNearTheProvinceItIsIn()
    {
        var far = Gazetteer.All.Where(p => p.In is not null && p.Country is not ("RU" or "US" or "GB" or "CN"))
            .Select(p => (Inner: p, Outer: Gazetteer.ById(p.In!)!)).Where(pair => pair.Outer.Kind is PlaceKind.Province && Kilometres(pair.Inner, pair.Outer) > 560);

        Assert.Empty(far.Select(pair => $"{pair.Inner.Id} in {pair.Outer.Id}"));
    }

    [Theory]
    [InlineData("A strike hit Jurf al-Sakhar, south of Baghdad, on Tuesday.", "Jurf al-Sakhar|Baghdad")]
    [InlineData("US forces at the Ain al-Asad Air Base in western Iraq came under fire.", "Ain al-Asad Air Base|Iraq")]
    [InlineData("Rockets fell near Harir air base in Erbil province.", "Harir air base|Erbil Governorate")]
    [InlineData("The convoy left al-Qaim for Albu Kamal.", "Qaim|Albu Kamal")]
    [InlineData("BAGHDAD (Agency) - Two drones struck a camp.", "Baghdad")]
    [InlineData("DRONES HIT BASE IN NORTHERN IRAQ", "Iraq")]
    [InlineData("Shells landed in Aitaroun, Blida and Khiam in southern Lebanon.", "Aitaroun|Blida|Khiam|South Lebanon")]
    [InlineData("Israel's air force bombed Rafah, Khan Younis and Gaza City.", "Israel|Rafah|Khan Younis|Gaza City")]
    [InlineData("Troops raided the Jenin refugee camp in the occupied West Bank.", "Jenin camp|West Bank")]
    [InlineData("A missile flew over the Red Sea towards Eilat.", "Red Sea|Eilat")]
    [InlineData("The ship was 20 miles off Hodeidah in Yemen.", "Hodeidah|Yemen")]
    [InlineData("Guided bombs hit Zaporizhzhia, Kherson and Nikopol overnight.", "Zaporizhzhia|Kherson|Nikopol")]
    [InlineData("Russia said it had taken a village near Pokrovsk in Donetsk region.", "Russia|Pokrovsk|Donetsk Oblast")]
    [InlineData("Drones were downed over Belgorod, Bryansk and Kursk.", "Belgorod|Bryansk|Kursk")]
    [InlineData("Kyiv and Moscow traded blame.", "Kyiv|Moscow")]
    [InlineData("Fighting spread from Khartoum to Omdurman, El Fasher and Nyala.", "Khartoum|Omdurman|El Fasher|Nyala")]
    [InlineData("The market in El Obeid, North Kordofan, was shelled.", "El Obeid|North Kordofan")]
    [InlineData("A suicide bomber struck in Baidoa, Somalia.", "Baidoa|Somalia")]
    [InlineData("Gunmen raided a village in Nigeria's Borno State near Bama.", "Nigeria|Borno|Bama")]
    [InlineData("The army lost nine men at Arbinda in northern Burkina Faso.", "Arbinda|Burkina Faso")]
    [InlineData("Rebels entered Goma and Bukavu in eastern DR Congo.", "Goma|Bukavu|Democratic Republic of the Congo")]
    [InlineData("Insurgents burned homes in Macomia, Cabo Delgado, Mozambique.", "Macomia|Cabo Delgado|Mozambique")]
    [InlineData("A blast in Quetta killed two; another in Turbat wounded five.", "Quetta|Turbat")]
    [InlineData("Militants attacked a post in North Waziristan, near Miran Shah.", "North Waziristan|Miran Shah")]
    [InlineData("Police in Tank said nothing.", "Tank")]
    [InlineData("Tank fire killed three.", "")]
    [InlineData("A Tank crew fled.", "")]
    [InlineData("The town of Bor was calm.", "Bor")]
    [InlineData("Soldiers killed in Pahalgam, Jammu and Kashmir.", "Pahalgam|Jammu and Kashmir")]
    [InlineData("Five rebels died in Bijapur in Chhattisgarh, India.", "Bijapur|Chhattisgarh|India")]
    [InlineData("A jet bombed Tabayin in Myanmar's Sagaing Region.", "Tabayin|Myanmar|Sagaing")]
    [InlineData("Clashes broke out in Basilan and Sulu in the southern Philippines.", "Basilan|Sulu|Philippines")]
    [InlineData("An ambush in Argelia, Cauca, left three dead.", "Argelia|Cauca")]
    [InlineData("Gangs attacked Pont-Sonde in Haiti.", "Pont-Sonde|Haiti")]
    [InlineData("Guerrillas blew up a bridge near San Miguel, El Salvador.", "San Miguel|El Salvador")]
    [InlineData("A car bomb went off in Lima, Peru.", "Lima|Peru")]
    [InlineData("Michael Jordan said he was sorry. Jordan said more later.", "")]
    [InlineData("Jordan said its forces had shot down a drone.", "Jordan")]
    [InlineData("The king of Jordan met the president of Egypt in Cairo.", "Jordan|Egypt|Cairo")]
    [InlineData("Chad Haines, a witness, saw it.", "")]
    [InlineData("Refugees crossed into Chad at Adre.", "Chad|Adre")]
    [InlineData("Georgia Brown spoke first.", "")]
    [InlineData("Troops moved into Georgia and Armenia.", "Georgia|Armenia")]
    [InlineData("The Washington Post reported it from Tel Aviv.", "Tel Aviv")]
    [InlineData("The Jerusalem Post and Times of Israel carried it.", "")]
    [InlineData("Kataib Hezbollah and the Islamic Resistance in Iraq claimed it.", "")]
    [InlineData("The Syrian Democratic Forces left Manbij.", "Manbij")]
    [InlineData("Mr Hama was there.", "")]
    [InlineData("He may march in March.", "")]
    [InlineData("Strikes hit al-Bab and Jarabulus in northern Syria.", "Bab|Jarabulus|Syria")]
    [InlineData("The village of Kyauk Sin Gon was burned.", "Kyauk Sin Gon")]
    [InlineData("The plant at Zaporizhzhia nuclear power plant shut.", "Zaporizhzhia nuclear power plant")]
    [InlineData("Families fled Deir al-Balah, Nuseirat and Bureij.", "Deir al-Balah|Nuseirat|Bureij")]
    [InlineData("Ships avoid the Bab al-Mandab and the Strait of Hormuz.", "Bab al-Mandab|Strait of Hormuz")]
    [InlineData("A drone struck Tower 22 in Jordan.", "Tower 22|Jordan")]
    [InlineData("Officials in Islamabad and New Delhi spoke.", "Islamabad|New Delhi")]
    [InlineData("Sirens sounded in Kiryat Shmona, Metula and Haifa.", "Kiryat Shmona|Metula|Haifa")]
    [InlineData("The strike near Damascus killed an officer; Sayyida Zaynab was hit too.", "Damascus|Sayyida Zaynab")]
    [InlineData("Rockets hit the Conoco gas field and the al-Omar oil field in Syria.", "Conoco|Omar oil field|Syria")]
    [InlineData("Attackers crossed from Niger into Mali and Benin.", "Niger|Mali|Benin")]
    [InlineData("Shelling in Kadugli and Dilling, South Kordofan, went on.", "Kadugli|Dilling|South Kordofan")]
    [InlineData("The bus was stopped in Barkin Ladi, Plateau State.", "Barkin Ladi|Plateau State")]
    [InlineData("A mine near Stepanakert in Nagorno-Karabakh killed two.", "Stepanakert|Nagorno-Karabakh")]
    [InlineData("U.S. ships sailed from Manama.", "Manama")]
    [InlineData("The army shelled Ye-U and Shwebo.", "Ye-U|Shwebo")]
    [InlineData("Port Sudan and Wad Madani were hit by drones.", "Port Sudan|Wad Madani")]
    [InlineData("Two men were shot in Culiacan, in Sinaloa.", "Culiacan|Sinaloa")]
    [InlineData("Soldiers searched Catatumbo, Norte de Santander.", "Catatumbo|Norte de Santander")]
    public void PlacesAreFoundInRunningText(string text, string expected)
    {
        var mentions = Gazetteer.Mentions(text, new TextSpan(0, text.Length));

        Assert.Equal(expected, string.Join('|', mentions.Select(m => m.Place.Name)));
        Assert.All(mentions, m => Assert.False(string.IsNullOrWhiteSpace(m.Span.In(text))));
    }

    [Fact]
    public void TheSpanIsTheNamesWithoutThePossessive()
    {
        const string Text = "It hit Iraq's Anbar province.";

        var mentions = Gazetteer.Mentions(Text, new TextSpan(0, Text.Length));

        Assert.Equal(["Iraq", "Anbar"], mentions.Select(m => m.Span.In(Text).Replace(" province", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void OnlyTheStretchAskedForIsRead()
    {
        const string Text = "Baghdad, Basra, Mosul";

        Assert.Equal("Basra", Assert.Single(Gazetteer.Mentions(Text, new TextSpan(9, 14))).Place.Name);
    }

    private static double Kilometres(Place a, Place b)
    {
        var (x, y) = ((b.Longitude - a.Longitude) * Math.Cos((a.Latitude + b.Latitude) * Math.PI / 360), b.Latitude - a.Latitude);
        return 111.2 * Math.Sqrt((x * x) + (y * y));
    }
}
