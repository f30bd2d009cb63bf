using Digest.Functions.Http;
using Digest.Storage;
using Digest.Storage.Flow;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Digest.Functions;

/// <summary>The publication's feeds over its days.</summary>
public sealed class Feed(DigestFlow flow)
{
    [Function(nameof(Feed))]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "feeds/{file}")] HttpRequest request, string file, CancellationToken cancel)
    {
        if (!EditionFeed.Names.Contains(file, StringComparer.Ordinal))
            return Site.NotFound(flow, request, $"There is no feed “{Site.Echo(file)}”; there are {string.Join(", ", EditionFeed.Names)}.");
        return await EditionFeed.FindAsync(flow, file, cancel) is { } feed
            ? new Reply(StatusCodes.Status200OK, ContentTypes.Of($"/{file}"), feed.Content) { CacheControl = "public, max-age=60", LastModified = feed.Entry.LastModified, IsOpen = true }
            : Site.NotFound(flow, request, "No digest is published yet; the feed begins with the first.");
    }
}
