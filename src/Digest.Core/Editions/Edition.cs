using System.Collections.Immutable;
using Digest.Days;

namespace Digest.Editions;

/// <summary>What a numbered edition is to the ones before it.</summary>
public enum EditionKind
{
    First,

    /// <summary>New reporting: claims, statements or articles were added, or a source changed its own figure.</summary>
    Update,

    /// <summary>We had something wrong.</summary>
    Correction,

    /// <summary>Spelling or layout only; said in the history and nowhere else.</summary>
    Refile,

    /// <summary>Taken back whole.</summary>
    Withdrawn,
}

/// <summary>An earlier or this edition, as the history lists it.</summary>
public sealed record EditionEntry(int Number, DateTimeOffset PublishedAt, EditionKind Kind, string Summary);

/// <summary>
/// A numbered publication of a day. It is never changed: what is new becomes the next number.
/// </summary>
public sealed record Edition
{
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public Edition(Publication publication, Day day, int number, DateTimeOffset publishedAt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        (Publication, Day, Number, PublishedAt) = (publication, day, number, publishedAt.ToUniversalTime());
    }

    /// <summary>UTC. A draft counts as published at this hour of its day, not when it is made, so that the same articles give the same bytes.</summary>
    public const int DraftHour = 18;

    /// <summary>The first edition that a day would have as it stands.</summary>
    /// <param name="at">When it counts as published; null for <see cref="DraftHour"/>.</param>
    public static Edition Draft(Publication publication, Day day, Week? week, DateTimeOffset? at = null) =>
        new(publication, day, 1, at ?? new DateTimeOffset(day.Date, new TimeOnly(DraftHour, 0), TimeSpan.Zero)) { Week = week };

    public Publication Publication { get; }

    public Day Day { get; }

    public int Number { get; }

    /// <summary>In UTC.</summary>
    public DateTimeOffset PublishedAt { get; }

    public EditionKind Kind { get; init; } = EditionKind.First;

    /// <summary>What differs from the edition before; null for the first.</summary>
    public EditionChanges? Changes { get; init; }

    /// <summary>The words of a correction or withdrawal that an editor wrote ("Edition 2 gave …. That was wrong: …"); null where there are none.</summary>
    public string? EditorNote { get; init; }

    /// <summary>The editions before this one, oldest first.</summary>
    public ImmutableArray<EditionEntry> Earlier { get; init; } = [];

    /// <summary>The seven days before, to compare the day with; null stands for a week without articles.</summary>
    /// <exception cref="ArgumentException">It is the week before another day.</exception>
    public Week? Week
    {
        get;
        init => field = value is null || value.EndsBefore == Day.Date
            ? value
            : throw new ArgumentException($"The week ends before {value.EndsBefore:yyyy-MM-dd}; expected the one before the edition's day, {Day.Date:yyyy-MM-dd}.", nameof(value));
    }
}
