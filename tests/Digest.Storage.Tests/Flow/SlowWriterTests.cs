using Digest.Storage.Flow;

namespace Digest.Storage.Tests.Flow;

/// <summary>A process that was held up between reading and writing brings nothing back that others have replaced meanwhile.</summary>
public sealed class SlowWriterTests(FolderPlace place) : IClassFixture<FolderPlace>
{
    private static readonly DateOnly Day = new(2023, 11, 22);

    private readonly TestClock clock = new(DateTimeOffset.UtcNow);
    private readonly Stores stores = place.Open($"slow-{Guid.NewGuid():N}", TimeProvider.System);

    [Theory]
    [InlineData("November 22, 2023", "Wednesday")]
    [InlineData("November 23, 2023", "Thursday")]
    public async Task TheFactsOfAFormerUploadStayReplaced(string date, string weekday)
    {
        var quick = new FlowRun(stores, clock);
        await quick.UploadAsync("a.txt", Some.Article("three"));
        var (slow, held) = Slow($"facts/2023-11-22/{StorePaths.UploadId("articles/a.txt")}.json");
        var behind = Ingest.RunAsync(slow.Flow, "articles/a.txt");
        await held.Arrived;
        var now = Some.Article("nine", date, weekday);
        await quick.UploadAsync("a.txt", now);
        await Ingest.RunAsync(quick.Flow, "articles/a.txt");

        held.Release();
        await behind;
        await quick.WorkAsync(1);

        Assert.Equal(FlowRun.Built([("a.txt", now)], clock.GetUtcNow()), await quick.DraftsAsync());
        Assert.Single(await stores.Blobs.ListAsync("facts/").Where(entry => entry.Size > 1000).ToListAsync());
    }

    [Theory]
    [InlineData("/draft.json")]
    [InlineData("/past.json")]
    public async Task ADraftOfFewerArticlesStaysReplaced(string at)
    {
        var quick = new FlowRun(stores, clock);
        await quick.UploadAsync("a.txt", Some.Article("three"));
        await Ingest.RunAsync(quick.Flow, "articles/a.txt");
        var (slow, held) = Slow(at);
        var behind = UpdateDay.RunAsync(slow.Flow, new(Day, clock.GetUtcNow()));
        await held.Arrived;
        // Its turn is over.
        clock.Advance(TimeSpan.FromMinutes(5));
        await quick.UploadAsync("b.txt", Some.Article("nine", town: "Nikopol"));
        await Ingest.RunAsync(quick.Flow, "articles/b.txt");
        await quick.WorkAsync(1);

        held.Release();
        await behind;

        Assert.Equal(FlowRun.Built([("a.txt", Some.Article("three")), ("b.txt", Some.Article("nine", town: "Nikopol"))], clock.GetUtcNow()), await quick.DraftsAsync());
        Assert.Equal(2, Editions.PastDayJson.Read((await stores.Blobs.FindAsync(StorePaths.PastOf(Day), default))!.Content).Articles);
    }

    [Fact]
    public async Task AnEditionThatAnotherHasClaimedStaysTheirs()
    {
        var quick = new FlowRun(stores, clock);
        await quick.UploadAsync("a.txt", Some.Article("three"));
        await Ingest.RunAsync(quick.Flow, "articles/a.txt");
        await quick.WorkAsync(1);
        var (slow, held) = Slow("/1.zip");
        var behind = Publish.RunDayAsync(slow.Flow, Day);
        await held.Arrived;
        clock.Advance(TimeSpan.FromMinutes(5));
        var published = await Publish.RunDayAsync(quick.Flow, Day);
        var claimed = (await stores.Blobs.FindAsync("claims/editions/daily/2023-11-22/1.zip", default))!.Entry;

        held.Release();

        Assert.Null(await behind);
        Assert.Equal(claimed, (await stores.Blobs.FindAsync("claims/editions/daily/2023-11-22/1.zip", default))!.Entry);
        Assert.Equal(published!.PublishedAt, Assert.Single(await EditionShelf.OfAsync(quick.Flow, Day)).PublishedAt);
    }

    [Fact]
    public async Task AUploadInQuarantineThatWasPutRightStaysOut()
    {
        var quick = new FlowRun(stores, clock);
        await quick.UploadAsync("a.txt", []);
        var (slow, held) = Slow($"quarantine/{StorePaths.UploadId("articles/a.txt")}.json");
        var behind = Ingest.RunAsync(slow.Flow, "articles/a.txt");
        await held.Arrived;
        await quick.UploadAsync("a.txt", Some.Article("three"));
        await Ingest.RunAsync(quick.Flow, "articles/a.txt");

        held.Release();
        await behind;

        Assert.Null(await Quarantine.FindAsync(quick.Flow, "articles/a.txt"));
    }

    private (FlowRun Run, HeldUp Held) Slow(string ending)
    {
        var held = new HeldUp(stores.Blobs, ending);
        return (new(stores with { Blobs = held }, clock), held);
    }
}
