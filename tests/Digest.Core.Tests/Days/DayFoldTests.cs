using Digest.Benchmarks;
using Digest.Days;
using Digest.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace Digest.Tests.Days;

/// <summary>A fold that was changed step by step is the fold of what it holds: thousands of cases; a failure names its seed.</summary>
public class DayFoldTests
{
    private static readonly DateOnly Date = new(2025, 6, 3);
    private static readonly Config Quick = Config.QuickThrowOnFailure;

    [Fact]
    public void AnyOrderRepetitionAndBatchesOfUploadsGiveTheSameBytes() => ForEverySet((made, facts) =>
    {
        var fold = DayFold.Empty(Date);
        foreach (var article in made.Shuffled(facts.Concat(facts.Where(_ => made.Next(3) == 0))))
        {
            fold = fold.Replace(article);
            if (made.Next(4) == 0)
                _ = fold.Day;
        }

        return Same(facts, fold);
    });

    [Fact]
    public void ARemovedArticleWasNeverThere() => ForEverySet((made, facts) =>
    {
        var gone = made.Shuffled(facts).Take(made.Next(facts.Length + 1)).ToArray();
        var fold = DayFold.Of(Date, made.Shuffled(facts));
        _ = fold.Day;
        foreach (var article in gone)
            fold = fold.Remove(article.Article.Name);
        return Same(facts.Except(gone, ReferenceEqualityComparer.Instance).Cast<ArticleFacts>(), fold);
    });

    [Fact]
    public void AReplacedArticleLeavesNothingOfItsEarlierClaims() => ForEverySet((made, facts) =>
    {
        var fold = DayFold.Of(Date, facts);
        _ = fold.Day;
        var changed = made.Shuffled(facts)[0];
        var corrected = changed with { Casualties = [.. changed.Casualties.Where(_ => made.Next(2) == 0)], Quotations = [] };
        return Same(facts.Select(f => ReferenceEquals(f, changed) ? corrected : f), fold.Replace(corrected));
    });

    [Fact]
    public void FoldsMadeAtOnceFromOneGiveTheSameBytes() => ForEverySet((made, facts) =>
    {
        var half = DayFold.Of(Date, facts.Take(facts.Length / 2));
        var ways = Enumerable.Range(0, 4).Select(_ => made.Shuffled(facts)).ToArray();
        var whole = new Day[ways.Length];
        Parallel.For(0, ways.Length, i => whole[i] = ways[i].Aggregate(half, (fold, article) => fold.Replace(article)).Day);
        var expected = DayDump.Of(DayMerger.Merge(Date, facts));
        return Array.TrueForAll(whole, day => DayDump.Of(day) == expected);
    }, 200);

    [Fact]
    public void OneTextUnderTwoNamesIsOneSourceUntilBothAreGone()
    {
        var facts = new RandomFacts(5).Articles()[0];
        var again = facts with { Article = facts.Article with { Name = "zz-again.txt" } };
        var fold = DayFold.Of(Date, [facts, again]);

        Assert.Equal("zz-again.txt", Assert.Single(Assert.Single(fold.Day.Sources).OtherNames));
        Assert.Equal("zz-again.txt", Assert.Single(fold.Remove(facts.Article.Name).Day.Sources).Name);
        Assert.Empty(fold.Remove(facts.Article.Name).Remove("zz-again.txt").Day.Sources);
    }

    [Fact]
    public void TheDayIsTheSameWhetherReasonsAreAskedForOrNot() => ForEverySet((_, facts) =>
        DayDump.Of(DayFold.Of(Date, facts).Explain().Day) == DayDump.Of(DayMerger.Merge(Date, facts)), 200);

    // So many that words are common, a place is busy and agency copy has more carriers than are compared with each other.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ALargeDayChangedAtRandomIsTheFoldOfWhatItHolds(int seed)
    {
        var all = new WireDay(seed).Articles(220);
        var random = new Random(seed);
        var fold = DayFold.Of(WireDay.Date, all.Where(_ => random.Next(4) > 0));
        for (var move = 0; move < 8; move++)
        {
            for (var change = random.Next(3) == 0 ? 40 : 2; change > 0; change--)
            {
                var article = all[random.Next(all.Length)];
                fold = random.Next(3) == 0 ? fold.Remove(article.Article.Name) : fold.Replace(random.Next(5) == 0 ? article with { Casualties = [] } : article);
            }

            Assert.Equal(DayDump.Of(DayMerger.Merge(WireDay.Date, fold.Articles)), DayDump.Of(fold.Day));
        }
    }

    [Fact]
    public void RemovingWhatIsNotThereChangesNothing()
    {
        var fold = DayFold.Of(Date, new RandomFacts(6).Articles());

        Assert.Same(fold, fold.Remove("nobody.txt"));
    }

    private static bool Same(IEnumerable<ArticleFacts> facts, DayFold fold) =>
        DayDump.Of(DayMerger.Merge(Date, facts)) == DayDump.Of(fold.Day);

    private static void ForEverySet(Func<RandomFacts, ArticleFacts[], bool> holds, int cases = 500) =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            var made = new RandomFacts(seed);
            return holds(made, made.Articles());
        }).Check(Quick.WithMaxTest(cases));
}
