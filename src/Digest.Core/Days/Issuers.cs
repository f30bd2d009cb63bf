using System.Runtime.CompilerServices;
using Digest.Facts;
using Digest.Names;
using Digest.News;

namespace Digest.Days;

/// <summary>
/// Who issued a text that is not an outlet's: an aid group's release, an agency's situation report. What such a text states in its own voice, its issuer states; in an outlet's report nobody does.
/// </summary>
internal static class Issuers
{
    // Where a release says that it is one, it does so in its first lines.
    private const int HeadLines = 8;

    private static readonly string[] Signs = ["for immediate release", "press release", "news release", "media release", "situation report", "sitrep", "press statement", "for release"];

    private static readonly ConditionalWeakTable<Article, string> Known = [];

    /// <summary>The figures with the issuer where nobody else is named.</summary>
    public static IEnumerable<Told<CasualtyReport>> Attribute(IEnumerable<Told<CasualtyReport>> harm, IReadOnlyList<DayArticle> articles) =>
        harm.Select(h => h.Fact is { Claimant: null, IsHeadline: false, Status: not FigureStatus.Denied } && Of(articles[h.ArticleIndex].Article) is { } issuer && !IsHearsay(h, articles)
            ? h with { Fact = h.Fact with { Claimant = new(issuer, null, null, "said") } }
            : h);

    // "Four people were reportedly injured": somebody else's word, and nobody says whose.
    private static bool IsHearsay(Told<CasualtyReport> harm, IReadOnlyList<DayArticle> articles) =>
        Words.Stand(articles[harm.ArticleIndex].Article.Text, Sentences.Around(articles[harm.ArticleIndex].Article, harm.Fact.Provenance.Span), "reportedly", "allegedly");

    /// <summary>The issuer's name as the text's sentences write it; null for a text that does not say it is a release, or not whose.</summary>
    public static string? Of(Article article) => Known.GetValue(article, Read) is { Length: > 0 } issuer ? issuer : null;

    private static string Read(Article article)
    {
        var head = article.Blocks.Take(HeadLines).Where(b => b.Kind != BlockKind.Paragraph).Select(b => b.Span.In(article.Text)).ToArray();
        if (!Array.Exists(head, line => Array.Exists(Signs, s => line.Contains(s, StringComparison.OrdinalIgnoreCase))))
            return "";
        var body = article.Blocks.Where(b => b.Kind == BlockKind.Paragraph).Select(b => b.Span.In(article.Text)).ToArray();
        foreach (var name in head.SelectMany(line => line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(IsName))
        {
            // Of "HORIZON RELIEF INTERNATIONAL" the sentences may write "Horizon Relief" only; its own line then has the full name, if it is not in capitals.
            for (var words = name.Split(' '); words.Length >= 2; words = words[..^1])
            {
                var sought = string.Join(' ', words);
                foreach (var paragraph in body)
                {
                    var at = paragraph.IndexOf(sought, StringComparison.OrdinalIgnoreCase);
                    if (at >= 0 && !string.Equals(sought, paragraph[at..(at + sought.Length)].ToLowerInvariant(), StringComparison.Ordinal))
                        return name.Any(char.IsLower) ? name : paragraph[at..(at + sought.Length)];
                }
            }
        }

        return "";
    }

    // Two capitalised words or more, without a figure, that name no place and are no heading of the form.
    private static bool IsName(string line) => line.Length <= 80 && !line.Any(char.IsDigit) && line.Split(' ') is { Length: >= 2 and <= 8 } words
        && Array.TrueForAll(words, w => char.IsUpper(w[0]) || w is "of" or "for" or "and" or "the" or "in") && Gazetteer.Find(line) is null
        && !Array.Exists(Signs, s => line.Contains(s, StringComparison.OrdinalIgnoreCase));
}
