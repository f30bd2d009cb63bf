using System.Text;

namespace Digest.Storage.Tests.Mail;

public sealed class SmtpMailSenderTests
{
    private const string Letter = "Subject: test\r\n\r\n.starts with a stop\r\n..two\r\n.\r\nlast\r\n";
    private const string Capable = "250-localhost\r\n250-STARTTLS\r\n250-SMTPUTF8\r\n250 AUTH PLAIN";

    [Fact]
    public async Task AMessageArrivesAsItIs()
    {
        using var server = new SmtpServer();

        Assert.IsType<MailOutcome.Accepted>(await SendAsync(server, SmtpSecurity.None));

        await server.Conversation;
        Assert.Equal(Letter, server.Message);
        Assert.Equal(["EHLO [127.0.0.1]", "MAIL FROM:<digest@example.org>", "RCPT TO:<reader@example.org>", "DATA", "QUIT"], server.Commands);
    }

    [Fact]
    public async Task AMessageWithoutALastLineEndIsEndedAllTheSame()
    {
        using var server = new SmtpServer();

        await SendAsync(server, SmtpSecurity.None, letter: "Subject: x\r\n\r\nno line end");

        Assert.Equal("Subject: x\r\n\r\nno line end\r\n", server.Message);
    }

    [Fact]
    public async Task WithStartTlsNothingButTheGreetingGoesOutPlain()
    {
        using var server = new SmtpServer(new() { ["EHLO"] = Capable });

        Assert.IsType<MailOutcome.Accepted>(await SendAsync(server, SmtpSecurity.StartTls, user: "user", password: "secret"));

        await server.Conversation;
        Assert.Equal(["EHLO [127.0.0.1]", "STARTTLS"], server.Commands.Take(2));
        Assert.Equal(server.Commands.Skip(2), server.Encrypted);
        Assert.Contains($"AUTH PLAIN {Convert.ToBase64String(Encoding.UTF8.GetBytes("\0user\0secret"))}", server.Encrypted);
        Assert.Equal(Letter, server.Message);
    }

    [Fact]
    public async Task WithTlsEverythingIsEncrypted()
    {
        using var server = new SmtpServer(isTls: true);

        Assert.IsType<MailOutcome.Accepted>(await SendAsync(server, SmtpSecurity.Tls));

        await server.Conversation;
        Assert.Equal(server.Commands, server.Encrypted);
    }

    [Fact]
    public async Task WithoutStartTlsOnOfferNoMailGoesOut()
    {
        using var server = new SmtpServer();

        var later = Assert.IsType<MailOutcome.Later>(await SendAsync(server, SmtpSecurity.StartTls));

        Assert.Contains("no STARTTLS", later.Reason, StringComparison.Ordinal);
        Assert.Equal(["EHLO [127.0.0.1]"], server.Commands);
    }

    [Fact]
    public async Task WhatIsPutInBeforeEncryptionIsNotBelieved()
    {
        using var server = new SmtpServer(new() { ["EHLO"] = Capable, ["STARTTLS"] = "220 go on\r\n250 smuggled in" });

        var later = Assert.IsType<MailOutcome.Later>(await SendAsync(server, SmtpSecurity.StartTls));

        Assert.Contains("out of turn", later.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACertificateThatTheSystemDoesNotTrustGetsNoMail()
    {
        using var server = new SmtpServer(isTls: true);

        Assert.IsType<MailOutcome.Later>(await new SmtpMailSender(new("localhost", server.Port, SmtpSecurity.Tls, null, null)).SendAsync("a@example.org", "b@example.org", "x"u8.ToArray(), "0"));

        Assert.Empty(server.Commands);
    }

    [Theory]
    // What will never be taken is given up; what may be, is not.
    [InlineData("RCPT", "550 5.1.1 <reader@example.org> unknown", "refused: The server refuses RCPT: 550 5.1.1.")]
    [InlineData("RCPT", "450 4.2.1 mailbox busy", "later 5: The server does not take RCPT now: 450 4.2.1.")]
    [InlineData("message", "554 5.7.1 spam", "refused: The server refuses the message: 554 5.7.1.")]
    [InlineData("message", "451 try again", "later 5: The server does not take the message now: 451.")]
    [InlineData("DATA", "554 no", "refused: The server refuses DATA: 554.")]
    // A "no" to the sender or to us says nothing of the reader.
    [InlineData("MAIL", "553 5.7.1 not your address", "later 30: The server does not take MAIL now: 553 5.7.1.")]
    [InlineData("greeting", "554 go away", "later 30: The server does not serve: 554.")]
    [InlineData("EHLO", "500 what", "later 30: The server does not take our greeting: 500.")]
    [InlineData("MAIL", "", "later 5: The server closed the connection.")]
    [InlineData("message", "", "later 5: The server closed the connection.")]
    [InlineData("MAIL", "nonsense", "later 5: The server's answer is no SMTP reply.")]
    [InlineData("MAIL", "250-one\r\n550 two", "later 5: The server's answer is no SMTP reply.")]
    public async Task EachAnswerHasItsOutcome(string command, string answer, string expected)
    {
        using var server = new SmtpServer(new() { [command] = answer });

        Assert.Equal(expected, await SendAsync(server, SmtpSecurity.None) switch
        {
            MailOutcome.Refused refused => $"refused: {refused.Reason}",
            MailOutcome.Later later => $"later {later.After.TotalMinutes}: {later.Reason}",
            var other => other.ToString(),
        });
    }

    [Fact]
    public async Task AServerThatHangsUpAfterItTookTheMailHasTakenIt()
    {
        using var server = new SmtpServer(new() { ["QUIT"] = "" });

        Assert.IsType<MailOutcome.Accepted>(await SendAsync(server, SmtpSecurity.None));
    }

    [Fact]
    public async Task AnAnswerWithoutEndIsCutOff()
    {
        using var server = new SmtpServer(new() { ["greeting"] = new string('2', 5000) });
        Assert.Contains("more than 2048 bytes", Assert.IsType<MailOutcome.Later>(await SendAsync(server, SmtpSecurity.None)).Reason, StringComparison.Ordinal);

        using var other = new SmtpServer(new() { ["EHLO"] = string.Join("\r\n", Enumerable.Repeat("250-more", 100)) });
        Assert.Contains("more than 64 lines", Assert.IsType<MailOutcome.Later>(await SendAsync(other, SmtpSecurity.None)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AServerThatDoesNotAnswerIsNotWaitedForForever()
    {
        using var server = new SmtpServer(new() { ["MAIL"] = "250-and then nothing" });
        var sender = new SmtpMailSender(new("localhost", server.Port, SmtpSecurity.None, null, null) { Patience = TimeSpan.FromMilliseconds(300) });

        Assert.Contains("in time", Assert.IsType<MailOutcome.Later>(await sender.SendAsync("a@example.org", "b@example.org", "x"u8.ToArray(), "0")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAddressBeyondAsciiNeedsAServerThatTakesIt()
    {
        using var server = new SmtpServer();
        Assert.IsType<MailOutcome.Refused>(await SendAsync(server, SmtpSecurity.None, to: "łucja@example.org"));

        using var capable = new SmtpServer(new() { ["EHLO"] = "250-localhost\r\n250 SMTPUTF8" });
        Assert.IsType<MailOutcome.Accepted>(await SendAsync(capable, SmtpSecurity.None, to: "łucja@example.org"));
        Assert.Contains("MAIL FROM:<digest@example.org> SMTPUTF8", capable.Commands);
    }

    [Theory]
    [InlineData("reader@example.org>\r\nRCPT TO:<other@example.org")]
    [InlineData("reader@example.org> NOTIFY=NEVER <x")]
    [InlineData("nobody")]
    public async Task AnAddressThatIsMoreThanAnAddressIsRefusedAtOnce(string to)
    {
        using var server = new SmtpServer();

        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(server, SmtpSecurity.None, to: to));
    }

    [Theory]
    [InlineData("DigestSmtpHost=mail", "mail:587 StartTls")]
    [InlineData("DigestSmtpHost=mail;DigestSmtpSecurity=Tls", "mail:465 Tls")]
    [InlineData("DigestSmtpHost=mail;DigestSmtpSecurity=None;DigestSmtpPort=2525", "mail:2525 None")]
    [InlineData("", "none")]
    [InlineData("DigestSmtpHost=mail;DigestSmtpPort=0", "DigestSmtpPort is \"0\"; expected 1 to 65535.")]
    [InlineData("DigestSmtpHost=mail;DigestSmtpSecurity=Ssl", "DigestSmtpSecurity is \"Ssl\"; expected StartTls, Tls or None.")]
    [InlineData("DigestSmtpHost=mail;DigestSmtpUser=u", "DigestSmtpUser and DigestSmtpPassword must both be set, or neither.")]
    [InlineData("DigestSmtpHost=mail;DigestSmtpUser=u;DigestSmtpPassword=p;DigestSmtpSecurity=None", "DigestSmtpSecurity is None and DigestSmtpUser is set: a password never goes out unencrypted. Use StartTls or Tls.")]
    public void SettingsAreReadOrSaidToBeWrong(string settings, string expected)
    {
        var values = settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        string found;
        try
        {
            found = SmtpSettings.From(values.GetValueOrDefault) is { } smtp ? $"{smtp.Host}:{smtp.Port} {smtp.Security}" : "none";
        }
        catch (InvalidOperationException error)
        {
            found = error.Message;
        }

        Assert.Equal(expected, found);
    }

    private static Task<MailOutcome> SendAsync(SmtpServer server, SmtpSecurity security, string to = "reader@example.org", string letter = Letter, string? user = null, string? password = null) =>
        new SmtpMailSender(new("localhost", server.Port, security, user, password), (_, certificate, _, _) => certificate?.GetCertHashString() == SmtpServer.Certificate.GetCertHashString())
            .SendAsync("digest@example.org", to, Encoding.ASCII.GetBytes(letter), "0");
}
