using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Digest.Days;
using Digest.Facts;
using Digest.News;

namespace Digest.Tests.Days;

/// <summary>
/// Short articles of several days with what makes merging hard, in the order nobody gave them: like events in different towns, one town on two days, round-ups, shared copy, tolls that rise,
/// corrections, denials, old stories published again. What people make of them was set down before any program read them.
/// </summary>
internal sealed class DaySet
{
    private readonly string name;
    private readonly Lazy<JsonNode> read;
    private readonly Lazy<Placement> placed;

    private DaySet(string name)
    {
        this.name = name;
        read = new(() => JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(Folder, name + ".json")))!);
        placed = new(() => DayPlacer.PlaceAll(Uploads().Select(Facts), FactExtractor.Extract));
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "gold");

    /// <summary>Forty-four articles of five days, among them a corrected re-upload and translations.</summary>
    public static DaySet Lookalikes { get; } = new("lookalikes");

    /// <summary>Twenty articles of four days in other wars.</summary>
    public static DaySet Unseen { get; } = new("unseen-days");

    /// <summary>Twenty-one articles of three days in yet other wars.</summary>
    public static DaySet UnseenAgain { get; } = new("unseen-days-2");

    public static DaySet Named(string name) => Array.Find([Lookalikes, Unseen, UnseenAgain], set => set.name == name) ?? throw new ArgumentException($"There is no set \"{name}\".", nameof(name));

    public JsonNode File => read.Value;

    public IEnumerable<JsonNode> Days => File["days"]!.AsArray().Select(d => d!);

    /// <summary>The names that stand for one claimant in this set.</summary>
    public string[][] SameEntity => Gold.SameEntityOf(File);

    /// <summary>The articles by day, as the program reads and places them; no upload comes with a date of its own.</summary>
    public Placement Placement => placed.Value;

    public ImmutableArray<ArticleFacts> Of(DateOnly day) => Placement.Days.GetValueOrDefault(day, []);

    /// <summary>The articles of the files, one behind each line "=== name".</summary>
    public IEnumerable<UploadedFile> Uploads()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, name), "*.articles.txt").Order(StringComparer.Ordinal))
        {
            foreach (var article in System.IO.File.ReadAllText(file).Split("=== ", StringSplitOptions.RemoveEmptyEntries))
            {
                var line = article.IndexOf('\n', StringComparison.Ordinal);
                yield return new(article[..line].Trim(), Encoding.UTF8.GetBytes(article[(line + 1)..]));
            }
        }
    }

    private static ArticleFacts Facts(UploadedFile upload) => FactExtractor.Extract(ArticleReader.Read(upload).Article ?? throw new InvalidDataException($"{upload.Name} is not read."));
}
