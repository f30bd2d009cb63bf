using System.Globalization;
using Digest.Facts;
using Digest.News;
using Digest.Storage.Analytics;

namespace Digest.Storage.Tests.Analytics;

/// <summary>From an article to its names, whatever the service does.</summary>
public sealed class EnricherTests : IDisposable
{
    private readonly LanguageServer server = new() { Names = { ["Oleksandr Prokudin"] = "Person", ["Kherson"] = "Location", ["Red Cross"] = "Organization", ["Wednesday"] = "DateTime", ["three"] = "Quantity" } };
    private readonly SkippingClock clock = new();
    private readonly List<string> said = [];
    private readonly HttpClient http = RestEntityRecognizer.Client(TimeSpan.FromSeconds(20));

    public void Dispose()
    {
        http.Dispose();
        server.Dispose();
    }

    [Fact]
    public async Task NamesStandInTheArticleWhereTheyAreSaidToStand()
    {
        var article = Article(0);
        var enrichment = await Enricher().EnrichAsync(article);

        Assert.Equal((EnrichmentState.Complete, "2025-11-01"), (enrichment.State, enrichment.Model));
        Assert.Equal(
            ["Place Kherson", "Organisation Red Cross", "Person Oleksandr Prokudin", "Place Kherson"],
            enrichment.Mentions.Select(mention => $"{mention.Kind} {mention.Provenance.Evidence}"));
        Assert.All(enrichment.Mentions, mention => Assert.True(mention.Provenance.HoldsIn(article.Text)));
    }

    [Fact]
    public async Task NumbersAndDatesAreNeverTaken() =>
        Assert.DoesNotContain((await Enricher().EnrichAsync(Article(0))).Mentions, mention => mention.Provenance.Evidence is "three" or "Wednesday");

    [Theory]
    [InlineData(0.74, 0)]
    [InlineData(0.75, 4)]
    public async Task NamesTheServiceDoubtsAreLeftOut(double confidence, int expected)
    {
        server.Confidence = confidence;

        Assert.Equal(expected, (await Enricher().EnrichAsync(Article(0))).Mentions.Length);
    }

    /// <summary>An entity whose words do not stand at its offset is not the article's.</summary>
    [Theory]
    [InlineData("""{"category":"Person","offset":1,"length":6,"text":"Russia","confidenceScore":1}""")]
    [InlineData("""{"category":"Person","offset":-5,"length":6,"text":"Shelli","confidenceScore":1}""")]
    [InlineData("""{"category":"Person","offset":0,"length":2147483647,"text":"Shelling","confidenceScore":1}""")]
    [InlineData("""{"category":"Person","offset":0,"length":0,"text":"","confidenceScore":1}""")]
    [InlineData("""{"category":"Person","offset":99999,"length":4,"text":"Some","confidenceScore":1}""")]
    [InlineData("""{"category":"Person","offset":0,"length":8,"text":"Somebody","confidenceScore":1}""")]
    public async Task WhatDoesNotStandInTheTextIsDropped(string entity)
    {
        server.ThenBody("""{"results":{"documents":[{"id":"0","entities":[ENTITY],"warnings":[]}],"errors":[]}}""".Replace("ENTITY", entity, StringComparison.Ordinal));

        var enrichment = await Enricher().EnrichAsync(Article(0));

        Assert.Empty(enrichment.Mentions);
        Assert.Null(enrichment.Model);
    }

    [Fact]
    public async Task ALongArticleGoesInRequestsOfFiveDocuments()
    {
        var article = Long(12);

        var enrichment = await Enricher().EnrichAsync(article);

        Assert.Equal([2, 5, 5], server.Batches.Order());
        Assert.Equal(12 * 100, enrichment.Mentions.Count(mention => mention.Kind == NameKind.Place));
        Assert.All(enrichment.Mentions, mention => Assert.True(mention.Provenance.HoldsIn(article.Text)));
    }

    [Fact]
    public async Task ArticlesThatComeTogetherAreSentTogether()
    {
        var held = new TaskCompletionSource();
        server.Then(async (context, body) =>
        {
            await held.Task;
            await LanguageServer.WriteAsync(context, server.Answer(body).ToJsonString());
        });
        var enricher = Enricher();
        var first = enricher.EnrichAsync(Article(0));
        while (server.Requests.Count == 0)
            await Task.Delay(5);
        var others = Enumerable.Range(1, 10).Select(i => enricher.EnrichAsync(Article(i))).ToList();
        held.SetResult();

        foreach (var enrichment in await Task.WhenAll([first, .. others]))
            Assert.Equal(EnrichmentState.Complete, enrichment.State);
        Assert.Equal([1, 5, 5], server.Batches);
    }

    [Fact]
    public async Task ADocumentThatFailedForTheMomentIsSentAgainAlone()
    {
        server.ThenErrors("InternalServerError", null, 1, 3);

        var enrichment = await Enricher().EnrichAsync(Long(5));

        Assert.Equal(EnrichmentState.Complete, enrichment.State);
        Assert.Equal([5, 2], server.Batches);
        Assert.Equal(
            LanguageServer.Documents(server.Requests[0].Body).Where((_, i) => i is 1 or 3).Select(document => document!["text"]!.GetValue<string>()),
            LanguageServer.Documents(server.Requests[1].Body).Select(document => document!["text"]!.GetValue<string>()));
    }

    [Fact]
    public async Task ADocumentThatTheServiceWillNotReadLeavesAPart()
    {
        server.ThenErrors("InvalidArgument", "InvalidDocument", 0);

        var enrichment = await Enricher().EnrichAsync(Long(3));

        Assert.Equal(EnrichmentState.Partial, enrichment.State);
        Assert.Equal([3], server.Batches);
        Assert.Equal(200, enrichment.Mentions.Length);
    }

    /// <summary>One document that the service cannot take does not cost the others theirs.</summary>
    [Fact]
    public async Task ARequestThatIsNotTakenIsSentAgainInItsParts()
    {
        server.ThenStatus(413).ThenWell().ThenStatus(400).ThenWell();

        var enrichment = await Enricher().EnrichAsync(Long(3));

        Assert.Equal(EnrichmentState.Partial, enrichment.State);
        Assert.Equal([3, 1, 1, 1], server.Batches);
        Assert.Empty(said);
    }

    /// <summary>An address that is some other service's takes nothing: no article is to be written off for that.</summary>
    [Fact]
    public async Task AServiceThatHasTakenNothingYetIsAway()
    {
        for (var i = 0; i < 10; i++)
            server.ThenStatus(400);
        var enricher = Enricher();

        foreach (var article in new[] { Article(0), Long(3), Article(1) })
            Assert.Equal(Enrichment.Away, await enricher.EnrichAsync(article));

        Assert.Equal([1, 3, 1, 1], server.Batches);
        Assert.Contains("status 400", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitsAreAsLongAsTheServiceAsksAndALittleMore()
    {
        server.ThenStatus(429, "3").ThenStatus(429, "2");

        Assert.Equal(EnrichmentState.Complete, (await Enricher().EnrichAsync(Article(0))).State);
        Assert.Equal([3187, 2375], clock.Waits.Select(wait => wait.TotalMilliseconds));
    }

    [Theory]
    [InlineData(0.0, 0.25, 0.5, 1.0)]
    [InlineData(0.5, 0.375, 0.75, 1.5)]
    [InlineData(1.0, 0.5, 1.0, 2.0)]
    public void PausesDoubleAndAreSpread(double jitter, double first, double second, double third)
    {
        var options = new EnricherOptions { Jitter = () => jitter };

        Assert.Equal([first, second, third], Enumerable.Range(1, 3).Select(attempt => options.Pause(attempt, null).TotalSeconds));
    }

    /// <summary>Figures wait for nobody's names.</summary>
    [Theory]
    [InlineData("60")]
    [InlineData("2147483647")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task ALongWaitIsNotWaitedFor(string retryAfter)
    {
        server.ThenStatus(429, retryAfter);
        var enricher = Enricher();

        Assert.Equal(Enrichment.Away, await enricher.EnrichAsync(Article(0)));
        Assert.Equal(Enrichment.Away, await enricher.EnrichAsync(Article(1)));

        Assert.Empty(clock.Waits);
        Assert.Single(server.Requests);
        Assert.True(enricher.IsAway);
        Assert.Contains("too many requests", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOutageIsFoundOnceAndLooksAreFewUntilItIsOver()
    {
        for (var i = 0; i < 4; i++)
            server.ThenStatus(503);
        var enricher = Enricher();

        for (var i = 0; i < 20; i++)
            Assert.Equal(Enrichment.Away, await enricher.EnrichAsync(Article(i)));
        Assert.Equal(3, server.Requests.Count);

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Enrichment.Away, await enricher.EnrichAsync(Article(20)));
        Assert.Equal(4, server.Requests.Count);
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(EnrichmentState.Complete, (await enricher.EnrichAsync(Article(21))).State);
        Assert.Equal(3, said.Count);
        Assert.Equal("The text-analytics service is back.", said[^1]);
        Assert.DoesNotContain(said, sentence => sentence.Contains("Words of the service", StringComparison.Ordinal) || sentence.Contains("127.0.0.1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task WhereTheServiceIsNotForUsItIsAskedOnce(int status)
    {
        server.ThenStatus(status);
        var enricher = Enricher();

        Assert.Equal(Enrichment.Away, await enricher.EnrichAsync(Article(0)));
        Assert.Equal(Enrichment.Away, await enricher.EnrichAsync(Article(1)));

        Assert.Single(server.Requests);
        Assert.Contains(status.ToString(CultureInfo.InvariantCulture), Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AttemptsAreBounded()
    {
        // Each time another failure in between a success would have closed: documents fail alone, for ever.
        for (var i = 0; i < 10; i++)
            server.ThenErrors("ServiceUnavailable", null, 0);

        Assert.Equal(Enrichment.Away, await Enricher().EnrichAsync(Article(0)));
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task WhateverAClientThrowsAnArticleIsReadWithoutIt() =>
        Assert.Equal(Enrichment.Away, await new Enricher(new Thrower(), clock).EnrichAsync(Article(0)));

    [Fact]
    public async Task ACallerWhoGivesUpHasNoAnswer()
    {
        server.ThenSilence();
        using var cancel = new CancellationTokenSource();
        var asked = Enricher().EnrichAsync(Article(0), cancel.Token);
        while (server.Requests.Count == 0)
            await Task.Delay(5);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    private Enricher Enricher() => new(new RestEntityRecognizer(http, server.Endpoint, "secret1", null, clock), clock, new() { AtOnce = 1, Jitter = () => 0.5 }, said.Add);

    private static Article Article(int number) => ArticleReader.FromText("a.txt", $"""
        Shelling of Kherson kills people

        Shelling killed three people on street {number} on Wednesday, the Red Cross and the governor, Oleksandr Prokudin, said in Kherson.
        """);

    /// <summary>An article that makes so many documents, each of a hundred sentences with a place.</summary>
    private static Article Long(int documents)
    {
        // 51 text elements with the space or line end that follows: a hundred of them fill a document.
        var sentence = "The mayor of Kherson said that the bridge was hit.";
        var block = string.Join(' ', Enumerable.Repeat(sentence, 100));
        return new Article
        {
            Id = "long",
            Name = "long.txt",
            Text = string.Join('\n', Enumerable.Repeat(block, documents)),
            Blocks = [.. Enumerable.Range(0, documents).Select(i => new TextBlock(BlockKind.Paragraph, new(i * (block.Length + 1), (i * (block.Length + 1)) + block.Length)))],
        };
    }

    private sealed class Thrower : IEntityRecognizer
    {
        public Task<RecognitionReply> RecognizeAsync(System.Collections.Immutable.ImmutableArray<string> documents, CancellationToken cancel) => throw new InvalidOperationException("A client's own fault.");
    }
}
