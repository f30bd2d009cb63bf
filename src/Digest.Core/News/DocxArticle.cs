using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Digest.News;

/// <summary>Reads the paragraphs of a Word document (.docx): a zip whose sizes are bounded while it is unpacked, never by what it claims.</summary>
internal static class DocxArticle
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string StrictMain = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const int MostEntries = 2000;

    // Text packs by ten or twenty to one; more than this is a bomb.
    private const int HighestRatio = 200;

    public static FormatReading Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostEntries)
                return FormatReading.Failed($"is a zip of {zip.Entries.Count} entries; a document has fewer than {MostEntries}.");
            if (zip.GetEntry("word/document.xml") is not { } entry)
                return FormatReading.Failed("is a zip without word/document.xml, so no Word document. Upload one article in each file.");
            var most = Math.Min(ArticleReader.MostBytes, Math.Max(entry.CompressedLength, 1024) * HighestRatio);
            using var unpacked = Unpacked(entry, most);
            return unpacked is null ? FormatReading.Failed($"unpacks to more than {most} bytes. Save the article's text alone.") : MarkedText.Join(Paragraphs(unpacked), CopyHints.None);
        }
        catch (InvalidDataException)
        {
            return FormatReading.Failed("is a damaged zip and cannot be unpacked. Save the document again.");
        }
        catch (XmlException problem)
        {
            return FormatReading.Failed($"holds a word/document.xml that is not well-formed: {problem.Message}", problem.LineNumber, problem.LinePosition);
        }
    }

    private static MemoryStream? Unpacked(ZipArchiveEntry entry, long most)
    {
        using var packed = entry.Open();
        var unpacked = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = packed.Read(buffer, 0, buffer.Length)) > 0;)
        {
            if (unpacked.Length + read > most)
                return null;
            unpacked.Write(buffer, 0, read);
        }

        unpacked.Position = 0;
        return unpacked;
    }

    private static List<MarkedBlock> Paragraphs(Stream xml)
    {
        using var reader = XmlReader.Create(xml, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = false });
        var paragraphs = new List<MarkedBlock>();
        var line = new StringBuilder();
        BlockKind? kind = null;
        var inText = false;
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace && inText)
                line.Append(reader.Value);
            if (reader.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement) || reader.NamespaceURI is not (Main or StrictMain))
                continue;
            var opens = reader.NodeType == XmlNodeType.Element;
            switch (reader.LocalName)
            {
                case "t":
                    inText = opens && !reader.IsEmptyElement;
                    break;
                case "tab" or "br" or "cr" when opens:
                    line.Append(' ');
                    break;
                case "pStyle" when opens:
                    kind = KindOf(reader.GetAttribute("val", reader.NamespaceURI));
                    break;
                case "numPr" when opens:
                    kind ??= BlockKind.ListItem;
                    break;
                case "p" when !opens || reader.IsEmptyElement:
                    paragraphs.Add(new(line.ToString(), kind));
                    line.Clear();
                    kind = null;
                    break;
            }
        }

        return paragraphs;
    }

    private static BlockKind? KindOf(string? style) => style switch
    {
        "Title" => BlockKind.Title,
        "Subtitle" => BlockKind.Standfirst,
        "Caption" => BlockKind.Caption,
        { } heading when heading.StartsWith("Heading", StringComparison.Ordinal) => BlockKind.Subhead,
        _ => null,
    };
}
