using System.Collections.Immutable;

namespace Digest.Storage.Analytics;

/// <summary>What came of one document after everything was tried.</summary>
internal abstract record PieceResult
{
    private PieceResult()
    {
    }

    public sealed record Read(ImmutableArray<RecognizedEntity> Entities, string? Model) : PieceResult;

    /// <summary>The service will not read it, now or later.</summary>
    public sealed record Refused : PieceResult;

    public sealed record Away : PieceResult;
}

/// <summary>
/// Sends one batch until every document of it is read or refused, or patience is at its end. A document that failed alone is sent again alone; what was read is not sent again.
/// </summary>
internal sealed class BatchSender(IEntityRecognizer service, TimeProvider clock, EnricherOptions options, Circuit circuit)
{
    private static readonly TimeSpan MostAsked = TimeSpan.FromHours(1);

    private volatile bool hasAnswered;

    /// <param name="deadline">No request is begun after it.</param>
    /// <returns>One for each text, in order.</returns>
    public async Task<ImmutableArray<PieceResult>> SendAsync(ImmutableArray<string> texts, DateTimeOffset deadline, CancellationToken cancel)
    {
        var results = new PieceResult[texts.Length];
        Array.Fill(results, new PieceResult.Away());
        await SendAsync(texts, [.. Enumerable.Range(0, texts.Length)], results, deadline, cancel);
        return [.. results];
    }

    private async Task SendAsync(ImmutableArray<string> texts, ImmutableArray<int> open, PieceResult[] results, DateTimeOffset deadline, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= options.Attempts && clock.GetUtcNow() < deadline && circuit.Enter(); attempt++)
        {
            var reply = await service.RecognizeAsync([.. open.Select(i => texts[i])], cancel);
            TimeSpan? asked = null;
            switch (reply)
            {
                case RecognitionReply.Answered answer when answer.Documents.Length == open.Length:
                    circuit.Succeeded();
                    hasAnswered = true;
                    open = Settle(answer, open, results);
                    if (open.IsEmpty)
                        return;
                    break;
                case RecognitionReply.Answered answer:
                    circuit.Failed($"it answered for {answer.Documents.Length} of {open.Length} documents");
                    break;
                case RecognitionReply.BadRequest bad:
                    if (open is not [var only])
                    {
                        // One of the documents may be what it does not take: each has a request of its own.
                        foreach (var each in open)
                            await SendAsync(texts, [each], results, deadline, cancel);
                    }
                    else if (hasAnswered)
                    {
                        circuit.Succeeded();
                        results[only] = new PieceResult.Refused();
                    }
                    else
                    {
                        // It has taken nothing yet: that speaks against the settings and not against the document.
                        circuit.Failed(bad.Reason);
                    }

                    return;
                case RecognitionReply.Throttled throttled:
                    asked = Bounded(throttled.RetryAfter);
                    if (clock.GetUtcNow() + asked >= deadline)
                        circuit.Failed("it has had too many requests", isFinal: true, asked);
                    else
                        circuit.Failed("it has had too many requests");
                    break;
                case RecognitionReply.Unavailable away:
                    asked = Bounded(away.RetryAfter);
                    circuit.Failed(away.Reason, atLeast: asked);
                    break;
                case RecognitionReply.Denied denied:
                    circuit.Failed(denied.Reason, isFinal: true);
                    return;
            }

            var pause = options.Pause(attempt, asked);
            if (attempt == options.Attempts || circuit.IsOpen || clock.GetUtcNow() + pause >= deadline)
                return;
            await Task.Delay(pause, clock, cancel);
        }
    }

    // What a service asks for is believed within reason.
    private static TimeSpan? Bounded(TimeSpan? asked) => asked > MostAsked ? MostAsked : asked;

    /// <returns>The documents to be sent again.</returns>
    private static ImmutableArray<int> Settle(RecognitionReply.Answered answer, ImmutableArray<int> open, PieceResult[] results)
    {
        var again = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < open.Length; i++)
        {
            var reply = answer.Documents[i];
            if (reply.IsTransient)
                again.Add(open[i]);
            else
                results[open[i]] = reply.ErrorCode is null ? new PieceResult.Read(reply.Entities, answer.Model) : new PieceResult.Refused();
        }

        return again.ToImmutable();
    }
}
