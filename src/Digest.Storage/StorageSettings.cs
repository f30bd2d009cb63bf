using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Digest.Storage;

/// <summary>The stores a process works on.</summary>
public sealed record Stores(IBlobStore Blobs, IMessageQueue Queue);

/// <summary>
/// Where the stores are, as settings say it: a folder of this machine, or a storage account. The account's settings have the names that the Functions host knows for a
/// connection called <see cref="Connection"/>, so triggers and code cannot disagree.
/// </summary>
public static class StorageSettings
{
    /// <summary>The name of the connection in every trigger, and of the setting that holds a connection string (Azurite's; on Azure there is none).</summary>
    public const string Connection = "DigestStorage";

    /// <summary>"https://{account}.blob.core.windows.net": reached with the app's own identity.</summary>
    public const string BlobServiceUri = "DigestStorage__blobServiceUri";

    public const string QueueServiceUri = "DigestStorage__queueServiceUri";

    /// <summary>Of a user-assigned identity; without it, the identity that the process has.</summary>
    public const string ClientId = "DigestStorage__clientId";

    /// <summary>A folder, instead of an account.</summary>
    public const string Folder = "DigestFolder";

    /// <param name="setting">The value of a setting; null or empty where it has none.</param>
    /// <exception cref="InvalidOperationException">The settings do not say where, or say it twice.</exception>
    public static Stores Open(Func<string, string?> setting, TimeProvider clock)
    {
        string? Get(string name) => setting(name) is { Length: > 0 } value ? value : null;
        var (folder, connection, blobs, queues) = (Get(Folder), Get(Connection), Get(BlobServiceUri), Get(QueueServiceUri));
        var ways = (folder is null ? 0 : 1) + (connection is null ? 0 : 1) + (blobs is null && queues is null ? 0 : 1);
        if (ways != 1)
            throw new InvalidOperationException($"{(ways == 0 ? "No setting says" : "More than one setting says")} where the digest's storage is; "
                + $"expected one of {Folder} (a folder), {Connection} (a connection string), or {BlobServiceUri} with {QueueServiceUri} (an account's addresses).");
        if (folder is not null)
            return OpenFolder(folder, clock);
        var encoding = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        if (connection is not null)
            return new(new AzureBlobStore(new BlobServiceClient(connection), createsContainers: true), new AzureMessageQueue(new QueueServiceClient(connection, encoding), createsQueues: true));
        var identity = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = Get(ClientId) });
        return new(new AzureBlobStore(new BlobServiceClient(Address(BlobServiceUri, blobs), identity)), new AzureMessageQueue(new QueueServiceClient(Address(QueueServiceUri, queues), identity, encoding)));
    }

    /// <summary>Blobs in the folder itself, queues in its <c>.queues</c>.</summary>
    public static Stores OpenFolder(string folder, TimeProvider clock) => new(new FolderBlobStore(folder), new FolderMessageQueue(Path.Combine(folder, ".queues"), clock));

    private static Uri Address(string name, string? value)
    {
        if (Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address is { Query: "", Fragment: "", UserInfo: "" })
            return address;
        // What follows a "?" may be a signature that opens the account.
        var shown = value?.IndexOf('?', StringComparison.Ordinal) is > 0 and var query ? $"{value[..query]}?…" : value;
        throw new InvalidOperationException($"The setting {name} is {(value is null ? "missing" : $"\"{shown}\"")}; expected an https address alone, such as https://account.blob.core.windows.net.");
    }
}
