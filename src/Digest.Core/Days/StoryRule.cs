namespace Digest.Days;

/// <summary>Two units that tell one story, how sure that is (for the order of joining), and why.</summary>
internal readonly record struct StoryPair(int First, int Second, double Score, StoryRule.Kind Kind, double Likeness);

/// <summary>
/// Says of two units whether they tell one story. The rules, strongest first: they share copy; their main events agree in kind and day and lie in one place;
/// their main events agree as far as told and their openings are alike; their openings are very alike. Main events in places apart hold two units
/// apart whatever else they share, short of copy; so do two things that set apart two strikes on one town (<see cref="StoryDistinctions"/>).
/// </summary>
internal static class StoryRule
{
    public enum Kind
    {
        None,
        SharedCopy,
        SamePlace,
        EventsAgree,
        WordsAgree,
    }

    // Of one likeness (see StoryLikeness.Both) for each rule: the less the events tell, the more the words must.
    private const double AlikeInOnePlace = 0.04;
    private const double AlikeInOneCountry = 0.12;
    private const double AlikeWithEvents = 0.16;

    // Where one thing sets two attacks apart, the openings' words must be alike without the names of town and mayor.
    private const double AlikeThoughDistinct = 0.08;

    private const double AlikeInWords = 0.36;

    // A place that many of the day's units are about ("Gaza") tells no story from another.
    private const int BusyPlace = 12;

    public static StoryPair Judge(IReadOnlyList<StoryUnit> units, int first, int second, StoryLikeness likeness, Places places, double copy)
    {
        var (a, b) = (units[first], units[second]);
        if (copy >= SharedCopy.Threshold && !a.IsItem && !b.IsItem)
            return new(first, second, 2 + copy, Kind.SharedCopy, copy);
        var alike = likeness.Both(first, second);
        // Under the least of the thresholds no rule can hold, and most pairs are: their places need not be compared.
        if (alike < AlikeInOnePlace)
            return new(first, second, alike, Kind.None, alike);
        var place = MainPlace(a, b, places);
        var kind = place switch
        {
            _ when a.ArticleIndex == b.ArticleIndex || place == PlaceRelation.Apart => Kind.None,
            // The opening of a round-up sums up a region; it tells the story of none of its towns.
            PlaceRelation.Within when a.IsItem || b.IsItem => Kind.None,
            _ when a.Main is null || b.Main is null => alike >= AlikeInWords ? Kind.WordsAgree : Kind.None,
            _ when StoryDistinctions.Between(a, b, places) is var apart and > 0 && (apart >= StoryDistinctions.Enough || likeness.Of(first, second) < AlikeThoughDistinct) => Kind.None,
            _ when !EventsAgree(a.Main, b.Main) => alike >= AlikeInWords && EventKinds.Compatible(a.Main.Type, b.Main.Type) ? Kind.WordsAgree : Kind.None,
            PlaceRelation.Same when alike >= (likeness.IsBusy(a.Main, places, BusyPlace) ? AlikeInOneCountry : AlikeInOnePlace) => Kind.SamePlace,
            _ when alike >= AlikeWithEvents => Kind.EventsAgree,
            _ => Kind.None,
        };
        return new(first, second, alike + (kind == Kind.SamePlace ? 1 : 0), kind, alike);
    }

    /// <summary>How the places of two units' main events stand to each other.</summary>
    public static PlaceRelation MainPlace(StoryUnit a, StoryUnit b, Places places)
    {
        if (a.Main is null || b.Main is null)
            return PlaceRelation.Unknown;
        var best = PlaceRelation.Unknown;
        foreach (var p in a.Main.Places)
        {
            foreach (var q in b.Main.Places)
                best = LocalEvents.Closer(best, LocalEvents.Relation(a.Source, b.Source, p, q, places));
        }

        return best;
    }

    public static string Explain(StoryPair pair, StoryLikeness likeness)
    {
        var words = string.Join(", ", likeness.SharedWords(pair.First, pair.Second).Take(6));
        return pair.Kind switch
        {
            Kind.SharedCopy => $"They share copy: {StoryLikeness.Percent(pair.Likeness)} of the shorter one's five-word runs stand in both.",
            Kind.SamePlace => $"Their main events are of one kind, day and place; their openings share {words}.",
            Kind.EventsAgree => $"Their main events agree in kind, day and place as far as told, and their openings are {StoryLikeness.Percent(pair.Likeness)} alike: {words}.",
            _ => $"Their openings are {StoryLikeness.Percent(pair.Likeness)} alike: {words}.",
        };
    }

    private static bool EventsAgree(LocalEvent a, LocalEvent b) => EventKinds.Compatible(a.Type, b.Type) && DayWindow.Agree(a.Window, b.Window);
}
