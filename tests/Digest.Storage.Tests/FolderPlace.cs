namespace Digest.Storage.Tests;

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
