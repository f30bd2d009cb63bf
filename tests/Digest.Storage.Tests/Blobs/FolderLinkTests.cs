using System.Text;

namespace Digest.Storage.Tests.Blobs;

/// <summary>Whoever may put files into a store's folder may not have others of the machine read for it.</summary>
public sealed class FolderLinkTests(FolderPlace place) : IClassFixture<FolderPlace>
{
    private const string Secret = "not for readers";

    [Fact]
    public async Task ALinkIsNoUpload()
    {
        var (store, folder, outside) = Open();
        File.CreateSymbolicLink(Path.Combine(folder, "articles", "file.txt"), Path.Combine(outside, "secret.txt"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "articles", "folder"), outside);
        Directory.CreateSymbolicLink(Path.Combine(folder, "articles", "again"), Path.Combine(folder, "articles"));

        Assert.Equal(["articles/own.txt"], await NamesAsync(store));
        foreach (var name in new[] { "articles/file.txt", "articles/folder/secret.txt", "articles/again/own.txt" })
            Assert.IsType<BlobReading.Missing>(await store.ReadAsync(name, 1000));
    }

    /// <summary>Articles may well lie on another disk.</summary>
    [Fact]
    public async Task AContainersFolderMayItselfBeALink()
    {
        var (store, folder, outside) = Open();
        Directory.Delete(Path.Combine(folder, "articles"), recursive: true);
        Directory.CreateSymbolicLink(Path.Combine(folder, "articles"), outside);

        Assert.Equal(["articles/secret.txt"], await NamesAsync(store));
        Assert.IsType<BlobReading.Found>(await store.ReadAsync("articles/secret.txt", 1000));
    }

    [Theory]
    [InlineData("articles/x%2F..%2F..%2Fsecret.txt")]
    [InlineData("articles/%2E%2E/secret.txt")]
    [InlineData("articles/x%5C..%5C..%5Csecret.txt")]
    [InlineData("articles/..%2Fsecret.txt")]
    public async Task ANameLeadsOutOfNoFolder(string name)
    {
        var (store, folder, _) = Open();
        await File.WriteAllTextAsync(Path.Combine(folder, "secret.txt"), Secret);

        Assert.IsType<BlobReading.Missing>(await store.ReadAsync(name, 1000));
    }

    private (IBlobStore Store, string Folder, string Outside) Open()
    {
        var name = Guid.NewGuid().ToString("N");
        var (folder, outside) = (place.PathOf(name), place.PathOf($"{name}-outside"));
        Directory.CreateDirectory(Path.Combine(folder, "articles"));
        Directory.CreateDirectory(outside);
        File.WriteAllText(Path.Combine(folder, "articles", "own.txt"), "an article");
        File.WriteAllText(Path.Combine(outside, "secret.txt"), Secret, Encoding.UTF8);
        return (place.Open(name, TimeProvider.System).Blobs, folder, outside);
    }

    private static async Task<List<string>> NamesAsync(IBlobStore store)
    {
        var names = new List<string>();
        await foreach (var entry in store.ListAsync("articles/"))
            names.Add(entry.Name);
        return names;
    }
}
