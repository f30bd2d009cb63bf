using Digest.News;

namespace Digest.Tests.News;

/// <summary>The five seeds, trap by trap.</summary>
public class SeedTests
{
    [Theory]
    [InlineData("000", null, null, null, "2023-11-22", DateBasis.Stated)]
    [InlineData("001", "Iraq Condemns US Airstrikes That Killed Iran-Linked Militants", null, null, "2023-11-22", DateBasis.Stated)]
    [InlineData("002", "Fresh US air strikes kill five pro-Iran militants in Iraq", "Rabiul Islam", null, "2023-11-22", DateBasis.Stated)]
    [InlineData("003", null, null, "BAGHDAD", "2024-01-24", DateBasis.Stated)]
    [InlineData("004", "Iraq denounces latest US strikes on Iran-linked militias", null, null, null, DateBasis.Unknown)]
    public void TheHeadOfEachSeedIsRead(string number, string? title, string? byline, string? dateline, string? date, DateBasis basis)
    {
        var article = Seed(number);

        Assert.Equal((title, byline, dateline), (article.Title, article.Byline, article.Dateline));
        Assert.Equal((date, basis), (article.Date?.ToString("yyyy-MM-dd", null), article.DateBasis));
    }

    [Fact]
    public void TheDateGluedToTheFirstSentenceIsNotPartOfIt()
    {
        var article = Seed("000");

        Assert.Equal(BlockKind.DateLine, article.Blocks[0].Kind);
        Assert.Equal("date 2023-11-22", article.Blocks[0].Span.In(article.Text));
        Assert.StartsWith("The Iraqi government has condemned", article.Blocks[1].Span.In(article.Text), StringComparison.Ordinal);
        Assert.Equal(BlockKind.Paragraph, article.Blocks[1].Kind);
    }

    [Theory]
    [InlineData("001", "October 18, 2016")]
    [InlineData("002", "May 6, 2021")]
    [InlineData("003", "November 1, 2011 (AFP photo)")]
    public void CaptionsAreBlocksOfTheirOwn(string number, string words)
    {
        var article = Seed(number);
        var block = Assert.Single(article.Blocks, block => block.Span.In(article.Text).Contains(words, StringComparison.Ordinal));

        Assert.Equal(BlockKind.Caption, block.Kind);
    }

    [Theory]
    [InlineData("001", "More News")]
    [InlineData("004", "Physical Address")]
    [InlineData("004", "304 North Cardinal St.")]
    [InlineData("004", "Dorchester Center, MA 02124")]
    [InlineData("004", "Live updates: Follow the latest news on Israel-Gaza")]
    [InlineData("004", "en_USEnglish")]
    public void FurnitureOfThePageIsNotStory(string number, string line)
    {
        var article = Seed(number);

        Assert.Equal(BlockKind.Boilerplate, Assert.Single(article.Blocks, block => block.Span.In(article.Text) == line).Kind);
    }

    [Theory]
    [InlineData("002", "Limited control")]
    [InlineData("003", "Drones targeted")]
    public void InlineHeadingsAreSubheads(string number, string line)
    {
        var article = Seed(number);

        Assert.Equal(BlockKind.Subhead, Assert.Single(article.Blocks, block => block.Span.In(article.Text) == line).Kind);
    }

    [Fact]
    public void TheStandfirstStandsBetweenHeadlineAndCaption()
    {
        var article = Seed("002");

        Assert.Equal([BlockKind.Title, BlockKind.Standfirst, BlockKind.Caption, BlockKind.Byline, BlockKind.DateLine, BlockKind.Paragraph], article.Blocks.Take(6).Select(block => block.Kind));
    }

    [Fact]
    public void TheDatelineIsNotPartOfTheFirstSentence()
    {
        var article = Seed("003");

        Assert.Contains(article.Blocks, block => block.Kind == BlockKind.Paragraph && block.Span.In(article.Text).StartsWith("Iraq accused the United States", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2024/01/24/004.txt", null, "2024-01-24")]
    [InlineData("004.txt", "2024-01-25T08:00:00Z", "2024-01-25")]
    [InlineData("2024-01-24 iraq.txt", "2024-01-27T08:00:00Z", "2024-01-24")]   // the name says more than the clock
    public void AnArticleWithoutADateTakesTheUploadsAndSaysSo(string name, string? uploadedAt, string date)
    {
        var bytes = File.ReadAllBytes(SeedPath("004"));
        var article = ArticleReader.Read(new(name, bytes) { UploadedAt = uploadedAt is null ? null : DateTimeOffset.Parse(uploadedAt, null) }).Article!;

        Assert.Equal((DateOnly.Parse(date, null), DateBasis.Upload), (article.Date!.Value, article.DateBasis));
    }

    [Theory]
    [InlineData("000", "Reuters")]
    [InlineData("003", "AFP")]   // "told AFP", not the photo's credit
    public void AgenciesThatTheTextCitesAreNamed(string number, string agency)
    {
        Assert.Equal(agency, Assert.Single(Seed(number).Agencies));
    }

    [Fact]
    public void ThePictureCreditOfAnotherAgencyDoesNotCount()
    {
        Assert.DoesNotContain("Reuters", Seed("002").Agencies);
    }

    [Fact]
    public void TheTypingErrorsOfASourceStay()
    {
        Assert.Contains("one their members was killed", Seed("000").Text, StringComparison.Ordinal);
        Assert.Contains("UAV [drone]capabilities", Seed("003").Text, StringComparison.Ordinal);
    }

    private static Article Seed(string number)
    {
        var path = SeedPath(number);
        return ArticleReader.Read(new(Path.GetFileName(path), File.ReadAllBytes(path))).Article!;
    }

    private static string SeedPath(string number)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "DigestFunctions.sln")))
            root = root.Parent ?? throw new DirectoryNotFoundException("No DigestFunctions.sln above " + AppContext.BaseDirectory);
        return Assert.Single(Directory.GetFiles(Path.Combine(root.FullName, "seeds"), number + "_*.txt"));
    }
}
