using Digest.Text;

namespace Digest.Facts;

/// <summary>How well a place phrase says where.</summary>
internal enum PlaceGrade
{
    /// <summary>By a noun alone: "a market".</summary>
    Site,

    /// <summary>By the name of a country or of a wide area: "western Iraq".</summary>
    Wide,

    /// <summary>By the name of a place: "Tank", "Harir air base".</summary>
    Named,
}

/// <summary>A place as a sentence names it; chunks [First, End) hold the whole phrase, <see cref="Span"/> only the name that stands for it.</summary>
internal sealed record PlacePhrase(int First, int End, TextSpan Span, PlaceGrade Grade);
