using System.Globalization;
using Digest.Facts;
using Digest.Names;

namespace Digest.Days;

/// <summary>Makes the event that a digest shows of the accounts that are one: what most of them say, the earlier in the fold's order on a tie.</summary>
internal static class EventBuilder
{
    public static Event Build(EventDraft draft, IReadOnlyList<DayArticle> articles, Places places, List<Join>? joins)
    {
        var reports = draft.Reports;
        var type = Most(reports.Select(r => r.Fact.Type).Where(t => t != EventType.Attack).Select(t => (EventType?)t)) ?? EventType.Attack;
        var actor = Display(Unshouted(MostName(reports.Where(r => r.Fact.IsClaimedByActor).Select(r => r.Fact.Actor).Where(IsTold)) ?? MostName(reports.Select(r => r.Fact.Actor).Where(IsTold)), reports));
        var place = MostName(reports.Select(r => r.Fact.Place).Where(places.IsSpecific)) ?? MostName(reports.Select(r => r.Fact.Place).Where(p => places.Name(p) is not null)) ?? MostName(reports.Select(r => r.Fact.Place));
        var (date, lastDate, precision) = EventDates.Of(reports.Select(r => r.Fact));
        // Where no report dates the event, the day on which its dead died does, if all are dated alike.
        if (date is null && draft.Harm.Where(h => !h.Fact.IsCumulative && h.Fact.Date is not null).Select(h => (h.Fact.Date, h.Fact.DatePrecision, h.Fact.LastDate)).Distinct().ToArray() is [(var day, DatePrecision.Day, null)])
            (date, precision) = (day, DatePrecision.Day);
        var claims = Claims.Of(draft, articles, joins);
        var shown = new Event(
            StableId.Of("e", date?.ToString("O", CultureInfo.InvariantCulture), Family(type), place is null ? null : string.Join(' ', places.Keys(place))),
            type,
            EventLabel.Of(type, actor, place, EventDates.Text(date, lastDate, precision), IsPlural(reports)),
            [.. reports.Select(r => new Citation(r.ArticleIndex + 1, r.Fact.Provenance)).Distinct()])
        {
            Actor = actor,
            Target = MostName(reports.Select(r => r.Fact.Target)),
            Place = place,
            Date = date,
            LastDate = lastDate,
            DatePrecision = date is null ? DatePrecision.None : precision == DatePrecision.None ? DatePrecision.Day : precision,
            ReportedBy = [.. reports.Where(r => !IsTakenUp(r, reports)).Select(r => r.Fact.Attribution?.Speaker).OfType<string>().Where(IsNamed).Where(speaker => !IsRoleOf(speaker, reports)).Select(SpeakerNames.Shown).GroupBy(SpeakerNames.Key, StringComparer.Ordinal).Select(SpeakerNames.Best)],
            IsClaimedByActor = reports.Any(r => r.Fact.IsClaimedByActor),
            Claims = claims,
            Tallies = Tallies.Of(claims),
        };
        return shown with { Notes = ClaimNotes.Of(shown) };
    }

    // "The group said": which one, only the article around it tells.
    private static bool IsNamed(string speaker) => Words.Of(speaker) is not (["group" or "movement" or "faction" or "militia" or "organisation" or "organization"]
        or ["the" or "a", "group" or "movement" or "faction" or "militia" or "organisation" or "organization"]);

    // "…, medics say", "Moscow: …": a headline's word for whom the text below it names.
    private static bool IsTakenUp(Told<EventReport> report, Told<EventReport>[] reports) =>
        report.Fact is { IsHeadline: true, Attribution.Speaker: { } speaker } && (!speaker.Any(char.IsUpper) || Countries.ByAny(speaker) is not null) && Array.Exists(reports, r => r.ArticleIndex == report.ArticleIndex && r.Fact is { IsHeadline: false, Attribution: not null });

    // A headline's "mayor says" is the mayor whom the text names.
    private static bool IsRoleOf(string speaker, Told<EventReport>[] reports) =>
        !speaker.Contains(' ', StringComparison.Ordinal) && char.IsLower(speaker[0]) && Array.Exists(reports, r => r.Fact.Attribution is { Role: { } role } who && who.Speaker != speaker && Words.Of(role).Contains(speaker));

    // Nobody is called an enemy here, and "men" did every attack there is.
    private static bool IsTold(string? actor) => actor is not null && !Partisan.Takes(actor) && Words.Of(actor) is not (["man" or "men" or "people" or "person" or "persons" or "individuals" or "others" or "spokesman" or "spokesperson" or "spokeswoman"]);

    private static string Family(EventType type) => EventKinds.SameFamily(type, EventType.AirStrike) ? "air" : EventKinds.SameFamily(type, EventType.Clash) ? "gunfire" : type.ToString();

    // The outlets' own number: "strikes", "raids", "attacks" in most of the reports.
    private static bool IsPlural(Told<EventReport>[] reports)
    {
        var plural = reports.Count(r => r.Fact.Count > 1 || Words.Stand(r.Fact.Provenance.Evidence, "strikes", "airstrikes", "raids", "attacks", "bombings", "clashes", "explosions"));
        return 2 * plural > reports.Length;
    }

    private static string? Display(string? name) => name is null ? null : Entities.DisplayName(name);

    // Copy all in capitals hides which words are a name: any other article's words for the same actor say it better.
    private static string? Unshouted(string? actor, Told<EventReport>[] reports) =>
        actor is { Length: > 3 } && !actor.Any(char.IsLower) ? MostName(reports.Select(r => r.Fact.Actor).Where(a => a is not null && a.Any(char.IsLower) && Actors.Agree(actor, a))) ?? actor : actor;

    private static string? MostName(IEnumerable<string?> names)
    {
        string[] told = [.. names.OfType<string>()];
        if (Array.TrueForAll(told, name => name == told[0]))
            return told is [var only, ..] ? only : null;
        // Spellings of one name count together; of these the commonest is shown.
        var groups = new List<List<(string Name, int Count)>>();
        foreach (var spelling in told.GroupBy(n => n, StringComparer.Ordinal))
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
