using Digest.Days;
using Digest.Facts;

namespace Digest.Tests.Days;

/// <summary>Which texts differ from one set of uploads to the next, whatever order and repetition they are given in.</summary>
public class UploadsTests
{
    private static readonly ArticleFacts[] Pool = [.. Enumerable.Range(0, 40).SelectMany(seed => new RandomFacts(seed).Articles()).Take(120)];

    [Fact]
    public void WhatDiffersIsWhatCameOrWentHoweverItIsGiven()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            // Not for secrets: a test's choices, the same on every run.
            var random = new Random(seed);
            var (uploads, before) = (new Uploads(), Array.Empty<ArticleFacts>());
            for (var step = 0; step < 12; step++)
            {
                var target = Changed(before, random);
                var differing = uploads.MoveTo(target);
                var (gone, come) = (before.Except(target, ReferenceEqualityComparer.Instance), target.Except(before, ReferenceEqualityComparer.Instance));
                Assert.Equal(gone.Concat(come).Cast<ArticleFacts>().Select(facts => facts.Article.Id).Distinct().Order(StringComparer.Ordinal), differing.Order(StringComparer.Ordinal));
                foreach (var id in Pool.Select(facts => facts.Article.Id).Distinct())
                    Assert.True(uploads.Of(id).ToHashSet(ReferenceEqualityComparer.Instance).SetEquals(target.Where(facts => facts.Article.Id == id)), $"seed {seed}, step {step}, text {id}");
                before = target;
            }
        }
    }

    [Fact]
    public void UploadsThatOnlyChangePlacesDifferInNothing()
    {
        var uploads = new Uploads();
        _ = uploads.MoveTo(Pool[..10]);
        Assert.Empty(uploads.MoveTo(Pool[..10].Reverse()));
        Assert.Empty(uploads.MoveTo([Pool[3], .. Pool[..10], Pool[3]]));
        Assert.Equal([Pool[0].Article.Id], uploads.MoveTo(Pool[1..10]));
    }

    private static ArticleFacts[] Changed(ArticleFacts[] before, Random random)
    {
        var target = before.ToList();
        for (var times = random.Next(4); times > 0; times--)
            target.Insert(random.Next(target.Count + 1), Pool[random.Next(Pool.Length)]);
        for (var times = random.Next(4); times > 0 && target.Count > 0; times--)
            target.RemoveAt(random.Next(target.Count));
        if (random.Next(5) == 0)
            target = [.. target.OrderBy(_ => random.Next())];
        return [.. target];
    }
}
