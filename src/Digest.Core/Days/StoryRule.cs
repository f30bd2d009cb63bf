namespace Digest.Days;

/// <summary>Two units that tell one story, how sure that is (for the order of joining), and why.</summary>
/// <param name="Likeness">For an explanation.</param>
internal sealed record StoryPair(StoryNode First, StoryNode Second, double Score, StoryRule.Kind Kind, double Likeness)
{
    /// <summary>Whether it counts for the same as another pair of these two.</summary>
    public bool CountsAs(StoryPair other) => Score == other.Score && Kind == other.Kind;
}

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

    private const int Steps = 64;

    /// <summary>The pair of two units of articles that share copy; null where they are not.</summary>
    /// <param name="first">The one that stands before the other in the fold's order; so in all of these.</param>
    public static StoryPair? Copied(StoryNode first, StoryNode second) =>
        // Copies are only linked from the threshold on, and those that are linked are of one line.
        first.Held.LineOpening == second.Held.LineOpening && !first.Unit.IsItem && !second.Unit.IsItem && first.Held.Copies.TryGetValue(second.Held, out var copy)
            ? new(first, second, 2 + copy.Containment, Kind.SharedCopy, copy.Containment)
            : null;

    /// <summary>The pair of two units that share no copy.</summary>
    /// <param name="place">How the places of their main events stand to each other (<see cref="MainPlace"/>).</param>
    /// <returns>Null where they do not tell one story.</returns>
    public static StoryPair? Judge(StoryNode first, StoryNode second, PlaceRelation place, StoryLikeness likeness, StoryIndex index, Places places)
    {
        var (a, b) = (first.Unit, second.Unit);
        var alike = likeness.Both;
        // Under the least of the thresholds no rule can hold, and most pairs are.
        if (alike < AlikeInOnePlace)
            return null;
        var kind = place switch
        {
            _ when first.Held == second.Held || place == PlaceRelation.Apart => Kind.None,
            // The opening of a round-up sums up a region; it tells the story of none of its towns.
            PlaceRelation.Within when a.IsItem || b.IsItem => Kind.None,
            _ when a.Main is null || b.Main is null => alike >= AlikeInWords ? Kind.WordsAgree : Kind.None,
            _ when StoryDistinctions.Between(a, b, places) is var apart and > 0 && (apart >= StoryDistinctions.Enough || likeness.Words < AlikeThoughDistinct) => Kind.None,
            _ when !EventsAgree(a.Main, b.Main) => alike >= AlikeInWords && EventKinds.Compatible(a.Main.Type, b.Main.Type) ? Kind.WordsAgree : Kind.None,
            PlaceRelation.Same when alike >= (index.IsBusy(first) ? AlikeInOneCountry : AlikeInOnePlace) => Kind.SamePlace,
            _ when alike >= AlikeWithEvents => Kind.EventsAgree,
            _ => Kind.None,
        };
        return kind == Kind.None ? null : new(first, second, Sureness(alike) + (kind == Kind.SamePlace && DayWindow.Agree(a.Main!.LikelyDays, b.Main!.LikelyDays) ? 1 : 0), kind, alike);
    }

    // In steps: that a word of theirs has become a little commoner makes no pair surer than another, and what hangs together with it need not be grouped anew.
    private static double Sureness(double alike) => Math.Round(alike * Steps) / Steps;

    /// <summary>How the places of two units' main events stand to each other.</summary>
    public static PlaceRelation MainPlace(StoryNode a, StoryNode b, Places places)
    {
        var best = PlaceRelation.Unknown;
        foreach (var p in a.Where)
        {
            foreach (var q in b.Where)
                best = LocalEvents.Closer(best, LocalEvents.Relation(a.Unit.Article, b.Unit.Article, p, q, places));
        }

        return best == PlaceRelation.Within ? LocalEvents.Relation((a.Unit, a.Unit.Main!), (b.Unit, b.Unit.Main!), places) : best;
    }

    public static string Explain(StoryPair pair, Terms terms)
    {
        var words = string.Join(", ", StoryLikeness.SharedWords(pair.First, pair.Second, terms).Take(6));
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
