using Digest.Storage.Tests;

namespace Digest.Functions.Tests;

/// <summary>An app whose store has one published day, 22 November 2023, and one more that was withdrawn.</summary>
public sealed class PublishedDay : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("digest-app-");

    internal StartedApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var place = AppPlace.OfFolder(folder.FullName);
        App = await StartedApp.StartAsync(place);
        await place.UploadAsync("a.txt", Some.Article("three"));
        await place.UploadAsync("b.txt", Some.Article("two", "November 21, 2023", "Tuesday", "Sumy"));
        await IngestAsync("a.txt", "b.txt");
        await place.Stores.Blobs.DeleteAsync("articles/b.txt", Storage.WriteCondition.None);
        await IngestAsync("b.txt");

        async Task IngestAsync(params string[] names)
        {
            foreach (var name in names)
                await StartedApp.FineAsync(await App.UploadedAsync(name, []));
            await App.WorkAsync();
            await App.TickAsync(nameof(PublishDue));
        }
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
