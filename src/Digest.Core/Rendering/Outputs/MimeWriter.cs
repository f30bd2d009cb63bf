using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Digest.Rendering.Outputs;

/// <summary>Writes a message of two alternatives, plain text first, with bytes that depend on its content alone.</summary>
internal static class MimeWriter
{
    private const int LineLength = 76;

    public static byte[] Alternative(IEnumerable<(string Name, MimeValue Value)> headers, string text, string html)
    {
        var boundary = "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{text}\0{html}")))[..40];
        var message = new StringBuilder();
        foreach (var (name, value) in headers)
            AppendHeader(message, name, value.Encoded);
        AppendHeader(message, "MIME-Version", "1.0");
        AppendHeader(message, "Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
        message.Append("\r\n");
        AppendPart(message, boundary, "text/plain", text);
        AppendPart(message, boundary, "text/html", html);
        message.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n");
        return Encoding.ASCII.GetBytes(message.ToString());
    }

    private static void AppendPart(StringBuilder message, string boundary, string type, string content)
    {
        message.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\n");
        AppendHeader(message, "Content-Type", $"{type}; charset=utf-8");
        AppendHeader(message, "Content-Transfer-Encoding", "quoted-printable");
        message.Append("\r\n");
        foreach (var line in content.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            AppendQuotedPrintable(message, Encoding.UTF8.GetBytes(line));
            message.Append("\r\n");
        }
    }

    // Folded at spaces, so that no line is longer than a mail server takes.
    private static void AppendHeader(StringBuilder message, string name, string value)
    {
        var line = new StringBuilder(name).Append(':');
        foreach (var word in value.Split(' '))
        {
            if (line.Length + 1 + word.Length > LineLength && line.Length > name.Length + 1)
            {
                message.Append(line).Append("\r\n");
                line.Clear();
            }
            line.Append(' ').Append(word);
        }
        message.Append(line).Append("\r\n");
    }

    private static void AppendQuotedPrintable(StringBuilder message, ReadOnlySpan<byte> line)
    {
        var length = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var b = line[i];
            var isLast = i == line.Length - 1;
            var plain = (b is > (byte)' ' and <= (byte)'~' && b != (byte)'=') || (b is (byte)' ' or (byte)'\t' && !isLast);
            if (length + (plain ? 1 : 3) > LineLength - 1)
            {
                message.Append("=\r\n");
                length = 0;
            }
            // A dot alone on a line would end the message for a mail server, and "From " begins one in a mailbox file.
            if (length == 0 && (b == (byte)'.' || line[i..].StartsWith("From "u8)))
                plain = false;
            if (plain)
                message.Append((char)b);
            else
                message.Append(CultureInfo.InvariantCulture, $"={b:X2}");
            length += plain ? 1 : 3;
        }
    }
}
