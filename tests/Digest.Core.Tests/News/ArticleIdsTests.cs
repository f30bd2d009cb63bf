using Digest.News;

namespace Digest.Tests.News;

public class ArticleIdsTests
{
    [Theory]
    [InlineData("Two dead in Saná\n\nPolice said so.", "  Two dead  in\u00A0Sana\u0301\r\nPolice\tsaid so.\uFEFF")]   // white space, composition
    [InlineData("One\u200Btwo", "Onetwo")]
    public void TextsThatDifferOnlyInWhatCannotBeSeenHaveOneId(string a, string b)
    {
        Assert.Equal(ArticleIds.Of(a), ArticleIds.Of(b));
    }

    [Theory]
    [InlineData("Two dead", "Three dead")]
    [InlineData("Two dead", "two dead")]
    [InlineData("said “so”", "said \"so\"")]
    public void TextsThatReadDifferentlyHaveDifferentIds(string a, string b)
    {
        Assert.NotEqual(ArticleIds.Of(a), ArticleIds.Of(b));
    }

    [Fact]
    public void AnIdIsThirtyTwoHexDigitsAndStaysTheSameOverReleases()
    {
        // SHA-256 of "abc" (FIPS 180-2), shortened.
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223", ArticleIds.Of(" abc\n"));
    }

    [Fact]
    public void ALoneSurrogateIsNoError()
    {
        Assert.Equal(32, ArticleIds.Of("a\uD800b").Length);
    }
}
