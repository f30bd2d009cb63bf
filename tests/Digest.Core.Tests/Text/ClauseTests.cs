using Digest.Text;

namespace Digest.Tests.Text;

public class ClauseTests
{
    [Theory]
    [InlineData("The strike killed eight fighters.", "kill", "The strike", "eight fighters", false)]
    [InlineData("Eight fighters were killed in the strike.", "kill", "Eight fighters", null, true)]
    [InlineData("Two soldiers wounded in roadside blast", "wound", "Two soldiers", null, true)]
    [InlineData("A trader who hid his name because he feared arrest said he had fled.", "say", "A trader", null, false)]
    [InlineData("The army shelled the town because it feared an attack, residents said.", "say", "residents", null, false)]
    [InlineData("Kenya, which borders Somalia, closed two crossings.", "close", "Kenya", "two crossings", false)]
    [InlineData("Gunmen who stopped a bus, burned it.", "burn", "Gunmen", "it", false)]
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
    [InlineData("The Merowe Committee, a group of activists in the city, said rebels hit the shelter.", "say", "The Merowe Committee", null, false)]
    [InlineData("The Merowe Committee, a group of activists in the city, said the rebels attacked the shelter.", "attack", "the rebels", "the shelter", false)]
    [InlineData("Nine people died, said a doctor wounded in the blast.", "say", "a doctor", null, false)]
    [InlineData("“No,” said a man wounded in the raid.", "say", "a man", null, false)]
    [InlineData("He paid for the truck.", "pay", "He", null, false)]
    [InlineData("The jets targeted and destroyed a depot.", "target", "The jets", null, false)]
    [InlineData("Hundreds of people marching down the avenue chanted slogans.", "chant", "Hundreds", "slogans", false)]
    [InlineData("Gunners shot down the drone near the port.", "shoot", "Gunners", "the drone", false)]          // "down" belongs to the verb
    [InlineData("Al-Shabaab claims to have killed twelve soldiers.", "claim", "Al-Shabaab", null, false)]
    [InlineData("Its claims to have killed twelve soldiers were false.", "be", "Its claims", null, false)]        // a noun: another verb follows
    [InlineData("The governor of the region specified that debris had fallen on a farm.", "specify", "The governor", null, false)]
    [InlineData("The mayor called her “the only friend of the town”.", "call", "The mayor", "her", false)]
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

    // "hit", "strike", "raid" are nouns as often as verbs: a sentence that has no other verb has this one.
    [Theory]
    [InlineData("The US military hit militia camps in Anbar, officials said.", "hit", "The US military", "militia camps")]
    [InlineData("The US military hit militia camps after its troops were hurt, officials said.", "hit", "The US military", "militia camps")]
    [InlineData("The group hit militia camps that had been used to launch drones, he said.", "hit", "The group", "militia camps")]
    [InlineData("Israeli military hit a camp in Jenin, the ministry announced.", "hit", "Israeli military", "a camp")]
    [InlineData("The military hit back.", "hit", "The military", null)]
    [InlineData("Ana Silva hits back: the port was sold.", "hit", "Ana Silva", null)]
    [InlineData("Rebels attack army convoy in Kachin, official says.", "attack", "Rebels", "army convoy")]
    [InlineData("Army attacks village in Kachin, rebels say", "attack", "Army", "village")]
    [InlineData("The army shells villages in Kassala, residents said.", "shell", "The army", "villages")]
    [InlineData("Russian forces strike a power plant in Kharkiv, officials said.", "strike", "Russian forces", "a power plant")]
    [InlineData("Army jets target rebel camps in Kachin, a spokesman said.", "target", "Army jets", "rebel camps")]
    [InlineData("Rebel fighters raid a village near Goma, a chief said.", "raid", "Rebel fighters", "a village")]
    [InlineData("The militia storm the town of Bria, witnesses said.", "storm", "The militia", "the town")]
    [InlineData("Warplanes down a drone over Erbil, police said.", "down", "Warplanes", "a drone")]
    [InlineData("Two attacks wound nine in Kandahar", "wound", "Two attacks", "nine")]
    public void AWordThatMayBeANounIsTheVerbOfASentenceThatLacksOne(string text, string verb, string subject, string? obj)
    {
        var sentence = Some.Sentence(text);
        var clause = Assert.Single(sentence.Clauses, c => c.Lemma == verb);

        Assert.Equal((subject, obj), (Words(sentence, clause.Subject), Words(sentence, clause.Object)));
    }

    [Theory]
    [InlineData("US strikes on militia camps in Iraq, officials said.", "strike")]
    [InlineData("The coalition raids in the area, officials said.", "raid")]
    [InlineData("The military raid a day earlier, the ministry said.", "raid")]
    [InlineData("Tank shells in the town of Rafah, residents said.", "shell")]
    [InlineData("Fresh clashes and air strikes in Khartoum, residents said.", "strike")]
    [InlineData("The ceasefire target date for both sides, he said.", "target")]
    [InlineData("The navy target list that was leaked had two names.", "target")]
    [InlineData("The attack targets were chosen by the army.", "attack")]
    [InlineData("The attack targets were chosen by the army.", "target")]
    [InlineData("An attack in Gao kills six people, a mayor said.", "attack")]
    [InlineData("The US military strikes, which began on Monday, went on.", "strike")]
    [InlineData("US military strike kills three, official says", "strike")]
    public void AWordThatMayBeAVerbStaysANounBesideAnother(string text, string noun) => Assert.DoesNotContain(Some.Sentence(text).Clauses, c => c.Lemma == noun);

    [Fact]
    public void CoordinatedNounPhrasesAreOnePhrase()
    {
        var sentence = Some.Sentence("A teacher, his daughter and two passers-by were killed.");

        Assert.Equal(["A teacher", "his daughter", "two passers-by"], sentence.Clauses[0].Subject!.Conjuncts.Select(c => Words(sentence, sentence.Chunks[c])));
    }

    private static string? Words(Sentence sentence, Phrase? phrase) => phrase is null ? null : Words(sentence, sentence.Chunks[phrase.Conjuncts[0]]);

    private static string Words(Sentence sentence, Chunk chunk) => string.Join(' ', sentence.Tokens[chunk.First..chunk.End].Select(t => t.Text));
}
