using System.CommandLine;
using Digest.Functions.Hosting;
using Digest.Functions.Hosting.Local;
using Digest.Rendering.Templates;
using Digest.Storage;
using Digest.Storage.Flow;
using Microsoft.Extensions.Logging;

namespace Digest.Cli.Commands;

/// <summary>`digest serve`: the function app on one machine.</summary>
internal static class ServeCommand
{
    private const int UsualPort = 8080;

    private static readonly Argument<FileSystemInfo[]> Files = new("FILES") { Description = "Articles, or folders of them, to put into the store before it starts.", Arity = ArgumentArity.ZeroOrMore };

    private static readonly Option<int> Port = new("--port", "-p") { Description = "Where to serve: http://localhost and this port. Other machines cannot reach it.", DefaultValueFactory = _ => UsualPort };

    private static readonly Option<int?> Hour = new("--hour") { Description = "The hour, 0 to 23, at which a day's first edition is due; 18 where nothing says so." };

    private static readonly Option<string?> Zone = new("--zone") { Description = "The hour's time zone, as Europe/Berlin; UTC where nothing says so." };

    private static readonly Option<DirectoryInfo> Templates = new("--templates") { Description = "A folder whose templates take the place of those of the same name that come with the program." };

    public static Command Create()
    {
        Files.AcceptExistingOnly();
        Templates.AcceptExistingOnly();
        var command = new ExampledCommand("serve", "Reads articles as they come into a folder, keeps each day's digest current, publishes it at its hour, writes its mails, and shows it all in the browser.", """
              digest serve seeds                                 the sample articles, in a store called digest-store here
              digest serve --folder news --port 8081             a store of your own: drop articles into news/articles
              digest serve --hour 7 --zone Europe/Berlin         a day's first edition goes out at seven in the morning
              DigestStorage="UseDevelopmentStorage=true" digest serve    the store in Azurite instead of a folder

            A day that is past is published at once, today's at its hour. Every setting of docs/storage.md holds here too, as an environment variable.
            """)
        {
            Files, StoreOptions.Folder, Port, Hour, Zone, Templates,
        };
        command.SetAction((parsed, cancel) => RunAsync(
            new(ArticleFiles.Find(parsed.GetValue(Files)!), parsed.GetValue(StoreOptions.Folder), parsed.GetValue(Port), parsed.GetValue(Hour), parsed.GetValue(Zone), parsed.GetValue(Templates)), cancel));
        return command;
    }

    private sealed record Order(IReadOnlyList<ArticleFile> Files, DirectoryInfo? Folder, int Port, int? Hour, string? Zone, DirectoryInfo? Templates);

    private static async Task<int> RunAsync(Order order, CancellationToken cancel)
    {
        DigestFlow flow;
        StoreOptions store;
        try
        {
            store = StoreOptions.Of(order.Folder, new(StringComparer.Ordinal)
            {
                ["DigestBaseUrl"] = $"http://localhost:{order.Port}",
                ["DigestPublishDaysBack"] = "all",
            }, new(StringComparer.Ordinal)
            {
                ["DigestPublishHour"] = order.Hour?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["DigestTimeZone"] = order.Zone,
                [AppFlow.TemplatesSetting] = order.Templates?.FullName,
            });
            flow = AppFlow.Open(store.Setting);
        }
        catch (Exception error) when (error is InvalidOperationException or TemplateException or FormatException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return ExitCode.Usage;
        }

        using var logs = new LoggerFactory([new LineLogs()]);
        try
        {
            var isComplete = await UploadAsync(flow, order.Files, cancel);
            await new LocalHost(flow, logs).RunAsync(order.Port, () => Welcome(flow, store, order.Port), cancel);
            return isComplete ? ExitCode.Fine : ExitCode.Incomplete;
        }
        catch (IOException error) when (error.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"Port {order.Port} is taken by another program; choose another with --port.");
            return ExitCode.Usage;
        }
    }

    private static void Welcome(DigestFlow flow, StoreOptions store, int port)
    {
        Console.WriteLine($"""
            Digests    {flow.Settings.Publication.BaseUrl}/
            Drafts     http://localhost:{port}/drafts/ and a date, as 2023-11-22: a day as it stands, before its hour
            Feed       {flow.Settings.Publication.BaseUrl}/feeds/atom.xml
            Articles   {store.Articles}
            Mails      {store.Mails}
            Stop with Ctrl+C.

            """);
    }

    /// <summary>Puts articles into the store under the names that <c>digest build</c> gives them.</summary>
    private static async Task<bool> UploadAsync(DigestFlow flow, IReadOnlyList<ArticleFile> files, CancellationToken cancel)
    {
        var isComplete = true;
        foreach (var file in files)
        {
            var name = StorePaths.Articles + file.Name;
            if (!BlobNames.IsLegal(name))
            {
                await Console.Error.WriteLineAsync($"{file.Path}: no upload can have this name; rename it.");
                isComplete = false;
                continue;
            }

            var content = await File.ReadAllBytesAsync(file.File.FullName, cancel);
            // An article that is there keeps its time: without a date of its own, that is what it has.
            if (await flow.Blobs.ReadAsync(name, content.Length, cancel) is not BlobReading.Found found || !found.Content.Span.SequenceEqual(content))
                await flow.Blobs.WriteAsync(name, content, WriteCondition.None, cancel);
        }

        return isComplete;
    }
}
