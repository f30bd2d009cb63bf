namespace Digest.Storage;

/// <summary>Which way mail goes out, as settings say it.</summary>
public static class MailSettings
{
    /// <summary>A folder for <c>.eml</c> files, instead of a server.</summary>
    public const string Folder = "DigestMailFolder";

    /// <exception cref="InvalidOperationException">The settings do not say where mail goes, or say it twice.</exception>
    public static IMailSender Open(Func<string, string?> setting)
    {
        var folder = setting(Folder) is { Length: > 0 } path ? path : null;
        return (SmtpSettings.From(setting), folder) switch
        {
            ({ } smtp, null) => new SmtpMailSender(smtp),
            (null, not null) => new FolderMailSender(folder),
            (null, null) => throw new InvalidOperationException($"No setting says where mail goes; expected DigestSmtpHost (a server) or {Folder} (a folder for .eml files)."),
            _ => throw new InvalidOperationException($"Both DigestSmtpHost and {Folder} are set; expected one of them."),
        };
    }
}
