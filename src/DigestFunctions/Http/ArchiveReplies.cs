using System.Collections.Immutable;
using System.Text;
using Digest.Editions;
using Digest.Rendering;
using Digest.Storage.Flow;
using Microsoft.AspNetCore.Http;

namespace Digest.Functions.Http;

/// <summary>The list of published days, latest first, as page, JSON or text.</summary>
internal static class ArchiveReplies
{
    private const int DaysAPage = 30;

    public static async Task<Reply> ListAsync(DigestFlow flow, HttpRequest request, CancellationToken cancel)
    {
        DateOnly? before = null;
        if (request.Query["before"] is [{ } text])
        {
            if (!StorePaths.TryDate(text, out var date))
                return Site.BadRequest(flow, request, $"“{Site.Echo(text)}” is no date; expected ?before= and a date as 2023-11-22.");
            before = date;
        }

        var format = request.Query["format"] is [{ } named] ? DigestFormat.All.FirstOrDefault(each => each.Suffix == $".{named}") : DigestFormat.Accepted(request.Headers);
        var (days, older) = await DaysAsync(flow, before, cancel);
        var publication = flow.Settings.Publication;
        Reply? reply = format?.Suffix switch
        {
            ".html" => Reply.Html(StatusCodes.Status200OK, SitePages.Archive(publication, days, older, flow.Templates)),
            ".json" => new(StatusCodes.Status200OK, "application/json", Json(publication, days, older)),
            ".txt" => new(StatusCodes.Status200OK, "text/plain; charset=utf-8", Text(publication, days, older)),
            ".ninjs.json" => new(StatusCodes.Status200OK, "application/json", Ninjs(publication, days)),
            _ => null,
        };
        return reply is null
            ? Site.BadRequest(flow, request, "There is no such format of the list; expected ?format= and html, json, txt or ninjs.json.")
            : reply with { CacheControl = "public, max-age=60", IsNegotiated = true, IsOpen = true };
    }

    /// <summary>The days before one, and from which on there are older ones.</summary>
    public static async Task<(ImmutableArray<ArchiveEntry> Days, DateOnly? Older)> DaysAsync(DigestFlow flow, DateOnly? before, CancellationToken cancel)
    {
        var known = (await EditionShelf.DaysAsync(flow, cancel)).Where(day => before is null || day < before).Reverse().ToList();
        var days = ImmutableArray.CreateBuilder<ArchiveEntry>();
        foreach (var day in known.Take(DaysAPage))
        {
            // A day whose first edition is being written has a folder and no edition yet.
            if ((await EditionShelf.OfAsync(flow, day, cancel)).LastOrDefault() is { } last)
                days.Add(new(day, last.Number, last.PublishedAt, last.Kind, last.Headline));
        }

        return (days.ToImmutable(), known.Count > DaysAPage ? known[DaysAPage - 1] : null);
    }

    private static byte[] Json(Publication publication, ImmutableArray<ArchiveEntry> days, DateOnly? older) => Site.Json(json =>
    {
        json.WriteString("publication", publication.Name);
        json.WriteStartArray("days");
        foreach (var day in days)
        {
            json.WriteStartObject();
            json.WriteString("date", StorePaths.Iso(day.Date));
            json.WriteString("headline", day.Headline);
            json.WriteNumber("edition", day.Number);
            json.WriteString("kind", day.Kind.ToString().ToLowerInvariant());
            json.WriteString("publishedAt", Moment(day.PublishedAt));
            json.WriteString("url", publication.DayUrl(day.Date));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (older is { } date)
            json.WriteString("older", OlderUrl(publication, date));
    });

    private static byte[] Text(Publication publication, ImmutableArray<ArchiveEntry> days, DateOnly? older)
    {
        var text = new StringBuilder($"{publication.Name}: digests by day\n\n");
        foreach (var day in days)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{StorePaths.Iso(day.Date)}  {day.Headline}\n            Edition {day.Number}, {Moment(day.PublishedAt)}\n            {publication.DayUrl(day.Date)}\n");
        if (days.IsEmpty)
            text.Append("None is published yet.\n");
        if (older is { } date)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\nEarlier: {OlderUrl(publication, date)}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A ninjs 1.6 package: each day is an item to be fetched at its address.</summary>
    private static byte[] Ninjs(Publication publication, ImmutableArray<ArchiveEntry> days) => Site.Json(json =>
    {
        json.WriteString("uri", $"{publication.BaseUrl}/digests");
        json.WriteString("type", "composite");
        json.WriteString("headline", publication.Name);
        json.WriteString("language", "en");
        json.WriteStartObject("associations");
        foreach (var day in days)
        {
            json.WriteStartObject($"day-{StorePaths.Iso(day.Date)}");
            json.WriteString("uri", $"{publication.DayUrl(day.Date)}.ninjs.json");
            json.WriteString("type", "text");
            json.WriteString("headline", day.Headline);
            json.WriteString("version", day.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("versioncreated", Moment(day.PublishedAt));
            json.WriteString("pubstatus", day.Kind == EditionKind.Withdrawn ? "canceled" : "usable");
            json.WriteEndObject();
        }

        json.WriteEndObject();
    });

    private static string OlderUrl(Publication publication, DateOnly before) => $"{publication.BaseUrl}/digests?before={StorePaths.Iso(before)}";

    private static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
