using System.Collections.Immutable;
using Digest.Editions;
using Digest.Functions.Http;
using Digest.Rendering;
using Digest.Storage.Flow;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Digest.Functions;

/// <summary>
/// The pages that every digest links to, and an answer that helps where there is nothing. Its route takes any address, and the host tries routes in the order of the functions' names:
/// its name must be the last of them.
/// </summary>
public sealed class WebPages(DigestFlow flow)
{
    [Function(nameof(WebPages))]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{*path}")] HttpRequest request, string? path, CancellationToken cancel)
    {
        var publication = flow.Settings.Publication;
        return (path ?? "").TrimEnd('/') switch
        {
            "" => await ArchiveReplies.ListAsync(flow, request, cancel),
            "method" => Lasting(SitePages.Method(publication, flow.Templates)),
            "corrections" => Lasting(SitePages.Corrections(publication, await AmendedAsync(cancel), flow.Templates)),
            "report-error" => Lasting(SitePages.ReportError(publication, flow.Templates)),
            "robots.txt" => new Reply(StatusCodes.Status200OK, "text/plain; charset=utf-8", "User-agent: *\nDisallow: /u/\nDisallow: /drafts/\n"u8.ToArray()) { CacheControl = "public, max-age=86400" },
            "openapi.json" => new Reply(StatusCodes.Status200OK, "application/json", OpenApi.Value) { CacheControl = "public, max-age=86400", IsOpen = true },
            var other => Site.NotFound(flow, request, $"Nothing is at “/{Site.Echo(other)}”.", "A day’s digest is at /digests/ and its date, as /digests/2023-11-22."),
        };
    }

    /// <summary>What can be asked of the app, for programs: Http/openapi.json.</summary>
    private static readonly Lazy<byte[]> OpenApi = new(() =>
    {
        using var resource = typeof(WebPages).Assembly.GetManifestResourceStream("openapi.json")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    });

    private static Reply Lasting(string html) => Reply.Html(StatusCodes.Status200OK, html) with { CacheControl = "public, max-age=300" };

    private async Task<ImmutableArray<ArchiveEntry>> AmendedAsync(CancellationToken cancel) =>
        [.. (await ArchiveReplies.DaysAsync(flow, null, cancel)).Days.Where(day => day.Kind is EditionKind.Correction or EditionKind.Withdrawn)];
}
