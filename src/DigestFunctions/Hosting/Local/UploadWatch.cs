using System.Collections.Concurrent;
using Digest.Storage;
using Microsoft.Extensions.Logging;

namespace Digest.Functions.Hosting.Local;

/// <summary>Notices uploads by looking: runs a blob's function for each that is new, changed or gone since the last look. The first look takes all for new, which functions do not mind.</summary>
internal sealed partial class UploadWatch(IBlobStore blobs, FunctionRunner runner, FunctionDeclaration function, ILogger log)
{
    /// <summary>The Functions host's <c>poisonBlobThreshold</c>.</summary>
    private const int MostTries = 5;

    private const int AtOnce = 4;

    private readonly ConcurrentDictionary<string, (string ETag, int Tries)> seen = new(StringComparer.Ordinal);

    private string Prefix => $"{((Trigger.Blob)function.Trigger).Container}/";

    /// <returns>Whether there was anything to do.</returns>
    public async Task<bool> LookAsync(CancellationToken cancel)
    {
        var here = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var entry in blobs.ListAsync(Prefix, cancel))
            here[entry.Name] = entry.ETag;
        var changed = here.Where(each => !seen.TryGetValue(each.Key, out var known) || known.ETag != each.Value || known.Tries is > 0 and < MostTries).ToList();
        var gone = seen.Keys.Where(name => !here.ContainsKey(name)).Select(name => KeyValuePair.Create(name, "")).ToList();
        await Parallel.ForEachAsync(changed.Concat(gone), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, RunAsync);
        return changed.Count + gone.Count > 0;
    }

    private async ValueTask RunAsync(KeyValuePair<string, string> upload, CancellationToken cancel)
    {
        var (name, etag) = upload;
        var tries = seen.TryGetValue(name, out var known) && known.ETag == etag ? known.Tries + 1 : 1;
        try
        {
            await runner.RunAsync(function, null, new Dictionary<string, string?>(StringComparer.Ordinal) { ["name"] = name[Prefix.Length..] }, cancel);
            tries = 0;
        }
#pragma warning disable CA1031 // One upload fails alone, and is tried again.
        catch (Exception error) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Failed(function.Name, tries, error);
        }

        if (etag.Length == 0 && tries is 0 or MostTries)
            seen.TryRemove(name, out _);
        else
            seen[name] = (etag, tries);
    }

    [LoggerMessage(LogLevel.Error, "{Function} failed at try {Try} of an upload")]
    private partial void Failed(string function, int @try, Exception error);
}
