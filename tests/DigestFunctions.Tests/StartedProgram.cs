using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Digest.Functions.Tests;

/// <summary>A program of ours that was started and answers at a port of this machine; ended with the test.</summary>
internal sealed class StartedProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly ConcurrentQueue<string> said = new();

    private StartedProgram(Process process, int port)
    {
        (this.process, Port) = (process, port);
        Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(5) };
        process.OutputDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Port { get; }

    public HttpClient Http { get; }

    /// <summary>What it wrote to its output and to its error output.</summary>
    public string Said => string.Join('\n', said);

    /// <summary>Starts it and waits, as the Functions host does, until anything answers at its port.</summary>
    /// <param name="portOf">Tells the program its port.</param>
    public static async Task<StartedProgram> StartAsync(ProcessStartInfo start, Action<ProcessStartInfo, int> portOf)
    {
        var port = FreePort();
        portOf(start, port);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("Digest", StringComparison.Ordinal) && start.Environment[name] == Environment.GetEnvironmentVariable(name)).ToList())
            start.Environment.Remove(name);
        var program = new StartedProgram(Process.Start(start)!, port);
        for (var began = Stopwatch.StartNew(); ; await Task.Delay(20))
        {
            if (program.process.HasExited || began.Elapsed > Patience)
                throw new InvalidOperationException($"The program did not start: {program.Said}");
            try
            {
                using var answer = await program.Http.GetAsync(new Uri("/", UriKind.Relative));
                return program;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
