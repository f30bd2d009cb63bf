using Digest.Days;
using Digest.Facts;
using Digest.News;

namespace Digest.Tests.Days;

/// <summary>When an event was, of accounts that date it differently: "overnight", "on Tuesday and Wednesday", "about 24 hours earlier".</summary>
public sealed class EventDatesTests
{
    private static readonly DateOnly Wednesday = new(2024, 5, 1);

    [Theory]
    [InlineData("overnight", "overnight 30 April to 1 May")]
    [InlineData("1 May", "1 May")]
    [InlineData("about 1 May", "about 1 May")]
    [InlineData("30 April to 1 May", "30 April to 1 May")]
    // What all accounts allow.
    [InlineData("overnight; 30 April to 1 May", "overnight 30 April to 1 May")]
    [InlineData("30 April to 1 May; overnight", "overnight 30 April to 1 May")]
    [InlineData("30 April to 1 May; 30 April", "30 April")]
    [InlineData("about 1 May; 1 May", "1 May")]
    [InlineData("about 1 May; 30 April to 1 May", "30 April to 1 May")]
    // The night that ends on the day says more than the day; the evening before it is that day's.
    [InlineData("overnight; 1 May", "overnight 30 April to 1 May")]
    [InlineData("overnight; 30 April", "30 April")]
    [InlineData("undated; overnight", "overnight 30 April to 1 May")]
    // An article that names no day tells of its own or of the evening before, and a day that is named says more.
    [InlineData("printed on 1 May", "1 May")]
    [InlineData("printed on 1 May; 30 April", "30 April")]
    [InlineData("1 May; printed on 1 May", "1 May")]
    [InlineData("undated", null)]
    public void AnEventIsDatedByWhatItsAccountsHaveInCommon(string accounts, string? when)
    {
        var merged = Merge(accounts.Split("; "));

        var shown = Assert.Single(Assert.Single(merged.Stories).Events);

        Assert.Equal(when, EventDates.Text(shown));
        if (when is not null)
            Assert.EndsWith(when, shown.Label, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("29 April", "overnight")]
    [InlineData("29 April", "1 May")]
    [InlineData("29 April", "30 April to 1 May")]
    [InlineData("29 April", "printed on 1 May")]
    public void AccountsWithoutADayInCommonAreTwoEvents(string first, string second)
    {
        var merged = Merge(first, second);

        Assert.Equal(2, merged.Stories.Sum(s => s.Events.Length));
    }

    // Neither an evening strike and the morning's are one with a night between them that could be either's: an event never spans days apart.
    [Fact]
    public void ANightDoesNotJoinTheDayBeforeItToTheDayAfter()
    {
        var merged = Merge("30 April", "overnight", "1 May");

        var events = merged.Stories.SelectMany(s => s.Events).ToArray();
        Assert.Equal(2, events.Length);
        Assert.Equal(3, events.Sum(e => e.Reports.Length));
    }

    // Of two attacks on one town on two days, one told without a day is that of the day it was printed on.
    [Theory]
    [InlineData("30 April", "printed on 1 May", "1 May")]
    [InlineData("1 May", "30 April", "printed on 1 May")]
    public void AnAccountWithoutADayGoesWithItsOwn(params string[] accounts)
    {
        var events = Merge(accounts).Stories.SelectMany(s => s.Events).ToArray();

        Assert.Equal([(Wednesday.AddDays(-1), 1), (Wednesday, 2)], events.Select(e => (e.Date!.Value, e.Reports.Length)).Order());
    }

    private static Day Merge(params string[] accounts) => DayMerger.Merge(Wednesday, accounts.Select(Account));

    private static ArticleFacts Account(string when, int number)
    {
        const string sentence = "A drone hit a grain store in Vorozhba.";
        var text = $"{sentence}\n\nDispatch {number}.";
        var article = new Article { Id = $"a{number}", Name = $"a{number}.txt", Text = text, Blocks = [new(BlockKind.Paragraph, new(0, sentence.Length))], Date = Wednesday, DateBasis = DateBasis.Stated };
        var report = new EventReport(new(article.Id, new(0, sentence.Length - 1), sentence[..^1]), EventType.DroneAttack) { Place = "Vorozhba" };
        return new(article)
        {
            Events = [when switch
            {
                "overnight" => report with { Date = Wednesday, DatePrecision = DatePrecision.Night },
                "about 1 May" => report with { Date = Wednesday, DatePrecision = DatePrecision.Around },
                "30 April to 1 May" => report with { Date = Wednesday.AddDays(-1), LastDate = Wednesday, DatePrecision = DatePrecision.Day },
                "printed on 1 May" => report with { Date = Wednesday, DatePrecision = DatePrecision.Day, IsDateAssumed = true },
                "1 May" => report with { Date = Wednesday, DatePrecision = DatePrecision.Day },
                "30 April" => report with { Date = Wednesday.AddDays(-1), DatePrecision = DatePrecision.Day },
                "29 April" => report with { Date = Wednesday.AddDays(-2), DatePrecision = DatePrecision.Day },
                _ => report,
            }],
        };
    }
}
