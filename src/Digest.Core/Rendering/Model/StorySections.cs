using System.Collections.Immutable;
using Digest.Days;
using Digest.Rendering.Phrasing;

namespace Digest.Rendering.Model;

/// <summary>The stories of the day, section by section.</summary>
internal static class StorySections
{
    public static ImmutableArray<StorySection> Of(Day day, Passages passages)
    {
        var letters = 0;
        return [.. day.Stories.Select((story, index) => new StorySection(story.Id, FormattableString.Invariant($"story-{index + 1}"), Numerals.Capitalised(DisplayText.Line(story.Headline)))
        {
            Events = [.. story.Events.Where(happening => !happening.Claims.IsEmpty).Select(happening => EventSections.Of(happening, Letter(letters++), day, passages))],
            Escalation = [.. story.Events.Select(happening => Happened(happening, passages)), .. story.Escalation.Select(sign => Sign(sign, passages))],
            Reactions = ReactionSections.Of(story, passages),
            NotKnown = [.. story.NotKnown.Select(text => new LineBuilder().Sourced(text).Build())],
            Background = [.. story.Background.Select(item => new LineBuilder().Sentence(item.Text, passages.Cites(item.Citations)).Build())],
        })];
    }

    /// <summary>A, B, …, Z, AA, AB, ….</summary>
    public static string Letter(int index) => index < 26 ? ((char)('A' + index)).ToString() : Letter((index / 26) - 1) + (char)('A' + (index % 26));

    /// <summary>"About 21 November: missile attack on Ain al-Asad air base, US officials said [1]."</summary>
    private static Line Happened(Event happening, Passages passages)
    {
        var line = new LineBuilder();
        if (EventDates.Text(happening) is not { } when || !happening.Label.Contains(when, StringComparison.Ordinal))
            line.Own($"{Dates.When(happening)}: ");
        line.Sourced(happening.Label);
        var cites = passages.Cites(happening.Reports);
        if (!happening.ReportedBy.IsEmpty)
            line.Own(", ").Sourced(ClaimantText.Listed(happening.ReportedBy)).Own(" said", cites);
        else
            line.Own(", with no source named", cites);
        if (happening.IsClaimedByActor)
            line.Own("; the group or force named said it was responsible");
        return line.Own(".").Build();
    }

    private static Line Sign(EscalationSign sign, Passages passages) => new LineBuilder()
        .Own(Numerals.Capitalised(sign.Rule.Replace('-', ' ')) + ": ").Sentence(sign.Text, passages.Cites(sign.Citations)).Build();
}
