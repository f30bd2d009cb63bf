using System.Collections.Immutable;

namespace Digest.Editions;

/// <summary>The seven days before a digest's day, oldest first, those without articles among them.</summary>
public sealed record Week
{
    public const int Length = 7;

    private Week(DateOnly before, ImmutableArray<PastDay> days) => (EndsBefore, Days) = (before, days);

    /// <summary>The day that the week is compared with; it is not in it.</summary>
    public DateOnly EndsBefore { get; }

    /// <summary>Exactly <see cref="Length"/> days in a row.</summary>
    public ImmutableArray<PastDay> Days { get; }

    public IEnumerable<PastDay> Told => Days.Where(d => !d.IsSilent);

    /// <summary>The week before a day, of the days that are held. Days outside it do not count; days that are not held are silent.</summary>
    /// <exception cref="ArgumentException">Two of the days are one date.</exception>
    public static Week Before(DateOnly date, IEnumerable<PastDay> held)
    {
        var days = new PastDay?[Length];
        foreach (var day in held)
        {
            var at = day.Date.DayNumber - (date.DayNumber - Length);
            if (at is < 0 or >= Length)
                continue;
            if (days[at] is not null)
                throw new ArgumentException($"{day.Date:yyyy-MM-dd} is given twice; expected each day once.", nameof(held));
            days[at] = day;
        }

        return new(date, [.. days.Select((day, at) => day ?? PastDay.Silent(date.AddDays(at - Length)))]);
    }
}
