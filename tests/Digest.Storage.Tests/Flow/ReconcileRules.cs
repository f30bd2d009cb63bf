using Digest.Storage.Flow;

namespace Digest.Storage.Tests.Flow;

/// <summary>What was lost on the way is found.</summary>
public abstract class ReconcileRules
{
    // A while after the uploads, which the store dates itself.
    private readonly TestClock clock = new(DateTimeOffset.UtcNow.AddMinutes(10));
    private readonly FlowRun run;

    protected ReconcileRules(IStorePlace place) => run = new(place.Open($"reconcile-{Guid.NewGuid():N}", clock), clock);

    [Fact]
    public async Task WhereNothingIsMissingNothingIsOrdered()
    {
        await UploadAsync("a.txt", Some.Article("three"));
        await run.WorkAsync(1);

        Assert.Equal(new(1, 0, 0, 0, 0, 0), await Reconcile.RunAsync(run.Flow));
        Assert.Empty(await OrdersAsync());
    }

    [Fact]
    public async Task AnUploadThatNobodyToldOfIsRead()
    {
        await run.UploadAsync("lost.txt", Some.Article("three"));

        Assert.Equal(1, (await Reconcile.RunAsync(run.Flow)).Unread);
        Assert.Equal([new("articles/lost.txt", false)], await OrdersAsync());
    }

    [Fact]
    public async Task AnUploadThatJustCameIsStillOnItsWay()
    {
        clock.Set(DateTimeOffset.UtcNow);
        await run.UploadAsync("fresh.txt", Some.Article("three"));

        Assert.Equal(0, (await Reconcile.RunAsync(run.Flow)).Unread);
    }

    [Fact]
    public async Task AnUploadThatWasReplacedWithoutAWordIsReadAgain()
    {
        await UploadAsync("a.txt", Some.Article("three"));
        await run.UploadAsync("a.txt", Some.Article("nine"));

        Assert.Equal(1, (await Reconcile.RunAsync(run.Flow)).Unread);
    }

    [Fact]
    public async Task ADeletedUploadIsTakenBackAndLeavesNothingToFind()
    {
        await UploadAsync("a.txt", Some.Article("three"));
        await run.WorkAsync(1);
        await run.Stores.Blobs.DeleteAsync("articles/a.txt", WriteCondition.None);

        Assert.Equal(1, (await Reconcile.RunAsync(run.Flow)).Deleted);
        foreach (var order in await OrdersAsync())
            await Ingest.RunAsync(run.Flow, order.Name, order.Again);
        await run.WorkAsync(1);

        Assert.Empty(await run.DraftsAsync());
        Assert.Equal(0, (await Reconcile.RunAsync(run.Flow)).Deleted);
    }

    [Fact]
    public async Task FactsThatAreGoneAreMadeAnew()
    {
        await UploadAsync("a.txt", Some.Article("three"));
        await run.WorkAsync(1);
        await run.Stores.Blobs.DeleteAsync((await run.Stores.Blobs.ListAsync("facts/").SingleAsync()).Name, WriteCondition.None);

        Assert.Equal(1, (await Reconcile.RunAsync(run.Flow)).Unread);
    }

    [Fact]
    public async Task WhatOtherCodeHasReadIsReadAgain()
    {
        await UploadAsync("a.txt", Some.Article("three"));
        var path = StorePaths.UploadOf(StorePaths.UploadId("articles/a.txt"));
        var (record, _) = await run.Stores.Blobs.RecordAsync<UploadRecord>(path, default);
        await run.Stores.Blobs.WriteAsync(path, FlowJson.Bytes(record! with { Version = "former" }), WriteCondition.None);

        Assert.Equal(1, (await Reconcile.RunAsync(run.Flow)).Outdated);
        await Ingest.RunAsync(run.Flow, (await OrdersAsync()).Single().Name);
        Assert.Equal(0, (await Reconcile.RunAsync(run.Flow)).Outdated);
    }

    [Fact]
    public async Task ADayThatNobodyFoldedIsTold()
    {
        await UploadAsync("a.txt", Some.Article("three"));
        // The message is lost.
        foreach (var message in await run.Stores.Queue.ReceiveAsync(StorePaths.DayChangedQueue, 32, TimeSpan.FromMinutes(1)))
            await run.Stores.Queue.CompleteAsync(message);

        Assert.Equal(1, (await Reconcile.RunAsync(run.Flow)).Days);
        await run.WorkAsync(1);

        Assert.NotEmpty(await run.DraftsAsync());
        Assert.Equal(0, (await Reconcile.RunAsync(run.Flow)).Days);
    }

    [Theory]
    [InlineData("folds/")]
    [InlineData("drafts/")]
    public async Task WhatIsDerivedMayBeLost(string prefix)
    {
        await UploadAsync("a.txt", Some.Article("three"));
        await UploadAsync("b.txt", Some.Article("four", "November 23, 2023", "Thursday"));
        await UploadAsync("undated.txt", Some.UndatedArticle());
        await run.WorkAsync(1);
        var before = await run.DraftsAsync();
        await foreach (var entry in run.Stores.Blobs.ListAsync(prefix))
            await run.Stores.Blobs.DeleteAsync(entry.Name, WriteCondition.None);

        await Reconcile.RunAsync(run.Flow);
        await run.WorkAsync(1);

        Assert.Equal(before, await run.DraftsAsync());
        Assert.Contains(await run.Stores.Blobs.ListAsync("folds/").ToListAsync(), entry => entry.Name == "folds/2023-11-22/past.json");
    }

    [Fact]
    public async Task AnUndatedArticleIsGivenToItsDayForGoodOnceNothingMoreCanComeThatItIsComparedWith()
    {
        await UploadAsync("wednesday.txt", Some.Article("three"));
        await UploadAsync("follow-up.txt", Some.UndatedArticle());
        await run.WorkAsync(1);
        var before = await run.DraftsAsync();
        await Reconcile.RunAsync(run.Flow);
        Assert.Single(await UndatedAsync());

        clock.Advance(TimeSpan.FromDays(16));
        await Reconcile.RunAsync(run.Flow);
        await run.WorkAsync(1);

        Assert.Empty(await UndatedAsync());
        Assert.Equal(before, await run.DraftsAsync());
        Assert.Equal(IngestResult.Unchanged, (await Ingest.RunAsync(run.Flow, "articles/follow-up.txt")).Result);
        // Read again, it is placed again.
        await Ingest.RunAsync(run.Flow, "articles/follow-up.txt", again: true);
        await run.WorkAsync(1);
        Assert.Single(await UndatedAsync());
        Assert.Equal(before, await run.DraftsAsync());
        await run.Stores.Blobs.DeleteAsync("articles/follow-up.txt", WriteCondition.None);
        await Reconcile.RunAsync(run.Flow);
        foreach (var order in await OrdersAsync())
            await Ingest.RunAsync(run.Flow, order.Name, order.Again);
        await run.WorkAsync(1);
        Assert.Equal(FlowRun.Built([("wednesday.txt", Some.Article("three"))], clock.GetUtcNow()), await run.DraftsAsync());

        async Task<List<StoredFacts>> UndatedAsync() => [.. await DayRecords.ReadAsync(run.Flow, null, default)];
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SettlingThatWasCutOffIsFinished(bool after)
    {
        await UploadAsync("wednesday.txt", Some.Article("three"));
        await UploadAsync("follow-up.txt", Some.UndatedArticle());
        await run.WorkAsync(1);
        var before = await run.DraftsAsync();

        for (var at = 1; at <= 6; at++)
        {
            clock.Advance(TimeSpan.FromDays(16));
            var faults = new Faults(run.Stores, new MailTray(), at, after);
            try
            {
                await Settle.RunAsync(new FlowRun(faults.Stores, clock).Flow, default);
            }
            catch (CutOffException)
            {
                await run.WorkAsync(1);
                Assert.Equal(before, await run.DraftsAsync());
                await Settle.RunAsync(run.Flow, default);
            }

            await run.WorkAsync(1);
            Assert.Empty(await DayRecords.ReadAsync(run.Flow, null, default));
            Assert.Equal(before, await run.DraftsAsync());
            // Back to the start.
            await Ingest.RunAsync(run.Flow, "articles/follow-up.txt", again: true);
            await run.WorkAsync(1);
        }
    }

    [Fact]
    public async Task WhatIsInQuarantineIsCounted()
    {
        await UploadAsync("a.txt", []);

        Assert.Equal(new(1, 0, 0, 0, 1, 0), await Reconcile.RunAsync(run.Flow));
    }

    private async Task UploadAsync(string name, byte[] content)
    {
        await run.UploadAsync(name, content);
        await Ingest.RunAsync(run.Flow, $"articles/{name}");
    }

    private async Task<List<ArticleOrder>> OrdersAsync()
    {
        var messages = await run.Stores.Queue.ReceiveAsync(StorePaths.ArticleQueue, 32, TimeSpan.FromMinutes(5));
        return [.. messages.Select(message => FlowJson.Read<ArticleOrder>(message.Body))];
    }
}

public sealed class FolderReconcileTests(FolderPlace place) : ReconcileRules(place), IClassFixture<FolderPlace>;

public sealed class AzureReconcileTests(AzuritePlace place) : ReconcileRules(place), IClassFixture<AzuritePlace>;
