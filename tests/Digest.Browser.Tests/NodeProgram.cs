using System.Diagnostics;

namespace Digest.Browser.Tests;

/// <summary>A program of tests/tools, run to its end.</summary>
internal static class NodeProgram
{
    /// <param name="program">The script, from tests/tools on.</param>
    public static async Task<(int Code, string Said)> RunAsync(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(await NpmTools.InstalledAsync(), program), .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }
}
