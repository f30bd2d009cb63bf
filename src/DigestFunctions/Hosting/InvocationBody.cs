using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace Digest.Functions.Hosting;

/// <summary>
/// What the Functions host posts for an invocation: <c>{"Data":{…},"Metadata":{…}}</c>. The host puts a blob's whole content into it, as base64; that is passed over as it
/// streams by, so that an upload of any size takes no memory here.
/// </summary>
public sealed record InvocationBody(JsonElement Data, JsonElement Metadata)
{
    /// <summary>A text longer than this is passed over: no queue message and no blob's name is.</summary>
    public const int LongestText = 512 * 1024;

    /// <summary>What is left may not be larger.</summary>
    private const int LongestRest = 4 * 1024 * 1024;

    /// <exception cref="FormatException">It is no invocation; the message says what was expected.</exception>
    public static async Task<InvocationBody> ReadAsync(Stream body, CancellationToken cancel)
    {
        var kept = await WithoutLongTextsAsync(body, cancel);
        try
        {
            using var document = JsonDocument.Parse(kept);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty(nameof(Data), out var data) && data.ValueKind == JsonValueKind.Object
                && root.TryGetProperty(nameof(Metadata), out var metadata) && metadata.ValueKind == JsonValueKind.Object
                ? new(data.Clone(), metadata.Clone())
                : throw new FormatException("The invocation has no objects \"Data\" and \"Metadata\"; expected {\"Data\":{…},\"Metadata\":{…}}.");
        }
        catch (JsonException error)
        {
            throw new FormatException($"The invocation is no JSON: {error.Message}", error);
        }
    }

    /// <summary>A text among the data. The host sends texts as JSON within the JSON: "\"queue hello\"".</summary>
    /// <exception cref="FormatException">There is none of that name.</exception>
    public string Text(string name) => Unquoted(Part(name));

    /// <exception cref="FormatException">There is none of that name.</exception>
    public JsonElement Part(string name) => Data.TryGetProperty(name, out var value) ? value : throw new FormatException($"The invocation's Data has no \"{name}\".");

    /// <summary>A text of the metadata, such as what "{name}" in a blob's path stands for.</summary>
    /// <exception cref="FormatException">There is none of that name.</exception>
    public string Named(string name) => Unquoted(Metadata.TryGetProperty(name, out var value) ? value : throw new FormatException($"The invocation's Metadata has no \"{name}\"."));

    private static string Unquoted(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            return value.GetRawText();
        var text = value.GetString()!;
        if (text is not ['"', .., '"'])
            return text;
        try
        {
            return JsonSerializer.Deserialize<string>(text)!;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static async Task<ReadOnlyMemory<byte>> WithoutLongTextsAsync(Stream body, CancellationToken cancel)
    {
        var kept = new ArrayBufferWriter<byte>();
        var reader = PipeReader.Create(body);
        var texts = new TextSkipper(kept);
        for (; ; )
        {
            var read = await reader.ReadAsync(cancel);
            foreach (var segment in read.Buffer)
                texts.Take(segment.Span);
            reader.AdvanceTo(read.Buffer.End);
            if (kept.WrittenCount > LongestRest)
                throw new FormatException($"The invocation has more than {LongestRest} bytes beside its long texts.");
            if (read.IsCompleted)
                return kept.WrittenMemory;
        }
    }

    /// <summary>Copies JSON and leaves the rest of each text out that is too long; an escape is kept whole or not at all.</summary>
    private sealed class TextSkipper(ArrayBufferWriter<byte> kept)
    {
        private bool isText;
        private bool isEscaped;
        private bool isCut;
        private long length;
        private int hexDigitsLeft;

        public void Take(ReadOnlySpan<byte> json)
        {
            while (!json.IsEmpty)
            {
                var run = RunLength(json);
                TakeRun(json[..run]);
                json = json[run..];
                if (json.IsEmpty)
                    return;
                TakeMark(json[0]);
                json = json[1..];
            }
        }

        /// <summary>Bytes up to the next that may begin or end a text or an escape.</summary>
        private int RunLength(ReadOnlySpan<byte> json)
        {
            var next = isEscaped ? 0 : isText ? json.IndexOfAny((byte)'"', (byte)'\\') : json.IndexOf((byte)'"');
            return next < 0 ? json.Length : next;
        }

        private void TakeRun(ReadOnlySpan<byte> run)
        {
            var room = !isText ? run.Length : isCut ? 0 : (int)Math.Min(run.Length, Math.Max(hexDigitsLeft, LongestText - length));
            kept.Write(run[..room]);
            isCut |= room < run.Length;
            hexDigitsLeft = Math.Max(0, hexDigitsLeft - run.Length);
            length += run.Length;
        }

        private void TakeMark(byte mark)
        {
            if (!isText)
                (isText, isCut, length) = (true, false, 0);
            else if (isEscaped)
                (isEscaped, hexDigitsLeft, length) = (false, mark == (byte)'u' ? 4 : 0, length + 1);
            else if (mark == (byte)'"')
                (isText, isCut) = (false, false);
            else
                (isEscaped, isCut, length) = (true, isCut || length >= LongestText, length + 1);
            if (!isCut)
                kept.Write([mark]);
        }
    }
}
