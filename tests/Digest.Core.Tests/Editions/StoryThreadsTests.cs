using System.Text;
using Digest.Days;
using Digest.Editions;
using Digest.Facts;
using Digest.News;
using Digest.Tests.Days;

namespace Digest.Tests.Editions;

/// <summary>Stories over days: what goes on from what, whatever the order of anything.</summary>
public class StoryThreadsTests
{
    private static readonly DateOnly Monday = new(2026, 6, 1);

    private static readonly string[] Kosti =
    [
        "Drone strike on market in Kosti kills seven\n\nKHARTOUM, June 1, 2026 (Wire) - A drone struck a market in the town of Kosti on Monday, killing seven people, the health ministry said.\n",
        "Kosti toll rises\n\nKHARTOUM, June 2, 2026 (Wire) - The number of dead of Monday's drone strike on a market in Kosti has risen to 11, the health ministry said.\n",
        "Kosti hospital hit\n\nKHARTOUM, June 2, 2026 (Wire) - A drone hit a hospital in Kosti on Tuesday, killing four people, the health ministry said.\n",
        "Kosti counts again\n\nKHARTOUM, June 3, 2026 (Wire) - Thirteen people died in Monday's drone strike on the market in Kosti, traders said.\n",
    ];

    [Fact]
    public void AStoryKeepsItsIdAndIsLinkedToItsLatestTelling()
    {
        var monday = Fold(Monday, Kosti[0]);
        var tuesday = Fold(Monday.AddDays(1), Kosti[1], Kosti[2]);
        var wednesday = Fold(Monday.AddDays(2), Kosti[3]);

        var story = Assert.Single(wednesday.Stories);
        var link = Assert.Single(StoryThreads.Of(wednesday, Week.Before(wednesday.Date, [PastDay.Of(monday), PastDay.Of(tuesday)]))).Value;

        Assert.Equal(Assert.Single(monday.Stories).Id, story.Id);
        Assert.Equal((Monday.AddDays(1), Monday), (link.Date, link.First));
        Assert.Equal(story.Id, link.StoryId);
    }

    [Fact]
    public void ANewStrikeOnTheSameTownContinuesNothing()
    {
        var tuesday = Fold(Monday.AddDays(1), Kosti[2]);

        Assert.Empty(StoryThreads.Of(tuesday, Week.Before(tuesday.Date, [PastDay.Of(Fold(Monday, Kosti[0]))])));
    }

    [Fact]
    public void OfTwoStoriesOnOneTownEachContinuesItsOwn()
    {
        var tuesday = Fold(Monday.AddDays(1), Kosti[1], Kosti[2]);
        var links = StoryThreads.Of(tuesday, Week.Before(tuesday.Date, [PastDay.Of(Fold(Monday, Kosti[0]))]));

        Assert.Equal(Assert.Single(tuesday.Stories, s => s.Events.Any(e => e.Date == Monday && e.Claims.Length > 0)).Id, Assert.Single(links).Key);
    }

    [Fact]
    public void TheLookalikesAreLinkedAsPeopleLinkThem()
    {
        var days = DaySet.Lookalikes.Placement.Days.Where(d => d.Key.Year == 2026).ToDictionary(d => d.Key, d => DayMerger.Merge(d.Key, d.Value));
        var links = days.Values.SelectMany(d => StoryThreads.Of(d, Week.Before(d.Date, days.Values.Where(o => o.Date < d.Date).Select(PastDay.Of))).Select(l => (d.Date, l.Value.Date, Place(d, l.Key)))).Order();

        Assert.Equal(
        [
            (Monday.AddDays(1), Monday, "Kosti"), (Monday.AddDays(1), Monday, "Kulachi"), (Monday.AddDays(1), Monday, "Rabak"), (Monday.AddDays(4), Monday.AddDays(1), "Kosti"), (Monday.AddDays(4), Monday.AddDays(2), "Kharkiv"),
        ], links);
    }

    [Fact]
    public void LinksDoNotDependOnAnyOrder()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var made = new RandomFacts(seed);
            var articles = made.Articles();
            var half = articles.Length / 2;
            var today = new DateOnly(2025, 1, 2);
            var (one, other) = (Links(today, articles[..half], articles[half..]), Links(today, [.. made.Shuffled(articles[..half])], [.. made.Shuffled(articles[half..])]));

            Assert.Equal(one, other);
        }
    }

    [Fact]
    public void APastDaysRecordKeepsWhatLinksHangOn()
    {
        var monday = PastDay.Of(Fold(Monday, Kosti[0]));
        var tuesday = Fold(Monday.AddDays(1), Kosti[1]);

        Assert.Equal(StoryThreads.Of(tuesday, Week.Before(tuesday.Date, [monday])), StoryThreads.Of(tuesday, Week.Before(tuesday.Date, [PastDayJson.Read(PastDayJson.Write(monday))])));
    }

    private static KeyValuePair<string, Continuation>[] Links(DateOnly today, ArticleFacts[] before, ArticleFacts[] now) =>
        [.. StoryThreads.Of(DayMerger.Merge(today, now), Week.Before(today, [PastDay.Of(DayMerger.Merge(today.AddDays(-1), before))]))];

    private static string? Place(Day day, string story) => StoryThreads.MainOf(day.Stories.Single(s => s.Id == story))?.Place;

    private static Day Fold(DateOnly date, params string[] texts) =>
        DayMerger.Merge(date, texts.Select((t, i) => FactExtractor.Extract(ArticleReader.Read(new(FormattableString.Invariant($"{date:O}-{i}.txt"), Encoding.UTF8.GetBytes(t))).Article!)));
}
