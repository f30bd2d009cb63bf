using System.Collections.Immutable;
using System.Globalization;
using Digest.Facts;
using Digest.News;

namespace Digest.Tests.Facts;

public class EventTests
{
    private static readonly DateOnly Wednesday = new(2025, 3, 12);

    [Theory]
    [InlineData("A US gunship responded near Hit, killing three militants.", EventType.AirStrike, "US", "three militants", "Hit")]
    [InlineData("US jets bombed a depot near Tikrit.", EventType.AirStrike, "US", "a depot", "Tikrit")]
    [InlineData("Gunmen attacked a convoy near Gao.", EventType.Attack, "Gunmen", "a convoy", "Gao")]
    [InlineData("The barracks in Kirkuk were attacked by rockets.", EventType.RocketAttack, null, "barracks", "Kirkuk")]
    [InlineData("US air strikes on militia camps in Anbar province killed four men.", EventType.AirStrike, "US", "militia camps", "Anbar province")]
    [InlineData("A Ukrainian drone attack on a bus in the village of Pervomaiske wounded a girl.", EventType.DroneAttack, "Ukraine", "a bus", "Pervomaiske")]
    [InlineData("A Russian drone hit a minibus in the city of Kherson.", EventType.DroneAttack, "Russia", "a minibus", "Kherson")]
    [InlineData("A car bomb exploded outside a police station in Mosul.", EventType.Bombing, null, "a police station", "Mosul")]
    [InlineData("A motorcycle packed with explosives blew up near a school in Quetta.", EventType.Bombing, null, "a school", "Quetta")]
    [InlineData("Soldiers clashed with rebels near Goma.", EventType.Clash, "Soldiers", "rebels", "Goma")]
    [InlineData("Rebels opened fire on a truck outside Goma.", EventType.Attack, "Rebels", "a truck", "Goma")]
    [InlineData("The army launched air strikes on a camp in Darfur.", EventType.AirStrike, "army", "a camp", "Darfur")]
    [InlineData("Two missiles struck a tanker in the Red Sea, in an attack claimed by Yemen's Houthis.", EventType.MissileAttack, "Yemen's Houthis", "a tanker", "Red Sea")]
    [InlineData("The Islamic Resistance in Iraq attacked a base in Hasakah.", EventType.Attack, "Islamic Resistance in Iraq", "a base", "Hasakah")]
    [InlineData("“Our aircraft struck a convoy near Bara,” an officer said.", EventType.AirStrike, null, "a convoy", "Bara")]
    [InlineData("The president had ordered US forces to conduct “swift and lawful” strikes on depots near Hit.", EventType.AirStrike, "US forces", "depots", "Hit")]
    [InlineData("Fighters in uniform attacked a base near Nyala.", EventType.Attack, "Fighters", "a base", "Nyala")]
    [InlineData("Two policemen were shot dead at a market in Basilan.", EventType.Shooting, null, "Two policemen", "Basilan")]
    [InlineData("Six soldiers were killed in an ambush in Cauca.", EventType.Attack, null, "Six soldiers", "Cauca")]
    [InlineData("Two guided bombs slammed into a depot in the city of Sumy.", EventType.AirStrike, null, "a depot", "Sumy")]
    [InlineData("Turkey bombed a camp near Sinjar.", EventType.AirStrike, "Turkey", "a camp", "Sinjar")]
    [InlineData("Rebels bombed a police post near Quetta.", EventType.Bombing, "Rebels", "a police post", "Quetta")]
    [InlineData("The school, in the district of Tabayin, was bombed.", EventType.Bombing, null, "school", "Tabayin")]
    [InlineData("Gunmen attacked Bannu.", EventType.Attack, "Gunmen", "Bannu", "Bannu")]                    // the gazetteer knows the town
    [InlineData("Jets hit a Kataib Hezbollah headquarters.", EventType.AirStrike, null, "a Kataib Hezbollah headquarters", null)]   // whose, not where
    [InlineData("Nine people were killed in a suicide attack on a bus in Bannu.", EventType.Bombing, null, "a bus", "Bannu")]
    [InlineData("Gunmen on motorcycles killed 12 people in a village near Gao.", EventType.Attack, "Gunmen", null, "Gao")]              // whoever fights and kills somewhere attacked there
    [InlineData("Rebels killed four soldiers near Goma.", EventType.Attack, "Rebels", "four soldiers", "Goma")]
    [InlineData("Israeli troops raided a refugee camp near Jenin.", EventType.Attack, "Israeli troops", "a refugee camp", "Jenin")]
    [InlineData("Armed men raided the hillside commune of Gajo.", EventType.Attack, "Armed men", "hillside commune of Gajo", "Gajo")]
    [InlineData("The regime bombed a school in Magway.", EventType.AirStrike, "regime", "a school", "Magway")]
    [InlineData("A Myanmar military jet bombed a school in Magway.", EventType.AirStrike, "Myanmar military", "a school", "Magway")]
    [InlineData("On Monday, in the Masisi territory, a grenade thrown into a bar wounded a clerk.", EventType.Attack, null, null, "Masisi territory")]
    [InlineData("Militants torched a clinic in Kaduna.", EventType.Attack, "Militants", "a clinic", "Kaduna")]
    [InlineData("Fighters entered Gajo at dusk and set houses on fire.", EventType.Attack, "Fighters", "houses", "Gajo")]               // where they had entered
    [InlineData("The army shelled the town of Mara in the Kayes region.", EventType.Attack, "army", "town of Mara", "Mara")]                // the town says more than its region
    [InlineData("Soldiers set fire to a market in Sagaing.", EventType.Attack, "Soldiers", "a market", "Sagaing")]
    [InlineData("The attack on Gajo was condemned by the mayor.", EventType.Attack, null, "Gajo", "Gajo")]
    [InlineData("The toll of the rockets on the market of Gajo has risen to nine.", EventType.RocketAttack, null, "market of Gajo", "Gajo")]
    public void AnAttackIsReadWithItsParts(string text, EventType type, string? actor, string? target, string? place)
    {
        var report = Assert.Single(Extract(text));

        Assert.Equal((type, actor, target, place), (report.Type, report.Actor, report.Target, report.Place));
    }

    [Theory]
    [InlineData("The ministry responded in a statement.")]
    [InlineData("Iraq condemned the strikes.")]                                     // points back and adds nothing
    [InlineData("The group threatened to attack bases if strikes continue.")]
    [InlineData("Officials warned of attacks on embassies.")]
    [InlineData("The army denied bombing the village.")]
    [InlineData("Air defences shot down three drones over Erbil.")]
    [InlineData("Doctors began a hunger strike in Tunis.")]
    [InlineData("The minister suffered a heart attack in Rome.")]
    [InlineData("He attacked the decision in a speech in Ankara.")]
    [InlineData("Tragedy struck again in Maiduguri.")]
    [InlineData("Oil prices hit a record in London.")]
    [InlineData("The war in Sudan has entered its third year.")]
    [InlineData("Gunmen abducted three teachers near Kaduna.")]
    [InlineData("No group has said it carried out either attack.")]
    [InlineData("US forces have carried out a number of air strikes against the groups.")]      // how things have been, and no attack in particular
    [InlineData("Gunmen have killed 118 policemen in the province since January.")]            // a toll and no attack
    [InlineData("The attackers killed three.")]                                                // of an attack told before
    [InlineData("Police raided a flat in Hamburg and seized computers.")]
    [InlineData("Troops raided the homes of two lawyers.")]
    [InlineData("Farmers burn straw near Multan each autumn.")]
    [InlineData("The rockets on the launcher were old.")]
    [InlineData("Eleven of them were shot.")]                                                  // some of those of whom an attack was told
    [InlineData("Men with torches raided a fridge in Hamburg.")]
    public void WhatIsNoAttackIsNotRead(string text) => Assert.Empty(Extract(text));

    // A raid is one from the air where the article tells of something that flies; shells, mortar rounds and grenades do not.
    [Theory]
    [InlineData("His brother died when a shell hit their courtyard.", EventType.Attack)]
    [InlineData("Mortar rounds hit their courtyard.", EventType.Attack)]
    [InlineData("A tank shell struck their courtyard.", EventType.Attack)]
    [InlineData("Artillery fire hit their courtyard.", EventType.Attack)]
    [InlineData("Two grenades were thrown into their courtyard.", EventType.Attack)]
    [InlineData("Rockets fired from a hill hit their courtyard.", EventType.Attack)]
    [InlineData("A roadside bomb hit a van.", EventType.Attack)]
    [InlineData("Bandits struck at dusk.", EventType.Attack)]
    [InlineData("Doctors are on strike.", EventType.AirStrike)]                                 // of strikes, only those told as no attack are left out
    [InlineData("Doctors began a hunger strike.", EventType.Attack)]
    [InlineData("A drone dropped a grenade into their courtyard.", EventType.AirStrike)]
    [InlineData("A glide bomb hit their courtyard.", EventType.AirStrike)]
    [InlineData("A missile fired by a jet hit their courtyard.", EventType.AirStrike)]
    [InlineData("A helicopter circled over the town.", EventType.AirStrike)]
    public void ARaidIsFromTheAirWhereAnythingFlies(string beside, EventType type) =>
        Assert.Equal(type, Extract("A raid on the military base in Djibo killed nine soldiers. " + beside)[0].Type);

    [Theory]
    [InlineData("Gang raid on Kenscoff kills nine. A drone circled over the town.", EventType.Attack)]
    [InlineData("Jihadist raid on Djibo kills nine. A drone circled over the town.", EventType.Attack)]
    [InlineData("Israeli raid on Tyre kills nine. A drone circled over the town.", EventType.AirStrike)]
    public void WhoHasNoAircraftRaidsOnTheGround(string text, EventType type) => Assert.Equal(type, Extract(text)[0].Type);

    [Theory]
    [InlineData("Drones hit a car in Tebnine and a motorcycle in Jwaya on Tuesday.", "a car/Tebnine", "a motorcycle/Jwaya")]
    [InlineData("Glide bombs killed two people in Sumy, and another two in Druzhkivka.", "/Sumy", "/Druzhkivka")]
    [InlineData("Gunmen attacked a church in Kajuru and a mosque in Gwari.", "a church/Kajuru", "a mosque/Gwari")]
    [InlineData("Russian shelling killed three people in Kherson and two in Nikopol.", "/Kherson", "/Nikopol")]
    [InlineData("It was the second bombing of a market on Tuesday, after one in Baquba.", "a market/", "/Baquba")]
    [InlineData("Gunmen attacked a church and a mosque in Gwari.", "a church/Gwari")]
    public void TargetsInTwoPlacesAreTwoAttacks(string text, params string[] attacks) =>
        Assert.Equal(attacks, Extract(text).Select(e => $"{e.Target}/{e.Place}"));

    [Fact]
    public void AnAttackOfAnArticleThatNamesNoDayMayBeOfTheEveningBefore()
    {
        Assert.True(Assert.Single(Extract("A bomb hit a van in Tank.")).IsDateAssumed);
        Assert.False(Assert.Single(Extract("A bomb hit a van in Tank on Monday.")).IsDateAssumed);
        Assert.False(Extract("Mourning began on Monday. A bomb hit a van in Tank.")[^1].IsDateAssumed);
    }

    [Fact]
    public void ACountedSeriesIsBackgroundWithItsCountAndFirstDay()
    {
        var report = Assert.Single(Extract("Bases have come under more than 60 rocket attacks since 17 October."));

        Assert.Equal((60, true, true, (DateOnly?)new DateOnly(2024, 10, 17)), (report.Count, report.CountIsMinimum, report.IsBackground, report.Since));
        Assert.Null(report.Date);
    }

    [Theory]
    [InlineData("A bomb hit a van in Tank on Monday.", "2025-03-10")]
    [InlineData("A bomb hit a van in Tank on Wednesday.", "2025-03-12")]
    [InlineData("A bomb hit a van in Tank on Thursday.", "2025-03-06")]
    [InlineData("A bomb hit a van in Tank.", "2025-03-12")]
    [InlineData("A bomb hit a van in Tank, police said on Monday.", "2025-03-12")]     // when they spoke
    [InlineData("A bomb hit a van in Tank yesterday.", "2025-03-11")]
    [InlineData("A bomb hit a van in Tank on February 28.", "2025-02-28")]
    [InlineData("A bomb hit a van in Tank last year.", null)]
    [InlineData("A bomb hit a van in Tank in August.", null)]
    public void TheDayIsResolvedAgainstTheArticlesDate(string text, string? date) =>
        Assert.Equal(date, Assert.Single(Extract(text)).Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void TheSameBaseIsTheOneNamedBefore()
    {
        var reports = Extract("Drones hit Ain al-Asad air base on Tuesday. The same base was hit by rockets today.");

        Assert.Equal(["Ain al-Asad air base", "Ain al-Asad air base"], reports.Select(r => r.Place));
    }

    [Theory]
    [InlineData("Iraq accused Washington of a crime after American jets struck a depot in the country.", "Iraq")]
    [InlineData("Iraq accused the United States of a crime after American jets struck a depot in the country.", "Iraq")]       // whose jets they were is not where they struck
    [InlineData("Officials in Mosul spoke of panic. A bomb hit a van in the city.", "Mosul")]
    [InlineData("Officials spoke of panic. A bomb hit a van in the city.", "the city")]                                        // none is named: its words stay
    [InlineData("A bomb hit a van in the Bajaur district of Khyber Pakhtunkhwa.", "Bajaur district")]
    [InlineData("A bomb hit a van in the Sabra neighbourhood of Gaza City.", "Sabra neighbourhood")]
    [InlineData("A bomb hit a van in the Black Sea port of Odesa.", "Odesa")]                                                  // named after the sea it lies on
    [InlineData("A bomb hit a van in the northern Iraqi city of Mosul.", "Mosul")]
    public void TheTownOrDistrictIsTheOneMeant(string text, string place) => Assert.Equal(place, Extract(text)[^1].Place);

    [Fact]
    public void AnotherDayOrPlaceIsAnotherAttackAndKeepsItsOwnActor()
    {
        var reports = Extract("A Russian drone hit a bus in the city of Kherson on Wednesday.\n\nThe ministry also spoke of Tuesday's bombing in the Somali city of Baidoa.");

        Assert.Equal(["Russia", null], reports.Select(r => r.Actor));
    }

    [Theory]
    [InlineData("Clash near Tank leaves five dead", "Soldiers clashed with gunmen on Tuesday. A firefight lasted an hour.", "Tank")]
    [InlineData("Clash near Tank leaves five dead", "Soldiers clashed with gunmen in Bannu on Tuesday. A firefight lasted an hour.", null)]      // the text has its own
    [InlineData("Clash leaves five dead", "Soldiers clashed with gunmen on Tuesday. A firefight lasted an hour.", null)]
    public void AHeadlinesPlaceIsThatOfATextThatNamesNone(string title, string text, string? place)
    {
        var told = FactExtractor.Extract(ArticleReader.FromText("some.txt", title + "\n\n" + text, Wednesday, title)).Events;

        Assert.Equal(place, told[^1].Place);
    }

    [Theory]
    [InlineData("The town on Tuesday mourned the victims of two bombs that fell on the market.", null)]
    [InlineData("The town on Tuesday saw the work of two bombs that fell on the market.", "2025-03-11")]
    [InlineData("The town on Tuesday mourned the victims of two bombs that fell on the market on Monday.", "2025-03-10")]
    public void TheDayOfTheMourningIsNotTheAttacks(string text, string? date) =>
        Assert.Equal(date is null ? null : DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture), Assert.Single(Extract(text)).Date);

    [Fact]
    public void EveryAccountStandsAtItsSpan()
    {
        const string Text = "US jets bombed a depot near Tikrit on Monday. Hours later, rockets hit the base. Baghdad denounced US strikes on militia sites in Anbar as a crime.";
        var reports = Extract(Text);

        Assert.NotEmpty(reports);
        Assert.All(reports, r => Assert.True(r.Provenance.HoldsIn(Text)));
    }

    [Fact]
    public void WithoutAnArticleDateAWeekdayGivesNone() => Assert.Null(Assert.Single(EventExtractor.Extract(Some.Document("A bomb hit a van in Tank on Monday."), [])).Date);

    private static ImmutableArray<EventReport> Extract(string text) => EventExtractor.Extract(Some.Document(text, Wednesday), []);
}
