using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Channels;
using Digest.Facts;

namespace Digest.Cli;

/// <summary>
/// Articles as JSON lines in, facts as JSON lines out: one line for each, in the order read, worked on by all cores, never more than <see cref="ReadTogether"/> lines
/// and a few a core in memory. A line that cannot be read gives a line with an "error" instead of facts, and the rest goes on.
/// An article without any date, and what comes after it, waits for the lines that are read together with it: one of them may tell its story and so its day.
/// </summary>
internal static class FactsLines
{
    private const int LongestLine = 64 * 1024 * 1024;

    /// <summary>The first so many lines are read together, then the next so many.</summary>
    private const int ReadTogether = 256;

    private const string Expected = "Expected {\"id\", \"text\", \"date\"?, \"title\"?} as one line of JSON.";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads to the end of the input.</summary>
    /// <param name="problem">Called for each line that could not be read, in order, with what is wrong and where.</param>
    /// <exception cref="InvalidDataException">A line has no end; nothing after it could be read.</exception>
    public static async Task CopyAsync(Stream input, Stream output, Action<string> problem, CancellationToken cancel)
    {
        var results = Channel.CreateBounded<Task<Result>>(new BoundedChannelOptions(4 * Environment.ProcessorCount) { SingleReader = true, SingleWriter = true });
        var reading = ReadAsync(input, results.Writer, cancel);
        var block = new List<Result>(ReadTogether);
        var written = 0;
        await foreach (var pending in results.Reader.ReadAllAsync(cancel))
        {
            var result = await pending;
            if (result.Problem is { } message)
                problem(message);
            block.Add(result);
            if (block.Count == ReadTogether)
            {
                await WriteAsync(Placed(block).Skip(written));
                (block, written) = (new(ReadTogether), 0);
            }
            else if (written == block.Count - 1 && !result.IsUndated)
            {
                await WriteAsync([result]);
                written++;
            }
        }

        await reading;
        await WriteAsync(Placed(block).Skip(written));
        await output.FlushAsync(cancel);

        async Task WriteAsync(IEnumerable<Result> lines)
        {
            foreach (var line in lines)
            {
                await output.WriteAsync(line.Line, cancel);
                output.WriteByte((byte)'\n');
            }
        }
    }

    private static IEnumerable<Result> Placed(List<Result> block)
    {
        var together = new Queue<ArticleFacts>(Extraction.Together([.. block.Where(r => r.Facts is not null).Select(r => r.Facts!)]));
        foreach (var result in block)
        {
            if (result.Facts is not null && together.Dequeue() is var facts && !ReferenceEquals(facts, result.Facts))
                yield return result with { Facts = facts, Line = FactsJson.Line(facts, result.Id!) };
            else
                yield return result;
        }
    }

    private static async Task ReadAsync(Stream input, ChannelWriter<Task<Result>> results, CancellationToken cancel)
    {
        var reader = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 64 * 1024));
        try
        {
            for (var number = 1; await ReadLineAsync(reader, number, cancel) is { } line; number++)
            {
                var (bytes, position) = (line, number);
                await results.WriteAsync(Task.Run(() => Extract(bytes, position), cancel), cancel);
            }

            results.Complete();
        }
        catch (Exception error)
        {
            // The other side of the channel throws it on.
            results.Complete(error);
        }
    }

    /// <returns>Null at the end of the input.</returns>
    private static async Task<byte[]?> ReadLineAsync(PipeReader reader, int number, CancellationToken cancel)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancel);
            var buffer = read.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end).ToArray();
                reader.AdvanceTo(buffer.GetPosition(1, end));
                return line;
            }

            if (buffer.Length > LongestLine)
                throw new InvalidDataException($"line {number}: more than {LongestLine / 1024 / 1024} MB without a line end. Each line holds one article.");

            if (read.IsCompleted)
            {
                var rest = buffer.ToArray();
                reader.AdvanceTo(buffer.End);
                return rest.Length == 0 ? null : rest;
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static Result Extract(byte[] line, int number)
    {
        string? id = null;
        try
        {
            using var article = JsonDocument.Parse(number == 1 && line.AsSpan().StartsWith("\uFEFF"u8) ? line.AsMemory(3) : line);
            id = Text(article.RootElement, "id") ?? throw new FormatException("\"id\" is missing");
            var text = Text(article.RootElement, "text") ?? throw new FormatException("\"text\" is missing");
            var facts = Extraction.FromText(id, text, Date(article.RootElement), Text(article.RootElement, "title"));
            return new(id, facts, FactsJson.Line(facts, id), null);
        }
        catch (JsonException error)
        {
            return Failed(id, number, string.Create(CultureInfo.InvariantCulture, $"not JSON at byte {error.BytePositionInLine + 1}. {Expected}"));
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException)
        {
            return Failed(id, number, $"{error.Message.TrimEnd('.')}. {Expected}");
        }
        catch (AnalysisException error)
        {
            return Failed(id, number, error.Message);
        }
    }

    private static Result Failed(string? id, int number, string what)
    {
        var message = string.Create(CultureInfo.InvariantCulture, $"line {number}: {what}");
        return new(id, null, JsonSerializer.SerializeToUtf8Bytes(new { id, error = message }, Readable), message);
    }

    private static string? Text(JsonElement article, string name)
    {
        if (article.ValueKind != JsonValueKind.Object)
            throw new FormatException($"this is {article.ValueKind.ToString().ToLowerInvariant()}, not an object");
        if (!article.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw new FormatException($"\"{name}\" is {value.GetRawText()}, not a string");
    }

    private static DateOnly? Date(JsonElement article) => Text(article, "date") switch
    {
        null => null,
        { } words when DateOnly.TryParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date,
        { } words => throw new FormatException($"\"date\" is \"{words}\", not a date as 2023-11-22"),
    };

    /// <param name="Facts">Null where the line could not be read; then there is a problem.</param>
    private sealed record Result(string? Id, ArticleFacts? Facts, byte[] Line, string? Problem)
    {
        public bool IsUndated => Facts is { Article.Date: null };
    }
}
