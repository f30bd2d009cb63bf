using Digest.Storage.Flow;

namespace Digest.Storage.Tests.Flow;

/// <summary>A process that knows nothing reads a day's pack in place of its records, and never believes it more than them.</summary>
public sealed class DayPackTests(FolderPlace place) : IClassFixture<FolderPlace>
{
    private const int Articles = 12;

    private static readonly DateOnly Day = new(2023, 11, 22);
    private static readonly FlowSettings Settings = FlowRun.Settings with { PackFrom = 5 };

    private readonly TestClock clock = new(DateTimeOffset.UtcNow);
    private readonly Stores stores = place.Open($"pack-{Guid.NewGuid():N}", TimeProvider.System);

    [Fact]
    public async Task APackIsOneReadingInPlaceOfMany()
    {
        var first = await ReadAsync();
        var second = await ReadAsync();

        Assert.Equal(Articles, first.Records.Length);
        // The attempt to read a pack, each record, and then the pack alone.
        Assert.Equal((Articles + 1, 1), (first.Reads, second.Reads));
        Assert.Equal(first.Records.Select(stored => (stored.Entry, stored.Record.Name)), second.Records.Select(stored => (stored.Entry, stored.Record.Name)));
        Assert.Equal(first.Records.Select(stored => Convert.ToHexString(stored.Record.Write())), second.Records.Select(stored => Convert.ToHexString(stored.Record.Write())));
    }

    [Fact]
    public async Task WhatChangedSinceIsReadAsItIs()
    {
        await ReadAsync();
        var run = new FlowRun(stores, clock, Settings);
        await run.UploadAsync("3.txt", Some.Article("ninety"));
        await Ingest.RunAsync(run.Flow, "articles/3.txt");
        await stores.Blobs.DeleteAsync("articles/4.txt", WriteCondition.None);
        await Ingest.RunAsync(run.Flow, "articles/4.txt");

        var (records, reads) = await ReadAsync();

        Assert.Equal((Articles - 1, 3), (records.Length, reads));
        Assert.Contains("ninety", records.Single(stored => stored.Record.Name == "articles/3.txt").Record.Facts!.Article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(records, stored => stored.Record.Name == "articles/4.txt");
    }

    [Theory]
    [InlineData("not a pack")]
    [InlineData("")]
    public async Task APackThatCannotBeReadIsNotMissed(string content)
    {
        await ReadAsync();
        await stores.Blobs.WriteAsync("folds/2023-11-22/facts.pack", System.Text.Encoding.UTF8.GetBytes(content), WriteCondition.None);

        Assert.Equal(Articles, (await ReadAsync()).Records.Length);
        Assert.Equal(1, (await ReadAsync()).Reads);
    }

    private async Task<(StoredFacts[] Records, int Reads)> ReadAsync()
    {
        var run = new FlowRun(stores, clock, Settings);
        if (!await stores.Blobs.ListAsync("articles/").AnyAsync())
        {
            for (var i = 0; i < Articles; i++)
            {
                await run.UploadAsync($"{i}.txt", Some.Article($"{i + 2}"));
                await Ingest.RunAsync(run.Flow, $"articles/{i}.txt");
            }
        }

        var counting = new ReadCounter(stores.Blobs);
        var records = await DayRecords.ReadAsync(new FlowRun(stores with { Blobs = counting }, clock, Settings).Flow, Day, default);
        return ([.. records], counting.Reads);
    }

    private sealed class ReadCounter(IBlobStore store) : IBlobStore
    {
        private int reads;

        public int Reads => reads;

        public Task<BlobReading> ReadAsync(string name, long mostBytes, CancellationToken cancel = default)
        {
            Interlocked.Increment(ref reads);
            return store.ReadAsync(name, mostBytes, cancel);
        }

        public Task<BlobWriting> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancel = default) => store.WriteAsync(name, content, condition, cancel);

        public Task<bool> DeleteAsync(string name, WriteCondition condition, CancellationToken cancel = default) => store.DeleteAsync(name, condition, cancel);

        public IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancel = default) => store.ListAsync(prefix, cancel);

        public IAsyncEnumerable<string> ListFoldersAsync(string prefix, CancellationToken cancel = default) => store.ListFoldersAsync(prefix, cancel);
    }
}
