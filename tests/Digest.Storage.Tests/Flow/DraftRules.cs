using Digest.Storage.Flow;

namespace Digest.Storage.Tests.Flow;

/// <summary>Whatever order, repetition and concurrency articles come in, the drafts are those that `digest build` makes of them.</summary>
public abstract class DraftRules(IStorePlace place)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task TheSeedsInAnyOrderWithRepeatsFromSixteenCallersGiveTheDraftsOfDigestBuild(int seed)
    {
        var clock = new TestClock(DateTimeOffset.UtcNow);
        var run = new FlowRun(place.Open($"order{seed}-{Guid.NewGuid():N}", clock), clock);
        var random = new Random(seed);
        var deliveries = FlowRun.Seeds.SelectMany(article => Enumerable.Repeat(article, 1 + random.Next(3))).ToArray();
        random.Shuffle(deliveries);

        await Parallel.ForEachAsync(deliveries, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (article, cancel) =>
        {
            await run.UploadAsync(article.Name, article.Content);
            await Ingest.RunAsync(run.Flow, $"articles/{article.Name}", cancel: cancel);
            await run.WorkAsync(1);
        });
        await run.WorkAsync();

        Assert.Equal(FlowRun.Built(FlowRun.Seeds, clock.GetUtcNow()), await run.DraftsAsync());
    }
}

public sealed class FolderDraftTests(FolderPlace place) : DraftRules(place), IClassFixture<FolderPlace>;

public sealed class AzureDraftTests(AzuritePlace place) : DraftRules(place), IClassFixture<AzuritePlace>;
