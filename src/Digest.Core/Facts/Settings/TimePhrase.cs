namespace Digest.Facts;

/// <summary>A time as a sentence tells it of what happened, tokens [First, End).</summary>
/// <param name="Date">The day, or the first of several; null where the words name no days ("in August", "last year", "days after").</param>
/// <param name="LastDate">The last of several days; null for one day or night.</param>
/// <param name="Since">The first day of a period that is summed up ("since 17 October"); null where it is none.</param>
/// <param name="IsBackground">It lies well before the news: another month, another year, a period summed up.</param>
internal sealed record TimePhrase(int First, int End, DateOnly? Date, DateOnly? LastDate, DatePrecision Precision, DateOnly? Since, bool IsBackground)
{
    /// <summary>Only the part of a day ("overnight", "at dawn"): beside a day it says nothing of its own.</summary>
    internal bool IsPartOfDay { get; init; }

    /// <summary>Only what something is ranked over: "the first since August", "the deadliest this year".</summary>
    internal bool IsRank { get; init; }

    /// <summary>One day or one night of the news.</summary>
    internal bool IsNewsDay => Date is not null && LastDate is null && !IsBackground;
}
