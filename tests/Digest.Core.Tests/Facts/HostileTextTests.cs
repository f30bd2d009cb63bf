using System.Text;
using Digest.Benchmarks;
using Digest.Facts;
using Digest.News;

namespace Digest.Tests.Facts;

/// <summary>
/// Copy that nobody would file is read without throwing, and twice as much of it costs about twice as much: what is allocated stands for the work, because no test waits for a clock
/// (<c>docs/performance.md</c> has the times).
/// </summary>
public class HostileTextTests
{
    private const int Short = 12_000;

    /// <summary>Twice the text, with room for what doubles in steps.</summary>
    private const double MostGrowth = 2.8;

    public static TheoryData<string> Shapes => [.. HostileCopy.Shapes.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void TwiceTheTextCostsAboutTwiceAsMuch(string shape)
    {
        var piece = HostileCopy.Shapes.Single(s => s.Name == shape).Piece;
        Allocated(HostileCopy.Of(piece, Short));

        var (once, twice) = (Allocated(HostileCopy.Of(piece, Short)), Allocated(HostileCopy.Of(piece, 2 * Short)));

        Assert.InRange((double)twice / once, 0, MostGrowth);
    }

    [Theory]
    [InlineData("9", 5_000_000)] // a number of five million digits
    [InlineData("\0", 5_000_000)]
    [InlineData("A", 5_000_000)]
    [InlineData("\u200F", 1_000_000)]
    [InlineData(" \n", 5_000_000)]
    public void FiveMegabytesOfOneThingAreRead(string piece, int length) =>
        Assert.Empty(Read(HostileCopy.Of(piece, length)).Casualties);

    [Fact]
    public void AMillionDigitsCountNobody() => Assert.Empty(Read($"{new string('9', 1_000_000)} people were killed.").Casualties);

    [Fact]
    public void PiecesOfHostileCopyInAnyOrderAreReadAndEveryFactStandsInTheText()
    {
        var random = new Random(23);
        for (var turn = 0; turn < 300; turn++)
        {
            var text = new StringBuilder();
            for (var n = random.Next(2, 12); n > 0; n--)
                text.Insert(random.Next(text.Length + 1), HostileCopy.Of(HostileCopy.Shapes[random.Next(HostileCopy.Shapes.Count)].Piece, random.Next(1, 120)));
            var facts = Read(text.ToString());
            var read = facts.Article.Text;
            Assert.All(facts.Casualties, f => Assert.True(f.Provenance.HoldsIn(read)));
            Assert.All(facts.Events, f => Assert.True(f.Provenance.HoldsIn(read)));
            Assert.All(facts.Statements, f => Assert.True(f.Provenance.HoldsIn(read)));
            Assert.All(facts.Quotations, f => Assert.True(f.Provenance.HoldsIn(read)));
            Assert.All(facts.Reactions, f => Assert.True(f.Provenance.HoldsIn(read)));
        }
    }

    private static long Allocated(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static ArticleFacts Read(string text)
    {
        var reading = ArticleReader.Read(new UploadedFile("hostile.txt", Encoding.UTF8.GetBytes(text)));
        return FactExtractor.Extract(reading.Article ?? ArticleReader.FromText("hostile.txt", text));
    }
}
