using System.Text;
using Digest.Facts;

namespace Digest.Storage.Flow;

/// <summary>
/// Asks the text-analytics service about an article once and remembers what it said: <c>enrichments/{hash of the text}.json</c>. From then on the same text has the same names, whoever reads it and
/// whenever, so days stay a function of what is stored. Where the service is away the facts are stored without it, and <see cref="Reconcile"/> has it asked again.
/// </summary>
internal static class Enrichments
{
    /// <summary>So many articles at most are made up for in one go.</summary>
    private const int MostAtOnce = 200;

    /// <param name="upload">The upload's blob.</param>
    public static async Task<ArticleFacts> AddAsync(DigestFlow flow, string upload, ArticleFacts facts, CancellationToken cancel)
    {
        if (flow.Enricher is null)
            return facts;
        var enrichment = await FindAsync(flow, facts, cancel) ?? await AskAsync(flow, facts, cancel);
        if (enrichment.State == EnrichmentState.Away)
            await flow.Blobs.WriteAsync(Marker(upload), Encoding.UTF8.GetBytes(upload), WriteCondition.None, cancel);
        return facts with { Enrichment = enrichment };
    }

    /// <summary>Asks again about articles that the service was away for, and orders those that it has read to be read again.</summary>
    /// <returns>How many were ordered.</returns>
    public static async Task<int> CatchUpAsync(DigestFlow flow, CancellationToken cancel)
    {
        if (flow.Enricher is null)
            return 0;
        var (asked, ordered) = (0, 0);
        await foreach (var marker in flow.Blobs.ListAsync(StorePaths.Unenriched, cancel))
        {
            if (asked == MostAtOnce || flow.Enricher.IsAway)
                break;
            if (await flow.Blobs.FindAsync(marker.Name, cancel) is not { } found)
                continue;
            var upload = Encoding.UTF8.GetString(found.Content.Span);
            if (await FactsAsync(flow, upload, cancel) is not { Enrichment.State: EnrichmentState.Away } facts)
            {
                // Read again meanwhile, or taken back.
                await flow.Blobs.DeleteAsync(marker.Name, WriteCondition.Matches(found.Entry.ETag), cancel);
                continue;
            }

            asked++;
            if ((await FindAsync(flow, facts, cancel) ?? await AskAsync(flow, facts, cancel)).State == EnrichmentState.Away)
                continue;
            await Reconcile.OrderAsync(flow, upload, cancel, again: true);
            ordered++;
        }

        return ordered;
    }

    private static string Marker(string upload) => $"{StorePaths.Unenriched}{StorePaths.UploadId(upload)}";

    private static async Task<ArticleFacts?> FactsAsync(DigestFlow flow, string upload, CancellationToken cancel)
    {
        var (record, _) = await flow.Blobs.RecordAsync<UploadRecord>(StorePaths.UploadOf(StorePaths.UploadId(upload)), cancel);
        return record?.Record is { } path && path.StartsWith(StorePaths.Facts, StringComparison.Ordinal) && await flow.Blobs.FindAsync(path, cancel) is { } found
            ? FactRecord.Read(found.Content).Facts
            : null;
    }

    private static async Task<Enrichment?> FindAsync(DigestFlow flow, ArticleFacts facts, CancellationToken cancel)
    {
        if (await flow.Blobs.FindAsync(StorePaths.EnrichmentOf(facts.Article.Text), cancel) is not { } found)
            return null;
        try
        {
            return FactsJson.ReadEnrichment(found.Content, facts.Article);
        }
        catch (FormatException)
        {
            // Not what we wrote: it is asked for and written anew.
            await flow.Blobs.DeleteAsync(found.Entry.Name, WriteCondition.Matches(found.Entry.ETag), cancel);
            return null;
        }
    }

    private static async Task<Enrichment> AskAsync(DigestFlow flow, ArticleFacts facts, CancellationToken cancel)
    {
        var said = await flow.Enricher!.EnrichAsync(facts.Article, cancel);
        if (said.State == EnrichmentState.Away)
            return said;
        var written = await flow.Blobs.WriteAsync(StorePaths.EnrichmentOf(facts.Article.Text), FactsJson.EnrichmentRecord(said), WriteCondition.Absent, cancel);
        // Where another asked at the same time, what it was told stands for both.
        return written.IsWritten ? said : await FindAsync(flow, facts, cancel) ?? said;
    }
}
