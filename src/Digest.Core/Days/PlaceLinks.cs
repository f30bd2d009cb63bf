using System.Runtime.CompilerServices;
using Digest.News;

namespace Digest.Days;

/// <summary>
/// Reads from a text that one place lies in another, where the gazetteer knows neither: "Kyauk Sin Gon village in Sagaing Region’s Tabayin
/// Township", "Yohmor al-Shaqif, Nabatieh district". Between the two names stand only a comma, "in" or "of", and further names or words of kind.
/// </summary>
internal static class PlaceLinks
{
    private const int MostBetween = 5;

    // Most articles name only one of two places, and a text need not be searched for that each time: the words with a capital are gathered once an article.
    private static readonly ConditionalWeakTable<Article, ulong[]> Capitals = [];

    public static bool Says(Article article, PlaceName a, PlaceName b) =>
        a.Names.Length > 0 && b.Names.Length > 0
        && Says(article, Capitals.GetValue(article, CapitalsOf), a, b);

    private static bool Says(Article article, ulong[] capitals, PlaceName a, PlaceName b) =>
        (Names(capitals, a.Ends.Last) && Names(capitals, b.Ends.First) && Leads(article.Text, a, b)) || (Names(capitals, b.Ends.Last) && Names(capitals, a.Ends.First) && Leads(article.Text, b, a));

    /// <summary>Whether the first or the last word of a place's name stands in the article with a capital; of other places it says nothing.</summary>
    public static bool MayName(Article article, PlaceName place) => Capitals.GetValue(article, CapitalsOf) is var capitals && (Names(capitals, place.Ends.First) || Names(capitals, place.Ends.Last));

    private static bool Names(ulong[] capitals, ulong word) => Array.BinarySearch(capitals, word) >= 0;

    private static ulong[] CapitalsOf(Article article)
    {
        var found = new List<ulong>();
        Span<char> buffer = stackalloc char[Words.MaxLength];
        var position = 0;
        while (Words.Next(article.Text, ref position, article.Text.Length, buffer, out var length, out var capital))
        {
            if (capital)
                found.Add(Words.Hash(buffer[..length]));
        }

        return SharedCopy.Distinct(found);
    }

    private static bool Leads(string text, PlaceName inner, PlaceName outer)
    {
        var last = inner.Names[^1];
        var next = outer.Names[0];
        for (var found = text.IndexOf(last, StringComparison.OrdinalIgnoreCase); found >= 0; found = text.IndexOf(last, found + last.Length, StringComparison.OrdinalIgnoreCase))
        {
            if (Reaches(text, found + last.Length, next))
                return true;
        }

        return false;
    }

    private static bool Reaches(string text, int position, string name)
    {
        Span<char> buffer = stackalloc char[Words.MaxLength];
        var linked = false;
        for (var between = 0; between <= MostBetween && position < text.Length; between++)
        {
            var gap = position;
            while (gap < text.Length && !char.IsLetterOrDigit(text[gap]))
            {
                if (text[gap] == ',')
                    linked = true;
                else if (text[gap] is not (' ' or '’' or '\'' or '-'))
                    return false;
                gap++;
            }

            if (!Words.Next(text, ref position, text.Length, buffer, out var length, out var capital))
                return false;
            var word = buffer[..length];
            if (capital && word.SequenceEqual(name))
                return linked;
            if (word is "in" or "of")
                linked = true;
            else if (!capital && word is not ("village" or "town" or "city" or "district" or "township" or "province" or "region" or "the" or "state" or "department" or "governorate" or "county" or "oblast" or "area" or "northern" or "southern"
                or "eastern" or "western" or "northwestern" or "northeastern" or "southwestern" or "southeastern" or "central"))
                return false;
        }

        return false;
    }
}
