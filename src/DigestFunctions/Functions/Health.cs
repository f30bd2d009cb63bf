using Digest.Functions.Http;
using Digest.Storage.Flow;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions;

/// <summary>"health/live": the process answers. "health/ready": it can do its work, or what keeps it from that.</summary>
/// <param name="flow">Opened when it is first needed: settings that are wrong must not keep this from saying so.</param>
public sealed partial class Health(Lazy<DigestFlow> flow, ILogger<Health> log)
{
    [Function(nameof(Health))]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health/{probe}")] HttpRequest request, string probe, CancellationToken cancel)
    {
        if (probe == "live")
            return Answer(StatusCodes.Status200OK, new("live", []));
        if (probe != "ready")
            return Answer(StatusCodes.Status404NotFound, new("There is no such probe; there are health/live and health/ready.", []));
        var checks = await Readiness.ChecksAsync(flow, cancel);
        foreach (var failed in checks.Where(check => !check.IsFine))
            NotReady(failed.Name, failed.Says);
        return checks.All(check => check.IsFine) ? Answer(StatusCodes.Status200OK, new("ready", checks)) : Answer(StatusCodes.Status503ServiceUnavailable, new("not ready", checks));
    }

    private static Reply Answer(int status, HealthReport report) => new(status, "application/json", report.Json());

    [LoggerMessage(LogLevel.Error, "Not ready: {Check}: {Says}")]
    private partial void NotReady(string check, string says);
}
