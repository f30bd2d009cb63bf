using Digest.Functions.Http;
using Digest.Storage;
using Digest.Storage.Flow;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Digest.Functions;

/// <summary>A day as it stands now, for the newsroom: whoever asks needs the function's key.</summary>
public sealed class Draft(DigestFlow flow)
{
    [Function(nameof(Draft))]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "drafts/{day}")] HttpRequest request, string day, CancellationToken cancel)
    {
        if (!DigestFormat.TrySplit(day, out var name, out var format) || !StorePaths.TryDate(name, out var date))
            return Site.BadRequest(flow, request, $"“{Site.Echo(day)}” is no draft; expected a date as 2023-11-22, with one of {DigestFormat.Suffixes} or without.");
        var file = (format ?? DigestFormat.Accepted(request.Headers)).File;
        return await Drafts.ReadFileAsync(flow, date, file, cancel) is { } content
            ? new Reply(StatusCodes.Status200OK, ContentTypes.Of($"/{file}"), content) { CacheControl = "private, no-cache", IsNegotiated = format is null }
            : Site.NotFound(flow, request, $"No article tells of {StorePaths.Iso(date)}, or its draft is still being made.");
    }
}
