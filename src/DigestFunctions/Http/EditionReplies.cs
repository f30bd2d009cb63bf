using System.Globalization;
using Digest.Editions;
using Digest.Storage;
using Digest.Storage.Flow;
using Microsoft.AspNetCore.Http;

namespace Digest.Functions.Http;

/// <summary>Published digests as answers: the last edition of a day, one by its number, the latest of all.</summary>
internal static class EditionReplies
{
    private const string OfNow = "public, max-age=60, stale-while-revalidate=300";
    private const string ForEver = "public, max-age=31536000, immutable";

    /// <param name="named">"2023-11-22", "latest", each with or without a suffix.</param>
    public static async Task<Reply> OfDayAsync(DigestFlow flow, HttpRequest request, string named, CancellationToken cancel)
    {
        if (!DigestFormat.TrySplit(named, out var day, out var suffix))
            return UnknownSuffix(flow, request, named);
        if (day == "latest")
        {
            return await EditionShelf.LatestAsync(flow, cancel) is { } latest
                ? Reply.Redirect($"{StorePaths.Iso(latest.Date)}{suffix?.Suffix}{request.QueryString}")
                : Site.NotFound(flow, request, "No digest is published yet.", "A day’s first digest appears when its hour has come.");
        }

        if (!StorePaths.TryDate(day, out var date))
            return NoDate(flow, request, day);
        return (await EditionShelf.OfAsync(flow, date, cancel)).LastOrDefault() is { } last
            ? await FileAsync(flow, request, last, suffix, OfNow, cancel)
            : Site.NotFound(flow, request, $"No digest of {StorePaths.Iso(date)} is published.", "A day’s first digest appears when its hour has come; a day that no article tells of has none.");
    }

    /// <param name="named">"2", with or without a suffix.</param>
    public static async Task<Reply> NumberedAsync(DigestFlow flow, HttpRequest request, string day, string named, CancellationToken cancel)
    {
        if (!DigestFormat.TrySplit(named, out var number, out var suffix))
            return UnknownSuffix(flow, request, named);
        if (!StorePaths.TryDate(day, out var date))
            return NoDate(flow, request, day);
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n < 1)
            return Site.BadRequest(flow, request, $"“{Site.Echo(number)}” is no edition; expected its number, as 1.");
        return await EditionShelf.FindAsync(flow, date, n, cancel) is { } edition
            ? await FileAsync(flow, request, edition, suffix, ForEver, cancel)
            : Site.NotFound(flow, request, $"There is no edition {n.ToString(CultureInfo.InvariantCulture)} of {StorePaths.Iso(date)}.");
    }

    private static async Task<Reply> FileAsync(DigestFlow flow, HttpRequest request, EditionRecord edition, DigestFormat? suffix, string cache, CancellationToken cancel)
    {
        var format = suffix ?? DigestFormat.Accepted(request.Headers);
        var name = format.File;
        if (format == DigestFormat.Ninjs && request.Query["profile"] is [var profile])
        {
            if (profile is not ("1.6" or "3.1"))
                return Site.BadRequest(flow, request, $"There is no ninjs profile “{Site.Echo(profile ?? "")}” here; expected 1.6 or 3.1.");
            name = $"ninjs-{profile}.json";
        }

        if (await EditionShelf.FileAsync(flow, edition, name, cancel) is not { } file)
            return Site.NotFound(flow, request, $"Edition {edition.Number.ToString(CultureInfo.InvariantCulture)} of {StorePaths.Iso(edition.Date)} was published without {name}.");
        // What is withdrawn says so at the day's own address; its numbered edition is a record like any other.
        var isGone = edition.Kind == EditionKind.Withdrawn && cache == OfNow;
        return new(isGone ? StatusCodes.Status410Gone : StatusCodes.Status200OK, ContentTypes.Of($"/{name}"), file.Content)
        {
            CacheControl = isGone ? "no-cache" : cache,
            LastModified = edition.PublishedAt,
            IsNegotiated = suffix is null,
            IsOpen = true,
            Headers = [("Link", Links(flow.Settings.Publication, edition)), ("Content-Location", $"{flow.Settings.Publication.EditionUrl(edition.Date, edition.Number)}{format.Suffix}{(format == DigestFormat.Ninjs ? request.QueryString : "")}")],
        };
    }

    private static string Links(Publication publication, EditionRecord edition)
    {
        var day = publication.DayUrl(edition.Date);
        return string.Join(", ",
        [
            $"<{day}>; rel=\"canonical\"",
            .. DigestFormat.All.Where(format => format.MediaType is not null).Select(format => $"<{day}{format.Suffix}>; rel=\"alternate\"; type=\"{format.MediaType}\""),
        ]);
    }

    private static Reply UnknownSuffix(DigestFlow flow, HttpRequest request, string named) =>
        Site.NotFound(flow, request, $"“{Site.Echo(named)}” ends as no form of a digest does; there are {DigestFormat.Suffixes}.");

    private static Reply NoDate(DigestFlow flow, HttpRequest request, string day) =>
        Site.BadRequest(flow, request, $"“{Site.Echo(day)}” is no date; expected one as 2023-11-22, or “latest”.");
}
