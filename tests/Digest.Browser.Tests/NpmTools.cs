using System.Diagnostics;

namespace Digest.Browser.Tests;

/// <summary>What tests need from npm. The lock is the one that the tests of storage take, so one of them installs.</summary>
internal static class NpmTools
{
    /// <summary>The folder tests/tools, with what its lock file names installed.</summary>
    /// <exception cref="InvalidOperationException">Node.js is missing or could not install it.</exception>
    public static async Task<string> InstalledAsync()
    {
        var tools = Folder();
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
                    return tools;
                await RunAsync("npm", ["ci", "--prefix", tools, "--no-audit", "--no-fund", "--loglevel=error"]);
                await File.WriteAllBytesAsync(installed, wanted);
                return tools;
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
            throw new InvalidOperationException($"The tests need {command} (Node.js) to install tests/tools: {error.Message}. `.ci/prepare` installs it on Debian.", error);
        }

        using (process)
        {
            var said = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}: {said}");
        }
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var tools = Path.Combine(folder.FullName, "tests", "tools");
            if (File.Exists(Path.Combine(tools, "package.json")))
                return tools;
        }

        throw new InvalidOperationException($"No folder tests/tools above {AppContext.BaseDirectory}.");
    }
}
