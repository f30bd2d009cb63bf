using System.Text;

namespace Digest.News;

internal enum UploadFormat
{
    PlainText,
    Html,
    Markdown,
    Json,
    Feed,
    Docx,
    Pdf,
    Rtf,
    OldOffice,
    Mail,
    Image,
    OtherBinary,
}

/// <summary>Tells an upload's format: by its first bytes where they leave no doubt, then by its name's ending, then by its media type.</summary>
internal static class UploadFormats
{
    public static UploadFormat Of(UploadedFile file)
    {
        var bytes = file.Content.Span;
        if (BySignature(bytes) is { } known)
            return known;
        var isWide = bytes.Length > 1 && bytes[0] is 0xFF or 0xFE && bytes[1] is 0xFF or 0xFE;
        if (!isWide && bytes[..Math.Min(bytes.Length, 8192)].Contains((byte)0))
            return UploadFormat.OtherBinary;
        var format = ByName(file.Name) ?? ByMediaType(file.ContentType) ?? ByOpening(bytes);
        // An editor's "txt" export of a page is still a page.
        return format == UploadFormat.PlainText && ByOpening(bytes) is UploadFormat.Html ? UploadFormat.Html : format;
    }

    /// <summary>Why a format is not read, and what to do; null for those that are.</summary>
    public static string? WhyNotRead(UploadFormat format) => format switch
    {
        UploadFormat.Pdf => "is a PDF, whose text has no reliable order. Upload the article as text, HTML or .docx.",
        UploadFormat.Rtf => "is rich text (RTF), which is not read. Save it as .docx or plain text.",
        UploadFormat.OldOffice => "is an Office document of the old binary kind (.doc), which is not read. Save it as .docx or plain text.",
        UploadFormat.Mail => "is an email, which is not read. Upload the article in it as text or HTML.",
        UploadFormat.Image => "is a picture; only text is read.",
        UploadFormat.OtherBinary => "is not text: it holds zero bytes. Upload text, HTML, Markdown, JSON, RSS, Atom or .docx.",
        _ => null,
    };

    private static UploadFormat? BySignature(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => UploadFormat.Pdf,
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => UploadFormat.Rtf,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => UploadFormat.OldOffice,
        [(byte)'P', (byte)'K', 3, 4, ..] => UploadFormat.Docx,
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => UploadFormat.Image,
        _ => null,
    };

    private static UploadFormat? ByName(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".txt" or ".text" => UploadFormat.PlainText,
        ".html" or ".htm" or ".xhtml" => UploadFormat.Html,
        ".md" or ".markdown" => UploadFormat.Markdown,
        ".json" or ".ninjs" => UploadFormat.Json,
        ".xml" or ".rss" or ".atom" => UploadFormat.Feed,
        ".docx" => UploadFormat.Docx,
        ".pdf" => UploadFormat.Pdf,
        ".rtf" => UploadFormat.Rtf,
        ".doc" => UploadFormat.OldOffice,
        ".eml" or ".msg" or ".mbox" => UploadFormat.Mail,
        _ => null,
    };

    private static UploadFormat? ByMediaType(string? contentType) => contentType?.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "text/plain" => UploadFormat.PlainText,
        "text/html" or "application/xhtml+xml" => UploadFormat.Html,
        "text/markdown" => UploadFormat.Markdown,
        "application/json" or "application/ninjs+json" => UploadFormat.Json,
        "application/rss+xml" or "application/atom+xml" or "application/xml" or "text/xml" => UploadFormat.Feed,
        "application/pdf" => UploadFormat.Pdf,
        "application/rtf" or "text/rtf" => UploadFormat.Rtf,
        "application/msword" => UploadFormat.OldOffice,
        "message/rfc822" => UploadFormat.Mail,
        _ => null,
    };

    private static UploadFormat ByOpening(ReadOnlySpan<byte> bytes)
    {
        var opening = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 512)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        if (opening.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || opening.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return UploadFormat.Html;
        if (opening.StartsWith("<?xml", StringComparison.Ordinal) || opening.StartsWith("<rss", StringComparison.Ordinal) || opening.StartsWith("<item", StringComparison.Ordinal) || opening.StartsWith("<feed", StringComparison.Ordinal) || opening.StartsWith("<entry", StringComparison.Ordinal))
            return UploadFormat.Feed;
        return opening.StartsWith('{') && opening.Contains('"', StringComparison.Ordinal) ? UploadFormat.Json : UploadFormat.PlainText;
    }
}
