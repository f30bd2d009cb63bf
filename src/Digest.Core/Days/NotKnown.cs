using System.Collections.Immutable;
using Digest.Facts;

namespace Digest.Days;

/// <summary>What a story's articles leave open or disagree about, in plain sentences.</summary>
internal static class NotKnown
{
    public static ImmutableArray<string> Of(IReadOnlyList<Event> events)
    {
        var open = ImmutableArray.CreateBuilder<string>();
        foreach (var shown in events)
        {
            foreach (var tally in shown.Tallies.Where(t => t.Status.HasFlag(EvidenceStatus.SourcesConflict)))
                open.Add($"How many were {ClaimNotes.Verb(tally.Effect)} ({shown.Label}): the figures given run from {tally.Text}.".Replace(" from at least ", " from at least ", StringComparison.Ordinal));
            foreach (var tally in shown.Tallies.Where(t => t.Text is null))
                open.Add($"How many were {ClaimNotes.Verb(tally.Effect)} ({shown.Label}): no article gives a number.");
            if (shown.Actor is null && shown.Type != EventType.Clash && shown.Claims.Length > 0)
                open.Add($"Who carried out the {EventKinds.Noun(shown.Type)} ({shown.Label}): no article says.");
        }

        if (events.Count > 0 && events.All(e => e.Claims.All(c => c.Effect is not (HarmEffect.Killed or HarmEffect.Wounded))))
            open.Add("No article reports deaths or injuries. That does not mean there were none.");
        return open.ToImmutable();
    }
}
