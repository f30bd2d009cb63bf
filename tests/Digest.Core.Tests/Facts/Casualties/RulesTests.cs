using Digest.Facts;
using Digest.News;
using Digest.Text;

namespace Digest.Tests.Facts.Casualties;

/// <summary>The table of the rules by which harm is read (<c>Rules.txt</c>): each with an example and a near miss; and every word that says harm, in its frame.</summary>
public class RulesTests
{
    private const int Cells = 5;

    public static TheoryData<string, string, string> Examples => Rows(1);

    public static TheoryData<string, string, string> NearMisses => Rows(3);

    [Theory]
    [MemberData(nameof(Examples))]
    public void AnExampleIsReadByItsRule(string rule, string text, string expected) => Assert.Equal($"{rule}: {expected}", $"{rule}: {Casualty.Read(text)}");

    [Theory]
    [MemberData(nameof(NearMisses))]
    public void ANearMissIsNot(string rule, string text, string expected) => Assert.Equal($"{rule}: {expected}", $"{rule}: {Casualty.Read(text)}");

    [Fact]
    public void EachRuleStandsOnceAndItsExampleIsReadOtherwiseThanItsNearMiss()
    {
        var rows = All().ToArray();

        Assert.Equal(rows.Length, rows.Select(r => r[0]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(rows, r => Assert.NotEqual(r[1], r[3]));
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void EachWordOfHarmIsReadInItsFrame(string word, string pos, string effect, string frame)
    {
        var text = (pos, frame) switch
        {
            ("verb", "object") => $"The guards went on to {word} nine men.",
            ("verb", "subject") => $"Nine men went on to {word}.",
            (_, "people") => $"They reported nine {(word is "dead" or "deceased" or "wounded" or "injured" or "missing" ? word : Plural(word))}.",
            _ => $"They reported the {word} of nine men.",
        };

        var report = Assert.Single(FactExtractor.Extract(ArticleReader.FromText("some.txt", text, new DateOnly(2025, 5, 7))).Casualties);

        Assert.Equal((effect, CountRange.Exactly(9)), (report.Effect.ToString(), report.Count));
    }

    public static TheoryData<string, string, string, string> Words
    {
        get
        {
            var words = new TheoryData<string, string, string, string>();
            foreach (var row in WordList.Rows("Facts/Casualties/harm.table.tsv"))
                words.Add(row[0], row[1], row[2], row[3]);
            return words;
        }
    }

    private static string Plural(string word) => word[^1] == 'y' ? word[..^1] + "ies" : word + "s";

    private static TheoryData<string, string, string> Rows(int text)
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var row in All())
            rows.Add(row[0], row[text], row[text + 1]);
        return rows;
    }

    private static IEnumerable<string[]> All()
    {
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Facts", "Casualties", "Rules.txt")))
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            yield return cells.Length == Cells ? cells : throw new FormatException($"'{line}' has {cells.Length} cells instead of {Cells}.");
        }
    }
}
