using System.Net;
using System.Text;
using Digest.Storage;
using Digest.Storage.Flow;
using Digest.Storage.Tests;

namespace Digest.Functions.Tests;

/// <summary>What becomes of an upload or a message through the built app, whatever it is.</summary>
public abstract class HostileUploadRules : IAsyncLifetime
{
    private AppPlace place = null!;
    private StartedApp app = null!;

    private protected abstract Task<AppPlace> NewPlaceAsync();

    public async Task InitializeAsync()
    {
        place = await NewPlaceAsync();
        app = await StartedApp.StartAsync(place);
    }

    public virtual async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task EachHasItsOutcomeAndTheDayGoesOn()
    {
        await UploadAsync("empty.txt", [], "Quarantined", QuarantineReason.Empty);
        await UploadAsync("picture.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48], "Quarantined", QuarantineReason.Unreadable);
        await UploadAsync("broken.json", Encoding.UTF8.GetBytes("{\"headline\": "), "Quarantined", QuarantineReason.Unreadable);
        // A wrong encoding is read as what it is; a name with every odd character is a name.
        await UploadAsync("latin1.txt", Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(Some.Article("three")).Replace("Prokudin", "Müller", StringComparison.Ordinal)), "Stored");
        await UploadAsync("2023.11/22/ünïcödé 🕊 'quoted' \"twice\" #1 100%?c=d&e [x]{name};:@=+$,.txt", Some.Article("four", town: "Nikopol"), "Stored");
        await app.WorkAsync();

        using var draft = await app.GetAsync("/drafts/2023-11-22.txt");
        var text = await draft.Content.ReadAsStringAsync();
        Assert.Contains("Müller", text, StringComparison.Ordinal);
        Assert.Contains("Nikopol", text, StringComparison.Ordinal);
        Assert.Equal(3, (await place.NamesAsync("quarantine/")).Count);
    }

    [Fact]
    public async Task AHundredMegabytesAreQuarantinedUnread()
    {
        var content = new byte[100 * 1024 * 1024];
        await place.UploadAsync("huge.txt", content);

        // As the host sends it: with all of it in the body.
        using var body = new StreamContent(new RepeatedStream("{\"Data\":{\"upload\":\"", 'A', content.Length * 4L / 3, "\"},\"Metadata\":{\"name\":\"\\\"huge.txt\\\"\"}}"));
        Assert.Contains("Quarantined", await StartedApp.FineAsync(await app.InvokeAsync(nameof(IngestArticle), body)), StringComparison.Ordinal);

        Assert.Equal(QuarantineReason.TooBig, (await Quarantine.FindAsync(place.Flow, "articles/huge.txt"))!.Reason);
    }

    [Fact]
    public async Task ADeletedUploadIsTakenBack()
    {
        await UploadAsync("a.txt", Some.Article("three"), "Stored");
        await app.WorkAsync();
        await place.Stores.Blobs.DeleteAsync("articles/a.txt", WriteCondition.None);

        Assert.Contains("Gone", await StartedApp.FineAsync(await app.UploadedAsync("a.txt", [])), StringComparison.Ordinal);
        await app.WorkAsync();

        using var draft = await app.GetAsync("/drafts/2023-11-22");
        Assert.Equal(HttpStatusCode.NotFound, draft.StatusCode);
    }

    [Theory]
    [InlineData("read-article", "no JSON at all")]
    [InlineData("day-changed", "{\"date\":\"yesterday\"}")]
    [InlineData("send-email", "[]")]
    [InlineData("read-article", "{\"name\":\"facts/2023-11-22/x.json\",\"again\":false}")]
    public async Task APoisonMessageEndsInThePoisonQueueAndStopsNothing(string queue, string message)
    {
        await place.Stores.Queue.SendAsync(queue, message);
        await UploadAsync("a.txt", Some.Article("three"), "Stored");
        await app.WorkAsync();

        var poison = Assert.Single(await place.Stores.Queue.ReceiveAsync(QueueNames.PoisonOf(queue), 10, TimeSpan.FromMinutes(1)));
        Assert.Equal(message, poison.Body);
        Assert.NotEmpty(await place.DraftsAsync());
    }

    [Fact]
    public async Task WhatWasMissedIsReconciled()
    {
        await UploadAsync("a.txt", Some.Article("three"), "Stored");
        foreach (var name in await place.NamesAsync("facts/"))
            await place.Stores.Blobs.DeleteAsync(name, WriteCondition.None);

        Assert.Contains("Stored", await StartedApp.FineAsync(await app.QueuedAsync(nameof(ReadArticle), FlowJson.Text(new ArticleOrder("articles/a.txt", Again: true)))), StringComparison.Ordinal);
        await app.TickAsync(nameof(Reconcile));
        await app.WorkAsync();

        Assert.NotEmpty(await place.DraftsAsync());
    }

    private async Task UploadAsync(string name, byte[] content, string outcome, QuarantineReason? reason = null)
    {
        await place.UploadAsync(name, content);
        Assert.Contains(outcome, await StartedApp.FineAsync(await app.UploadedAsync(name, content)), StringComparison.Ordinal);
        Assert.Equal(reason, (await Quarantine.FindAsync(place.Flow, StorePaths.Articles + name))?.Reason);
    }

    /// <summary>A long body without the memory it would take.</summary>
    private sealed class RepeatedStream(string before, char middle, long times, string after) : Stream
    {
        private long position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => before.Length + times + after.Length;

        public override long Position { get => position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = 0;
            for (; read < count && position < Length; read++, position++)
                buffer[offset + read] = (byte)(position < before.Length ? before[(int)position] : position < before.Length + times ? middle : after[(int)(position - before.Length - times)]);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

public sealed class FolderHostileUploadTests : HostileUploadRules
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("digest-app-");

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private protected override Task<AppPlace> NewPlaceAsync() => Task.FromResult(AppPlace.OfFolder(folder.FullName));
}

public sealed class AzureHostileUploadTests : HostileUploadRules
{
    private protected override Task<AppPlace> NewPlaceAsync() => AppPlace.OfAzuriteAsync();
}
