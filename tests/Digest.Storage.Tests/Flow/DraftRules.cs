using Digest.Storage.Flow;

namespace Digest.Storage.Tests.Flow;

/// <summary>Whatever order, repetition and concurrency articles come in, the drafts are those that `digest build` makes of them.</summary>
public abstract class DraftRules(IStorePlace place)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
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

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task ArticlesWithoutADateStandWhereTheirStoryIsWhateverCameFirstAndWhateverWentAgain(int seed)
    {
        var clock = new TestClock(DateTimeOffset.UtcNow);
        var run = new FlowRun(place.Open($"placed{seed}-{Guid.NewGuid():N}", clock), clock);
        var random = new Random(seed);
        (string Name, byte[] Content)[] articles =
        [
            ("wednesday.txt", Some.Article("three")),
            ("thursday.txt", Some.Article("six", "November 23, 2023", "Thursday", "Nikopol")),
            ("late.txt", Some.Article("two", "December 6, 2023", "Wednesday", "Odesa")),
            ("follow-up.txt", Some.UndatedArticle()),
            ("nikopol.txt", Some.UndatedArticle("eight", "Thursday", "Nikopol")),
            ("alone.txt", System.Text.Encoding.UTF8.GetBytes("Talks on a truce resume\n\nDelegates from both sides returned to Geneva for talks on a truce, a spokesman said.")),
        ];
        random.Shuffle(articles);
        // Taken back once everything else has come: then what leaned on it stands elsewhere.
        var taken = articles.First(article => article.Name is "wednesday.txt" or "thursday.txt");

        await Parallel.ForEachAsync(articles, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (article, cancel) =>
        {
            await run.UploadAsync(article.Name, article.Content);
            await Ingest.RunAsync(run.Flow, $"articles/{article.Name}", cancel: cancel);
            await run.WorkAsync(1);
        });
        await run.WorkAsync();
        Assert.Equal(FlowRun.Built(articles, clock.GetUtcNow()), await run.DraftsAsync());

        await run.Stores.Blobs.DeleteAsync($"articles/{taken.Name}", WriteCondition.None);
        await Ingest.RunAsync(run.Flow, $"articles/{taken.Name}");
        await run.WorkAsync();
        Assert.Equal(FlowRun.Built(articles.Where(article => article.Name != taken.Name), clock.GetUtcNow()), await run.DraftsAsync());
    }
}

public sealed class FolderDraftTests(FolderPlace place) : DraftRules(place), IClassFixture<FolderPlace>;

public sealed class AzureDraftTests(AzuritePlace place) : DraftRules(place), IClassFixture<AzuritePlace>;
