using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Digest.Benchmarks;

/// <summary>
/// How long the published app takes from the start of its process to its first answers: that it is there, and the first page over its store, for which it reads settings, opens the store, reads
/// the templates and renders. Both are asked for as the Functions host would.
/// </summary>
internal static class ColdStart
{
    private static readonly (string Name, string Path)[] Answers = [("first answer (health/live)", "/health/live"), ("first page (the list of digests)", "/digests")];

    /// <param name="folder">The app as published.</param>
    public static async Task PrintAsync(string folder, int times)
    {
        var store = Directory.CreateTempSubdirectory("digest-cold-").FullName;
        try
        {
            Console.WriteLine("| from the start of the process to the | median | least | most | processor time, median |");
            Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
            foreach (var (name, path) in Answers)
            {
                // The first start finds nothing in the file system's memory; it is left out, as the host's machine has just unpacked the app.
                await OnceAsync(folder, store, path);
                var taken = new List<(double Wall, double Processor)>();
                for (var i = 0; i < times; i++)
                    taken.Add(await OnceAsync(folder, store, path));
                var (wall, processor) = (taken.Select(each => each.Wall).Order().ToList(), taken.Select(each => each.Processor).Order().ToList());
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {wall[wall.Count / 2]:N0} ms | {wall[0]:N0} ms | {wall[^1]:N0} ms | {processor[processor.Count / 2]:N0} ms |"));
            }
        }
        finally
        {
            Directory.Delete(store, recursive: true);
        }
    }

    private static async Task<(double Wall, double Processor)> OnceAsync(string folder, string store, string path)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", ["DigestFunctions.dll"])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(CultureInfo.InvariantCulture), ["DigestFolder"] = store },
        };
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        client.DefaultRequestHeaders.Add("X-Azure-Functions-InvocationId", "1");
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        try
        {
            for (; ; await Task.Delay(1))
            {
                try
                {
                    using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
                    answer.EnsureSuccessStatusCode();
                    return (watch.Elapsed.TotalMilliseconds, process.TotalProcessorTime.TotalMilliseconds);
                }
                catch (HttpRequestException error) when (error.InnerException is SocketException && !process.HasExited)
                {
                    // Not yet.
                }
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
