using Digest.Storage.Flow;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions;

/// <summary>Every quarter of an hour: what was uploaded is compared with what was made of it, and what is missing is ordered.</summary>
public sealed partial class Reconcile(DigestFlow flow, ILogger<Reconcile> log)
{
    [Function(nameof(Reconcile))]
    public async Task RunAsync([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancel)
    {
        var report = await Stages.Reconcile.RunAsync(flow, cancel);
        var isNothingMissing = report is { Unread: 0, Deleted: 0, Outdated: 0, Enriched: 0, Days: 0 };
        Compared(isNothingMissing ? LogLevel.Debug : LogLevel.Information, report.Articles, report.Unread, report.Deleted, report.Outdated, report.Enriched, report.Days, report.Quarantined);
    }

    [LoggerMessage("Of {Articles} uploads, ordered: {Unread} unread, {Deleted} deleted, {Outdated} read by other code, {Enriched} to be enriched; {Days} days to be folded; {Quarantined} in quarantine")]
    private partial void Compared(LogLevel level, int articles, int unread, int deleted, int outdated, int enriched, int days, int quarantined);
}
