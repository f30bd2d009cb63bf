using System.Collections.Immutable;
using Digest.Days;
using Digest.News;
using Digest.Rendering.Phrasing;

namespace Digest.Rendering.Model;

/// <summary>The source list: each article, how its date is known, and whose copy it shares.</summary>
internal static class SourceEntries
{
    public static ImmutableArray<SourceEntry> Of(Day day, Passages passages)
    {
        var lines = day.Sources.ToLookup(source => source.Line, source => source.Number);
        return [.. day.Sources.Select(source => new SourceEntry(
            source,
            source.Title is { } title ? DisplayText.Line(title) : "[no headline in file]",
            Details(source),
            [.. Notes(source, lines[source.Line])],
            SafeUrl(source.Url)) { Cited = passages.Of(source.Number) })];
    }

    /// <summary>An http or https address of reasonable length; null for all else, so that a link can do nothing but be followed.</summary>
    public static string? SafeUrl(string? url) =>
        url is { Length: <= 2000 } && Uri.TryCreate(url, UriKind.Absolute, out var parsed) && (parsed.Scheme == Uri.UriSchemeHttps || parsed.Scheme == Uri.UriSchemeHttp)
            && parsed.UserInfo.Length == 0
            ? parsed.AbsoluteUri
            : null;

    private static string Details(Source source)
    {
        var parts = new List<string>();
        if (source.Byline is { } byline)
            parts.Add($"by {DisplayText.Line(byline)}");
        if (source.Outlet is { } outlet)
            parts.Add(DisplayText.Line(outlet));
        parts.Add(source.Date is { } date ? Dates.Long(date) + Basis(source.DateBasis) : "date not known");
        if (source.Title is null || source.Outlet is null)
            parts.Add($"file {DisplayText.Line(source.Name)}");
        return string.Join(", ", parts);
    }

    private static string Basis(DateBasis basis) => basis switch
    {
        DateBasis.Upload => " (date taken from the upload)",
        DateBasis.Inferred => " (date inferred from articles that tell the same story)",
        _ => "",
    };

    private static IEnumerable<string> Notes(Source source, IEnumerable<int> line)
    {
        if (!source.Agencies.IsEmpty)
            yield return $"Cites {Numerals.Listed(source.Agencies.Select(DisplayText.Line))}.";
        var shares = line.Where(number => number != source.Number).ToList();
        if (shares.Count > 0)
            yield return $"Shares wording with {Numerals.Articles(shares)}: counted as one line of reporting.";
        if (!source.OtherNames.IsEmpty)
            yield return $"The same text was also received as {Numerals.Listed(source.OtherNames.Select(DisplayText.Line))}.";
    }
}
