using System.Collections.Immutable;
using System.Globalization;
using Digest.Days;
using Digest.Editions;
using Digest.Facts;
using Digest.Rendering;
using Digest.Rendering.Model;
using Digest.Rendering.Templates;
using Digest.Storage;
using Spectre.Console;

namespace Digest.Cli;

/// <param name="Date">The one day to build; null for every day the articles tell of.</param>
/// <param name="At">When editions count as published; null for <see cref="Edition.DraftHour"/> of their day.</param>
internal sealed record BuildOrder(ImmutableArray<ArticleFile> Files, DirectoryInfo Out, DateOnly? Date, DateTimeOffset? At, DirectoryInfo? Templates);

/// <summary>Reads articles, folds each day, renders it and writes it. What cannot be read or published is said and stops nothing else.</summary>
internal sealed class DigestBuild
{
    private readonly BuildOrder order;
    private readonly BuildSummary summary = new();
    private bool isComplete = true;

    private DigestBuild(BuildOrder order) => this.order = order;

    /// <returns>An exit code.</returns>
    public static int Run(BuildOrder order)
    {
        var build = new DigestBuild(order);
        build.BuildDays();
        return build.isComplete ? ExitCode.Fine : ExitCode.Incomplete;
    }

    private void BuildDays()
    {
        // An article whose day follows from others is read again: its "Wednesday" and "yesterday" hang on it.
        var placement = DayPlacer.PlaceAll(Read(), FactExtractor.Extract);
        foreach (var undated in placement.Undated)
            Problem($"{undated.Article.Name}: it gives no date and tells no dated article's story. Put a date in its name, as 2023-11-22-{Path.GetFileName(undated.Article.Name)}.");
        var days = placement.Days;
        var wanted = days.Where(day => order.Date is null || day.Key == order.Date).ToList();
        if (wanted.Count == 0)
        {
            Problem(days.Count == 0
                ? "Nothing to publish: no article was read."
                : $"Nothing to publish for {Iso(order.Date!.Value)}: the articles tell of {string.Join(", ", days.Keys.Select(Iso))}.");
            return;
        }

        if (LoadTemplates() is not { } templates)
            return;

        var held = new SortedDictionary<DateOnly, Day>();
        foreach (var (date, articles) in wanted)
        {
            var week = Week.Before(date, Enumerable.Range(1, Week.Length).Select(back => date.AddDays(-back)).Where(days.ContainsKey).Select(day => PastDay.Of(Folded(day))));
            Publish(Edition.Draft(Publication.Default, Folded(date), week, order.At), articles, templates);
        }

        Day Folded(DateOnly date) => held.TryGetValue(date, out var day) ? day : held[date] = DayMerger.Merge(date, days[date]);

        summary.Write(Terminal.Out);
    }

    private List<ArticleFacts> Read()
    {
        var files = ReadProgress.Over(Terminal.Error, order.Files, Extraction.FromFile);
        foreach (var problem in files.SelectMany(file => file.Problems.Select(problem => problem with { Name = file.File.Path })))
            Console.Error.WriteLine(problem);
        var read = files.Select(file => file.Facts).OfType<ArticleFacts>().ToList();
        var unread = files.Length - read.Count;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{read.Count} of {files.Length} articles read{(unread > 0 ? $", {unread} could not be" : "")}."));
        isComplete &= unread == 0;
        return read;
    }

    private TemplateSet? LoadTemplates()
    {
        try
        {
            return TemplateFiles.Load(order.Templates?.FullName);
        }
        catch (TemplateException error)
        {
            Problem($"The templates cannot be used: {error.Message}");
            return null;
        }
    }

    private void Publish(Edition edition, ImmutableArray<ArticleFacts> articles, TemplateSet templates)
    {
        var date = Iso(edition.Day.Date);
        try
        {
            var texts = articles.DistinctBy(facts => facts.Article.Id, StringComparer.Ordinal)
                .ToDictionary(facts => facts.Article.Id, facts => facts.Article.Text, StringComparer.Ordinal);
            var rendered = EditionRenderer.Render(edition, texts, templates);
            var folder = order.Out.CreateSubdirectory(date);
            foreach (var file in rendered.Files)
                File.WriteAllBytes(Path.Combine(folder.FullName, file.Name), file.Content.ToArray());
            summary.Add(edition.Day, Path.Combine(order.Out.ToString(), date), rendered);
        }
        catch (Exception error) when (error is EvidenceException or TemplateException or IOException or UnauthorizedAccessException)
        {
            Problem($"The digest of {date} was not written: {error.Message}{(error is EvidenceException { Item: var item } ? $"\nIt would have printed: {item}" : "")}");
        }
    }

    private void Problem(string message)
    {
        Console.Error.WriteLine(message);
        isComplete = false;
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
