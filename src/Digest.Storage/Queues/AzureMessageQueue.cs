using System.Collections.Concurrent;
using System.Collections.Immutable;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Digest.Storage;

/// <summary>Queues in an Azure Storage account, or in Azurite.</summary>
/// <param name="account">Made with <see cref="QueueMessageEncoding.Base64"/>: the form in which the Functions host reads and writes messages.</param>
/// <param name="createsQueues">Whether a queue that is missing is made when it is first sent to. On Azure the deployment makes them.</param>
public sealed class AzureMessageQueue(QueueServiceClient account, bool createsQueues = false) : IMessageQueue
{
    private readonly ConcurrentDictionary<string, QueueClient> queues = new(StringComparer.Ordinal);

    public async Task SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancel = default)
    {
        try
        {
            await Client(queue).SendMessageAsync(body, delay, cancellationToken: cancel);
        }
        catch (RequestFailedException error) when (createsQueues && error.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await Client(queue).CreateIfNotExistsAsync(cancellationToken: cancel);
            await Client(queue).SendMessageAsync(body, delay, cancellationToken: cancel);
        }
    }

    public async Task<ImmutableArray<QueueMessage>> ReceiveAsync(string queue, int most, TimeSpan hidden, CancellationToken cancel = default)
    {
        try
        {
            var messages = (await Client(queue).ReceiveMessagesAsync(most, hidden, cancel)).Value;
            return [.. messages.Select(m => new QueueMessage(queue, m.MessageId, m.PopReceipt, m.Body.ToString(), m.DequeueCount))];
        }
        catch (RequestFailedException error) when (error.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
    }

    public async Task<bool> CompleteAsync(QueueMessage message, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            await Client(message.Queue).DeleteMessageAsync(message.Id, message.Receipt, cancel);
            return true;
        }
        catch (RequestFailedException error) when (IsTakenByOthers(error))
        {
            return false;
        }
    }

    public async Task ReleaseAsync(QueueMessage message, TimeSpan delay, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            await Client(message.Queue).UpdateMessageAsync(message.Id, message.Receipt, message.Body, delay, cancel);
        }
        catch (RequestFailedException error) when (IsTakenByOthers(error))
        {
            // Whoever has it now will complete or release it.
        }
    }

    private QueueClient Client(string queue) => queues.GetOrAdd(QueueNames.Checked(queue), account.GetQueueClient);

    private static bool IsTakenByOthers(RequestFailedException error) => error.Status == 404 || error.ErrorCode == QueueErrorCode.PopReceiptMismatch;
}
