using Azure.Core;

namespace Digest.Storage.Analytics;

/// <summary>The client that this build has: this file where the registry lacks the official one, <c>EntityRecognizers.Official.cs</c> where it has it.</summary>
internal static class EntityRecognizers
{
    public static IEntityRecognizer Create(Uri endpoint, string? key, TokenCredential? identity, TimeSpan timeout, TimeProvider clock) =>
        new RestEntityRecognizer(RestEntityRecognizer.Client(timeout), endpoint, key, identity, clock);
}
