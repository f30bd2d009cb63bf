using Digest.News;

namespace Digest.Tests.News;

public class ArticleDateTests
{
    private const string Lede = "Two people were killed on Wednesday when a shell hit a house in the town of Dorna, the mayor said.";

    [Theory]
    [InlineData("Two dead\n\n07/05/2025\n\n" + Lede, null, "2025-05-07", DateBasis.Stated)]                       // 7 May was a Wednesday, 5 July was not
    [InlineData("Two dead\n\n05/07/2025\n\n" + Lede, null, "2025-05-07", DateBasis.Stated)]
    [InlineData("Two dead\n\n07/05/2025\n\nTwo people were killed when a shell hit a house in the town, the mayor said.", "2025-05-08", "2025-05-07", DateBasis.Stated)]
    [InlineData("Two dead\n\n07/05/2025\n\nTwo people were killed when a shell hit a house in the town, the mayor said.", null, null, DateBasis.Unknown)]   // nothing tells: not guessed
    [InlineData("DORNA, May 7 (Wire) - " + Lede, null, "2025-05-07", DateBasis.Stated)]                             // the year that fits the weekday
    [InlineData("DORNA, May 7 (Wire) - " + Lede, "2014-05-08", "2014-05-07", DateBasis.Stated)]                     // the upload says which year
    [InlineData("DORNA, Dec 31 (Wire) - " + Lede, "2015-01-01", "2014-12-31", DateBasis.Stated)]
    [InlineData("DORNA, May 7 (Wire) - " + Lede, "2026-11-21", "2025-05-07", DateBasis.Stated)]                     // not the May ahead, and 7 May 2026 was a Thursday
    [InlineData("DORNA, May 8 (Wire) - " + Lede, "2026-05-09", "2026-05-08", DateBasis.Stated)]                     // fresh copy may tell of the day before
    [InlineData("DORNA, May 7 (Wire) - Two people were killed.", "2026-11-21", "2026-05-07", DateBasis.Stated)]     // no weekday tells: the newest
    [InlineData("DORNA, May 10 (Wire) - Two people were killed.", "2026-05-09", "2026-05-10", DateBasis.Stated)]    // it is tomorrow already there
    [InlineData("DORNA, May 11 (Wire) - Two people were killed.", "2026-05-09", "2025-05-11", DateBasis.Stated)]
    [InlineData("DORNA, Feb 29 (Wire) - Two people were killed.", "2026-05-09", "2024-02-29", DateBasis.Stated)]
    [InlineData("Two dead\n\n07/05/2025\n\nTwo people were killed when a shell hit a house in the town, the mayor said.", "2025-07-02", "2025-05-07", DateBasis.Stated)]   // 5 July had not come
    [InlineData("Two dead\n\n8 May 2025\n\nDORNA, May 7, 2025 (Wire) - " + Lede, null, "2025-05-07", DateBasis.Stated)]   // weekdays are the dateline's
    [InlineData("Two dead\n\nUpdated 9 May 2025\nPublished 7 May 2025\n\n" + Lede, null, "2025-05-07", DateBasis.Stated)]
    [InlineData("Two dead\n\nUpdated 9 May 2025\n\n" + Lede, "2025-05-10", "2025-05-09", DateBasis.Stated)]
    [InlineData("Two dead\n\n" + Lede + "\n\nPublished in The Gazette, May 7th, 2025", null, "2025-05-07", DateBasis.Stated)]
    [InlineData("Flashback: two dead\n\nThis article was first published on 7 May 2014.\n\n" + Lede, "2025-05-07", "2014-05-07", DateBasis.Stated)]   // printed again: the news is of then
    [InlineData("Two dead\n\n" + Lede + "\n\nPublished in March 2025, the report gave the army a copy.", null, null, DateBasis.Unknown)]
    [InlineData("Two dead\n\n" + Lede, "2025-05-08", "2025-05-08", DateBasis.Upload)]
    [InlineData("Two dead\n\n" + Lede, null, null, DateBasis.Unknown)]
    [InlineData("The spokesman announced on Wednesday, 7 May 2025, that two people had been killed in the town of Dorna.", null, "2025-05-07", DateBasis.Stated)]
    [InlineData("Two people were killed on Wednesday, 7 May 2025, when a shell hit a house in the town of Dorna.", null, null, DateBasis.Unknown)]   // the event's date, not the article's
    [InlineData("The spokesman announced on Friday, 7 May 2025, that two people had been killed in the town of Dorna.", null, null, DateBasis.Unknown)]  // the weekday contradicts it
    [InlineData("Two dead\n\nPhoto: The town in May 2021, when it was held by rebels, on May 6, 2021\n\n" + Lede, null, null, DateBasis.Unknown)]
    public void ADateIsStatedTakenFromTheUploadOrUnknown(string text, string? upload, string? date, DateBasis basis)
    {
        var article = ArticleReader.FromText("a", text, upload is null ? null : DateOnly.Parse(upload, null));

        Assert.Equal((date, basis), (article.Date?.ToString("yyyy-MM-dd", null), article.DateBasis));
    }

    [Theory]
    [InlineData("articles/2024/01/24/story.txt", "2024-01-24")]
    [InlineData("iraq-20240124.txt", "2024-01-24")]
    [InlineData("iraq_2024-01-24_1530.txt", "2024-01-24")]
    [InlineData("24.01.2024 Iraq.txt", "2024-01-24")]
    [InlineData("004_a15be56ef1329f35.txt", null)]       // digits of a hash
    [InlineData("a20240124b.txt", null)]
    [InlineData("story-99999999.txt", null)]
    [InlineData("01-02-2024.txt", "2024-02-01")]         // a hyphen puts the day first
    [InlineData("story 304 North.txt", null)]
    public void ADateInANameIsReadWhereItStandsForItself(string name, string? date)
    {
        Assert.Equal(date, ArticleDate.InName(name)?.ToString("yyyy-MM-dd", null));
    }

    [Fact]
    public void AWeekdayThatContradictsItsDateIsPointedOutWithItsLine()
    {
        var reading = ArticleReader.Read(new("a.txt", System.Text.Encoding.UTF8.GetBytes("Two dead\n\nFriday, 7 May 2025\n\n" + Lede)));

        Assert.Equal(new DateOnly(2025, 5, 7), reading.Article!.Date);
        Assert.Equal("a.txt(3,1): \"Friday, 7 May 2025\" names a weekday that is not the date's; the date was kept. Check which is right.", Assert.Single(reading.Problems).ToString());
    }
}
