using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Digest.Cli.Evaluation;

/// <summary>One article of a set, as an extractor is given it.</summary>
internal sealed record SetArticle(string Id, string Text, DateOnly? Date, string? Title);

/// <summary>An annotated set: its articles and how facts are scored against its annotation.</summary>
internal sealed class EvaluationSet
{
    private readonly Func<IReadOnlyDictionary<string, JsonElement>, Score> score;

    private EvaluationSet(string name, ImmutableArray<SetArticle> articles, Func<IReadOnlyDictionary<string, JsonElement>, Score> score) =>
        (Name, Articles, this.score) = (name, articles, score);

    /// <summary>The file's name without its ending: "seeds", "pitf.dev".</summary>
    public string Name { get; }

    public ImmutableArray<SetArticle> Articles { get; }

    /// <param name="facts">In the form of `digest facts --jsonl`, by article id.</param>
    public Score Score(IReadOnlyDictionary<string, JsonElement> facts) => score(facts);

    /// <summary>Reads a GOLD.json (articles named beside it or in a folder of texts) or a DATASET.jsonl (articles in it).</summary>
    /// <exception cref="FormatException">The file or a text it names is not there or not as expected; the message says what to do.</exception>
    public static EvaluationSet Load(string path, string? textsFolder)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        try
        {
            return path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                ? Mentions(name, File.ReadAllText(path), textsFolder is null ? TextsNear(path) : file => ReadText(textsFolder, file))
                : Documents(name, path);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"{path} is neither gold of the seeds' form (.json) nor a known public set (.jsonl): {error.Message}", error);
        }
    }

    /// <summary>The five seeds with their gold, which the program carries with it.</summary>
    public static EvaluationSet Seeds() => Mentions("seeds", Carried("seeds.gold.json"), file => PlainText(Carried(file)));

    private static EvaluationSet Mentions(string name, string json, Func<string, string> textOf)
    {
        var gold = JsonDocument.Parse(json).RootElement;
        var texts = gold.Items("articles").Select(article => article.Text("name")!).ToImmutableSortedDictionary(file => file, textOf, StringComparer.Ordinal);
        return new(
            name,
            [.. texts.Select(text => new SetArticle(text.Key, text.Value, null, null))],
            facts => MentionScorer.Run(name, gold, facts, texts));
    }

    private static EvaluationSet Documents(string name, string path)
    {
        var documents = File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var dataset = documents.Count > 0 ? documents[0].Text("dataset") : null;
        if (PublicSets.Run(name, dataset, [], ImmutableDictionary<string, JsonElement>.Empty) is null)
            throw new FormatException($"{path}: \"dataset\" of its first line is \"{dataset}\"; expected pitf, airwars_gaza, muc4 or polnear.");

        return new(
            name,
            [.. documents.Select(document => new SetArticle(
                document.Text("id")!,
                document.Text("text_case") == "upper" ? document.Text("text_truecased")! : document.Text("text")!,
                DateOnly.TryParseExact(document.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
                dataset == "polnear" ? null : document.Text("title")))],
            facts => PublicSets.Run(name, dataset, documents, facts)!);
    }

    /// <summary>Texts in a folder named as the gold or its first word ("written-a": written), or `seeds`, beside the gold or up to two folders above.</summary>
    private static Func<string, string> TextsNear(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var start = new DirectoryInfo(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var folders = new[] { start, start.Parent, start.Parent?.Parent }.OfType<DirectoryInfo>()
            .SelectMany(folder => new[] { name, name.Split('-')[0], "seeds" }.Select(each => Path.Combine(folder.FullName, each)))
            .ToList();
        return file => folders.Find(folder => File.Exists(Path.Combine(folder, file))) is { } found
            ? ReadText(found, file)
            : throw new FormatException($"The text {file} that {path} names was not found near it; name its folder with --texts.");
    }

    private static string ReadText(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? PlainText(File.ReadAllText(path)) : throw new FormatException($"The text {path} is not there; --texts names the folder of the texts.");
    }

    /// <summary>As Python's text mode reads: every line ends in \n.</summary>
    private static string PlainText(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static string Carried(string file)
    {
        using var stream = typeof(EvaluationSet).Assembly.GetManifestResourceStream("evaluation/" + file)
            ?? throw new FormatException($"The program does not carry {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
