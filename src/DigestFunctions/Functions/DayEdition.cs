using Digest.Functions.Http;
using Digest.Storage.Flow;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Digest.Functions;

/// <summary>The last edition of a day, or of the latest day: the suffix says in which form, else the Accept header.</summary>
public sealed class DayEdition(DigestFlow flow)
{
    [Function(nameof(DayEdition))]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "digests/{day}")] HttpRequest request, string day, CancellationToken cancel) =>
        await EditionReplies.OfDayAsync(flow, request, day, cancel);
}
