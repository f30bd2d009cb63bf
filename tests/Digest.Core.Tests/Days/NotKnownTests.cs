using Digest.Days;
using Digest.Facts;

namespace Digest.Tests.Days;

/// <summary>What is said to be open is open by the articles, and whoever they say is blamed is not passed over.</summary>
public sealed class NotKnownTests
{
    [Theory]
    [InlineData("A bomb killed four people in Jarabulus on Friday.", "Who carried out the bombing (Bombing in Jarabulus, 3 May): no article says.")]
    [InlineData("A bomb killed four people in Jarabulus on Friday.\n\nThe Syrian government accused the Islamic State group of planting it.", "Who carried out the bombing (Bombing in Jarabulus, 3 May): not established; see what the Syrian government said.")]
    [InlineData("A bomb killed four people in Jarabulus on Friday.\n\nThe Syrian government condemned the bombing.", "Who carried out the bombing (Bombing in Jarabulus, 3 May): no article says.")]
    public void WhoCarriedItOut(string text, string expected) => Assert.Contains(expected, Of(text));

    [Fact]
    public void WhereAnArticleSaysWhoNothingIsSaidToBeOpen() =>
        Assert.DoesNotContain(Of("Islamic State militants bombed a market in Jarabulus on Friday, killing four people."), open => open.StartsWith("Who", StringComparison.Ordinal));

    private static IEnumerable<string> Of(string text) =>
        DayMerger.Merge(new(2024, 5, 3), [FactExtractor.Extract(Some.Article(text) with { Date = new(2024, 5, 3) })]).Stories.SelectMany(story => story.NotKnown);
}
