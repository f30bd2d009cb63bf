using System.Text;

namespace Digest.News;

/// <summary>Bytes as text, and how that was found.</summary>
/// <param name="Encoding">Name of the encoding used: "utf-8", "utf-16", "windows-1252", …</param>
internal sealed record DecodedText(string Text, string Encoding)
{
    /// <summary>Whether a text that had been decoded wrongly before it came to us was put right.</summary>
    public bool IsRepaired { get; init; }
}

/// <summary>
/// Decodes uploads: byte order mark, then the declared charset, then strict UTF-8, then windows-1252, which reads any bytes.
/// </summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly Encoding StrictWindows1252 =
        CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Decodes the bytes; <paramref name="declared"/> is the charset that the upload or the document names.</summary>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        var (marked, length) = ByMark(bytes);
        if (marked is not null)
            return Repaired(new(marked.GetString(bytes[length..]), marked.WebName));
        // A declared charset that the bytes contradict is a wrong label: UTF-8 is never read by accident.
        if (Named(declared) is { } named && named is not UTF8Encoding && !(IsStrictUtf8(bytes, out _) && HasHighBytes(bytes)))
            return Repaired(new(named.GetString(bytes), named.WebName));
        if (IsStrictUtf8(bytes, out var text))
            return Repaired(new(text, "utf-8"));
        return Repaired(new(Windows1252.GetString(bytes), "windows-1252"));
    }

    /// <summary>The charset parameter of a media type ("text/plain; charset=utf-8"); null without one.</summary>
    public static string? CharsetOf(string? contentType)
    {
        var at = contentType?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? null : contentType![(at + 8)..].Split(';')[0].Trim().Trim('"', '\'');
    }

    /// <summary>
    /// Puts right UTF-8 that was read as windows-1252 ("â€œ" for "“"): only where the whole text encodes back to bytes that are strict UTF-8, so "château Ã la" stays.
    /// </summary>
    public static string RepairMojibake(string text)
    {
        if (text.AsSpan().IndexOfAny('Ã', 'Â', 'â') < 0)
            return text;
        try
        {
            return StrictUtf8.GetString(StrictWindows1252.GetBytes(text));
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static DecodedText Repaired(DecodedText decoded)
    {
        var repaired = RepairMojibake(decoded.Text);
        return ReferenceEquals(repaired, decoded.Text) ? decoded : decoded with { Text = repaired, IsRepaired = true };
    }

    private static (Encoding? Encoding, int Length) ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    private static bool IsStrictUtf8(ReadOnlySpan<byte> bytes, out string text)
    {
        try
        {
            text = StrictUtf8.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }

    private static bool HasHighBytes(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) >= 0;

    private static Encoding? Named(string? charset)
    {
        if (string.IsNullOrWhiteSpace(charset))
            return null;
        // The web reads both of these labels as windows-1252.
        if (charset.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
            return Windows1252;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
