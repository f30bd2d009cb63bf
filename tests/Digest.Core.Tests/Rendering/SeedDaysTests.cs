using Digest.Days;
using Digest.Editions;
using Digest.Facts;
using Digest.News;
using Digest.Rendering;
using Digest.Rendering.Phrasing;

namespace Digest.Tests.Rendering;

/// <summary>The five seeds through the whole pipeline: what the other rooms make can be rendered, and keeps the rules of wording.</summary>
public sealed class SeedDaysTests
{
    private static readonly List<ArticleFacts> Facts =
    [
        .. Directory.EnumerateFiles(Path.Combine(ModelDay.Root, "seeds"), "*.txt").Order(StringComparer.Ordinal)
            .Select(path => ArticleReader.Read(new(Path.GetFileName(path), File.ReadAllBytes(path))).Article!).Select(FactExtractor.Extract),
    ];

    private static readonly Dictionary<string, string> Texts = Facts.DistinctBy(facts => facts.Article.Id).ToDictionary(facts => facts.Article.Id, facts => facts.Article.Text, StringComparer.Ordinal);

    public static RenderedEdition Render(string date)
    {
        var (day, articles) = DayPlacer.Place(Facts).Single(pair => pair.Key == DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture));
        return EditionRenderer.Render(new(Publication.Default, DayMerger.Merge(day, articles), 1, new(day.ToDateTime(new(18, 0)), TimeSpan.Zero)), Texts, ModelDay.Templates);
    }

    [Theory]
    [InlineData("2023-11-22")]
    [InlineData("2024-01-24")]
    public void ASeedDayIsRenderedAndKeepsTheRules(string date)
    {
        var rendered = Render(date);

        Assert.NotEmpty(rendered.Model.KeyPoints);
        Assert.Empty(WordingLint.Check(rendered.Model));
    }
}
