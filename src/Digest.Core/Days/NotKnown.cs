using System.Collections.Immutable;
using Digest.Facts;

namespace Digest.Days;

/// <summary>What a story's articles leave open or disagree about, in plain sentences.</summary>
internal static class NotKnown
{
    /// <param name="reactions">What was said in the story: whoever is blamed, or takes responsibility, is not passed over.</param>
    public static ImmutableArray<string> Of(IReadOnlyList<Event> events, IReadOnlyList<ReactionEntry> reactions)
    {
        var naming = reactions.Where(r => r.Stance is Stance.Accuse or Stance.ClaimResponsibility).Select(r => r.Speaker).Distinct(StringComparer.Ordinal).ToArray();
        var open = ImmutableArray.CreateBuilder<string>();
        foreach (var shown in events)
        {
            foreach (var tally in shown.Tallies.Where(t => t.Status.HasFlag(EvidenceStatus.SourcesConflict)))
                open.Add($"How many were {ClaimNotes.Verb(tally.Effect)} ({shown.Label}): the figures given run from {tally.Text}.".Replace(" from at least ", " from at least ", StringComparison.Ordinal));
            foreach (var tally in shown.Tallies.Where(t => t.Text is null))
                open.Add($"How many were {ClaimNotes.Verb(tally.Effect)} ({shown.Label}): no article gives a number.");
            if (shown.Actor is null && shown.Type != EventType.Clash && shown.Claims.Length > 0)
                open.Add($"Who carried out the {EventKinds.Noun(shown.Type)} ({shown.Label}): {(naming.Length == 0 ? "no article says." : $"not established; see what {ClaimNotes.List(naming.Select(ClaimNotes.Within))} said.")}");
        }

        if (events.Count > 1)
            open.AddRange(PartsOfAnother(events));
        if (events.Count > 0 && events.All(e => e.Claims.All(c => c.Effect is not (HarmEffect.Killed or HarmEffect.Wounded))))
            open.Add("No article reports deaths or injuries. That does not mean there were none.");
        return open.ToImmutable();
    }

    // One source, the same people, two events within a day: whether it counts the one's dead among the other's, only it can say.
    private static IEnumerable<string> PartsOfAnother(IReadOnlyList<Event> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            foreach (var small in Current(events[i]))
            {
                var large = events.Where((e, j) => j != i && IsNear(e, events[i])).SelectMany(e => Current(e).Where(c => c.Claimant == small.Claimant && c.Effect == small.Effect && c.Count.Min > small.Count.Min
                    && small.Victims is not null && c.Victims is not null && Victims.MayBeOne(c.Victims, small.Victims)).Select(c => (Event: e, Claim: c))).FirstOrDefault();
                if (large.Claim is not null)
                    yield return $"Whether, by {small.Claimant}, the {ClaimNotes.InWords(small.Count)} {ClaimNotes.Verb(small.Effect)} ({events[i].Label}) {(small.Count.Max == 1 ? "is" : "are")} part of the {ClaimNotes.InWords(large.Claim.Count)} ({large.Event.Label}): no article says.";
            }
        }
    }

    private static IEnumerable<Claim> Current(Event shown) => shown.Claims.Where(c => c is { Status: FigureStatus.Current, IsCumulative: false, IsPartial: false, Claimant: not null, Count.IsNumbered: true });

    private static bool IsNear(Event a, Event b) => a.Date is { } first && b.Date is { } second && Math.Abs(first.DayNumber - second.DayNumber) <= 1;
}
