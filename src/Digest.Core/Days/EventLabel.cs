using System.Collections.Frozen;
using Digest.Facts;
using Digest.Names;

namespace Digest.Days;

/// <summary>The heading of an event: who, what, where and when, as far as told ("US air strikes in Jurf al-Sakhar, 22 November").</summary>
internal static class EventLabel
{
    /// <param name="when">"22 November"; null where it is not known or not wanted.</param>
    public static string Of(EventType type, string? actor, string? place, string? when, bool plural)
    {
        actor = actor is null || IsNobody(actor) ? null : actor;
        var noun = plural ? EventKinds.Plural(type) : EventKinds.Noun(type);
        var label = actor is null ? Capital(noun)
            : type == EventType.Clash ? $"{Capital(noun)} involving {Involved(actor)}"
            : BeforeNoun(actor) is { } name ? $"{Capital(name)} {noun}"
            : $"{Capital(noun)} by {Behind(actor)}";
        if (place is not null && !NamesNothing(WithoutArticle(place)))
            label += " " + In(WithoutArticle(place));
        return when is null ? label : label + ", " + when;
    }

    // "drone assembly shops", "a single house": what was hit, and no place that a heading could name.
    private static bool NamesNothing(string place) => !place.Any(char.IsUpper) && (place.EndsWith('s') || place.Split(' ')[0] is "a" or "an" or "his" or "her" or "its" or "their") && In(place).StartsWith("in ", StringComparison.Ordinal);

    /// <summary>The heading without its day, for a line that gives the day elsewhere.</summary>
    public static string Undated(Event happening) =>
        EventDates.Text(happening) is { } when && happening.Label.EndsWith(", " + when, StringComparison.Ordinal) ? happening.Label[..^(when.Length + 2)] : happening.Label;

    /// <summary>A heading within a sentence: one that opens with a common noun ("Missile attack") is written small, one that opens with a name stays as it is.</summary>
    public static string InSentence(string label) => label.Split(' ')[0].ToLowerInvariant() is var first && (FirstNouns.Contains(first) || Sides.Contains(first)) ? char.ToLowerInvariant(label[0]) + label[1..] : label;

    // Words for a side that stand before what it did as they are.
    private static readonly FrozenSet<string> Sides = FrozenSet.Create(StringComparer.Ordinal, "jihadist", "rebel", "militant", "insurgent", "separatist", "guerrilla", "settler", "junta", "regime", "militia");

    private static readonly FrozenSet<string> FirstNouns =
        Enum.GetValues<EventType>().SelectMany(type => new[] { EventKinds.Noun(type), EventKinds.Plural(type) }).Select(noun => noun.Split(' ')[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>"at Ain al-Asad air base", "in Jurf al-Sakhar", "in the Al Qaim sector"; a place that says where by itself ("south of Baghdad") stays as it is.</summary>
    public static string In(string place)
    {
        var words = Words.Of(place);
        if (place.Length > 0 && char.IsLower(place[0]) && words is ["north" or "south" or "east" or "west" or "near" or "outside" or "off", ..])
            return place;
        if (words is [.., "border" or "frontier"])
            return "near " + (TakesThe(place) ? "the " : "") + place;
        var preposition = words.Any(w => w is "base" or "airbase" or "airport" or "post" or "station" or "port" or "market" or "camp" or "hospital") ? "at " : "in ";
        return preposition + (TakesThe(place) ? "the " : "") + place;
    }

    /// <summary>
    /// How an actor stands before the noun for what it did: a country by its adjective ("Israeli", but "US"), a body by its name. Null for people described or in the plural,
    /// who stand behind it ("attacks by Iran-aligned militias").
    /// </summary>
    private static string? BeforeNoun(string actor)
    {
        if (Countries.ByName(actor) is { } country)
            return country.Code == "US" ? "US" : country.Adjectives.FirstOrDefault() ?? country.Name;
        var name = WithoutArticle(actor);
        var last = name[(name.LastIndexOf(' ') + 1)..];
        var isName = char.IsUpper(last[0]) && !Described.Contains(name.ToLowerInvariant()) && !(last.EndsWith('s') && name.Contains(' ', StringComparison.Ordinal));
        // "Houthis" did it, and it was a Houthi attack.
        if (isName && name.Length > 5 && name.EndsWith("is", StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal))
            return name[..^1];
        // "jihadist attack", "junta air strike": words that say whose side it was.
        return isName || IsState(name) || Sides.Contains(name) ? name : null;
    }

    // "his men", "men on motorcycles": nobody a heading could name.
    private static bool IsNobody(string actor) =>
        actor.Split(' ')[0].ToLowerInvariant() is "his" or "her" or "its" or "their" or "our" or "my" or "men" or "people" or "persons" or "someone" or "unidentified" or "unknown" or "attackers" or "assailants" or "perpetrators" or "enemy" or "spokesman" or "spokesperson";

    // "US military", "Iraqi army": a state's forces in the singular, named by their adjective.
    private static bool IsState(string name) => name.Split(' ') is [var side, var head] && (side == "US" || Countries.ByAdjective(side) is not null) && char.IsLower(head[0]) && !head.EndsWith('s');

    // A headline's or a sentence's first word has a capital and is no name for it.
    private static readonly FrozenSet<string> Described = new[]
    {
        "gunmen", "militants", "rebels", "insurgents", "attackers", "assailants", "fighters", "soldiers", "troops", "forces", "police", "bandits", "jihadists", "separatists", "militiamen", "army", "jets", "warplanes", "settlers",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Describing = new[]
    {
        "several", "some", "many", "dozens", "scores", "hundreds", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "a", "an", "armed", "suspected", "unidentified", "unknown", "masked", "rival",
    }.ToFrozenSet(StringComparer.Ordinal);

    // "Gunmen", "Several hundred gunmen", "Suspected Boko Haram fighters": the capital was the sentence's.
    private static string Behind(string actor) =>
        Described.Contains(actor.ToLowerInvariant()) || (actor.Contains(" of ", StringComparison.Ordinal) && Described.Contains(actor.Split(' ')[0].ToLowerInvariant())) || Describing.Contains(actor.Split(' ')[0].ToLowerInvariant()) ? char.ToLowerInvariant(actor[0]) + actor[1..] : actor;

    private static string Involved(string actor) => Countries.ByName(actor) is { Code: "US" } ? "US forces" : Behind(actor);

    // "Al Qaim sector", "market": a common noun in small letters at the end, of one thing.
    private static bool TakesThe(string place)
    {
        var last = place[(place.LastIndexOf(' ') + 1)..];
        if (Opens(place) || place.Contains("'s ", StringComparison.Ordinal) || place.Contains("’s ", StringComparison.Ordinal))
            return false;
        // "in Tsafe town", "in Shabwa province": a name with its kind behind it.
        if (last is "town" or "city" or "village" or "hamlet" or "township" or "province" or "county" or "state" or "governorate" && char.IsUpper(place[0]))
            return false;
        return (last.Length > 0 && last.All(char.IsAsciiLetterLower) && !last.EndsWith('s')) || IsWater(place, last);
    }

    // "the Red Sea", "the Gulf of Aden", "the Gaza Strip"
    private static bool IsWater(string place, string last) =>
        last is "Sea" or "Ocean" or "Strip" or "River" or "Canal" or "Peninsula" || place is "Gulf" or "Persian Gulf" or "West Bank" or "Sahel" or "Levant" or "Kurdistan Region"
        || place.StartsWith("Gulf of ", StringComparison.Ordinal) || place.StartsWith("Strait of ", StringComparison.Ordinal) || place.StartsWith("Bay of ", StringComparison.Ordinal);

    private static bool Opens(string place) => place.Split(' ')[0] is "a" or "an" or "the" or "this" or "that" or "his" or "her" or "its" or "their" or "central" or "northern" or "southern" or "eastern" or "western";

    private static string WithoutArticle(string text) => text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
