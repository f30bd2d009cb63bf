using System.Collections.Immutable;
using Digest.Days;
using Digest.Facts;

namespace Digest.Editions;

/// <summary>One event of an earlier day, as much as a later digest compares itself with.</summary>
/// <param name="Killed">The range over its current claims; null where none gives a number.</param>
public sealed record PastEvent(EventType Type, string Label, string? Place, CountRange? Killed, CountRange? Wounded)
{
    /// <summary>The range of killed as it was printed, with every "at least" of its ends ("at least 3 to 8"), which the bounds alone do not tell; null where none gives a number.</summary>
    public string? KilledText { get; init; }

    /// <summary>The event's id; null in records written before links over days were kept, like the three below.</summary>
    public string? Id { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>The id of the story that told it.</summary>
    public string? StoryId { get; init; }

    /// <summary>That story's headline.</summary>
    public string? Story { get; init; }

    /// <summary>Whether the story was about this event, and named by it.</summary>
    public bool IsMain { get; init; }
}

/// <summary>
/// What a later digest needs of an earlier day: its events and the kinds of sign it had. A day without articles says nothing about what happened on it:
/// <see cref="IsSilent"/> is not calm.
/// </summary>
/// <param name="Articles">How many articles were received for it, 0 or more.</param>
public sealed record PastDay(DateOnly Date, int Articles)
{
    public ImmutableArray<PastEvent> Events { get; init; } = [];

    /// <summary>The names of the escalation rules that fired, sorted.</summary>
    public ImmutableArray<string> Signs { get; init; } = [];

    public bool IsSilent => Articles == 0;

    public static PastDay Of(Day day) => new(day.Date, day.Sources.Length)
    {
        Events = [.. day.Stories.SelectMany(s => s.Events.Select(e => PastEventOf(s, e)))],
        Signs = [.. day.Stories.SelectMany(s => s.Escalation).Select(s => s.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };

    private static PastEvent PastEventOf(Story story, Event happening) => new(happening.Type, happening.Label, happening.Place, Range(happening, HarmEffect.Killed), Range(happening, HarmEffect.Wounded))
    {
        KilledText = happening.Tallies.FirstOrDefault(t => t.Effect == HarmEffect.Killed)?.Text,
        Id = happening.Id,
        Date = happening.Date,
        StoryId = story.Id,
        Story = story.Headline,
        IsMain = ReferenceEquals(StoryThreads.MainOf(story), happening),
    };

    public static PastDay Silent(DateOnly date) => new(date, 0);

    private static CountRange? Range(Event happening, HarmEffect effect) =>
        happening.Tallies.FirstOrDefault(t => t.Effect == effect) is { Range.IsNumbered: true } tally ? tally.Range : null;
}
