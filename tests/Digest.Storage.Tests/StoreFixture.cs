namespace Digest.Storage.Tests;

/// <summary>A place for stores that no other test writes to.</summary>
public interface IStorePlace : IAsyncLifetime
{
    /// <summary>Stores on which nothing is yet. Opened again under the same name, they hold what was written.</summary>
    Stores Open(string name, TimeProvider clock);
}

/// <summary>Stores in a temporary folder.</summary>
public sealed class FolderPlace : IStorePlace
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("digest-stores-");

    public Stores Open(string name, TimeProvider clock) => StorageSettings.OpenFolder(Path.Combine(folder.FullName, name), clock);

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
