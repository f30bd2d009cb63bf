using System.Text;
using System.Text.Json.Nodes;
using Digest.Facts;
using Digest.Storage.Analytics;
using Digest.Storage.Flow;
using Digest.Storage.Tests.Analytics;

namespace Digest.Storage.Tests.Flow;

/// <summary>What a text-analytics service may change in a digest, and what it may not.</summary>
public sealed class EnrichmentFlowTests(FolderPlace place) : IClassFixture<FolderPlace>, IDisposable
{
    private static readonly string[] Fields = ["person", "organisation", "place", "people", "organisations", "places", "names", "schemaVersion"];

    private const string Sentence = "A text-analytics service completes the list of people, organisations and places in the data files. No figure, claimant, quotation or event comes from it.";

    private readonly LanguageServer server = new()
    {
        Names = { ["Oleksandr Prokudin"] = "Person", ["Prokudin"] = "Person", ["Antonivka"] = "Location", ["Kherson"] = "Location", ["Blue Lantern Relief"] = "Organization", ["Ivan Franko"] = "Person" },
    };

    private readonly TestClock clock = new(DateTimeOffset.UtcNow);
    private readonly HttpClient http = RestEntityRecognizer.Client(TimeSpan.FromSeconds(20));

    public void Dispose()
    {
        http.Dispose();
        server.Dispose();
    }

    private static byte[] Article(string killed) => Encoding.UTF8.GetBytes($"""
        {Encoding.UTF8.GetString(Some.Article(killed))}

        Volunteers of Blue Lantern Relief came to Ivan Franko Street in Antonivka.
        """);

    [Fact]
    public async Task WithoutAServiceADraftIsTheBytesOfDigestBuild()
    {
        var run = Run(enriched: false);
        await UploadAsync(run, ("a.txt", Article("three")));

        Assert.Equal(FlowRun.Built([("a.txt", Article("three"))], clock.GetUtcNow()), await run.DraftsAsync());
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task WithAServiceTheDigestListsNamesAndSaysWhereTheyComeFrom()
    {
        var run = Run();
        await UploadAsync(run, ("a.txt", Article("three")));
        var files = await run.DraftsAsync();

        var names = JsonNode.Parse(files["2023-11-22/digest.json"])!["names"]!;
        Assert.Equal(
            ["person Oleksandr Prokudin True True", "organisation Blue Lantern Relief False True", "place Antonivka False True", "place Kherson True True"],
            names["entries"]!.AsArray().Select(entry => $"{entry!["kind"]} {entry["name"]} {(bool)entry["byRules"]!} {(bool)entry["byService"]!}"));
        Assert.Equal("Oleksandr Prokudin", (string?)JsonNode.Parse(files["2023-11-22/ninjs-1.6.json"])!["person"]![0]!["name"]);
        Assert.Equal("Blue Lantern Relief", (string?)JsonNode.Parse(files["2023-11-22/ninjs-3.1.json"])!["organisations"]![0]!["name"]);
        Assert.Contains(Sentence, files["2023-11-22/page.html"], StringComparison.Ordinal);
    }

    /// <summary>The promise: whatever the service says, all that differs is the list of names and the sentence about it.</summary>
    [Theory]
    [InlineData("three")]
    [InlineData("at least 12")]
    public async Task NoFigureClaimantQuotationOrEventIsAnyOther(string killed)
    {
        // A service gone mad: every word is a person, an organisation and a place.
        foreach (var word in Encoding.UTF8.GetString(Article(killed)).Split([' ', '\n', ',', '.', '"', '—'], StringSplitOptions.RemoveEmptyEntries))
            server.Names[word] = (word.Length % 3) switch { 0 => "Person", 1 => "Organization", _ => "Location" };
        var (with, without) = (Run(), Run(enriched: false));
        foreach (var run in new[] { with, without })
            await UploadAsync(run, ("a.txt", Article(killed)), ("b.txt", Some.UndatedArticle()), ("c.txt", Some.Article("four", town: "Kharkiv")));

        var (enriched, plain) = (await with.DraftsAsync(), await without.DraftsAsync());

        Assert.Equal(plain.Keys, enriched.Keys);
        Assert.NotEqual(plain["2023-11-22/digest.json"], enriched["2023-11-22/digest.json"]);
        foreach (var (name, text) in plain)
            Assert.Equal(Comparable(name, text), Comparable(name, enriched[name]));
    }

    [Fact]
    public async Task OneTextIsAskedAboutOnceHoweverOftenItIsUploadedAndRead()
    {
        var run = Run();
        await UploadAsync(run, ("a.txt", Article("three")), ("b.txt", Article("three")));
        await Ingest.RunAsync(run.Flow, "articles/a.txt", again: true);

        Assert.Single(server.Requests);
        Assert.Equal(2, (await FactsAsync(run)).Count(facts => facts.Enrichment!.State == EnrichmentState.Complete));
    }

    [Fact]
    public async Task TheSameEnrichmentGivesTheSameBytesInWhateverOrder()
    {
        var articles = new[] { ("a.txt", Article("three")), ("b.txt", Some.UndatedArticle()), ("c.txt", Some.Article("four", town: "Kharkiv")), ("d.txt", Article("three")) };
        var (one, other) = (Run(), Run());
        await UploadAsync(one, articles);
        Array.Reverse(articles);
        await UploadAsync(other, articles);

        Assert.Equal(await one.DraftsAsync(), await other.DraftsAsync());
    }

    [Fact]
    public async Task WhereTheServiceIsAwayTheDigestGoesOutAndSaysSo()
    {
        server.ThenStatus(503);
        var run = Run(new() { Attempts = 1 });
        await UploadAsync(run, ("a.txt", Article("three")));
        await UploadAsync(run, ("b.txt", Some.Article("four", town: "Kharkiv")));
        clock.Advance(TimeSpan.FromDays(1));
        var edition = Assert.Single(await Publish.RunDueAsync(run.Flow));

        var page = Encoding.UTF8.GetString((await run.Flow.Blobs.ReadAsync($"editions/daily/2023-11-22/{edition.Number}/page.html", 1 << 20) as BlobReading.Found)!.Content.Span);
        Assert.Contains("It was away for one article, so the list is not whole. No figure, claimant, quotation or event comes from it.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatItWasAwayForIsMadeUpForWhenItIsBack()
    {
        server.ThenStatus(401);
        var enricherClock = new SkippingClock();
        var run = Run(clock: enricherClock);
        await UploadAsync(run, ("a.txt", Article("three")));
        await UploadAsync(run, ("b.txt", Some.Article("four", town: "Kharkiv")));
        Assert.Equal([EnrichmentState.Away, EnrichmentState.Away], (await FactsAsync(run)).Select(facts => facts.Enrichment!.State));
        Assert.Contains("the list in the data files holds what our rules name", (await run.DraftsAsync())["2023-11-22/page.html"], StringComparison.Ordinal);
        Assert.Equal(0, (await Reconcile.RunAsync(run.Flow)).Enriched);
        Assert.Single(server.Requests);

        enricherClock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(2, (await Reconcile.RunAsync(run.Flow)).Enriched);
        await ReadOrderedAsync(run);
        await run.WorkAsync(1);

        Assert.DoesNotContain("away", JsonNode.Parse((await run.DraftsAsync())["2023-11-22/digest.json"])!["names"]!["entries"]!.ToJsonString(), StringComparison.Ordinal);
        var never = Run();
        await UploadAsync(never, ("a.txt", Article("three")), ("b.txt", Some.Article("four", town: "Kharkiv")));
        Assert.Equal(await never.DraftsAsync(), await run.DraftsAsync());
        Assert.Equal(0, (await Reconcile.RunAsync(run.Flow)).Enriched);
        Assert.Empty(await NamesAsync(run, StorePaths.Unenriched));
    }

    [Fact]
    public async Task AnEditionThatIsOutIsNotPublishedAgainBecauseNamesCameIn()
    {
        server.ThenStatus(401);
        var enricherClock = new SkippingClock();
        var run = Run(clock: enricherClock);
        await UploadAsync(run, ("a.txt", Article("three")));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Single(await Publish.RunDueAsync(run.Flow));
        enricherClock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, (await Reconcile.RunAsync(run.Flow)).Enriched);
        await ReadOrderedAsync(run);
        await run.WorkAsync(1);

        clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await Publish.RunDueAsync(run.Flow));
    }

    [Fact]
    public async Task AnEnrichmentThatIsNotOursIsAskedForAnew()
    {
        var run = Run();
        await UploadAsync(run, ("a.txt", Article("three")));
        var stored = Assert.Single(await NamesAsync(run, StorePaths.Enrichments));
        await run.Flow.Blobs.WriteAsync(stored, Encoding.UTF8.GetBytes("""{"state":"complete","mentions":[{"kind":"person","span":{"start":0,"end":3},"evidence":"Xyz"}]}"""), WriteCondition.None);

        await Ingest.RunAsync(run.Flow, "articles/a.txt", again: true);

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(EnrichmentState.Complete, Assert.Single(await FactsAsync(run)).Enrichment!.State);
    }

    private FlowRun Run(EnricherOptions? options = null, bool enriched = true, TimeProvider? clock = null)
    {
        var time = clock ?? this.clock;
        return new(place.Open($"enrichment-{Guid.NewGuid():N}", this.clock), this.clock,
            enricher: enriched ? new(new RestEntityRecognizer(http, server.Endpoint, "secret1", null, time), time, options) : null);
    }

    private static async Task UploadAsync(FlowRun run, params (string Name, byte[] Content)[] articles)
    {
        foreach (var (name, content) in articles)
        {
            await run.UploadAsync(name, content);
            await Ingest.RunAsync(run.Flow, $"articles/{name}");
        }

        await run.WorkAsync(1);
    }

    private static async Task ReadOrderedAsync(FlowRun run)
    {
        while (await run.Stores.Queue.ReceiveAsync(StorePaths.ArticleQueue, 4, TimeSpan.FromMinutes(1)) is { IsEmpty: false } orders)
        {
            foreach (var order in orders)
            {
                var article = FlowJson.Read<ArticleOrder>(order.Body);
                await Ingest.RunAsync(run.Flow, article.Name, article.Again);
                await run.Stores.Queue.CompleteAsync(order);
            }
        }
    }

    private static async Task<List<ArticleFacts>> FactsAsync(FlowRun run)
    {
        var facts = new List<ArticleFacts>();
        foreach (var name in await NamesAsync(run, "facts/"))
            facts.Add(FactRecord.Read(((BlobReading.Found)await run.Flow.Blobs.ReadAsync(name, 1 << 20)).Content).Facts!);
        return facts;
    }

    private static async Task<List<string>> NamesAsync(FlowRun run, string prefix)
    {
        var names = new List<string>();
        await foreach (var entry in run.Flow.Blobs.ListAsync(prefix))
            names.Add(entry.Name);
        return names;
    }

    /// <summary>A file without the names and without the sentence that speaks of them.</summary>
    private static string Comparable(string name, string text)
    {
        if (name.EndsWith(".json", StringComparison.Ordinal) && JsonNode.Parse(text) is JsonObject document)
        {
            foreach (var field in Fields)
                document.Remove(field);
            text = document.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        }

        // Mail bodies wrap their lines.
        text = string.Join(' ', text.Replace("=\n", "", StringComparison.Ordinal).Replace("=\r\n", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        // On the page in a paragraph, in ninjs after an escaped line end, elsewhere after a space.
        foreach (var written in new[] { $" <p>{Sentence}</p>", $"\\n{Sentence}", $" {Sentence}" })
            text = text.Replace(written, "", StringComparison.Ordinal);
        return text;
    }
}
