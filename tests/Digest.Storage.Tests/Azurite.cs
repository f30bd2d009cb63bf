using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Digest.Storage.Tests;

/// <summary>
/// Azure Storage on this machine: Azurite, installed from tests/tools where it is missing, one process for all tests of an assembly, ended with it. Each account is used
/// once, so tests do not see each other's blobs.
/// </summary>
public sealed partial class Azurite
{
    private const int Accounts = 1000;

    private static readonly Lazy<Task<Azurite>> Shared = new(StartAsync);
    private static readonly string Key = Convert.ToBase64String(new byte[64]);

    private readonly string blobs;
    private readonly string queues;
    private int used;

    private Azurite(string blobs, string queues) => (this.blobs, this.queues) = (blobs, queues);

    public static Task<Azurite> RunningAsync() => Shared.Value;

    /// <summary>The connection string of an account that nothing was written to.</summary>
    public string NextAccount()
    {
        var account = $"account{Interlocked.Increment(ref used) - 1:D4}";
        ObjectDisposedException.ThrowIf(used > Accounts, this);
        return $"AccountName={account};AccountKey={Key};BlobEndpoint={blobs}/{account};QueueEndpoint={queues}/{account};";
    }

    private static async Task<Azurite> StartAsync()
    {
        var tools = Tools();
        await InstallAsync(tools);
        // Not `npx azurite`: a shell between would outlive a kill.
        var start = new ProcessStartInfo("node")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                Path.Combine(tools, "node_modules", "azurite", "dist", "src", "azurite.js"),
                "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry", "--disableProductStyleUrl",
                "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1", "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
            },
            Environment = { ["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(0, Accounts).Select(i => $"account{i:D4}:{Key}")) },
        };
        var process = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => process.Kill(entireProcessTree: true);

        var said = new ConcurrentQueue<string>();
        var (blobs, queues) = (Source(), Source());
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.OutputDataReceived += (_, line) =>
        {
            // It goes on saying a line a request, which nobody reads.
            if (Listening().Match(line.Data ?? "") is { Success: true } match)
                (match.Groups["service"].Value == "Blob" ? blobs : match.Groups["service"].Value == "Queue" ? queues : Source()).TrySetResult(match.Groups["address"].Value);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ready = Task.WhenAll(blobs.Task, queues.Task);
        if (await Task.WhenAny(ready, process.WaitForExitAsync(), Task.Delay(TimeSpan.FromMinutes(2))) != ready)
            throw new InvalidOperationException($"Azurite did not start: {string.Join('\n', said)}");
        var addresses = await ready;
        return new(addresses[0], addresses[1]);

        static TaskCompletionSource<string> Source() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private static async Task InstallAsync(string tools)
    {
        var installed = Path.Combine(tools, "node_modules", ".installed-lock.json");
        var wanted = await File.ReadAllBytesAsync(Path.Combine(tools, "package-lock.json"));
        for (; ; await Task.Delay(200))
        {
            try
            {
                // Test projects run side by side; one of them installs.
                await using var once = new FileStream(Path.Combine(Path.GetTempPath(), $"digest-tools-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(tools)))[..12]}.lock"),
                    FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                if (File.Exists(installed) && (await File.ReadAllBytesAsync(installed)).AsSpan().SequenceEqual(wanted))
                    return;
                await RunAsync("npm", ["ci", "--prefix", tools, "--no-audit", "--no-fund", "--loglevel=error"]);
                await File.WriteAllBytesAsync(installed, wanted);
                return;
            }
            catch (IOException error) when (error is not (FileNotFoundException or DirectoryNotFoundException))
            {
                // Another has the lock.
            }
        }
    }

    private static async Task RunAsync(string command, string[] arguments)
    {
        Process process;
        try
        {
            process = Process.Start(new ProcessStartInfo(command, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new InvalidOperationException($"The tests need {command} (Node.js) to install Azurite: {error.Message}. `.ci/prepare` installs it on Debian.", error);
        }

        using (process)
        {
            var said = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}: {said}");
        }
    }

    private static string Tools()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var tools = Path.Combine(folder.FullName, "tests", "tools");
            if (File.Exists(Path.Combine(tools, "package.json")))
                return tools;
        }

        throw new InvalidOperationException($"No folder tests/tools above {AppContext.BaseDirectory}.");
    }

    [GeneratedRegex("Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http://[0-9.:]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Listening();
}
