namespace Digest.Storage;

/// <summary>Mails as <c>.eml</c> files in a folder: for one machine, for tests, and to look before anything goes out. The same mail again is the same file.</summary>
public sealed class FolderMailSender(string folder) : IMailSender
{
    public async Task<MailOutcome> SendAsync(string from, string to, ReadOnlyMemory<byte> message, string key, CancellationToken cancel = default)
    {
        if (key.Length == 0 || !key.All(char.IsAsciiHexDigitLower))
            throw new ArgumentException($"\"{key}\" is no mail's key; expected lower-case hex digits.", nameof(key));
        Directory.CreateDirectory(folder);
        var draft = Path.Combine(folder, $".{Guid.NewGuid():N}");
        try
        {
            await File.WriteAllBytesAsync(draft, message.ToArray(), cancel);
            File.Move(draft, Path.Combine(folder, $"{key}.eml"), overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }

        return new MailOutcome.Accepted();
    }
}
