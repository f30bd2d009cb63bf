using Digest.Text;

namespace Digest.Tests.Text;

public class ClauseTests
{
    [Theory]
    [InlineData("The strike killed eight fighters.", "kill", "The strike", "eight fighters", false)]
    [InlineData("Eight fighters were killed in the strike.", "kill", "Eight fighters", null, true)]
    [InlineData("Two soldiers wounded in roadside blast", "wound", "Two soldiers", null, true)]
    [InlineData("Drone strike kills five near border", "kill", "Drone strike", "five", false)]
    [InlineData("The army said nine rebels had been captured.", "capture", "nine rebels", null, true)]
    [InlineData("The group claimed responsibility for the raid, saying they had fired first.", "claim", "The group", "responsibility", false)]
    [InlineData("The group claimed responsibility for the raid, saying four guards had been captured.", "capture", "four guards", null, true)]
    [InlineData("Bodies bearing wounds were found.", "find", "Bodies", null, true)]
    [InlineData("At least three men had been killed and seven wounded.", "wound", "seven", null, true)]
    [InlineData("A blast killed a guard and wounded two drivers.", "wound", "A blast", "two drivers", false)]
    [InlineData("A bomb went off, killing four people.", "kill", "A bomb", "four people", false)]
    [InlineData("The man who shot two guards was arrested.", "arrest", "The man", null, true)]
    [InlineData("Bodies bearing gunshot wounds were found.", "find", "Bodies", null, true)]
    [InlineData("Ali Hassan, a spokesman for the group, denied it.", "deny", "Ali Hassan", "it", false)]
    [InlineData("Gunmen shot dead six farmers.", "shoot", "Gunmen", "six farmers", false)]
    [InlineData("The attack came after rebels stormed a village.", "storm", "rebels", "a village", false)]
    [InlineData("He paid for the truck.", "pay", "He", null, false)]
    [InlineData("The jets targeted and destroyed a depot.", "target", "The jets", null, false)]
    public void SubjectAndObjectAreFound(string text, string verb, string? subject, string? obj, bool passive)
    {
        var sentence = Some.Sentence(text);
        var clause = Assert.Single(sentence.Clauses, c => c.Lemma == verb);

        Assert.Equal(subject, Words(sentence, clause.Subject));
        if (obj is not null)
            Assert.Equal(obj, Words(sentence, clause.Object));
        Assert.Equal(passive, clause.IsPassive);
    }

    [Theory]
    [InlineData("Soldiers killed in the raid were buried on Friday.", "kill", ClauseKind.Reduced)]
    [InlineData("The strike, which killed two, was the first.", "kill", ClauseKind.Relative)]
    [InlineData("Officials denied that anyone was hurt.", "hurt", ClauseKind.Complement)]
    [InlineData("He left when shells hit the road.", "hit", ClauseKind.Adverbial)]
    public void ClausesAreOfTheirKind(string text, string verb, ClauseKind kind) =>
        Assert.Equal(kind, Assert.Single(Some.Sentence(text).Clauses, c => c.Lemma == verb).Kind);

    [Fact]
    public void CoordinatedNounPhrasesAreOnePhrase()
    {
        var sentence = Some.Sentence("A teacher, his daughter and two passers-by were killed.");

        Assert.Equal(["A teacher", "his daughter", "two passers-by"], sentence.Clauses[0].Subject!.Conjuncts.Select(c => Words(sentence, sentence.Chunks[c])));
    }

    private static string? Words(Sentence sentence, Phrase? phrase) => phrase is null ? null : Words(sentence, sentence.Chunks[phrase.Conjuncts[0]]);

    private static string Words(Sentence sentence, Chunk chunk) => string.Join(' ', sentence.Tokens[chunk.First..chunk.End].Select(t => t.Text));
}
