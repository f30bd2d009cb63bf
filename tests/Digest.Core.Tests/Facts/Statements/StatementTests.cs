using Digest.Facts;

namespace Digest.Tests.Facts.Statements;

public class StatementTests
{
    private static List<Statement> Read(string text) => [.. StatementExtractor.Extract(Some.Document(text))];

    [Theory]
    [InlineData("\"We will rebuild,\" Mayor Ana Silva said.", "Ana Silva", StatementType.Direct, "\"We will rebuild,\"")]
    [InlineData("“We will rebuild the bridge,” said Ana Silva, the mayor of Porto.", "Ana Silva", StatementType.Direct, "“We will rebuild the bridge,”")]
    [InlineData("“We waited,” Silva told reporters, “and nobody came.”", "Silva", StatementType.Direct, "“We waited,” “and nobody came.”")]
    [InlineData("The army said the bridge was hit at dawn.", "the army", StatementType.Indirect, "the bridge was hit at dawn")]
    [InlineData("The army said it had “no information” on the raid.", "the army", StatementType.Mixed, "it had “no information” on the raid")]
    [InlineData("The bridge was hit at dawn, the army said.", "the army", StatementType.Indirect, "The bridge was hit at dawn")]
    [InlineData("The bridge was hit at dawn, according to the army.", "the army", StatementType.Indirect, "The bridge was hit at dawn")]
    [InlineData("According to the army, the bridge was hit at dawn.", "the army", StatementType.Indirect, "the bridge was hit at dawn")]
    [InlineData("The bridge, the army said, had been hit at dawn.", "the army", StatementType.Indirect, "The bridge had been hit at dawn")]
    [InlineData("“We waited for hours.” — Ana Silva", "Ana Silva", StatementType.Direct, "“We waited for hours.”")]
    [InlineData("Colonel Ana Silva, a spokeswoman, said trains would stop.", "Ana Silva", StatementType.Indirect, "trains would stop")] // "trains" is no inverted speaker
    [InlineData("Ana Silva, 52, who lives nearby, says she heard a blast.", "Ana Silva", StatementType.Indirect, "she heard a blast")]
    [InlineData("Two people were killed, said the ministry.", "the ministry", StatementType.Indirect, "Two people were killed")]
    public void ASpeakerAndWhatIsSaidAreRead(string text, string speaker, StatementType type, string content)
    {
        var statement = Assert.Single(Read(text));

        Assert.Equal((speaker, type, content), (statement.Attribution.Speaker, statement.Type, statement.Content));
    }

    [Theory]
    [InlineData("The bridge was hit at dawn.")]                            // nobody says so
    [InlineData("If the army says the bridge was hit, trains will stop.")] // nobody has said so yet
    [InlineData("The army did not say who had hit the bridge.")]           // it was not said
    [InlineData("He said the bridge was hit.")]                            // nobody is named: a pronoun is no speaker
    [InlineData("The minister stopped short of blaming the army.")]
    [InlineData("The minister left without accusing the army of it.")]
    [InlineData("The army has said nothing about the raid.")]
    public void WithoutASpeakerThereIsNoStatement(string text) => Assert.Empty(Read(text));

    [Fact]
    public void TheOfficialIsTheOneDescribedBefore()
    {
        var statements = Read("A Syrian border official told Gulf Wire that three drones came over.\n\n“First reports speak of damage,” said the official.");

        Assert.All(statements, statement => Assert.Equal("a Syrian border official", statement.Attribution.Speaker));
        Assert.Equal(2, statements.Count);
    }

    [Fact]
    public void TheEvidenceHoldsSpeakerCueAndContentOfTheText()
    {
        const string Text = "On Monday Mayor Ana Silva said the bridge had been “a target”.";

        var statement = Assert.Single(Read(Text));

        Assert.True(statement.Provenance.HoldsIn(Text));
        Assert.Equal("Mayor Ana Silva said the bridge had been “a target”", statement.Provenance.Evidence);
        Assert.Equal(("Ana Silva", "Mayor"), (statement.Attribution.Speaker, statement.Attribution.Role));
    }
}
