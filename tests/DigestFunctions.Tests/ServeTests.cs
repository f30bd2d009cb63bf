using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Digest.Functions.Tests;

/// <summary><c>digest serve</c> as a newcomer runs it.</summary>
public sealed class ServeTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("digest-serve-");

    private string Store => Path.Combine(folder.FullName, "store");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task TheSeedsArePublishedMailedAndShownAndALateArticleIsTakenUp()
    {
        await RunAsync("subscribe", "reader@example.org", "--folder", Store);
        await using var served = await StartedProgram.StartAsync(Digest(["serve", Here.Seeds, "--folder", Store]), (start, port) =>
        {
            start.ArgumentList.Add("--port");
            start.ArgumentList.Add(port.ToString(CultureInfo.InvariantCulture));
        });

        await UntilAsync(served, async () => await DaysAsync(served) is ["2024-01-24", "2023-11-22"] && Mails() == 2);
        Assert.Contains($"http://localhost:{served.Port}/", served.Said, StringComparison.Ordinal);
        Assert.Equal((await Seeds.BuiltAsync())["2023-11-22/digest.txt"].Split('\n')[0], (await served.Http.GetStringAsync(new Uri("/digests/2023-11-22.txt", UriKind.Relative))).Split('\n')[0]);

        // Another site's name that leads here is not ours.
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/drafts/2023-11-22") { Headers = { Host = "evil.example" } };
        using var refused = await served.Http.SendAsync(foreign);
        Assert.Equal(System.Net.HttpStatusCode.MisdirectedRequest, refused.StatusCode);

        // Dropped into the folder by hand.
        await File.WriteAllBytesAsync(Path.Combine(Store, "articles", "late.txt"), Storage.Tests.Some.Article("seven", "December 1, 2023", "Friday", "Sumy"));
        await UntilAsync(served, async () => await DaysAsync(served) is ["2024-01-24", "2023-12-01", "2023-11-22"]);
    }

    [Fact]
    public async Task TheReadmeServesTheSeeds() =>
        Assert.Contains("    dotnet run -c Release --project src/Digest.Cli -- serve seeds", await File.ReadAllLinesAsync(Path.Combine(Here.Root, "README.md")));

    [Fact]
    public async Task WhatCannotBeServedIsSaid()
    {
        Assert.Equal((2, "DigestTimeZone is \"Mars\"; expected an IANA name such as Europe/Berlin.\n"), await RunAsync("serve", "--folder", Store, "--zone", "Mars"));
        Assert.Equal((1, "not an address: This is no mail address that can be written to; expected name@example.org, in ASCII.\n"), await RunAsync("subscribe", "not an address", "--folder", Store));
    }

    private int Mails() => Directory.Exists(Path.Combine(Store, "mails")) ? Directory.GetFiles(Path.Combine(Store, "mails"), "*.eml").Length : 0;

    private static async Task<string[]> DaysAsync(StartedProgram served) =>
        [.. JsonNode.Parse(await served.Http.GetStringAsync(new Uri("/digests?format=json", UriKind.Relative)))!["days"]!.AsArray().Select(day => (string)day!["date"]!)];

    private static async Task UntilAsync(StartedProgram served, Func<Task<bool>> isSo)
    {
        for (var waited = Stopwatch.StartNew(); !await isSo(); await Task.Delay(200))
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(3), served.Said);
    }

    private static ProcessStartInfo Digest(IEnumerable<string> arguments) => new("dotnet", [Path.Combine(AppContext.BaseDirectory, "digest.dll"), .. arguments]);

    private static async Task<(int ExitCode, string Error)> RunAsync(params string[] arguments)
    {
        var start = Digest(arguments);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await error);
    }
}
