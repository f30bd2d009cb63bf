namespace Digest.Facts;

/// <summary>A time as a sentence tells it, tokens [First, End), resolved against the article's date.</summary>
/// <param name="Date">The day; null where the words give none ("in August", "last year").</param>
/// <param name="Since">The first day of a period ("since 17 October"); null where it is none.</param>
/// <param name="IsBackground">It lies well before the news: another month, another year, a period summed up.</param>
internal sealed record TimePhrase(int First, int End, DateOnly? Date, DatePrecision Precision, DateOnly? Since, bool IsBackground);
