using System.Text;

namespace Digest.Storage.Tests.Blobs;

/// <summary>What every store must keep to.</summary>
public abstract class BlobStoreRules(IStorePlace place)
{
    private readonly IBlobStore store = place.Open($"s{Guid.NewGuid():N}", TimeProvider.System).Blobs;

    // Without a lower limit a reader could ask for what is always too big.
    private const long Any = long.MaxValue;

    private static readonly string[] Legal =
    [
        "articles/plain.txt",
        "articles/a",
        "articles/a/b",
        "articles/2023.11/22",
        "articles/with space.txt",
        "articles/ leading and trailing .txt ",
        "articles/.hidden",
        "articles/..two",
        "articles/100%.txt",
        "articles/100%25.txt",
        "articles/a%2Fb",
        "articles/name%n",
        "articles/question?mark#hash&and=plus+.txt",
        "articles/quotes \"'`<>|*:;,$!~^{}[]()@.txt",
        "articles/CON",
        "articles/nul.txt",
        "articles/com1/x",
        "articles/double//slash.txt",
        "articles/ünïcödé-日本語-العربية-🕊.txt",
        "articles/e\u0301 and \u00e9",
        "articles/zero\u200bwidth",
        "articles/" + new string('n', 1024),
        "articles/" + new string('界', 300) + "/" + new string('%', 300),
        "articles/" + string.Concat(Enumerable.Repeat("🕊", 200)),
    ];

    public static TheoryData<string> LegalNames => [.. Legal];

    public static TheoryData<string> IllegalNames => new()
    {
        "articles",
        "articles/",
        "/articles/a",
        "ar/a",
        "Articles/a",
        "art icles/a",
        "articles/" + new string('n', 1025),
        "articles/ends/",
        "articles/ends.",
        "articles/../secret",
        "articles/./a",
        "articles/a/..",
        "articles/line\nbreak",
        "articles/back\\slash.txt",
        "articles/nul\0",
        "../articles/a",
        "",
    };

    [Theory]
    [MemberData(nameof(LegalNames))]
    public async Task EveryLegalNameIsWrittenReadListedAndDeleted(string name)
    {
        var written = await store.WriteAsync(name, Bytes(name), WriteCondition.Absent);

        var found = await Found(name);
        var listed = Assert.Single(await List("articles/"));
        Assert.Equal(name, Encoding.UTF8.GetString(found.Content.Span));
        Assert.Equal(found.Entry, listed);
        Assert.Equal((name, written.ETag), (listed.Name, listed.ETag));
        Assert.True(await store.DeleteAsync(name, WriteCondition.Matches(written.ETag!)));
        Assert.Empty(await List("articles/"));
    }

    [Theory]
    [MemberData(nameof(IllegalNames))]
    public async Task ANameThatAzureRefusesIsRefusedEverywhere(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => store.WriteAsync(name, Bytes("x"), WriteCondition.None));
        await Assert.ThrowsAsync<ArgumentException>(() => store.ReadAsync(name, Any));
        await Assert.ThrowsAsync<ArgumentException>(() => store.DeleteAsync(name, WriteCondition.None));
    }

    // A fact of its own: a test's argument cannot hold half a pair.
    [Fact]
    public Task HalfASurrogatePairIsNoName() => Assert.ThrowsAsync<ArgumentException>(() => store.WriteAsync("articles/half \ud83d", Bytes("x"), WriteCondition.None));

    [Fact]
    public async Task AllLegalNamesLieSideBySide()
    {
        await Parallel.ForEachAsync(Legal, async (name, cancel) => await store.WriteAsync(name, Bytes(name), WriteCondition.Absent, cancel));

        Assert.Equal(Legal.Order(StringComparer.Ordinal), (await List("articles/")).Select(entry => entry.Name));
        foreach (var name in Legal)
            Assert.Equal(name, Encoding.UTF8.GetString((await Found(name)).Content.Span));
    }

    [Fact]
    public async Task WhatIsNotThereIsMissing()
    {
        await store.WriteAsync("articles/there", Bytes("x"), WriteCondition.None);

        Assert.IsType<BlobReading.Missing>(await store.ReadAsync("articles/not-there", Any));
        Assert.IsType<BlobReading.Missing>(await store.ReadAsync("other-container/there", Any));
        Assert.Empty(await List("other-container/"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300_000)]
    public async Task ContentComesBackAsItWas(int length)
    {
        var content = new byte[length];
        new Random(7).NextBytes(content);

        await store.WriteAsync("facts/x.bin", content, WriteCondition.None);

        var found = await Found("facts/x.bin");
        Assert.Equal(content, found.Content.ToArray());
        Assert.Equal(length, found.Entry.Size);
    }

    [Fact]
    public async Task ABlobLargerThanWantedIsNotRead()
    {
        var written = await store.WriteAsync("facts/x", Bytes("12345"), WriteCondition.None);

        Assert.IsType<BlobReading.Found>(await store.ReadAsync("facts/x", 5));
        var tooBig = Assert.IsType<BlobReading.TooBig>(await store.ReadAsync("facts/x", 4));
        Assert.Equal((5, written.ETag), (tooBig.Entry.Size, tooBig.Entry.ETag));
    }

    [Fact]
    public async Task WhatIsThereIsNotCreatedAgain()
    {
        Assert.True((await store.WriteAsync("claims/x", Bytes("first"), WriteCondition.Absent)).IsWritten);
        Assert.False((await store.WriteAsync("claims/x", Bytes("second"), WriteCondition.Absent)).IsWritten);

        Assert.Equal("first", await Text("claims/x"));
    }

    [Fact]
    public async Task AVersionIsReplacedOnlyWhileItIsTheCurrentOne()
    {
        var first = await store.WriteAsync("facts/x", Bytes("first"), WriteCondition.None);
        var second = await store.WriteAsync("facts/x", Bytes("second"), WriteCondition.Matches(first.ETag!));

        Assert.True(second.IsWritten);
        Assert.NotEqual(first.ETag, second.ETag);
        Assert.False((await store.WriteAsync("facts/x", Bytes("third"), WriteCondition.Matches(first.ETag!))).IsWritten);
        Assert.False(await store.DeleteAsync("facts/x", WriteCondition.Matches(first.ETag!)));
        Assert.Equal("second", await Text("facts/x"));
    }

    [Fact]
    public async Task NothingMatchesAVersionOfWhatIsGone()
    {
        var written = await store.WriteAsync("facts/x", Bytes("first"), WriteCondition.None);
        Assert.True(await store.DeleteAsync("facts/x", WriteCondition.None));

        Assert.False((await store.WriteAsync("facts/x", Bytes("again"), WriteCondition.Matches(written.ETag!))).IsWritten);
        Assert.False(await store.DeleteAsync("facts/x", WriteCondition.Matches(written.ETag!)));
        Assert.True(await store.DeleteAsync("facts/x", WriteCondition.None));
        Assert.IsType<BlobReading.Missing>(await store.ReadAsync("facts/x", Any));
    }

    [Fact]
    public async Task OfManyThatCreateABlobAtOnceOneDoes()
    {
        var writings = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => store.WriteAsync("claims/one", Bytes($"{i}"), WriteCondition.Absent)));

        var winner = Assert.Single(Enumerable.Range(0, 32), i => writings[i].IsWritten);
        Assert.Equal($"{winner}", await Text("claims/one"));
    }

    [Fact]
    public async Task NoUpdateIsLostAmongWritersThatRetry()
    {
        await store.WriteAsync("facts/sum", Bytes("0"), WriteCondition.Absent);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            for (var added = 0; added < 5;)
            {
                var current = await Found("facts/sum");
                var sum = int.Parse(Encoding.UTF8.GetString(current.Content.Span), System.Globalization.CultureInfo.InvariantCulture);
                if ((await store.WriteAsync("facts/sum", Bytes($"{sum + 1}"), WriteCondition.Matches(current.Entry.ETag))).IsWritten)
                    added++;
            }
        }));

        Assert.Equal("40", await Text("facts/sum"));
    }

    [Fact]
    public async Task AReaderSeesOneVersionWithItsOwnETag()
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        var contents = Enumerable.Range(0, 30).Select(i => new string((char)('a' + i % 26), 20_000 + i)).ToList();
        tags[contents[0]] = (await store.WriteAsync("drafts/x", Bytes(contents[0]), WriteCondition.None)).ETag!;
        var seen = new List<(string Text, string ETag)>();
        var writing = Task.Run(async () =>
        {
            foreach (var content in contents.Skip(1))
                tags[content] = (await store.WriteAsync("drafts/x", Bytes(content), WriteCondition.None)).ETag!;
        });
        do
        {
            var found = await Found("drafts/x");
            seen.Add((Encoding.UTF8.GetString(found.Content.Span), found.Entry.ETag));
        }
        while (!writing.IsCompleted);
        await writing;

        Assert.All(seen, each => Assert.Equal(tags[each.Text], each.ETag));
    }

    [Fact]
    public async Task AListingHoldsThePrefixAloneInOrdinalOrder()
    {
        foreach (var name in new[] { "facts/2023-11-22/b", "facts/2023-11-22/a", "facts/2023-11-22/B", "facts/2023-11-23/c", "facts/2023-11-2", "quarantine/2023-11-22/d" })
            await store.WriteAsync(name, Bytes(name), WriteCondition.None);

        Assert.Equal(["facts/2023-11-22/B", "facts/2023-11-22/a", "facts/2023-11-22/b"], (await List("facts/2023-11-22/")).Select(e => e.Name));
        Assert.Equal(5, (await List("facts/2023-11-2")).Count);
        Assert.Equal(["facts/2023-11-22/a"], (await List("facts/2023-11-22/a")).Select(e => e.Name));
        Assert.Equal(["2023-11-22", "2023-11-23"], await Folders("facts/"));
        Assert.Empty(await Folders("facts/2023-11-22/"));
    }

    [Fact]
    public async Task ALastChangeIsWhenItWasWritten()
    {
        var before = DateTimeOffset.UtcNow;
        await store.WriteAsync("facts/x", Bytes("x"), WriteCondition.None);

        // Azure counts whole seconds.
        Assert.InRange((await Found("facts/x")).Entry.LastModified, before.AddSeconds(-1), DateTimeOffset.UtcNow.AddSeconds(1));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private async Task<BlobReading.Found> Found(string name) => Assert.IsType<BlobReading.Found>(await store.ReadAsync(name, Any));

    private async Task<string> Text(string name) => Encoding.UTF8.GetString((await Found(name)).Content.Span);

    private Task<List<BlobEntry>> List(string prefix) => store.ListAsync(prefix).ToListAsync().AsTask();

    private Task<List<string>> Folders(string prefix) => store.ListFoldersAsync(prefix).ToListAsync().AsTask();
}

public sealed class FolderBlobStoreTests(FolderPlace place) : BlobStoreRules(place), IClassFixture<FolderPlace>
{
    [Theory]
    [InlineData("plain.txt", "plain.txt")]
    [InlineData("No ending", "No ending")]
    [InlineData("100%.txt", "100%.txt")]
    [InlineData("a%20b%n", "a%20b%n")]
    [InlineData("2023.11/report", "2023.11/report")]
    [InlineData("deep/er/still.md", "deep/er/still.md")]
    // Names that no blob can have.
    [InlineData("line\nbreak.txt", "line%0Abreak.txt")]
    [InlineData("ends in a stop.", "ends in a stop%2E")]
    public async Task AFileThatPeoplePutThereIsABlobOfItsOwnName(string file, string name)
    {
        var folder = place.PathOf($"own{Guid.NewGuid():N}");
        using var own = new FolderBlobStore(folder);
        var path = Path.Combine(folder, "articles", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, "by hand");
        await File.WriteAllTextAsync(Path.Combine(folder, "articles", ".DS_Store"), "a tool's");

        var entry = Assert.Single(await own.ListAsync("articles/").ToListAsync());
        var found = Assert.IsType<BlobReading.Found>(await own.ReadAsync(entry.Name, 100));
        var replaced = await own.WriteAsync(entry.Name, "changed"u8.ToArray(), WriteCondition.Matches(entry.ETag));

        Assert.Equal($"articles/{name}", entry.Name);
        Assert.Equal("by hand", Encoding.UTF8.GetString(found.Content.Span));
        Assert.True(replaced.IsWritten);
        Assert.Equal("changed", await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task AnotherProcessesLockIsWaitedFor()
    {
        var folder = place.PathOf($"lock{Guid.NewGuid():N}");
        using var own = new FolderBlobStore(folder);
        var held = Enumerable.Range(0, 64).Select(i => new FileStream(Path.Combine(folder, ".locks", $"{i:D2}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)).ToList();

        var writing = own.WriteAsync("facts/x", "x"u8.ToArray(), WriteCondition.None);
        await Task.Delay(100);
        Assert.False(writing.IsCompleted);
        held.ForEach(file => file.Dispose());

        Assert.True((await writing).IsWritten);
    }

    [Fact]
    public async Task NothingIsLeftBesideTheBlobs()
    {
        var folder = place.PathOf($"tidy{Guid.NewGuid():N}");
        using var own = new FolderBlobStore(folder);
        await own.WriteAsync("claims/x", "x"u8.ToArray(), WriteCondition.Absent);
        await own.WriteAsync("claims/x", "y"u8.ToArray(), WriteCondition.Absent);

        Assert.Empty(Directory.GetFiles(Path.Combine(folder, ".writing")));
        Assert.Equal(["x%n"], Directory.GetFiles(Path.Combine(folder, "claims")).Select(Path.GetFileName));
    }
}

public sealed class AzureBlobStoreTests(AzuritePlace place) : BlobStoreRules(place), IClassFixture<AzuritePlace>;
