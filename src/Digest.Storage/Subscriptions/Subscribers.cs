using System.Security.Cryptography;
using System.Text;
using Digest.Rendering.Outputs;
using Digest.Storage.Flow;

namespace Digest.Storage.Subscriptions;

public enum SubscriberState
{
    Active,
    Unsubscribed,
}

/// <summary>Somebody who gets a publication by mail: <c>subscribers/{publication}/{id}.json</c>. Nothing else is known of them.</summary>
/// <param name="Zone">IANA name of their time zone; null where they gave none.</param>
public sealed record Subscriber(string Address, SubscriberState State, string? Zone);

/// <summary>
/// A publication's list. A subscriber's id is made of the address with the operator's key: one address is one subscriber, and an id in a log or a queue gives no address away.
/// </summary>
public static class Subscribers
{
    /// <summary>Bytes.</summary>
    internal const int ShortestKey = 32;

    /// <exception cref="ArgumentException">It is no address.</exception>
    public static async Task<string> SubscribeAsync(DigestFlow flow, string address, string? zone = null, CancellationToken cancel = default)
    {
        if (!MailAddresses.IsOne(address.Trim()))
            throw new ArgumentException("This is no mail address that can be written to; expected name@example.org, in ASCII.", nameof(address));
        var id = IdOf(flow, address);
        await flow.Blobs.WriteAsync(PathOf(flow, id), FlowJson.Bytes(new Subscriber(address.Trim(), SubscriberState.Active, zone)), WriteCondition.None, cancel);
        return id;
    }

    /// <summary>Ends the subscription that a token from a mail is for. Again does no harm.</summary>
    /// <returns>False where the token is not one of ours or nobody has that id.</returns>
    public static async Task<bool> UnsubscribeAsync(DigestFlow flow, string token, CancellationToken cancel = default)
    {
        if (IdOfToken(flow, token) is not { } id)
            return false;
        for (; ; )
        {
            var (subscriber, etag) = await flow.Blobs.RecordAsync<Subscriber>(PathOf(flow, id), cancel);
            if (subscriber is null)
                return false;
            if (subscriber.State == SubscriberState.Unsubscribed
                || (await flow.Blobs.WriteAsync(PathOf(flow, id), FlowJson.Bytes(subscriber with { State = SubscriberState.Unsubscribed }), WriteCondition.Unchanged(etag), cancel)).IsWritten)
                return true;
        }
    }

    public static async Task<Subscriber?> FindAsync(DigestFlow flow, string id, CancellationToken cancel = default) =>
        (await flow.Blobs.RecordAsync<Subscriber>(PathOf(flow, id), cancel)).Value;

    /// <summary>The ids of all on the list, whatever their state.</summary>
    public static async IAsyncEnumerable<string> IdsAsync(DigestFlow flow, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var entry in flow.Blobs.ListAsync($"{StorePaths.Subscribers}{flow.PublicationId}/", cancel))
            yield return Path.GetFileNameWithoutExtension(entry.Name);
    }

    /// <summary>What stands in the subscriber's unsubscribe link: it can be checked without being stored, and made by nobody else.</summary>
    public static string TokenOf(DigestFlow flow, string id) => $"{id}.{Signed(flow, "unsubscribe", id)}";

    /// <returns>Null where the token was not made with our key.</returns>
    public static string? IdOfToken(DigestFlow flow, string token)
    {
        var stop = token.IndexOf('.', StringComparison.Ordinal);
        return stop > 0 && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(TokenOf(flow, token[..stop]))) ? token[..stop] : null;
    }

    private static string IdOf(DigestFlow flow, string address) => Signed(flow, "subscriber", address.Trim().ToLowerInvariant());

    private static string Signed(DigestFlow flow, string purpose, string value)
    {
        var key = flow.Settings.SubscriberKey;
        if (key.IsDefault || key.Length < ShortestKey)
            throw new InvalidOperationException($"The subscribers' key has {(key.IsDefault ? 0 : key.Length)} bytes; expected {ShortestKey} or more from the settings.");
        return Convert.ToHexStringLower(HMACSHA256.HashData(key.AsSpan(), Encoding.UTF8.GetBytes($"{purpose}\n{flow.PublicationId}\n{value}")))[..32];
    }

    private static string PathOf(DigestFlow flow, string id) => $"{StorePaths.Subscribers}{flow.PublicationId}/{id}.json";
}
