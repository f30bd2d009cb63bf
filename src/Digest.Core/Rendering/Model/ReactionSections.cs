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

    /// <summary>That articles carry no word of a party says something of the articles and nothing of the party, and the line says so.</summary>
    public static Line? NoStatement(Story story)
    {
        if (story.NoStatementFrom.IsEmpty)
            return null;
        var line = new LineBuilder().Own("No statement found from ");
        for (var i = 0; i < story.NoStatementFrom.Length; i++)
        {
            if (i > 0)
                line.Own(i + 1 < story.NoStatementFrom.Length ? ", " : " or ");
            line.Sourced(WithArticle(story.NoStatementFrom[i]));
        }

        return line.Own(story.SourceNumbers.Length == 1 ? " in the article of this story. That does not mean there was none." : " in the articles of this story. That does not mean there was none.").Build();
    }

    // Countries whose names are plurals, common nouns or initials take the article, and so do groups called by a plural ("the Houthis").
    private static string WithArticle(string party) =>
        party is "US" or "UK" or "UAE" or "Philippines" or "Netherlands" or "Maldives" or "Bahamas" or "Gambia" || party.StartsWith("United ", StringComparison.Ordinal) || party.EndsWith(" Republic", StringComparison.Ordinal)
            || (party.EndsWith('s') && !party.Contains(' ', StringComparison.Ordinal) && Countries.ByName(party) is null)
            ? "the " + DisplayText.Line(party)
            : ClaimantText.Within(party);

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
