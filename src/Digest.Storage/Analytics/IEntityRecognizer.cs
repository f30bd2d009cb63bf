using System.Collections.Immutable;

namespace Digest.Storage.Analytics;

/// <summary>
/// The text-analytics service: it is given texts and says which names stand in them. An implementation asks once and says what came of it; retrying, waiting and giving up are
/// <see cref="BatchSender"/>'s business, whichever client asks.
/// </summary>
public interface IEntityRecognizer
{
    /// <param name="documents">1 to <see cref="MostDocuments"/> texts of at most <see cref="TextPieces.MostElements"/> text elements each.</param>
    /// <exception cref="OperationCanceledException">The caller gave up. Nothing that the service does or leaves undone is thrown.</exception>
    Task<RecognitionReply> RecognizeAsync(ImmutableArray<string> documents, CancellationToken cancel);

    /// <summary>The service takes so many documents in a request that asks for names.</summary>
    const int MostDocuments = 5;
}

/// <summary>What came of one request.</summary>
public abstract record RecognitionReply
{
    private RecognitionReply()
    {
    }

    /// <param name="Documents">One for each document, in the order of the request.</param>
    /// <param name="Model">The model's version, as the service calls it.</param>
    public sealed record Answered(ImmutableArray<DocumentReply> Documents, string? Model) : RecognitionReply;

    /// <summary>Too many requests.</summary>
    /// <param name="RetryAfter">How long the service asks to be left alone; null where it does not say.</param>
    public sealed record Throttled(TimeSpan? RetryAfter) : RecognitionReply;

    /// <summary>No answer, none in time, or one that is no answer. The same request may succeed later.</summary>
    /// <param name="Reason">For a log: never words of a text.</param>
    public sealed record Unavailable(string Reason, TimeSpan? RetryAfter = null) : RecognitionReply;

    /// <summary>The service does not take this request as it is; another may fare better.</summary>
    public sealed record BadRequest(string Reason) : RecognitionReply;

    /// <summary>The service does not take our requests at all until somebody sets something right: the key, the role, the address.</summary>
    public sealed record Denied(string Reason) : RecognitionReply;
}

/// <summary>What the service says of one document: names, or the code of an error.</summary>
public sealed record DocumentReply(ImmutableArray<RecognizedEntity> Entities, string? ErrorCode = null)
{
    /// <summary>Whether the same document may be read later.</summary>
    public bool IsTransient => ErrorCode is "InternalServerError" or "ServiceUnavailable" or "TooManyRequests" or "Timeout";
}

/// <summary>A name as the service reports it.</summary>
/// <param name="Category">"Person", "Organization", "Location" and others, which are of no use here.</param>
/// <param name="Offset">Where it begins in the document, in UTF-16 code units.</param>
/// <param name="Length">In UTF-16 code units.</param>
/// <param name="Text">As the service has it; checked against the document.</param>
/// <param name="Confidence">0 to 1.</param>
public readonly record struct RecognizedEntity(string Category, int Offset, int Length, string Text, double Confidence);
