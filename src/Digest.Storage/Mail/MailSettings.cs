namespace Digest.Storage;

/// <summary>Which way mail goes out, as settings say it.</summary>
public static class MailSettings
{
    /// <summary>A folder for <c>.eml</c> files, instead of a server.</summary>
    public const string Folder = "DigestMailFolder";

    /// <summary>As <see cref="Open"/>; where no setting says where mail goes, each mail fails with that and everything else works.</summary>
    /// <exception cref="InvalidOperationException">The settings say it twice, or wrongly.</exception>
    public static IMailSender OpenOrNone(Func<string, string?> setting) => SmtpSettings.From(setting) is null && setting(Folder) is null or "" ? new Nowhere() : Open(setting);

    /// <exception cref="InvalidOperationException">The settings do not say where mail goes, or say it twice.</exception>
    public static IMailSender Open(Func<string, string?> setting)
    {
        var folder = setting(Folder) is { Length: > 0 } path ? path : null;
        return (SmtpSettings.From(setting), folder) switch
        {
            ({ } smtp, null) => new SmtpMailSender(smtp),
            (null, not null) => new FolderMailSender(folder),
            (null, null) => throw Unset(),
            _ => throw new InvalidOperationException($"Both DigestSmtpHost and {Folder} are set; expected one of them."),
        };
    }

    private static InvalidOperationException Unset() => new($"No setting says where mail goes; expected DigestSmtpHost (a server) or {Folder} (a folder for .eml files).");

    private sealed class Nowhere : IMailSender
    {
        public Task<MailOutcome> SendAsync(string from, string to, ReadOnlyMemory<byte> message, string key, CancellationToken cancel = default) => throw Unset();
    }
}
