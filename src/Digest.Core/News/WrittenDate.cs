using Digest.Text;

namespace Digest.News;

/// <summary>
/// A date as a text writes it: "November 22, 2023", "10 MAR 2025", "May 5", "Wednesday, 11/22/2023", "2024-01-24".
/// </summary>
/// <param name="Span">Where it stands, its weekday included.</param>
/// <param name="Year">Null where it gives none.</param>
/// <param name="Month">1 to 12; where <see cref="EitherOrder"/>, the month if the month comes first.</param>
/// <param name="Day">1 to 31.</param>
internal sealed record WrittenDate(TextSpan Span, int? Year, int Month, int Day)
{
    /// <summary>The weekday written beside it.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>Whether the numbers can be month and day or day and month ("07/05/2025").</summary>
    public bool EitherOrder { get; init; }

    /// <summary>The days it can mean in the given year that agree with its weekday; of none agrees, all it can mean.</summary>
    public IReadOnlyList<DateOnly> In(int year)
    {
        var days = new List<DateOnly>(2);
        Add(Month, Day);
        if (EitherOrder && Month != Day)
            Add(Day, Month);
        var agreeing = days.FindAll(day => Weekday is null || day.DayOfWeek == Weekday);
        return agreeing.Count > 0 ? agreeing : days;

        void Add(int month, int day)
        {
            if (year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
                days.Add(new(year, month, day));
        }
    }
}
