using System.Globalization;

namespace Digest.Storage;

public enum SmtpSecurity
{
    /// <summary>Plain at first, then TLS or nothing: a server that does not offer it gets no mail. Port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte. Port 465.</summary>
    Tls,

    /// <summary>For a server on this machine.</summary>
    None,
}

/// <summary>The server that mail is submitted to.</summary>
/// <param name="User">Null where the server asks for no password.</param>
public sealed record SmtpSettings(string Host, int Port, SmtpSecurity Security, string? User, string? Password)
{
    private const int SubmissionPort = 587;
    private const int TlsPort = 465;
    private const int PlainPort = 25;

    /// <summary>How long the server may take for one answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>From settings: DigestSmtpHost, DigestSmtpPort, DigestSmtpSecurity (StartTls, Tls, None), DigestSmtpUser, DigestSmtpPassword.</summary>
    /// <returns>Null where no host is set.</returns>
    /// <exception cref="InvalidOperationException">A setting cannot be used.</exception>
    public static SmtpSettings? From(Func<string, string?> setting)
    {
        string? Get(string name) => setting(name) is { Length: > 0 } value ? value : null;
        if (Get("DigestSmtpHost") is not { } host)
            return null;
        var security = SmtpSecurity.StartTls;
        if (Get("DigestSmtpSecurity") is { } named && !Enum.TryParse(named, ignoreCase: false, out security))
            throw new InvalidOperationException($"DigestSmtpSecurity is \"{named}\"; expected StartTls, Tls or None.");
        var port = security switch { SmtpSecurity.StartTls => SubmissionPort, SmtpSecurity.Tls => TlsPort, _ => PlainPort };
        if (Get("DigestSmtpPort") is { } numbered && (!int.TryParse(numbered, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > ushort.MaxValue))
            throw new InvalidOperationException($"DigestSmtpPort is \"{numbered}\"; expected 1 to {ushort.MaxValue}.");
        var (user, password) = (Get("DigestSmtpUser"), Get("DigestSmtpPassword"));
        if ((user is null) != (password is null))
            throw new InvalidOperationException("DigestSmtpUser and DigestSmtpPassword must both be set, or neither.");
        if (user is not null && security == SmtpSecurity.None)
            throw new InvalidOperationException("DigestSmtpSecurity is None and DigestSmtpUser is set: a password never goes out unencrypted. Use StartTls or Tls.");
        return new(host, port, security, user, password);
    }
}
