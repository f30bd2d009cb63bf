namespace Digest.Days;

/// <summary>
/// Joins the articles' accounts of a story's events into events. Two accounts are one when they agree in kind, day and actor as far as told and lie in one
/// place; where the place is told loosely or not at all, both must be what their articles are about or share a target. Accounts from different days or places
/// apart are never one, nor are groups of accounts that hold such.
/// </summary>
internal static class EventMerger
{
    public static void Merge(StoryDraft story, IReadOnlyList<DayArticle> articles, Places places, List<Join> joins)
    {
        var told = story.Events;
        var pairs = new List<(int Sureness, int First, int Second, string Reason)>();
        for (var i = 0; i < told.Count; i++)
        {
            for (var j = i + 1; j < told.Count; j++)
            {
                if (Judge(told[i], told[j], places) is (var sureness and > 0, { } reason))
                    pairs.Add((sureness, i, j, reason));
            }
        }

        pairs.Sort((x, y) => x.Sureness != y.Sureness ? y.Sureness - x.Sureness : x.First != y.First ? x.First - y.First : x.Second - y.Second);
        var apart = new bool?[told.Count * told.Count];
        var groups = new Groups(told.Count);
        var members = told.Select((_, i) => new List<int> { i }).ToArray();
        foreach (var (_, first, second, reason) in pairs)
        {
            var (a, b) = (groups.Of(first), groups.Of(second));
            if (a == b || members[a].Exists(x => members[b].Exists(y => Apart(x, y))))
                continue;
            groups.Unite(a, b);
            var (kept, gone) = (Math.Min(a, b), Math.Max(a, b));
            members[kept].AddRange(members[gone]);
            joins.Add(new(JoinKind.Event, Describe(told[first], articles), Describe(told[second], articles), reason));
        }

        // Asked again for every join of two growing groups, answered once.
        bool Apart(int x, int y) => apart[(x * told.Count) + y] ??= Excludes(told[x], told[y], places);

        for (var i = 0; i < told.Count; i++)
        {
            if (groups.Of(i) != i)
                continue;
            var draft = new EventDraft();
            draft.Parts.AddRange(members[i].Order().Select(m => told[m]));
            story.Merged.Add(draft);
        }
    }

    private static (int Sureness, string? Reason) Judge((StoryUnit Unit, LocalEvent Event) a, (StoryUnit Unit, LocalEvent Event) b, Places places)
    {
        if (!EventKinds.Compatible(a.Event.Type, b.Event.Type) || !DayWindow.Agree(a.Event.Window, b.Event.Window) || LocalEvents.AnswerEachOther(a.Event, b.Event, places))
            return default;
        if (a.Event.IsAnswer != b.Event.IsAnswer)
            return default;
        var place = Relation(a, b, places);
        var actors = places.ActorsAgree(a.Event.Actor, b.Event.Actor);
        var family = EventKinds.SameFamily(a.Event.Type, b.Event.Type);
        var mains = ReferenceEquals(a.Event, a.Unit.Main) && ReferenceEquals(b.Event, b.Unit.Main);
        return place switch
        {
            PlaceRelation.Same when actors => (4, "They agree in kind, day, actor and place as far as told."),
            // Who did it is what accounts of one event dispute most.
            PlaceRelation.Same when family && mains => (3, "They are one kind of event, on one day in one place; the articles differ on who did it."),
            PlaceRelation.Unknown when actors && family && a.Event.IsAnswer => (3, "Each is told as the answer to an attack; kind, day and actor agree."),
            PlaceRelation.Within or PlaceRelation.Unknown when mains && actors => (2, "Each is what its article is about, in one story; kind, day and actor agree, and the places do not differ."),
            PlaceRelation.Within or PlaceRelation.Unknown when actors && family && SharesTarget(a.Event, b.Event) => (1, "They agree in kind, day, actor and target as far as told, and the places do not differ."),
            PlaceRelation.Within when actors && family && a.Unit == b.Unit => (1, "One article tells of both; kind, day and actor agree, and the one place lies in the other."),
            _ => default,
        };
    }

    private static bool Excludes((StoryUnit Unit, LocalEvent Event) a, (StoryUnit Unit, LocalEvent Event) b, Places places) =>
        !EventKinds.Compatible(a.Event.Type, b.Event.Type)
        || !DayWindow.Agree(a.Event.Window, b.Event.Window)
        || LocalEvents.AnswerEachOther(a.Event, b.Event, places)
        || a.Event.IsAnswer != b.Event.IsAnswer
        || Relation(a, b, places) == PlaceRelation.Apart;

    private static PlaceRelation Relation((StoryUnit Unit, LocalEvent Event) a, (StoryUnit Unit, LocalEvent Event) b, Places places)
    {
        var best = PlaceRelation.Unknown;
        foreach (var p in a.Event.Places)
        {
            foreach (var q in b.Event.Places)
            {
                best = LocalEvents.Closer(best, LocalEvents.Relation(a.Unit.Source, b.Unit.Source, p, q, places));
                if (best == PlaceRelation.Same)
                    return best;
            }
        }

        return best;
    }

    private static bool SharesTarget(LocalEvent a, LocalEvent b) => a.Targets.Any(t => b.Targets.Any(u => Likeness.SharesTellingWord(t, u)));

    private static string Describe((StoryUnit Unit, LocalEvent Event) told, IReadOnlyList<DayArticle> articles) =>
        $"{articles[told.Unit.ArticleIndex].Article.Name}: “{told.Event.First.Provenance.Evidence}”";
}
