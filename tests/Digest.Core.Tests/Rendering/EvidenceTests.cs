using System.Collections.Immutable;
using Digest.Days;
using Digest.Rendering;
using Digest.Rendering.Model;

namespace Digest.Tests.Rendering;

/// <summary>Rendering refuses what no article bears out.</summary>
public sealed class EvidenceTests
{
    private const string Evidence = "twelve people were killed";
    private static readonly IReadOnlyDictionary<string, string> Texts = HostileDay.Texts(Evidence);

    private static string Refused(Func<Story, Story> change, IReadOnlyDictionary<string, string>? texts = null)
    {
        var edition = HostileDay.Edition(Evidence);
        var changed = new Digest.Editions.Edition(edition.Publication, edition.Day with { Stories = [change(edition.Day.Stories[0])] }, 1, edition.PublishedAt);
        var error = Assert.Throws<EvidenceException>(() => EditionRenderer.Render(changed, texts ?? Texts, ModelDay.Templates));
        Assert.NotEmpty(error.Item);
        return error.Message;
    }

    private static Story WithClaimCitations(Story story, ImmutableArray<Citation> citations) =>
        story with { Events = [story.Events[0] with { Claims = [story.Events[0].Claims[0] with { Citations = citations }] }] };

    [Fact]
    public void AFigureWithoutACitation() =>
        Assert.Equal("claim c1 of event e: it has no citation", Refused(story => WithClaimCitations(story, [])));

    /// <summary>The message ends in logs, where an article's words have no business; an editor is shown them.</summary>
    [Fact]
    public void TheWordsAreForAnEditorAndNotForALog()
    {
        var edition = HostileDay.Edition(Evidence);
        var day = edition.Day with { Sources = [.. edition.Day.Sources.Select(source => source with { Name = "a.txt" })] };
        foreach (var texts in new[] { Texts, HostileDay.Texts("eleven people were killed") })
        {
            var story = texts == Texts ? WithClaimCitations(day.Stories[0], []) : day.Stories[0];
            var error = Assert.Throws<EvidenceException>(() => EditionRenderer.Render(new(edition.Publication, day with { Stories = [story] }, 1, edition.PublishedAt), texts, ModelDay.Templates));

            Assert.DoesNotContain("people", error.Message, StringComparison.Ordinal);
            Assert.Contains(Evidence, error.Item, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AFigureWhoseEvidenceStandsElsewhere() =>
        Assert.EndsWith("its evidence does not stand at 8..26 of article 1 (twelve people were killed)",
            Refused(story => WithClaimCitations(story, [new(1, new("a1", new(8, 26), "people were killed"))])), StringComparison.Ordinal);

    [Fact]
    public void AFigureWhoseArticleHasChanged() =>
        Assert.EndsWith("does not stand at 8..33 of article 1 (twelve people were killed)", Refused(story => story, HostileDay.Texts("eleven people were killed")), StringComparison.Ordinal);

    [Fact]
    public void AFigureOfAnArticleThatIsNotASource() =>
        Assert.EndsWith("it cites article 7, which is not among the day's sources",
            Refused(story => WithClaimCitations(story, [new(7, new("a1", new(8, 14), "twelve"))])), StringComparison.Ordinal);

    [Fact]
    public void AFigureWhoseEvidenceIsFromAnotherArticleThanTheOneNamed() =>
        Assert.EndsWith("it cites article 1, but its evidence is from the article a2",
            Refused(story => WithClaimCitations(story, [new(1, new("a2", new(8, 14), "twelve"))])), StringComparison.Ordinal);

    [Fact]
    public void AFigureWhoseArticleWasNotGiven() =>
        Assert.EndsWith("the text of article 1 (twelve people were killed) was not given", Refused(story => story, new Dictionary<string, string>(StringComparer.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void AQuotationWhoseWordsAreNotThoseOfThePassage() =>
        Assert.EndsWith("these words do not stand in any passage cited for them, so they cannot be printed as said",
            Refused(story => story with { Reactions = [story.Reactions[0] with { Wordings = [story.Reactions[0].Wordings[0] with { Words = "thirteen people were killed" }] }] }), StringComparison.Ordinal);

    [Fact]
    public void AStatementWithoutWords() =>
        Assert.EndsWith("it has no words", Refused(story => story with { Reactions = [story.Reactions[0] with { Wordings = [] }] }), StringComparison.Ordinal);

    [Fact]
    public void AnEventASignAndABackgroundItemWithoutACitation()
    {
        Assert.StartsWith("event e: ", Refused(story => story with { Events = [story.Events[0] with { Reports = [] }] }), StringComparison.Ordinal);
        Assert.StartsWith("sign of escalation (threat) of story ", Refused(story => story with { Escalation = [story.Escalation[0] with { Citations = [] }] }), StringComparison.Ordinal);
        Assert.StartsWith("background of story ", Refused(story => story with { Background = [story.Background[0] with { Citations = [] }] }), StringComparison.Ordinal);
    }

    [Fact]
    public void TheModelDayLeadsBackToEveryPassage()
    {
        foreach (var (source, text) in ModelDay.Rendered.Model.Sources.Select(source => (source, ModelDay.Texts[source.Source.ArticleId])))
        {
            Assert.NotEmpty(source.Excerpts);
            Assert.All(source.Excerpts.SelectMany(excerpt => excerpt.Parts), part => Assert.Equal(part.Text, part.Span.In(text)));
        }
    }
}
