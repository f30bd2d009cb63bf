using System.Collections.Immutable;
using Digest.Days;
using Digest.Facts;
using Digest.Rendering.Phrasing;

namespace Digest.Rendering.Model;

/// <summary>Who said what, under governments, other officials and bodies, and armed groups; the last are not official reactions.</summary>
internal static class ReactionSections
{
    private static readonly (string Title, SpeakerKind[] Kinds)[] Groups =
    [
        ("Official reactions", [SpeakerKind.Government, SpeakerKind.Official]),
        ("International and other bodies", [SpeakerKind.InternationalBody, SpeakerKind.Other]),
        ("Statements by armed groups", [SpeakerKind.ArmedGroup]),
    ];

    public static ImmutableArray<SpeakerGroup> Of(Story story, Passages passages) =>
        [.. Groups.Select(group => new SpeakerGroup(group.Title, Speakers(story.Reactions.Where(r => group.Kinds.Contains(r.SpeakerKind)), passages)))
            .Where(group => !group.Speakers.IsEmpty)];

    private static ImmutableArray<SpeakerEntry> Speakers(IEnumerable<ReactionEntry> reactions, Passages passages) =>
        [.. reactions.GroupBy(reaction => reaction.Speaker, StringComparer.Ordinal).Select(speaker => new SpeakerEntry(
            Numerals.Capitalised(ClaimantText.InTable(speaker.Key)),
            speaker.Select(reaction => reaction.Role).FirstOrDefault(role => role is not null) is { } role ? DisplayText.Line(role) : null,
            [.. speaker.Select(reaction => new StatementEntry(reaction, StanceText.Of(reaction.Stance), Wordings(reaction, passages)))]))];

    private static ImmutableArray<Line> Wordings(ReactionEntry reaction, Passages passages) =>
        [.. reaction.Wordings.Select((wording, index) => Wording(wording, isVariant: index > 0, passages))];

    private static Line Wording(Wording wording, bool isVariant, Passages passages)
    {
        var cites = passages.Cites(wording.Citations);
        var line = new LineBuilder();
        if (isVariant)
            line.Own("Also given as: ");
        else if (!wording.IsVerbatim)
            line.Own("As reported: ");
        return (wording.IsVerbatim ? line.Quoted(wording.Words, cites) : line.Sourced(wording.Words, cites)).Build();
    }
}
