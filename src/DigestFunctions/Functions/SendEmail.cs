using Digest.Storage;
using Digest.Storage.Flow;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions;

/// <summary>An edition is to be mailed: to everybody, by an order each, or to one.</summary>
public sealed partial class SendEmail(DigestFlow flow, ILogger<SendEmail> log)
{
    [Function(nameof(SendEmail))]
    public async Task RunAsync([QueueTrigger(StorePaths.MailQueue, Connection = StorageSettings.Connection)] string message, CancellationToken cancel)
    {
        var order = FlowJson.Read<MailOrder>(message);
        Mailed(order.Number, StorePaths.Iso(order.Date), order.Subscriber ?? "all", await Stages.SendEmail.RunAsync(flow, order, cancel));
    }

    [LoggerMessage(LogLevel.Information, "Edition {Number} of {Date} to subscriber {Subscriber}: {Result}")]
    private partial void Mailed(int number, string date, string subscriber, MailResult result);
}
