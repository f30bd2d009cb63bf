using System.Collections.Immutable;
using Digest.Days;
using Digest.Editions;
using Digest.Facts;
using Digest.Rendering;
using Digest.Rendering.Model;
using Digest.News;

namespace Digest.Tests.Rendering;

/// <summary>A small day with the same text in every field that an article can reach.</summary>
internal static class HostileDay
{
    public static Edition Edition(string text, string? url = null)
    {
        var citation = new Citation(1, new("a1", new(8, 8 + text.Length), text));
        ImmutableArray<Citation> cited = [citation];
        Claim Claim(string id, FigureStatus status) => new(id, HarmEffect.Killed, CountRange.Exactly(12), text, text, text, cited) { DeniedBy = text, Status = status, Relation = ClaimantRelation.Party };
        ReactionEntry Reaction(string id, SpeakerKind kind) => new(id, text, text, kind, Stance.Condemn, [.. Enum.GetValues<WordingForm>().Select(form => new Wording(text, form, cited))]);
        var happening = new Event("e", EventType.Attack, text, cited)
        {
            Actor = text, Target = text, Place = text, ReportedBy = [text], Notes = [text],
            Claims = [Claim("c1", FigureStatus.Current), Claim("c2", FigureStatus.Denied), new("c3", HarmEffect.Wounded, default, text, null, null, cited)],
            Tallies = [new(HarmEffect.Killed, CountRange.Exactly(12), EvidenceStatus.SingleSource)],
        };
        var story = new Story("s", text, [1])
        {
            Events = [happening], Reactions = [Reaction("r1", SpeakerKind.Government), Reaction("r2", SpeakerKind.ArmedGroup)], NotKnown = [text],
            Escalation = [new("threat", text, cited)], Background = [new(text, cited)],
        };
        var source = new Source(1, "a1", text, 1) { Title = text, Byline = text, Outlet = text, Url = url ?? text, Agencies = [text], OtherNames = [text], DateBasis = DateBasis.Unknown };
        return new(Publication.Default, new(new(2024, 1, 24), [source], [story]), 2, new(2024, 1, 24, 18, 0, 0, TimeSpan.Zero))
        {
            Kind = EditionKind.Update,
            Changes = new() { AddedClaims = [new(happening, happening.Claims[0])], RevisedClaims = [new(happening, happening.Claims[1])] },
            Earlier = [new(1, new(2024, 1, 24, 12, 0, 0, TimeSpan.Zero), EditionKind.First, text)],
            Week = Week.Before(new(2024, 1, 24), [new(new(2024, 1, 22), 1) { Events = [new(EventType.Attack, text, text, CountRange.Between(3, 8), null), new(EventType.Attack, text, null, null, null)] }]),
        };
    }

    public static IReadOnlyDictionary<string, string> Texts(string text) => new Dictionary<string, string>(StringComparer.Ordinal) { ["a1"] = $"Before. {text} After." };

    public static RenderedEdition Render(string text, string? url = null) => EditionRenderer.Render(Edition(text, url), Texts(text), ModelDay.Templates);

    public static string Shown(string text) => DisplayText.Line(text);
}
