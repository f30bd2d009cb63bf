using System.Collections.Concurrent;

namespace Digest.Storage.Tests;

/// <summary>Stores in Azurite.</summary>
public sealed class AzuritePlace : IStorePlace
{
    private readonly ConcurrentDictionary<string, string> accounts = new(StringComparer.Ordinal);
    private Azurite? azurite;

    public Stores Open(string name, TimeProvider clock)
    {
        var account = accounts.GetOrAdd(name, _ => azurite!.NextAccount());
        return StorageSettings.Open(setting => setting == StorageSettings.Connection ? account : null, clock);
    }

    public async Task InitializeAsync() => azurite = await Azurite.RunningAsync();

    public Task DisposeAsync() => Task.CompletedTask;
}
