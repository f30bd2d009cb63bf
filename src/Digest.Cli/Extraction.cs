using Digest.Facts;
using Digest.News;

namespace Digest.Cli;

/// <summary>From the text of an article to its facts, as `facts --jsonl` and `evaluate` both do it.</summary>
internal static class Extraction
{
    public static ArticleFacts FromText(string name, string text, DateOnly? date, string? title) =>
        FactExtractor.Extract(ArticleReader.FromText(name, text, date, title));
}
