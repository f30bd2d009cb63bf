using System.Net;
using Digest.Storage;
using Digest.Storage.Flow;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions.Hosting.Local;

/// <summary>
/// All functions on one machine, without a Functions host: looks for uploads, works the queues off, runs the timers and serves the web, by the same declarations. One loop does it in turn:
/// when what came in has been worked off and nothing more comes, the timers' functions run, so that what came in together is published together.
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
    private readonly TimeSpan settled;
    private readonly List<UploadWatch> watches;
    private readonly List<QueuePump> pumps;

    public LocalHost(DigestFlow flow, ILoggerFactory logs)
    {
        ArgumentNullException.ThrowIfNull(flow);
        (this.logs, log, publicationUrl) = (logs, logs.CreateLogger<LocalHost>(), flow.Settings.Publication.BaseUrl);
        // A day is folded when its change has waited for others.
        settled = flow.Settings.Debounce + TimeSpan.FromSeconds(1);
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
        var (isFresh, lastWork, timersRan) = (true, Now(), Now());
        for (; ; )
        {
            var began = Now();
            var (uploads, messages) = await TriedAsync(() => LookAsync(cancel), cancel);
            isFresh |= uploads;
            if (uploads || messages)
            {
                lastWork = Now();
            }
            else if ((isFresh && Since(lastWork) > settled) || Since(timersRan) > LongestPeriod)
            {
                foreach (var timer in Started<Trigger.Timer>())
                    await TriedAsync(() => TickAsync(timer.Function, cancel), cancel);
                (isFresh, timersRan) = (false, Now());
            }
            else
            {
                // A large folder takes long to look through; most of the time is left to others.
                await Task.Delay(Breath + 4 * Since(began), cancel);
            }
        }

        static long Now() => TimeProvider.System.GetTimestamp();
        static TimeSpan Since(long moment) => TimeProvider.System.GetElapsedTime(moment);
    }

    /// <returns>Whether there were new uploads, and messages.</returns>
    private async Task<(bool Uploads, bool Messages)> LookAsync(CancellationToken cancel)
    {
        var (uploads, handled) = (false, false);
        foreach (var watch in watches)
            uploads |= await watch.LookAsync(cancel);
        foreach (var pump in pumps)
            handled |= !(await pump.RunOnceAsync(cancel)).IsIdle;
        return (uploads, handled);
    }

    private async Task<(bool Uploads, bool Messages)> TickAsync(FunctionDeclaration timer, CancellationToken cancel)
    {
        await runner.RunAsync(timer, new TimerInfo(), NoValues, cancel);
        return default;
    }

    /// <summary>A store that is away for a while, or a function that fails, stops nothing else.</summary>
    private async Task<(bool Uploads, bool Messages)> TriedAsync(Func<Task<(bool Uploads, bool Messages)>> work, CancellationToken cancel)
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
            return default;
        }
    }

    private static IEnumerable<(FunctionDeclaration Function, T Trigger)> Started<T>()
        where T : Trigger => FunctionCatalog.All.Where(function => function.Trigger is T).Select(function => (function, (T)function.Trigger));

    [LoggerMessage(LogLevel.Error, "{Function} failed at delivery {Deliveries} of a message, which is {Outcome}")]
    private partial void Failed(string function, long deliveries, string outcome, Exception error);

    [LoggerMessage(LogLevel.Error, "A turn failed; the next is in five seconds")]
    private partial void TurnFailed(Exception error);
}
