using System.Globalization;
using Digest.Facts;
using Digest.Text;
using Digest.Text.Times;

namespace Digest.Tests.Times;

public sealed class TimeResolverTests
{
    // A Wednesday.
    private static readonly DateOnly Article = new(2023, 11, 22);

    [Theory]
    // Weekdays: the most recent up to and including the article's day.
    [InlineData("A strike on Wednesday killed two.", "Wednesday = 2023-11-22")]
    [InlineData("A strike on Tuesday killed two.", "Tuesday = 2023-11-21")]
    [InlineData("It began on Thursday.", "Thursday = 2023-11-16")]
    [InlineData("The raid came late on Tuesday.", "late on Tuesday = 2023-11-21")]
    [InlineData("The raid came early on Monday.", "early on Monday = 2023-11-20")]
    [InlineData("Earlier on Tuesday, two died.", "Earlier on Tuesday = 2023-11-21")]
    [InlineData("On Monday night drones came.", "Monday night = 2023-11-20")]
    [InlineData("Late Saturday evening it burned.", "Late Saturday evening = 2023-11-18")]
    [InlineData("Tuesday's attack was the first.", "Tuesday = 2023-11-21")]
    [InlineData("Tuesday’s attack was the first.", "Tuesday = 2023-11-21")]
    [InlineData("Troops fired Sunday near the river.", "Sunday = 2023-11-19")]
    [InlineData("Last Friday two died.", "Last Friday = 2023-11-17")]
    [InlineData("It happened last Wednesday.", "last Wednesday = 2023-11-15 past")]
    [InlineData("This Monday two died.", "This Monday = 2023-11-20")]
    [InlineData("Talks resume next Monday.", "next Monday = 2023-11-27")]
    [InlineData("Talks resume next Wednesday.", "next Wednesday = 2023-11-29")]
    [InlineData("The talks will resume on Friday.", "Friday = 2023-11-24")]
    [InlineData("A truce is due to begin on Thursday.", "Thursday = 2023-11-23")]
    [InlineData("They want an answer by Friday.", "Friday = 2023-11-24")]
    [InlineData("He said on Friday that they will go.", "Friday = 2023-11-17")]
    [InlineData("It was hit on Tuesday last week.", "Tuesday last week = 2023-11-14 past")]
    [InlineData("It was hit on Monday of this week.", "Monday of this week = 2023-11-20")]
    [InlineData("It fell on Tues. at the bridge.", "Tues. = 2023-11-21")]
    [InlineData("ROCKETS HIT BASE ON MONDAY", "MONDAY = 2023-11-20")]
    [InlineData("In the days up to the previous Friday they fled.", "previous Friday = ?")]
    [InlineData("A march is held every Friday.", "every Friday = ? Recurring")]
    [InlineData("They gather on Sundays.", "Sundays = ? Recurring")]
    [InlineData("They met each Monday.", "each Monday = ? Recurring")]
    [InlineData("The Sunday Times reported it.", "")]
    [InlineData("The Sunday Telegraph reported it.", "")]
    [InlineData("It was Black Friday in the shops.", "")]
    [InlineData("Crowds left Friday prayers.", "")]
    [InlineData("Bloody Sunday is remembered.", "")]
    // Days told from the article's day.
    [InlineData("Two died today.", "today = 2023-11-22")]
    [InlineData("Two died yesterday.", "yesterday = 2023-11-21")]
    [InlineData("Two died yesterday evening.", "yesterday evening = 2023-11-21")]
    [InlineData("It opens tomorrow.", "tomorrow = 2023-11-23")]
    [InlineData("Sirens sounded this morning.", "this morning = 2023-11-22")]
    [InlineData("Sirens sounded last night.", "last night = 2023-11-22 Night")]
    [InlineData("Drones came overnight.", "overnight = 2023-11-22 Night")]
    [InlineData("Curfew begins tonight.", "tonight = 2023-11-22")]
    [InlineData("A pre-dawn raid killed two.", "pre-dawn = 2023-11-22")]
    [InlineData("The predawn raid killed two.", "predawn = 2023-11-22")]
    [InlineData("Troops came at dawn.", "at dawn = 2023-11-22")]
    [InlineData("He spoke earlier today.", "earlier today = 2023-11-22")]
    [InlineData("It fell in the early hours of today.", "the early hours of today = 2023-11-22")]
    [InlineData("They left the day before yesterday.", "the day before yesterday = 2023-11-20")]
    [InlineData("Two died three days ago.", "three days ago = 2023-11-19")]
    [InlineData("Two died 10 days ago.", "10 days ago = 2023-11-12 past")]
    [InlineData("He left two weeks ago.", "two weeks ago = 2023-11-08 Week past")]
    [InlineData("He left a month ago.", "a month ago = 2023-10-22 Month past")]
    [InlineData("He left three years ago.", "three years ago = 2020-01-01 Year past")]
    [InlineData("He left hours ago.", "hours ago = ?")]
    [InlineData("He left years ago.", "years ago = ? past")]
    [InlineData("That base was hit about 24 hours earlier.", "about 24 hours earlier = 2023-11-21 Around")]
    [InlineData("That base was hit a day earlier.", "a day earlier = 2023-11-21")]
    [InlineData("It fell on Monday; a day earlier two died.", "Monday = 2023-11-20|a day earlier = 2023-11-19")]
    [InlineData("It fell on Monday, and two days later he died.", "Monday = 2023-11-20|two days later = 2023-11-22")]
    [InlineData("It fell on Sunday and again the next day.", "Sunday = 2023-11-19|the next day = 2023-11-20")]
    [InlineData("It fell on Sunday. The same day two died.", "Sunday = 2023-11-19|The same day = 2023-11-19")]
    [InlineData("It fell the previous day.", "the previous day = ?")]
    [InlineData("Two days later he died.", "Two days later = ?")]
    [InlineData("It came days after the truce.", "days after = ?")]
    [InlineData("It came three days before the vote.", "three days before = ?")]
    [InlineData("It came hours after the raid.", "hours after = ?")]
    [InlineData("It came hours later.", "hours later = ?")]
    // Weeks, months and years told from the article's day.
    [InlineData("Two died last week.", "last week = 2023-11-13..2023-11-19 Week past")]
    [InlineData("Two died this week.", "this week = 2023-11-20..2023-11-26 Week")]
    [InlineData("Talks open next week.", "next week = 2023-11-27..2023-12-03 Week")]
    [InlineData("Two died earlier this week.", "earlier this week = 2023-11-20..2023-11-26 Week")]
    [InlineData("Two died last month.", "last month = 2023-10-01..2023-10-31 Month past")]
    [InlineData("Two died this year.", "this year = 2023-01-01..2023-12-31 Year")]
    [InlineData("Two died last year.", "last year = 2022-01-01..2022-12-31 Year past")]
    [InlineData("It ended last summer.", "last summer = ? past")]
    [InlineData("Two died in the past 24 hours.", "the past 24 hours = 2023-11-21..2023-11-22 Around")]
    [InlineData("Two died over the last three days.", "the last three days = 2023-11-19..2023-11-22 Around")]
    [InlineData("Ten died over the past week.", "the past week = 2023-11-15..2023-11-22 Around")]
    [InlineData("Attacks rose in recent weeks.", "recent weeks = ? past")]
    [InlineData("Attacks rose in recent days.", "recent days = ?")]
    // Dates with and without a year.
    [InlineData("On 21 November two died.", "21 November = 2023-11-21")]
    [InlineData("On November 21 two died.", "November 21 = 2023-11-21")]
    [InlineData("On Nov. 21 two died.", "Nov. 21 = 2023-11-21")]
    [InlineData("On 21 Nov two died.", "21 Nov = 2023-11-21")]
    [InlineData("On November 21st two died.", "November 21st = 2023-11-21")]
    [InlineData("On the 21st of November two died.", "21st of November = 2023-11-21")]
    [InlineData("On October 7, 2023, it began.", "October 7, 2023 = 2023-10-07 past")]
    [InlineData("On 7 October 2023 it began.", "7 October 2023 = 2023-10-07 past")]
    [InlineData("On 3 January 2020 he was killed.", "3 January 2020 = 2020-01-03 past")]
    [InlineData("On Tuesday, 21 November, two died.", "Tuesday, 21 November = 2023-11-21")]
    [InlineData("On Tuesday, Nov. 21, 2023, two died.", "Tuesday, Nov. 21, 2023 = 2023-11-21")]
    [InlineData("On 3 December two died.", "3 December = 2023-12-03")]
    [InlineData("On 30 December two died.", "30 December = 2022-12-30 past")]
    [InlineData("On 3 May two died.", "3 May = 2023-05-03 past")]
    [InlineData("The vote is due on 20 January.", "20 January = 2024-01-20")]
    [InlineData("On 29 February it snowed.", "29 February = 2020-02-29 past")]
    [InlineData("On 31 February it snowed.", "31 February = ?")]
    [InlineData("It is dated 2023-11-20.", "2023-11-20 = 2023-11-20")]
    [InlineData("It is dated 22.11.2023.", "22.11.2023 = 2023-11-22")]
    [InlineData("It is dated 20/11/2023.", "20/11/2023 = 2023-11-20")]
    [InlineData("It is dated 11/20/2023.", "11/20/2023 = 2023-11-20")]
    [InlineData("It is dated 03/05/2023.", "03/05/2023 = ?")]
    // Months and years.
    [InlineData("In October two died.", "October = 2023-10-01..2023-10-31 Month past")]
    [InlineData("In December two died.", "December = 2022-12-01..2022-12-31 Month past")]
    [InlineData("In November two died.", "November = 2023-11-01..2023-11-30 Month")]
    [InlineData("Last August two died.", "Last August = 2023-08-01..2023-08-31 Month past")]
    [InlineData("Last November two died.", "Last November = 2022-11-01..2022-11-30 Month past")]
    [InlineData("A vote comes next March.", "next March = 2024-03-01..2024-03-31 Month")]
    [InlineData("In early March two died.", "early March = 2023-03-01..2023-03-10 Month past")]
    [InlineData("In mid-October it began.", "mid-October = 2023-10-10..2023-10-20 Month past")]
    [InlineData("In late October it began.", "late October = 2023-10-20..2023-10-31 Month past")]
    [InlineData("In September 2014 it began.", "September 2014 = 2014-09-01..2014-09-30 Month past")]
    [InlineData("In 2014 it began.", "2014 = 2014-01-01..2014-12-31 Year past")]
    [InlineData("It ended by 2017.", "2017 = 2017-01-01..2017-12-31 Year past")]
    [InlineData("It ended in late 2017.", "late 2017 = 2017-01-01..2017-12-31 Year past")]
    [InlineData("In the 1980s it began.", "1980s = 1980-01-01..1989-12-31 Year past")]
    [InlineData("In May two died.", "May = 2023-05-01..2023-05-31 Month past")]
    [InlineData("In March two died.", "March = 2023-03-01..2023-03-31 Month past")]
    [InlineData("It may rain.", "")]
    [InlineData("May they rest.", "")]
    [InlineData("March past the gate.", "")]
    [InlineData("Protesters march on.", "")]
    [InlineData("Theresa May spoke.", "")]
    [InlineData("He has 2014 sheep.", "")]
    [InlineData("In 2,014 cases it failed.", "")]
    // From, until, between.
    [InlineData("Attacks rose since 17 October.", "since 17 October = 2023-10-17 Since past")]
    [InlineData("Attacks rose since October 7.", "since October 7 = 2023-10-07 Since past")]
    [InlineData("Attacks rose since mid-October.", "since mid-October = 2023-10-10 Month Since past")]
    [InlineData("He has led since 2014.", "since 2014 = 2014-01-01 Year Since past")]
    [InlineData("Two have died since Tuesday.", "since Tuesday = 2023-11-21 Since past")]
    [InlineData("Two have died since early March.", "since early March = 2023-03-01 Month Since past")]
    [InlineData("Two have died since the start of January.", "since the start of January = 2023-01-01 Month Since past")]
    [InlineData("Two have died since yesterday.", "since yesterday = 2023-11-21 Since past")]
    [InlineData("Roads stay shut until Friday.", "until Friday = 2023-11-24 Until")]
    [InlineData("Roads stay shut until 5 December.", "until 5 December = 2023-12-05 Until")]
    [InlineData("Two died on Tuesday and Wednesday.", "Tuesday and Wednesday = 2023-11-21..2023-11-22")]
    [InlineData("Two died from Monday to Wednesday.", "from Monday to Wednesday = 2023-11-20..2023-11-22")]
    [InlineData("Ten died between 3 and 5 May.", "between 3 and 5 May = 2023-05-03..2023-05-05 past")]
    [InlineData("Ten died between 3 May and 5 June.", "between 3 May and 5 June = 2023-05-03..2023-06-05 past")]
    [InlineData("Ten died on 21–22 November.", "21–22 November = 2023-11-21..2023-11-22")]
    [InlineData("Ten died on November 20-21.", "November 20-21 = 2023-11-20..2023-11-21")]
    [InlineData("Ten died from 3 to 5 May 2022.", "from 3 to 5 May 2022 = 2022-05-03..2022-05-05 past")]
    [InlineData("Ten died between Saturday and Monday.", "between Saturday and Monday = 2023-11-18..2023-11-20")]
    [InlineData("Ten died between 2014 and 2017.", "between 2014 and 2017 = 2014-01-01..2017-12-31 Year past")]
    // Lengths of time, ages and times of day.
    [InlineData("The siege lasted for three days.", "for three days = ? Duration")]
    [InlineData("It was the first in two years.", "in two years = ? Duration")]
    [InlineData("They must leave within 48 hours.", "within 48 hours = ? Duration")]
    [InlineData("A four-day truce was agreed.", "four-day = ? Duration")]
    [InlineData("The 48-hour pause held.", "48-hour = ? Duration")]
    [InlineData("They waited for hours.", "for hours = ? Duration")]
    [InlineData("It ended after about six months.", "after about six months = ? Duration")]
    [InlineData("A 13-year-old boy died.", "")]
    [InlineData("A boy aged 13 died.", "")]
    [InlineData("The boy is 13 years old.", "")]
    [InlineData("It fell at 8:30 am.", "at 8:30 am = ? Clock")]
    [InlineData("It fell at 08:30 GMT.", "at 08:30 GMT = ? Clock")]
    [InlineData("It fell at 0430 GMT.", "at 0430 GMT = ? Clock")]
    [InlineData("It fell at around 3 p.m. local time.", "at around 3 p.m. local time = ? Clock")]
    [InlineData("It fell around midnight.", "around midnight = ? Clock")]
    [InlineData("It fell at 8:30 am on Tuesday.", "at 8:30 am on Tuesday = 2023-11-21")]
    [InlineData("It fell on Tuesday at 8:30 am.", "Tuesday at 8:30 am = 2023-11-21")]
    [InlineData("It fell at noon yesterday.", "at noon yesterday = 2023-11-21")]
    // Parts of a day, and nights between two days.
    [InlineData("Shells fell before dawn on Tuesday.", "Tuesday = 2023-11-21")]
    [InlineData("Shells fell in the small hours of Tuesday.", "Tuesday = 2023-11-21")]
    [InlineData("Shells fell shortly before midnight on Monday.", "Monday = 2023-11-20")]
    [InlineData("Shells fell on the night of 20 November.", "20 November = 2023-11-20")]
    [InlineData("Shells fell on Tuesday afternoon.", "Tuesday afternoon = 2023-11-21")]
    [InlineData("Shells fell early yesterday.", "early yesterday = 2023-11-21")]
    [InlineData("Shells fell late yesterday.", "late yesterday = 2023-11-21")]
    [InlineData("Shells fell late last night.", "late last night = 2023-11-22 Night")]
    // Other calendars are not guessed at, and a feast is no date.
    [InlineData("It began on 27 Ramadan.", "")]
    [InlineData("It is dated 10 Muharram 1445.", "")]
    [InlineData("It fell on 14 Nisan.", "")]
    [InlineData("In the Iranian month of Aban two died.", "")]
    [InlineData("Two died during Ramadan.", "")]
    [InlineData("Two died on the eve of Passover.", "")]
    [InlineData("Two died before Christmas.", "")]
    // Words that look like times.
    [InlineData("The Second Day Brigade left.", "")]
    [InlineData("June Carter and April Jones spoke.", "")]
    [InlineData("The August Revolution Square was full.", "")]
    [InlineData("They marched to Tahrir Square.", "")]
    [InlineData("Route 66 and Highway 12 were shut.", "")]
    [InlineData("Ten were killed in the same period.", "the same period = ? past")]
    // Numbers and names that are no times.
    [InlineData("A 7.62mm round and 12 shells.", "")]
    [InlineData("Resolution 2728 passed.", "")]
    [InlineData("The F-16 left.", "")]
    [InlineData("The score was 3-2.", "")]
    [InlineData("Some 21 soldiers died.", "")]
    [InlineData("", "")]
    public void TimesResolveAgainstTheArticlesDate(string text, string expected) => Assert.Equal(expected, Read(text, Article));

    [Theory]
    [InlineData("A strike on Tuesday killed two.", "Tuesday = ?")]
    [InlineData("Two died yesterday and overnight.", "yesterday = ?|overnight = ?")]
    [InlineData("On 21 November two died.", "21 November = ?")]
    [InlineData("On 21 November 2023 two died.", "21 November 2023 = 2023-11-21")]
    [InlineData("In October two died.", "October = ? past")]
    [InlineData("Attacks rose since 17 October.", "since 17 October = ? Since past")]
    [InlineData("In 2014 it began.", "2014 = 2014-01-01..2014-12-31 Year past")]
    [InlineData("Two died last week.", "last week = ? past")]
    public void WithoutAnArticleDateOnlyFullDatesResolve(string text, string expected) => Assert.Equal(expected, Read(text, null));

    [Theory]
    [InlineData(2024, 1, 2, "On 28 December two died.", "28 December = 2023-12-28")]
    [InlineData(2024, 1, 2, "Ten died between 28 December and 1 January.", "between 28 December and 1 January = 2023-12-28..2024-01-01")]
    [InlineData(2024, 1, 1, "It fell on Sunday.", "Sunday = 2023-12-31")]
    [InlineData(2024, 1, 10, "In December two died.", "December = 2023-12-01..2023-12-31 Month past")]
    [InlineData(2024, 3, 1, "Two died yesterday.", "yesterday = 2024-02-29")]
    [InlineData(2023, 11, 19, "Two died last week.", "last week = 2023-11-06..2023-11-12 Week past")]
    public void TimesCrossTheTurnOfMonthAndYear(int year, int month, int day, string text, string expected) => Assert.Equal(expected, Read(text, new DateOnly(year, month, day)));

    [Fact]
    public void SpansCountTheWholeTextAndOnlyTheStretchIsRead()
    {
        const string Text = "On Monday two died. On Tuesday three died.";

        var time = Assert.Single(TimeResolver.In(Text, new TextSpan(20, Text.Length), Article));

        Assert.Equal("Tuesday", time.Span.In(Text));
    }

    [Fact]
    public void ExpressionsAreInOrderNeverOverlapAndAnyTextIsRead()
    {
        var random = new Random(5);
        string[] words = ["on", "Tuesday", "May", "3", "2023", "since", "until", "between", "and", "to", "a", "day", "earlier", "the", "past", "24", "hours", "-", ",", ".", ":", "/", "99999999999999999999", "last", "week", "next", "each", "\0", "\u202e", "Nov", "at", "p", "m", "in", "0", "31", "February"];
        for (var turn = 0; turn < 3000; turn++)
        {
            var text = string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 14)).Select(_ => words[random.Next(words.Length)]));
            var end = 0;
            foreach (var time in TimeResolver.In(text, new TextSpan(0, text.Length), turn % 5 == 0 ? null : Article))
            {
                Assert.True(time.Span.Start >= end && time.Span.Length > 0, text);
                Assert.True(time.End is null || time.Date <= time.End, text);
                Assert.Equal(time.Date is null, time.Precision == DatePrecision.None);
                end = time.Span.End;
            }
        }
    }

    private static string Read(string text, DateOnly? article) =>
        string.Join('|', TimeResolver.In(text, new TextSpan(0, text.Length), article).Select(time =>
            $"{time.Span.In(text)} = {Iso(time.Date) ?? "?"}{(time.End is null ? "" : $"..{Iso(time.End)}")}"
            + $"{(time.Precision is DatePrecision.Day or DatePrecision.None ? "" : $" {time.Precision}")}{(time.Kind == TimeKind.Point ? "" : $" {time.Kind}")}{(time.IsPastContext ? " past" : "")}"));

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
