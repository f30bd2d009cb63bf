using Digest.Days;
using Digest.Facts;

namespace Digest.Tests.Days;

/// <summary>What an event's notes say of its claims, as sentences an editor could print.</summary>
public sealed class ClaimNotesTests
{
    [Fact]
    public void SourcesThatAgreeAreNamedInASentence() =>
        Assert.Equal("Officials and an officer give the same figure: four killed.", Assert.Single(Of(Claim("officials", 4, 1), Claim("An officer", 4, 2))));

    [Theory]
    [InlineData("Omar Salih", "Omar Salih's son Adam", false)]
    [InlineData("Omar Salih", "Omar Salih", true)]
    [InlineData("policeman", "shepherd", false)]
    [InlineData("person", "shepherd", true)]
    public void SinglePersonsAreOneOnlyInTheSameWords(string first, string second, bool agree) =>
        Assert.Equal(agree ? 1 : 0, Of(Claim("the army", 1, 1) with { Victims = first }, Claim("the ministry", 1, 2) with { Victims = second }).Length);

    [Theory]
    [InlineData("the ministry's driver", "3")]
    [InlineData("person", "1 to 3")]
    [InlineData(null, "1 to 3")]
    public void OnePersonToldOfSinglyIsNoRivalOfACount(string? victims, string range) =>
        Assert.Equal(range, Assert.Single(Tallies.Of([Claim("the army", 3, 1), Claim("the ministry", 1, 2) with { Victims = victims }])).Text);

    [Fact]
    public void OnePersonAloneIsTheFigure() => Assert.Equal("1", Assert.Single(Tallies.Of([Claim("the army", 1, 1) with { Victims = "driver" }])).Text);

    [Theory]
    [InlineData("The ministry", "Two different figures are attributed to the ministry: six and four. The articles do not show which is later.")]
    [InlineData("An official", "Two different figures are attributed to an official: six and four. The articles do not show which is later.")]
    [InlineData("Ana Pinto", "Two different figures are attributed to Ana Pinto: six and four. The articles do not show which is later.")]
    public void OneSourceThatDiffersIsNamedWithinTheSentence(string claimant, string note) =>
        Assert.Equal(note, Assert.Single(Of(Claim(claimant, 6, 1), Claim(claimant, 4, 2))));

    [Fact]
    public void TwoFiguresOfOneArticleAreNoQuarrel() => Assert.Empty(Of(Claim("the ministry", 6, 1), Claim("the ministry", 4, 1)));

    [Fact]
    public void WhatWasReplacedAndWhatIsDeniedIsSaid() =>
        Assert.Equal(
            [
                "An earlier figure from an official, two killed, has been replaced, by article 1.",
                "The army denies that nine were killed, the figure an officer gives. It has no part in the range.",
            ],
            Of(Claim("An official", 2, 1) with { Status = FigureStatus.Superseded }, Claim("An officer", 9, 2) with { Status = FigureStatus.Denied, DeniedBy = "the army" }));

    [Theory]
    [InlineData("rebels", "Rebels deny that")]
    [InlineData("police", "Police deny that")]
    [InlineData("the army", "The army denies that")]
    public void OneDeniesAndManyDeny(string denier, string opening) =>
        Assert.StartsWith(opening, Assert.Single(Of(Claim("an officer", 9, 2) with { Status = FigureStatus.Denied, DeniedBy = denier })), StringComparison.Ordinal);

    [Theory]
    [InlineData("her cousins", "13")] // whose own she counts are not all
    [InlineData("his own men", "13")]
    [InlineData("people", "2 to 13")]
    public void WhoTellsOfHerOwnDoesNotLowerTheRange(string victims, string range) =>
        Assert.Equal(range, Assert.Single(Tallies.Of([Claim("the ministry", 13, 1), Claim("Amal Qadri", 2, 2) with { Victims = victims }])).Text);

    [Fact]
    public void ASourceNamedWithAnotherIsNoSecondSource() => Assert.Empty(Of(Claim("police and hospital officials", 11, 1), Claim("police", 11, 2)));

    private static string[] Of(params Claim[] claims) => [.. ClaimNotes.Of(new("e", EventType.Attack, "Attack", []) { Claims = [.. claims] })];

    private static Claim Claim(string claimant, int count, int article) =>
        new($"{claimant}{count}", HarmEffect.Killed, CountRange.Exactly(count), null, null, claimant, [new(article, new("a", new(0, 6), "killed"))]);
}
