namespace Digest.Storage.Flow;

/// <summary>When a publication's editions go out.</summary>
/// <param name="Hour">The local hour of the day itself, 0 to 23, at which the day's first edition is due; it goes out at the next look after that.</param>
/// <param name="Zone">The IANA name of the newsroom's time zone ("Europe/Berlin").</param>
/// <param name="DaysBack">Days older than this are drafted and never published; null for no limit.</param>
public sealed record PublicationSchedule(int Hour, TimeZoneInfo Zone, int? DaysBack)
{
    /// <summary>18:00 UTC, for a week.</summary>
    public static PublicationSchedule Default { get; } = new(18, TimeZoneInfo.Utc, 7);

    /// <summary>
    /// When the day's edition is due. An hour that the clocks skip is due when they have skipped it; of an hour that comes twice, the first counts.
    /// </summary>
    public DateTimeOffset DueAt(DateOnly date)
    {
        var local = date.ToDateTime(new TimeOnly(Hour, 0), DateTimeKind.Unspecified);
        while (Zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>Whether the day's edition is due and the day not too old.</summary>
    public bool IsDue(DateOnly date, DateTimeOffset now) => DueAt(date) <= now && (DaysBack is not { } back || DueAt(date) > now.AddDays(-back - 1));

    /// <summary>The first time the hour strikes after the moment given.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset moment)
    {
        for (var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).Date); ; date = date.AddDays(1))
        {
            if (DueAt(date) is var due && due > moment)
                return due;
        }
    }
}
