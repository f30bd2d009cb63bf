using Digest.Days;
using Digest.Editions;
using Digest.Facts;

namespace Digest.Tests.Editions;

public sealed class EditionComparerTests
{
    private static Claim Claim(string id, string article, FigureStatus status = FigureStatus.Current) =>
        new(id, HarmEffect.Killed, CountRange.Exactly(12), null, null, "Ministry", [new(1, new(article, new(0, 6), "killed"))]) { Status = status };

    private static Day Day(string article, params Claim[] claims) => new(
        new(2023, 11, 22), [new(1, article, "a.txt", 1)], [new Story("s", "strike", [1]) { Events = [new Event("e", EventType.Attack, "Strike", []) { Claims = [.. claims] }] }]);

    [Fact]
    public void TheSameDayHasNoChanges()
    {
        var changes = EditionComparer.Compare(Day("a", Claim("c", "a")), Day("a", Claim("c", "a")));

        Assert.True(changes.IsEmpty);
        Assert.Null(changes.Kind);
    }

    [Fact]
    public void ANewFigureIsAnUpdate()
    {
        var changes = EditionComparer.Compare(Day("a"), Day("a", Claim("c", "a")));

        Assert.Equal("c", Assert.Single(changes.AddedClaims).Claim.Id);
        Assert.Equal(EditionKind.Update, changes.Kind);
    }

    [Fact]
    public void AFigureGoneFromAnUnchangedArticleWasOurError()
    {
        var changes = EditionComparer.Compare(Day("a", Claim("c", "a")), Day("a"));

        Assert.Equal("c", Assert.Single(changes.WithdrawnClaims).Claim.Id);
        Assert.Equal(EditionKind.Correction, changes.Kind);
    }

    [Fact]
    public void AFigureGoneWithItsArticlesTextIsTheSourcesRevision()
    {
        var changes = EditionComparer.Compare(Day("a", Claim("c", "a")), Day("b", Claim("d", "b")));

        Assert.Equal("c", Assert.Single(changes.RevisedClaims).Claim.Id);
        Assert.Empty(changes.WithdrawnClaims);
        Assert.Equal(EditionKind.Update, changes.Kind);
    }

    [Fact]
    public void AFigureNowReplacedIsSaidToBe()
    {
        var changes = EditionComparer.Compare(Day("a", Claim("c", "a")), Day("a", Claim("c", "a", FigureStatus.Superseded)));

        Assert.Equal(FigureStatus.Superseded, Assert.Single(changes.RestatedClaims).Claim.Status);
        Assert.Equal(EditionKind.Update, changes.Kind);
    }

    [Fact]
    public void AnEditionIsNumberedFromOne() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Edition(Publication.Default, Day("a"), 0, DateTimeOffset.UnixEpoch));
}
