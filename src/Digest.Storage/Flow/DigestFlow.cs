using System.Collections.Immutable;
using Digest.Editions;
using Digest.Rendering;

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

/// <summary>What an operator sets.</summary>
public sealed record FlowSettings
{
    public Publication Publication { get; init; } = Publication.Default;

    public PublicationSchedule Schedule { get; init; } = PublicationSchedule.Default;

    /// <summary>How long a change waits for others before its day is folded.</summary>
    public TimeSpan Debounce { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// An article without a date of its own is compared with the articles of days that got any so many days before or after it came in.
    /// </summary>
    public int PlacementDays { get; init; } = 14;

    /// <summary>From so many records of a day read one by one, a pack of them pays: it is one request in their place.</summary>
    public int PackFrom { get; init; } = 100;

    /// <summary>Signs the tokens in unsubscribe links and makes subscribers' ids; 32 bytes or more, and never changed once mails are out.</summary>
    public ImmutableArray<byte> SubscriberKey { get; init; } = [];
}

/// <summary>
/// The world as the flow sees it: its stores, its templates, its settings, its clock. What it remembers besides are readings it could do again.
/// </summary>
public sealed class DigestFlow(IBlobStore blobs, IMessageQueue queue, IMailSender mail, TemplateSet templates, FlowSettings settings, TimeProvider clock)
{
    public IBlobStore Blobs { get; } = blobs;

    public IMessageQueue Queue { get; } = queue;

    public IMailSender Mail { get; } = mail;

    public TemplateSet Templates { get; } = templates;

    public FlowSettings Settings { get; } = settings;

    public TimeProvider Clock { get; } = clock;

    internal FlowMemory Memory { get; } = new();

    internal string PublicationId => Settings.Publication.Id;
}
