using Azure.Identity;

namespace Digest.Storage.Analytics;

/// <summary>Whether a text-analytics service is asked, and which, as settings say it. Without the address none is: that is the default.</summary>
public static class AnalyticsSettings
{
    /// <summary>"https://{name}.cognitiveservices.azure.com": the resource's own subdomain, which signing in with an identity needs.</summary>
    public const string Endpoint = "DigestLanguageEndpoint";

    /// <summary>For trying it out. A deployment has none: the app's identity has the role.</summary>
    public const string Key = "DigestLanguageKey";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(8);

    /// <param name="setting">The value of a setting; null or empty where it has none.</param>
    /// <param name="say">Is told when the service goes away and comes back; for a log.</param>
    /// <returns>Null where none is set up.</returns>
    /// <exception cref="InvalidOperationException">A setting cannot be used; the message says which and what was expected, and no secret.</exception>
    public static Enricher? Open(Func<string, string?> setting, TimeProvider clock, Action<string>? say = null)
    {
        string? Get(string name) => setting(name) is { Length: > 0 } value ? value : null;
        var (address, key) = (Get(Endpoint), Get(Key));
        if (address is null)
            return key is null ? null : throw new InvalidOperationException($"{Key} is set and {Endpoint} is not; set both, or neither to do without the service.");
        var endpoint = Checked(address, key is not null);
        if (key is not null && (key.Length > 200 || !key.All(char.IsAsciiLetterOrDigit)))
            throw new InvalidOperationException($"{Key} cannot be used; expected the letters and digits of a key of the resource.");
        var identity = key is null ? new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = Get(StorageSettings.ClientId) }) : null;
        return new(EntityRecognizers.Create(endpoint, key, identity, Timeout, clock), clock, say: say);
    }

    private static Uri Checked(string text, bool hasKey)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.PathAndQuery != "/" || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
            throw new InvalidOperationException($"{Endpoint} is \"{text}\"; expected the resource's address alone, such as https://name.cognitiveservices.azure.com.");
        // A stand-in on this machine may do without TLS; articles and keys go to no other place in the clear.
        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && hasKey))
            throw new InvalidOperationException($"{Endpoint} is \"{text}\"; expected an https address.");
        return address;
    }
}
