using System.Collections.Immutable;
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

    /// <summary>A place of the gazetteer.</summary>
    Known,
}

/// <summary>Judges whether the words of a noun phrase name a place.</summary>
internal static class PlaceNames
{
    /// <param name="first">The first token after the determiner.</param>
    /// <param name="end">The token after the head.</param>
    internal static PlaceName Of(ImmutableArray<Token> tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Pos == PartOfSpeech.ProperNoun)
                return PlaceName.Unknown;
        }

        return PlaceName.None;
    }
}
