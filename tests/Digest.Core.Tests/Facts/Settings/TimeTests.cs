using System.Collections.Immutable;
using System.Globalization;
using Digest.Facts;

namespace Digest.Tests.Facts;

/// <summary>When events and casualties were, by the clause or noun that tells them. The article is of Wednesday, 12 March 2025.</summary>
public class TimeTests
{
    private static readonly DateOnly Wednesday = new(2025, 3, 12);

    [Theory]
    [InlineData("A bomb hit a van in Tank overnight.", "2025-03-12 Night")]
    [InlineData("A round-up of the week.\n\nOn Monday,\n\nA bomb hit a van in Tank.", "2025-03-10")]               // a day that heads what follows
    [InlineData("A round-up of the week.\n\nMonday\n\nThe road was shut.\n\nA bomb hit a van in Tank.", "2025-03-10")]
    [InlineData("A round-up of the week.\n\nMonday: A bomb hit a van in Tank.", "2025-03-10")]
    [InlineData("The road was shut on Monday.\n\nA bomb hit a van in Tank.", "2025-03-10")]                         // no head, but the day of the news
    [InlineData("Overnight, a bomb hit a van in Tank.", "2025-03-12 Night")]
    [InlineData("A bomb hit a van in Tank overnight from Saturday to Sunday.", "2025-03-09 Night")]
    [InlineData("A bomb hit a van in Tank in the night from Saturday to Sunday.", "2025-03-09 Night")]
    [InlineData("Bombs hit vans in Tank from Saturday to Sunday.", "2025-03-08..2025-03-09")]
    [InlineData("On the same Monday, in Tank, a bomb thrown into a bar hit a clerk.", "2025-03-10")]
    [InlineData("The road was shut on Tuesday. Before dawn, a bomb hit a van in Tank.", "2025-03-11")]                    // of the day just told
    [InlineData("Before dawn, a bomb hit a van in Tank.", "2025-03-12")]
    [InlineData("A bomb hit a van in Tank late on Tuesday.", "2025-03-11")]
    [InlineData("A bomb hit a van in Tank in the early hours of Tuesday.", "2025-03-11")]
    [InlineData("A pre-dawn air strike hit a depot in Tank on Monday.", "2025-03-10")]                   // the day says more than the part of a day
    [InlineData("Bombs hit vans in Tank on Monday and Tuesday.", "2025-03-10..2025-03-11")]
    [InlineData("Drones have hit the base in Tank since Monday.", "2025-03-10..2025-03-12")]
    [InlineData("Drones have hit the base in Tank since yesterday.", "2025-03-11..2025-03-12")]
    [InlineData("Drones hit the base in Tank in the past 24 hours.", "2025-03-11..2025-03-12 Around")]
    [InlineData("Drones hit the base in Tank in the past hour.", "2025-03-12")]
    [InlineData("Drones hit the base in Tank about 24 hours earlier.", "2025-03-11 Around")]
    [InlineData("Drones hit the base in Tank earlier this week.", "2025-03-10..2025-03-12 Week")]
    [InlineData("Rebels on Monday attacked a base in Tank.", "2025-03-10")]
    [InlineData("A bomb hit a van in Tank, in the northwest, on Monday, police said on Tuesday.", "2025-03-10")]
    [InlineData("A bomb hit a van in and around Tank on Monday.", "2025-03-10")]
    [InlineData("A bomb hit a van in Tank on the same day.", "2025-03-12")]
    [InlineData("Hours later, a bomb hit a van in Tank.", "2025-03-12")]
    [InlineData("The siege ended on Monday, when a bomb hit a van in Tank.", "2025-03-10")]
    [InlineData("A bomb hit a van in Tank next week.", "?")]                                              // not told as having happened
    [InlineData("A bomb hit a van in Tank this year.", "? background")]
    [InlineData("A bomb hit a van in Tank earlier this year.", "? background")]
    [InlineData("A bomb hit a van in Tank last week.", "? background")]
    [InlineData("A bomb hit a van in Tank on 3 January.", "2025-01-03 background")]
    [InlineData("Bombs hit vans in Tank between 3 and 5 March.", "2025-03-03..2025-03-05 background")]
    [InlineData("Bombs hit vans in Tank between January and March.", "? background")]
    [InlineData("Last month, an ambush on the road to Tank had cost six lives.", "? background")]
    [InlineData("Israel has bombed the town of Nabatieh since a truce began on 27 November.", "? background since 2024-11-27")]
    [InlineData("Israel has bombed the town of Nabatieh since the truce.", "? background")]
    [InlineData("A bomb hit a van in Tank, the first since August.", "2025-03-12")]                      // ranked, not dated
    [InlineData("A bomb hit a van in Tank, the third this year.", "2025-03-12")]
    public void AnEventIsDatedByItsOwnWords(string text, string expected)
    {
        var report = Extract(text)[0];

        Assert.Equal(expected, Show(report));
    }

    [Theory]
    [InlineData("The army shelled Tank on Tuesday, a day after a drone attack on a base in Gao wounded two men.", "2025-03-11|2025-03-10")]
    [InlineData("The army shelled Tank three days after a drone attack on a base in Gao.", "2025-03-12|2025-03-09 Around")]
    [InlineData("Four days after a drone hit the market in Tank, it has opened again. Ten people had died in Saturday's strike.", "2025-03-08 Around")]    // counted from the day of the article
    [InlineData("The army shelled Tank days after a drone attack on a base in Gao.", "2025-03-12|?")]
    [InlineData("The army shelled Tank weeks after a drone attack on a base in Gao.", "2025-03-12|?")]
    [InlineData("The army shelled Tank after Monday's drone attack on a base in Gao.", "2025-03-12|2025-03-10 background")]
    public void WhatIsToldBehindAfterCameBefore(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Extract(text).Select(Show)));

    [Theory]
    [InlineData("The US bombed a depot overnight. Jets hit a base in Anbar.", "2025-03-12 Night|2025-03-12 Night")]
    [InlineData("The US bombed a depot on Monday.\n\nThe attack killed a guard in Anbar.\n\nJets hit a base in Anbar.", "2025-03-10|2025-03-10|2025-03-10")]   // the news is Monday's
    [InlineData("The US bombed a depot today.\n\nThe ministry spoke.\n\nMen wept.\n\nOn Tuesday, rockets hit a base in Anbar. An AC-130 aircraft responded.", "2025-03-12|2025-03-11|2025-03-11")]
    [InlineData("The US has bombed two depots since Monday.\n\nJets hit a base in Anbar.", "2025-03-10..2025-03-12|2025-03-12")]     // several days are not the day of the news
    [InlineData("Talks opened on Monday.\n\nRockets hit a base in Anbar the next day.", "2025-03-11")]
    public void WhatNothingDatesWasWhenTheNewsWas(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Extract(text).Select(Show)));

    [Theory]
    [InlineData("On Monday, rockets hit a base in Anbar, causing four injuries.", "2025-03-10", "Anbar")]
    [InlineData("On Monday, rockets hit a base in Anbar, resulting in four injuries.", "2025-03-10", "Anbar")]
    [InlineData("Jets bombed a camp after Monday's attack on a base in Anbar, in which four soldiers were wounded.", "2025-03-10", null)]
    [InlineData("Drones hit a base on Monday and Tuesday, wounding four soldiers.", "2025-03-10..2025-03-11", null)]
    [InlineData("The report is of Wednesday.\n\nOn Monday a strike hit a camp.\n\nMen wept.\n\nFour soldiers were wounded in that strike.", "2025-03-10", null)]
    public void AHarmIsDatedAndPlacedByItsClause(string text, string expected, string? place)
    {
        var report = CasualtyExtractor.Extract(Some.Document(text, Wednesday), [], [])[^1];

        Assert.Equal((expected, place), (Show(report.Date, report.LastDate, report.DatePrecision), report.Place));
    }

    private static string Show(EventReport report) =>
        Show(report.Date, report.LastDate, report.DatePrecision) + (report.IsBackground ? " background" : "") + (report.Since is { } since ? " since " + Iso(since) : "");

    private static string Show(DateOnly? date, DateOnly? last, DatePrecision precision)
    {
        Assert.Equal(date is null, precision == DatePrecision.None);
        return (Iso(date) ?? "?") + (last is null ? "" : ".." + Iso(last)) + (precision is DatePrecision.Day or DatePrecision.None ? "" : " " + precision);
    }

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ImmutableArray<EventReport> Extract(string text) => EventExtractor.Extract(Some.Document(text, Wednesday), []);
}
