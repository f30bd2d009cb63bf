using Digest.Days;
using Digest.Facts;
using Digest.News;

namespace Digest.Tests.Days;

public class DayPlacerTests
{
    private const string Undated = "004_a15be56ef1329f35.txt";
    private const string Dated = "003_69809db812aa4f14.txt";

    [Fact]
    public void AnUndatedArticleGoesToTheDayOfTheStoryItShares()
    {
        var placement = DayPlacer.PlaceAll(Gold.All.Select(f => f.Article.Name == Undated ? WithDate(f, null, DateBasis.Unknown) : f));

        var placed = Assert.Single(placement.Days[new(2024, 1, 24)], f => f.Article.Name == Undated);
        Assert.Equal(DateBasis.Inferred, placed.Article.DateBasis);
        Assert.Contains(placement.Joins, j => j.First == Undated && j.Second == Dated && j.Reason.Contains("Wednesday", StringComparison.Ordinal));
        Assert.Empty(placement.Undated);
    }

    [Fact]
    public void AnUploadsDateYieldsToTheStorysDate()
    {
        var placement = DayPlacer.PlaceAll([Gold.Article(Dated), WithDate(Gold.Article(Undated), new(2026, 2, 3), DateBasis.Upload)]);

        Assert.Equal([new DateOnly(2024, 1, 24)], placement.Days.Keys);
    }

    [Fact]
    public void AloneAnArticleKeepsItsUploadsDateMarkedSo()
    {
        var days = DayPlacer.Place([WithDate(Gold.Article(Undated), new(2026, 2, 3), DateBasis.Upload)]);

        Assert.Equal(DateBasis.Upload, Assert.Single(days[new(2026, 2, 3)]).Article.DateBasis);
    }

    [Fact]
    public void WithoutADateAndAStoryAnArticleHasNoDay()
    {
        var placement = DayPlacer.PlaceAll([Gold.Article("a04.txt"), WithDate(Gold.Article(Undated), null, DateBasis.Unknown)]);

        Assert.Equal(Undated, Assert.Single(placement.Undated).Article.Name);
    }

    [Theory]
    [InlineData("b06.txt")]
    [InlineData("b15.txt")]
    [InlineData("a19.txt")]
    public void WrittenArticlesWithOnlyAWeekdayFindTheirDay(string name)
    {
        var day = Gold.Article(name).Article.Date!.Value;

        var placement = DayPlacer.PlaceAll(Gold.All.Select(f => f.Article.Name == name ? WithDate(f, null, DateBasis.Unknown) : f));

        Assert.Contains(placement.Days[day], f => f.Article.Name == name);
    }

    [Fact]
    public void PlacingDoesNotDependOnOrder()
    {
        var articles = Gold.All.Select(f => f.Article.Name is Undated or "b15.txt" ? WithDate(f, null, DateBasis.Unknown) : f).ToArray();

        Assert.Equal(DayDump.Of(DayPlacer.PlaceAll(articles)), DayDump.Of(DayPlacer.PlaceAll(articles.Reverse())));
    }

    private static ArticleFacts WithDate(ArticleFacts facts, DateOnly? date, DateBasis basis) => facts with { Article = facts.Article with { Date = date, DateBasis = basis } };
}
