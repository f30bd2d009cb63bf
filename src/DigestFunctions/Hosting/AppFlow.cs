using Digest.Storage;
using Digest.Storage.Analytics;
using Digest.Storage.Flow;

namespace Digest.Functions.Hosting;

/// <summary>The flow that an app's settings describe.</summary>
public static class AppFlow
{
    /// <summary>A folder whose templates take the place of those of the same name that come with the app.</summary>
    public const string TemplatesSetting = "DigestTemplates";

    /// <summary>Opened when it is first needed, and tried again where that failed.</summary>
    public static Lazy<DigestFlow> Of(Func<string, string?> setting) => new(() => Open(setting), LazyThreadSafetyMode.PublicationOnly);

    /// <exception cref="InvalidOperationException">A setting is missing or cannot be used; the message says which and what is expected.</exception>
    public static DigestFlow Open(Func<string, string?> setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var stores = StorageSettings.Open(setting, TimeProvider.System);
<<<<<<< HEAD
        return new(stores.Blobs, stores.Queue, MailSettings.Open(setting), Templates(setting(TemplatesSetting)), FlowSettings.From(setting), TimeProvider.System, AnalyticsSettings.Open(setting, TimeProvider.System, Warn));
    }

    // The enricher outlives the invocation that finds its service away, so no invocation's log has it; the host reads standard error.
    private static void Warn(string sentence) => Console.Error.WriteLine($"{nameof(Enricher)}: {sentence}");

    private static TemplateSet Templates(string? own)
    {
        if (own is { Length: > 0 } && !Directory.Exists(own))
            throw new InvalidOperationException($"{TemplatesSetting} is \"{own}\", and there is no such folder.");
        return new(Read(Path.Combine(AppContext.BaseDirectory, "templates")).Concat(own is { Length: > 0 } ? Read(own) : []));
    }

    private static ImmutableArray<KeyValuePair<string, string>> Read(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => KeyValuePair.Create(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)))
            .OrderBy(template => template.Key, StringComparer.Ordinal),
    ];
=======
        var templates = setting(TemplatesSetting) is { Length: > 0 } folder ? folder : null;
        if (templates is not null && !Directory.Exists(templates))
            throw new InvalidOperationException($"{TemplatesSetting} is \"{templates}\", and there is no such folder.");
        return new(stores.Blobs, stores.Queue, MailSettings.OpenOrNone(setting), TemplateFiles.Load(templates), FlowSettings.From(setting), TimeProvider.System);
    }
>>>>>>> 988b135 (Serve the same functions on one machine: digest serve, digest subscribe; hold the built app to what the Functions host sends it (#8))
}
