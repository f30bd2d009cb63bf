using Digest.Days;
using Digest.Rendering.Phrasing;

namespace Digest.Rendering.Model;

/// <summary>Says in the edition that a text-analytics service had a part in it, which part, and where it was missing.</summary>
internal static class NamesLine
{
    private const string Nothing = "No figure, claimant, quotation or event comes from it.";

    /// <returns>Nothing where no service was asked.</returns>
    public static IEnumerable<Line> Of(NameIndex? names) => names is null ? [] : [Line.Of(Text(names))];

    private static string Text(NameIndex names) => names switch
    {
        _ when names.Away == names.Articles => $"The text-analytics service that completes the list of people, organisations and places was away; the list in the data files holds what our rules name. {Nothing}",
        { Away: > 0 } => $"A text-analytics service completes the list of people, organisations and places in the data files. It was away for {Count(names.Away)}, so the list is not whole. {Nothing}",
        { Partial: > 0 } => $"A text-analytics service completes the list of people, organisations and places in the data files. It could not read all of {Count(names.Partial)}, so the list may not be whole. {Nothing}",
        _ => $"A text-analytics service completes the list of people, organisations and places in the data files. {Nothing}",
    };

    private static string Count(int articles) => articles == 1 ? "one article" : $"{Numerals.InProse(articles)} articles";
}
