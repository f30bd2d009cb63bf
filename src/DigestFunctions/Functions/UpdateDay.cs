using Digest.Storage;
using Digest.Storage.Flow;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions;

/// <summary>A day's facts changed: they are folded and its draft is rendered.</summary>
public sealed partial class UpdateDay(DigestFlow flow, ILogger<UpdateDay> log)
{
    [Function(nameof(UpdateDay))]
    public async Task RunAsync([QueueTrigger(StorePaths.DayChangedQueue, Connection = StorageSettings.Connection)] string message, CancellationToken cancel)
    {
        var change = FlowJson.Read<DayChanged>(message);
        Updated(change.Date is { } date ? StorePaths.Iso(date) : StorePaths.Undated, await Stages.UpdateDay.RunAsync(flow, change, cancel));
    }

    [LoggerMessage(LogLevel.Information, "Day {Date}: {Result}")]
    private partial void Updated(string date, UpdateResult result);
}
