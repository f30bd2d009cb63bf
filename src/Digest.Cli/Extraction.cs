using System.Collections.Immutable;
using Digest.Facts;
using Digest.News;

namespace Digest.Cli;

/// <summary>One article could not be analysed: a fault of ours. It fails alone, and says what to look for.</summary>
internal sealed class AnalysisException(string message, Exception inner) : Exception(message, inner);

/// <summary>What one file gave: its facts, or none and a problem that says why. A file that was read may have problems too.</summary>
internal sealed record FileFacts(ArticleFile File, ImmutableArray<ReadProblem> Problems, ArticleFacts? Facts);

/// <summary>From articles to their facts, each alone.</summary>
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
