using System.Collections.Immutable;
using Digest.Days;
using Digest.Facts;
using Digest.Rendering.Phrasing;

namespace Digest.Rendering.Model;

/// <summary>The day in three points: the figures of the first stories, then of a further event with deaths, then what a government said, then a threat.</summary>
internal static class KeyPoints
{
    private const int Most = 3;

    public static ImmutableArray<Line> Of(Day day, Passages passages)
    {
        var told = day.Stories.Select(story => story.Events.FirstOrDefault(happening => happening.Claims.Any(claim => claim.Status == FigureStatus.Current && !claim.IsPartial && !claim.IsCumulative)))
            .OfType<Event>().Take(Most).ToList();
        var reactions = day.Stories.SelectMany(story => story.Reactions).ToList();
        var official = reactions.FirstOrDefault(reaction => reaction.SpeakerKind is SpeakerKind.Government or SpeakerKind.Official && reaction.Wordings[0].IsVerbatim);
        var threat = reactions.FirstOrDefault(reaction => reaction.Stance == Stance.Threaten && reaction != official);
        var deaths = day.Stories.SelectMany(story => story.Events).FirstOrDefault(happening => !told.Contains(happening) && !FigureText.Standing(happening.Claims, HarmEffect.Killed).IsEmpty);
        var further = day.Stories.SelectMany(story => story.Events).Where(happening => !happening.Claims.IsEmpty).Skip(1).FirstOrDefault();

        if (deaths is not null)
            told.Add(deaths);
        var points = told.ConvertAll(happening => ClaimSentences.Of(happening, passages));
        if (official is not null)
            points.Add(StatementText.Whole(official.Speaker, official.Wordings[0], passages));
        if (threat is not null)
            points.Add(StatementText.Whole(threat.Speaker, threat.Wordings[0], passages));
        if (day.Stories.Length == 1 && further is not null && !told.Contains(further))
            points.Add(ClaimSentences.Of(further, passages));
        return [.. points.Take(Most)];
    }
}
