using System.Text;
using Digest.Days;
using Digest.Facts;
using Digest.News;

namespace Digest.Tests.Days;

/// <summary>Who counts as one source, and to which claim a loose mention belongs; on texts as they come.</summary>
public class SourcesOfClaimsTests
{
    private const string Lede = "Strike on Homs\n\nHOMS, Syria, 4 May 2026 (Wire) - An air strike hit a market in Homs on Monday. ";

    [Fact]
    public void ASpokesmanAndTheServiceHeSpeaksForAreOneSource()
    {
        var shown = Events(Lede + "Nine people were killed, the rescue service said.\n\n\"We have counted nine dead,\" said Rami Haddad, a spokesman for the rescue service.\n");

        Assert.Equal(EvidenceStatus.SingleSource, Assert.Single(Assert.Single(shown).Tallies).Status);
    }

    [Theory]
    [InlineData("the state's governor said.", "the governor's office said.", EvidenceStatus.SingleSource)]
    [InlineData("the city's acting mayor said.", "the mayor said.", EvidenceStatus.SingleSource)]
    [InlineData("the governor said.", "the mayor said.", EvidenceStatus.SourcesAgree)]
    [InlineData("the governor said.", "a former governor said.", EvidenceStatus.SourcesAgree)]
    public void AnOfficeIsOneSourceHoweverItIsCalled(string first, string second, EvidenceStatus status)
    {
        var shown = Events(Lede + "It killed nine people, " + first + "\n", "Nine dead\n\nDAMASCUS, 4 May 2026 (Post) - An air strike on a market in Homs killed nine people on Monday, " + second + "\n");

        Assert.Equal(status, Assert.Single(Assert.Single(shown).Tallies).Status);
    }

    [Fact]
    public void ATollOfMondaysStrikeIsNoFigureOfTuesdays()
    {
        var shown = Events(
            "Drone hits Homs hospital\n\nHOMS, Syria, 5 May 2026 (Wire) - A drone hit a hospital in Homs on Tuesday, killing four people, the health ministry said, a day after an air strike on a market in the same city.\n\nThe ministry raised the toll of Monday's market strike to 11.\n");

        Assert.All(shown.Where(e => e.Date == new DateOnly(2026, 5, 5)), e => Assert.DoesNotContain(e.Claims, c => c.Count == CountRange.Exactly(11)));
        Assert.Contains(shown, e => e.Date == new DateOnly(2026, 5, 4) && e.Claims.Any(c => c.Count == CountRange.Exactly(11)));
    }

    [Fact]
    public void WhatACorrectionTakesBackIsReplacedInTheEarlierCopy()
    {
        const string Copy = "HOMS, Syria, 4 May 2026 (Wire) - An air strike hit a crowded market in the Syrian city of Homs on Monday, wounding {0} people who had come to buy bread for the holiday, the rescue service said.\n";
        var shown = Events("Strike on Homs\n\n" + Copy.Replace("{0}", "nine", StringComparison.Ordinal), "CORRECTED-Strike on Homs\n\n(Corrects number of wounded to six, not nine)\n\n" + Copy.Replace("{0}", "six", StringComparison.Ordinal));

        Assert.Equal(FigureStatus.Superseded, Assert.Single(Assert.Single(shown).Claims, c => c.Count == CountRange.Exactly(9)).Status);
    }

    [Fact]
    public void TwoBodiesAreTwoSources()
    {
        var shown = Events(Lede + "Nine people were killed, the rescue service said. The city's hospital said nine people were killed.\n");

        Assert.Equal(EvidenceStatus.SourcesAgree, Assert.Single(Assert.Single(shown).Tallies).Status);
    }

    [Theory]
    [InlineData("the health ministry said.", "the Syrian health ministry said.", 1)]
    [InlineData("the Syrian health ministry said.", "the Turkish health ministry said.", 2)]
    [InlineData("the health ministry said.", "the interior ministry said.", 2)]
    public void AMinistryIsOneWhateverIsLeftOutOfItsName(string first, string second, int claims)
    {
        var shown = Events(Lede + "It killed nine people, " + first + "\n", "Nine dead\n\nDAMASCUS, 4 May 2026 (Post) - An air strike on a market in Homs killed nine people on Monday, " + second + "\n");

        Assert.Equal(claims, Assert.Single(shown).Claims.Length);
    }

    [Fact]
    public void AReleaseStatesItsFiguresItself()
    {
        var shown = Events("GREEN VALLEY AID\nFor immediate release\n4 May 2026\n\nStatement on the strike in Homs\n\nGreen Valley Aid condemns the air strike on a market in Homs today, in which nine people were killed.\n\nOur clinic treated 12 wounded. Three people were reportedly injured when a wall fell.\n");

        Assert.Contains(shown.SelectMany(e => e.Claims), c => c.Effect == HarmEffect.Killed && c.Claimant == "Green Valley Aid");
        Assert.All(shown.SelectMany(e => e.Claims).Where(c => c.Count == CountRange.Exactly(3)), c => Assert.Null(c.Claimant));
    }

    [Fact]
    public void AnOutletsOwnReportHasNoIssuer()
    {
        var shown = Events(Lede + "Nine people were killed.\n\nPress release followed press release, but nobody claimed it.\n");

        Assert.Null(Assert.Single(Assert.Single(shown).Claims).Claimant);
    }

    [Fact]
    public void TheStepBetweenTwoTollsIsNoFigureOfItsOwnAndTheFirstTollIsReplaced()
    {
        var claims = Assert.Single(Events(Lede + "Ten people were killed, police said. Later two more bodies were recovered, bringing the toll to 12, the hospital said.\n")).Claims;

        Assert.DoesNotContain(claims, c => c.Count == CountRange.Exactly(2));
        Assert.Equal(FigureStatus.Superseded, Assert.Single(claims, c => c.Count == CountRange.Exactly(10)).Status);
    }

    [Theory]
    [InlineData("the Islamist group al-Nour said.", "al-Nour said.", 1)]
    [InlineData("the shadow National Unity Government said.", "the opposition National Unity Government said.", 1)]
    [InlineData("the National Farmers' Council said.", "the National Unity Government said.", 2)]
    [InlineData("the town's police spokesman, Omar Tayeb, said.", "al-Nour's spokesman said.", 2)] // each speaks for another
    public void WhatAnOutletSaysOfABodyBeforeItsNameIsNoPartOfIt(string first, string second, int claims)
    {
        var shown = Events(Lede + "It killed nine people, " + first + "\n", "Nine dead\n\nDAMASCUS, 4 May 2026 (Post) - An air strike on a market in Homs killed nine people on Monday, " + second + "\n");

        Assert.Equal(claims, Assert.Single(shown).Claims.Length);
    }

    [Fact]
    public void ASourcesFigureOfSomeAmongItsWoundedIsAPartOfThem()
    {
        var claims = Assert.Single(Events(Lede + "It wounded 34 people, the governor said.\n\nRescuers were still at the scene when the second bomb fell. Three paramedics were hurt, the governor said. Two soldiers were wounded in the street, the governor said.\n")).Claims;

        Assert.True(Assert.Single(claims, c => c.Count == CountRange.Exactly(3)).IsPartial);
        Assert.False(Assert.Single(claims, c => c.Count == CountRange.Exactly(2)).IsPartial); // soldiers need not be among the people
    }

    [Fact]
    public void TheHospitalsSourcesAreItsDirectorOnceSheIsNamed()
    {
        var claims = Assert.Single(Events(Lede + "Twelve people were killed, hospital sources said.\n\nThe hospital's director, Dr Rana Slim, said that 12 bodies had been brought in.\n")).Claims;

        Assert.Equal("Rana Slim", Assert.Single(claims).Claimant);
    }

    [Fact]
    public void WhatAnUnnamedOfficerSaysIsNotPutUnderTheNamedOnesName()
    {
        var claims = Assert.Single(Events(Lede + "At least eight people were killed, Kachin Independence Army officer Colonel Naw Bu said.\n\nA KIA officer told reporters that nine people were killed.\n")).Claims;

        Assert.Equal([("Naw Bu", 8), ("a KIA officer", 9)], claims.Select(c => (c.Claimant!, c.Count.Min!.Value)).OrderBy(c => c.Item2));
    }

    [Fact]
    public void WhatTheDeadAreCalledStandsWithTheirFigureAndIsNoReaction()
    {
        var story = Assert.Single(DayMerger.Merge(new(2026, 5, 4), [FactExtractor.Extract(ArticleReader.Read(new("1.txt", Encoding.UTF8.GetBytes(Lede + "The army said 12 “valiant soldiers” had fallen.\n"))).Article!)]).Stories);

        Assert.Equal("valiant soldiers", Assert.Single(Assert.Single(story.Events).Claims).Victims);
        Assert.Empty(story.Reactions);
    }

    [Theory]
    [InlineData("the UN mission")]
    [InlineData("the local Red Cross")]
    public void ABranchIsNotShownAsTheWholeBody(string source)
    {
        var claim = Assert.Single(Assert.Single(Events(Lede + "It killed nine people, " + source + " said.\n")).Claims);

        Assert.Contains(claim.Claimant, (string[])["the UN mission", "the local Red Cross", "local Red Cross"]);
    }

    private static Event[] Events(params string[] texts) =>
        [.. DayMerger.Merge(new(2026, 5, 4), texts.Select((t, i) => FactExtractor.Extract(ArticleReader.Read(new($"{i}.txt", Encoding.UTF8.GetBytes(t))).Article!))).Stories.SelectMany(s => s.Events).Where(e => e.Claims.Length > 0)];
}
