using Digest.Functions.Http;
using Digest.Storage.Flow;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Digest.Functions;

/// <summary>The published days, latest first.</summary>
public sealed class Archive(DigestFlow flow)
{
    [Function(nameof(Archive))]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "digests")] HttpRequest request, CancellationToken cancel) =>
        await ArchiveReplies.ListAsync(flow, request, cancel);
}
