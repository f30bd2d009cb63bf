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
        var templates = setting(TemplatesSetting) is { Length: > 0 } folder ? folder : null;
        if (templates is not null && !Directory.Exists(templates))
            throw new InvalidOperationException($"{TemplatesSetting} is \"{templates}\", and there is no such folder.");
        var enricher = AnalyticsSettings.Open(setting, TimeProvider.System, Warn);
        return new(stores.Blobs, stores.Queue, MailSettings.OpenOrNone(setting), TemplateFiles.Load(templates), FlowSettings.From(setting), TimeProvider.System, enricher);
    }

    // The enricher outlives the invocation that finds its service away, so no invocation's log has it; the host reads standard error.
    private static void Warn(string sentence) => Console.Error.WriteLine($"{nameof(Enricher)}: {sentence}");
}
