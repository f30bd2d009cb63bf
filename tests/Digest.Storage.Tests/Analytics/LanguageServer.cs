using System.Net;
using System.Text.Json.Nodes;

namespace Digest.Storage.Tests.Analytics;

/// <summary>
/// A text-analytics service on this machine that answers as the published examples of api-version 2023-04-01 do. It finds the names it is told about, wherever they stand; what it answers to each
/// request can be set.
/// </summary>
public sealed class LanguageServer : IDisposable
{
    private readonly HttpListener listener;
    private readonly List<(JsonObject Body, IReadOnlyDictionary<string, string?> Headers, string Path)> requests = [];
    private readonly Queue<Func<HttpListenerContext, JsonObject, Task>> answers = new();

    public LanguageServer()
    {
        for (var attempt = 0; ; attempt++)
        {
            // Below the ports that systems give to clients.
            Endpoint = new($"http://127.0.0.1:{Random.Shared.Next(12_000, 32_000)}/");
            listener = new();
            listener.Prefixes.Add(Endpoint.ToString());
            try
            {
                listener.Start();
                break;
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                // The port is somebody else's. A listener that could not start cannot be used again.
            }
        }

        _ = Task.Run(ServeAsync);
    }

    public Uri Endpoint { get; }

    /// <summary>Names to be found, with their category.</summary>
    public IDictionary<string, string> Names { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public double Confidence { get; set; } = 0.98;

    public IReadOnlyList<(JsonObject Body, IReadOnlyDictionary<string, string?> Headers, string Path)> Requests
    {
        get
        {
            lock (requests)
                return [.. requests];
        }
    }

    /// <summary>How many documents each request held.</summary>
    public IEnumerable<int> Batches => Requests.Select(request => Documents(request.Body).Count);

    /// <summary>The next request that nothing is set for yet is answered so; those after all these are answered well.</summary>
    public LanguageServer Then(Func<HttpListenerContext, JsonObject, Task> answer)
    {
        answers.Enqueue(answer);
        return this;
    }

    public LanguageServer ThenStatus(int status, string? retryAfter = null, string body = """{"error":{"code":"Whatever","message":"Words of the service that belong into no log."}}""") => Then((context, _) =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.AddHeader("Retry-After", retryAfter);
        return WriteAsync(context, body);
    });

    public LanguageServer ThenBody(string body) => Then((context, _) => WriteAsync(context, body));

    public LanguageServer ThenWell() => Then((context, body) => WriteAsync(context, Answer(body).ToJsonString()));

    /// <summary>These documents of the request fail alone; the others are read.</summary>
    public LanguageServer ThenErrors(string code, string? inner, params int[] failing) => Then((context, body) =>
    {
        var answer = Answer(body);
        var results = answer["results"]!.AsObject();
        foreach (var at in failing.OrderDescending())
        {
            var id = results["documents"]![at]!["id"]!.GetValue<string>();
            results["documents"]!.AsArray().RemoveAt(at);
            var error = new JsonObject { ["code"] = code, ["message"] = "Words of the service." };
            if (inner is not null)
                error["innererror"] = new JsonObject { ["code"] = inner, ["message"] = "More words." };
            results["errors"]!.AsArray().Add(new JsonObject { ["id"] = id, ["error"] = error });
        }

        return WriteAsync(context, answer.ToJsonString());
    });

    /// <summary>Never answers.</summary>
    public LanguageServer ThenSilence() => Then((_, _) => Task.CompletedTask);

    public static async Task WriteAsync(HttpListenerContext context, string body)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.OutputStream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(body));
        context.Response.Close();
    }

    public static JsonArray Documents(JsonObject body) => body["analysisInput"]!["documents"]!.AsArray();

    public JsonObject Answer(JsonObject body) => new()
    {
        ["kind"] = "EntityRecognitionResults",
        ["results"] = new JsonObject
        {
            ["documents"] = new JsonArray([.. Documents(body).Select(document => (JsonNode)new JsonObject
            {
                ["id"] = document!["id"]!.GetValue<string>(),
                ["entities"] = new JsonArray([.. Entities(document["text"]!.GetValue<string>())]),
                ["warnings"] = new JsonArray(),
            })]),
            ["errors"] = new JsonArray(),
            ["modelVersion"] = "2025-11-01",
        },
    };

    public void Dispose() => listener.Close();

    private IEnumerable<JsonNode> Entities(string text)
    {
        foreach (var (name, category) in Names)
        {
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
                yield return new JsonObject { ["text"] = name, ["category"] = category, ["offset"] = at, ["length"] = name.Length, ["confidenceScore"] = Confidence };
        }
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var content = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(content);
            var body = JsonNode.Parse(content.ToArray())!.AsObject();
            Func<HttpListenerContext, JsonObject, Task>? answer;
            lock (requests)
            {
                requests.Add((body, context.Request.Headers.AllKeys.OfType<string>().ToDictionary(name => name, name => context.Request.Headers[name], StringComparer.OrdinalIgnoreCase), context.Request.RawUrl!));
                answers.TryDequeue(out answer);
            }

            await (answer ?? ((served, asked) => WriteAsync(served, Answer(asked).ToJsonString())))(context, body);
        }
    }
}
