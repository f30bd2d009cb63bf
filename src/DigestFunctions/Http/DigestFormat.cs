using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Digest.Functions.Http;

/// <summary>A form in which a digest can be had.</summary>
/// <param name="Suffix">Of an address: ".ninjs.json".</param>
/// <param name="File">Of the edition.</param>
/// <param name="MediaType">What a reader asks for with an Accept header; null where only the suffix gives it.</param>
internal sealed record DigestFormat(string Suffix, string File, string? MediaType)
{
    public static DigestFormat Html { get; } = new(".html", "page.html", "text/html");

    public static DigestFormat Ninjs { get; } = new(".ninjs.json", "ninjs-1.6.json", "application/ninjs+json");

    /// <summary>In the order in which they are preferred where a reader has no preference.</summary>
    public static ImmutableArray<DigestFormat> All { get; } =
    [
        Html,
        new(".json", "digest.json", "application/json"),
        new(".txt", "digest.txt", "text/plain"),
        Ninjs,
        new(".fragment.html", "fragment.html", null),
    ];

    public static string Suffixes => string.Join(", ", All.Select(format => format.Suffix));

    /// <summary>Splits the last part of an address at its first full stop: "2023-11-22.ninjs.json".</summary>
    /// <returns>The format is null where the part has no suffix; false where it has one that is none of ours.</returns>
    public static bool TrySplit(string part, out string name, out DigestFormat? format)
    {
        var stop = part.IndexOf('.', StringComparison.Ordinal);
        name = stop < 0 ? part : part[..stop];
        format = stop < 0 ? null : All.FirstOrDefault(each => part.AsSpan(stop).SequenceEqual(each.Suffix));
        return stop < 0 || format is not null;
    }

    /// <summary>What the reader prefers. Who asks for nothing that there is gets the page: a wrong header is no reason to show nothing.</summary>
    public static DigestFormat Accepted(IHeaderDictionary headers)
    {
        var ranges = headers.Accept.SelectMany(line => (line ?? "").Split(',', 40)).Select(Range).ToList();
        return ranges.Count == 0 ? Html : All.Where(format => format.MediaType is not null).MaxBy(format => Quality(ranges, format.MediaType!))!;
    }

    private static double Quality(List<(string Type, double Q)> ranges, string mediaType)
    {
        // The most specific range that fits counts, and of the formats that count the same, the first.
        foreach (var type in new[] { mediaType, mediaType[..mediaType.IndexOf('/', StringComparison.Ordinal)] + "/*", "*/*" })
        {
            if (ranges.FindIndex(range => range.Type == type) is >= 0 and var at)
                return ranges[at].Q;
        }

        return 0;
    }

    private static (string Type, double Q) Range(string text)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        var q = Array.Find(parts, part => part.StartsWith("q=", StringComparison.OrdinalIgnoreCase));
        return (parts[0].ToLowerInvariant(), q is not null && double.TryParse(q.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? Math.Clamp(value, 0, 1) : 1);
    }
}
