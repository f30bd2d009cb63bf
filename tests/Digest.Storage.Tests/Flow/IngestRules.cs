using System.Text;
using Digest.Storage.Flow;

namespace Digest.Storage.Tests.Flow;

/// <summary>What becomes of an upload, whatever it is.</summary>
public abstract class IngestRules
{
    private static readonly DateOnly Day = new(2023, 11, 22);

    private readonly TestClock clock = new(DateTimeOffset.UtcNow);
    private readonly FlowRun run;

    protected IngestRules(IStorePlace place) => run = new(place.Open($"ingest-{Guid.NewGuid():N}", clock), clock);

    [Fact]
    public async Task AnArticleIsStoredUnderTheDayItStates()
    {
        Assert.Equal(new(IngestResult.Stored, Day, null), await UploadAsync("a.txt", Some.Article("three")));

        Assert.Equal([$"facts/2023-11-22/{StorePaths.UploadId("articles/a.txt")}.json"], await NamesAsync("facts/"));
        Assert.Equal([new DayChanged(Day, clock.GetUtcNow())], await MessagesAsync());
    }

    [Theory]
    [InlineData("report 100% (final).txt")]
    [InlineData("2023.11/22/ünïcödé 🕊 'quoted' #1.txt")]
    [InlineData(".hidden")]
    [InlineData("a//b?c=d&e")]
    public async Task AnyLegalNameWillDo(string name)
    {
        Assert.Equal(IngestResult.Stored, (await UploadAsync(name, Some.Article("three"))).Result);
        await run.WorkAsync(1);

        Assert.Equal(FlowRun.Built([(name, Some.Article("three"))], clock.GetUtcNow()), await run.DraftsAsync());
    }

    private static readonly Dictionary<string, byte[]> Unreadable = new(StringComparer.Ordinal)
    {
        ["empty.txt"] = [],
        ["blank.txt"] = Encoding.UTF8.GetBytes(" \n\t \n"),
        ["picture.txt"] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48],
        ["broken.json"] = Encoding.UTF8.GetBytes("{\"headline\": "),
        ["broken.docx"] = Encoding.UTF8.GetBytes("no archive"),
        ["big.txt"] = new byte[News.ArticleReader.MostBytes + 1],
    };

    [Theory]
    [InlineData("empty.txt", QuarantineReason.Empty, "no bytes")]
    [InlineData("blank.txt", QuarantineReason.Unreadable, "holds no text")]
    [InlineData("picture.txt", QuarantineReason.Unreadable, "picture.txt")]
    [InlineData("broken.json", QuarantineReason.Unreadable, "broken.json")]
    [InlineData("broken.docx", QuarantineReason.Unreadable, "broken.docx")]
    [InlineData("big.txt", QuarantineReason.TooBig, "5242881 bytes")]
    public async Task WhatCannotBeReadIsQuarantinedWithItsReason(string name, QuarantineReason reason, string said)
    {
        var content = Unreadable[name];
        Assert.Equal(new(IngestResult.Quarantined, null, reason), await UploadAsync(name, content));
        Assert.Equal(new(IngestResult.Quarantined, null, reason), await Ingest.RunAsync(run.Flow, $"articles/{name}"));

        var record = FlowJson.Read<QuarantineRecord>(await ReadAsync($"quarantine/{StorePaths.UploadId($"articles/{name}")}.json"));
        Assert.Equal((reason, $"articles/{name}", content.Length), (record.Reason, record.Name, (int)record.Size));
        Assert.Contains(said, Assert.Single(record.Problems), StringComparison.Ordinal);
        Assert.Equal($"digest replay \"articles/{name}\"", record.Replay);
        Assert.Empty(await MessagesAsync());
    }

    [Fact]
    public async Task AHundredMegabytesAreQuarantinedUnread()
    {
        await run.Stores.Blobs.WriteAsync("articles/huge.txt", new byte[100 * 1024 * 1024], WriteCondition.None);

        Assert.Equal(QuarantineReason.TooBig, (await Ingest.RunAsync(run.Flow, "articles/huge.txt")).Reason);
    }

    [Fact]
    public async Task AWrongEncodingIsReadAsWhatItIs()
    {
        await UploadAsync("latin1.txt", Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(Some.Article("three")).Replace("Prokudin", "Müller", StringComparison.Ordinal)));
        await run.WorkAsync(1);

        Assert.Contains("Müller", (await run.DraftsAsync())["2023-11-22/digest.txt"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsPutRightLeavesQuarantine()
    {
        await UploadAsync("a.txt", []);
        await UploadAsync("a.txt", Some.Article("three"));

        Assert.Empty(await NamesAsync("quarantine/"));
        Assert.Single(await NamesAsync("facts/2023-11-22/"));
    }

    [Fact]
    public async Task AnUploadThatWasReplacedSaysWhatItSaysNow()
    {
        await UploadAsync("a.txt", Some.Article("three"));
        await UploadAsync("a.txt", Some.Article("nine"));
        await run.WorkAsync(1);

        var text = (await run.DraftsAsync())["2023-11-22/digest.txt"];
        Assert.Contains("nine", text, StringComparison.Ordinal);
        Assert.DoesNotContain("three killed", text, StringComparison.Ordinal);
        Assert.Single(await NamesAsync("facts/2023-11-22/"));
    }

    [Fact]
    public async Task AnUploadThatTellsOfAnotherDayNowLeavesTheFirst()
    {
        await UploadAsync("a.txt", Some.Article("three"));
        await run.WorkAsync(1);
        await UploadAsync("a.txt", Some.Article("three", "November 23, 2023", "Thursday"));
        await run.WorkAsync(1);

        Assert.Equal(["2023-11-23"], (await run.DraftsAsync()).Keys.Select(name => name[..10]).Distinct());
        Assert.Equal((0, null), await Drafts.FindAsync(run.Flow, Day) is { } draft ? (draft.Articles, draft.Folder) : (-1, ""));
    }

    [Fact]
    public async Task ADeletedUploadIsTakenBack()
    {
        await UploadAsync("a.txt", Some.Article("three"));
        await run.WorkAsync(1);
        await run.Stores.Blobs.DeleteAsync("articles/a.txt", WriteCondition.None);

        Assert.Equal(IngestResult.Gone, (await Ingest.RunAsync(run.Flow, "articles/a.txt")).Result);
        await run.WorkAsync(1);

        Assert.Empty(await run.DraftsAsync());
    }

    [Fact]
    public async Task AnUploadThatWasDeletedBeforeItWasReadLeavesNothing()
    {
        Assert.Equal(IngestResult.Gone, (await Ingest.RunAsync(run.Flow, "articles/never-there.txt")).Result);

        Assert.Empty(await NamesAsync("claims/"));
        Assert.Empty(await MessagesAsync());
    }

    [Fact]
    public async Task ADeletedUploadThatComesBackIsBack()
    {
        await UploadAsync("a.txt", Some.Article("three"));
        await run.Stores.Blobs.DeleteAsync("articles/a.txt", WriteCondition.None);
        await Ingest.RunAsync(run.Flow, "articles/a.txt");
        await UploadAsync("a.txt", Some.Article("three"));
        await run.WorkAsync(1);

        Assert.NotEmpty(await run.DraftsAsync());
    }

    [Fact]
    public async Task AsManyAsLikeMayReadOneUploadWhileItIsReplaced()
    {
        var contents = Enumerable.Range(1, 12).Select(i => Some.Article($"{i + 1}")).ToList();
        await Parallel.ForEachAsync(contents, new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (content, cancel) =>
        {
            await run.UploadAsync("a.txt", content);
            await Ingest.RunAsync(run.Flow, "articles/a.txt", cancel: cancel);
        });
        await run.WorkAsync();

        var last = await ReadAsync("articles/a.txt");
        Assert.Equal(FlowRun.Built([("a.txt", last)], clock.GetUtcNow()), await run.DraftsAsync());
    }

    [Fact]
    public async Task WhatWasReadBeforeIsNotReadAgainButTold()
    {
        await UploadAsync("a.txt", Some.Article("three"));
        await MessagesAsync();
        var before = await run.Stores.Blobs.ListAsync("facts/").ToListAsync();

        Assert.Equal(new(IngestResult.Unchanged, Day, null), await Ingest.RunAsync(run.Flow, "articles/a.txt"));

        Assert.Equal(before, await run.Stores.Blobs.ListAsync("facts/").ToListAsync());
        Assert.Equal(Day, Assert.Single(await MessagesAsync()).Date);
    }

    [Fact]
    public async Task OnDemandItIsReadAgain()
    {
        await UploadAsync("a.txt", Some.Article("three"));

        Assert.Equal(IngestResult.Stored, (await Ingest.RunAsync(run.Flow, "articles/a.txt", again: true)).Result);
    }

    [Fact]
    public async Task WhatIsNoUploadIsRefused() => await Assert.ThrowsAsync<ArgumentException>(() => Ingest.RunAsync(run.Flow, "facts/2023-11-22/x.json"));

    private async Task<IngestOutcome> UploadAsync(string name, byte[] content)
    {
        await run.UploadAsync(name, content);
        return await Ingest.RunAsync(run.Flow, $"articles/{name}");
    }

    private async Task<byte[]> ReadAsync(string name) => Assert.IsType<BlobReading.Found>(await run.Stores.Blobs.ReadAsync(name, long.MaxValue)).Content.ToArray();

    private Task<List<string>> NamesAsync(string prefix) => run.Stores.Blobs.ListAsync(prefix).Select(entry => entry.Name).ToListAsync().AsTask();

    private async Task<List<DayChanged>> MessagesAsync()
    {
        var messages = await run.Stores.Queue.ReceiveAsync(StorePaths.DayChangedQueue, 32, TimeSpan.FromMinutes(5));
        return [.. messages.Select(message => FlowJson.Read<DayChanged>(message.Body))];
    }
}

public sealed class FolderIngestTests(FolderPlace place) : IngestRules(place), IClassFixture<FolderPlace>;

public sealed class AzureIngestTests(AzuritePlace place) : IngestRules(place), IClassFixture<AzuritePlace>;
