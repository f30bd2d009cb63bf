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
        if (order.Name is null)
            throw new FormatException("This is no ArticleOrder: it has no name.");
        Read(order.Name, await Stages.Ingest.RunAsync(flow, order.Name, order.Again, cancel));
    }

    private void Read(string name, IngestOutcome outcome) => Read(name, outcome.Result, IngestArticle.About(outcome));

    [LoggerMessage(LogLevel.Information, "{Name}: {Result} {About}")]
    private partial void Read(string name, IngestResult result, string about);
}
