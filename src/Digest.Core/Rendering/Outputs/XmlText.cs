using System.Buffers;

namespace Digest.Rendering.Outputs;

/// <summary>
/// Text as the content of an XML element, as an <see cref="System.Xml.XmlWriter"/> writes it: markup becomes references and any line end a line feed.
/// What no XML document may hold becomes U+FFFD.
/// </summary>
internal static class XmlText
{
    // 0xEF begins U+FFFE and U+FFFF.
    private static readonly SearchValues<byte> Special = SearchValues.Create([.. "&<>\u00ef".Select(c => (byte)c), .. Enumerable.Range(0, ' ').Where(c => c is not ('\t' or '\n')).Select(c => (byte)c)]);

    public static void Escape(ReadOnlySpan<byte> utf8, PooledBuffer<byte> output)
    {
        for (var at = utf8.IndexOfAny(Special); at >= 0; at = utf8.IndexOfAny(Special))
        {
            output.Write(utf8[..at]);
            utf8 = utf8[at..];
            var length = 1;
            switch (utf8[0])
            {
                case (byte)'&':
                    output.Write("&amp;"u8);
                    break;
                case (byte)'<':
                    output.Write("&lt;"u8);
                    break;
                case (byte)'>':
                    output.Write("&gt;"u8);
                    break;
                case (byte)'\r':
                    length = utf8.StartsWith("\r\n"u8) ? 2 : 1;
                    output.Write("\n"u8);
                    break;
                case 0xEF:
                    length = 3;
                    output.Write(utf8.StartsWith("\uFFFE"u8) || utf8.StartsWith("\uFFFF"u8) ? "\uFFFD"u8 : utf8[..length]);
                    break;
                default:
                    output.Write("\uFFFD"u8);
                    break;
            }
            utf8 = utf8[length..];
        }
        output.Write(utf8);
    }
}
