using System.CommandLine;
using System.Globalization;
using Digest.Rendering.Templates;
using Digest.Storage;
using Digest.Storage.Flow;

namespace Digest.Cli.Commands;

/// <summary>`digest replay`: reads uploads again that ended in quarantine, or any others.</summary>
internal static class ReplayCommand
{
    private static readonly Argument<string[]> Names = new("NAMES")
    {
        Description = "Uploads to read again (\"articles/report.txt\"); without any, all that are in quarantine.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<DirectoryInfo> Folder = new("--folder") { Description = $"The folder that the store is in. Without it: what the setting {StorageSettings.Folder} or {StorageSettings.Connection} says, else {StoreOptions.UsualFolder}." };

    public static Command Create()
    {
        Folder.AcceptExistingOnly();
        var command = new ExampledCommand("replay", "Reads uploads again: those in quarantine, or those named. Their days are told, and drafted by whatever serves the store.", """
              digest replay                                         everything in quarantine, in the store called digest-store here
              digest replay "articles/report.txt" --folder store    one upload
              DigestStorage="…" digest replay                       in a storage account
            """)
        {
            Names, Folder,
        };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(Names)!, parsed.GetValue(Folder), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string[] names, DirectoryInfo? folder, CancellationToken cancel)
    {
        // Unlike `digest serve`, this makes no store: there would be nothing in it to read again.
        if (folder is null && !StoreOptions.IsSetInEnvironment && Directory.Exists(StoreOptions.UsualFolder))
            folder = new(StoreOptions.UsualFolder);
        DigestFlow flow;
        try
        {
            var stores = folder is not null ? StorageSettings.OpenFolder(folder.FullName, TimeProvider.System) : StorageSettings.Open(Environment.GetEnvironmentVariable, TimeProvider.System);
            flow = new(stores.Blobs, stores.Queue, new FolderMailSender(Path.GetTempPath()), TemplateFiles.Load(null), new(), TimeProvider.System);
        }
        catch (Exception error) when (error is InvalidOperationException or TemplateException or FormatException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return ExitCode.Usage;
        }

        if (Array.Find(names, name => !name.StartsWith(StorePaths.Articles, StringComparison.Ordinal) || !BlobNames.IsLegal(name)) is { } wrong)
        {
            await Console.Error.WriteLineAsync($"\"{wrong}\" is no upload; expected a name such as {StorePaths.Articles}report.txt.");
            return ExitCode.Usage;
        }

        var isComplete = true;
        await foreach (var name in names.Length > 0 ? names.ToAsyncEnumerable() : QuarantinedAsync(flow, cancel))
        {
            var outcome = await Ingest.RunAsync(flow, name, again: true, cancel);
            Console.WriteLine($"{name}: {await SaidAsync(flow, name, outcome, cancel)}");
            isComplete &= outcome.Result is IngestResult.Stored;
        }

        return isComplete ? ExitCode.Fine : ExitCode.Incomplete;
    }

    private static async IAsyncEnumerable<string> QuarantinedAsync(DigestFlow flow, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var record in Quarantine.ListAsync(flow, cancel))
            yield return record.Name;
    }

    private static async Task<string> SaidAsync(DigestFlow flow, string name, IngestOutcome outcome, CancellationToken cancel) => outcome switch
    {
        { Result: IngestResult.Gone } => "is not there; what was known of it is taken back.",
        { Result: IngestResult.Quarantined } => $"cannot be read: {string.Join(' ', (await Quarantine.FindAsync(flow, name, cancel))?.Problems ?? [])}",
        { Date: { } date } => string.Create(CultureInfo.InvariantCulture, $"read, for {date:yyyy-MM-dd}."),
        _ => "read; it states no date, and its story places it.",
    };
}
