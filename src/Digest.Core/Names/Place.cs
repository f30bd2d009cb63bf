using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Names;

public enum PlaceKind
{
    Country,

    /// <summary>Province, governorate, oblast or state.</summary>
    Province,

    /// <summary>An area without an administration of its own, of any size.</summary>
    Region,
    Town,
    Village,

    /// <summary>A part of a town or province.</summary>
    District,
    Base,
    Crossing,
    Camp,
    Airport,

    /// <summary>A dam, hospital, prison, mine or the like.</summary>
    Site,

    /// <summary>A sea, strait, lake or river.</summary>
    Water,
}

/// <summary>A place of the gazetteer. Two places are one when their ids are equal.</summary>
/// <param name="Id">Name and country code ("Basra/IQ"); stable over editions.</param>
/// <param name="Name">The name shown.</param>
/// <param name="In">Id of the place it lies in; null for countries, seas and world regions.</param>
/// <param name="Country">ISO code; null for seas and world regions.</param>
/// <param name="PrecisionKm">Within how many kilometres the coordinates hold, about.</param>
public sealed record Place(string Id, string Name, PlaceKind Kind, string? In, string? Country, double Latitude, double Longitude, int PrecisionKm)
{
    public ImmutableArray<string> OtherNames { get; init; } = [];
}

/// <summary>A place as a text puts it: the place itself, or one that is told by it.</summary>
/// <param name="Relation">How it lies to the place ("south of", "near", "northern"); null where the place itself is meant.</param>
/// <param name="Written">The words as given.</param>
public sealed record PlaceReading(Place Place, string? Relation, string Written);

/// <summary>A place named in a text, and where its name stands.</summary>
public sealed record PlaceMention(TextSpan Span, Place Place);
