using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Digest.Functions.Hosting;
using Digest.Storage;

namespace Digest.Functions.Tests;

/// <summary>
/// The built app as the Functions host has it: started by the command in its host.json, in its folder, with the port in the environment, and called with bodies of the form that the host
/// was seen to send.
/// </summary>
internal sealed class StartedApp(StartedProgram program, AppPlace place) : IAsyncDisposable
{
    public string Said => program.Said;

    public static async Task<StartedApp> StartAsync(AppPlace place)
    {
        // The command in host.json (PlacedFilesTests).
        var start = new ProcessStartInfo("dotnet", ["DigestFunctions.dll"]) { WorkingDirectory = Here.App };
        foreach (var (name, value) in place.Settings)
            start.Environment[name] = value;
        return new(await StartedProgram.StartAsync(start, (info, port) => info.Environment[CustomHandler.PortVariable] = port.ToString(CultureInfo.InvariantCulture)), place);
    }

    /// <summary>Invokes a blob's function as the host does once the blob is there.</summary>
    public Task<HttpResponseMessage> UploadedAsync(string name, byte[] content) => InvokeAsync(nameof(IngestArticle), new JsonObject
    {
        ["Data"] = new JsonObject { ["upload"] = Convert.ToBase64String(content) },
        ["Metadata"] = new JsonObject
        {
            ["Uri"] = Quoted($"http://127.0.0.1:10000/devstoreaccount1/articles/{Uri.EscapeDataString(name)}"),
            ["Properties"] = new JsonObject { ["CacheControl"] = null, ["Length"] = content.Length, ["ContentType"] = "application/octet-stream", ["ETag"] = "\"0x1C4BC289B3BA260\"" },
            ["Metadata"] = new JsonObject(),
            ["name"] = Quoted(name),
            ["sys"] = Sys(nameof(IngestArticle)),
        },
    });

    public Task<HttpResponseMessage> QueuedAsync(string function, string message, long deliveries = 1) => InvokeAsync(function, new JsonObject
    {
        ["Data"] = new JsonObject { ["message"] = Quoted(message) },
        ["Metadata"] = new JsonObject
        {
            ["DequeueCount"] = deliveries.ToString(CultureInfo.InvariantCulture),
            ["Id"] = Quoted("f0dbd012-edfc-4712-8ca2-2d657a04da74"),
            ["PopReceipt"] = Quoted("MjBOb3YyMDI2MjM6NDU6MTUwYTgy"),
            ["sys"] = Sys(function),
        },
    });

    public async Task TickAsync(string function) => await FineAsync(await InvokeAsync(function, new JsonObject
    {
        ["Data"] = new JsonObject { ["timer"] = new JsonObject { ["Schedule"] = new JsonObject { ["AdjustForDST"] = true }, ["ScheduleStatus"] = null, ["IsPastDue"] = false } },
        ["Metadata"] = new JsonObject { ["sys"] = Sys(function) },
    }));

    /// <summary>Works the queues off as the host does, until there is nothing left; what fails comes again at once.</summary>
    public async Task WorkAsync()
    {
        var pumps = FunctionCatalog.All.Where(function => function.Trigger is Trigger.Queue).Select(function => new QueuePump(place.Stores.Queue, ((Trigger.Queue)function.Trigger).Name,
            async (message, _) => await FineAsync(await QueuedAsync(function.Name, message))) { RetryAfter = TimeSpan.Zero }).ToList();
        while ((await Task.WhenAll(pumps.Select(pump => pump.RunOnceAsync()))).Any(result => !result.IsIdle))
        {
        }
    }

    public Task<HttpResponseMessage> InvokeAsync(string function, JsonNode body) => InvokeAsync(function, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));

    public Task<HttpResponseMessage> InvokeAsync(string function, HttpContent body) => SendAsync(new(HttpMethod.Post, $"/{function}") { Content = body });

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, headers);

    /// <summary>A request that the host hands on.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        return SendAsync(request);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Add(CustomHandler.InvocationHeader, Guid.NewGuid().ToString());
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Azure-Functions-Host", "4.1037.0"));
        return program.Http.SendAsync(request);
    }

    /// <summary>Without what the host adds.</summary>
    public Task<HttpResponseMessage> SendBareAsync(HttpMethod method, string path) => program.Http.SendAsync(new(method, path));

    /// <summary>The reply's log lines, of an invocation that went well.</summary>
    public static async Task<string> FineAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync();
            if (response.StatusCode != HttpStatusCode.OK)
                throw new InvalidOperationException($"{(int)response.StatusCode}: {body}");
            var reply = JsonNode.Parse(body)!;
            Assert.Equal(["Outputs", "Logs", "ReturnValue"], reply.AsObject().Select(field => field.Key));
            return string.Join('\n', reply["Logs"]!.AsArray().Select(line => (string)line!));
        }
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();

    /// <summary>The host sends texts as JSON within the JSON.</summary>
    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static JsonObject Sys(string function) => new() { ["MethodName"] = function, ["UtcNow"] = "2026-11-20T23:45:16.097882Z", ["RandGuid"] = "9ec7b1de-89a7-4524-aac5-4ef7cacf759a" };
}
