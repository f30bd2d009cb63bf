using System.Collections.Immutable;
using Digest.Days;
using Digest.Editions;
using Digest.Facts;
using Digest.News;
using Digest.Rendering.Model;
using Digest.Rendering.Phrasing;

namespace Digest.Tests.Days;

/// <summary>Whose word no article of a story carries: only what is so is printed.</summary>
public class SilenceTests
{
    private const string Attack = "Israel struck a Hezbollah depot near Tyre on 20 November 2023, killing four members of Hezbollah. ";

    [Theory]
    [InlineData(Attack + "Residents said the ground shook.", "Israel", "Hezbollah")]
    [InlineData(Attack + "The Israeli army said it had hit a weapons store.", "Hezbollah")]
    [InlineData(Attack + "Hezbollah said four of its members had died.", "Israel")]
    [InlineData(Attack + "“We will answer,” said Naim Qassem, Hezbollah's deputy leader.", "Israel")]
    [InlineData(Attack + "The United Nations condemned the strike.", "Israel", "Hezbollah")]
    [InlineData(Attack + "Israel did not comment. Hezbollah said four of its members had died.", "Israel")]                       // who does not comment makes no statement
    [InlineData(Attack + "Police said the ground shook. The mayor of Tyre called for calm.", "Israel", "Hezbollah")]            // offices of the place
    [InlineData("The US bombed a Houthi radar in Hodeidah on 20 November 2023. Iran condemned the strike.", "United States", "Houthis")]
    public void WhoIsNotHeardIsNamed(string text, params string[] silent) => Assert.Equal(silent, Silent(text));

    [Theory]
    [InlineData(Attack + "Jerusalem said it had hit a weapons store. Hezbollah denied it.")]                                          // by its seat
    [InlineData(Attack + "The IDF confirmed the raid. The Shiite group denied losing anybody.")]                                      // by an alias, by "the group"
    [InlineData(Attack + "“It was a depot,” an Israeli military official said. Hezbollah's Al-Manar said it was a school.")]          // by an official, by its channel
    [InlineData(Attack + "Defence Minister Yoav Harel said the depot was full. “We will answer,” Hezbollah wrote.")]                  // an office whose country nobody tells
    [InlineData(Attack + "The ministry said the depot was full. A spokesman for the group denied it.")]                               // a ministry, a spokesman
    [InlineData(Attack + "“It was a depot,” Yoav Harel said. “It was a school,” Hassan Mroueh said.")]                                // two names that may be anybody's
    [InlineData(Attack + "Hizbullah said four of its fighters had died. Israeli Prime Minister Dan Levi welcomed the raid.")]         // another spelling
    [InlineData(Attack + "The raid was confirmed by Israeli officials. According to Hezbollah, four died.")]                          // passive, verbless
    [InlineData(Attack + "The army said it had hit a depot. A commander said four of his men had died.")]                           // whose army, whose commander
    [InlineData("A market in Omdurman was shelled on 20 November 2023, killing nine people, residents said.")]                        // nobody is named
    [InlineData("Gunmen attacked a village near Ansongo on 20 November 2023, killing nine people, residents said.")]                  // gunmen are no party by name
    public void WhoeverMayHaveSpokenIsNot(string text) => Assert.Empty(Silent(text));

    [Fact]
    public void AWordInAnyArticleOfTheStoryCounts()
    {
        var silent = Silent(Attack + "Residents said the ground shook.", Attack + "The Israeli army said it had hit a weapons store.");

        Assert.Equal("Hezbollah", Assert.Single(silent));
    }

    [Fact]
    public void TheLineSaysWhatItMeansAndKeepsTheRulesOfWording()
    {
        var day = Merge(Attack + "Residents said the ground shook.");
        var model = ModelMaker.Make(new Edition(Publication.Default, day, 1, new DateTimeOffset(2023, 11, 20, 18, 0, 0, TimeSpan.Zero)), Texts(Attack + "Residents said the ground shook."));
        var line = Assert.Single(model.Stories).NoStatement!;

        Assert.Equal("No statement found from Israel or Hezbollah in the article of this story. That does not mean there was none.", line.Text);
        Assert.Empty(WordingLint.Check(line));
    }

    private static ImmutableArray<string> Silent(params string[] texts) => Assert.Single(Merge(texts).Stories).NoStatementFrom;

    private static Day Merge(params string[] texts) => DayMerger.Merge(new(2023, 11, 20), texts.Select(Facts));

    private static ArticleFacts Facts(string text, int number) => FactExtractor.Extract(ArticleReader.FromText($"article-{number + 1}.txt", text, new DateOnly(2023, 11, 20)));

    private static Dictionary<string, string> Texts(params string[] texts) => texts.Select(Facts).ToDictionary(f => f.Article.Id, f => f.Article.Text);
}
