using Digest.Facts;

namespace Digest.Tests.Facts.Reactions;

public class ReactionTests
{
    private static List<Reaction> Read(string text)
    {
        var document = Some.Document(text);
        return [.. ReactionExtractor.Extract(document, StatementExtractor.Read(document))];
    }

    [Theory]
    [InlineData("The Iraqi government condemned the raid.", "the Iraqi government", Stance.Condemn, SpeakerKind.Government)]
    [InlineData("The Foreign Ministry denied that its planes had crossed the border.", "the Foreign Ministry", Stance.Deny, SpeakerKind.Government)]
    [InlineData("Hezbollah vowed to avenge the commander.", "Hezbollah", Stance.Threaten, SpeakerKind.ArmedGroup)]
    [InlineData("The Houthis claimed responsibility for the strike on the port.", "the Houthis", Stance.ClaimResponsibility, SpeakerKind.ArmedGroup)]
    [InlineData("The Houthis claimed the attack in a statement carried by their media arm.", "the Houthis", Stance.ClaimResponsibility, SpeakerKind.ArmedGroup)]
    [InlineData("The Houthis claimed the attack.", "the Houthis", Stance.ClaimResponsibility, SpeakerKind.ArmedGroup)]
    [InlineData("The United Nations urged both sides to stop.", "the United Nations", Stance.Urge, SpeakerKind.InternationalBody)]
    [InlineData("The government accused Iran of arming the group.", "the government", Stance.Accuse, SpeakerKind.Government)]
    [InlineData("Foreign Minister Ana Silva called the raid “a flagrant violation of our borders”.", "Ana Silva", Stance.Condemn, SpeakerKind.Government)]
    [InlineData("“Our forces acted in self-defence,” Defence Minister Ana Silva said.", "Ana Silva", Stance.Defend, SpeakerKind.Government)]
    public void AStanceIsReadFromTheVerbOrTheWords(string text, string speaker, Stance stance, SpeakerKind kind)
    {
        var reaction = Assert.Single(Read(text));

        Assert.Equal((speaker, stance, kind), (reaction.Attribution.Speaker, reaction.Stance, reaction.SpeakerKind));
        Assert.True(reaction.Provenance.HoldsIn(text));
    }

    [Theory]
    [InlineData("“We will answer when and where we choose,” Defence Minister Ana Silva said.", Stance.Threaten)]
    [InlineData("“Whoever shelters them will be hit too,” Defence Minister Ana Silva said.", Stance.Threaten)]
    [InlineData("“We won't tolerate it,” Defence Minister Ana Silva said.", Stance.Threaten)]
    [InlineData("“We will continue to support the families,” Defence Minister Ana Silva said.", Stance.Comment)]
    [InlineData("“The guns must fall silent,” Defence Minister Ana Silva said.", Stance.Demand)]
    [InlineData("“The army does not target civilians,” Defence Minister Ana Silva said.", Stance.Deny)]
    [InlineData("“There is no excuse for it,” Defence Minister Ana Silva said.", Stance.Condemn)]
    [InlineData("“It was a proportionate answer,” Defence Minister Ana Silva said.", Stance.Defend)]
    [InlineData("“The enemy shelled a school,” Defence Minister Ana Silva said.", Stance.Accuse)]
    [InlineData("Defence Minister Ana Silva expressed outrage at the raid.", Stance.Condemn)]
    [InlineData("Defence Minister Ana Silva held the rebels responsible for the flood.", Stance.Accuse)]
    [InlineData("The government rejected the attack on its neighbour.", Stance.Condemn)]
    [InlineData("Kataib al-Nasr said its fighters had struck the base.", Stance.ClaimResponsibility)]
    [InlineData("The Houthis warned of more attacks on shipping.", Stance.Threaten)]
    [InlineData("“We will not stand by,” Defence Minister Ana Silva said.", Stance.Threaten)]
    [InlineData("“Terror will be met with force,” Defence Minister Ana Silva said.", Stance.Threaten)]
    [InlineData("Defence Minister Ana Silva said the army reserves its right to respond.", Stance.Threaten)]   // more than a defence
    [InlineData("Defence Minister Ana Silva said she would not answer “in front of the children”.", Stance.Comment)] // "answer" as "reply"
    [InlineData("“If this truce goes, my people go with it,” Defence Minister Ana Silva said.", Stance.Warn)]
    [InlineData("“If that is a depot, then every kitchen is a depot,” Defence Minister Ana Silva said.", Stance.Comment)] // irony, no warning
    [InlineData("“Not one round left our side,” Defence Minister Ana Silva said.", Stance.Deny)]
    [InlineData("“We do not touch temples,” Defence Minister Ana Silva said.", Stance.Deny)]
    [InlineData("Defence Minister Ana Silva distanced herself from the blast.", Stance.Deny)]
    [InlineData("Defence Minister Ana Silva put the blame on the rebels.", Stance.Accuse)]
    [InlineData("Defence Minister Ana Silva told both sides to take their men off the street.", Stance.Demand)]
    [InlineData("Defence Minister Ana Silva called for patience.", Stance.Urge)]
    [InlineData("Defence Minister Ana Silva called for sanctions.", Stance.Demand)]
    [InlineData("Naval forces of the Houthi movement hit the tanker, their military spokesman Ana Silva said.", Stance.ClaimResponsibility)]
    [InlineData("“Those who want the town will find us in it,” said a spokesman for Hezbollah.", Stance.Threaten)]
    [InlineData("“The terrorists stored explosives in the school,” Defence Minister Ana Silva said.", Stance.Accuse)]
    [InlineData("Kataib al-Nasr said it was behind the blasts.", Stance.ClaimResponsibility)]
    [InlineData("Defence Minister Ana Silva said rebels were behind the bombing.", Stance.Accuse)]                    // others', not her own
    [InlineData("Defence Minister Ana Silva said Iran was responsible for the attack.", Stance.Accuse)]
    [InlineData("“Rebels burned the school,” Defence Minister Ana Silva said.", Stance.Accuse)]                        // the other side does harm
    [InlineData("“This is the signature of Kigali,” Defence Minister Ana Silva said.", Stance.Accuse)]
    [InlineData("“There is no military way out,” Defence Minister Ana Silva said.", Stance.Urge)]                      // denies nothing
    [InlineData("Defence Minister Ana Silva said her country “neither owns nor uses” such mines.", Stance.Deny)]
    [InlineData("Defence Minister Ana Silva said the raid would not remain without consequences.", Stance.Threaten)]
    [InlineData("Defence Minister Ana Silva said nobody would be permitted to cross.", Stance.Threaten)]
    [InlineData("“The full weight of the law will fall on them,” Defence Minister Ana Silva said.", Stance.Threaten)]
    [InlineData("“We hold the bridge, but not if the shelling goes on,” Defence Minister Ana Silva said.", Stance.Warn)]
    [InlineData("“Bring the wounded to the river,” Defence Minister Ana Silva said.", Stance.Urge)]                    // a command
    [InlineData("“Bring coffins,” said a spokesman for Hezbollah.", Stance.Threaten)]                                  // an armed group's
    [InlineData("“Bring us one photograph,” said a spokesman for Hezbollah.", Stance.Comment)]                         // dares, and threatens nobody
    [InlineData("“Our men withdrew for tactical reasons,” Defence Minister Ana Silva said.", Stance.Defend)]           // "withdrew" demands nothing
    [InlineData("Defence Minister Ana Silva called it “collective punishment”.", Stance.Condemn)]
    [InlineData("Kataib al-Nasr said its fighters had overrun a military base.", Stance.ClaimResponsibility)]
    [InlineData("Defence Minister Ana Silva insisted the talks were working.", Stance.Comment)]
    [InlineData("“They burned the town and fled. They will be found,” Defence Minister Ana Silva said.", Stance.Threaten)]
    [InlineData("“If they touch our people, we will come to their offices,” said a spokesman for Hezbollah.", Stance.Threaten)]
    [InlineData("“We will come to their aid,” Defence Minister Ana Silva said.", Stance.Comment)]
    [InlineData("The Houthis claimed the capture of the island.", Stance.ClaimResponsibility)]
    [InlineData("“Peru has not attacked Chile,” said Peru’s defence minister, Ana Silva.", Stance.Deny)]
    [InlineData("“Our quarrel is with the gangs, not with the people of Chile,” said Peru’s defence minister, Ana Silva.", Stance.Comment)] // Chile is not accused
    [InlineData("Defence Minister Ana Silva said Peru would “give a fitting reply at the proper time”.", Stance.Threaten)]
    [InlineData("“We will choose the hour,” Defence Minister Ana Silva said.", Stance.Threaten)]
    [InlineData("“We were forty kilometres away,” Defence Minister Ana Silva said.", Stance.Deny)]
    [InlineData("“I have never seen an ounce of it,” Defence Minister Ana Silva said.", Stance.Deny)]
    [InlineData("“I have never been so proud,” Defence Minister Ana Silva said.", Stance.Comment)]
    [InlineData("“Our men returned fire,” Defence Minister Ana Silva said.", Stance.Defend)]
    [InlineData("Defence Minister Ana Silva called the picture a fake.", Stance.Deny)]
    [InlineData("Defence Minister Ana Silva said the country was “watching closely”.", Stance.Comment)]
    [InlineData("“We will not be found asleep twice,” Defence Minister Ana Silva said.", Stance.Warn)]
    [InlineData("Defence Minister Ana Silva faulted the monitors.", Stance.Condemn)]
    [InlineData("Both governments have lodged protests.", Stance.Condemn)]
    [InlineData("Defence Minister Ana Silva asked the two sides to wait.", Stance.Urge)]
    [InlineData("Defence Minister Ana Silva said Egypt stood “shoulder to shoulder” with Jordan.", Stance.Comment)]
    public void TheStanceFollowsFromWhatIsSaid(string text, Stance stance) => Assert.Equal(stance, Assert.Single(Read(text)).Stance);

    [Theory]
    [InlineData("The governor attributed the attack to dissidents of the FARC.", true)]
    [InlineData("The governor attributed the attack to dissidents of the FARC and asked the president to “stop rewarding killers”.", true)]
    [InlineData("The bombing was attributed by the army to the ELN.", true)]
    [InlineData("The army ascribed Monday's killings to bandits.", true)]
    [InlineData("The army blamed the massacre on the ADF.", true)]
    [InlineData("The army pinned the massacre on the ADF.", true)]
    [InlineData("The ministry laid the blame squarely at the door of Kigali.", true)]
    [InlineData("The ministry laid the blame at Rwanda's door.", true)]
    [InlineData("The mayor pointed the finger at the RSF.", true)]
    [InlineData("The mayor said the RSF was behind the shelling.", true)]
    [InlineData("The army said the ambush bore the hallmarks of the ADF.", true)]
    [InlineData("The ministry attributed the delay to the weather.", false)]
    [InlineData("The ministry attributed the delay to the army.", false)]                    // nobody's deed
    [InlineData("The ministry attributed the quote to a junior officer.", false)]
    [InlineData("The army attributed the fall in attacks to its patrols.", false)]           // the fall is no deed
    [InlineData("Eighteen died in the bombing. The police commissioner attributed it to Boko Haram.", true)]
    [InlineData("The army attributed the explosion to a gas leak.", false)]
    [InlineData("The army blamed the explosion on a gas leak.", false)]
    [InlineData("The army blamed bad weather for the crash.", false)]
    public void WhoeverTracesADeedToSomebodyAccuses(string text, bool accuses) => Assert.Equal(accuses, Read(text).Exists(r => r.Stance == Stance.Accuse));

    [Theory]
    [InlineData("“The enemy never controlled the camp,” an army spokesman said.", Stance.Deny)]
    [InlineData("“The camp never fell,” an army spokesman said.", Stance.Deny)]
    [InlineData("“The enemy did not enter the camp,” an army spokesman said.", Stance.Deny)]
    [InlineData("“The enemy never respected the truce,” an army spokesman said.", Stance.Accuse)]
    [InlineData("“Those who ordered it will be found,” an army spokesman said.", Stance.Threaten)]
    [InlineData("“Those who carried out this cowardly act will answer for it,” an army spokesman said.", Stance.Threaten)]
    [InlineData("“The missing will be found,” an army spokesman said.", Stance.Comment)]
    [InlineData("“The killers will be brought to book,” an army spokesman said.", Stance.Threaten)]
    [InlineData("“We will respond,” an army spokesman said.", Stance.Threaten)]
    [InlineData("“We will respond to questions on Friday,” an army spokesman said.", Stance.Comment)]
    [InlineData("“We will respond to the needs of the displaced,” an army spokesman said.", Stance.Comment)]
    [InlineData("“There will be consequences,” an army spokesman said.", Stance.Threaten)]
    [InlineData("“We will strike a deal before winter,” an army spokesman said.", Stance.Comment)]
    [InlineData("“We will strike before winter,” an army spokesman said.", Stance.Threaten)]
    [InlineData("“They will be neutralised,” an army spokesman said.", Stance.Threaten)]
    [InlineData("“No one is spared. Ceasefire now,” an army spokesman said.", Stance.Demand)]
    [InlineData("“No one is there,” an army spokesman said.", Stance.Deny)]
    [InlineData("An army spokesman called the raid “the work of beasts”.", Stance.Condemn)]
    [InlineData("An army spokesman called the raid “the work of Kigali”.", Stance.Accuse)]
    [InlineData("“The terrorists had turned the school into a factory,” an army spokesman said.", Stance.Accuse)]
    [InlineData("“We had no order to attack that road,” an army spokesman said.", Stance.Deny)]
    public void AVowIsNoAnswerAndADenialNoCharge(string text, Stance stance) => Assert.Equal(stance, Assert.Single(Read(text)).Stance);

    [Theory]
    [InlineData("China called on both sides to show restraint.", "China")]                   // "show" is what they are to do
    [InlineData("China, which borders the state, called on both sides to return to the table.", "China")]
    [InlineData("China, a neighbour, called on both sides to “stop the fighting”.", "China")]
    [InlineData("The council asked the president to “stop the talks”.", "the council")]
    public void WhoeverIsAddressedIsToDoIt(string text, string speaker)
    {
        var reaction = Assert.Single(Read(text));

        Assert.Equal((speaker, Stance.Urge), (reaction.Attribution.Speaker, reaction.Stance));
    }

    [Fact]
    public void AStanceInsideAnothersWordsBelongsToWhoTakesIt()
    {
        var reaction = Assert.Single(Read("Kataib Hezbollah said five of its members died in strikes that Washington said were in response to attacks."));

        Assert.Equal(("Washington", Stance.Defend), (reaction.Attribution.Speaker, reaction.Stance));
    }

    [Theory]
    [InlineData("Minister Dr. Ana Silva condemned the raid.", true)]                  // a learned title beside an office
    [InlineData("Dr. Ana Silva condemned the raid.", false)]
    [InlineData("The army's media wing condemned the raid.", true)]
    [InlineData("The media condemned the raid.", false)]
    [InlineData("The commission of the African Union condemned the raid.", true)]     // no trade union
    [InlineData("The Doctors' Union condemned the raid.", false)]
    [InlineData("Neighbouring Chad condemned the raid.", true)]
    [InlineData("Ombudswoman Ana Silva condemned the raid.", true)]
    [InlineData("A community leader condemned the raid.", false)]
    [InlineData("Ana Silva, the governor's adviser on media, condemned the raid.", true)]
    [InlineData("The president's office condemned the raid.", true)]
    [InlineData("The doctor's office condemned the raid.", false)]
    [InlineData("The African Union, Turkey and Egypt condemned the raid.", true)]
    public void WhoeverSpeaksForAPublicBodyReacts(string text, bool reacts) => Assert.Equal(reacts, Read(text).Count > 0);

    [Theory]
    [InlineData("The health ministry said five people were killed.")]                 // plain information
    [InlineData("“Two missiles were launched at the base,” a military official said.")] // what was hit, though quoted
    [InlineData("“They must stop this,” a resident said.")]                           // a resident is no official
    [InlineData("The army neither confirmed nor denied the raid.")]
    [InlineData("The army did not condemn the raid.")]                                // it was not said
    [InlineData("“There were no casualties,” an army spokesman said.")]               // a toll, and no denial
    [InlineData("The army said rebels attacked a post and killed five.")]             // what happened, in words that are nobody's own
    [InlineData("“The demands of the mutineers were heard,” an army spokesman said.")]         // nothing is demanded
    [InlineData("The army said it was holding two men captured on Monday.")]
    public void WithoutAStanceOrAnOfficeThereIsNoReaction(string text) => Assert.Empty(Read(text));
}
