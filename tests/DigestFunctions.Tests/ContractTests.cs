using System.Net;
using System.Text;
using Digest.Functions.Hosting;

namespace Digest.Functions.Tests;

/// <summary>What the Functions host finds in the app's folder, and what it is told when it asks for what is not there.</summary>
public sealed class ContractTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("digest-app-");
    private StartedApp app = null!;

    public async Task InitializeAsync() => app = await StartedApp.StartAsync(AppPlace.OfFolder(folder.FullName));

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("IngestArticle", """{"type":"blobTrigger","direction":"in","name":"upload","path":"articles/{name}","connection":"DigestStorage","source":"LogsAndContainerScan"}""")]
    [InlineData("ReadArticle", """{"type":"queueTrigger","direction":"in","name":"message","queueName":"read-article","connection":"DigestStorage"}""")]
    [InlineData("UpdateDay", """{"type":"queueTrigger","direction":"in","name":"message","queueName":"day-changed","connection":"DigestStorage"}""")]
    [InlineData("SendEmail", """{"type":"queueTrigger","direction":"in","name":"message","queueName":"send-email","connection":"DigestStorage"}""")]
    [InlineData("PublishDue", """{"type":"timerTrigger","direction":"in","name":"timer","schedule":"0 */5 * * * *"}""")]
    [InlineData("Reconcile", """{"type":"timerTrigger","direction":"in","name":"timer","schedule":"0 */15 * * * *"}""")]
    [InlineData("Archive", """{"type":"httpTrigger","direction":"in","name":"request","authLevel":"anonymous","route":"digests","methods":["get","head"]}""")]
    [InlineData("DayEdition", """{"type":"httpTrigger","direction":"in","name":"request","authLevel":"anonymous","route":"digests/{day}","methods":["get","head"]}""")]
    [InlineData("NumberedEdition", """{"type":"httpTrigger","direction":"in","name":"request","authLevel":"anonymous","route":"digests/{day}/editions/{number}","methods":["get","head"]}""")]
    [InlineData("Draft", """{"type":"httpTrigger","direction":"in","name":"request","authLevel":"function","route":"drafts/{day}","methods":["get","head"]}""")]
    [InlineData("Feed", """{"type":"httpTrigger","direction":"in","name":"request","authLevel":"anonymous","route":"feeds/{file}","methods":["get","head"]}""")]
    [InlineData("Unsubscribe", """{"type":"httpTrigger","direction":"in","name":"request","authLevel":"anonymous","route":"u/{token}","methods":["get","head","post"]}""")]
    [InlineData("Health", """{"type":"httpTrigger","direction":"in","name":"request","authLevel":"anonymous","route":"health/{probe}","methods":["get","head"]}""")]
    [InlineData("WebPages", """{"type":"httpTrigger","direction":"in","name":"request","authLevel":"anonymous","route":"{*path}","methods":["get","head"]}""")]
    public void EachFunctionsFileSaysWhatItsAttributesSay(string name, string trigger)
    {
        var bindings = FunctionFiles.FunctionJson(FunctionCatalog.All.Single(function => function.Name == name))["bindings"]!.AsArray();

        Assert.Equal(trigger, bindings[0]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(trigger.Contains("httpTrigger", StringComparison.Ordinal) ? ["""{"type":"http","direction":"out","name":"$return"}"""] : [], bindings.Skip(1).Select(binding => binding!.ToJsonString()));
    }

    [Fact]
    public void TheRouteThatTakesAnyAddressIsTriedLast()
    {
        // The Functions host sorts functions by name, whatever the case, and takes the first route that fits (FunctionMetadataManager, WebJobsRouteBuilder).
        var anything = Assert.Single(FunctionCatalog.All, function => function.Trigger is Trigger.Http { Route.Text: ['{', '*', ..] });
        Assert.Equal(FunctionCatalog.All.Where(function => function.Trigger is Trigger.Http).MaxBy(function => function.Name, StringComparer.OrdinalIgnoreCase), anything);
    }

    [Theory]
    [InlineData("Nothing", "{}", HttpStatusCode.NotFound, "There is no function \"Nothing\" to invoke; there are IngestArticle, ")]
    [InlineData("Archive", "{}", HttpStatusCode.NotFound, "There is no function \"Archive\" to invoke")]
    [InlineData("ingestarticle", "{}", HttpStatusCode.NotFound, "There is no function \"ingestarticle\"")]
    [InlineData("UpdateDay", "", HttpStatusCode.BadRequest, "UpdateDay: The invocation is no JSON")]
    [InlineData("UpdateDay", "{\"Data\":{\"message\":", HttpStatusCode.BadRequest, "UpdateDay: The invocation is no JSON")]
    [InlineData("UpdateDay", "[]", HttpStatusCode.BadRequest, "UpdateDay: The invocation has no objects \"Data\" and \"Metadata\"")]
    [InlineData("UpdateDay", "{\"Data\":{},\"Metadata\":{}}", HttpStatusCode.BadRequest, "UpdateDay: The invocation's Data has no \"message\"")]
    [InlineData("IngestArticle", "{\"Data\":{\"upload\":\"eA==\"},\"Metadata\":{}}", HttpStatusCode.BadRequest, "IngestArticle: The invocation's Metadata has no \"name\"")]
    [InlineData("UpdateDay", "{\"Data\":{\"message\":\"\\\"no day\\\"\"},\"Metadata\":{}}", HttpStatusCode.BadRequest, "UpdateDay: This is no DayChanged")]
    [InlineData("ReadArticle", "{\"Data\":{\"message\":\"{}\"},\"Metadata\":{}}", HttpStatusCode.BadRequest, "ReadArticle: This is no ArticleOrder: it has no name.")]
    [InlineData("PublishDue", "{\"Data\":{},\"Metadata\":{}}", HttpStatusCode.BadRequest, "PublishDue: The invocation's Data has no \"timer\"")]
    [InlineData("IngestArticle", "{\"Data\":{\"upload\":\"eA==\"},\"Metadata\":{\"name\":\"\\\"../facts/x.json\\\"\"}}", HttpStatusCode.InternalServerError, "no blob name")]
    public async Task WhatCannotBeInvokedIsSaidAndFails(string function, string body, HttpStatusCode status, string said)
    {
        using var answer = await app.InvokeAsync(function, new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(said, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Other versions of the host may send a message that is JSON as JSON.</summary>
    [Theory]
    [InlineData("{\"Data\":{\"message\":\"\\\"{\\\\\\\"date\\\\\\\":\\\\\\\"2023-11-22\\\\\\\",\\\\\\\"at\\\\\\\":\\\\\\\"2026-11-20T00:00:00Z\\\\\\\"}\\\"\"},\"Metadata\":{}}")]
    [InlineData("{\"Data\":{\"message\":\"{\\\"date\\\":\\\"2023-11-22\\\",\\\"at\\\":\\\"2026-11-20T00:00:00Z\\\"}\"},\"Metadata\":{}}")]
    [InlineData("{\"Data\":{\"message\":{\"date\":\"2023-11-22\",\"at\":\"2026-11-20T00:00:00Z\"}},\"Metadata\":{}}")]
    public async Task AMessageIsReadHoweverOftenItIsQuoted(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        Assert.Equal("UpdateDay: Day 2023-11-22: Empty", await StartedApp.FineAsync(await app.InvokeAsync("UpdateDay", content)));
    }

    [Fact]
    public async Task OnlyTheHostIsAnswered()
    {
        // The host looks whether anything answers before it calls.
        using var ready = await app.SendBareAsync(HttpMethod.Get, "/");
        using var invoked = await app.SendBareAsync(HttpMethod.Post, "/PublishDue");
        using var read = await app.SendBareAsync(HttpMethod.Get, "/drafts/2023-11-22");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest], [ready.StatusCode, invoked.StatusCode, read.StatusCode]);
    }
}
