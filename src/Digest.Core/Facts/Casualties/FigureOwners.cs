using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Whose a figure is that its own clause leaves open: a part's is its whole's, "the toll rose from an initial six" speaks of the toll that was just given, and a sentence that goes on from one
/// whose subject gives figures goes on with that source.
/// </summary>
internal static class FigureOwners
{
    /// <summary>How many sentences on "the toll" is still the one given before.</summary>
    private const int Remembered = 2;

    internal static ImmutableArray<CasualtyReport> Settle(Document document, Attributions attributions, ImmutableArray<CasualtyReport> reports)
    {
        var settled = reports.ToArray();
        for (var i = 0; i < settled.Length; i++)
        {
            if (settled[i] is { Claimant: null, Status: not FigureStatus.Denied, IsHeadline: false } open && OwnerOf(document, attributions, open, settled.AsSpan()[..i]) is { } owner)
                settled[i] = open with { Claimant = owner with { Cue = "" } };
        }

        return [.. settled];
    }

    private static Attribution? OwnerOf(Document document, Attributions attributions, CasualtyReport open, ReadOnlySpan<CasualtyReport> before)
    {
        var at = document.SentenceAt(open.Provenance.Span.Start);
        for (var i = before.Length - 1; i >= 0; i--)
        {
            var told = before[i];
            var distance = at - document.SentenceAt(told.Provenance.Span.Start);
            if (distance > Remembered)
                return null;
            if (told is not { Claimant: { } claimant, IsHeadline: false } || told.Effect != open.Effect && distance != 1)
                continue;
            if (distance == 0 && open.IsPartial && !told.IsPartial)
                return claimant;
            if (told.Effect == open.Effect && distance > 0 && open.Status == FigureStatus.Superseded && !told.IsPartial && SpeaksOfToll(document.Sentences[at]))
                return claimant;
            if (distance == 1 && !open.IsPartial && !attributions.IsSpoken(at) && open.Status == FigureStatus.Current && document.Sentences[at].BlockIndex == document.Sentences[at - 1].BlockIndex && claimant.SpeakerSpan?.Start == document.Sentences[at - 1].Span.Start)
                return claimant;
        }

        return null;
    }

    // "The toll rose through the morning from an initial six dead."
    private static bool SpeaksOfToll(Sentence sentence) =>
        sentence.Clauses.Any(c => c.Subject is { } s && sentence.Tokens[sentence.Chunks[s.First].Head].Lower is "toll" or "count" or "tally" or "number" or "figure");
}
