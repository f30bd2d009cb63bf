namespace Digest.Days;

/// <summary>
/// Reads from a text that one place lies in another, where the gazetteer knows neither: "Kyauk Sin Gon village in Sagaing Region’s Tabayin
/// Township", "Yohmor al-Shaqif, Nabatieh district". Between the two names stand only a comma, "in" or "of", and further names or words of kind.
/// </summary>
internal static class PlaceLinks
{
    private const int MostBetween = 5;

    public static bool Says(string text, PlaceName a, PlaceName b) => a.Names.Length > 0 && b.Names.Length > 0 && (Leads(text, a, b) || Leads(text, b, a));

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
            else if (!capital && word is not ("village" or "town" or "city" or "district" or "township" or "province" or "region" or "the" or "state" or "area" or "northern" or "southern"
                or "eastern" or "western" or "northwestern" or "northeastern" or "southwestern" or "southeastern" or "central"))
                return false;
        }

        return false;
    }
}
