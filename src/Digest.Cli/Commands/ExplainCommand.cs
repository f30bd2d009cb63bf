using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Digest.Days;
using Digest.Facts;

namespace Digest.Cli.Commands;

/// <summary>`digest explain`: why two articles, events, figures or statements were taken to be one, in plain sentences with the measure that decided.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<FileSystemInfo[]> Files = new("FILES")
    {
        Description = "Articles, or folders of them.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<JoinKind?> Kind = new("--kind", "-k") { Description = "Only what was taken for one article, copy, story, event, claim or statement, or placement: an article placed on the day of another." };

    private static readonly Option<string[]> About = new("--about", "-a")
    {
        Description = "Only where one of the two has these words in its article's name or in its passage; given twice, only where one has the first and the other the second.",
        Arity = new(0, 2),
    };

    public static Command Create()
    {
        Files.AcceptExistingOnly();
        var command = new ExampledCommand("explain", "Says why two things in a digest are one: articles, shared copy, stories, events, figures, statements.", """
              digest explain seeds                                        everything that was joined, day by day
              digest explain seeds --kind event                           only why reports are one event
              digest explain seeds --about 000_76e1 --about 001_0de3      why these two articles are one of anything
            """)
        {
            Files, Kind, About,
        };
        command.SetAction(parsed => Show(ArticleFiles.Find(parsed.GetValue(Files)!), parsed.GetValue(Kind), parsed.GetValue(About) ?? []));
        return command;
    }

    private static int Show(ImmutableArray<ArticleFile> files, JoinKind? kind, string[] about)
    {
        var exitCode = ExitCode.Fine;
        var read = new List<ArticleFacts>();
        foreach (var (file, problems, facts) in files.AsParallel().AsOrdered().Select(Extraction.FromFile))
        {
            foreach (var problem in problems)
                Console.Error.WriteLine(problem with { Name = file.Path });
            if (facts is null)
                exitCode = ExitCode.Incomplete;
            else
                read.Add(facts);
        }

        var placement = DayPlacer.PlaceAll(read, FactExtractor.Extract);
        var found = 0;
        Print("Placed on a day", placement.Joins);
        foreach (var (date, articles) in placement.Days)
            Print(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), DayMerger.MergeExplained(date, articles).Joins);
        if (found == 0)
            Console.WriteLine("Nothing here was taken to be one with anything else.");
        return exitCode;

        void Print(string heading, ImmutableArray<Join> joins)
        {
            var shown = joins.Where(join => (kind is null || join.Kind == kind) && IsAbout(join, about)).ToArray();
            if (shown.Length == 0)
                return;
            Console.WriteLine(found == 0 ? heading : "\n" + heading);
            found += shown.Length;
            foreach (var join in shown)
                Console.WriteLine($"\n  {Said(join.Kind)}\n    {join.First}\n    {join.Second}\n    {join.Reason}");
        }
    }

    private static bool IsAbout(Join join, string[] about) => about switch
    {
        [] => true,
        [var one] => Has(join.First, one) || Has(join.Second, one),
        [var one, var other, ..] => (Has(join.First, one) && Has(join.Second, other)) || (Has(join.First, other) && Has(join.Second, one)),
    };

    private static bool Has(string passage, string words) => passage.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static string Said(JoinKind kind) => kind switch
    {
        JoinKind.Article => "These two uploads are one article:",
        JoinKind.Copy => "These two articles carry one agency’s copy and are one line of reporting:",
        JoinKind.Story => "These two articles tell one story:",
        JoinKind.Event => "These two reports are of one event:",
        JoinKind.Claim => "These two figures are one claim:",
        JoinKind.Statement => "These two wordings are of one statement:",
        _ => "The first article stands on the day of the second:",
    };
}
