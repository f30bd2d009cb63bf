using System.Text;
using Digest.Days;
using Digest.Editions;
using Digest.Facts;

namespace Digest.Tests.Editions;

/// <summary>A day against the seven before it: what is new in kind or place, and silence told apart from calm.</summary>
public sealed class WeekTests
{
    private static readonly DateOnly Today = new(2024, 5, 9);

    [Fact]
    public void AWeekHasSevenDaysInARowAndSaysWhichAreSilent()
    {
        var week = Week.Before(Today, [Past(-1), Past(-7), Past(-8), Past(0), Past(3)]);

        Assert.Equal(Enumerable.Range(-7, 7).Select(Today.AddDays), week.Days.Select(d => d.Date));
        Assert.Equal([Today.AddDays(-7), Today.AddDays(-1)], week.Told.Select(d => d.Date));
    }

    [Fact]
    public void ADayGivenTwiceIsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => Week.Before(Today, [Past(-1), Past(-1)]));

        Assert.StartsWith("2024-05-08 is given twice", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AfterSevenSilentDaysNothingIsSaidOfChange() => Assert.Null(WeekComparison.Of(Now(Strike("Kherson")), Week.Before(Today, [])));

    [Fact]
    public void AReceivedDayWithoutEventsIsNotSilence()
    {
        var comparison = WeekComparison.Of(Now(Strike("Kherson")), Week.Before(Today, [Past(-2)]));

        Assert.Equal(["Kherson"], comparison!.Places.Select(e => e.Place));
        Assert.Equal([EventType.AirStrike], comparison.Types.AsEnumerable());
    }

    [Theory]
    [InlineData("Kherson", "Kherson", false)]
    // One town in two spellings, and a place in the other's surroundings, are no new place.
    [InlineData("Jurf al-Sakhar", "Jurf Al Sakhr", false)]
    [InlineData("east of Kherson", "Kherson", false)]
    [InlineData("Kherson", "Odesa", true)]
    // A country or a base without a name says too little to be new.
    [InlineData("Kherson", "Ukraine", false)]
    [InlineData("Kherson", "the base", false)]
    [InlineData("Kherson", null, false)]
    public void APlaceIsNewWhereNoDigestOfTheWeekHasAnEventThere(string before, string? now, bool isNew)
    {
        var comparison = WeekComparison.Of(Now(Strike(now)), Week.Before(Today, [Past(-3, Strike(before))]));

        Assert.Equal(isNew, !comparison!.Places.IsEmpty);
    }

    [Fact]
    public void AKindOfEventIsNewWhereNoDigestOfTheWeekHasIt()
    {
        var day = Now(Strike("Kherson"), Strike("Kherson") with { Type = EventType.MissileAttack }, Strike("Kherson") with { Type = EventType.Attack });

        Assert.Equal([EventType.MissileAttack], WeekComparison.Of(day, Week.Before(Today, [Past(-1, Strike("Kherson"))]))!.Types.AsEnumerable());
    }

    [Fact]
    public void ASignIsNewWhereNoDigestOfTheWeekHasIt()
    {
        var day = Signed("threat", "retaliation");
        var before = PastDay.Of(Signed("threat") with { Date = Today.AddDays(-5) });

        Assert.Equal(["retaliation"], WeekComparison.Of(day, Week.Before(Today, [before]))!.Signs.AsEnumerable());
    }

    [Fact]
    public void AnEditionTakesOnlyTheWeekBeforeItsDay()
    {
        var week = Week.Before(Today.AddDays(1), []);

        var error = Assert.Throws<ArgumentException>(() => new Edition(Publication.Default, Now(), 1, DateTimeOffset.UnixEpoch) { Week = week });

        Assert.StartsWith("The week ends before 2024-05-10; expected the one before the edition's day, 2024-05-09.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APastDayReadBackIsThePastDay()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var day = new PastDay(Today.AddDays(-random.Next(400)), random.Next(5))
            {
                Events = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new PastEvent((EventType)random.Next(8), "Strike “in” Kherson \\ \u2028", random.Next(2) == 0 ? null : "Kherson", Range(), Range()) { KilledText = random.Next(2) == 0 ? null : "at least 3 to 8" })],
                Signs = [.. Enumerable.Range(0, random.Next(3)).Select(n => $"sign-{n}")],
            };

            var read = PastDayJson.Read(PastDayJson.Write(day));

            Assert.Equal(day with { Events = [], Signs = [] }, read with { Events = [], Signs = [] });
            Assert.Equal(day.Events, read.Events.AsEnumerable());
            Assert.Equal(day.Signs, read.Signs.AsEnumerable());
        }

        CountRange? Range() => random.Next(4) switch
        {
            0 => null,
            1 => CountRange.AtLeast(random.Next(9)),
            2 => CountRange.UpTo(random.Next(9)),
            _ => CountRange.Between(2, 2 + random.Next(9)),
        };
    }

    [Theory]
    [InlineData("{", "This is not a past day's record: ")]
    [InlineData("{}", "\"date\" is missing.")]
    [InlineData("""{"date":"2024-05-09","articles":-1}""", "\"articles\" is -1; expected a whole number of zero or more.")]
    [InlineData("""{"date":"2024-05-09","articles":1,"events":[{"type":"siege","label":"x"}]}""", "\"events[0].type\" is a text of 5 characters; expected one of attack, ")]
    [InlineData("""{"date":"2024-05-09","articles":1,"events":[{"type":"clash"}]}""", "\"events[0].label\" is missing.")]
    public void ADamagedRecordIsRefusedWithWhatStoodWhere(string record, string message) =>
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => PastDayJson.Read(Encoding.UTF8.GetBytes(record))).Message, StringComparison.Ordinal);

    private static Event Strike(string? place) => new("e", EventType.AirStrike, "Air strike", []) { Place = place };

    private static Day Now(params Event[] events) => new(Today, [new(1, "a", "a.txt", 1)], [new Story("s", "Strikes", [1]) { Events = [.. events] }]);

    private static Day Signed(params string[] rules) => new(Today, [new(1, "a", "a.txt", 1)], [new Story("s", "Strikes", [1]) { Escalation = [.. rules.Select(r => new EscalationSign(r, r, []))] }]);

    private static PastDay Past(int days, params Event[] events) => PastDay.Of(Now(events) with { Date = Today.AddDays(days) });
}
