using System.Text;
using Digest.News;

namespace Digest.Tests.News;

/// <summary>What holds for every input of the reader.</summary>
public class ReadingLawTests
{
    private static readonly string[] Fragments =
    [
        "\n", "\n\n", "\r\n", " ", "\u00A0", "\u200B", "date 2023-11-22 ", "By A Name", "By ", "KABUL, Nov 3 (Wire) - ", "BAGHDAD — ", "(AFP photo)", "/ Photo: Agency", "More News", "Share  Tweet",
        "15:20 ", "• ", "1. ", "- ", "© 2025 X", "Wednesday, 11/22/2023", "07/05/2025", "10 MAR 2025 0418 GMT", "(Corrects to show 12)", "(Reporting by A Name; Editing by B Name)", "Notes to editors",
        "Two people were killed and three wounded in the town, a doctor said.", "“We saw it,” he said.", "LIVE: what we know", "FLASH - ", "CORRECTED-", "UKRAINE A drone hit a bus in the south of the country and killed three.",
        "Menu | Log in | More", "[Text] ", "/", "(", ")", ":", ".", "\u2028", "\uD83D\uDE00", "\uD800", "é", "ISN/Baghdad", "Skip to content", "http://example.org/2025/01/02",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void BlocksAreInOrderInsideTheTextAndCoverAllThatCanBeSeen(int seed)
    {
        var random = new Random(seed);
        var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Fragments[random.Next(Fragments.Length)]));
        var article = ArticleReader.FromText("a", text);

        Assert.Same(text, article.Text);
        AssertLayout(article);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void AnyCharactersAreKeptAsTheyAre(int seed)
    {
        var random = new Random(seed);
        var text = new string([.. Enumerable.Range(0, random.Next(300)).Select(_ => (char)random.Next(random.Next(2) == 0 ? 128 : 65536))]);
        var article = ArticleReader.FromText("a", text);

        Assert.Same(text, article.Text);
        AssertLayout(article);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void ReadingNeverThrowsWhateverTheBytesAndTheName(int seed)
    {
        string[] endings = ["", ".txt", ".html", ".md", ".json", ".xml", ".docx", ".ninjs"];
        byte[][] openings = [[], "<html>"u8.ToArray(), "{\"a\":"u8.ToArray(), [(byte)'P', (byte)'K', 3, 4], "---\n"u8.ToArray(), "<rss>"u8.ToArray(), [0xFF, 0xFE], [0xEF, 0xBB, 0xBF]];
        var random = new Random(seed);
        var bytes = new byte[random.Next(400)];
        random.NextBytes(bytes);
        var reading = ArticleReader.Read(new("upload" + endings[random.Next(endings.Length)], (byte[])[.. openings[random.Next(openings.Length)], .. bytes]));

        if (reading.Article is { } article)
            AssertLayout(article);
        else
            Assert.NotEmpty(reading.Problems);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void ReadingNeverThrowsOnBrokenFilesOfEachFormat(int seed)
    {
        (string Name, string Content)[] whole =
        [
            ("a.html", "<html><head><meta charset=utf-8><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\"}</script></head><body><article><h1>Two dead</h1><p>" + Some.Sentence(1) + "</p><p>" + Some.Sentence(2) + "</p></article></body></html>"),
            ("a.md", "---\ntitle: x\ndate: 2025-01-01\n---\n# Two dead\n\n" + Some.Sentence(1) + "\n\n> quoted\n\n- item\n"),
            ("a.json", "{\"title\":\"x\",\"date\":\"2025-01-01\",\"body\":\"" + Some.Sentence(1) + "\"}"),
            ("a.xml", "<rss><channel><item><title>x</title><pubDate>Mon, 10 Mar 2025 21:30:00 GMT</pubDate><description>&lt;p&gt;" + Some.Sentence(1) + "&lt;/p&gt;</description></item></channel></rss>"),
        ];
        var random = new Random(seed);
        var (name, content) = whole[random.Next(whole.Length)];
        var bytes = Encoding.UTF8.GetBytes(content);
        for (var i = 0; i < 5; i++)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        var reading = ArticleReader.Read(new(name, bytes.AsMemory(0, random.Next(bytes.Length))));

        if (reading.Article is { } article)
            AssertLayout(article);
        else
            Assert.NotEmpty(reading.Problems);
    }

    [Theory]
    [InlineData("One block in a line of its own.")]
    [InlineData("Suspected gunmen killed five people in the city of Dorna on Tuesday, witnesses said")]
    [InlineData("KILLED")]
    [InlineData("Five dead")]
    public void ATextOfOneLineIsAParagraph(string text)
    {
        Assert.Equal(BlockKind.Paragraph, Assert.Single(ArticleReader.FromText("a", text).Blocks).Kind);
    }

    [Fact]
    public void TheLineEndingsOfAnUploadDoNotChangeItsLayout()
    {
        const string Text = "Two dead in Dorna\n\nBy A Name\n10 March 2025\n\nShelling killed two people in the town of Dorna on Monday, the mayor said.\n\nMore News\n";
        var blocks = Kinds(Text);

        Assert.Equal(blocks, Kinds(Text.ReplaceLineEndings("\r\n")));
        Assert.Equal(blocks, Kinds(Text.ReplaceLineEndings("\r")));
        Assert.Equal(blocks, Kinds(Text.ReplaceLineEndings("\u2028")));

        static IEnumerable<(BlockKind, string)> Kinds(string text) => ArticleReader.FromText("a", text).Blocks.Select(block => (block.Kind, block.Span.In(text)));
    }

    private static void AssertLayout(Article article)
    {
        var end = 0;
        foreach (var block in article.Blocks)
        {
            Assert.False(block.Span.IsEmpty);
            Assert.True(block.Span.Start >= end, $"block {block.Span} begins before {end}");
            Assert.True(block.Span.End <= article.Text.Length);
            Assert.All(article.Text[end..block.Span.Start], c => Assert.True(PressText.IsBlank(c), $"'{c}' is in no block"));
            end = block.Span.End;
        }

        Assert.All(article.Text[end..], c => Assert.True(PressText.IsBlank(c), $"'{c}' is in no block"));
    }
}
