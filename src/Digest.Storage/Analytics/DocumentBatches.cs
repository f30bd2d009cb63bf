using System.Collections.Immutable;

namespace Digest.Storage.Analytics;

/// <summary>
/// Puts documents of several articles into common requests without making any wait for company: while as many requests as allowed are under way, documents gather, and the next request takes
/// up to five of them.
/// </summary>
internal sealed class DocumentBatches(BatchSender sender, TimeProvider clock, EnricherOptions options)
{
    private readonly Lock gate = new();
    private readonly Queue<Waiting> waiting = new();
    private int running;

    private sealed record Waiting(string Text, DateTimeOffset Deadline, CancellationToken Cancel)
    {
        public TaskCompletionSource<PieceResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>One result for each text, in order.</summary>
    public async Task<PieceResult[]> ReadAsync(ImmutableArray<string> texts, CancellationToken cancel)
    {
        var deadline = clock.GetUtcNow() + options.Patience;
        var mine = texts.Select(text => new Waiting(text, deadline, cancel)).ToList();
        lock (gate)
        {
            foreach (var each in mine)
                waiting.Enqueue(each);
            for (; running < options.AtOnce && running * IEntityRecognizer.MostDocuments < waiting.Count; running++)
                _ = Task.Run(WorkAsync, CancellationToken.None);
        }

        return await Task.WhenAll(mine.Select(each => each.Done.Task)).WaitAsync(cancel);
    }

    private async Task WorkAsync()
    {
        while (Next() is { Count: > 0 } batch)
        {
            try
            {
                // A request carries documents of several callers, so none of them can cancel it; its deadline ends it.
                var results = await sender.SendAsync([.. batch.Select(each => each.Text)], batch.Min(each => each.Deadline), CancellationToken.None);
                for (var i = 0; i < batch.Count; i++)
                    batch[i].Done.TrySetResult(results[i]);
            }
#pragma warning disable CA1031 // Whatever a client throws, an article is read without it.
            catch (Exception)
#pragma warning restore CA1031
            {
                foreach (var each in batch)
                    each.Done.TrySetResult(new PieceResult.Away());
            }
        }
    }

    /// <returns>Empty where nothing waits; this worker has ended then.</returns>
    private List<Waiting> Next()
    {
        var batch = new List<Waiting>(IEntityRecognizer.MostDocuments);
        lock (gate)
        {
            var now = clock.GetUtcNow();
            while (batch.Count < IEntityRecognizer.MostDocuments && waiting.TryDequeue(out var next))
            {
                if (next.Cancel.IsCancellationRequested || next.Deadline <= now)
                    next.Done.TrySetResult(new PieceResult.Away());
                else
                    batch.Add(next);
            }

            if (batch.Count == 0)
                running--;
        }

        return batch;
    }
}
