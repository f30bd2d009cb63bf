using System.Collections.Immutable;
using System.Diagnostics;

namespace Digest.Functions.Tests;

/// <summary>The sample articles, and what <c>digest build</c> makes of them.</summary>
internal static class Seeds
{
    private static readonly Lazy<Task<SortedDictionary<string, string>>> Made = new(BuildAsync);

    public static ImmutableArray<(string Name, byte[] Content)> All { get; } =
        [.. Directory.GetFiles(Here.Seeds).Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)))];

    /// <summary>"2023-11-22/page.html" and what is in it, by the built program.</summary>
    public static Task<SortedDictionary<string, string>> BuiltAsync() => Made.Value;

    private static async Task<SortedDictionary<string, string>> BuildAsync()
    {
        var folder = Directory.CreateTempSubdirectory("digest-built-").FullName;
        try
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "digest.dll"), "build", Here.Seeds, "--out", folder]) { UseShellExecute = false, RedirectStandardOutput = true })!;
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
            return new(Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
                .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText), StringComparer.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
