using System.CommandLine;
using System.Security.Cryptography;
using Digest.Storage;

namespace Digest.Cli;

/// <summary>Which store a command works on, and with which settings: what the command line says, then the environment, then what is usual on one machine.</summary>
internal sealed class StoreOptions
{
    /// <summary>The folder, below the one that a command runs in, that a store is in where nothing else is said.</summary>
    internal const string UsualFolder = "digest-store";
    private const string KeySetting = "DigestSubscriberKey";

    private static readonly string[] Places = [StorageSettings.Folder, StorageSettings.Connection, StorageSettings.BlobServiceUri, StorageSettings.QueueServiceUri];

    private readonly Dictionary<string, string?> given;
    private readonly Dictionary<string, string?> usual;

    private StoreOptions(Dictionary<string, string?> given, Dictionary<string, string?> usual) => (this.given, this.usual) = (given, usual);

    public static Option<DirectoryInfo> Folder { get; } = new("--folder")
    {
        Description = $"The folder that the store is in, made where it is missing. Without it: what the setting {StorageSettings.Folder} or {StorageSettings.Connection} says, else {UsualFolder}.",
    };

    /// <summary>Whether the environment says where a store is.</summary>
    public static bool IsSetInEnvironment => Array.Exists(Places, name => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)));

    /// <summary>Where articles are put, for a person.</summary>
    public string Articles => Setting(StorageSettings.Folder) is { } folder ? $"drop files into {Path.Combine(Path.GetFullPath(folder), "articles")}" : "upload blobs into the container articles";

    public string Mails => Setting(MailSettings.Folder) is { } folder ? $".eml files in {Path.GetFullPath(folder)}" : Setting("DigestSmtpHost") is { } host ? $"through {host}" : "nowhere: set DigestMailFolder or DigestSmtpHost";

    /// <param name="usual">Settings where nothing else says them.</param>
    /// <param name="given">Settings that the command line says; null for one it does not.</param>
    public static StoreOptions Of(DirectoryInfo? folder, Dictionary<string, string?> usual, Dictionary<string, string?> given)
    {
        var isElsewhere = folder is null && IsSetInEnvironment;
        var store = folder?.FullName ?? (isElsewhere ? Environment.GetEnvironmentVariable(StorageSettings.Folder) is { Length: > 0 } set ? set : null : UsualFolder);
        if (store is null)
            return new(given, usual);
        if (!isElsewhere)
        {
            given[StorageSettings.Folder] = store;
            // The command line's folder is not one place more beside the environment's.
            foreach (var other in Places[1..])
                given[other] = "";
        }

        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DigestSmtpHost")))
            usual[MailSettings.Folder] = Path.Combine(store, "mails");
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(KeySetting)))
            usual[KeySetting] = KeyOf(store);
        return new(given, usual);
    }

    public string? Setting(string name)
    {
        var value = given.GetValueOrDefault(name) ?? (Environment.GetEnvironmentVariable(name) is { Length: > 0 } set ? set : usual.GetValueOrDefault(name));
        return string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>The store's own key, made once: it signs the links in its mails.</summary>
    private static string KeyOf(string store)
    {
        var path = Path.Combine(Directory.CreateDirectory(store).FullName, ".subscriber-key");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(path, options);
            file.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));
        }
        catch (IOException) when (File.Exists(path))
        {
            // It was made before.
        }

        return File.ReadAllText(path).Trim();
    }
}
