using System.Net;
using System.Text.Json.Nodes;
using Digest.Storage;
using Digest.Storage.Flow;
using Digest.Storage.Subscriptions;

namespace Digest.Functions.Tests;

/// <summary>A whole day through the built app: articles come in, are drafted, published, mailed and fetched.</summary>
public abstract class DigestDayRules : IAsyncLifetime
{
    private readonly Random random = new(20231122);
    private AppPlace place = null!;
    private StartedApp app = null!;

    private protected abstract Task<AppPlace> NewPlaceAsync();

    /// <summary>The mails that came, whole; taken as the settings of the place say.</summary>
    private protected abstract Task<List<string>> MailsAsync();

    public async Task InitializeAsync()
    {
        place = await NewPlaceAsync();
        app = await StartedApp.StartAsync(place);
    }

    public virtual async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task TheSeedsBecomeTheDigestsOfDigestBuildWhateverTheirOrderRepetitionAndConcurrency()
    {
        await DraftAsync();

        Assert.Equal(await Seeds.BuiltAsync(), await place.DraftsAsync());
        using var draft = await app.GetAsync("/drafts/2023-11-22.txt");
        Assert.Equal((await Seeds.BuiltAsync())["2023-11-22/digest.txt"], await draft.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task WhatIsPublishedIsMailedOnceAndFetched()
    {
        await Subscribers.SubscribeAsync(place.Flow, "first@example.org");
        var second = await Subscribers.SubscribeAsync(place.Flow, "second@example.org");
        await DraftAsync();

        // Two hosts' timers, and the same again.
        await Task.WhenAll(app.TickAsync(nameof(PublishDue)), app.TickAsync(nameof(PublishDue)));
        await app.TickAsync(nameof(PublishDue));
        await app.WorkAsync();
        await app.QueuedAsync(nameof(SendEmail), FlowJson.Text(new MailOrder(new(2023, 11, 22), 1, null)));
        await app.WorkAsync();

        var mails = await MailsAsync();
        Assert.Equal(4, mails.Count);
        Assert.Equal(4, mails.Select(mail => Header(mail, "Message-ID")).Distinct(StringComparer.Ordinal).Count());
        foreach (var day in new[] { "2023-11-22", "2024-01-24" })
        {
            foreach (var (suffix, file) in new[] { ("", "page.html"), (".json", "digest.json"), (".txt", "digest.txt"), (".ninjs.json", "ninjs-1.6.json"), (".ninjs.json?profile=3.1", "ninjs-3.1.json"), (".fragment.html", "fragment.html") })
            {
                using var fetched = await app.GetAsync($"/digests/{day}{suffix}");
                using var numbered = await app.GetAsync($"/digests/{day}/editions/1{suffix}");
                Assert.Equal(HttpStatusCode.OK, fetched.StatusCode);
                var text = await fetched.Content.ReadAsStringAsync();
                Assert.Equal(await EditionFileAsync(day, file), text);
                Assert.Equal(text, await numbered.Content.ReadAsStringAsync());
            }
        }

        using var latest = await app.GetAsync("/digests/latest.json");
        Assert.Equal((HttpStatusCode.TemporaryRedirect, "2024-01-24.json"), (latest.StatusCode, latest.Headers.Location!.OriginalString));
        using var list = await app.GetAsync("/digests?format=json");
        Assert.Equal(["2024-01-24", "2023-11-22"], JsonNode.Parse(await list.Content.ReadAsStringAsync())!["days"]!.AsArray().Select(day => (string)day!["date"]!));
        await LeaveTheListAsync(mails.First(mail => mail.Contains("second@example.org", StringComparison.Ordinal)), second);
    }

    private async Task DraftAsync()
    {
        foreach (var (name, content) in Seeds.All)
            await place.UploadAsync(name, content);
        var calls = Enumerable.Repeat(Seeds.All, 4).SelectMany(each => each).ToArray();
        random.Shuffle(calls);
        await Parallel.ForEachAsync(calls, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (seed, _) => await StartedApp.FineAsync(await app.UploadedAsync(seed.Name, seed.Content)));
        await app.WorkAsync();
    }

    private async Task LeaveTheListAsync(string mail, string id)
    {
        var link = Header(mail, "List-Unsubscribe").Split('<', '>')[1];
        Assert.Equal("List-Unsubscribe=One-Click", Header(mail, "List-Unsubscribe-Post"));
        var path = new Uri(link).PathAndQuery;

        using var page = await app.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("<form method=\"post\">", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var headed = await app.SendAsync(HttpMethod.Head, path);
        Assert.Equal(SubscriberState.Active, (await Subscribers.FindAsync(place.Flow, id))!.State);

        using var left = await app.SendAsync(new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]) });
        Assert.Equal((HttpStatusCode.OK, false), (left.StatusCode, left.Headers.Contains("Set-Cookie")));
        Assert.Equal(SubscriberState.Unsubscribed, (await Subscribers.FindAsync(place.Flow, id))!.State);

        using var forged = await app.SendAsync(HttpMethod.Post, $"/u/{id}.{new string('0', 32)}");
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
    }

    private async Task<string> EditionFileAsync(string day, string file)
    {
        var found = Assert.IsType<BlobReading.Found>(await place.Stores.Blobs.ReadAsync($"editions/daily/{day}/1/{file}", long.MaxValue));
        return System.Text.Encoding.UTF8.GetString(found.Content.Span);
    }

    /// <summary>A header's value, unfolded.</summary>
    private static string Header(string mail, string name) => mail.Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n")
        .First(line => line.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase))[(name.Length + 2)..];
}

/// <summary>On a folder, with mails as files.</summary>
public sealed class FolderDigestDayTests : DigestDayRules
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("digest-app-");

    private string Mails => Path.Combine(folder.FullName, "mails");

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private protected override Task<AppPlace> NewPlaceAsync()
    {
        var place = AppPlace.OfFolder(folder.FullName);
        place.Settings[MailSettings.Folder] = Mails;
        return Task.FromResult(place);
    }

    private protected override async Task<List<string>> MailsAsync() => [.. await Task.WhenAll(Directory.GetFiles(Mails).Select(path => File.ReadAllTextAsync(path)))];
}

/// <summary>On Azurite, with a mail server.</summary>
public sealed class AzureDigestDayTests : DigestDayRules, IDisposable
{
    private readonly MailSink sink = new();

    public void Dispose() => sink.Dispose();

    private protected override async Task<AppPlace> NewPlaceAsync()
    {
        var place = await AppPlace.OfAzuriteAsync();
        place.Settings["DigestSmtpHost"] = "127.0.0.1";
        place.Settings["DigestSmtpPort"] = sink.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        place.Settings["DigestSmtpSecurity"] = "None";
        return place;
    }

    private protected override Task<List<string>> MailsAsync() => Task.FromResult(sink.Taken.Select(mail => $"X-To: {mail.To}\r\n{mail.Message}").ToList());
}
