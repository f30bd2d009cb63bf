using System.Text.Json;

namespace Digest.Rendering.Outputs;

/// <summary>Indented JSON with a line end at its end, the same bytes on every machine.</summary>
internal static class JsonBytes
{
    public static ReadOnlyMemory<byte> Of(Action<Utf8JsonWriter> write)
    {
        using var bytes = new PooledBuffer<byte>();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true, NewLine = "\n" }))
            write(json);
        bytes.Write("\n"u8);
        return bytes.Written.ToArray();
    }
}
