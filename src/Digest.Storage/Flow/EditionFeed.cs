using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Digest.Storage.Flow;

/// <summary>
/// The publication's feeds over its days: <c>editions/{publication}/atom.xml</c>, <c>rss.xml</c> and <c>feed.json</c>. Each is put together of what each day's last edition says of itself in
/// that form, so it never says anything else.
/// </summary>
public static class EditionFeed
{
    public const int MostDays = 20;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static ImmutableArray<string> Names { get; } = ["atom.xml", "feed.json", "rss.xml"];

    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <returns>Null before the first publication.</returns>
    public static Task<BlobReading.Found?> FindAsync(DigestFlow flow, string name, CancellationToken cancel = default) => flow.Blobs.FindAsync(PathOf(flow, name), cancel);

    /// <summary>Makes the feeds of the editions that are there. Of many that do so at once, the last has seen all editions.</summary>
    internal static async Task RebuildAsync(DigestFlow flow, CancellationToken cancel)
    {
        foreach (var name in Names)
        {
            for (; ; )
            {
                var before = await FindAsync(flow, name, cancel);
                var feed = await MakeAsync(flow, name, cancel);
                if (feed is null || (await flow.Blobs.WriteAsync(PathOf(flow, name), feed, WriteCondition.Unchanged(before?.Entry.ETag), cancel)).IsWritten)
                    break;
            }
        }
    }

    private static async Task<byte[]?> MakeAsync(DigestFlow flow, string name, CancellationToken cancel)
    {
        var days = new List<(DateTimeOffset PublishedAt, string Text)>();
        foreach (var day in (await EditionShelf.DaysAsync(flow, cancel)).Reverse().Take(MostDays))
        {
            if ((await EditionShelf.OfAsync(flow, day, cancel)).LastOrDefault() is { } edition && await EditionShelf.FileAsync(flow, edition, name, cancel) is { } found)
                days.Add((edition.PublishedAt, Encoding.UTF8.GetString(found.Content.Span)));
        }

        if (days.Count == 0)
            return null;
        var own = days.ConvertAll(day => day.Text);
        var updated = days.Max(day => day.PublishedAt).UtcDateTime;
        return name switch
        {
            "atom.xml" => Atoms(own, updated),
            "rss.xml" => Rss(own, updated),
            _ => Json(own),
        };
    }

    private static byte[] Atoms(List<string> days, DateTime updated)
    {
        var feeds = days.ConvertAll(XDocument.Parse);
        feeds[0].Root!.Element(Atom + "updated")!.Value = updated.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        feeds[0].Root!.Add(feeds.Skip(1).SelectMany(feed => feed.Root!.Elements(Atom + "entry")));
        return Bytes(feeds[0]);
    }

    private static byte[] Rss(List<string> days, DateTime updated)
    {
        var channels = days.ConvertAll(day => XDocument.Parse(day).Root!.Element("channel")!);
        channels[0].Element("lastBuildDate")!.Value = updated.ToString("R", CultureInfo.InvariantCulture);
        channels[0].Add(channels.Skip(1).SelectMany(channel => channel.Elements("item")));
        return Bytes(channels[0].Document!);
    }

    private static byte[] Json(List<string> days)
    {
        var feeds = days.ConvertAll(day => JsonNode.Parse(day)!.AsObject());
        foreach (var item in feeds.Skip(1).SelectMany(feed => feed["items"]!.AsArray()))
            feeds[0]["items"]!.AsArray().Add(item!.DeepClone());
        return Encoding.UTF8.GetBytes(feeds[0].ToJsonString(Indented) + "\n");
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    private static byte[] Bytes(XDocument feed)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" }))
            feed.Save(writer);
        return bytes.ToArray();
    }

    private static string PathOf(DigestFlow flow, string name) => $"{StorePaths.Editions}{flow.PublicationId}/{name}";
}
