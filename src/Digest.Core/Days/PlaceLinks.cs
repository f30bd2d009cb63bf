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
        && ((Names(article, a.Names[^1]) && Names(article, b.Names[0]) && Leads(article.Text, a, b)) || (Names(article, b.Names[^1]) && Names(article, a.Names[0]) && Leads(article.Text, b, a)));

    /// <summary>Whether the first or the last word of a place's name stands in the article with a capital; of other places it says nothing.</summary>
    public static bool MayName(Article article, PlaceName place) => Names(article, place.Names[0]) || Names(article, place.Names[^1]);

    private static bool Names(Article article, string word) => Array.BinarySearch(Capitals.GetValue(article, CapitalsOf), Words.Hash(word)) >= 0;

    private static ulong[] CapitalsOf(Article article)
    {
        var found = new HashSet<ulong>();
        Span<char> buffer = stackalloc char[Words.MaxLength];
        var position = 0;
        while (Words.Next(article.Text, ref position, article.Text.Length, buffer, out var length, out var capital))
        {
            if (capital)
                found.Add(Words.Hash(buffer[..length]));
        }

        ulong[] sorted = [.. found];
        Array.Sort(sorted);
        return sorted;
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
