using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;

namespace Digest.Storage.Analytics;

/// <summary>
/// The service as it is spoken to over HTTP: <c>POST /language/:analyze-text</c>, kind EntityRecognition, api-version 2023-04-01. It asks the service to keep no log of the texts.
/// </summary>
/// <param name="http">Its timeout is that of a request; it must not follow redirects, which would take a key along.</param>
/// <param name="key">Null to sign in with <paramref name="identity"/>.</param>
public sealed class RestEntityRecognizer(HttpClient http, Uri endpoint, string? key, TokenCredential? identity, TimeProvider clock) : IEntityRecognizer
{
    private static readonly string[] Scopes = ["https://cognitiveservices.azure.com/.default"];

    private readonly Uri address = new(endpoint, "language/:analyze-text?api-version=2023-04-01");

    /// <summary>A client with the bounds that a request is to have.</summary>
    public static HttpClient Client(TimeSpan timeout) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = timeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = timeout,
        // Five documents of 5,120 characters have no more names than fit into it.
        MaxResponseContentBufferSize = 4 * 1024 * 1024,
    };

    public async Task<RecognitionReply> RecognizeAsync(ImmutableArray<string> documents, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        // Signing in counts too.
        limit.CancelAfter(http.Timeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(Body(documents)) };
            request.Content.Headers.ContentType = new("application/json");
            if (key is not null)
                request.Headers.Add("Ocp-Apim-Subscription-Key", key);
            else if (identity is not null)
                request.Headers.Authorization = new("Bearer", (await identity.GetTokenAsync(new(Scopes), limit.Token)).Token);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, limit.Token);
            return response.IsSuccessStatusCode
                ? AnalyzeTextJson.Read(await response.Content.ReadAsByteArrayAsync(limit.Token), documents.Length)
                : Failure(response.StatusCode, RetryAfter(response.Headers.RetryAfter));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new RecognitionReply.Unavailable("it did not answer in time");
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            // Its words may hold an address; its kind says enough.
            return new RecognitionReply.Unavailable(error is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown and var kind } ? $"no answer ({kind})" : $"no answer ({error.GetType().Name})");
        }
        catch (AuthenticationFailedException)
        {
            return new RecognitionReply.Denied("the app's identity could not sign in");
        }
    }

    internal static RecognitionReply Failure(HttpStatusCode status, TimeSpan? retryAfter) => (int)status switch
    {
        429 => new RecognitionReply.Throttled(retryAfter),
        400 or 413 => new RecognitionReply.BadRequest(Said(status)),
        401 or 403 or 404 or (>= 300 and < 400) => new RecognitionReply.Denied(Said(status)),
        _ => new RecognitionReply.Unavailable(Said(status), retryAfter),
    };

    private static string Said(HttpStatusCode status) => string.Create(CultureInfo.InvariantCulture, $"it answered with status {(int)status}");

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) => header switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } => date - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
        _ => null,
    };

    private static byte[] Body(ImmutableArray<string> documents)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("kind", "EntityRecognition");
            json.WriteStartObject("parameters");
            json.WriteString("modelVersion", "latest");
            json.WriteBoolean("loggingOptOut", value: true);
            json.WriteString("stringIndexType", "Utf16CodeUnit");
            json.WriteEndObject();
            json.WriteStartObject("analysisInput");
            json.WriteStartArray("documents");
            for (var i = 0; i < documents.Length; i++)
            {
                json.WriteStartObject();
                json.WriteString("id", i.ToString(CultureInfo.InvariantCulture));
                json.WriteString("language", "en");
                json.WriteString("text", documents[i]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
