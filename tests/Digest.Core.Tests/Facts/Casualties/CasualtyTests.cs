using Digest.Facts;
using Digest.News;

namespace Digest.Tests.Facts.Casualties;

/// <summary>
/// Who is harmed, who says so and how a figure stands, in short texts; the rules by which harm is read stand in <c>Rules.txt</c>. Reports are written as <see cref="Casualty"/> says.
/// </summary>
public class CasualtyTests
{
    [Theory]
    // verbs whose object is harmed, active and passive
    [InlineData("Gunmen murdered a judge near the court.", "k1")]
    // verbs whose subject is harmed
    [InlineData("Five villagers perished.", "k5")]
    // coordination over kinds and victims
    [InlineData("At least three members had been killed and seven wounded.", "k3- w7")]
    [InlineData("A bomb killed a guard and wounded two drivers.", "k1 w2")]
    [InlineData("Two dead and two wounded were reported.", "k2 w2")]
    // idioms
    [InlineData("The team lost three matches.", "")]
    [InlineData("Two drivers sustained injuries.", "w2")]
    // numbers
    [InlineData("Twenty-one miners died.", "k21")]
    [InlineData("A family of five was killed.", "k5")]
    // what did not happen
    [InlineData("Nobody was hurt in the blast.", "")]
    // what points back
    [InlineData("The dead were taken home.", "")]
    // weekdays, ages and shares are no count
    [InlineData("The shelling wounded another 43 Tuesday, a doctor said.", "w43")]
    [InlineData("Karim Haddad, 46, deputy chairman of the council, was shot dead.", "k1")]
    [InlineData("In a raid on the army, eight of its men were killed.", "k8")]
    // "another", adverbs and "with" beside the harmed
    [InlineData("One reporter was shot dead and another wounded.", "k1 w1")]
    // clauses that parts and parentheses interrupt
    [InlineData("Raids went on as six people, including a monk, were killed.", "k6 k1p")]
    [InlineData("They took the town and killed 35 people after overpowering the soldiers deployed there.", "k35")]
    [InlineData("A guard was <b>killed</b> at the gate.", "k1")]
    // more idioms
    [InlineData("Gunmen shot dead in Karvik a female clerk.", "k1")]
    [InlineData("The bill passed away from the cameras.", "")]
    [InlineData("A woman and a girl were hit by stray bullets.", "w1 w1")]
    [InlineData("The furniture was taken away.", "")]
    // tolls that count the harmed themselves, before and behind
    [InlineData("The toll has gone up to 11.", "k11")]
    [InlineData("The number of people killed rose to five, an official said.", "k5")]
    [InlineData("They spoke of ‘more than 20’ rebel fighters killed.", "k20-")]
    // people told of together without a number
    [InlineData("The raid killed the head of the works, Karim Haddad.", "k1")]
    [InlineData("Three soldiers and a contractor were killed.", "k3 k1")]
    [InlineData("One guard and one driver were killed.", "k1 k1")]
    // parts: lists that add up, names, the rest
    [InlineData("Gunmen murdered three reporters, a guard said.", "k3")]
    [InlineData("The raid killed six people, including our colleague Hala Odeh, a nurse and mother of four.", "k6 k1p")]
    [InlineData("Twelve of the dead were recruits; the other two were a tea seller and his son.", "k12p k2p")]
    [InlineData("It had received 11 bodies, three of them women.", "k11 k3p")]
    // who was harmed stands further off
    [InlineData("Gunmen last night killed a chief.", "k1")]
    [InlineData("Six persons were confirmed dead yesterday.", "k6")]
    [InlineData("Six villagers were killed and 13 injured due to mortar fire.", "k6 w13")]
    public void HarmIsReadWithItsCount(string text, string expected) =>
        Assert.Equal(expected, Casualty.Read(text));

    [Theory]
    [InlineData("The ministry said nine people were killed.", "The ministry")]
    [InlineData("Nine people were killed, a police officer said.", "a police officer")]
    [InlineData("According to the governor, nine people were killed.", "the governor")]
    [InlineData("The mayor put the toll at nine.", "The mayor")]
    [InlineData("Nine people were killed on Monday.", null)]
    [InlineData("The Green Front claimed to have killed nine soldiers.", "The Green Front")]
    [InlineData("According to a count by the Kivu Monitor, mines killed nine people.", "the Kivu Monitor")]
    [InlineData("A local chief told them of nine bodies.", "A local chief")]
    [InlineData("A local chief saw to the burial of nine bodies.", null)]
    public void AFigureHasTheClaimantTheTextNames(string text, string? claimant) =>
        Assert.Equal(claimant, Assert.Single(Read(text)).Claimant?.Speaker, ignoreCase: true);

    [Theory]
    [InlineData("The strike killed eight members of the Green Front.", "members of the Green Front")]
    [InlineData("Three American soldiers were wounded.", "American soldiers")]
    [InlineData("The clash caused 18 deaths.", null)]
    [InlineData("Five were killed.", null)]
    [InlineData("The war has killed tens of thousands of people.", "people")]
    [InlineData("The war has killed hundreds of thousands.", null)]
    [InlineData("Five of those killed were dockers.", "dockers")]
    [InlineData("Five of those killed were from Aden.", null)]
    public void VictimsAreInTheTextsWords(string text, string? victims) => Assert.Equal(victims, Assert.Single(Read(text)).Victims);

    [Theory]
    [InlineData("More than 90 people have been killed since November.", true)]
    [InlineData("Mines have killed 31 people in the past two years.", true)]
    [InlineData("Nine people were killed on Monday.", false)]
    [InlineData("The war, which began in 2023, has killed tens of thousands of people.", true)]
    [InlineData("The fighting has killed 40 people.", true)]
    [InlineData("The fighting killed 40 people on Monday.", false)]
    [InlineData("At least 91 civilians were killed in the city between Sept. 19 and 29.", true)]
    [InlineData("At least 91 civilians were killed in the city from 3 to 10 May.", true)]
    [InlineData("At least 91 civilians were killed in the city between 9 and 10 on Monday.", false)]
    public void ARunningTollIsMarked(string text, bool cumulative) => Assert.Equal(cumulative, Assert.Single(Read(text)).IsCumulative);

    [Theory]
    [InlineData("A bomb killed nine men. Last month, eight soldiers were wounded and one killed in the same forest.", "9")]
    [InlineData("A clash last month left 50 people dead. A bomb on Sunday killed six of them.", "50 6")]              // what an article opens with is its news
    [InlineData("A bomb killed nine men. A shell on Tuesday killed one.", "9 1")]
    public void WhatAnArticleRecallsIsBackground(string text, string news) =>
        Assert.Equal(news, string.Join(' ', Read(text).Where(r => !r.IsBackground).Select(r => r.Count.Min)));

    [Fact]
    public void ADeniedFigureSaysWhoDeniesIt()
    {
        var report = Assert.Single(Read("The Green Front said it had killed 60 soldiers. The army denied the figure."), r => r.Count.Min == 60);

        Assert.Equal(FigureStatus.Denied, report.Status);
        Assert.Equal("The army", report.DeniedBy);
    }

    [Theory]
    [InlineData("The Green Front said it had killed 60 soldiers. The army called that number “a fabrication”.", FigureStatus.Denied)]
    [InlineData("The Green Front said it had killed 60 soldiers, a figure the army dismissed as false.", FigureStatus.Denied)]
    [InlineData("The Green Front said it had killed 60 soldiers and captured five. The army denied the figure.", FigureStatus.Denied)]
    [InlineData("The Green Front said it had killed 60 soldiers. The army called that day a disaster.", FigureStatus.Current)]
    [InlineData("The Green Front said it had killed 60 soldiers. The army denied any role in the raid.", FigureStatus.Current)]
    public void ADisputedFigureIsDenied(string text, FigureStatus status) => Assert.Equal(status, Assert.Single(Read(text), r => r.Count.Min == 60).Status);

    [Theory]
    [InlineData("Military spokesman: One soldier killed in Karvik\n\nKARVIK, 6 May - The raid went on for hours, and residents hid in cellars until noon.\n\nShops stayed shut.", "Military spokesman")]
    [InlineData("Pakistan: 14 killed in Karvik\n\nKARVIK, 6 May - The raid went on for hours, and residents hid in cellars until noon.\n\nShops stayed shut.", null)]
    [InlineData("Niger says 34 soldiers dead after raid\n\nKARVIK, 6 May - The raid went on for hours, and residents hid in cellars until noon.\n\nShops stayed shut.", "Niger")]
    public void AHeadlineNamesItsSource(string text, string? claimant) => Assert.Equal(claimant, Read(text)[0].Claimant?.Speaker);

    [Fact]
    public void EveryReportIsFoundAgainAtItsSpan()
    {
        const string Text = "A blast killed three men and wounded dozens, police said. The toll later rose to five.";

        Assert.All(Read(Text), r => Assert.True(r.Provenance.HoldsIn(Text)));
    }

    [Theory]
    [InlineData("99999999999999999999999999999999 people were killed.")]
    [InlineData("12.5 people were killed and -3 wounded.")]
    [InlineData("“Nine people were killed")]
    [InlineData("\u202E\u200Fnine\0 people were killed\u0000")]
    [InlineData("killed killed killed wounded dead dead toll of of of")]
    [InlineData("the the the of the and and and , , , were were killed by by")]
    public void BrokenTextIsReadWithoutHarm(string text) => Assert.All(Read(text), r => Assert.True(r.Provenance.HoldsIn(text)));

    [Fact]
    public void RandomTextIsReadWithoutHarm()
    {
        var random = new Random(11);
        string[] words = ["nine", "12", "killed", "wounded", "dead", "were", "was", "the", "a", "toll", "of", "and", ",", ".", "“", "”", "\"", "including", "among", "them", "soldiers", "at least", "not", "from", "to", "said", "(", ")", "–", "who", "that", "Israel", "died", "in", "Gaza", "no", "one", "up", "more than", "’s", "missing"];
        for (var turn = 0; turn < 1_500; turn++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 40)).Select(_ => words[random.Next(words.Length)]));
            Assert.All(Read(text), r => Assert.True(r.Provenance.HoldsIn(text)));
        }
    }

    private static System.Collections.Immutable.ImmutableArray<CasualtyReport> Read(string text) => FactExtractor.Extract(ArticleReader.FromText("some.txt", text, new DateOnly(2025, 5, 7))).Casualties;
}
