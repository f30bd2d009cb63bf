using System.Diagnostics;
using System.Text;

namespace Digest.Tests;

/// <summary>One run of the built program, as a shell runs it.</summary>
internal sealed record Run(int ExitCode, byte[] OutputBytes, string Error)
{
    public string Output => Encoding.UTF8.GetString(OutputBytes);

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Task<Run> Digest(params string[] args) => DigestOn("", args);

    public static Task<Run> DigestOn(string input, params string[] args) => DigestIn(Environment.CurrentDirectory, input, args);

    public static async Task<Run> DigestIn(string folder, string input, params string[] args)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "digest.dll"), .. args])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        var copying = process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(input));
        process.StandardInput.Close();
        await copying;
        await process.WaitForExitAsync();
        return new(process.ExitCode, output.ToArray(), await error);
    }
}
