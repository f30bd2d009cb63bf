using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Azure;
using Azure.AI.TextAnalytics;
using Azure.Identity;

namespace Digest.Storage.Analytics;

/// <summary>The service through the official client. It asks the service to keep no log of the texts; the client counts offsets in UTF-16 code units.</summary>
/// <param name="timeout">Of a request as a whole; the client's own is for each read from the network.</param>
public sealed class OfficialEntityRecognizer(TextAnalyticsClient client, TimeSpan timeout, TimeProvider clock) : IEntityRecognizer
{
    private static readonly TextAnalyticsRequestOptions Options = new() { DisableServiceLogs = true };

    public async Task<RecognitionReply> RecognizeAsync(ImmutableArray<string> documents, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            var inputs = documents.Select((text, i) => new TextDocumentInput(i.ToString(CultureInfo.InvariantCulture), text) { Language = "en" });
            var results = (await client.RecognizeEntitiesBatchAsync(inputs, Options, either.Token)).Value;
            // The client gives the results in the order of the documents.
            return new RecognitionReply.Answered([.. results.Select(Reply)], results.ModelVersion);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new RecognitionReply.Unavailable("it did not answer in time");
        }
        catch (RequestFailedException error)
        {
            return error.Status == 0
                ? new RecognitionReply.Unavailable($"no answer ({error.InnerException?.GetType().Name ?? nameof(RequestFailedException)})")
                : RestEntityRecognizer.Failure((HttpStatusCode)error.Status, RetryAfter(error.GetRawResponse()));
        }
        catch (AuthenticationFailedException)
        {
            return new RecognitionReply.Denied("the app's identity could not sign in");
        }
    }

    // Reading the entities of a result that has an error throws.
    private static DocumentReply Reply(RecognizeEntitiesResult result) => result.HasError
        ? new([], result.Error.ErrorCode.ToString())
        : new([.. result.Entities.Select(entity => new RecognizedEntity(entity.Category.ToString(), entity.Offset, entity.Length, entity.Text, entity.ConfidenceScore))]);

    private TimeSpan? RetryAfter(Response? response)
    {
        if (response is null || !response.Headers.TryGetValue("Retry-After", out var value))
            return null;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && date > clock.GetUtcNow() ? date - clock.GetUtcNow() : null;
    }
}
