using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Digest.Days;
using Digest.Editions;
using Digest.Facts;
using Digest.News;
using Digest.Rendering;
using Digest.Rendering.Phrasing;

namespace Digest.Tests.Rendering;

/// <summary>
/// The nine days of the forty written articles through the whole pipeline, each as an outline that an editor can check by eye against the articles: what heads the day, what
/// happened in order, the signs of escalation with their evidence, what is background, and what is new against the week before.
/// Run with ACCEPT_GOLDEN=1 to write what is read now, and read the difference.
/// </summary>
public sealed class WrittenDaysTests
{
    private static readonly Lazy<ImmutableSortedDictionary<DateOnly, ImmutableArray<ArticleFacts>>> Articles = new(() => DayPlacer.PlaceAll(
        Directory.EnumerateFiles(Path.Combine(ModelDay.Root, "tests", "gold", "written"), "*.txt").Order(StringComparer.Ordinal)
            .Select(path => FactExtractor.Extract(ArticleReader.Read(new(Path.GetFileName(path), File.ReadAllBytes(path))).Article!)),
        FactExtractor.Extract).Days);

    private static readonly string[] Dates = ["2025-03-10", "2025-03-11", "2025-03-12", "2025-03-13", "2025-05-05", "2025-05-06", "2025-05-07", "2025-05-08", "2025-05-09"];

    public static TheoryData<string> Days => [.. Dates];

    [Fact]
    public void EveryArticleStandsOnOneOfTheNineDays() => Assert.Equal(Dates, Articles.Value.Keys.Select(day => day.ToString("O", CultureInfo.InvariantCulture)));

    [Theory]
    [MemberData(nameof(Days))]
    public void AWrittenDayIsToldAsApproved(string date)
    {
        var path = Path.Combine(ModelDay.Root, "tests", "golden", "written-days", date + ".txt");
        var outline = Outline(DateOnly.ParseExact(date, "O", CultureInfo.InvariantCulture));
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, outline);
        }

        Assert.Equal(File.ReadAllText(path), outline);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void AWrittenDayKeepsTheRulesOfWording(string date) => Assert.Empty(WordingLint.Check(Render(DateOnly.ParseExact(date, "O", CultureInfo.InvariantCulture)).Model));

    internal static RenderedEdition Render(DateOnly date)
    {
        var days = Articles.Value;
        var week = Week.Before(date, days.Keys.Where(day => day < date && day >= date.AddDays(-Week.Length)).Select(day => PastDay.Of(DayMerger.Merge(day, days[day]))));
        var texts = days[date].DistinctBy(facts => facts.Article.Id).ToDictionary(facts => facts.Article.Id, facts => facts.Article.Text, StringComparer.Ordinal);
        return EditionRenderer.Render(Edition.Draft(Publication.Default, DayMerger.Merge(date, days[date]), week, new(date.ToDateTime(new(18, 0)), TimeSpan.Zero)), texts, ModelDay.Templates);
    }

    private static string Outline(DateOnly date)
    {
        var model = Render(date).Model;
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}  {model.Headline}\n\n");
        Lines("", "Articles", model.Sources.Select(source => $"{source.Source.Number} {source.Source.Name}: {source.Title}"));
        foreach (var (section, story) in model.Stories.Zip(model.Edition.Day.Stories))
        {
            text.Append(CultureInfo.InvariantCulture, $"== {section.Headline} (articles {string.Join(", ", story.SourceNumbers)})\n");
            if (section.Continues is { } earlier)
                text.Append(CultureInfo.InvariantCulture, $"   continues from {earlier.Day}: {earlier.Headline}{earlier.Since}\n");
            Lines("   ", "Timeline", section.Escalation.Take(story.Events.Length).Select(line => line.Text));
            Lines("   ", "Ladder", section.Escalation.Skip(story.Events.Length).Select(line => line.Text));
            Lines("   ", "Background", section.Background.Select(line => line.Text));
        }

        return text.Append(model.Comparison.Text).Append('\n').ToString();

        void Lines(string indent, string heading, IEnumerable<string> lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"{indent}{heading}{(lines.Any() ? "" : ": none")}\n");
            foreach (var line in lines)
                text.Append(CultureInfo.InvariantCulture, $"{indent}  - {line}\n");
            text.Append('\n');
        }
    }
}
