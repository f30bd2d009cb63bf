using Digest.Days;
using Digest.Facts;

namespace Digest.Tests.Days;

/// <summary>Indirect statements are cut so that they read as a sentence beside the speaker's name.</summary>
public sealed class IndirectAccountTests
{
    [Theory]
    [InlineData("The Syrian government has condemned air strikes near Harir.", WordingForm.Predicate, "has condemned air strikes near Harir")]
    [InlineData("The strikes drew anger from Syria, which has condemned the air strikes near Harir.", WordingForm.Predicate, "has condemned the air strikes near Harir")]
    [InlineData("Turkey, which keeps troops near Harir, condemned the air strikes.", WordingForm.Predicate, "condemned the air strikes")]
    [InlineData("Syrian officials, many of them away, condemned the air strikes near Harir.", WordingForm.Predicate, "condemned the air strikes near Harir")]
    [InlineData("Condemning the strikes, Damascus said nobody had been warned.", WordingForm.Sentence, "Condemning the strikes, Damascus said nobody had been warned.")]
    [InlineData("Two men died in strikes that Damascus said were in response to attacks on its forces.", WordingForm.Sentence, "Two men died in strikes that Damascus said were in response to attacks on its forces.")]
    public void TheWordsFollowTheSpeaker(string sentence, WordingForm form, string words)
    {
        var facts = FactExtractor.Extract(Some.Article("Air strikes hit Harir on Monday.\n\n" + sentence));
        var entry = DayMerger.Merge(new(2024, 5, 3), [facts]).Stories.SelectMany(story => story.Reactions).First();

        Assert.Equal((form, words), (entry.Wordings[0].Form, entry.Wordings[0].Words));
    }

    [Theory]
    [InlineData("The army said its soldiers had “hunted down” the attackers near Harir.", "said its soldiers had “hunted down” the attackers near Harir")]
    [InlineData("The army said: “They will be hunted down.”", "They will be hunted down")]
    [InlineData("The army said the men had been “hunted down by a patrol of ours”.", "hunted down by a patrol of ours")]
    public void AScrapOfAQuotationIsPrintedInTheSentenceItIsWorkedInto(string sentence, string words)
    {
        var facts = FactExtractor.Extract(Some.Article("Gunmen attacked Harir on Monday, killing three.\n\n" + sentence));
        var entry = Assert.Single(DayMerger.Merge(new(2024, 5, 3), [facts]).Stories.SelectMany(story => story.Reactions));

        Assert.Equal(words, entry.Wordings[0].Words);
    }

    [Fact]
    public void OutletsThatPutTheFullStopInsideTheMarksQuoteTheSameWords()
    {
        ArticleFacts Facts(string name, string quote) => FactExtractor.Extract(Some.Article($"Air strikes hit Harir on Monday.\n\nThe Syrian government called the strikes {quote}") with { Id = name });

        var entry = Assert.Single(DayMerger.Merge(new(2024, 5, 3), [Facts("a", "“a grave escalation”."), Facts("b", "“a grave escalation.”")]).Stories.SelectMany(story => story.Reactions));

        Assert.Equal("a grave escalation", Assert.Single(entry.Wordings).Words);
        Assert.Equal(2, entry.Wordings[0].Citations.Length);
    }
}
