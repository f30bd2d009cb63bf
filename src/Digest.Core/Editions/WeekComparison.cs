using System.Collections.Immutable;
using Digest.Days;
using Digest.Facts;

namespace Digest.Editions;

/// <summary>
/// What a day has that no digest of the week before had: kinds of sign, kinds of event, places. Only our own digests are compared, so it says what is new in
/// the reporting we received and never that nothing of the kind happened before.
/// </summary>
/// <param name="Signs">Names of escalation rules, sorted.</param>
/// <param name="Types">Kinds of event, in the order of the kinds.</param>
/// <param name="Places">Events in named places where, or within or around which, no digest of the week has one; in the day's order, one for each place.</param>
public sealed record WeekComparison(ImmutableArray<string> Signs, ImmutableArray<EventType> Types, ImmutableArray<Event> Places)
{
    public bool IsEmpty => Signs.IsEmpty && Types.IsEmpty && Places.IsEmpty;

    /// <summary>Null where no day of the week had articles: then nothing can be said.</summary>
    public static WeekComparison? Of(Day day, Week week)
    {
        var told = week.Told.ToArray();
        if (told.Length == 0)
            return null;
        var places = new Places();
        var before = told.SelectMany(d => d.Events).ToArray();
        var now = day.Stories.SelectMany(s => s.Events).ToArray();
        var known = before.Select(e => e.Place).OfType<string>().Where(p => places.Name(p) is { Country: null }).Distinct(StringComparer.Ordinal).ToList();
        var fresh = ImmutableArray.CreateBuilder<Event>();
        foreach (var happening in now.Where(e => places.IsSpecific(e.Place)))
        {
            if (known.Exists(p => places.Compare(p, happening.Place) is PlaceRelation.Same or PlaceRelation.Within || Days.Places.MayBeBeside(p, happening.Place)))
                continue;
            known.Add(happening.Place!);
            fresh.Add(happening);
        }

        return new(
            [.. day.Stories.SelectMany(s => s.Escalation).Select(s => s.Rule).Except(told.SelectMany(d => d.Signs), StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            // "Attack" is what is said where the kind is not.
            [.. now.Select(e => e.Type).Where(t => t != EventType.Attack).Except(before.Select(e => e.Type)).Order()],
            fresh.ToImmutable());
    }
}
