using Digest.Storage;
using Digest.Storage.Flow;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions;

/// <summary>An upload was ordered to be read: one whose event was lost, one that is gone, one that other code has read, or one from quarantine.</summary>
public sealed partial class ReadArticle(DigestFlow flow, ILogger<ReadArticle> log)
{
    [Function(nameof(ReadArticle))]
    public async Task RunAsync([QueueTrigger(StorePaths.ArticleQueue, Connection = StorageSettings.Connection)] string message, CancellationToken cancel)
    {
        var order = FlowJson.Read<ArticleOrder>(message);
        Read(StorePaths.UploadId(order.Name), await Stages.Ingest.RunAsync(flow, order.Name, order.Again, cancel));
    }

    private void Read(string id, IngestOutcome outcome) => Read(id, outcome.Result, outcome.Date is { } date ? StorePaths.Iso(date) : "no day of its own", outcome.Reason?.ToString() ?? "");

    [LoggerMessage(LogLevel.Information, "Upload {Id}: {Result} {Date} {Reason}")]
    private partial void Read(string id, IngestResult result, string date, string reason);
}
