using Digest.Functions.Http;
using Digest.Storage.Flow;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Digest.Functions;

/// <summary>One edition of a day by its number. It never changes.</summary>
public sealed class NumberedEdition(DigestFlow flow)
{
    [Function(nameof(NumberedEdition))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "digests/{day}/editions/{number}")] HttpRequest request, string day, string number, CancellationToken cancel) =>
        await EditionReplies.NumberedAsync(flow, request, day, number, cancel);
}
