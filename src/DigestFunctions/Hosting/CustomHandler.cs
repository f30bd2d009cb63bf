using System.Text;
using System.Text.Json;
using Digest.Functions.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions.Hosting;

/// <summary>
/// The web server that the Functions host starts and calls where there is no official worker: an invocation is a POST to "/" and the function's name; an HTTP function gets the original
/// request, at its route. Any status but 200 fails an invocation, and the host tries it again.
/// </summary>
public sealed partial class CustomHandler(FunctionRunner runner, HttpFunctions web, ILogger<CustomHandler> log)
{
    public const string PortVariable = "FUNCTIONS_CUSTOMHANDLER_PORT";

    /// <summary>The host sets it with every invocation and every request that it hands on; its own looking whether we are there has none.</summary>
    public const string InvocationHeader = "X-Azure-Functions-InvocationId";

    private const string Json = "application/json";

    public static WebApplication Create(int port, Lazy<Storage.Flow.DigestFlow> flow, ILoggerFactory logs)
    {
        var runner = new FunctionRunner(flow, logs);
        var handler = new CustomHandler(runner, new(runner, logs.CreateLogger<HttpFunctions>()), logs.CreateLogger<CustomHandler>());
        // What the host posts holds a whole blob, of whatever size; it is passed over as it streams by.
        return HttpFunctions.Serve(port, longestBody: null, handler.HandleAsync);
    }

    private Task HandleAsync(HttpContext context)
    {
        var path = HttpFunctions.PathOf(context.Request);
        if (!context.Request.Headers.ContainsKey(InvocationHeader))
        {
            return path.Length == 0
                ? SayAsync(context, StatusCodes.Status200OK, "ready")
                : SayAsync(context, StatusCodes.Status400BadRequest, $"Expected the header {InvocationHeader}: this port is the Functions host’s.");
        }

        return HttpMethods.IsPost(context.Request.Method) && FunctionCatalog.AtPath(path, context.Request.Method) is null ? InvokeAsync(context, path) : web.HandleAsync(context);
    }

    private async Task InvokeAsync(HttpContext context, string name)
    {
        if (FunctionCatalog.All.FirstOrDefault(each => each.Name == name) is not { Trigger: not Trigger.Http } function)
        {
            var names = FunctionCatalog.All.Where(each => each.Trigger is not Trigger.Http).Select(each => each.Name);
            await SayAsync(context, StatusCodes.Status404NotFound, $"There is no function \"{Site.Echo(name)}\" to invoke; there are {string.Join(", ", names)}.");
            return;
        }

        using var said = InvocationLog.Begin();
        try
        {
            var body = await InvocationBody.ReadAsync(context.Request.Body, context.RequestAborted);
            await runner.RunAsync(function, TriggerOf(function.Trigger, body), ValuesOf(function.Trigger, body), context.RequestAborted);
        }
        catch (FormatException error)
        {
            Malformed(name, error.Message);
            await SayAsync(context, StatusCodes.Status400BadRequest, $"{name}: {error.Message}");
            return;
        }
#pragma warning disable CA1031 // One invocation fails alone: the host is told, and tries it again.
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Failed(name, error);
            await SayAsync(context, StatusCodes.Status500InternalServerError, $"{name} failed: {error.GetType().Name}: {error.Message}");
            return;
        }

        context.Response.ContentType = Json;
        await context.Response.Body.WriteAsync(ReplyOf(said.Lines), context.RequestAborted);
    }

    private static byte[] ReplyOf(IEnumerable<string> lines) => Site.Json(json =>
    {
        json.WriteStartObject("Outputs");
        json.WriteEndObject();
        json.WriteStartArray("Logs");
        foreach (var line in lines)
            json.WriteStringValue(line);
        json.WriteEndArray();
        json.WriteNull("ReturnValue");
    });

    private static object? TriggerOf(Trigger trigger, InvocationBody body) => trigger switch
    {
        Trigger.Queue queue => body.Text(queue.Parameter),
        Trigger.Timer timer => new TimerInfo { IsPastDue = body.Part(timer.Parameter) is { ValueKind: JsonValueKind.Object } said && said.TryGetProperty("IsPastDue", out var past) && past.ValueKind == JsonValueKind.True },
        _ => null,
    };

    private static Dictionary<string, string?> ValuesOf(Trigger trigger, InvocationBody body) =>
        trigger is Trigger.Blob ? new(StringComparer.Ordinal) { ["name"] = body.Named("name") } : new(StringComparer.Ordinal);

    private static Task SayAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text + "\n"), context.RequestAborted).AsTask();
    }

    [LoggerMessage(LogLevel.Error, "{Function}: {Problem}")]
    private partial void Malformed(string function, string problem);

    [LoggerMessage(LogLevel.Error, "{Function} failed")]
    private partial void Failed(string function, Exception error);
}
