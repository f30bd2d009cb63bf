using Digest.Rendering.Model;
using Digest.Rendering.Phrasing;

namespace Digest.Tests.Rendering;

public sealed class WordingLintTests
{
    [Theory]
    [InlineData("Kataib Hezbollah said eight were killed.", null)]
    [InlineData("The ministry claimed the bridge was hit.", "'claimed' is not used (doubts; say said)")]
    [InlineData("Eight were killed.", "a figure stands without its claimant in the same sentence")]
    [InlineData("The army said the city was hit. Eight were killed.", "a figure stands without its claimant in the same sentence")]
    [InlineData("Article 2 reports, with no source named, that 12 were killed.", null)]
    [InlineData("The ministry said 8 were killed.", "numbers from one to nine are words in prose, not '8'")]
    [InlineData("The ministry said 12 were killed on 8 November.", null)]
    [InlineData("Edition 2 was updated at 18:00 UTC from articles 1, 2 and 3.", null)]
    [InlineData("The ministry said the toll rose to 12.", "'rose to' is not used (implies an order in time)")]
    [InlineData("The strike yesterday hit a depot.", "'yesterday' is not used (relative date)")]
    [InlineData("A deadly strike hit a depot.", "'deadly' is not used (adjective of ours)")]
    [InlineData("The regime said nothing.", "'regime' is not used (judges; say government)")]
    [InlineData("The regiment said nothing.", null)]
    [InlineData("We have not verified these claims.", null)]
    [InlineData("No article reports deaths or injuries on this date.", null)]
    public void OurOwnSentencesKeepTheRules(string sentence, string? rule) =>
        Assert.Equal(rule is null ? [] : [rule], WordingLint.Check(sentence).Select(problem => problem.Rule));

    [Fact]
    public void ASpeakersWordsAndAnArticlesWordsAreTheirs()
    {
        var line = new LineBuilder().Sourced("The regime").Own(" said: ").Quoted("a terrorist massacre").Own(".").Build();

        Assert.Empty(WordingLint.Check(line));
    }

    [Fact]
    public void TheModelDayKeepsTheRules() => Assert.Empty(WordingLint.Check(ModelDay.Rendered.Model));
}
