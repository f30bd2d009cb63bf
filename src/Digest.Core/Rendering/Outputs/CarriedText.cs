using System.Text.Encodings.Web;
using System.Text.Json;

namespace Digest.Rendering.Outputs;

/// <summary>An output that other outputs hold whole, escaped once for all that hold it the same way. Not for two threads at once; dispose it when they are written.</summary>
internal sealed class CarriedText(ReadOnlyMemory<byte> utf8) : IDisposable
{
    private PooledBuffer<byte>? json;
    private PooledBuffer<byte>? xml;

    /// <summary>As the content of an XML element.</summary>
    public ReadOnlySpan<byte> Xml
    {
        get
        {
            if (xml is null)
                XmlText.Escape(utf8.Span, xml = new());
            return xml.Written;
        }
    }

    /// <summary>As the value of a property.</summary>
    public void WriteTo(Utf8JsonWriter writer, string name)
    {
        if (json is null)
            Quote(utf8.Span, json = new());
        writer.WritePropertyName(name);
        writer.WriteRawValue(json.Written, skipInputValidation: true);
    }

    public void Dispose()
    {
        json?.Dispose();
        xml?.Dispose();
    }

    // The encoder that JSON writers use unless told otherwise, so that what is carried looks like what stands around it.
    private static void Quote(ReadOnlySpan<byte> text, PooledBuffer<byte> output)
    {
        output.Write("\""u8);
        while (!text.IsEmpty)
        {
            // All of it where little needs escaping, else as much as there is room for.
            _ = JavaScriptEncoder.Default.EncodeUtf8(text, output.GetSpan(text.Length + LongestEscape), out var read, out var written);
            output.Advance(written);
            text = text[read..];
        }
        output.Write("\""u8);
    }

    // A pair of surrogates: \uD83D\uDE00.
    private const int LongestEscape = 12;
}
