using Digest.Days;
using Digest.Facts;

namespace Digest.Tests.Days;

/// <summary>What holds for every set of articles, tried on thousands made at random; a failure names the seed that made it.</summary>
public class DayLawTests
{
    private const int Cases = 250;

    [Fact]
    public void TheOrderOfArrivalDoesNotMatter() => ForEverySeed(1, (facts, made) =>
        Assert.Equal(DayDump.Of(RandomFacts.Fold(facts)), DayDump.Of(RandomFacts.Fold(made.Shuffled(facts)))));

    [Fact]
    public void RepetitionDoesNotMatter() => ForEverySeed(2, (facts, made) =>
        Assert.Equal(DayDump.Of(RandomFacts.Fold(facts)), DayDump.Of(RandomFacts.Fold(made.Shuffled(facts.Concat(facts.Where(_ => made.Next(2) == 0)))))));

    [Fact]
    public void ArrivalInBatchesDoesNotMatter() => ForEverySeed(3, (facts, made) =>
    {
        var cut = made.Next(facts.Length + 1);
        Assert.Equal(DayDump.Of(RandomFacts.Fold(facts)), DayDump.Of(RandomFacts.Fold(facts[cut..].Concat(facts[..cut]).Concat(facts[..(cut / 2)]))));
    });

    [Fact]
    public void EveryCitationStandsInItsArticle() => ForEverySeed(4, (facts, _) =>
    {
        var day = RandomFacts.Fold(facts).Day;
        var texts = facts.GroupBy(f => f.Article.Id).ToDictionary(g => g.Key, g => g.First().Article.Text);
        foreach (var citation in Citations(day))
        {
            Assert.Equal(day.Sources[citation.SourceNumber - 1].ArticleId, citation.Provenance.ArticleId);
            Assert.True(citation.Provenance.HoldsIn(texts[citation.Provenance.ArticleId]));
        }
    });

    [Fact]
    public void EveryPrintedStatementStandsInTheArticleItIsCitedFrom() => ForEverySeed(8, (facts, _) =>
        SameStatementTests.AssertVerbatim(RandomFacts.Fold(facts).Day, facts.GroupBy(f => f.Article.Id).ToDictionary(g => g.Key, g => g.First().Article.Text)));

    [Fact]
    public void NoFigureIsShownThatNoArticleGives() => ForEverySeed(5, (facts, _) =>
    {
        var given = facts.SelectMany(f => f.Casualties).Select(c => (c.Effect, c.Count)).ToHashSet();
        var ends = facts.SelectMany(f => f.Casualties).SelectMany(c => new[] { c.Count.Min, c.Count.Max }).ToHashSet();
        foreach (var shown in RandomFacts.Fold(facts).Day.Stories.SelectMany(s => s.Events))
        {
            Assert.All(shown.Claims, c => Assert.Contains((c.Effect, c.Count), given));
            Assert.All(shown.Tallies, t => Assert.True((t.Range.Min is null || ends.Contains(t.Range.Min)) && (t.Range.Max is null || ends.Contains(t.Range.Max))));
        }
    });

    [Fact]
    public void IdsAreGivenOnce() => ForEverySeed(6, (facts, _) =>
    {
        var day = RandomFacts.Fold(facts).Day;
        var ids = day.Stories.Select(s => s.Id).Concat(day.Stories.SelectMany(s => s.Events).Select(e => e.Id)).Concat(day.Stories.SelectMany(s => s.Reactions).Select(r => r.Id)).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(day.Stories.SelectMany(s => s.Events), e => Assert.Equal(e.Claims.Length, e.Claims.Select(c => c.Id).Distinct().Count()));
    });

    [Fact]
    public void ClaimsOfOneEventNeverComeFromTwoDays() => ForEverySeed(7, (facts, _) =>
    {
        var reports = facts.SelectMany(f => f.Events).GroupBy(e => e.Provenance).ToDictionary(g => g.Key, g => g.First());
        foreach (var shown in RandomFacts.Fold(facts).Day.Stories.SelectMany(s => s.Events))
        {
            var windows = shown.Reports.Select(r => reports.GetValueOrDefault(r.Provenance)).Where(r => r is { Count: null or 1 }).Select(r => DayWindow.Of(r!)).OfType<DayWindow>().ToArray();
            Assert.All(windows, window => Assert.All(windows, other => Assert.True(window.Meets(other))));
        }
    });

    private static IEnumerable<Citation> Citations(Day day) => day.Stories.SelectMany(s => s.Events.SelectMany(e => e.Reports.Concat(e.Claims.SelectMany(c => c.Citations)))
        .Concat(s.Reactions.SelectMany(r => r.Wordings).SelectMany(w => w.Citations)).Concat(s.Background.SelectMany(b => b.Citations)).Concat(s.Escalation.SelectMany(e => e.Citations)));

    private static void ForEverySeed(int law, Action<ArticleFacts[], RandomFacts> holds)
    {
        for (var i = 0; i < Cases; i++)
        {
            var made = new RandomFacts((law * 10_000) + i);
            var facts = made.Articles();
            try
            {
                holds(facts, made);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                throw new InvalidOperationException($"The law fails for seed {(law * 10_000) + i}.", failure);
            }
        }
    }
}
