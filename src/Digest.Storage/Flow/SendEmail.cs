using System.Security.Cryptography;
using System.Text;
using Digest.Editions;
using Digest.Rendering.Outputs;
using Digest.Storage.Subscriptions;

namespace Digest.Storage.Flow;

public enum MailResult
{
    /// <summary>Each reader has an order of their own now.</summary>
    FannedOut,

    Sent,

    /// <summary>It was sent, or refused for good, before.</summary>
    AlreadySettled,

    /// <summary>The next server will never take it.</summary>
    Refused,

    /// <summary>Later: the order was sent again, with a delay.</summary>
    Postponed,

    /// <summary>The reader is not on the list any more.</summary>
    NotSubscribed,

    /// <summary>There is no such edition.</summary>
    NoEdition,
}

/// <summary>What the ledger says of one mail: <c>claims/mail/{publication}/{day}/{n}/{subscriber}.json</c>.</summary>
internal sealed record MailEntry(MailEntry.MailState State, DateTimeOffset At)
{
    internal enum MailState
    {
        /// <summary>Somebody is handing it over.</summary>
        Sending,

        /// <summary>It was not taken and will be tried again.</summary>
        Waiting,

        Sent,
        Refused,
    }
}

/// <summary>
/// Mails an edition: a first edition to all who subscribe, one that corrects to those who had the day's former editions. The ledger is written before and after, so a mail goes out once;
/// only where a process dies between a server's yes and the ledger's, it goes out again, and then it is the same message with the same Message-ID.
/// </summary>
public static class SendEmail
{
    /// <summary>How long handing over a mail may take before it counts as cut off.</summary>
    private static readonly TimeSpan LongestSending = TimeSpan.FromMinutes(5);

    public static async Task<MailResult> RunAsync(DigestFlow flow, MailOrder order, CancellationToken cancel = default)
    {
        if (await EditionShelf.FindAsync(flow, order.Date, order.Number, cancel) is not { } edition)
            return MailResult.NoEdition;
        if (order.Subscriber is { } subscriber)
            return await SendAsync(flow, edition, subscriber, cancel);
        await foreach (var id in ReadersAsync(flow, edition, cancel))
            await flow.Queue.SendAsync(StorePaths.MailQueue, FlowJson.Text(order with { Subscriber = id }), cancel: cancel);
        return MailResult.FannedOut;
    }

    private static async IAsyncEnumerable<string> ReadersAsync(DigestFlow flow, EditionRecord edition, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        if (edition.Kind == EditionKind.First)
        {
            await foreach (var id in Subscribers.IdsAsync(flow, cancel))
                yield return id;
            yield break;
        }

        var readers = new SortedSet<string>(StringComparer.Ordinal);
        for (var number = 1; number < edition.Number; number++)
        {
            await foreach (var entry in flow.Blobs.ListAsync(StorePaths.MailLedger(flow.PublicationId, edition.Date, number), cancel))
                readers.Add(Path.GetFileNameWithoutExtension(entry.Name));
        }

        foreach (var id in readers)
            yield return id;
    }

    private static async Task<MailResult> SendAsync(DigestFlow flow, EditionRecord edition, string id, CancellationToken cancel)
    {
        if (await Subscribers.FindAsync(flow, id, cancel) is not { State: SubscriberState.Active } subscriber)
            return MailResult.NotSubscribed;
        var path = $"{StorePaths.MailLedger(flow.PublicationId, edition.Date, edition.Number)}{id}.json";
        var (entry, etag) = await flow.Blobs.RecordAsync<MailEntry>(path, cancel);
        var now = flow.Clock.GetUtcNow();
        if (entry?.State is MailEntry.MailState.Sent or MailEntry.MailState.Refused)
            return MailResult.AlreadySettled;
        if (entry is { State: MailEntry.MailState.Sending } && entry.At + LongestSending > now)
            return await PostponeAsync(flow, edition, id, entry.At + LongestSending - now, cancel);
        if (!(await flow.Blobs.WriteAsync(path, FlowJson.Bytes(new MailEntry(MailEntry.MailState.Sending, now)), WriteCondition.Unchanged(etag), cancel)).IsWritten)
            return await PostponeAsync(flow, edition, id, LongestSending, cancel);

        var publication = flow.Settings.Publication;
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..32];
        var outcome = await flow.Mail.SendAsync(publication.FromAddress, subscriber.Address, await MessageAsync(flow, edition, subscriber, id, cancel), key, cancel);
        var state = outcome switch
        {
            MailOutcome.Accepted => MailEntry.MailState.Sent,
            MailOutcome.Refused => MailEntry.MailState.Refused,
            _ => MailEntry.MailState.Waiting,
        };
        await flow.Blobs.WriteAsync(path, FlowJson.Bytes(new MailEntry(state, flow.Clock.GetUtcNow())), WriteCondition.None, cancel);
        return outcome switch
        {
            MailOutcome.Accepted => MailResult.Sent,
            MailOutcome.Refused => MailResult.Refused,
            // An order of its own, so that a server that asks for patience does not use up the message's deliveries.
            MailOutcome.Later later => await PostponeAsync(flow, edition, id, later.After, cancel),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
        };
    }

    private static async Task<MailResult> PostponeAsync(DigestFlow flow, EditionRecord edition, string id, TimeSpan delay, CancellationToken cancel)
    {
        await flow.Queue.SendAsync(StorePaths.MailQueue, FlowJson.Text(new MailOrder(edition.Date, edition.Number, id)), delay, cancel);
        return MailResult.Postponed;
    }

    /// <summary>The mail as it was published, with the reader's own address and unsubscribe link.</summary>
    private static async Task<byte[]> MessageAsync(DigestFlow flow, EditionRecord edition, Subscriber subscriber, string id, CancellationToken cancel)
    {
        var publication = flow.Settings.Publication;
        var reader = new Recipient(subscriber.Address, Subscribers.TokenOf(flow, id));
        var link = EmailMessage.UnsubscribeUrl(publication, reader);
        var heading = new MailHeading(publication, edition.Date, edition.Number, edition.PublishedAt, edition.Subject);
        return EmailMessage.Write(heading, await BodyAsync("email.txt"), await BodyAsync("email.html"), reader);

        async Task<string> BodyAsync(string file)
        {
            var found = await EditionShelf.FileAsync(flow, edition, file, cancel) ?? throw new InvalidOperationException($"Edition {edition.Number} of {StorePaths.Iso(edition.Date)} has no {file}.");
            var body = Encoding.UTF8.GetString(found.Content.Span);
            return body.Contains(edition.UnsubscribeUrl, StringComparison.Ordinal)
                ? body.Replace(edition.UnsubscribeUrl, link, StringComparison.Ordinal)
                : throw new InvalidOperationException($"{file} of edition {edition.Number} of {StorePaths.Iso(edition.Date)} has no unsubscribe link; without one no mail is sent. Put mail.unsubscribe_url into the template.");
        }
    }
}
