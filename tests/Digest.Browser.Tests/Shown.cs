using System.Globalization;
using Digest.Days;
using Digest.Editions;
using Digest.Facts;
using Digest.News;
using Digest.Rendering;

namespace Digest.Browser.Tests;

/// <summary>What the tests look at: the page, the fragment and the mail of the approved model day and of the days of the seeds.</summary>
internal static class Shown
{
    public static string Root { get; } = FindRoot();

    private static readonly Lazy<List<RenderedEdition>> Days = new(() => [.. Seeds()]);

    private static readonly Lazy<SortedDictionary<string, string>> Documents = new(Make);

    private static readonly TemplateSet Templates = new(Directory.EnumerateFiles(Path.Combine(FindRoot(), "templates"), "*", SearchOption.AllDirectories)
        .Select(path => KeyValuePair.Create(Path.GetRelativePath(Path.Combine(FindRoot(), "templates"), path).Replace('\\', '/'), File.ReadAllText(path))));

    public static IEnumerable<string> Names => Documents.Value.Keys;

    public static string Html(string name) => Documents.Value[name];

    /// <summary>The ninjs document of each day, in the version given.</summary>
    public static IEnumerable<string> Ninjs(string version) => Days.Value.Select(rendered => rendered[$"ninjs-{version}.json"].Text)
        .Append(File.ReadAllText(Path.Combine(Root, "tests", "golden", "2023-11-22-model", $"ninjs-{version}.json")));

    private static SortedDictionary<string, string> Make()
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        void Add(string day, Func<string, string> read)
        {
            all[$"{day} page"] = read("page.html");
            all[$"{day} email"] = read("email.html");
            all[$"{day} fragment"] = InCms(read("fragment.html"));
        }

        Add("model day", name => File.ReadAllText(Path.Combine(Root, "tests", "golden", "2023-11-22-model", name)));
        all["archive site"] = SitePages.Archive(Publication.Default, Days.Value.Select(rendered => new ArchiveEntry(rendered.Model.Edition.Day.Date, 2, rendered.Model.Edition.PublishedAt, EditionKind.Correction, rendered.Model.Headline)), new(2023, 11, 22), Templates);
        all["missing site"] = SitePages.Message(Publication.Default, new("There is no such page", ["Nothing is at “/nothing”."], [("Digests by day", "https://digest.example.org/digests")]), Templates);
        all["unsubscribe site"] = SitePages.Unsubscribe(Publication.Default, Templates);
        foreach (var rendered in Days.Value)
            Add(rendered.Model.Edition.Day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), name => rendered[name].Text);
        return all;
    }

    private static IEnumerable<RenderedEdition> Seeds()
    {
        var facts = Directory.EnumerateFiles(Path.Combine(Root, "seeds"), "*.txt").Order(StringComparer.Ordinal)
            .Select(path => ArticleReader.Read(new(Path.GetFileName(path), File.ReadAllBytes(path))).Article!).Select(FactExtractor.Extract).ToList();
        var texts = facts.ToDictionary(f => f.Article.Id, f => f.Article.Text, StringComparer.Ordinal);
        foreach (var (date, articles) in DayPlacer.Place(facts))
            yield return EditionRenderer.Render(Edition.Draft(Publication.Default, DayMerger.Merge(date, articles), Before(date)), texts, Templates);
    }

    // Some days with events, one with articles and none, the others silent: what the picture of the week has to show.
    private static Week Before(DateOnly date)
    {
        PastEvent Strike(string label, CountRange? killed) => new(EventType.AirStrike, label, null, killed, null);
        return Week.Before(date,
        [
            new(date.AddDays(-1), 4) { Events = [Strike("Air strike in Harir", CountRange.Between(3, 8)), Strike("Air strike in Merowe", CountRange.Exactly(2)), Strike("Shelling of Idlib", null)] },
            new(date.AddDays(-2), 1),
            new(date.AddDays(-5), 2) { Events = [Strike("Air strikes in Harir", CountRange.AtLeast(12))] },
        ]);
    }

    // A fragment has no page of its own: it stands in an article of a CMS, under that article's headline.
    private static string InCms(string fragment) =>
        $"<!DOCTYPE html>\n<html lang=\"en\">\n<head><title>An article</title></head>\n<body>\n<main><h1>An article</h1>\n{fragment}</main>\n</body>\n</html>\n";

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DigestFunctions.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds DigestFunctions.sln.");
    }
}
