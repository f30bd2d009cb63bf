using System.Globalization;
using Digest.Days;
using Digest.Rendering;
using Spectre.Console;

namespace Digest.Cli;

/// <summary>What `digest build` ends with: a row a day, and where its digest is.</summary>
internal sealed class BuildSummary
{
    private static readonly string[] Counted = ["articles", "stories", "events", "figures", "statements"];

    private readonly Table table = new Table().Border(TableBorder.Rounded).AddColumn(new TableColumn("day").NoWrap());
    private readonly List<string> places = [];

    public BuildSummary()
    {
        foreach (var column in Counted)
            table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
    }

    /// <param name="folder">As the reader of the summary can open it.</param>
    public void Add(Day day, string folder, RenderedEdition rendered)
    {
        var date = day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        table.AddRow([date, .. Counts(day).Select(count => count.ToString(CultureInfo.InvariantCulture))]);
        var others = rendered.Files.Select(file => file.Name).Where(name => name != "page.html");
        places.Add($"{Path.Combine(folder, "page.html")}  (beside it {string.Join(", ", others)})");
    }

    public void Write(IAnsiConsole console)
    {
        if (places.Count == 0)
            return;

        console.Write(table);
        console.WriteLine("Open:");
        foreach (var place in places)
            console.WriteLine("  " + place);
    }

    private static int[] Counts(Day day)
    {
        var events = day.Stories.SelectMany(story => story.Events).ToList();
        return [day.Sources.Length, day.Stories.Length, events.Count, events.Sum(happening => happening.Claims.Length), day.Stories.Sum(story => story.Reactions.Length)];
    }
}
