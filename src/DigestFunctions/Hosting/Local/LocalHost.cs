using System.Net;
using Digest.Storage;
using Digest.Storage.Flow;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions.Hosting.Local;

/// <summary>
/// All functions on one machine, without a Functions host: looks for uploads, works the queues off, runs the timers and serves the web, by the same declarations. One loop does it in turn,
/// so that what came in together is published together.
/// </summary>
public sealed partial class LocalHost
{
    /// <summary>How often a timer's function runs here at least: nobody who tries something out waits for a quarter of an hour.</summary>
    private static readonly TimeSpan LongestPeriod = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(250);

    /// <summary>A request's own body; no function reads one that is larger.</summary>
    private const long LongestBody = 64 * 1024;

    private readonly FunctionRunner runner;
    private readonly ILoggerFactory logs;
    private readonly ILogger<LocalHost> log;
    private readonly string publicationUrl;
    private readonly List<UploadWatch> watches;
    private readonly List<QueuePump> pumps;

    public LocalHost(DigestFlow flow, ILoggerFactory logs)
    {
        ArgumentNullException.ThrowIfNull(flow);
        (this.logs, log, publicationUrl) = (logs, logs.CreateLogger<LocalHost>(), flow.Settings.Publication.BaseUrl);
        runner = new(new Lazy<DigestFlow>(flow), logs);
        watches = [.. Started<Trigger.Blob>().Select(blob => new UploadWatch(flow.Blobs, runner, blob.Function, log))];
        pumps = [.. Started<Trigger.Queue>().Select(queue => new QueuePump(flow.Queue, queue.Trigger.Name,
            (message, cancel) => runner.RunAsync(queue.Function, message, NoValues, cancel),
            (message, error, isGivenUp) => Failed(queue.Function.Name, message.Deliveries, isGivenUp ? $"given up, and put into {QueueNames.PoisonOf(queue.Trigger.Name)}" : "tried again", error)))];
    }

    private static Dictionary<string, string?> NoValues => new(StringComparer.Ordinal);

    /// <summary>Serves at http://localhost and the port until it is cancelled.</summary>
    /// <param name="started">Told once requests are answered.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public async Task RunAsync(int port, Action started, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(started);
        var functions = new HttpFunctions(runner, logs.CreateLogger<HttpFunctions>());
        await using var web = HttpFunctions.Serve(port, LongestBody, context => IsOurs(context.Request.Host.Host) ? functions.HandleAsync(context) : RefuseAsync(context));
        await web.StartAsync(cancel);
        started();
        try
        {
            await WorkAsync(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Told to stop: what is half done is finished at the next start.
        }

        await web.StopAsync(CancellationToken.None);
    }

    // Another site's page can have its own name lead here, and would then read drafts in its visitor's browser.
    private bool IsOurs(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address))
        || string.Equals(host, new Uri(publicationUrl).Host, StringComparison.OrdinalIgnoreCase);

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return Task.CompletedTask;
    }

    private async Task WorkAsync(CancellationToken cancel)
    {
        var timersDue = DateTimeOffset.MinValue;
        for (var isFresh = true; ; )
        {
            var began = TimeProvider.System.GetTimestamp();
            var worked = await TriedAsync(() => LookAsync(cancel), cancel);
            if (worked)
                isFresh = true;
            else if (isFresh || TimeProvider.System.GetUtcNow() >= timersDue)
            {
                foreach (var timer in Started<Trigger.Timer>())
                    await TriedAsync(() => TickAsync(timer.Function, cancel), cancel);
                (isFresh, timersDue) = (false, TimeProvider.System.GetUtcNow() + LongestPeriod);
            }
            else
            {
                // A large folder takes long to look through; most of the time is left to others.
                await Task.Delay(Breath + 4 * TimeProvider.System.GetElapsedTime(began), cancel);
            }
        }
    }

    /// <returns>Whether there was anything to do.</returns>
    private async Task<bool> LookAsync(CancellationToken cancel)
    {
        var worked = false;
        foreach (var watch in watches)
            worked |= await watch.LookAsync(cancel);
        foreach (var pump in pumps)
            worked |= !(await pump.RunOnceAsync(cancel)).IsIdle;
        return worked;
    }

    private async Task<bool> TickAsync(FunctionDeclaration timer, CancellationToken cancel)
    {
        await runner.RunAsync(timer, new TimerInfo(), NoValues, cancel);
        return true;
    }

    /// <summary>A store that is away for a while, or a function that fails, stops nothing else.</summary>
    private async Task<bool> TriedAsync(Func<Task<bool>> work, CancellationToken cancel)
    {
        try
        {
            return await work();
        }
#pragma warning disable CA1031 // It is told, and done again at the next turn.
        catch (Exception error) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            TurnFailed(error);
            await Task.Delay(TimeSpan.FromSeconds(5), cancel);
            return false;
        }
    }

    private static IEnumerable<(FunctionDeclaration Function, T Trigger)> Started<T>()
        where T : Trigger => FunctionCatalog.All.Where(function => function.Trigger is T).Select(function => (function, (T)function.Trigger));

    [LoggerMessage(LogLevel.Error, "{Function} failed at delivery {Deliveries} of a message, which is {Outcome}")]
    private partial void Failed(string function, long deliveries, string outcome, Exception error);

    [LoggerMessage(LogLevel.Error, "A turn failed; the next is in five seconds")]
    private partial void TurnFailed(Exception error);
}
