using System.Collections.Immutable;
using Digest.Days;
using Digest.Facts;
using Digest.News;

namespace Digest.Cli;

/// <summary>One article could not be analysed: a fault of ours. It fails alone, and says what to look for.</summary>
internal sealed class AnalysisException(string message, Exception inner) : Exception(message, inner);

/// <summary>What one file gave: its facts, or none and a problem that says why. A file that was read may have problems too.</summary>
internal sealed record FileFacts(ArticleFile File, ImmutableArray<ReadProblem> Problems, ArticleFacts? Facts);

/// <summary>From articles to their facts, each alone; and the day of those that tell none, which only other articles can say.</summary>
internal static class Extraction
{
    /// <exception cref="AnalysisException">The rules failed on it.</exception>
    public static ArticleFacts FromText(string name, string text, DateOnly? date, string? title) =>
        Of(name, () => ArticleReader.FromText(name, text, date, title));

    public static FileFacts FromFile(ArticleFile file)
    {
        var reading = ArticleFiles.Read(file);
        try
        {
            return new(file, reading.Problems, reading.Article is { } article ? Of(file.Name, () => article) : null);
        }
        catch (AnalysisException error)
        {
            return new(file, [.. reading.Problems, new ReadProblem(file.Name, 0, 0, error.Message)], null);
        }
    }

    /// <summary>
    /// The same facts, but those of articles without any date read for the day of the dated articles among them that tell their story, as a digest of them all would
    /// (<see cref="DayPlacer"/>); such a date is marked inferred. Where no story is shared nothing is guessed.
    /// </summary>
    public static ImmutableArray<ArticleFacts> Together(ImmutableArray<ArticleFacts> facts)
    {
        if (facts.All(f => f.Article.Date is not null) || !facts.Any(IsStated))
            return facts;
        var placed = DayPlacer.PlaceAll(facts.Where(f => IsStated(f) || f.Article.Date is null), FactExtractor.Extract).Days.Values.SelectMany(day => day)
            .Where(f => f.Article.DateBasis == DateBasis.Inferred).DistinctBy(Key).ToDictionary(Key);
        return [.. facts.Select(f => f.Article.Date is null ? placed.GetValueOrDefault(Key(f), f) : f)];

        static bool IsStated(ArticleFacts facts) => facts.Article is { Date: not null, DateBasis: DateBasis.Stated };
        static (string Id, string Name) Key(ArticleFacts facts) => (facts.Article.Id, facts.Article.Name);
    }

    private static ArticleFacts Of(string name, Func<Article> read)
    {
        try
        {
            return FactExtractor.Extract(read());
        }
        catch (Exception error)
        {
            throw new AnalysisException($"article {name} could not be analysed ({error.GetType().Name}: {error.Message}). Please report it with the article.", error);
        }
    }
}
