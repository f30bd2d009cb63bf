using BenchmarkDotNet.Attributes;
using Digest.Days;
using Digest.Editions;
using Digest.Facts;
using Digest.Rendering;

namespace Digest.Benchmarks;

/// <summary>What issue 6 sets limits to: the fold of a whole day, one article more, and the rendering of many stories.</summary>
[MemoryDiagnoser]
// The runtime has compiled what it will only after some two dozen folds.
[SimpleJob(warmupCount: 24, iterationCount: 24)]
public class DayBenchmarks
{
    private const int Late = 16;

    private ArticleFacts[] facts = [];
    private ArticleFacts[] late = [];
    private DayFold fold = DayFold.Empty(WireDay.Date);
    private int added;

    [Params(100, 1_000, 10_000)]
    public int Articles { get; set; }

    [GlobalSetup]
    public void Make()
    {
        var made = new WireDay(1).Articles(Articles + Late);
        late = [.. Enumerable.Range(0, Late).Select(i => made[(i * Articles / Late) + i])];
        facts = [.. made.Except(late)];
        fold = DayFold.Of(WireDay.Date, facts);
    }

    /// <summary>The working of a fold stands at the day that was asked for last; before each measurement, that is the one without the article that comes.</summary>
    [IterationSetup(Target = nameof(OneMore))]
    public void GoBack() => _ = fold.Replace(late[0]).Remove(late[0].Article.Name).Day;

    [Benchmark]
    public Day FullFold() => DayMerger.Merge(WireDay.Date, facts);

    [Benchmark]
    public Day OneMore() => fold.Replace(late[added++ % Late]).Day;
}

/// <summary>The rendering of a day of three hundred stories, all outputs.</summary>
[MemoryDiagnoser]
public class RenderBenchmarks
{
    private Edition edition = null!;
    private Dictionary<string, string> texts = [];
    private TemplateSet templates = null!;

    [GlobalSetup]
    public void Make()
    {
        var facts = new WireDay(1).Articles(3_200);
        var day = DayMerger.Merge(WireDay.Date, facts);
        edition = Edition.Draft(Publication.Default, day with { Stories = [.. day.Stories.Take(300)] }, null);
        texts = facts.ToDictionary(f => f.Article.Id, f => f.Article.Text, StringComparer.Ordinal);
        var folder = Path.Combine(AppContext.BaseDirectory, "templates");
        templates = new(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(path => KeyValuePair.Create(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path))));
    }

    [Benchmark]
    public RenderedEdition ThreeHundredStories() => EditionRenderer.Render(edition, texts, templates);
}
