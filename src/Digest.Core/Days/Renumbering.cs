using System.Collections.Immutable;
using Digest.Facts;

namespace Digest.Days;

/// <summary>Gives a story's citations the numbers that its articles have after others came before them or went. The order of its articles stays, so nothing else of it changes.</summary>
internal static class Renumbering
{
    /// <param name="numbers">The place of each article in the fold now, by the place before.</param>
    public static Story Of(Story story, int[] numbers)
    {
        // Articles only come and go behind all of its own.
        if (story.SourceNumbers.All(number => Now(number) == number))
            return story;
        return story with
        {
            SourceNumbers = [.. story.SourceNumbers.Select(Now)],
            Events = [.. story.Events.Select(Event)],
            Reactions = [.. story.Reactions.Select(r => r with { Wordings = [.. r.Wordings.Select(w => w with { Citations = Cited(w.Citations) })] })],
            Escalation = [.. story.Escalation.Select(e => e with { Citations = Cited(e.Citations) })],
            Background = [.. story.Background.Select(b => b with { Citations = Cited(b.Citations) })],
        };

        int Now(int number) => numbers[number - 1] + 1;

        ImmutableArray<Citation> Cited(ImmutableArray<Citation> citations) => [.. citations.Select(c => c with { SourceNumber = Now(c.SourceNumber) })];

        Event Event(Event happening)
        {
            var shown = happening with { Reports = Cited(happening.Reports), Claims = [.. happening.Claims.Select(c => c with { Citations = Cited(c.Citations) })] };
            // "has been replaced, by article 3"
            return shown.Claims.Any(c => c.Status == FigureStatus.Superseded) ? shown with { Notes = ClaimNotes.Of(shown) } : shown;
        }
    }
}
