using Azure.Storage.Blobs;
using Digest.Storage;
using Digest.Storage.Flow;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions;

/// <summary>An upload came, or changed: it is read, and its facts are stored or it is quarantined.</summary>
public sealed partial class IngestArticle(DigestFlow flow, ILogger<IngestArticle> log)
{
    /// <param name="upload">Not looked at: the flow reads the upload by name, so that bytes and ETag are of one version and one that is too big never comes into memory.</param>
    [Function(nameof(IngestArticle))]
    public async Task RunAsync([BlobTrigger(StorePaths.Articles + "{name}", Connection = StorageSettings.Connection, Source = Source)] BlobClient? upload, string name, CancellationToken cancel) =>
        Read(name, await Stages.Ingest.RunAsync(flow, StorePaths.Articles + name, again: false, cancel));

#if EVENT_GRID
    private const BlobTriggerSource Source = BlobTriggerSource.EventGrid;
#else
    private const BlobTriggerSource Source = BlobTriggerSource.LogsAndContainerScan;
#endif

    private void Read(string name, IngestOutcome outcome) => Read(name, outcome.Result, About(outcome));

    internal static string About(IngestOutcome outcome) => outcome switch
    {
        { Reason: { } reason } => $"({reason})",
        { Date: { } date } => StorePaths.Iso(date),
        { Result: IngestResult.Gone } => "",
        _ => "without a date of its own",
    };

    [LoggerMessage(LogLevel.Information, "{Name}: {Result} {About}")]
    private partial void Read(string name, IngestResult result, string about);
}
