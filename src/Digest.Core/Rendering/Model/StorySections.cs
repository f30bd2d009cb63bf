using System.Collections.Immutable;
using System.Globalization;
using Digest.Days;
using Digest.Editions;
using Digest.Facts;
using Digest.Rendering.Phrasing;

namespace Digest.Rendering.Model;

/// <summary>The stories of the day, section by section.</summary>
internal static class StorySections
{
    public static ImmutableArray<StorySection> Of(Edition edition, Passages passages)
    {
        var letters = 0;
        var day = edition.Day;
        var agencies = EventSections.Agencies(day);
        var threads = StoryThreads.Of(day, edition.Week);
        return [.. day.Stories.Select((story, index) => new StorySection(story.Id, FormattableString.Invariant($"story-{index + 1}"), Numerals.Capitalised(DisplayText.Line(story.Headline)))
        {
            Continues = threads.GetValueOrDefault(story.Id) is { } earlier ? Continues(earlier, edition.Publication) : null,
            Events = [.. story.Events.Where(happening => !happening.Claims.IsEmpty).Select(happening => EventSections.Of(happening, Letter(letters++), agencies, passages))],
            Escalation = [.. story.Events.OrderBy(happening => happening.Date is null).ThenBy(happening => happening.Date).Select(happening => Happened(happening, passages)), .. story.Escalation.Select(sign => Sign(sign, story, passages))],
            Reactions = ReactionSections.Of(story, passages),
            NoStatement = ReactionSections.NoStatement(story),
            NotKnown = [.. story.NotKnown.Select(text => new LineBuilder().Sourced(text).Build())],
            Background = [.. story.Background.Select(item => new LineBuilder().Sentence(item.Text, passages.Cites(item.Citations)).Build())],
        })];
    }

    private static ContinuesFrom Continues(Continuation earlier, Publication publication) => new(
        earlier.Date,
        earlier.Date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        earlier.StoryId,
        Numerals.Capitalised(DisplayText.Line(earlier.Headline)),
        earlier.First == earlier.Date ? "" : $", told since {Dates.Day(earlier.First)}",
        publication.DayUrl(earlier.Date));

    /// <summary>A, B, …, Z, AA, AB, ….</summary>
    public static string Letter(int index) => index < 26 ? ((char)('A' + index)).ToString() : Letter((index / 26) - 1) + (char)('A' + (index % 26));

    /// <summary>"About 21 November: missile attack at Ain al-Asad air base, according to US officials [1]."</summary>
    private static Line Happened(Event happening, Passages passages)
    {
        var line = new LineBuilder().Own($"{Dates.When(happening)}: ").Sourced(EventLabel.InSentence(EventLabel.Undated(happening)));
        var cites = passages.Cites(happening.Reports);
        if (!happening.ReportedBy.IsEmpty)
            line.Own(", according to ").Sourced(ClaimantText.Listed(happening.ReportedBy).TrimEnd(','), cites);
        else
            line.Own("; no source named", cites);
        if (happening.IsClaimedByActor)
            line.Own("; the group or force named said it was responsible");
        return line.Own(".").Build();
    }

    private static Line Sign(EscalationSign sign, Story story, Passages passages)
    {
        var name = Numerals.Capitalised(sign.Rule.Replace('-', ' ')) + ": ";
        // A threat is somebody's statement: it is printed as that statement is.
        var statement = story.Reactions.FirstOrDefault(reaction => reaction.Stance == Stance.Threaten && reaction.Wordings.SelectMany(wording => wording.Citations).ToHashSet().SetEquals(sign.Citations));
        return statement is null
            ? new LineBuilder().Own(name).Sentence(sign.Text, passages.Cites(sign.Citations)).Build()
            : new LineBuilder().Own(name).Append(StatementText.Whole(statement.Speaker, statement.Wordings[0], passages)).Build();
    }
}
