using System.Globalization;
using System.Text;

namespace Digest.Storage;

/// <summary>A server's answer: its code and its lines without the code.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsDone => Code is >= 200 and < 300;

    /// <summary>The code, and the enhanced one (RFC 3463) where the server gives it; never its words, which may hold addresses.</summary>
    public string Summary
    {
        get
        {
            var first = Lines[0].Split(' ')[0];
            var isEnhanced = first.Length > 0 && first.All(c => char.IsAsciiDigit(c) || c == '.') && first.Count(c => c == '.') == 2;
            return string.Create(CultureInfo.InvariantCulture, $"{Code}{(isEnhanced ? " " + first : "")}");
        }
    }
}

/// <summary>What the server says is no SMTP, or not in its turn.</summary>
internal sealed class SmtpProtocolException(string message) : IOException(message);

/// <summary>Commands and replies over a stream (RFC 5321, 4.2), with bounds on what a server may say.</summary>
internal sealed class SmtpConversation(Stream stream, TimeSpan patience)
{
    private const int LongestLine = 2048;
    private const int MostLines = 64;

    private readonly byte[] buffer = new byte[LongestLine];
    private int start;
    private int end;

    /// <summary>Whether something was received that nobody has asked for yet.</summary>
    public bool HasMore => start < end;

    public async Task<SmtpReply> CommandAsync(string command, CancellationToken cancel)
    {
        if (command.AsSpan().IndexOfAny('\r', '\n') >= 0)
            throw new ArgumentException("A command holds a line end.", nameof(command));
        await SendAsync(Encoding.UTF8.GetBytes(command + "\r\n"), cancel);
        return await ReplyAsync(cancel);
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        using var limit = Limit(cancel);
        await stream.WriteAsync(bytes, limit.Token);
        await stream.FlushAsync(limit.Token);
    }

    public async Task<SmtpReply> ReplyAsync(CancellationToken cancel)
    {
        using var limit = Limit(cancel);
        var lines = new List<string>();
        for (int? code = null; ;)
        {
            var line = await LineAsync(limit.Token);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || (code ?? number) != number || (line.Length > 3 && line[3] is not (' ' or '-')))
                throw new SmtpProtocolException("The server's answer is no SMTP reply.");
            code = number;
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] == ' ')
                return new(number, lines);
            if (lines.Count == MostLines)
                throw new SmtpProtocolException($"The server's answer has more than {MostLines} lines.");
        }
    }

    private async Task<string> LineAsync(CancellationToken cancel)
    {
        for (var searched = start; ;)
        {
            var found = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                var line = Encoding.UTF8.GetString(buffer, start, searched + found - start).TrimEnd('\r');
                start = searched + found + 1;
                return line;
            }

            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            searched = end;
            if (end == buffer.Length)
                throw new SmtpProtocolException($"A line of the server's answer has more than {LongestLine} bytes.");
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancel);
            if (read == 0)
                throw new SmtpProtocolException("The server closed the connection.");
            end += read;
        }
    }

    private CancellationTokenSource Limit(CancellationToken cancel)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        return limit;
    }
}
