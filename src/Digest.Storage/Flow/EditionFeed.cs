using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Digest.Storage.Flow;

/// <summary>
/// The publication's Atom feed over its days: <c>editions/{publication}/atom.xml</c>. It is put together of what each day's last edition says of itself, so it never says anything else.
/// </summary>
public static class EditionFeed
{
    public const int MostDays = 20;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <returns>Null before the first publication.</returns>
    public static Task<BlobReading.Found?> FindAsync(DigestFlow flow, CancellationToken cancel = default) => flow.Blobs.FindAsync(PathOf(flow), cancel);

    /// <summary>Makes the feed of the editions that are there. Of many that do so at once, the last has seen all editions.</summary>
    internal static async Task RebuildAsync(DigestFlow flow, CancellationToken cancel)
    {
        for (; ; )
        {
            var before = await FindAsync(flow, cancel);
            var feed = await MakeAsync(flow, cancel);
            if (feed is null || (await flow.Blobs.WriteAsync(PathOf(flow), feed, WriteCondition.Unchanged(before?.Entry.ETag), cancel)).IsWritten)
                return;
        }
    }

    private static async Task<byte[]?> MakeAsync(DigestFlow flow, CancellationToken cancel)
    {
        XDocument? feed = null;
        var updated = "";
        foreach (var day in (await EditionShelf.DaysAsync(flow, cancel)).Reverse().Take(MostDays))
        {
            if ((await EditionShelf.OfAsync(flow, day, cancel)).LastOrDefault() is not { } edition || await EditionShelf.FileAsync(flow, edition, "atom.xml", cancel) is not { } found)
                continue;
            var own = XDocument.Parse(Encoding.UTF8.GetString(found.Content.Span));
            // RFC 3339 in UTC and whole seconds: the later is the greater text.
            if (own.Root!.Element(Atom + "updated")!.Value is var at && string.CompareOrdinal(at, updated) > 0)
                updated = at;
            if (feed is null)
                feed = own;
            else
                feed.Root!.Add(own.Root.Elements(Atom + "entry"));
        }

        if (feed is null)
            return null;
        feed.Root!.Element(Atom + "updated")!.Value = updated;
        using var bytes = new MemoryStream();
        await using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" }))
            await feed.SaveAsync(writer, cancel);
        return bytes.ToArray();
    }

    private static string PathOf(DigestFlow flow) => $"{StorePaths.Editions}{flow.PublicationId}/atom.xml";
}
