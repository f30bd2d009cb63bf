using Digest.Days;
using Digest.Facts;
using Digest.News;

namespace Digest.Tests.Days;

/// <summary>A statement that several outlets report stands once, with who carries which words; different statements stand apart. Tried on days made at random.</summary>
public class StatementFoldTests
{
    private const string Story = "Drones hit a fuel depot in Tyre on 20 November 2023, killing four people, the health ministry said. ";

    // One statement a row, in wordings that outlets give it; of two rows none is the other.
    private static readonly string[][] Said =
    [
        ["“Whoever harbours the killers shares in their guilt,” Defence Minister Ana Silva said.", "“Those who harbour the killers share their guilt,” said Defence Minister Ana Silva.", "Defence Minister Ana Silva warned: “Whoever shelters the killers shares in their guilt.”"],
        ["“We will close the port if the raids continue,” Kataib al-Nasr said.", "Kataib al-Nasr threatened to close the port if the raids continue."],
        ["“We will burn every oil field in the valley,” Kataib al-Nasr wrote.", "Kataib al-Nasr said: “Every oil field in the valley will burn.”"],
        ["Governor Karim Aziz called the raid “a blatant violation of our sovereignty”.", "“It is a flagrant breach of our sovereignty,” Governor Karim Aziz told reporters."],
        ["“The hospital was never a target,” army spokesman Omar Haddad said.", "Army spokesman Omar Haddad denied that the hospital was a target."],
    ];

    [Fact]
    public void OneStatementStandsOnceWithItsCarriersAndVerbatim()
    {
        var random = new Random(11);
        for (var turn = 0; turn < 60; turn++)
        {
            var outlets = Enumerable.Range(0, random.Next(2, 5)).Select(_ => Enumerable.Range(0, Said.Length).Where(_ => random.Next(3) > 0).Select(row => (Row: row, Words: Said[row][random.Next(Said[row].Length)])).ToArray()).ToArray();
            var facts = outlets.Select((said, i) => Facts($"outlet-{i}.txt", Story + string.Join(' ', said.OrderBy(_ => random.Next()).Select(s => s.Words)))).ToArray();
            var day = DayMerger.Merge(new(2023, 11, 20), facts.OrderBy(_ => random.Next()));
            var shown = string.Join('\n', facts.Select(f => f.Article.Text));

            SameStatementTests.AssertVerbatim(day, facts.GroupBy(f => f.Article.Id).ToDictionary(g => g.Key, g => g.First().Article.Text));
            foreach (var row in outlets.SelectMany(o => o.Select(s => s.Row)).Distinct())
            {
                var entries = day.Stories.SelectMany(s => s.Reactions).Where(r => Array.Exists(Said[row], words => r.Wordings.Any(w => words.Contains(w.Words, StringComparison.Ordinal)))).ToArray();
                Assert.True(entries.Length == 1, $"{Said[row][0]} stands {entries.Length} times in:\n{shown}");
                Assert.Equal(facts.Where(f => Array.Exists(Said[row], words => f.Article.Text.Contains(words, StringComparison.Ordinal))).Select(f => f.Article.Id).Distinct().Order(StringComparer.Ordinal),
                    entries[0].Wordings.SelectMany(w => w.Citations).Select(c => c.Provenance.ArticleId).Distinct().Order(StringComparer.Ordinal));
            }
        }
    }

    private static ArticleFacts Facts(string name, string text) => FactExtractor.Extract(ArticleReader.FromText(name, text, new DateOnly(2023, 11, 20)));
}
