using System.Net;
using System.Text.Json.Nodes;
using Digest.Storage;

namespace Digest.Functions.Tests;

/// <summary>An app that cannot work starts all the same, and says what is wrong.</summary>
public sealed class HealthTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("digest-app-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("", "", HttpStatusCode.OK, "ready", "")]
    [InlineData("DigestTimeZone", "Mars/Olympus", HttpStatusCode.ServiceUnavailable, "not ready", "DigestTimeZone is \"Mars/Olympus\"; expected an IANA name")]
    [InlineData("DigestFolder", "", HttpStatusCode.ServiceUnavailable, "not ready", "No setting says where the digest's storage is")]
    [InlineData("DigestTemplates", "/no/such/folder", HttpStatusCode.ServiceUnavailable, "not ready", "there is no such folder")]
    public async Task ReadinessSaysWhatIsWrong(string setting, string value, HttpStatusCode status, string word, string said)
    {
        var place = AppPlace.OfFolder(folder.FullName);
        if (setting.Length > 0)
            place.Settings[setting] = value;
        await using var app = await StartedApp.StartAsync(place);

        using var live = await app.GetAsync("/health/live");
        using var ready = await app.GetAsync("/health/ready");
        var report = JsonNode.Parse(await ready.Content.ReadAsStringAsync())!;

        Assert.Equal((HttpStatusCode.OK, status, word), (live.StatusCode, ready.StatusCode, (string)report["status"]!));
        Assert.Contains(said, string.Join('\n', report["checks"]!.AsArray().Where(check => !(bool)check!["fine"]!).Select(check => (string)check!["says"]!)), StringComparison.Ordinal);
        if (status == HttpStatusCode.OK)
            return;

        // Functions fail with the same words, and pages without them.
        using var invoked = await app.QueuedAsync(nameof(UpdateDay), "{\"date\":\"2023-11-22\",\"at\":\"2026-11-20T00:00:00Z\"}");
        using var page = await app.GetAsync("/digests");
        Assert.Equal((HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError), (invoked.StatusCode, page.StatusCode));
        Assert.Contains(said, await invoked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(said, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStoreThatIsAwayIsNamedWithoutItsKey()
    {
        var place = AppPlace.OfFolder(folder.FullName);
        place.Settings.Remove(StorageSettings.Folder);
        var key = Convert.ToBase64String(new byte[64]);
        place.Settings[StorageSettings.Connection] = $"AccountName=away;AccountKey={key};BlobEndpoint=http://127.0.0.1:9/away;QueueEndpoint=http://127.0.0.1:9/away;";
        await using var app = await StartedApp.StartAsync(place);

        using var ready = await app.GetAsync("/health/ready");
        var said = await ready.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("\"name\": \"uploads\",\n      \"fine\": false", said, StringComparison.Ordinal);
        Assert.DoesNotContain(key, said + app.Said, StringComparison.Ordinal);
    }
}
