using System.Collections.Immutable;
using Azure;
using Azure.Identity;
using Digest.Rendering.Templates;
using Digest.Storage;
using Digest.Storage.Flow;

namespace Digest.Functions.Http;

/// <summary>One thing that the app needs.</summary>
/// <param name="Says">What is wrong and what to do; or how it stands. It holds no address of anybody, no key and no text.</param>
internal sealed record HealthCheck(string Name, bool IsFine, string Says);

internal sealed record HealthReport(string Status, ImmutableArray<HealthCheck> Checks)
{
    public byte[] Json() => Site.Json(json =>
    {
        json.WriteString("status", Status);
        if (Checks.IsEmpty)
            return;
        json.WriteStartArray("checks");
        foreach (var check in Checks)
        {
            json.WriteStartObject();
            json.WriteString("name", check.Name);
            json.WriteBoolean("fine", check.IsFine);
            json.WriteString("says", check.Says);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}

/// <summary>Whether the app can do its work: its settings, its templates, its store, its queues.</summary>
internal static class Readiness
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<ImmutableArray<HealthCheck>> ChecksAsync(Lazy<DigestFlow> opened, CancellationToken cancel)
    {
        DigestFlow flow;
        try
        {
            flow = opened.Value;
        }
        catch (Exception error) when (error is InvalidOperationException or TemplateException or FormatException or IOException or UnauthorizedAccessException)
        {
            return [new("settings", false, error.Message)];
        }

        return
        [
            new("settings", true, $"publishes {flow.Settings.Publication.Id}"),
            await TriedAsync("editions", async patience => await EditionShelf.LatestAsync(flow, patience) is { } latest ? $"the latest is {StorePaths.Iso(latest.Date)}, edition {latest.Number}" : "none yet", cancel),
            await TriedAsync("uploads", async patience => await flow.Blobs.ListAsync(StorePaths.Articles, patience).AnyAsync(patience) ? "there are some" : "none yet", cancel),
            await TriedAsync("subscribers", _ => Task.FromResult(flow.Settings.SubscriberKey.IsDefaultOrEmpty ? "no DigestSubscriberKey is set: nobody can be mailed" : "can be mailed"), cancel),
        ];
    }

    private static async Task<HealthCheck> TriedAsync(string name, Func<CancellationToken, Task<string>> check, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            return new(name, true, await check(patience.Token));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(name, false, $"no answer from the store within {Patience.TotalSeconds:0} seconds; is it running, and does {StorageSettings.Connection} say where?");
        }
        catch (Exception error) when (error is RequestFailedException or AggregateException or AuthenticationFailedException or IOException or UnauthorizedAccessException or FormatException)
        {
            // The service's own words may hold addresses: its code says enough.
            var code = error is RequestFailedException { ErrorCode: { } said } request ? $"{request.Status} {said}" : error.GetType().Name;
            return new(name, false, $"the store cannot be read ({code}); see the log, and the roles of the app's identity");
        }
    }
}
