using Digest.Facts;

namespace Digest.Tests.Facts;

/// <summary>Which attacks an article recalls and which are its news, and what goes with an attack told before.</summary>
public class RecalledTests
{
    private static readonly DateOnly Wednesday = new(2025, 3, 12);

    [Theory]
    // A counted series that the news answers.
    [InlineData("US jets bombed a depot near Tikrit in response to more than 40 rocket attacks by militias on bases.", "more than 40", true)]
    [InlineData("US jets bombed a depot near Tikrit after dozens of drone attacks by militias on bases.", "drone attacks", true)]
    // A single attack, or two, that the news answers may be news itself.
    [InlineData("US jets bombed a depot near Tikrit after two drone attacks by militias on a base near Hit.", "two drone attacks", false)]
    [InlineData("US jets bombed a depot near Tikrit after a rocket attack on a base near Hit.", "rocket attack", false)]
    // A series that is the news.
    [InlineData("Militias carried out more than 40 rocket attacks on bases near Hit on Tuesday.", "rocket attacks", false)]
    // "Previously" stands with the verb.
    [InlineData("The army had previously bombed three camps in Darfur.", "bombed", true)]
    [InlineData("Rebels previously attacked a convoy near Gao.", "attacked", true)]
    [InlineData("The army bombed a camp in Darfur previously held by rebels.", "bombed", false)]
    // Older by days or weeks than what it is told beside.
    [InlineData("The raid came days after rockets hit a base near Hit.", "rockets hit", true)]
    [InlineData("The raid came two weeks after gunmen attacked a convoy near Gao.", "attacked", true)]
    [InlineData("The raid came hours after rockets hit a base near Hit.", "rockets hit", false)]
    // Dated days before the article's news.
    [InlineData("Gunmen attacked a convoy near Gao on Wednesday.\nRockets hit a base near Hit on Saturday.", "Rockets hit", true)]
    [InlineData("Gunmen attacked a convoy near Gao on Wednesday.\nRockets hit a base near Hit on Tuesday.", "Rockets hit", false)]
    [InlineData("Rockets hit a base near Hit on Saturday.", "Rockets hit", false)]
    [InlineData("The roof is gone.\nSo are the windows.\nNobody sleeps here now.\nRockets hit a base near Hit on Saturday.", "Rockets hit", false)]
    public void WhatIsRecalledIsBackground(string text, string words, bool recalled) =>
        Assert.Equal(recalled, Assert.Single(Extract(text), e => e.Provenance.Evidence.Contains(words, StringComparison.Ordinal)).IsBackground);

    [Theory]
    [InlineData("US jets bombed a depot near Tikrit after more than 40 rocket attacks on bases. The attacks, which began on 3 March, have stopped.", "2025-03-03")]
    [InlineData("US jets bombed a depot near Tikrit after more than 40 rocket attacks on bases. The talks, which began on 3 March, have stopped.", null)]
    public void TheDayASeriesBeganMayBeToldBehindIt(string text, string? since) =>
        Assert.Equal(since, Extract(text).Last(e => e.Count == 40).Since?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("Rockets hit a base near Hit on Monday. An American gunship responded, killing four militants.", true)]
    [InlineData("Rockets hit a base near Hit on Monday. An American gunship retaliated, killing four militants.", true)]
    // It says where it struck.
    [InlineData("Rockets hit a base near Hit on Monday. An American gunship responded near Anah, killing four militants.", false)]
    // Nothing is told that it could answer.
    [InlineData("An American gunship responded, killing four militants.", false)]
    public void AnAnswerWithoutAPlaceIsKnownByWhatItAnswers(string text, bool answers)
    {
        var events = Extract(text);

        var answer = Assert.Single(events, e => e.Type == EventType.AirStrike);
        if (!answers)
        {
            Assert.Null(answer.Answers);
            return;
        }

        var answered = Assert.Single(events, e => e.Type == EventType.RocketAttack);
        Assert.Equal(answered.Provenance.Span, answer.Answers);
        // When it was is told by the attack alone, and where not at all.
        Assert.Equal(answered.Date, answer.Date);
        Assert.Null(answer.Place);
    }

    [Theory]
    [InlineData("Late on Tuesday, drones targeted a base near Hit.\n“Several drones were launched at the Hit base,” an official said.", "2025-03-11")]
    [InlineData("Late on Tuesday, drones targeted a base near Hit.\nA drone hit a shop near Kirkuk on Monday.", "2025-03-10")]
    // Another kind of attack is another attack.
    [InlineData("Late on Tuesday, drones targeted a base near Hit.\nGunmen attacked a convoy near Gao.", "2025-03-11")]
    public void WhatGoesOnAboutAnAttackHasItsDay(string text, string date) =>
        Assert.Equal(date, Extract(text)[^1].Date?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    private static EventReport[] Extract(string text) => [.. EventExtractor.Extract(Some.Document(text, Wednesday), [])];
}
