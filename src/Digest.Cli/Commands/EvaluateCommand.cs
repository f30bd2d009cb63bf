using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Digest.Cli.Evaluation;
using Digest.Facts;

namespace Digest.Cli.Commands;

/// <summary>`digest evaluate`: how well the facts agree with human annotation.</summary>
internal static class EvaluateCommand
{
    private static readonly Argument<FileSystemInfo[]> Sets = new("SETS")
    {
        Description = "Gold of the seeds' form (.json), public sets (.jsonl), or a folder that holds them in gold/ and data/. None: the five seeds.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<DirectoryInfo> Texts = new("--texts") { Description = "The folder of the articles that a gold file names. Without it they are looked for near the gold." };

    private static readonly Option<FileInfo> Facts = new("--facts") { Description = "Score these facts (what `digest facts --jsonl` printed) instead of extracting them now. For one set." };

    private static readonly Option<bool> AsJson = new("--json") { Description = "Print JSON: for one set what score.py --json prints, for several an object with a member for each." };

    private static readonly Option<bool> AsMarkdown = new("--markdown") { Description = "Print Markdown tables, as docs/accuracy.md holds them." };

    private static readonly Option<int> Misses = new("--misses") { Description = "Also list, on standard error, the first N units missed or found too much." };

    public static Command Create()
    {
        Sets.AcceptExistingOnly();
        Texts.AcceptExistingOnly();
        Facts.AcceptExistingOnly();
        var command = new ExampledCommand("evaluate", "Measures the extraction against human annotation, with the figures of the evaluation's score.py.", """
              digest evaluate                                    the five seeds
              digest evaluate gold/written-a.json --misses 20    with the first twenty units that are wrong
              digest evaluate seeds.json --facts facts.jsonl     facts that were extracted before
              digest evaluate evaluation --markdown              every set of a folder, as tables for a document
            """)
        {
            Sets, Texts, Facts, AsJson, AsMarkdown, Misses,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Facts) is not null && (result.GetValue(Sets)?.Length > 1 || result.GetValue(Sets) is [DirectoryInfo]))
                result.AddError("--facts scores the facts of one set: name one file.");
        });
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        try
        {
            var sets = Load(parsed.GetValue(Sets) ?? [], parsed.GetValue(Texts)?.FullName);
            var scores = sets.Select(set => set.Score(parsed.GetValue(Facts) is { } file ? ReadFacts(file.FullName) : Extract(set))).ToList();
            foreach (var miss in scores.SelectMany(score => score.Misses).Take(parsed.GetValue(Misses)))
                Console.Error.WriteLine(miss);
            Print(scores, parsed.GetValue(AsJson), parsed.GetValue(AsMarkdown));
            return ExitCode.Fine;
        }
        catch (Exception error) when (error is FormatException or AggregateException { InnerException: AnalysisException })
        {
            Console.Error.WriteLine((error.InnerException as AnalysisException ?? error).Message);
            return ExitCode.Incomplete;
        }
    }

    private static List<EvaluationSet> Load(FileSystemInfo[] named, string? texts) => named.Length == 0
        ? [EvaluationSet.Seeds()]
        : [.. named.SelectMany(each => each is DirectoryInfo folder ? Files(folder) : [each.FullName]).Select(file => EvaluationSet.Load(file, texts))];

    private static ImmutableArray<string> Files(DirectoryInfo folder)
    {
        ImmutableArray<string> files = [.. Matching("gold", "*.json"), .. Matching("data", "*.jsonl")];
        return files.IsEmpty ? throw new FormatException($"{folder.FullName} holds no gold/*.json and no data/*.jsonl.") : files;

        IEnumerable<string> Matching(string part, string pattern) => Directory.Exists(Path.Combine(folder.FullName, part))
            ? Directory.EnumerateFiles(Path.Combine(folder.FullName, part), pattern).Order(StringComparer.Ordinal)
            : [];
    }

    private static Dictionary<string, JsonElement> Extract(EvaluationSet set) =>
        Extraction.Together([.. set.Articles.AsParallel().AsOrdered().Select(article => Extraction.FromText(article.Id, article.Text, article.Date, article.Title))])
            .Zip(set.Articles, (facts, article) => (article.Id, Facts: Parse(FactsJson.Line(facts, article.Id))))
            .ToDictionary(pair => pair.Id, pair => pair.Facts, StringComparer.Ordinal);

    private static Dictionary<string, JsonElement> ReadFacts(string path)
    {
        var facts = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            try
            {
                var parsed = JsonDocument.Parse(line).RootElement;
                if (parsed.Text("id") is { } id)
                    facts[id] = parsed;
            }
            catch (JsonException error)
            {
                throw new FormatException($"{path}({number}): this line is not JSON ({error.Message}). Each line holds the facts of one article, as `digest facts --jsonl` prints them.", error);
            }
        }

        return facts;
    }

    private static JsonElement Parse(byte[] line) => JsonDocument.Parse(line).RootElement;

    private static void Print(List<Score> scores, bool asJson, bool asMarkdown)
    {
        if (asJson)
            Console.WriteLine(scores is [var only] ? only.ToJson() : $"{{{string.Join(',', scores.Select(score => $"{JsonSerializer.Serialize(score.Set)}:{score.ToJson()}"))}}}");
        else if (asMarkdown)
            Console.Write(string.Join("", scores.Select(ScorePrinter.Markdown)));
        else
            scores.ForEach(score => ScorePrinter.Print(Terminal.Out, score));
    }
}
