namespace Digest.Storage;

/// <summary>What became of one look at a queue.</summary>
/// <param name="Handled">Messages that are done.</param>
/// <param name="Failed">Messages whose handling threw; they come again, or went to the poison queue.</param>
public readonly record struct PumpResult(int Handled, int Failed)
{
    public bool IsIdle => Handled + Failed == 0;
}

/// <summary>
/// Works a queue off as the Functions host does: a message is completed when its handling ends, comes again when it throws, and goes to the queue's poison queue
/// once it has been delivered often enough.
/// </summary>
/// <param name="handle">Handles one message's body.</param>
/// <param name="failed">Is told what handling threw, and whether the message was given up; for a log.</param>
public sealed class QueuePump(IMessageQueue messages, string queue, Func<string, CancellationToken, Task> handle, Action<QueueMessage, Exception, bool>? failed = null)
{
    /// <summary>So many messages at a time; 1 to 32.</summary>
    public int Batch { get; init; } = 16;

    /// <summary>How long handling a message may take before another may have it.</summary>
    public TimeSpan Hidden { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The Functions host's <c>maxDequeueCount</c>.</summary>
    public int MostDeliveries { get; init; } = 5;

    /// <summary>Receives once and handles what came, all at once.</summary>
    public async Task<PumpResult> RunOnceAsync(CancellationToken cancel = default)
    {
        var received = await messages.ReceiveAsync(queue, Batch, Hidden, cancel);
        var results = await Task.WhenAll(received.Select(message => HandleAsync(message, cancel)));
        return new(results.Count(done => done), results.Count(done => !done));
    }

    private async Task<bool> HandleAsync(QueueMessage message, CancellationToken cancel)
    {
        try
        {
            await handle(message.Body, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // One message out of many fails alone; it is told, and comes again.
        catch (Exception error)
#pragma warning restore CA1031
        {
            var isGivenUp = message.Deliveries >= MostDeliveries;
            failed?.Invoke(message, error, isGivenUp);
            if (isGivenUp)
            {
                await messages.SendAsync(QueueNames.PoisonOf(queue), message.Body, cancel: cancel);
                await messages.CompleteAsync(message, cancel);
            }
            else
            {
                await messages.ReleaseAsync(message, RetryAfter, cancel);
            }

            return false;
        }

        await messages.CompleteAsync(message, cancel);
        return true;
    }
}
