using System.Collections.Immutable;
using Digest.Facts;
using Digest.News;

namespace Digest.Tests.Facts.Casualties;

/// <summary>Whose a figure is where its own clause does not say, and which figures an article says are not so.</summary>
public class FigureOwnerTests
{
    [Theory]
    [InlineData("The State Ministry of Health has registered 18 deaths.", "the State Ministry of Health")]
    [InlineData("The spokesman of the northern command, General Omar Tayeb, announced on Tuesday, 3 May 2022, the death of 18 recruits.", "Omar Tayeb")]
    [InlineData("Officials had at first spoken of 18 deaths.", "Officials")]
    [InlineData("The health ministry had until then given the toll as 18 killed.", "the health ministry")]
    [InlineData("The Group for the Defence of Farmers affirms for its part to have killed 18 soldiers.", "the Group for the Defence of Farmers")]
    [InlineData("According to a relief worker, 18 farmers, mostly women, were killed by a shell.", "a relief worker")]
    [InlineData("Omar Tayeb, who heads the clinic, said that 18 people had been killed.", "Omar Tayeb")]
    [InlineData("Residents spoke of a long night. “We have buried 18 people,” said one of them, a tailor.", "a tailor")]
    [InlineData("A jet bombed the market, residents said, killing 18 people.", "residents")]
    [InlineData("A shell killed 18 people. This is according to the rescue service.", "the rescue service")]
    [InlineData("In a communiqué, the general staff said a post had been attacked. The communiqué says 18 soldiers were killed.", "the general staff")]
    [InlineData("The general staff said a post had been attacked. In the night, 18 men died, according to the same source.", "the general staff")]
    [InlineData("Harbour Lines, which had listed 18 men as missing, named none of them.", "Harbour Lines")]
    [InlineData("The army said it had retaken two villages, where, it said, 18 gunmen fell.", "the army")]
    [InlineData("Rescue 1122 spokesperson Ana Silva said 18 people had died.", "Ana Silva")]
    [InlineData("The relief union has no boats. The army bombed a camp. The militia said it lost 18.", "the militia")] // a union is no militia
    [InlineData("Villagers buried 18 people killed by gunmen; the state government admitted a failure.", null)]
    [InlineData("A jet bombed the market. The rescue service has a new car. It killed 18 people.", null)] // nobody is said to say so
    public void AFigureHasTheOwnerThatItsSurroundingsName(string text, string? owner) =>
        Assert.Equal(owner, Assert.Single(Read(text)).Claimant?.Speaker, ignoreCase: true);

    // A body's own bulletin speaks for it; a headline that only says whose its figure is stands above an outlet's text.
    [Theory]
    [InlineData("Ministry of Health – Gaza: Daily statistical report", "Ministry of Health")]
    [InlineData("Ministry of Health – Sana'a: The dead of a night", "Ministry of Health")]
    [InlineData("General Staff: Communiqué No. 4 on the fighting at Goundam", "General Staff")]
    [InlineData("Health ministry: A night in Goundam", null)]
    [InlineData("Goundam: Report from a broken town", null)]
    [InlineData("A night of fear - report from Goundam", null)]
    public void WhatABulletinSaysItsIssuerSays(string title, string? owner)
    {
        var text = title + "\n\nEleven people were killed on Tuesday.";
        var article = ArticleReader.FromText("some.txt", text, new DateOnly(2025, 3, 12), title);

        Assert.Equal(owner, Assert.Single(FactExtractor.Extract(article).Casualties).Claimant?.Speaker);
    }

    // Who speaks behind a list, a clause about them or an apposition.
    [Theory]
    [InlineData("A jet bombed a school, killing 12 pupils and two teachers, residents and the local rescue service said.", "residents and the local rescue service")]
    [InlineData("A car bomb went off, killing six people, two of them police officers, and injuring 27, the governor, Ana Silva, said.", "Ana Silva")]
    [InlineData("Shells hit a village, killing five people, three of them children, officials of the internationally recognized government said.", "officials of the internationally recognized government")]
    [InlineData("The mayor spoke. The Harbour Observatory, a monitor abroad, said five fighters also died.", "the Harbour Observatory")]
    [InlineData("The Emergency Lawyers, a rights group that tracks abuses in the war, gave a toll of 23 dead.", "the Emergency Lawyers")]
    [InlineData("The relief group Sahar, whose workers reached the area on Monday, said 26 people had died.", "the relief group Sahar")]
    [InlineData("Two nurses at the Kosti teaching hospital said they had counted 19 bodies.", "two nurses at the Kosti teaching hospital")]
    public void WhoeverSpeaksBehindAListOrAnAppositionIsNamedWhole(string text, string owner) =>
        Assert.All(Read(text), r => Assert.Equal(owner, r.Claimant?.Speaker, ignoreCase: true));

    [Fact]
    public void ASemicolonEndsWhatTheFirstSpeakerSays()
    {
        var reports = Read("Raid leaves 30 dead, mayor says; police count nine");

        Assert.Equal(["mayor", "police"], reports.Select(r => r.Claimant?.Speaker));
    }

    // A document said to speak speaks for whoever issued it.
    [Theory]
    [InlineData("The front claimed the raid in a statement carried by its media arm. It said its men had killed 18 soldiers.", "the front")]
    [InlineData("The Dawn Front, in a post on Telegram, said it had taken a base. A statement said 18 of its own had died.", "the Dawn Front")]
    [InlineData("The front put out a communiqué on Monday. The communiqué said 18 soldiers were killed.", "the front")]
    [InlineData("A defence ministry statement said 18 soldiers were killed.", "the defence ministry")]
    [InlineData("An army communiqué put the toll at 18 soldiers.", "the army")]
    [InlineData("The presidency's statement said 18 soldiers were killed.", "the presidency")]
    [InlineData("A statement attributed to the Dawn Front said 18 soldiers were killed.", "the Dawn Front")]
    [InlineData("A statement on the group's Telegram channel said 18 soldiers were killed.", "the group")]
    [InlineData("A post on the ministry's Facebook page said 18 people were killed.", "the ministry")]
    [InlineData("According to a statement issued by the council on Tuesday, 18 people were killed.", "the council")]
    [InlineData("A statement read on state television said 18 people were killed.", "a statement")]                               // whoever broadcast it did not issue it
    [InlineData("A Telegram post said 18 people were killed.", "a Telegram post")]                                              // a platform is nobody
    [InlineData("Residents said a shell hit the well. A statement said 18 people were killed.", "a statement")]                 // witnesses issue none
    [InlineData("Tuesday's statement said 18 people were killed.", "Tuesday's statement")]
    public void WhoeverIssuedADocumentStatesItsFigures(string text, string owner) =>
        Assert.Equal(owner, Assert.Single(Read(text)).Claimant?.Speaker, ignoreCase: true);

    [Theory]
    [InlineData("The mayor spoke of 27 dead, a teacher of 30.", "the mayor", "a teacher")]
    [InlineData("Police put the toll at 11, residents at 26.", "police", "residents")]
    [InlineData("The army spoke of nine dead and the rebels of 14.", "the army", "the rebels")]
    [InlineData("Nine people were killed, the mayor said. The governor gave a lower figure of six.", "the mayor", "the governor")]
    public void OneVerbMayServeTwoWhoCount(string text, string first, string second) =>
        Assert.Equal([first, second], Read(text).Select(r => r.Claimant?.Speaker), StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void AFigureThatTheTollRoseFromIsWhoseTheTollIs()
    {
        var reports = Read("The raid killed 11 people, the health ministry said on Thursday. The toll rose through the morning from an initial six dead.");

        Assert.Equal(["the health ministry", "the health ministry"], reports.Select(r => r.Claimant?.Speaker));
        Assert.Equal(FigureStatus.Superseded, reports[1].Status);
    }

    [Fact]
    public void APartIsWhoseItsWholeIs()
    {
        var reports = Read("The teaching hospital has received 46 wounded, of whom nine require surgery.");

        Assert.Equal(["the teaching hospital", "the teaching hospital"], reports.Select(r => r.Claimant?.Speaker));
    }

    [Fact]
    public void WhoeverSpeaksInTheNextSentenceIsNotTheOwnerOfWhatSheIsAskedAbout()
    {
        var reports = Read("Ana Silva says at least nine gunmen were killed. Asked about a dead policeman, she shrugs: “We have seen no policeman.”");

        Assert.Null(Assert.Single(reports, r => r.Count == CountRange.Exactly(1)).Claimant);
    }

    [Fact]
    public void WhoDeniesADeedDoesNotDenyItsDead()
    {
        var report = Assert.Single(Read("Rebels denied firing the rockets that killed at least 14 people at a market."));

        Assert.Equal((FigureStatus.Current, (string?)null), (report.Status, report.DeniedBy));
    }

    [Theory]
    [InlineData("A girl died of burns, taking the toll to 13, doctors said.", true)]
    [InlineData("The army lost nine men. Two wounded soldiers succumbed in the night, it said.", true)]
    [InlineData("A girl died of burns, doctors said. Nine people were hurt.", false)]
    public void WhoseDeathBringsTheTollToWhatItIsIsAPartOfIt(string text, bool partial) =>
        Assert.Equal(partial, Assert.Single(Read(text), r => r.Count.Max < 9).IsPartial);

    [Theory]
    [InlineData("Gunmen wounded nine policemen. Two of them died in hospital, police said.", true)]
    [InlineData("The gunmen killed nine policemen in the village.\n\nThe attackers fled on foot. One of them was killed.", false)] // of the attackers, not of the nine
    [InlineData("Jets struck a camp of foreign fighters, killing six of them, the ministry said.", false)] // of those in the camp
    public void OneOfThemIsOneOfThoseTheSentenceBeforeIsAbout(string text, bool partial) =>
        Assert.Equal(partial, Assert.Single(Read(text), r => r.Count.Max < 9).IsPartial);

    [Fact]
    public void EachOfTwoCountsHasThePlaceBehindIt()
    {
        var reports = Read("Drones killed four people in Tebnine and one in Jwaya, the health ministry said.");

        Assert.Equal(["Tebnine", "Jwaya"], reports.Select(r => r.Place));
    }

    [Fact]
    public void TheDayOfABurialIsNotTheDayOfTheDeaths() =>
        Assert.True(Assert.Single(Read("Gunmen raided the village on Monday.\n\n“We buried 32 people this morning,” said Ana Silva, the head of the village.")).IsDateInferred);

    [Fact]
    public void WhatSomebodyHadReportedInTheMorningIsReplaced() =>
        Assert.Equal(FigureStatus.Superseded, Assert.Single(Read("Three farmers were killed, the governor said. The governor had reported one dead, a driver, in the morning."), r => r.Count == CountRange.Exactly(1)).Status);

    [Theory]
    [InlineData("“The story of nine dead civilians is a fabrication,” General Omar Tayeb said.")]
    [InlineData("The figure of nine dead is false, General Omar Tayeb said.")]
    public void WhoCallsAFigureFalseDoesNotStateIt(string text)
    {
        var report = Assert.Single(Read(text));

        Assert.Equal((FigureStatus.Denied, (string?)null, "Omar Tayeb"), (report.Status, report.Claimant?.Speaker, report.DeniedBy));
    }

    [Fact]
    public void WhoCallsAFigureRightStatesIt() =>
        Assert.Equal(FigureStatus.Current, Assert.Single(Read("The figure of nine dead is final, General Omar Tayeb said.")).Status);

    [Fact]
    public void BareWordsOfDenialDenyTheFigureBefore()
    {
        var report = Assert.Single(Read("The Horizon Front said it had killed sixty soldiers. “Fanciful figures,” said the minister, Ana Silva."));

        Assert.Equal((FigureStatus.Denied, "Ana Silva"), (report.Status, report.DeniedBy));
    }

    [Fact]
    public void WhoDeniesAClaimDeniesItsParts()
    {
        var reports = Read("Israel said it killed three gunmen in the car, among them a commander. The group denied it.");

        Assert.All(reports, r => Assert.Equal(FigureStatus.Denied, r.Status));
        Assert.Equal(2, reports.Length);
    }

    [Fact]
    public void WhoMournsBrothersIsAlive()
    {
        var report = Assert.Single(Read("“I saw his shoe,” said Rami Haddad, whose brothers Yasin and Mustafa were both killed."));

        Assert.Equal((CountRange.Exactly(2), true), (report.Count, report.Victims?.StartsWith("brothers", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Some 3,000 people were killed in the province between 2014 and 2017.", true)]
    [InlineData("At least 209 civilians were killed across the country in April.", true)]
    [InlineData("One soldier was killed in the same period.", true)]
    [InlineData("In April a bomber killed nine guards in the town.", false)]
    public void ATollOfYearsOrOfACountrysMonthIsARunningOne(string text, bool running) => Assert.Equal(running, Assert.Single(Read(text)).IsCumulative);

    private static ImmutableArray<CasualtyReport> Read(string text) => FactExtractor.Extract(ArticleReader.FromText("a.txt", text, new DateOnly(2022, 5, 4))).Casualties;
}
