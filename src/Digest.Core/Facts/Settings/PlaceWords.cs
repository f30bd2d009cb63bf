using System.Collections.Frozen;
using Digest.Text;

namespace Digest.Facts;

/// <summary>What a noun says about a place.</summary>
internal enum PlaceNoun
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It has a name of its own: "the town of Tank".</summary>
    Area,

    /// <summary>Somewhere people and things are: "a market".</summary>
    Site,

    /// <summary>A part of an area: "the outskirts of Bannu".</summary>
    Relative,

    /// <summary>Where the wounded are brought, never where they were wounded: "the clinic".</summary>
    Care,
}

/// <summary>The words that place phrases are made of.</summary>
internal static class PlaceWords
{
    private static readonly FrozenDictionary<string, PlaceNoun> Nouns =
        WordList.Rows("Facts/Settings/placenouns.table.tsv").ToFrozenDictionary(r => r[0], r => Enum.Parse<PlaceNoun>(r[1], ignoreCase: true), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Prepositions = WordList.Read("Facts/Settings/placeprepositions.words.txt");

    /// <summary>Verbs whose object says where, if it names a place: "entered Gajo".</summary>
    internal static readonly FrozenSet<string> Entering = WordList.Read("Facts/Settings/entering.words.txt");

    internal static PlaceNoun Noun(Token token) =>
        Nouns.TryGetValue(token.Lower, out var noun) || Nouns.TryGetValue(token.Lemma, out noun) ? noun : PlaceNoun.None;

    internal static PlaceNoun Noun(string lower) => Nouns.GetValueOrDefault(lower);

    internal static bool IsPreposition(string lower) => Prepositions.Contains(lower);

    /// <summary>"south" in "south of Baghdad".</summary>
    internal static bool IsDirection(string lower) => lower is "north" or "south" or "east" or "west" or "northeast" or "northwest" or "southeast" or "southwest"
        or "north-east" or "north-west" or "south-east" or "south-west" or "northwards" or "upriver" or "downriver" or "inland" or "upstream" or "downstream";

    internal static bool IsDistance(string lower) => lower is "km" or "kms" or "km." or "kilometre" or "kilometres" or "kilometer" or "kilometers" or "mile" or "miles" or "metre" or "metres" or "meter"
        or "meters" or "m" or "yards" or "nm" || (char.IsAsciiDigit(lower[0]) && (lower.EndsWith("km", StringComparison.Ordinal) || lower.EndsWith('m') || lower.EndsWith("mi", StringComparison.Ordinal)));
}
