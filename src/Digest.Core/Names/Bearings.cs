namespace Digest.Names;

/// <summary>On which side of a place another lies, by the gazetteer's coordinates. They are rough, and so is what a reporter means by "south of".</summary>
public static class Bearings
{
    /// <summary>How far from a town "south of" it still is.</summary>
    public const double MostKilometres = 120;

    /// <summary>What is further off than this is not meant by any direction from a town.</summary>
    public const double Elsewhere = 300;

    // "South of" holds for south-west and south-east too.
    private const double MostDegreesOff = 70;

    /// <summary>Whether a place may be what "south of Baghdad" means: near enough, in the same country, and on that side. False for readings without a side.</summary>
    public static bool LiesOnSide(PlaceReading reading, Place place)
    {
        if (reading.Relation is not { } relation || Degrees(relation) is not { } side || place.Country != reading.Place.Country)
            return false;
        var (north, east) = Way(reading.Place, place);
        var distance = Math.Sqrt((north * north) + (east * east));
        if (distance > MostKilometres || distance < 1)
            return false;
        var off = Math.Abs((Math.Atan2(east, north) * 180 / Math.PI) - side);
        return Math.Min(off, 360 - off) <= MostDegreesOff;
    }

    /// <summary>The distance between two places, as the crow flies over a flat map: good enough for a few hundred kilometres.</summary>
    public static double Kilometres(Place from, Place to)
    {
        var (north, east) = Way(from, to);
        return Math.Sqrt((north * north) + (east * east));
    }

    private static (double North, double East) Way(Place from, Place to) =>
        ((to.Latitude - from.Latitude) * 111.2, (to.Longitude - from.Longitude) * 111.2 * Math.Cos(from.Latitude * Math.PI / 180));

    private static double? Degrees(string relation) => relation switch
    {
        "north of" => 0,
        "northeast of" or "north-east of" => 45,
        "east of" => 90,
        "southeast of" or "south-east of" => 135,
        "south of" => 180,
        "southwest of" or "south-west of" => -135,
        "west of" => -90,
        "northwest of" or "north-west of" => -45,
        _ => null,
    };
}
