using System.Text;
using Digest.Facts;
using Digest.News;
using Digest.Text;

namespace Digest.Tests.Facts;

/// <summary>Forms of attribution beyond "he said": each with what must be read, and near misses that say nothing.</summary>
public class SpeechFormTests
{
    private static Statement[] Read(string text) => [.. StatementExtractor.Extract(Some.Document(text))];

    [Theory]
    // Two who speak together
    [InlineData("Ana Silva and Ben Costa said in a joint statement that the truce was dead.", "Ana Silva and Ben Costa", "that the truce was dead")]
    [InlineData("The commissioner, Ana Silva, and the prosecutor, Ben Costa, said that the file was closed.", "Ana Silva and Ben Costa", "that the file was closed")]
    [InlineData("The founder and head of the clinic, Ana Silva, said that it was closed.", "Ana Silva", "that it was closed")]          // one who is two things
    [InlineData("Ana Silva of the Health and Safety Office said that it was closed.", "Ana Silva", "that it was closed")]
    // A relative clause between the name and its verb
    [InlineData("White Lamps of Porto, a group that feeds the old, said the road was shut.", "White Lamps of Porto", "the road was shut")]
    [InlineData("Washington, which bankrolls the mission, told its citizens to leave.", "Washington", "its citizens to leave")]
    [InlineData("The junta was silent. Its mouthpiece, the Porto Gazette, accused the mayor of theft.", "Porto Gazette", "the mayor of theft")]
    [InlineData("“We did not place it,” a statement signed by the Western Bloc read.", "the Western Bloc", "“We did not place it,”")]
    [InlineData("The Central Staff, a faction of former rebels, was blamed. The faction rejected the charge.", "the Central Staff", "the charge")]
    [InlineData("The bishop, Omar Haddad, and the mayor, Ana Silva, appealed jointly for a pause.", "Omar Haddad and Ana Silva", "a pause")]
    [InlineData("The envoy said Washington was alarmed, but stopped short of naming anybody.", "the envoy", "Washington was alarmed")]
    [InlineData("Governor of the Porto Region Ana Silva said that debris had fallen on a farm.", "Ana Silva", "that debris had fallen on a farm")]
    // Where what is said ends
    [InlineData("Turkey condemned the attack and wished the wounded well.", "Turkey", "the attack")]
    [InlineData("The mayor condemned the attack and the silence about it.", "the mayor", "the attack and the silence about it")]
    // What is said to whom, of what
    [InlineData("The colonel warned reporters against spreading rumours.", "the colonel", "reporters against spreading rumours")]
    [InlineData("Commenting on reports that the dam was hit, the mayor said nobody knew.", "the mayor", "nobody knew")]
    [InlineData("The ministry would only say that its staff were safe.", "the ministry", "that its staff were safe")]
    [InlineData("The envoy, Ana Silva, wrote to the council asking for an inquiry.", "Ana Silva", "an inquiry")]
    [InlineData("Jets hit a school, killing at least nine people, most of them pupils, residents and officials said.", "residents and officials", "Jets hit a school, killing at least nine people, most of them pupils")]
    [InlineData("“How many schools does it take?” Ana Silva wrote in a letter seen by the Post.", "Ana Silva", "“How many schools does it take?”")]
    [InlineData("Angola and Qatar, the mediators, said that they were dismayed.", "Angola and Qatar", "that they were dismayed")]
    [InlineData("The colonel rejected the charge in an interview with the radio.", "the colonel", "the charge")]
    [InlineData("Nine died in Porto, says Kyiv's press; Moscow: “Only soldiers were hit.”", "Moscow", "“Only soldiers were hit.”")]
    [InlineData("France vowed further sanctions; Hungary did not sign.", "France", "further sanctions")]
    // A name and a colon, an hour before it or a place behind it
    [InlineData("Prime Minister Ana Silva: “We want no war.”", "Ana Silva", "“We want no war.”")]
    [InlineData("17:55 Prime Minister Ana Silva in Porto: “We want no war.”", "Ana Silva", "“We want no war.”")]
    [InlineData("16:10 The ministry says a lorry broke down.", "the ministry", "a lorry broke down")]
    [InlineData("“Whoever waits gets the bomb,” minister Ana Silva quipped.", "Ana Silva", "“Whoever waits gets the bomb,”")]
    // Nouns that attribute
    [InlineData("The army's claim that its planes hit nothing else was doubted.", "The army", "that its planes hit nothing else")]
    [InlineData("A warning by the council that the dam may break went unheard.", "the council", "that the dam may break")]
    [InlineData("Its spokesman Omar Haddad repeated the group's pledge to leave the port.", "the group", "to leave the port")]
    // Led up to by a colon, with a verb that is no cue
    [InlineData("The envoy was blunter: “Both of them lie to us.”", "the envoy", "“Both of them lie to us.”")]
    [InlineData("Mayor Ana Silva had a message for the town: “We will rebuild.”", "Ana Silva", "“We will rebuild.”")]
    // Behind a quotation whoever is named first speaks
    [InlineData("“They just went,” Karim Aziz (a former officer), a member of the council, said on Monday.", "Karim Aziz", "“They just went,”")]
    [InlineData("“We will pay for none of it,” the letter reads.", "the letter", "“We will pay for none of it,”")]
    // Between commas behind the speaker
    [InlineData("Foreign Minister Ana Silva, speaking beside her host, Karim Aziz, said that both had agreed.", "Ana Silva", "that both had agreed")]
    [InlineData("A man who asked not to be named for fear of arrest said soldiers had fired.", "a man", "soldiers had fired")]
    // What a relative clause says of what stands before it
    [InlineData("The ministry spoke of 40 dead, a figure that the army disputed.", "the army", "a figure")]
    [InlineData("The raid followed strikes that Washington said were defensive.", "Washington", "strikes were defensive")]
    [InlineData("They fired in what adviser Jon Finley called a “grave” attack.", "Jon Finley", "a “grave” attack")]
    // A remark set into its own content
    [InlineData("The camp, Ana Silva said on Monday, was empty by noon.", "Ana Silva", "The camp was empty by noon")]
    [InlineData("Said Silva: “I never got the letter.”", "Silva", "“I never got the letter.”")]
    [InlineData("In a radio interview Silva said “We knew it was coming.”", "Silva", "“We knew it was coming.”")]
    [InlineData("Police said nobody fired — “not one shot,” in the words of spokeswoman Ana Silva.", "Ana Silva", "“not one shot,”")]
    [InlineData("The council held the government responsible for the flood.", "the council", "the government responsible for the flood")]
    [InlineData("According to radio host Karim Aziz, a former officer, the bridge is gone.", "Karim Aziz", "the bridge is gone")]
    // Typed, shouted, held, put: words in marks behind verbs that take nothing else
    [InlineData("On the form a doctor had typed “unfit for travel.”", "a doctor", "“unfit for travel.”")]
    [InlineData("Protesters marching along the avenue chanted “What curfew?” and left at two.", "Protesters", "“What curfew?”")]
    [InlineData("Ana Silva spoke out because to her, “there is nothing more important than telling it right.”", "Ana Silva", "“there is nothing more important than telling it right.”")]
    [InlineData("He was seen, as the Harbour Review put it in a long portrait, “the fixer.”", "the Harbour Review", "“the fixer.”")]
    [InlineData("Ana Silva still says things such as, “We are not all equal, you know.”", "Ana Silva", "things such as, “We are not all equal, you know.”")]
    // Behind a colon only the quotation is said
    [InlineData("Senator Ana Silva scolded him: “You knew what the road would cost,” she said.", "Ana Silva", "“You knew what the road would cost,”")]
    [InlineData("Minister Ana Silva said the deadline had passed: “Go now, or stay for good.”", "Ana Silva", "“Go now, or stay for good.”")]
    [InlineData("The Harbour Review reports:\n“The bridge was never built.”", "The Harbour Review", "“The bridge was never built.”")]
    // Who issues a statement, or turns to the public, says what it says
    [InlineData("The council issued a statement calling the test “a clear violation” of the truce.", "the council", "the test “a clear violation” of the truce")]
    [InlineData("Ana Silva took to Telegram overnight to accuse the army of being “led by thieves.”", "Ana Silva", "the army of being “led by thieves.”")]
    [InlineData("Ana Silva used her speech to warn that the city would fall.", "Ana Silva", "that the city would fall")]
    // Where the content ends
    [InlineData("Ana Silva promised lower taxes and “roads, roads, roads,” but she has also sharpened her tone.", "Ana Silva", "lower taxes and “roads, roads, roads,”")]
    [InlineData("“We are in a bad place,” Ana Silva told reporters after the meeting that was held on a boat.", "Ana Silva", "“We are in a bad place,”")]
    [InlineData("“This will be answered,” Ana Silva promised the families on Sunday.", "Ana Silva", "“This will be answered,”")]
    [InlineData("Ana Silva said in the letter that the poster “wrongly and knowingly” suggests that the police agree.", "Ana Silva", "that the poster “wrongly and knowingly” suggests that the police agree")]
    [InlineData("The nominee Ana Silva vowed to harshly punish “those who break the rules.”", "Ana Silva", "to harshly punish “those who break the rules.”")]
    [InlineData("If they come, warned Ana Silva, “there will be nothing left to save”.", "Ana Silva", "If they come “there will be nothing left to save”")]
    // Whose phrase stands between the name and its verb
    [InlineData("Iran, whose border lies 30 kilometres away, urged its neighbours to wait.", "Iran", "its neighbours to wait")]
    [InlineData("The envoy spoke of Iran, whose ambassador said that it was late.", "Iran’s ambassador", "that it was late")]
    [InlineData("Spokesperson Ana Silva said at her weekly briefing that the talks were dead.", "Ana Silva", "that the talks were dead")]
    // Whoever has spoken is a body for "it"; a body's statement is the body's
    [InlineData("Iraq’s media cell said two rockets fell. It added that nobody was hurt.", "Iraq’s media cell", "that nobody was hurt")]
    [InlineData("Peru’s defence ministry denied it. Its statement said that the post was empty.", "Peru’s defence ministry", "that the post was empty")]
    [InlineData("Kenya sent police. The Red Lamp hospital in Porto took in thirty people, according to its director, Omar Haddad. He said that the youngest was four.", "Omar Haddad", "that the youngest was four")]
    [InlineData("France “condemns this in the clearest terms”, President Ana Silva wrote.", "Ana Silva", "France “condemns this in the clearest terms”")]
    [InlineData("The bishop said whoever kills in a church “has left the faith”.", "the bishop", "whoever kills in a church “has left the faith”")]
    [InlineData("The colonel said the front had “no order to attack that road” and suggested the army had “tripped over its own mine”.", "the colonel", "the army had “tripped over its own mine”")]
    [InlineData("The mission in Colombia called for calm, and its head, Ana Silva, warned that it was late.", "the mission in Colombia", "calm")]
    [InlineData("Qatar warned that the attack could “blow up the talks”, while Jordan summoned the envoy.", "Qatar", "that the attack could “blow up the talks”")]
    [InlineData("The general told the BBC that “the guns must stop tonight”; the envoy, Ana Silva, offered to mediate.", "the general", "that “the guns must stop tonight”")]
    [InlineData("“They will be judged,” Ana Silva said, adding, “There is no place for pity.”", "Ana Silva", "“There is no place for pity.”")]
    [InlineData("The envoy derided the deal as toothless, but the mayor learned from it.", "the envoy", "the deal as toothless")]
    // Whoever writes "I" is the author, of whom nothing else is told
    [InlineData("My aunt drove on; I grinned and said, “We never feared the tide.”", "the author", "“We never feared the tide.”")]
    [InlineData("The town was shelled, a claim New Delhi called “laughable”.", "New Delhi", "“laughable”")]
    [InlineData("Hamas, which governs Gaza, denied that the men had come through tunnels.", "Hamas", "that the men had come through tunnels")]
    [InlineData("The president vowed on Friday to “cut off every hand”, as a group that calls itself Red Dawn released a video.", "the president", "to “cut off every hand”")]
    [InlineData("Twelve men died, police said, and the president ordered the army back onto the streets.", "police", "Twelve men died")]
    [InlineData("Ana Silva quoted the president as saying the talks were “suspended, not buried”.", "the president", "the talks were “suspended, not buried”")]
    [InlineData("“We ask nobody’s leave,” the radio quoted Omar Haddad as saying.", "Omar Haddad", "“We ask nobody’s leave,”")]
    [InlineData("Peru’s prime minister, Omar Haddad, who chairs the council, said the road was shut.", "Omar Haddad", "the road was shut")]
    [InlineData("The bishop of Porto, Omar Haddad, speaking for both churches alike, implored them to stop.", "Omar Haddad", "them to stop")]
    [InlineData("Army spokesman Omar Haddad, asked about the tea shop, said by telephone that he “had nothing to add”.", "Omar Haddad", "that he “had nothing to add”")]
    [InlineData("Its appointed governor across the river, Omar Haddad, said the road was shut.", "Omar Haddad", "the road was shut")]
    [InlineData("Cairo and Riyadh each said that the other had fired first.", "Cairo and Riyadh", "that the other had fired first")]
    [InlineData("“I have never seen it,” Ana Silva said, and accused Omar Haddad of “carrying water”.", "Ana Silva", "Omar Haddad of “carrying water”")]
    [InlineData("The government, Omar Haddad told journalists outside the chamber, had struck “a nest of vipers”.", "Omar Haddad", "The government had struck “a nest of vipers”")]
    [InlineData("Its chief “calls for the mission to be sent without delay”, Ana Silva said.", "Ana Silva", "Its chief “calls for the mission to be sent without delay”")]
    [InlineData("Peru, the ministry went on, “reserves the right to respond”.", "the ministry", "Peru “reserves the right to respond”")]
    [InlineData("Ana Silva said that Peru respects the border “but will not joke about it”.", "Ana Silva", "that Peru respects the border “but will not joke about it”")]
    [InlineData("The African Union called for an inquiry, and Kenya condemned what it called “an assault on the wounded”.", "the African Union", "an inquiry")]
    [InlineData("The ministry insisted its men “never fired first”, and a deputy, Omar Haddad, called the charge a lie.", "the ministry", "its men “never fired first”")]
    [InlineData("As Omar Haddad put it, quoting an old woman, “they have shot even the saints”.", "Omar Haddad", "“they have shot even the saints”")]
    [InlineData("Ana Silva arrived. Omar Haddad has telephoned Paris, his office said.", "Omar Haddad’s office", "Omar Haddad has telephoned Paris")]
    [InlineData("Interior Minister Ana Silva quoted the president as saying no. Asked when, she said: “His words have no end.”", "Ana Silva", "“His words have no end.”")]
    [InlineData("Peru’s prime minister accused Chile of a raid. “We do not want war,” Prime Minister Omar Haddad wrote.", "Omar Haddad", "Chile of a raid")]
    [InlineData("The White House said no more. “We do not comment on raids,” press secretary Ana Silva said.", "Ana Silva", "“We do not comment on raids,”")]
    [InlineData("Ana Silva hits back: “She sold the port.”", "Ana Silva", "“She sold the port.”")]
    [InlineData("Ana Silva fires back that nobody asked her.", "Ana Silva", "that nobody asked her")]
    [InlineData("A KIA officer asked not to be named. “It was a rice mill,” the KIA officer said.", "a KIA officer", "“It was a rice mill,”")]
    public void TheFormIsReadWithItsSpeaker(string text, string speaker, string content) =>
        Assert.Contains(Read(text), s => s.Attribution.Speaker.Equals(speaker, StringComparison.OrdinalIgnoreCase) && s.Content.TrimEnd('.') == content.TrimEnd('.'));

    [Theory]
    [InlineData("Did the ministry confirm the strike?")]        // a question asserts nothing
    [InlineData("The army gave no toll.")]                      // nothing is said
    [InlineData("The family sought shelter in the school.")]    // asked of nobody
    [InlineData("The claim was read out in court.")]            // nobody is named, nothing is told
    [InlineData("The ceasefire held on Monday.")]
    [InlineData("Israel neither confirmed nor denied the strike.")]
    [InlineData("Neither the ministry nor the army said whether anyone had died.")]
    [InlineData("The film concludes with a scene in the port.")]
    [InlineData("The truck story suggests the plan is old.")]   // a story is nobody
    [InlineData("The group claimed the storming of a camp that the army had held.")] // a deed claimed, and no words about it
    [InlineData("An officer briefed on the raid, a man of few words, left.")]       // to whom it was told
    public void NothingIsSaid(string text) => Assert.Empty(Read(text));

    [Fact]
    public void ATranscriptIsReadByItsLabels()
    {
        var said = Read("HADDAD: Why did you stay?\nSILVA: We had nowhere to go. The road was cut.\nHADDAD: Did the army help?\nSILVA: It did not.");

        Assert.Equal(["HADDAD", "SILVA", "HADDAD", "SILVA"], said.Select(s => s.Attribution.Speaker));
        Assert.Equal("We had nowhere to go. The road was cut.", said[1].Content);
        Assert.All(said, s => Assert.Equal(StatementType.Direct, s.Type));
    }

    [Theory]
    [InlineData("Gaza: ten killed in a raid.\nAleppo: the road is open.")] // no label returns
    [InlineData("The mayor said: nobody came.")]
    [InlineData("MONDAY: The bridge fell.\nTUESDAY: The road was shut.")]
    public void AColonAloneMakesNoTranscript(string text) => Assert.DoesNotContain(Read(text), s => s.Type == StatementType.Direct);

    [Fact]
    public void WordsSetOffWithoutMarksBelongToWhoeverTheyAreAnnouncedFor()
    {
        var statement = Assert.Single(Read("The ministry said in a statement:\nOur teams reached the village at dawn and found it empty."));

        Assert.Equal("Our teams reached the village at dawn and found it empty.", statement.Content);
    }

    [Theory]
    [InlineData("Mayor Ana Silva said the bridge was gone. Her cousin, Colonel Karim Silva, said it was not. “We wait,” Colonel Silva said.", "Karim Silva")] // his office
    [InlineData("Mayor Ana Silva came. Silva spoke first. It rained. The road was closed. Later Karim Silva came too. The guns fell silent. It was noon. The sun came out. “We wait,” Silva said.", "Ana Silva")] // so called before another was named
    [InlineData("Mayor Ana Silva came. Colonel Karim Silva came. It rained. The road was closed. The guns fell silent. “We wait,” Colonel Aziz said. “We go,” Silva said.", "Silva")] // left open
    [InlineData("Mayor Ana Silva met Karim Silva at noon. “We wait,” Silva said.", "Silva")]
    [InlineData("Mayor Ana Silva came. “We wait,” Silva said.", "Ana Silva")]
    public void ASurnameMeansWhomTheTextLetsItMean(string text, string speaker) => Assert.Equal(speaker, Read(text)[^1].Attribution.Speaker);

    [Theory]
    [InlineData("A US military official said two drones were lost.", "a US military official", null)]
    [InlineData("Military spokesman Maj Gen Karim Aziz said two drones were lost.", "Karim Aziz", "Military spokesman")]
    [InlineData("Maj Gen Karim Aziz said two drones were lost.", "Karim Aziz", "Maj Gen")]
    [InlineData("The Horizon Front, a little-known group, said two drones were lost.", "the Horizon Front", null)]
    [InlineData("The council wrote. “We wait,” read a statement from the mayor of Harir.", "the mayor of Harir", null)]
    public void ASpeakerIsNamedAwayFromItsSentence(string text, string speaker, string? role)
    {
        var attribution = Read(text)[^1].Attribution;

        Assert.Equal((speaker, role), (attribution.Speaker, attribution.Role));
    }

    /// <summary>Whatever the words, a quotation is a run of the article's own characters, and its statement's content is made of such runs.</summary>
    [Fact]
    public void EveryQuotationIsAVerbatimStretchOfItsArticle()
    {
        string[] pieces = ["“We left", ",” ", "he said", ". ", "\n", "‘No’ ", "\"", "said Ana Silva", ": ", "the army's claim that ", " – ", "SILVA: ", "it was “a lie”", "«Non»", "…", "according to ", "(", ") ", "[sic] ", "who "];
        var random = new Random(4);
        for (var run = 0; run < 400; run++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(3, 40)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (string.IsNullOrWhiteSpace(text))
                continue;
            var document = Some.Document(text);
            var speech = StatementExtractor.Read(document);
            var statements = speech.Statements;
            foreach (var quotation in QuotationExtractor.Extract(document, statements))
                Assert.True(quotation.Provenance.HoldsIn(text) && quotation.Words == quotation.Provenance.Span.In(text), text);
            foreach (var statement in statements)
                Assert.True(statement.Provenance.HoldsIn(text) && statement.Content == string.Join(' ', statement.ContentSpans.Select(c => c.In(text))), text);
            Assert.All(ReactionExtractor.Extract(document, speech), r => Assert.True(r.Provenance.HoldsIn(text), text));
        }
    }

    [Theory]
    [InlineData("A medical group says twelve people died.\n\nThe Sudan Doctors’ Network said most were women.", "the Sudan Doctors’ Network")]
    [InlineData("A rebel group said it had taken the town. The Arakan Army posted pictures of it.", "the Arakan Army")]
    [InlineData("A medical group says twelve people died. The Sudanese army said it hit a depot.", "a medical group")]                       // of another kind
    [InlineData("A medical group says twelve people died. The Sudan Doctors’ Network also said most were women.", "a medical group")]         // another of the kind
    [InlineData("The Sudan Doctors’ Network counted nine. A medical group says twelve people died. The Sudan Doctors’ Network denied it.", "a medical group")]
    [InlineData("A medical group says twelve people died.\n\nThe road was shut.\n\nNobody came.\n\nThe Sudan Doctors’ Network said most were women.", "a medical group")] // too far
    public void ABodyThatIsDescribedAndThenNamedIsOne(string text, string speaker) =>
        Assert.Equal(speaker, Read(text).First(s => s.Content.Contains("twelve", StringComparison.Ordinal) || s.Content.Contains("town", StringComparison.Ordinal)).Attribution.Speaker);

    [Theory]
    [InlineData("The Secretary-General was alarmed, his deputy, Ingrid Solheim, said. He urged both sides to stop.", "the Secretary-General")] // Ingrid is a woman
    [InlineData("Colonel Omar Haddad met Ana Silva in Porto. She said that the talks had failed.", "Ana Silva")]
    [InlineData("Minister Noor Rahimi met the envoy. Ms. Rahimi said the talks had failed. She said that nobody came.", "Noor Rahimi")]
    public void HeAndSheFitTheNames(string text, string speaker) => Assert.Equal(speaker, Read(text)[^1].Attribution.Speaker);

    [Fact]
    public void AnInterviewsAnswersAreOfWhomItPresents()
    {
        var statements = Read("Colonel Omar Haddad commands the fighters. We reached him by phone.\n\nQ: Did your men do it?\n\nA: That is a lie. We know those teachers.\n\nQ: What do you want?\n\nA: The drones must stop.");

        Assert.Equal(["That is a lie. We know those teachers.", "The drones must stop."], statements.Select(s => s.Content));
        Assert.All(statements, s => Assert.Equal("Omar Haddad", s.Attribution.Speaker));
    }

    [Theory]
    [InlineData("CONGO", "YEMEN", "its operator")]              // each item has its own people
    [InlineData("MONDAY", "TUESDAY", "ADF rebels’ operator")]   // days head no items
    public void NoPronounReachesAcrossTheItemsOfARoundUp(string first, string second, string speaker)
    {
        var text = $"The week in brief\n\nWhat happened this week, from our own correspondents in three towns.\n\n{first}: ADF rebels killed ten people near Mambasa, a priest said.\n\n{second}: Nine men were saved from a burning ship, its operator said.\n";
        var article = ArticleReader.Read(new("a.txt", Encoding.UTF8.GetBytes(text))).Article!;

        Assert.Equal(speaker, StatementExtractor.Extract(Document.Of(article))[^1].Attribution.Speaker, ignoreCase: true);
    }

    [Theory]
    [InlineData("Kenya sent police. The Red Lamp hospital in Porto took in thirty people, according to its director, Omar Haddad.", "the Red Lamp hospital in Porto’s director")]
    [InlineData("The RSF took the town. The army left its guns behind, its spokesman, Omar Haddad, said.", "the RSF’s spokesman")] // a party does not tell of the other's rout by accident
    public void ItsDirectorIsOfTheBodyThatIsTold(string text, string role) => Assert.Contains(Read(text), s => s.Attribution.Role?.Equals(role, StringComparison.OrdinalIgnoreCase) == true);

    [Fact]
    public void WhatANounReportsDoesNotChangeWhoSpeaks() =>
        Assert.Equal("the ministry", Read("The ministry denied media reports alleging that its men laid mines, saying such claims were false.").Single(s => s.Content == "such claims were false").Attribution.Speaker);
}
