using Digest.Storage.Flow;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions;

/// <summary>Every five minutes, in UTC: editions whose hour has come in the newsroom's zone go out, corrections at once.</summary>
public sealed partial class PublishDue(DigestFlow flow, ILogger<PublishDue> log)
{
    [Function(nameof(PublishDue))]
    public async Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancel)
    {
        foreach (var edition in await Stages.Publish.RunDueAsync(flow, cancel))
            Published(flow.Settings.Publication.EditionUrl(edition.Date, edition.Number), edition.Kind, edition.Articles);
    }

    [LoggerMessage(LogLevel.Information, "Published {Url} ({Kind}) from {Articles} articles")]
    private partial void Published(string url, Editions.EditionKind kind, int articles);
}
