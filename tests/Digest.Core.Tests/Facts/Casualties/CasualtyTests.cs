using Digest.Facts;
using Digest.News;

namespace Digest.Tests.Facts.Casualties;

/// <summary>
/// The rules by which harm is read, each with an example and near misses. A report is written "k3" (killed, 3 to 3), "w5-" (wounded, at least 5), "k-10" (up to 10),
/// "k4-5", "k?" (no number), "m" missing, "c" captured; a part ends in "p", a superseded figure in "s", a denied one in "d".
/// </summary>
public class CasualtyTests
{
    [Theory]
    // verbs whose object is harmed, active and passive
    [InlineData("The strike killed eight fighters.", "k8")]
    [InlineData("Eight fighters were killed in the strike.", "k8")]
    [InlineData("The strike killed the deal.", "")]
    [InlineData("A blast wounded two guards and a driver.", "w2 w1")]
    [InlineData("Gunmen murdered a judge near the court.", "k1")]
    [InlineData("The bill was killed in parliament.", "")]
    // verbs whose subject is harmed
    [InlineData("Three nurses died when a shell hit the ward.", "k3")]
    [InlineData("Five villagers perished.", "k5")]
    [InlineData("The talks died after three days.", "")]
    // headlines without auxiliaries
    [InlineData("Two soldiers wounded in roadside blast", "w2")]
    [InlineData("Car bomb kills at least nine", "k9-")]
    [InlineData("ROCKETS KILL FOUR, WOUND SIX NEAR CAMP", "k4 w6")]
    // coordination over kinds and victims
    [InlineData("At least three members had been killed and seven wounded.", "k3- w7")]
    [InlineData("A bomb killed a guard and wounded two drivers.", "k1 w2")]
    [InlineData("Two dead and two wounded were reported.", "k2 w2")]
    [InlineData("The raid left three dead and seven wounded.", "k3 w7")]
    [InlineData("The shelling killed or wounded more than 30 people.", "k30- w30-")]
    // nouns
    [InlineData("The clash caused 18 deaths.", "k18")]
    [InlineData("The ministry announced the death of eight of its members.", "k8")]
    [InlineData("Rescuers recovered six bodies.", "k6")]
    [InlineData("The killing of three farmers drew protests.", "k3")]
    [InlineData("Eight injuries were reported at the base.", "w8")]
    [InlineData("The deadly attack drew protests.", "")]
    [InlineData("They discussed the death penalty.", "")]
    // idioms
    [InlineData("The bombing claimed 12 lives.", "k12")]
    [InlineData("The fire cost the lives of six workers.", "k6")]
    [InlineData("Fourteen people lost their lives.", "k14")]
    [InlineData("The army lost nine soldiers.", "k9")]
    [InlineData("The team lost three matches.", "")]
    [InlineData("The army lost three tanks.", "")]
    [InlineData("Gunmen shot dead six farmers.", "k6")]
    [InlineData("Police shot at six cars.", "")]
    [InlineData("Two drivers sustained injuries.", "w2")]
    [InlineData("A woman was found dead at the site.", "k1")]
    // tolls
    [InlineData("The death toll rose to 14.", "k14")]
    [InlineData("The death toll rose to 14 from nine.", "k14 k9s")]
    [InlineData("The governor put the number of wounded at 40.", "w40")]
    [InlineData("The hospital gave a toll of two dead and four injured.", "k2 w4")]
    [InlineData("The bridge toll rose to 14 dollars.", "")]
    // numbers
    [InlineData("About a dozen people were killed.", "k12")]
    [InlineData("Two dozen people were wounded.", "w24")]
    [InlineData("Up to ten people were killed.", "k-10")]
    [InlineData("As many as 20 people were killed.", "k-20")]
    [InlineData("No fewer than 16 people were killed.", "k16-")]
    [InlineData("Four or five men were killed.", "k4-5")]
    [InlineData("Between 10 and 15 people were killed.", "k10-15")]
    [InlineData("Some 1,412 people were killed.", "k1412")]
    [InlineData("Twenty-one miners died.", "k21")]
    [InlineData("Two hundred and fifty people died.", "k250")]
    [InlineData("Dozens of people were wounded.", "w?")]
    [InlineData("Several soldiers were wounded.", "w?")]
    [InlineData("A 13-year-old boy was killed.", "k1")]
    [InlineData("In 2019 a shell killed two boys.", "k2")]
    [InlineData("An F-16 killed three men with a 500-kg bomb.", "k3")]
    [InlineData("A family of five was killed.", "k5")]
    // parts
    [InlineData("The strike killed 20 people, including three children.", "k20 k3p")]
    [InlineData("Nine people, among them two nurses, were killed.", "k9 k2p")]
    [InlineData("Nineteen people were wounded, seven of them women.", "w19 w7p")]
    [InlineData("Four of those killed were teachers.", "k4p")]
    [InlineData("The families of the victims gathered.", "")]
    // what did not happen
    [InlineData("No one was killed.", "")]
    [InlineData("There were no casualties.", "")]
    [InlineData("Nobody was hurt in the blast.", "")]
    [InlineData("The bomb did not kill anyone.", "")]
    [InlineData("They threatened to kill ten people.", "")]
    [InlineData("The blast could have killed hundreds.", "")]
    [InlineData("If two soldiers are killed, we will answer.", "")]
    // missing and captured
    [InlineData("Two men are missing.", "m2")]
    [InlineData("Gunmen kidnapped three engineers.", "c3")]
    [InlineData("Rebels captured three villages.", "")]
    // what points back
    [InlineData("The dead were taken home.", "")]
    [InlineData("The two killed were brothers.", "")]
    // replaced
    [InlineData("Twelve people were killed, not 21.", "k12 k21s")]
    // weekdays, ages and shares are no count
    [InlineData("A bomb wounded 17 Saturday.", "w17")]
    [InlineData("The shelling wounded another 43 Tuesday, a doctor said.", "w43")]
    [InlineData("He was killed on 17 June.", "")]
    [InlineData("Karim Haddad, 46, deputy chairman of the council, was shot dead.", "k1")]
    [InlineData("Three men, 46, 30 and 22, were killed.", "k3")]
    [InlineData("In a raid on the army, eight of its men were killed.", "k8")]
    [InlineData("The blast hurt two children aged 4 and 7.", "w2")]
    [InlineData("The raid killed 30 people, 90 per cent of them women.", "k30")]
    [InlineData("A sum of 12.4 million is missing.", "")]
    // "another", adverbs and "with" beside the harmed
    [InlineData("Three clerks were shot dead and another was injured.", "k3 w1")]
    [InlineData("One reporter was shot dead and another wounded.", "k1 w1")]
    [InlineData("The two sides accused one another.", "")]
    [InlineData("Gunmen killed 34 people, with 25 others severely injured.", "k34 w25")]
    [InlineData("The raid left at least 20 critically wounded.", "w20-")]
    [InlineData("Two gravely wounded soldiers succumbed in the night.", "k2")]
    [InlineData("She cited reports of more than 100 people killed.", "k100-")]
    // clauses that parts and parentheses interrupt
    [InlineData("Raids went on as six people, including a monk, were killed.", "k6 k1p")]
    [InlineData("They took the town and killed 35 people after overpowering the soldiers deployed there.", "k35")]
    [InlineData("Four people, among them a boy of 10, were pronounced dead.", "k4 k1p")]
    [InlineData("A guard was <b>killed</b> at the gate.", "k1")]
    // more idioms
    [InlineData("Gunmen stabbed to death six farmers.", "k6")]
    [InlineData("Gunmen shot dead in Karvik a female clerk.", "k1")]
    [InlineData("A clerk was fatally shot.", "k1")]
    [InlineData("Fifteen villagers were shot, eight fatally.", "w15 k8p")]
    [InlineData("A film was shot in the village.", "")]
    [InlineData("Two policemen paid the supreme price.", "k2")]
    [InlineData("Two traders paid the full price.", "")]
    [InlineData("The attack cost eleven passengers their lives.", "k11")]
    [InlineData("A nurse passed away in the clinic.", "k1")]
    [InlineData("The bill passed away from the cameras.", "")]
    [InlineData("Six soldiers fell on the field of honour.", "k6")]
    [InlineData("Six soldiers fell behind.", "")]
    [InlineData("A family of five was wiped out by the shell.", "k5")]
    [InlineData("The debt was wiped out.", "")]
    [InlineData("The neighbour was blown to pieces.", "k1")]
    [InlineData("The bridge was blown up.", "")]
    [InlineData("The driver had both legs amputated.", "w1")]
    [InlineData("Nine others sustained various degrees of injury.", "w9")]
    [InlineData("After the blast 66 people sought medical help.", "w66")]
    [InlineData("Two residents sought legal help.", "")]
    [InlineData("A woman and a girl were hit by stray bullets.", "w1 w1")]
    [InlineData("Two ministers were hit by sanctions.", "")]
    [InlineData("Seven others were admitted to hospital.", "w7")]
    [InlineData("The wounded were taken to hospital.", "")]
    [InlineData("Eight children are in critical condition.", "w8")]
    [InlineData("Five people are in good spirits.", "")]
    [InlineData("Forty young men were taken away by the gunmen.", "c40")]
    [InlineData("The furniture was taken away.", "")]
    [InlineData("Gunmen seized five students.", "c5")]
    [InlineData("Gunmen seized five rifles.", "")]
    [InlineData("His brothers Yasin and Mustafa were killed.", "k2")]
    [InlineData("Killed were a guard and two drivers.", "k1 k2")]
    [InlineData("The strike left a married couple dead.", "k2")]
    // tolls that count the harmed themselves, before and behind
    [InlineData("The army put its own losses at 13.", "k13")]
    [InlineData("The bank put its own losses behind it.", "")]
    [InlineData("The dead now number 83.", "k83")]
    [InlineData("The toll has gone up to 11.", "k11")]
    [InlineData("The raid brings to 107 the number of peasants killed.", "k107")]
    [InlineData("The union revised the number of people killed, from 50 to 120.", "k50s k120")]
    [InlineData("The number of people killed rose to five, an official said.", "k5")]
    [InlineData("Death toll passes 100", "k100-")]
    [InlineData("Nine died. An official gave a figure of 34.", "k9 k34")]
    [InlineData("The number of displaced stands at 11,000.", "")]
    [InlineData("They spoke of ‘more than 20’ rebel fighters killed.", "k20-")]
    // nature and illness
    [InlineData("The earthquake killed more than 3,700 people.", "")]
    [InlineData("Four patients died of cholera.", "")]
    [InlineData("Four patients died of wounds.", "k4")]
    [InlineData("Not one soldier was among the dead.", "")]
    [InlineData("She could not say how many were injured.", "")]
    // replaced figures
    [InlineData("The report corrects the nine dead it first reported.", "k9s")]
    [InlineData("Earlier the governor had spoken of 30 injured.", "w30s")]
    [InlineData("The governor spoke of 30 injured.", "w30")]
    [InlineData("One man died, bringing the death toll to six.", "k1p k6")]
    // people told of together without a number
    [InlineData("Gunmen killed a tea seller and his son.", "k2")]
    [InlineData("Gunmen killed a judge, his wife and a neighbour.", "k3")]
    [InlineData("His driver and bodyguard were killed.", "k2")]
    [InlineData("A tribal elder and former minister was killed.", "k1")]
    [InlineData("A clerk of the College of Law and Business Studies was killed.", "k1")]
    [InlineData("Karim Haddad, the police chief of Sur, was killed.", "k1")]
    [InlineData("The raid killed the head of the works, Karim Haddad.", "k1")]
    [InlineData("Women and children were killed.", "k?")]
    [InlineData("Three soldiers and a contractor were killed.", "k3 k1")]
    [InlineData("One guard and one driver were killed.", "k1 k1")]
    [InlineData("Two of her guards, Karim Haddad and Omar Zain, were killed.", "k2")]
    [InlineData("A family was killed in the shelling.", "k?")]
    [InlineData("They killed him and his whole family, a total of six people.", "k6")]
    // parts: lists that add up, names, the rest
    [InlineData("Gunmen murdered three reporters, two Danes and a Swede.", "k3 k2p k1p")]
    [InlineData("Gunmen murdered three reporters, a guard said.", "k3")]
    [InlineData("The raid killed six people, including rector Ignacio Paz and two nurses.", "k6 k1p k2p")]
    [InlineData("The raid killed six people, including our colleague Hala Odeh, a nurse and mother of four.", "k6 k1p")]
    [InlineData("The ward received six bodies, among them that of a shepherd.", "k6 k1p")]
    [InlineData("Eight persons - six clerks and two policemen - were killed.", "k8 k6p k2p")]
    [InlineData("The dead comprised nine women and a nurse.", "k9p k1p")]
    [InlineData("The dead included a tea seller and his son.", "k2p")]
    [InlineData("The dead were a tea seller and his son.", "")]
    [InlineData("Twelve of the dead were recruits; the other two were a tea seller and his son.", "k12p k2p")]
    [InlineData("Twelve of the dead were recruits; the other two were clerks.", "k12p k2p")]
    [InlineData("The other two were clerks.", "")]
    [InlineData("It had received 11 bodies, three of them unidentified.", "k11")]
    [InlineData("It had received 11 bodies, three of them women.", "k11 k3p")]
    [InlineData("Six were wounded. Four of the wounded were flown to the capital.", "w6")]
    [InlineData("Six were wounded. Four of the wounded were children.", "w6 w4p")]
    // counts whose harm stands before them
    [InlineData("Nine soldiers were killed, the rebels said; the army speaks of seven.", "k9 k7")]
    [InlineData("Nine soldiers were killed. The army speaks of seven.", "k9 k7")]
    [InlineData("The army speaks of seven.", "")]
    [InlineData("Nine soldiers were killed; the army speaks of seven tanks.", "k9")]
    [InlineData("The council says 19 civilians died; the army says nine fighters did.", "k19 k9")]
    [InlineData("The council says 19 civilians died; nine fighters did their duty.", "k19")]
    [InlineData("The ministry put the dead at 11 at noon, and at six before that.", "k11 k6s")]
    [InlineData("Some 41 soldiers were killed this year, against 28 in the same period of 2024.", "k41 k28")]
    [InlineData("Some 41 soldiers were killed this year, against 28 tanks lost.", "k41")]
    // possessors, and relative clauses with "whose"
    [InlineData("The six priests' slaying drew protests.", "k6")]
    [InlineData("The engineer's body was found in the flooded room.", "k1")]
    [InlineData("The engineer's body was strong.", "")]
    [InlineData("A nurse whose two sons were killed wept.", "k2")]
    [InlineData("The unit, whose commander and two of whose men were killed, withdrew.", "k1 k2")]
    [InlineData("The Zain family, five of whose members died, has left.", "k5")]
    [InlineData("The army, whose soldiers killed nine rebels, withdrew.", "k9")]
    // who was harmed stands further off
    [InlineData("Six workers hired to build a school were killed.", "k6")]
    [InlineData("A singer famed for the songs she sang was shot dead.", "k1")]
    [InlineData("A foe of the clerics who are strong there was shot dead.", "k1")]
    [InlineData("A family of five who had come only the day before was wiped out.", "k5")]
    [InlineData("A lawyer on the list for the April 30 vote was shot dead.", "k1")]
    [InlineData("The first bomb hurt nobody, but the second hit rescuers, killing five people.", "k5")]
    [InlineData("Clashes have killed 28 people, mostly civilians, left dozens hurt, a nurse said.", "k28 w?")]
    [InlineData("Gunmen killed 18 people and wounded eight in the village, stole cattle, and left.", "k18 w8")]
    [InlineData("An attack on a camp hosting internally displaced families killed 17.", "k17")]
    [InlineData("Two men on a motorbike shot dead on Monday a politician.", "k1")]
    [InlineData("Gunmen last night killed a chief.", "k1")]
    [InlineData("Gunmen killed two women aid workers.", "k2")]
    [InlineData("Six persons were confirmed dead yesterday.", "k6")]
    [InlineData("Seven were killed and three wounded late Saturday.", "k7 w3")]
    [InlineData("Six people were killed and 13 injured due to the shelling.", "k6 w13")]
    [InlineData("Six people were feared dead in an outbreak of fighting.", "k6")]
    [InlineData("Six people died in an outbreak of cholera.", "")]
    [InlineData("One woman was said to be injured.", "w1")]
    [InlineData("One woman was said to fear injury.", "")]
    [InlineData("A man hurt in the raid died in hospital.", "k1")]
    public void HarmIsReadWithItsCount(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Read(text).OrderBy(c => c.Provenance.Span).Select(Short)));

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
    [InlineData("Five of those killed were dockers.", "dockers")]
    [InlineData("Five of those killed were from Aden.", null)]
    public void VictimsAreInTheTextsWords(string text, string? victims) => Assert.Equal(victims, Assert.Single(Read(text)).Victims);

    [Theory]
    [InlineData("More than 90 people have been killed since November.", true)]
    [InlineData("Mines have killed 31 people in the past two years.", true)]
    [InlineData("Nine people were killed on Monday.", false)]
    public void ARunningTollIsMarked(string text, bool cumulative) => Assert.Equal(cumulative, Assert.Single(Read(text)).IsCumulative);

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

    private static string Short(CasualtyReport report)
    {
        var effect = char.ToLowerInvariant(report.Effect.ToString()[0]);
        var (min, max) = (report.Count.Min, report.Count.Max);
        var count = !report.Count.IsNumbered ? "?" : min == max ? $"{min}" : $"{min}-{max}";
        var mark = report.IsPartial ? "p" : report.Status switch { FigureStatus.Superseded => "s", FigureStatus.Denied => "d", _ => "" };
        return $"{effect}{count}{mark}";
    }
}
