using System.Text;
using Digest.Days;
using Digest.Facts;
using Digest.News;

namespace Digest.Tests.Days;

/// <summary>What is taken for one story, and what for a round-up of several.</summary>
public class StoryUnitsTests
{
    private const string Head = "Monday's attacks\n\n4 May 2026\n\n";

    private const string Two =
        "HOMS A bomb under a bus killed two people, the police said.\n\nALEPPO Gunmen attacked a checkpoint, wounding three soldiers, the army said.\n\nDAMASCUS The government met to speak about prices.\n";

    [Fact]
    public void HeadsThatArePlacesMakeItemsEachWithItsPlace()
    {
        var units = Units(Head + Two);

        Assert.Equal(["Homs", "Aleppo"], units.Where(u => u.Main is not null).Select(u => u.Main!.Places[0]));
        Assert.All(units, u => Assert.True(u.IsItem));
    }

    [Fact]
    public void OneSentenceOnEachOfTwoTownsIsTwoItems()
    {
        var units = Units("Tuesday in brief\n\n5 May 2026\n\nSYRIA A drone killed four people in Homs, the governor said. In Aleppo a shell killed two, according to doctors.\n\nMALI Gunmen killed three herders near the northern town of Gao.\n\nUKRAINE The president met his ministers to speak about the budget.\n");

        Assert.Equal(["Homs", "Aleppo", "Gao"], units.Where(u => u.Main is not null).Select(u => u.Main!.Places[0]));
    }

    [Theory]
    [InlineData("SYRIA – A drone killed four people in Homs, the governor said.\n\nMALI – Gunmen killed three herders near Gao, the army said.\n\nSUDAN – The army said it had lost four men south of Kosti.\n")]
    [InlineData("SYRIA: A drone killed four people in Homs, the governor said.\n\nMALI: Gunmen killed three herders near Gao, the army said.\n\nSUDAN: The army said it had lost four men south of Kosti.\n")]
    public void AHeadMayOpenItsParagraph(string items)
    {
        var units = Units("Tuesday in brief\n\n5 May 2026\n\n" + items);

        Assert.Equal(["Homs", "Gao", "Kosti"], units.Where(u => u.Main is not null).Select(u => u.Main!.Places[0]));
        Assert.Equal(["the governor", "the army", "the army"], units[0].Article.Facts.Casualties.Select(c => c.Claimant?.Speaker), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void AReportThatNamesAnotherAttackInPassingIsOneStory() => Assert.False(Assert.Single(Units(
        "Car bomb kills two in Homs\n\nHOMS, Syria, 4 May 2026 - A car bomb killed two people in Homs on Monday, police said.\n\nIt came a day after gunmen attacked a checkpoint near Aleppo.\n")).IsItem);

    [Fact]
    public void GunmenWhoAttackAPostAreNotThePostThatStrikesBack()
    {
        var unit = Assert.Single(Units("Two killed as gunmen attack check-post near Homs\n\nHOMS, Syria, 4 May 2026 - Gunmen on motorcycles attacked a police check-post near Homs on Monday, killing two policemen, the police chief said.\n"));

        Assert.Single(unit.Events);
    }

    [Fact]
    public void DeathsWithoutAnAttackOfTheirOwnAreOfTheAttackOfTheirNight()
    {
        var unit = Assert.Single(Units(
            "Jets hit militia sites in western Iraq\n\nBAGHDAD, 4 May 2026 - American jets struck three sites near Iraq's border with Syria overnight, the military said on Monday, a day after a drone attack wounded troops at a base in the north.\n\nThe militia said five of its men were killed near the towns of al-Rutba and Akashat.\n"));

        Assert.Contains("al-Rutba and Akashat", unit.Main!.Places);
    }

    [Fact]
    public void DeathsToldWithoutAnAttackShowWhereItWas()
    {
        var unit = Assert.Single(Units("Mogadishu hotel siege ends\n\n4 May 2026\n\nEleven people are dead, the police said.\n"));

        Assert.Equal("Mogadishu", Assert.Single(unit.Main!.Places));
    }

    private static List<StoryUnit> Units(string text)
    {
        var article = ArticleReader.Read(new("some.txt", Encoding.UTF8.GetBytes(text))).Article!;
        return StoryUnits.Of(new(FactExtractor.Extract(article), []), new());
    }
}
