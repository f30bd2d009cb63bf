using Digest.News;

namespace Digest.Tests.News;

public class DateScannerTests
{
    [Theory]
    [InlineData("2023-11-22", "2023-11-22")]
    [InlineData("2025-03-10T04:18:00Z", "2025-03-10")]
    [InlineData("2025/03/10", "2025-03-10")]
    [InlineData("November 22, 2023", "2023-11-22")]
    [InlineData("Nov. 22, 2023", "2023-11-22")]
    [InlineData("Sept 2nd 2013", "2013-09-02")]
    [InlineData("22 November 2023", "2023-11-22")]
    [InlineData("06 May, 2025 09:47 pm", "2025-05-06")]
    [InlineData("7th of October, 2023", "2023-10-07")]
    [InlineData("10 MAR 2025 0418 GMT", "2025-03-10")]
    [InlineData("Tue 6 May 2025 17.14 BST", "2025-05-06 Tuesday")]
    [InlineData("Thursday, 3/13/2025", "2025-03-13 Thursday")]
    [InlineData("Wednesday, 11/22/2023", "2023-11-22 Wednesday")]
    [InlineData("22/11/2023", "2023-11-22")]               // there is no month 22
    [InlineData("05.05.2025 19:52", "2025-05-05")]
    [InlineData("07.05.2025", "2025-05-07")]               // dots put the day first
    [InlineData("11/03/2025 22:47", "2025-11-03 or 2025-03-11")]
    [InlineData("20 MAR 89", "1989-03-20")]
    [InlineData("18 may 90", "1990-05-18")]
    [InlineData("10 MAR 15:30", "?-03-10")]                // a time, not a year
    [InlineData("May 5 (Wire)", "?-05-05")]
    [InlineData("May 9, 2025 8.30pm", "2025-05-09")]
    [InlineData("May 9 2025, 8.30pm", "2025-05-09")]
    [InlineData("March 3 1200 GMT", "?-03-03")]            // before 1900 no press copy was uploaded
    [InlineData("from 3 May to 5 June 2024", "?-05-03; 2024-06-05")]
    [InlineData("it may 5 times", "")]
    [InlineData("31/31/2025", "")]
    [InlineData("32 May", "")]
    [InlineData("1.2.3.2024", "")]
    [InlineData("2025-13-01", "")]
    [InlineData("Resolution 1701 of 12.15am", "")]
    [InlineData("99999999999999999999-01-01", "")]
    public void DatesAreReadInTheStylesOfThePress(string text, string expected)
    {
        Assert.Equal(expected, string.Join("; ", DateScanner.Find(text, 0, text.Length).Select(Written)));
    }

    [Fact]
    public void ADatesSpanHoldsItsWeekdayAndYear()
    {
        const string Text = "Updated Tuesday 11 March 2025, 16:05 GMT";

        Assert.Equal("Tuesday 11 March 2025", Assert.Single(DateScanner.Find(Text, 0, Text.Length)).Span.In(Text));
    }

    [Fact]
    public void AWeekdayThatContradictsBothReadingsLeavesBoth()
    {
        const string Text = "Friday, 07/05/2025";

        Assert.Equal(2, Assert.Single(DateScanner.Find(Text, 0, Text.Length)).In(2025).Count);
    }

    private static string Written(WrittenDate date) =>
        (date.Year is { } year ? string.Join(" or ", date.In(year).Select(day => day.ToString("yyyy-MM-dd", null))) : $"?-{date.Month:00}-{date.Day:00}")
        + (date.Weekday is { } weekday ? " " + weekday : "");
}
