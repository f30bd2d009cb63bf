using System.Collections.Immutable;
using System.IO.Compression;
using Digest.Editions;
using Digest.Rendering;
using Digest.Rendering.Outputs;

namespace Digest.Storage.Flow;

/// <summary>What stands over an edition's files: <c>edition.json</c> beside them. It is written last, so an edition that has it is whole.</summary>
/// <param name="Fingerprint">Of what it was made of.</param>
/// <param name="UnsubscribeUrl">The address in its mail that each reader's own takes the place of.</param>
public sealed record EditionRecord(
    DateOnly Date, int Number, DateTimeOffset PublishedAt, EditionKind Kind, string Headline, string Subject, string Summary, int Articles, string Fingerprint,
    string UnsubscribeUrl, ImmutableArray<string> Files)
{
    public const string FileName = "edition.json";

    /// <summary>The folded day, to compare the next edition with.</summary>
    public const string DayFileName = "day.json";

    internal static EditionRecord Of(RenderedEdition rendered, string fingerprint)
    {
        var edition = rendered.Model.Edition;
        return new(edition.Day.Date, edition.Number, edition.PublishedAt, edition.Kind, rendered.Model.Headline, EmailMessage.Subject(rendered.Model),
            rendered.Model.Notice?.Label ?? "", edition.Day.Sources.Length, fingerprint, EmailMessage.UnsubscribeUrl(edition.Publication, Recipient.Preview),
            [.. rendered.Files.Select(file => file.Name)]);
    }
}

/// <summary>
/// An edition in one blob. To create it is to claim the edition's number, and from then on what it holds is what goes out, whoever takes it there:
/// a publication that was cut off is finished with these bytes and not with those of what has come in since.
/// </summary>
internal static class EditionBundle
{
    // Zip entries carry a time; it must not be the clock's.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(IEnumerable<(string Name, ReadOnlyMemory<byte> Content)> files)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Epoch;
                using var stream = entry.Open();
                stream.Write(content.Span);
            }
        }

        return buffer.ToArray();
    }

    /// <summary>The files in the order in which they were put in.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Read(ReadOnlyMemory<byte> bundle)
    {
        using var zip = new ZipArchive(new MemoryStream(bundle.ToArray()), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            yield return (entry.FullName, content.ToArray());
        }
    }
}
