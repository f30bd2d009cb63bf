using System.Collections.Immutable;
using Digest.Storage;
using Digest.Storage.Flow;
using Digest.Storage.Tests;

namespace Digest.Functions.Tests;

/// <summary>A store of its own for an app under test, and the settings that say where it is.</summary>
internal sealed class AppPlace
{
    private static readonly string Key = Convert.ToBase64String(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());

    private AppPlace(string setting, string value)
    {
        Settings = new(StringComparer.Ordinal)
        {
            [setting] = value,
            ["DigestPublishDaysBack"] = "all",
            ["DigestDebounceSeconds"] = "0",
            ["DigestSubscriberKey"] = Key,
        };
        Stores = StorageSettings.Open(name => name == setting ? value : null, TimeProvider.System);
    }

    public Dictionary<string, string> Settings { get; }

    public Stores Stores { get; }

    /// <summary>A flow over the same stores, to look at what the app did.</summary>
    public DigestFlow Flow => new(Stores.Blobs, Stores.Queue, new FolderMailSender(Path.GetTempPath()), TemplateFiles.Load(null), FlowSettings.From(name => Settings.GetValueOrDefault(name)), TimeProvider.System);

    public static AppPlace OfFolder(string folder) => new(StorageSettings.Folder, folder);

    public static async Task<AppPlace> OfAzuriteAsync() => new(StorageSettings.Connection, (await Azurite.RunningAsync()).NextAccount());

    public Task UploadAsync(string name, byte[] content) => Stores.Blobs.WriteAsync(StorePaths.Articles + name, content, WriteCondition.None);

    public async Task<List<string>> NamesAsync(string prefix)
    {
        var names = new List<string>();
        await foreach (var entry in Stores.Blobs.ListAsync(prefix))
            names.Add(entry.Name);
        return names;
    }

    /// <summary>All drafts' files: "2023-11-22/page.html" and what is in it.</summary>
    public async Task<SortedDictionary<string, string>> DraftsAsync()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var day in Stores.Blobs.ListFoldersAsync($"{StorePaths.Drafts}daily/"))
        {
            var date = StorePaths.TryDate(day, out var found) ? found : throw new FormatException(day);
            foreach (var file in (await Drafts.FindAsync(Flow, date))?.Files ?? ImmutableArray<string>.Empty)
                files[$"{day}/{file}"] = System.Text.Encoding.UTF8.GetString((await Drafts.ReadFileAsync(Flow, date, file))!.Value.Span);
        }

        return files;
    }
}
