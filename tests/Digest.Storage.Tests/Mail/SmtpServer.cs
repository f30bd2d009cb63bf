using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Digest.Storage.Tests.Mail;

/// <summary>A mail server for one conversation: it answers each command as the script says, or with "250 OK".</summary>
internal sealed class SmtpServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, string> script;
    private readonly bool isTls;

    /// <param name="script">Answers by a command's first word, "greeting" and "message" among them; "" hangs up.</param>
    public SmtpServer(Dictionary<string, string>? script = null, bool isTls = false)
    {
        (this.script, this.isTls) = (script ?? [], isTls);
        listener.Start();
        Conversation = ServeAsync();
    }

    public static X509Certificate2 Certificate { get; } = MakeCertificate();

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public List<string> Commands { get; } = [];

    /// <summary>Commands that came encrypted.</summary>
    public List<string> Encrypted { get; } = [];

    public string? Message { get; private set; }

    public Task Conversation { get; }

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync()
    {
        using var client = await listener.AcceptTcpClientAsync();
        Stream stream = client.GetStream();
        try
        {
            if (isTls)
                stream = await SecureAsync(stream);
            if (!await AnswerAsync(stream, "greeting", "220 ready"))
                return;
            while (await LineAsync(stream) is { } command)
            {
                Commands.Add(command);
                if (stream is SslStream)
                    Encrypted.Add(command);
                var verb = command.Split(' ', ':')[0];
                if (!await AnswerAsync(stream, verb, verb == "DATA" ? "354 go on" : "250 OK"))
                    return;
                if (verb == "STARTTLS")
                    stream = await SecureAsync(stream);
                if (verb == "DATA" && !script.ContainsKey("DATA"))
                {
                    await ReadMessageAsync(stream);
                    if (!await AnswerAsync(stream, "message", "250 taken"))
                        return;
                }
            }
        }
        catch (IOException)
        {
            // The client hung up.
        }
        finally
        {
            await stream.DisposeAsync();
        }
    }

    private async Task ReadMessageAsync(Stream stream)
    {
        var message = new StringBuilder();
        while (await LineAsync(stream) is { } line && line != ".")
            message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        Message = message.ToString();
    }

    private async Task<bool> AnswerAsync(Stream stream, string to, string usual)
    {
        var answer = script.GetValueOrDefault(to, usual);
        if (answer.Length == 0)
            return false;
        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer + "\r\n"));
        return true;
    }

    private static async Task<SslStream> SecureAsync(Stream stream)
    {
        var secured = new SslStream(stream);
        await secured.AuthenticateAsServerAsync(Certificate);
        return secured;
    }

    private static async Task<string?> LineAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            if (one[0] == '\n')
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }

        return null;
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
