using System.Globalization;
using Digest.Facts;
using Digest.Names;

namespace Digest.Days;

/// <summary>Makes the event that a digest shows of the accounts that are one: what most of them say, the earlier in the fold's order on a tie.</summary>
internal static class EventBuilder
{
    public static Event Build(EventDraft draft, IReadOnlyList<DayArticle> articles, Places places, List<Join> joins)
    {
        var reports = draft.Reports.ToArray();
        var type = Most(reports.Select(r => r.Fact.Type).Where(t => t != EventType.Attack).Select(t => (EventType?)t)) ?? EventType.Attack;
        var actor = Display(MostName(reports.Where(r => r.Fact.IsClaimedByActor).Select(r => r.Fact.Actor)) ?? MostName(reports.Select(r => r.Fact.Actor)));
        var place = MostName(reports.Select(r => r.Fact.Place).Where(places.IsSpecific)) ?? MostName(reports.Select(r => r.Fact.Place).Where(p => places.Name(p) is not null)) ?? MostName(reports.Select(r => r.Fact.Place));
        var (date, lastDate, precision) = EventDates.Of(reports.Select(r => r.Fact));
        var claims = Claims.Of(draft, articles, joins);
        var shown = new Event(
            StableId.Of("e", date?.ToString("O", CultureInfo.InvariantCulture), Family(type), place is null ? null : string.Join(' ', places.Keys(place))),
            type,
            Label(type, actor, place, EventDates.Text(date, lastDate, precision), IsPlural(reports)),
            [.. reports.Select(r => new Citation(r.ArticleIndex + 1, r.Fact.Provenance)).Distinct()])
        {
            Actor = actor,
            Target = MostName(reports.Select(r => r.Fact.Target)),
            Place = place,
            Date = date,
            LastDate = lastDate,
            DatePrecision = date is null ? DatePrecision.None : precision == DatePrecision.None ? DatePrecision.Day : precision,
            ReportedBy = [.. reports.Select(r => r.Fact.Attribution?.Speaker).OfType<string>().Select(Entities.DisplayName).Distinct(StringComparer.Ordinal)],
            IsClaimedByActor = reports.Any(r => r.Fact.IsClaimedByActor),
            Claims = claims,
            Tallies = Tallies.Of(claims),
        };
        return shown with { Notes = ClaimNotes.Of(shown) };
    }

    /// <summary>"US air strikes in Jurf al-Sakhar, 22 November": actor, kind, place and day as far as told.</summary>
    internal static string Label(EventType type, string? actor, string? place, string? when, bool plural)
    {
        var noun = plural ? EventKinds.Plural(type) : EventKinds.Noun(type);
        var name = place is null ? null : WithoutArticle(place);
        var label = actor is null ? Capital(noun) : type == EventType.Clash ? $"{Capital(noun)} involving {actor}" : $"{Capital(WithoutArticle(actor))} {noun}";
        if (name is not null)
            label += " " + In(name);
        return when is null ? label : label + ", " + when;
    }

    /// <summary>"at Ain al-Asad air base", "in Jurf al-Sakhar"; a place that says where by itself ("south of Baghdad") stays as it is.</summary>
    internal static string In(string place)
    {
        var words = Words.Of(place);
        if (words is ["north" or "south" or "east" or "west" or "near" or "outside" or "off", ..])
            return place;
        return (words.Exists(w => w is "base" or "airbase" or "airport" or "post" or "station" or "port" or "market" or "camp" or "hospital") ? "at " : "in ") + place;
    }

    private static string WithoutArticle(string text) => text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Family(EventType type) => EventKinds.SameFamily(type, EventType.AirStrike) ? "air" : EventKinds.SameFamily(type, EventType.Clash) ? "gunfire" : type.ToString();

    // The outlets' own number: "strikes", "raids", "attacks" in most of the reports.
    private static bool IsPlural(Told<EventReport>[] reports)
    {
        var plural = reports.Count(r => r.Fact.Count > 1 || Words.Of(r.Fact.Provenance.Evidence).Exists(w => w is "strikes" or "airstrikes" or "raids" or "attacks" or "bombings" or "clashes" or "explosions"));
        return 2 * plural > reports.Length;
    }

    private static string? Display(string? name) => name is null ? null : Entities.DisplayName(name);

    private static string? MostName(IEnumerable<string?> names)
    {
        // Spellings of one name count together; of these the commonest is shown.
        var groups = new List<List<(string Name, int Count)>>();
        foreach (var spelling in names.OfType<string>().GroupBy(n => n, StringComparer.Ordinal))
        {
            var group = groups.Find(g => Entities.Same(g[0].Name, spelling.Key));
            if (group is null)
                groups.Add(group = []);
            group.Add((spelling.Key, spelling.Count()));
        }

        return groups.OrderByDescending(g => g.Sum(n => n.Count)).FirstOrDefault()?.MaxBy(n => n.Count).Name;
    }

    private static T? Most<T>(IEnumerable<T?> values) => values.Where(v => v is not null).GroupBy(v => v).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault();
}
