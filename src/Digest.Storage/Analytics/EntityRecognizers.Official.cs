using Azure;
using Azure.AI.TextAnalytics;
using Azure.Core;

namespace Digest.Storage.Analytics;

/// <summary>The client that this build has: the official one, which the registry offers.</summary>
internal static class EntityRecognizers
{
    public static IEntityRecognizer Create(Uri endpoint, string? key, TokenCredential? identity, TimeSpan timeout, TimeProvider clock)
    {
        var options = new TextAnalyticsClientOptions(TextAnalyticsClientOptions.ServiceVersion.V2023_04_01);
        // Retrying is BatchSender's; two that retry inside one another multiply.
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = timeout;
        options.Diagnostics.IsLoggingContentEnabled = false;
        return new OfficialEntityRecognizer(key is null ? new(endpoint, identity!, options) : new(endpoint, new AzureKeyCredential(key), options), timeout, clock);
    }
}
