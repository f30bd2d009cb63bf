using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Digest.Days;
using Digest.Facts;
using Digest.News;

namespace Digest.Tests.Days;

/// <summary>
/// Forty-four short articles with what makes merging hard: like events in different towns, one town on two days, round-ups, shared copy behind another opening, translations,
/// a corrected re-upload, old stories published again. What people make of them was set down before any program read them.
/// </summary>
internal static class Lookalikes
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "gold");

    private static readonly Lazy<JsonNode> Read = new(() => JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(Folder, "lookalikes.json")))!);

    private static readonly Lazy<Placement> Placed = new(() => DayPlacer.PlaceAll(Uploads().Select(Facts), FactExtractor.Extract));

    public static JsonNode File => Read.Value;

    public static IEnumerable<JsonNode> Days => File["days"]!.AsArray().Select(d => d!);

    /// <summary>The articles by day, as the program reads and places them; no upload comes with a date of its own.</summary>
    public static Placement Placement => Placed.Value;

    public static ImmutableArray<ArticleFacts> Of(DateOnly day) => Placement.Days.GetValueOrDefault(day, []);

    /// <summary>The articles of the files, one behind each line "=== name".</summary>
    public static IEnumerable<UploadedFile> Uploads()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, "lookalikes"), "*.articles.txt").Order(StringComparer.Ordinal))
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
