using System.Text;

namespace Digest.Tests.Rendering;

/// <summary>A mail read back, strictly: the other side of the writer, written from RFC 5322, 2045 and 2047.</summary>
internal sealed record MailReader(IReadOnlyList<KeyValuePair<string, string>> Headers, string Text, string Html)
{
    public string this[string name] => Assert.Single(Headers, header => header.Key == name).Value;

    public static MailReader Read(ReadOnlySpan<byte> message)
    {
        Assert.True(message.IndexOfAnyExceptInRange((byte)0, (byte)127) < 0, "the message is not ASCII");
        var text = Encoding.ASCII.GetString(message);
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.True(line.Length <= 998, line));
        var (headers, body) = Part(text);
        var type = Assert.Single(headers, header => header.Key == "Content-Type").Value;
        Assert.StartsWith("multipart/alternative; boundary=\"", type, StringComparison.Ordinal);
        var boundary = type.Split('"')[1];
        var parts = body.Split($"--{boundary}");
        Assert.Equal(["", "--\r\n"], [parts[0], parts[^1]]);
        Assert.Equal(4, parts.Length);
        return new(headers, Content(parts[1], "text/plain"), Content(parts[2], "text/html"));
    }

    private static string Content(string part, string type)
    {
        var (headers, body) = Part(part[2..]);
        Assert.Equal(["Content-Type", "Content-Transfer-Encoding"], headers.Select(header => header.Key));
        Assert.Equal([$"{type}; charset=utf-8", "quoted-printable"], headers.Select(header => header.Value));
        Assert.EndsWith("\r\n", body, StringComparison.Ordinal);
        return QuotedPrintable(body[..^2]);
    }

    private static (List<KeyValuePair<string, string>> Headers, string Body) Part(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = text[..end].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n").Select(line =>
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            return new KeyValuePair<string, string>(line[..colon], Words(line[(colon + 2)..]));
        });
        return ([.. headers], text[(end + 4)..]);
    }

    private static string QuotedPrintable(string body)
    {
        var bytes = new List<byte>();
        foreach (var line in body.Split("\r\n"))
        {
            Assert.True(line.Length <= 76, line);
            Assert.False(line == "." || line.StartsWith("From ", StringComparison.Ordinal), line);
            Assert.False(line.EndsWith(' '), line);
        }
        body = body.Replace("=\r\n", "", StringComparison.Ordinal);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] == '=')
            {
                bytes.Add(Convert.ToByte(body.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
                bytes.Add((byte)body[i]);
        }
        return Encoding.UTF8.GetString([.. bytes]).ReplaceLineEndings("\n");
    }

    /// <summary>Encoded words; white space between two of them is none.</summary>
    private static string Words(string value)
    {
        var text = new StringBuilder();
        var afterWord = false;
        foreach (var word in value.Split(' '))
        {
            var isEncoded = word.StartsWith("=?utf-8?B?", StringComparison.Ordinal) && word.EndsWith("?=", StringComparison.Ordinal);
            Assert.True(!isEncoded || word.Length <= 75, word);
            if (text.Length > 0 && !(isEncoded && afterWord))
                text.Append(' ');
            text.Append(isEncoded ? Encoding.UTF8.GetString(Convert.FromBase64String(word[10..^2])) : word);
            afterWord = isEncoded;
        }
        return text.ToString();
    }
}
