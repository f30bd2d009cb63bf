using Digest.Facts;

namespace Digest.Tests.Facts.Reactions;

public class ReactionTests
{
    private static List<Reaction> Read(string text)
    {
        var document = Some.Document(text);
        return [.. ReactionExtractor.Extract(document, StatementExtractor.Extract(document))];
    }

    [Theory]
    [InlineData("The Iraqi government condemned the raid.", "The Iraqi government", Stance.Condemn, SpeakerKind.Government)]
    [InlineData("The Foreign Ministry denied that its planes had crossed the border.", "The Foreign Ministry", Stance.Deny, SpeakerKind.Government)]
    [InlineData("Hezbollah vowed to avenge the commander.", "Hezbollah", Stance.Threaten, SpeakerKind.ArmedGroup)]
    [InlineData("The Houthis claimed responsibility for the strike on the port.", "The Houthis", Stance.ClaimResponsibility, SpeakerKind.ArmedGroup)]
    [InlineData("The Houthis claimed the attack.", "The Houthis", Stance.ClaimResponsibility, SpeakerKind.ArmedGroup)]
    [InlineData("The United Nations urged both sides to stop.", "The United Nations", Stance.Urge, SpeakerKind.InternationalBody)]
    [InlineData("The government accused Iran of arming the group.", "The government", Stance.Accuse, SpeakerKind.Government)]
    [InlineData("Foreign Minister Ana Silva called the raid “a flagrant violation of our borders”.", "Ana Silva", Stance.Condemn, SpeakerKind.Government)]
    [InlineData("“Our forces acted in self-defence,” Defence Minister Ana Silva said.", "Ana Silva", Stance.Defend, SpeakerKind.Government)]
    public void AStanceIsReadFromTheVerbOrTheWords(string text, string speaker, Stance stance, SpeakerKind kind)
    {
        var reaction = Assert.Single(Read(text));

        Assert.Equal((speaker, stance, kind), (reaction.Attribution.Speaker, reaction.Stance, reaction.SpeakerKind));
        Assert.True(reaction.Provenance.HoldsIn(text));
    }

    [Theory]
    [InlineData("The health ministry said five people were killed.")]                 // plain information
    [InlineData("“Two missiles were launched at the base,” a military official said.")] // what was hit, though quoted
    [InlineData("“They must stop this,” a resident said.")]                           // a resident is no official
    [InlineData("The army did not condemn the raid.")]                                // it was not said
    public void WithoutAStanceOrAnOfficeThereIsNoReaction(string text) => Assert.Empty(Read(text));
}
