using Digest.Days;
using Digest.Facts;
using Digest.Rendering.Model;

namespace Digest.Rendering.Phrasing;

/// <summary>
/// The line above everything. It gives a range where sources differ, the claimant where there is one,
/// and says so where none is named; it never gives one figure of several. Its numbers are numerals.
/// </summary>
internal static class Headlines
{
    private static readonly HarmEffect[] ByWeight = [HarmEffect.Killed, HarmEffect.Missing, HarmEffect.Captured, HarmEffect.Wounded];

    public static string Of(Day day)
    {
        if (day.Sources.IsEmpty)
            return $"No articles received for {Dates.Long(day.Date)}";
        if (day.Stories.IsEmpty)
            return $"No attacks or statements reported on {Dates.Long(day.Date)}";
        var story = day.Stories[0];
        foreach (var effect in ByWeight)
        {
            var lead = story.Events.FirstOrDefault(happening => !FigureText.Standing(happening.Claims, effect).IsEmpty);
            if (lead is not null)
                return Of(story, lead, effect);
        }
        return Numerals.Capitalised(DisplayText.Line(story.Headline));
    }

    private static string Of(Story story, Event lead, HarmEffect effect)
    {
        var standing = FigureText.Standing(lead.Claims, effect);
        var range = FigureText.Range(lead.Claims, effect, Numerals.InTable);
        var harm = standing.All(claim => FigureText.Effect(claim) == "injured") ? "injured" : FigureText.Effect(effect);
        // The figures of an event stand with that event, also where the story is named for another.
        var where = $"{harm} in {DisplayText.Line(EventLabel.InSentence(story.Events.Any(other => other != lead && EventLabel.Undated(other) == story.Headline) ? EventLabel.Undated(lead) : story.Headline))}";
        var claimants = standing.Select(claim => claim.Claimant).Distinct(StringComparer.Ordinal).ToList();
        return claimants switch
        {
            [null] => $"{Numerals.Capitalised(range)} reported {where}; no source named",
            [{ } only] when standing.Select(claim => claim.Count).Distinct().Count() == 1 =>
                Numerals.Capitalised($"{ClaimantText.InProse(only)} said {range} {(IsOne(range) ? "was" : "were")} {where}"),
            _ => $"Sources give {range} {where}",
        };
    }

    private static bool IsOne(string range) => range == "1";
}
