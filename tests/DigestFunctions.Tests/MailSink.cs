using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Digest.Functions.Tests;

/// <summary>A mail server that takes every mail, one conversation after the other or many at once, and keeps what came.</summary>
internal sealed class MailSink : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<(string To, string Message)> taken = new();

    public MailSink()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public IReadOnlyCollection<(string To, string Message)> Taken => taken;

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            for (; ; )
                _ = ServeAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            var to = "";
            await writer.WriteLineAsync("220 sink");
            while (await reader.ReadLineAsync() is { } command)
            {
                if (command.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase))
                    to = command[(command.IndexOf('<', StringComparison.Ordinal) + 1)..command.IndexOf('>', StringComparison.Ordinal)];
                if (command == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    var message = new StringBuilder();
                    while (await reader.ReadLineAsync() is { } line && line != ".")
                        message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
                    taken.Enqueue((to, message.ToString()));
                }

                await writer.WriteLineAsync(command == "QUIT" ? "221 bye" : "250 fine");
                if (command == "QUIT")
                    return;
            }
        }
    }
}
