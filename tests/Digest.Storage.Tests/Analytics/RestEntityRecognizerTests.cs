using System.Collections.Immutable;
using Azure.Core;
using Azure.Identity;
using Digest.Storage.Analytics;

namespace Digest.Storage.Tests.Analytics;

/// <summary>What is asked, and what each answer means.</summary>
public sealed class RestEntityRecognizerTests : IDisposable
{
    private readonly LanguageServer server = new() { Names = { ["Prokudin"] = "Person", ["Kherson"] = "Location" } };
    private readonly HttpClient http = RestEntityRecognizer.Client(TimeSpan.FromSeconds(20));

    public void Dispose()
    {
        http.Dispose();
        server.Dispose();
    }

    [Fact]
    public async Task ARequestIsOfTheDocumentedForm()
    {
        await AskAsync("Prokudin spoke.", "Nobody did.");

        var (body, headers, path) = Assert.Single(server.Requests);
        Assert.Equal("/language/:analyze-text?api-version=2023-04-01", path);
        Assert.Equal("secret1", headers["Ocp-Apim-Subscription-Key"]);
        Assert.Equal("application/json", headers["Content-Type"]);
        Assert.Equal(
            """{"kind":"EntityRecognition","parameters":{"modelVersion":"latest","loggingOptOut":true,"stringIndexType":"Utf16CodeUnit"},"analysisInput":{"documents":[{"id":"0","language":"en","text":"Prokudin spoke."},{"id":"1","language":"en","text":"Nobody did."}]}}""",
            body.ToJsonString());
    }

    [Fact]
    public async Task AnAnswerGivesEachDocumentItsNames()
    {
        var answer = Assert.IsType<RecognitionReply.Answered>(await AskAsync("In Kherson.", "Prokudin spoke in Kherson."));

        Assert.Equal("2025-11-01", answer.Model);
        Assert.Equal(new("Location", 3, 7, "Kherson", 0.98), Assert.Single(answer.Documents[0].Entities));
        Assert.Equal<RecognizedEntity>([new("Person", 0, 8, "Prokudin", 0.98), new("Location", 18, 7, "Kherson", 0.98)], answer.Documents[1].Entities.AsEnumerable());
    }

    /// <summary>As the specification's example has it, subcategory and all.</summary>
    [Fact]
    public async Task ThePublishedExampleIsRead()
    {
        server.ThenBody("""
            {"kind":"EntityRecognitionResults","results":{"documents":[{"entities":[
            {"category":"Location","confidenceScore":0.55,"length":5,"offset":33,"subcategory":"GPE","text":"Delta"}],"id":"0","warnings":[]}],"errors":[],"modelVersion":"2020-04-01"}}
            """);

        var answer = Assert.IsType<RecognitionReply.Answered>(await AskAsync("Some forty characters of text, or Delta."));

        Assert.Equal(new("Location", 33, 5, "Delta", 0.55), Assert.Single(Assert.Single(answer.Documents).Entities));
    }

    [Theory]
    [InlineData("InvalidArgument", "InvalidDocument", "InvalidDocument", false)]
    [InlineData("InvalidArgument", "UnsupportedLanguageCode", "UnsupportedLanguageCode", false)]
    [InlineData("InvalidDocument", null, "InvalidDocument", false)]
    [InlineData("InternalServerError", null, "InternalServerError", true)]
    [InlineData("ServiceUnavailable", null, "ServiceUnavailable", true)]
    public async Task ADocumentThatFailsAloneLeavesTheOthers(string code, string? inner, string expected, bool isTransient)
    {
        server.ThenErrors(code, inner, 1);

        var answer = Assert.IsType<RecognitionReply.Answered>(await AskAsync("Prokudin spoke.", "Kherson was hit.", "In Kherson."));

        Assert.Equal([null, expected, null], answer.Documents.Select(document => document.ErrorCode));
        Assert.Equal(isTransient, answer.Documents[1].IsTransient);
        Assert.Equal("Kherson", Assert.Single(answer.Documents[2].Entities).Text);
    }

    [Theory]
    [InlineData(400, nameof(RecognitionReply.BadRequest))]
    [InlineData(413, nameof(RecognitionReply.BadRequest))]
    [InlineData(401, nameof(RecognitionReply.Denied))]
    [InlineData(403, nameof(RecognitionReply.Denied))]
    [InlineData(404, nameof(RecognitionReply.Denied))]
    [InlineData(302, nameof(RecognitionReply.Denied))]
    [InlineData(429, nameof(RecognitionReply.Throttled))]
    [InlineData(408, nameof(RecognitionReply.Unavailable))]
    [InlineData(500, nameof(RecognitionReply.Unavailable))]
    [InlineData(503, nameof(RecognitionReply.Unavailable))]
    public async Task AStatusSaysWhatIsToBeDone(int status, string expected)
    {
        server.ThenStatus(status);

        var reply = await AskAsync("Prokudin spoke.");

        Assert.Equal(expected, reply.GetType().Name);
        Assert.DoesNotContain("Words of the service", reply.ToString(), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Wed, 22 Nov 2023 12:00:30 GMT", 30)]
    [InlineData("Wed, 22 Nov 2023 11:00:00 GMT", 0)]
    [InlineData(null, null)]
    [InlineData("soon", null)]
    public async Task HowLongToWaitIsRead(string? header, int? seconds)
    {
        server.ThenStatus(429, header).ThenStatus(503, header);
        TimeSpan? expected = seconds is { } known ? TimeSpan.FromSeconds(known) : null;

        Assert.Equal(expected, Assert.IsType<RecognitionReply.Throttled>(await AskAsync("A.")).RetryAfter);
        Assert.Equal(expected, Assert.IsType<RecognitionReply.Unavailable>(await AskAsync("A.")).RetryAfter);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("<html>Sign in to the hotel's network</html>")]
    [InlineData("""{"results":{}}""")]
    [InlineData("""{"results":{"documents":[]}}""")]
    [InlineData("""{"results":{"documents":[{"id":"0"}]}}""")]
    [InlineData("""{"results":{"documents":[{"id":0,"entities":[]}]}}""")]
    [InlineData("""{"results":{"documents":[{"id":"7","entities":[]}]}}""")]
    [InlineData("""{"results":{"documents":[{"id":"-1","entities":[]}]}}""")]
    [InlineData("""{"results":{"documents":[{"id":"0","entities":[{"category":"Person","offset":"x","length":1,"text":"A","confidenceScore":1}]}]}}""")]
    [InlineData("""{"results":{"documents":[{"id":"0","entities":[{"category":"Person","offset":1.5,"length":1,"text":"A","confidenceScore":1}]}]}}""")]
    [InlineData("""{"results":{"documents":[{"id":"0","entities":null}]}}""")]
    [InlineData("""{"results":{"documents":[],"errors":[{"id":"0","error":{}}]}}""")]
    public async Task WhatIsNoAnswerIsNone(string body)
    {
        server.ThenBody(body);

        Assert.IsType<RecognitionReply.Unavailable>(await AskAsync("A."));
    }

    [Fact]
    public async Task AnAnswerWithoutEndIsNotReadToItsEnd()
    {
        server.Then(async (context, _) =>
        {
            var block = new byte[1024 * 1024];
            Array.Fill(block, (byte)' ');
            for (var i = 0; i < 64; i++)
                await context.Response.OutputStream.WriteAsync(block);
        });

        Assert.IsType<RecognitionReply.Unavailable>(await AskAsync("A."));
    }

    [Fact]
    public async Task SilenceHasAnEnd()
    {
        server.ThenSilence();
        using var hasty = RestEntityRecognizer.Client(TimeSpan.FromMilliseconds(300));

        var reply = await new RestEntityRecognizer(hasty, server.Endpoint, "secret1", null, new TestClock()).RecognizeAsync(["A."], default);

        Assert.Equal(new RecognitionReply.Unavailable("it did not answer in time"), reply);
    }

    [Fact]
    public async Task NobodyThereIsToldFromACallerWhoGaveUp()
    {
        server.Dispose();
        Assert.IsType<RecognitionReply.Unavailable>(await AskAsync("A."));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Recognizer().RecognizeAsync(["A."], new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task AnIdentitySignsInAsABearer()
    {
        var identity = new OneToken();
        await new RestEntityRecognizer(http, server.Endpoint, null, identity, new TestClock()).RecognizeAsync(["A."], default);

        Assert.Equal("Bearer token1", Assert.Single(server.Requests).Headers["Authorization"]);
        Assert.Equal("https://cognitiveservices.azure.com/.default", Assert.Single(identity.Scopes));
    }

    [Fact]
    public async Task AnIdentityThatCannotSignInIsToBeSetRight() =>
        Assert.IsType<RecognitionReply.Denied>(await new RestEntityRecognizer(http, server.Endpoint, null, new NoToken(), new TestClock()).RecognizeAsync(["A."], default));

    [Fact]
    public async Task HalfACharacterMovesNothing()
    {
        var answer = Assert.IsType<RecognitionReply.Answered>(await AskAsync("\uD83D Prokudin spoke."));

        Assert.Equal(2, Assert.Single(answer.Documents[0].Entities).Offset);
        Assert.Equal("\uFFFD Prokudin spoke.", LanguageServer.Documents(server.Requests[0].Body)[0]!["text"]!.GetValue<string>());
    }

    private RestEntityRecognizer Recognizer() => new(http, server.Endpoint, "secret1", null, new TestClock());

    private Task<RecognitionReply> AskAsync(params string[] documents) => Recognizer().RecognizeAsync([.. documents], default);

    private sealed class OneToken : TokenCredential
    {
        public ImmutableArray<string> Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = [.. requestContext.Scopes];
            return new("token1", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }

    private sealed class NoToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new CredentialUnavailableException("No identity here.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new CredentialUnavailableException("No identity here.");
    }
}
