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
        Events = [.. day.Stories.SelectMany(s => s.Events).Select(e => new PastEvent(e.Type, e.Label, e.Place, Range(e, HarmEffect.Killed), Range(e, HarmEffect.Wounded)) { KilledText = e.Tallies.FirstOrDefault(t => t.Effect == HarmEffect.Killed)?.Text })],
        Signs = [.. day.Stories.SelectMany(s => s.Escalation).Select(s => s.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };

    public static PastDay Silent(DateOnly date) => new(date, 0);

    private static CountRange? Range(Event happening, HarmEffect effect) =>
        happening.Tallies.FirstOrDefault(t => t.Effect == effect) is { Range.IsNumbered: true } tally ? tally.Range : null;
}
