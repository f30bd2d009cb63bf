using System.Collections.Frozen;
using Digest.Facts;

namespace Digest.Days;

/// <summary>Which types of event may be two articles' words for one. A plain "attack" may be any of them.</summary>
internal static class EventKinds
{
    /// <summary>Whether two reports of these types may be of one event, given that they agree in place and time.</summary>
    public static bool Compatible(EventType a, EventType b) => a == b || a == EventType.Attack || b == EventType.Attack || (IsFromTheAir(a) && IsFromTheAir(b)) || (IsGunfire(a) && IsGunfire(b));

    /// <summary>Whether two types are of one family whatever else is known: outlets call a drone strike an air strike and a missile a rocket.</summary>
    public static bool SameFamily(EventType a, EventType b) => a == b || (IsFromTheAir(a) && IsFromTheAir(b)) || (IsGunfire(a) && IsGunfire(b));

    /// <summary>
    /// The type as far as it tells events apart: "bombed" and "a bomb attack" are said of bombs from the air and of bombs laid, so they are a plain attack; "a car bomb" is not.
    /// </summary>
    public static EventType Of(EventReport report) =>
        report.Type == EventType.Bombing && !Words.Stand(report.Provenance.Evidence, LaidBomb) && !Words.Stand(report.Target ?? "", LaidBomb) ? EventType.Attack : report.Type;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LaidBomb = new[]
    {
        "bomber", "bombers", "suicide", "car", "vehicle", "truck", "motorcycle", "motorbike", "bicycle", "roadside", "ied", "improvised", "device", "explosive", "explosives", "mine", "landmine", "mines",
        "vest", "parcel", "blast", "blew", "exploded", "explosion", "went", "planted", "magnetic", "sticky", "grenade", "culvert",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool IsFromTheAir(EventType type) => type is EventType.AirStrike or EventType.DroneAttack or EventType.MissileAttack or EventType.RocketAttack;

    private static bool IsGunfire(EventType type) => type is EventType.Shooting or EventType.Clash;

    /// <summary>The noun for an event of the type, in the singular.</summary>
    public static string Noun(EventType type) => type switch
    {
        EventType.AirStrike => "air strike",
        EventType.MissileAttack => "missile attack",
        EventType.RocketAttack => "rocket attack",
        EventType.DroneAttack => "drone attack",
        EventType.Bombing => "bombing",
        EventType.Shooting => "shooting",
        EventType.Clash => "clash",
        _ => "attack",
    };

    public static string Plural(EventType type) => type == EventType.Clash ? "clashes" : Noun(type) + "s";
}
