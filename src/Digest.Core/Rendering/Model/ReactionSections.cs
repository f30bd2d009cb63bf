using System.Collections.Immutable;
using Digest.Days;
using Digest.Facts;
using Digest.Names;
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
            speaker.Select(reaction => reaction.Role).FirstOrDefault(role => role is not null) is { } role ? Role(role) : null,
            [.. speaker.Select(reaction => new StatementEntry(reaction, StanceText.Of(reaction.Stance), Wordings(reaction, passages)))]))];

    private static string Role(string role)
    {
        var line = DisplayText.Line(role);
        // "Its special envoy": whose, the sentence it comes from says.
        if (line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && line[..space].ToLowerInvariant() is "its" or "his" or "her" or "their" or "our" or "my")
            line = line[(space + 1)..];
        if (Partisan.Takes(line))
            return $"“{line}”";
        return line.StartsWith("The ", StringComparison.Ordinal) || line.StartsWith("A ", StringComparison.Ordinal) || line.StartsWith("An ", StringComparison.Ordinal) ? char.ToLowerInvariant(line[0]) + line[1..] : line;
    }

    private static ImmutableArray<Line> Wordings(ReactionEntry reaction, Passages passages) =>
        [.. reaction.Wordings.Select((wording, index) => StatementText.Under(index > 0 ? new LineBuilder().Own("Also given as: ") : new(), reaction.Speaker, wording, passages).Build())];
}
