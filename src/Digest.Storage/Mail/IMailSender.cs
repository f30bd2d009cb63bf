namespace Digest.Storage;

/// <summary>Hands one finished message to one reader.</summary>
public interface IMailSender
{
    /// <param name="from">The envelope's sender: where mail that cannot be delivered comes back to.</param>
    /// <param name="message">The whole message, headers and bodies, with CRLF line ends.</param>
    /// <param name="key">Names this mail: the same mail again has the same key. Lower-case hex.</param>
    Task<MailOutcome> SendAsync(string from, string to, ReadOnlyMemory<byte> message, string key, CancellationToken cancel = default);
}

/// <summary>What became of one mail.</summary>
public abstract record MailOutcome
{
    private MailOutcome()
    {
    }

    /// <summary>The next server has it, and will deliver it or say why not.</summary>
    public sealed record Accepted : MailOutcome;

    /// <summary>It will never be accepted: there is no such reader, or the mail is not wanted.</summary>
    /// <param name="Reason">As the server words it, without addresses.</param>
    public sealed record Refused(string Reason) : MailOutcome;

    /// <summary>It may be accepted later.</summary>
    public sealed record Later(string Reason, TimeSpan After) : MailOutcome;
}
