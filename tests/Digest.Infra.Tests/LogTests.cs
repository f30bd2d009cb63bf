using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Digest.Functions.Hosting;
using Digest.Storage;
using Digest.Storage.Flow;
using Digest.Storage.Subscriptions;
using Digest.Storage.Tests.Analytics;
using Digest.Storage.Tests.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Digest.Infra.Tests;

/// <summary>
/// Logs hold neither an article's words nor anybody's address, whatever goes wrong. The app runs as the Functions host runs it; all that it writes to its output, all that it gives back to the
/// host and all that it answers with is searched for words and an address that stand nowhere but in an article and in the list of subscribers.
/// </summary>
public sealed class LogTests : IAsyncLifetime, IDisposable
{
    private const string Marker = "Zyxomma";
    private const string Address = "quagga.reader@example.org";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("digest-logs-");
    private readonly StringWriter output = new();
    private readonly SmtpServer mail = new(new(StringComparer.Ordinal) { ["RCPT"] = $"550 5.1.1 <{Address}> is unknown here, says {Marker}" });
    private readonly LanguageServer language = new();
    private readonly HttpClient http = new();
    private readonly StringBuilder replies = new();
    private readonly (TextWriter Out, TextWriter Error) console = (Console.Out, Console.Error);
    private DigestFlow flow = null!;
    private WebApplication app = null!;

    public async Task InitializeAsync()
    {
        // The service's own words, and what it was sent, come back with its error.
        for (var i = 0; i < 10; i++)
            language.ThenStatus(403, body: $"{{\"error\":{{\"message\":\"No access for {Marker} {Address}\"}}}}");
        Console.SetOut(TextWriter.Synchronized(output));
        Console.SetError(TextWriter.Synchronized(output));
        var port = FreePort();
        flow = AppFlow.Open(name => name switch
        {
            StorageSettings.Folder => folder.FullName,
            "DigestSmtpHost" => "127.0.0.1",
            "DigestSmtpPort" => mail.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "DigestSmtpSecurity" => "None",
            "DigestPublishDaysBack" => "all",
            "DigestDebounceSeconds" => "0",
            "DigestSubscriberKey" => Convert.ToBase64String(new byte[32]),
            "DigestLanguageEndpoint" => language.Endpoint.ToString(),
            "DigestLanguageKey" => "0123456789abcdef",
            _ => null,
        });
        app = CustomHandler.Create(port, new Lazy<DigestFlow>(flow), new LoggerFactory([new LineLogs()]));
        await app.StartAsync();
        http.BaseAddress = new($"http://127.0.0.1:{port}");
        http.DefaultRequestHeaders.Add(CustomHandler.InvocationHeader, "1");
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        Console.SetOut(console.Out);
        Console.SetError(console.Error);
        folder.Delete(recursive: true);
    }

    public void Dispose()
    {
        http.Dispose();
        mail.Dispose();
        language.Dispose();
        output.Dispose();
    }

    [Fact]
    public async Task NoWordOfAnArticleAndNoAddressIsLoggedWhateverGoesWrong()
    {
        // A day that goes well, but for the enricher and the mail server.
        await UploadAsync("a.txt", Article("three"));
        await QueueAsync(StorePaths.DayChangedQueue, "UpdateDay");
        await Subscribers.SubscribeAsync(flow, Address);
        await InvokeAsync("PublishDue", new() { ["timer"] = "{}" });
        await QueueAsync(StorePaths.MailQueue, "SendEmail");
        await QueueAsync(StorePaths.MailQueue, "SendEmail");
        Assert.Contains(mail.Commands, command => command.Contains(Address, StringComparison.Ordinal));
        Assert.Contains(Marker, await http.GetStringAsync(new Uri("/digests/2023-11-22", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains(language.Requests, request => request.Body.ToJsonString().Contains(Marker, StringComparison.Ordinal));

        // Uploads that cannot be read.
        await UploadAsync("broken.json", $"{{\"headline\": \"{Marker}\", {Address}");
        await UploadAsync("broken.html", $"<html><body>{Marker} {Address}");
        await UploadAsync("empty.txt", "");

        // Records that somebody has laid hands on.
        await TamperAsync("facts/2023-11-22/", record => record.Replace($"\"evidence\":\"{Marker}", "\"evidence\":\"Xyxomma", StringComparison.Ordinal));
        await TamperAsync("facts/2023-11-22/", record => record.Replace("\"effect\":\"killed\"", $"\"effect\":\"{Marker}\"", StringComparison.Ordinal));
        await TamperAsync("facts/2023-11-22/", record => record.Replace("\"blocks\":", $"\"blocks\":\"{Marker}\",\"blöcke\":", StringComparison.Ordinal));
        await TamperAsync("facts/2023-11-22/", record => record[..(record.Length / 2)]);
        await TamperAsync("subscribers/", record => record.Replace("\"active\"", $"\"{Address}\"", StringComparison.Ordinal), "SendEmail", """{"date":"2023-11-22","number":1,"subscriber":"ID"}""");
        await TamperAsync("editions/daily/2023-11-22/1/edition.json", record => record.Replace("\"number\":1", $"\"number\":\"{Marker}\"", StringComparison.Ordinal), "SendEmail", """{"date":"2023-11-22","number":1}""");

        // A reader whom no mail can be made for.
        var third = await Subscribers.SubscribeAsync(flow, $"third.{Address}");
        await TamperAsync($"subscribers/daily/{third}", record => record.Replace("quagga.reader@", "quagga.räder@", StringComparison.Ordinal), "SendEmail", """{"date":"2023-11-22","number":1,"subscriber":"ID"}""");

        // An edition that lacks a file when a mail is to be made of it.
        await flow.Blobs.DeleteAsync("editions/daily/2023-11-22/1/email.html", WriteCondition.None);
        var second = await Subscribers.SubscribeAsync(flow, $"second.{Address}");
        await InvokeAsync("SendEmail", new() { ["message"] = JsonSerializer.Serialize($$"""{"date":"2023-11-22","number":1,"subscriber":"{{second}}"}""") });

        // Messages and invocations that are none.
        await InvokeAsync("UpdateDay", new() { ["message"] = $"{Marker} {Address}" });
        await InvokeAsync("ReadArticle", new() { ["message"] = $"{{\"name\":{{\"{Marker}\":1}}}}" });
        await InvokeAsync("SendEmail", new() { ["message"] = JsonSerializer.Serialize($"{{\"date\":\"{Address}\"}}") });
        await PostAsync("UpdateDay", $"{Marker} {Address}");
        await InvokeAsync("Reconcile", new() { ["timer"] = "{}" });

        var all = output.ToString() + replies;
        Assert.Contains("PublishDue: Published ", all, StringComparison.Ordinal);
        Assert.Contains("text-analytics service is away: it answered with status 403", all, StringComparison.Ordinal);
        Assert.Contains("SendEmail failed", all, StringComparison.Ordinal);
        Assert.Contains("UpdateDay: facts/2023-11-22/", all, StringComparison.Ordinal);
        Assert.Contains("Refused", all, StringComparison.Ordinal);
        foreach (var line in all.Split('\n'))
        {
            Assert.DoesNotContain(Marker, line, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("quagga", line, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static string Article(string killed) => $"""
        {Marker} shelling kills people

        KHERSON, November 22, 2023 — {Marker} shells killed {killed} people in Kherson on Wednesday, Governor Ana {Marker} said.

        "{Marker} shells hit a bus stop near the bridge," {Marker} said. Write to {Address}.
        """;

    private async Task UploadAsync(string name, string text)
    {
        await flow.Blobs.WriteAsync($"articles/{name}", Encoding.UTF8.GetBytes(text), WriteCondition.None);
        await InvokeAsync("IngestArticle", new() { ["upload"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) }, new() { ["name"] = JsonSerializer.Serialize(name) });
    }

    /// <summary>Changes a record, has a function come upon it, and puts it back.</summary>
    private async Task TamperAsync(string prefix, Func<string, string> change, string function = "UpdateDay", string message = """{"date":"2023-11-22","at":"2199-01-01T00:00:00Z"}""")
    {
        string? path = null;
        await foreach (var entry in flow.Blobs.ListAsync(prefix))
            path ??= entry.Name;
        var before = Encoding.UTF8.GetString(((BlobReading.Found)await flow.Blobs.ReadAsync(path!, 1 << 20)).Content.Span);
        var changed = change(before);
        Assert.NotEqual(before, changed);
        await flow.Blobs.WriteAsync(path!, Encoding.UTF8.GetBytes(changed), WriteCondition.None);
        Assert.NotEqual(HttpStatusCode.OK, await InvokeAsync(function, new() { ["message"] = JsonSerializer.Serialize(message.Replace("ID", Path.GetFileNameWithoutExtension(path!), StringComparison.Ordinal)) }));
        await flow.Blobs.WriteAsync(path!, Encoding.UTF8.GetBytes(before), WriteCondition.None);
    }

    private async Task QueueAsync(string queue, string function)
    {
        foreach (var message in await flow.Queue.ReceiveAsync(queue, 32, TimeSpan.FromMinutes(1)))
        {
            await InvokeAsync(function, new() { ["message"] = JsonSerializer.Serialize(message.Body) });
            await flow.Queue.CompleteAsync(message);
        }
    }

    private Task<HttpStatusCode> InvokeAsync(string function, Dictionary<string, string> data, Dictionary<string, string>? metadata = null) =>
        PostAsync(function, JsonSerializer.Serialize(new { Data = data, Metadata = metadata ?? [] }));

    /// <summary>The reply is kept: the host logs it.</summary>
    private async Task<HttpStatusCode> PostAsync(string function, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri($"/{function}", UriKind.Relative), content);
        replies.Append(await response.Content.ReadAsStringAsync()).Append('\n');
        return response.StatusCode;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
