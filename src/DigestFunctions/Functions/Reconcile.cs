using Digest.Storage.Flow;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions;

/// <summary>Every quarter of an hour: what was uploaded is compared with what was made of it, and what is missing is ordered.</summary>
public sealed partial class Reconcile(DigestFlow flow, ILogger<Reconcile> log)
{
    [Function(nameof(Reconcile))]
    public async Task RunAsync([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancel) =>
        Compared(await Stages.Reconcile.RunAsync(flow, cancel));

    [LoggerMessage(LogLevel.Information, "{Report}")]
    private partial void Compared(ReconcileReport report);
}
