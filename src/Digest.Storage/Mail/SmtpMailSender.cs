using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Digest.Storage;

/// <summary>
/// Submits messages to a mail server (RFC 6409), a connection each. It is our own because the message must go out as the bytes that were rendered and tested, which the base
/// library's client, made for messages that it builds itself, cannot do, and because of what it says when something fails: what the server's code means for this mail.
/// </summary>
/// <param name="trust">Decides on a server's certificate; null for the system's decision.</param>
public sealed class SmtpMailSender(SmtpSettings settings, RemoteCertificateValidationCallback? trust = null) : IMailSender
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(5);

    /// <summary>For what somebody has to put right first.</summary>
    private static readonly TimeSpan NotSoon = TimeSpan.FromMinutes(30);

    public async Task<MailOutcome> SendAsync(string from, string to, ReadOnlyMemory<byte> message, string key, CancellationToken cancel = default)
    {
        Check(from);
        Check(to);
        try
        {
            using var client = new TcpClient();
            using (var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel))
            {
                limit.CancelAfter(settings.Patience);
                await client.ConnectAsync(settings.Host, settings.Port, limit.Token);
            }

            return await SubmitAsync(client.GetStream(), from, to, message, cancel);
        }
        catch (Exception error) when (error is IOException or SocketException or AuthenticationException || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return new MailOutcome.Later(error is OperationCanceledException ? "The server did not answer in time." : error.Message, Soon);
        }
    }

    private async Task<MailOutcome> SubmitAsync(Stream plain, string from, string to, ReadOnlyMemory<byte> message, CancellationToken cancel)
    {
        await using var secured = settings.Security == SmtpSecurity.Tls ? await SecureAsync(plain, cancel) : null;
        var talk = new SmtpConversation(secured ?? plain, settings.Patience);
        if (await talk.ReplyAsync(cancel) is { IsDone: false } greeting)
            return NotNow("does not serve", greeting);
        var hello = await talk.CommandAsync(Hello, cancel);
        if (settings.Security != SmtpSecurity.StartTls)
            return await HandOverAsync(talk, hello, from, to, message, cancel);

        if (!Offers(hello, "STARTTLS"))
            return new MailOutcome.Later("The server offers no STARTTLS; no mail goes out unencrypted.", NotSoon);
        if (await talk.CommandAsync("STARTTLS", cancel) is { IsDone: false } refusal)
            return NotNow("does not start TLS", refusal);
        // What came with that answer was not encrypted, and somebody may have put it there to be read as if it was.
        if (talk.HasMore)
            throw new SmtpProtocolException("The server spoke out of turn before encryption began.");
        await using var upgraded = await SecureAsync(plain, cancel);
        talk = new SmtpConversation(upgraded, settings.Patience);
        return await HandOverAsync(talk, await talk.CommandAsync(Hello, cancel), from, to, message, cancel);
    }

    private async Task<MailOutcome> HandOverAsync(SmtpConversation talk, SmtpReply hello, string from, string to, ReadOnlyMemory<byte> message, CancellationToken cancel)
    {
        if (!hello.IsDone)
            return NotNow("does not take our greeting", hello);
        if (settings.User is { } user)
        {
            var secret = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{user}\0{settings.Password}"));
            if (await talk.CommandAsync($"AUTH PLAIN {secret}", cancel) is { IsDone: false } refused)
                return NotNow("does not take the user and password of the settings", refused);
        }

        var needsUtf8 = !Ascii.IsValid(from) || !Ascii.IsValid(to);
        if (needsUtf8 && !Offers(hello, "SMTPUTF8"))
            return new MailOutcome.Refused("The server takes no addresses beyond ASCII.");
        foreach (var command in new[] { $"MAIL FROM:<{from}>{(needsUtf8 ? " SMTPUTF8" : "")}", $"RCPT TO:<{to}>" })
        {
            if (await talk.CommandAsync(command, cancel) is { IsDone: false } refused)
                return Outcome(command[..4], refused);
        }

        if (await talk.CommandAsync("DATA", cancel) is { Code: not 354 } refusal)
            return Outcome("DATA", refusal);
        await talk.SendAsync(Stuffed(message.Span), cancel);
        var taken = await talk.ReplyAsync(cancel);
        if (!taken.IsDone)
            return Outcome("the message", taken);
        try
        {
            await talk.CommandAsync("QUIT", cancel);
        }
        catch (IOException)
        {
            // It has the mail; how it says goodbye does not matter.
        }

        return new MailOutcome.Accepted();
    }

    private async Task<SslStream> SecureAsync(Stream stream, CancellationToken cancel)
    {
        var secured = new SslStream(stream, leaveInnerStreamOpen: true);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(settings.Patience);
        await secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = settings.Host, RemoteCertificateValidationCallback = trust }, limit.Token);
        return secured;
    }

    // Not this machine's name, which is nobody's business; servers look at the connection's address.
    private static string Hello => "EHLO [127.0.0.1]";

    private static bool Offers(SmtpReply hello, string extension) => hello.Lines.Skip(1).Any(line => line.Split(' ')[0].Equals(extension, StringComparison.OrdinalIgnoreCase));

    // A "no" to the sender or to us is not about this mail: it stays, until somebody has looked.
    private static MailOutcome.Later NotNow(string what, SmtpReply reply) => new($"The server {what}: {reply.Summary}.", NotSoon);

    private static MailOutcome Outcome(string what, SmtpReply reply) => reply.Code >= 500 && what != "MAIL"
        ? new MailOutcome.Refused($"The server refuses {what}: {reply.Summary}.")
        : new MailOutcome.Later($"The server does not take {what} now: {reply.Summary}.", reply.Code >= 500 ? NotSoon : Soon);

    /// <summary>With a full stop doubled at the start of a line, and the line that ends the message (RFC 5321, 4.5.2).</summary>
    private static byte[] Stuffed(ReadOnlySpan<byte> message)
    {
        var stuffed = new MemoryStream(message.Length + 64);
        var isLineStart = true;
        foreach (var octet in message)
        {
            if (isLineStart && octet == '.')
                stuffed.WriteByte((byte)'.');
            stuffed.WriteByte(octet);
            isLineStart = octet == '\n';
        }

        if (!isLineStart)
            stuffed.Write("\r\n"u8);
        stuffed.Write(".\r\n"u8);
        return stuffed.ToArray();
    }

    private static void Check(string address)
    {
        if (!address.Contains('@', StringComparison.Ordinal) || address.Any(c => char.IsControl(c) || c is '<' or '>' or ' '))
            throw new ArgumentException("This is no address for a mail's envelope.", nameof(address));
    }
}
