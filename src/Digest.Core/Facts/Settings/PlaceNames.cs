using System.Collections.Immutable;
using Digest.Names;
using Digest.Text;

namespace Digest.Facts;

/// <summary>What the capitals of a noun phrase name.</summary>
internal enum PlaceName
{
    /// <summary>No place: no name at all, or that of a person, group or body.</summary>
    None,

    /// <summary>Only the adjective of a country: "the northern Syrian town".</summary>
    Adjective,

    Country,

    /// <summary>Something that nothing is known of, and that may be a place.</summary>
    Unknown,
}

/// <summary>Judges whether the words of a noun phrase name a place.</summary>
internal static class PlaceNames
{
    /// <param name="first">The first token after the determiner.</param>
    /// <param name="end">The token after the head.</param>
    internal static PlaceName Of(ImmutableArray<Token> tokens, int first, int end)
    {
        var adjective = false;
        var names = 0;
        for (var i = first; i < end; i++)
        {
            if (!(tokens[i].IsCapitalised || tokens[i].Pos == PartOfSpeech.ProperNoun) || tokens[i].Pos is PartOfSpeech.Determiner or PartOfSpeech.Number)
                continue;
            // "US bases" are somewhere, as "American bases" are.
            if (Countries.ByAdjective(tokens[i].Text) is not null || (i < end - 1 && tokens[i].Text is "US" or "U.S." or "UK" or "U.K."))
                adjective = true;
            else if (tokens[i].Pos == PartOfSpeech.ProperNoun && PlaceWords.Noun(tokens[i]) == PlaceNoun.None && !IsDirectional(tokens[i].Lower))
                names++;
        }

        if (names == 0)
            return adjective ? PlaceName.Adjective : PlaceName.None;
        var start = first;
        while (start < end && !tokens[start].IsCapitalised && tokens[start].Pos != PartOfSpeech.ProperNoun)
            start++;
        var name = string.Join(' ', tokens[start..end].Select(t => t.Text));
        if (Countries.ByName(name) is not null)
            return PlaceName.Country;
        // "a Kataib Hezbollah headquarters" is named by whose it is, not by where.
        if (PlaceWords.Noun(tokens[end - 1]) == PlaceNoun.Site && end - 1 > start && Enumerable.Range(start + 1, end - start - 1).Any(at => Actors.Find(string.Join(' ', tokens[start..at].Select(t => t.Text))) is { Kind: ActorKind.Armed }))
            return PlaceName.None;
        if (PlaceWords.Noun(tokens[end - 1]) == PlaceNoun.None && (Actors.Find(name) is not null || Titles.Find(tokens[start].Text) is not null || People.Find(tokens[end - 1].Lower) is not null))
            return PlaceName.None;
        return PlaceName.Unknown;
    }

    private static bool IsDirectional(string lower) => lower is "northern" or "southern" or "eastern" or "western" or "central" or "northeastern" or "northwestern" or "southeastern" or "southwestern";
}
