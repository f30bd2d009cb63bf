using System.Collections.Immutable;

namespace Digest.Storage.Flow;

/// <summary>
/// What became of an upload: <c>claims/uploads/{uploadId}.json</c>. It is written before the record that it names, on condition that nobody wrote it since it was read, and it
/// was read before the upload was. So the last one to write it has seen the upload as it is.
/// </summary>
/// <param name="ETag">Of the upload that was read; null once it is deleted.</param>
/// <param name="Record">The facts, or the quarantine's record; null once it is deleted.</param>
/// <param name="Retired">Where its facts lay before, and are marked as gone.</param>
internal sealed record UploadRecord(string Name, string? ETag, DateTimeOffset UploadedAt, int Generation, string Version, string? Record, ImmutableArray<string> Retired);

/// <summary>Why an upload could not be read: <c>quarantine/{uploadId}.json</c>.</summary>
/// <param name="Reason">One of <see cref="QuarantineReason"/>.</param>
/// <param name="Replay">What to do once it is put right.</param>
public sealed record QuarantineRecord(string Name, string ETag, long Size, DateTimeOffset UploadedAt, string Version, QuarantineReason Reason, ImmutableArray<string> Problems, string Replay);

public enum QuarantineReason
{
    /// <summary>It has no bytes.</summary>
    Empty,

    /// <summary>It has more bytes than an article may have.</summary>
    TooBig,

    /// <summary>It is not text, or no text of an article can be found in it; the problems say where.</summary>
    Unreadable,

    /// <summary>Our own rules failed on it.</summary>
    AnalysisFailed,
}
