using System.Collections.Immutable;

namespace Digest.Storage;

/// <summary>
/// Queues of short texts, delivered at least once and in no order. A message that was received stays hidden until it is completed or its time is up.
/// </summary>
public interface IMessageQueue
{
    /// <param name="queue">Lower-case letters, digits and hyphens.</param>
    /// <param name="delay">How long it stays hidden at first; up to seven days.</param>
    Task SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancel = default);

    /// <param name="most">1 to 32.</param>
    /// <param name="hidden">How long others do not see them.</param>
    Task<ImmutableArray<QueueMessage>> ReceiveAsync(string queue, int most, TimeSpan hidden, CancellationToken cancel = default);

    /// <returns>False where it had become visible to others again: they have it now.</returns>
    Task<bool> CompleteAsync(QueueMessage message, CancellationToken cancel = default);

    /// <summary>Gives it back, to be delivered again after the delay.</summary>
    Task ReleaseAsync(QueueMessage message, TimeSpan delay, CancellationToken cancel = default);
}

/// <summary>One delivery of a message.</summary>
/// <param name="Receipt">Of this delivery; opaque.</param>
/// <param name="Deliveries">How often it was delivered, this time included.</param>
public sealed record QueueMessage(string Queue, string Id, string Receipt, string Body, long Deliveries);
