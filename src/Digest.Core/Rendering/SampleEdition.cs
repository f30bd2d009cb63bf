using System.Collections.Immutable;
using Digest.Days;
using Digest.Editions;
using Digest.Facts;
using Digest.News;

namespace Digest.Rendering;

/// <summary>
/// Made-up editions to try templates on before real ones depend on them: one in which every field is filled, one of a day without articles, one that was withdrawn.
/// Between them every branch of a template is likely to be taken.
/// </summary>
public static class SampleEdition
{
    private const string Text = "A drone attack on the harbour of Old Ford killed at least three guards and wounded two, the army said on Wednesday. "
        + "The mayor called it “a grave mistake” and threatened to close the port. Medics said four had died. More than ten attacks were reported in April.";

    private static readonly DateOnly Date = new(2024, 5, 1);
    private static readonly DateTimeOffset Evening = new(2024, 5, 1, 18, 0, 0, TimeSpan.Zero);

    public static IReadOnlyDictionary<string, string> Texts { get; } = ImmutableDictionary<string, string>.Empty.Add("sample", Text);

    /// <summary>In the order above.</summary>
    public static ImmutableArray<Edition> All => [Full(), Edition.Draft(Publication.Default, new(Date, [], []), null), Withdrawn()];

    private static Edition Full()
    {
        var happening = Happening();
        var story = new Story("s1", "a drone attack in Old Ford", [1])
        {
            Events = [happening],
            Reactions =
            [
                new("r1", "Ana Silva", "mayor of Old Ford", SpeakerKind.Official, Stance.Condemn,
                    [new("a grave mistake", WordingForm.Quotation, Cite("a grave mistake")), new("called it", WordingForm.Predicate, Cite("The mayor called it"))]),
                new("r2", "Ford Front", null, SpeakerKind.ArmedGroup, Stance.Comment, [new("threatened to close the port", WordingForm.Predicate, Cite("threatened to close the port"))]),
            ],
            NoStatementFrom = ["Ford Rangers"],
            Escalation = [new("threat", "The mayor threatened to close the port.", Cite("threatened to close the port"))],
            Background = [new("Attacks in April: more than 10.", Cite("More than ten attacks were reported in April"))],
            NotKnown = ["Who carried out the attack: no article says."],
        };
        var source = new Source(1, "sample", "sample.txt", 1)
        {
            Title = "Attack on Old Ford", Byline = "A. Reporter", Outlet = "Gulf Wire", Url = "https://example.org/a", Date = Date, DateBasis = DateBasis.Stated, Agencies = ["Gulf Wire"],
        };
        return new(Publication.Default, new(Date, [source], [story, story with { Id = "s2" }]), 2, Evening)
        {
            Kind = EditionKind.Update,
            Changes = new() { AddedClaims = [new(happening, happening.Claims[0])] },
            Earlier = [new(1, Evening.AddHours(-6), EditionKind.First, "")],
            Week = Week.Before(Date,
            [
                new(Date.AddDays(-1), 2)
                {
                    Events =
                    [
                        new(EventType.AirStrike, "Air strike in Merowe, 30 April", "Merowe", CountRange.Between(2, 5), null),
                        new(EventType.DroneAttack, "Drone attack in Old Ford, 1 May", "Old Ford", null, null) { Id = "e1", Date = Date, StoryId = "s1", Story = "drone attack in Old Ford", IsMain = true },
                    ],
                },
            ]),
        };
    }

    private static Event Happening()
    {
        Claim Killed(string id, CountRange count, string? claimant, string words) =>
            new(id, HarmEffect.Killed, count, null, "guards", claimant, Cite(words)) { Relation = claimant is null ? ClaimantRelation.Unattributed : ClaimantRelation.StateOfficial };
        return new("e1", EventType.DroneAttack, "Drone attack in Old Ford, 1 May", Cite("A drone attack on the harbour of Old Ford"))
        {
            Place = "Old Ford", Date = Date, DatePrecision = DatePrecision.Day, ReportedBy = ["the army"],
            Claims =
            [
                Killed("c1", CountRange.AtLeast(3), "the army", "killed at least three guards"),
                Killed("c2", CountRange.Exactly(4), "medics", "four had died"),
                new("c3", HarmEffect.Wounded, CountRange.Exactly(2), null, null, null, Cite("wounded two")),
            ],
            Tallies = [new(HarmEffect.Killed, CountRange.Between(3, 4), EvidenceStatus.SourcesConflict) { Text = "at least 3 to 4" }, new(HarmEffect.Wounded, CountRange.Exactly(2), EvidenceStatus.Unattributed) { Text = "2" }],
            Notes = ["The army and medics give different figures."],
        };
    }

    private static Edition Withdrawn() => new(Publication.Default, Full().Day, 3, Evening.AddHours(1)) { Kind = EditionKind.Withdrawn, EditorNote = "Withdrawn: it was made of the wrong articles." };

    private static ImmutableArray<Citation> Cite(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return [new(1, new("sample", new(start, start + words.Length), words))];
    }
}
