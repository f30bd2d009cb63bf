using System.CommandLine;
using Digest.Facts;
using Spectre.Console;

namespace Digest.Cli.Commands;

/// <summary>`digest facts`: what is read from articles, for a person or for a program.</summary>
internal static class FactsCommand
{
    private static readonly Argument<FileSystemInfo[]> Files = new("FILES")
    {
        Description = "Articles, or folders of them.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<bool> AsJson = new("--json") { Description = "One line of JSON for each article; its id is the file's name." };

    private static readonly Option<bool> Lines = new("--jsonl")
    {
        Description = "Read articles from standard input, one line of JSON each: {\"id\", \"text\", \"date\"?, \"title\"?}. Write one line of facts for each, in the same order. An article without any date is read for the day of one given with it that tells its story.",
    };

    public static Command Create()
    {
        Files.AcceptExistingOnly();
        var command = new ExampledCommand("facts", "Shows what is read from each article: figures with who states them, quotations, reactions, events, each with its passage.", """
              digest facts seeds/001_0de35cad8aa68667.txt     one article, for a person
              digest facts seeds --json > facts.jsonl         a folder, for a program
              digest facts --jsonl < in.jsonl > facts.jsonl   a stream: a line in, a line out; what cannot be read gives a line with "error"
            """)
        {
            Files, AsJson, Lines,
        };
        command.Validators.Add(result =>
        {
            var isNamed = result.GetValue(Files) is { Length: > 0 };
            if (result.GetValue(Lines) && (isNamed || result.GetValue(AsJson)))
                result.AddError("--jsonl reads standard input and takes neither files nor --json.");
            if (!result.GetValue(Lines) && !isNamed)
                result.AddError("Name the articles to read, or give --jsonl and the articles on standard input.");
        });
        command.SetAction((parsed, cancel) => parsed.GetValue(Lines)
            ? CopyLinesAsync(cancel)
            : Task.FromResult(Show(parsed.GetValue(Files)!, parsed.GetValue(AsJson))));
        return command;
    }

    private static async Task<int> CopyLinesAsync(CancellationToken cancel)
    {
        var exitCode = ExitCode.Fine;
        await using var input = Console.OpenStandardInput();
        await using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        try
        {
            await FactsLines.CopyAsync(input, output, Problem, cancel);
        }
        catch (InvalidDataException error)
        {
            Problem(error.Message);
        }

        return exitCode;

        void Problem(string message)
        {
            Console.Error.WriteLine(message);
            exitCode = ExitCode.Incomplete;
        }
    }

    private static int Show(FileSystemInfo[] named, bool asJson)
    {
        var exitCode = ExitCode.Fine;
        var readings = ArticleFiles.Find(named).AsParallel().AsOrdered().Select(Extraction.FromFile);
        using var output = asJson ? Console.OpenStandardOutput() : Stream.Null;
        foreach (var (file, problems, facts) in readings)
        {
            foreach (var problem in problems)
                Console.Error.WriteLine(problem with { Name = file.Path });
            if (facts is null)
                exitCode = ExitCode.Incomplete;
            else if (asJson)
                output.Write([.. FactsJson.Line(facts, file.Name), (byte)'\n']);
            else
                FactsListing.Write(Terminal.Out, facts);
        }

        return exitCode;
    }
}
