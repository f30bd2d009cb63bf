using Digest.Benchmarks;
using Digest.Days;

namespace Digest.Tests.Days;

/// <summary>Places, numbers and source lists of articles that come and go are those of the same articles put in order at once.</summary>
public class ArticleOrderTests
{
    private static readonly DayArticle[] Articles = [.. new WireDay(3).Articles(160).Select(facts => new DayArticle(facts, []))];

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 5)]
    // So many at once that all are sorted anew.
    [InlineData(3, 90)]
    public void PlacesAndNumbersAreThoseOfAllInOrder(int seed, int most)
    {
        // Not for secrets: a test's choices, the same on every run.
        var random = new Random(seed);
        var (order, here) = (new ArticleOrder(), new List<HeldArticle>());
        for (var step = 0; step < 60; step++)
        {
            var former = here.ToDictionary(held => held, held => held.Index);
            var gone = here.Where(_ => random.Next(2 * most) < here.Count / 20).ToList();
            var come = Articles.Except(here.Select(held => held.Article), ReferenceEqualityComparer.Instance).Cast<DayArticle>().OrderBy(_ => random.Next()).Take(random.Next(most + 1))
                .Select(Held).OrderBy(held => held.Article, Comparer<DayArticle>.Create(DayArticles.Compare)).ToArray();
            foreach (var held in gone)
                former.Remove(held);

            var numbers = order.Exchange(gone, come);
            order.Line(come);
            here = [.. former.Keys.Concat(come).OrderBy(held => held.Article, Comparer<DayArticle>.Create(DayArticles.Compare))];

            Assert.Equal(here, order.All);
            Assert.Equal(Enumerable.Range(0, here.Count), here.Select(held => held.Index));
            Assert.Equal(here.SelectMany(held => held.Nodes).Select((_, place) => place), here.SelectMany(held => held.Nodes).Select(node => node.Place));
            Assert.Equal(here.Select(held => held.Article), order.Articles.Take(order.Count));
            Assert.Equal(here.Select(held => held.Article.ToSource().Number), order.Sources().Select(source => source.Number));
            Assert.Equal(here.Select(held => (held.Article.Id, held.LineOpening!.Index + 1)), order.Sources().Select(source => (source.ArticleId, source.Line)));
            foreach (var (held, number) in former)
                Assert.Equal(held.Index, numbers is null ? number : numbers[number]);
            foreach (var held in gone)
                held.Article.Index = DayArticle.Nowhere;
        }
    }

    private static HeldArticle Held(DayArticle article)
    {
        article.Index = DayArticle.Nowhere;
        var held = new HeldArticle(article, default);
        held.Nodes = [.. StoryUnits.Of(article, new()).Select(unit => new StoryNode(unit, held))];
        held.LineOpening = held;
        return held;
    }
}
