using System.Text;
using Digest.Editions;
using Digest.Storage.Flow;
using Digest.Storage.Subscriptions;

namespace Digest.Storage.Tests.Flow;

/// <summary>Wherever the flow is cut off, from an upload to the last mail, going on comes to the end that it would have come to.</summary>
public abstract class ResumeRules(IStorePlace place)
{
    private static readonly DateOnly Day = new(2023, 11, 22);

    private static readonly (string Name, byte[] Content)[] Articles =
    [
        ("bridge.txt", Encoding.UTF8.GetBytes("""
            Shelling of Kherson kills three

            KHERSON, November 22, 2023 — Russian shelling killed three people and wounded five in Kherson on Wednesday, the regional governor, Oleksandr Prokudin, said.

            "The shells hit a bus stop near the bridge in the morning," Prokudin said.
            """)),
        ("undated.txt", Encoding.UTF8.GetBytes("""
            Shells hit bus stop in Kherson

            Russian shelling killed four people in Kherson on Wednesday, a hospital official said. The regional governor, Oleksandr Prokudin, put the number of dead at three.

            "The shells hit a bus stop near the bridge in the morning," Prokudin said.
            """)),
        ("broken.docx", Encoding.UTF8.GetBytes("not a document")),
    ];

    /// <summary>Every so many-th write is died at.</summary>
    protected abstract int Step { get; }

    protected virtual TimeSpan Hidden => TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CutOffAtAnyWriteAndResumedItComesToTheSameEnd(bool after)
    {
        var whole = await RunAsync(0, after);
        Assert.InRange(whole, 50, 500);

        await Parallel.ForEachAsync(Enumerable.Range(1, whole).Where(at => at % Step == 0), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (at, _) => await RunAsync(at, after));
    }

    /// <returns>How many writes there were.</returns>
    private async Task<int> RunAsync(int at, bool after)
    {
        var clock = new TestClock(DateTimeOffset.UtcNow);
        var stores = place.Open($"cut{at}-{after}-{Guid.NewGuid():N}", clock);
        var tray = new MailTray();
        var calm = new FlowRun(stores, clock, mail: tray);
        foreach (var (name, content) in Articles)
            await calm.UploadAsync(name, content);
        foreach (var address in new[] { "first@example.org", "second@example.org" })
            await Subscribers.SubscribeAsync(calm.Flow, address);

        var faults = new Faults(stores, tray, at, after);
        try
        {
            await EverythingAsync(new FlowRun(faults.Stores, clock, mail: faults) { Hidden = Hidden });
            // Messages come in no order, so a run may have a write fewer than the first had.
            Assert.True(at == 0 || at > faults.Writes);
        }
        catch (CutOffException)
        {
            // The hosts deliver again what was not completed, to a process that remembers nothing.
            await Pass(clock);
            await EverythingAsync(new FlowRun(stores, clock, mail: tray) { Hidden = Hidden });
        }

        await AssertEndAsync(calm, tray, $"write {at}, {(after ? "after" : "before")}");
        return faults.Writes;
    }

    private static async Task EverythingAsync(FlowRun run)
    {
        foreach (var (name, _) in Articles)
            await Ingest.RunAsync(run.Flow, $"articles/{name}");
        await run.WorkAsync(1);
        await Publish.RunDueAsync(run.Flow);
        await run.MailAsync();
    }

    private static async Task AssertEndAsync(FlowRun run, MailTray tray, string where)
    {
        Assert.True(FlowRun.Built(Articles, run.Clock.GetUtcNow()).SequenceEqual(await run.DraftsAsync()), where);
        var edition = Assert.Single(await EditionShelf.OfAsync(run.Flow, Day));
        var inputs = await DayInputs.ReadAsync(run.Flow, Day, default);
        var expected = Rendering.EditionRenderer.Render(new Edition(Publication.Default, Days.DayMerger.Merge(Day, inputs.Articles), 1, edition.PublishedAt) { Week = inputs.Week }, inputs.Texts(), FlowRun.Templates);
        foreach (var file in expected.Files)
        {
            var stored = await EditionShelf.FileAsync(run.Flow, edition, file.Name);
            Assert.True(file.Content.Span.SequenceEqual(stored!.Content.Span), $"{where}: {file.Name}");
        }

        Assert.Equal(new(Day, 1), await EditionShelf.LatestAsync(run.Flow));
        Assert.NotNull(await EditionFeed.FindAsync(run.Flow, "atom.xml"));
        Assert.Equal(["first@example.org", "second@example.org"], tray.Sent.Select(mail => mail.To).Distinct().Order(StringComparer.Ordinal));
        // A mail that a server took right before the process died goes out once more, the same to the byte.
        Assert.Equal(2, tray.Sent.Distinct().Count());
        Assert.InRange(tray.Sent.Count, 2, 3);
        Assert.Equal(1, await run.Stores.Blobs.ListAsync("quarantine/").CountAsync());
        Assert.Empty(await Publish.RunDueAsync(run.Flow));
    }

    /// <summary>Lets hidden messages become visible.</summary>
    protected virtual Task Pass(TestClock clock)
    {
        clock.Advance(TimeSpan.FromMinutes(10));
        return Task.CompletedTask;
    }
}

public sealed class FolderResumeTests(FolderPlace place) : ResumeRules(place), IClassFixture<FolderPlace>
{
    protected override int Step => 1;
}

public sealed class AzureResumeTests(AzuritePlace place) : ResumeRules(place), IClassFixture<AzuritePlace>
{
    // The folder's tests go through all of them; these show that the store makes no difference.
    protected override int Step => 9;

    protected override TimeSpan Hidden => TimeSpan.FromSeconds(2);

    protected override async Task Pass(TestClock clock)
    {
        await base.Pass(clock);
        await Task.Delay(Hidden + TimeSpan.FromSeconds(0.5));
    }
}
