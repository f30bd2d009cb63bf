using Digest.Functions.Http;
using Digest.Rendering;
using Digest.Rendering.Outputs;
using Digest.Storage.Flow;
using Digest.Storage.Subscriptions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Digest.Functions;

/// <summary>
/// The address in each mail. A POST ends the subscription at once (RFC 8058: what the mail program's button sends, without cookie or login); a GET only shows a page with a button, because mail
/// scanners follow links.
/// </summary>
public sealed class Unsubscribe(DigestFlow flow)
{
    [Function(nameof(Unsubscribe))]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "u/{token}")] HttpRequest request, string token, CancellationToken cancel)
    {
        var publication = flow.Settings.Publication;
        if (token == Recipient.Preview.Token)
            return Site.Problem(flow, request, StatusCodes.Status404NotFound, "This is a preview", "The mail that you came from was a preview: it was sent to nobody, and there is nothing to end.");
        if (Subscribers.IdOfToken(flow, token) is null)
            return Unknown(request);
        if (!HttpMethods.IsPost(request.Method))
            return Reply.Html(StatusCodes.Status200OK, SitePages.Unsubscribe(publication, flow.Templates));
        // What the body says is not read: whoever has the token and posts it means it.
        return await Subscribers.UnsubscribeAsync(flow, token, cancel)
            ? Reply.Html(StatusCodes.Status200OK, SitePages.Message(publication, new("You are unsubscribed", [$"No more mail from {publication.Name} will be sent to this address."], []), flow.Templates))
            : Unknown(request);
    }

    private Reply Unknown(HttpRequest request) => Site.Problem(flow, request, StatusCodes.Status404NotFound, "This link does not work", "It is incomplete, or it is not one of ours. Use the link of a mail that you got, whole,",
        $"or write to {flow.Settings.Publication.ContactAddress}.");
}
