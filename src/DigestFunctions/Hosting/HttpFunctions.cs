using System.Net;
using Digest.Functions.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Digest.Functions.Hosting;

/// <summary>The HTTP functions as a web server has them.</summary>
public sealed partial class HttpFunctions(FunctionRunner runner, ILogger<HttpFunctions> log)
{
    /// <summary>Under which the Functions host has routes where host.json sets no other; it is no part of our routes.</summary>
    private const string UsualPrefix = "api/";

    /// <summary>A web server on this machine's own address, reachable from nowhere else.</summary>
    /// <param name="longestBody">Of a request, in bytes; null where there is no limit.</param>
    public static WebApplication Serve(int port, long? longestBody, RequestDelegate handle)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = longestBody;
            server.Listen(IPAddress.Loopback, port);
        });
        var app = builder.Build();
        app.Run(handle);
        return app;
    }

    public async Task HandleAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var path = PathOf(context.Request);
        if (FunctionCatalog.AtPath(path, context.Request.Method) is not var (function, values))
        {
            var allowed = string.Join(", ", FunctionCatalog.MethodsAt(path));
            await new Reply(StatusCodes.Status405MethodNotAllowed, "application/problem+json", Site.ProblemJson(405, "That cannot be done here", $"Expected {allowed}.")) { Headers = [("Allow", allowed)] }.ExecuteAsync(context);
            return;
        }

        try
        {
            var result = await runner.RunAsync(function, context.Request, values, context.RequestAborted);
            await result!.ExecuteAsync(context);
        }
#pragma warning disable CA1031 // One request fails alone.
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
#pragma warning restore CA1031
        {
            Failed(function.Name, error);
            context.Response.Clear();
            await new Reply(StatusCodes.Status500InternalServerError, "application/problem+json", Site.ProblemJson(500, "Something failed on our side", "The log says what; health/ready says what is not as it should be.")).ExecuteAsync(context);
        }
    }

    /// <summary>Decoded, without the leading slash and the usual prefix.</summary>
    internal static string PathOf(HttpRequest request)
    {
        var path = (request.Path.Value ?? "/").TrimStart('/');
        return path.StartsWith(UsualPrefix, StringComparison.OrdinalIgnoreCase) ? path[UsualPrefix.Length..] : path;
    }

    [LoggerMessage(LogLevel.Error, "{Function} failed")]
    private partial void Failed(string function, Exception error);
}
