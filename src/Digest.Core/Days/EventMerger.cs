namespace Digest.Days;

/// <summary>
/// Joins the articles' accounts of a story's events into events. Two accounts are one when they agree in kind, day and actor as far as told and lie in one
/// place; where the place is told loosely or not at all, both must be what their articles are about or share a target. Accounts from different days or places
/// apart are never one, nor are groups of accounts that hold such.
/// </summary>
internal static class EventMerger
{
    private const int Surest = 4;

    public static void Merge(StoryDraft story, IReadOnlyList<DayArticle> articles, Places places, List<Join>? joins)
    {
        var told = story.Events;
        if (told.Count == 1)
        {
            story.Merged.Add(new() { Parts = { told[0] } });
            return;
        }

        var faces = new AccountFaces(told, places);
        var groups = new Groups(told.Count);
        var members = told.Select((_, i) => new List<int> { i }).ToArray();
        var shown = told.Select((_, i) => new List<int> { faces.Of(i) }).ToArray();
        var (found, firsts) = (new List<int>(), new Dictionary<int, int>());
        for (var sureness = Surest; sureness > 0; sureness--)
        {
            var asked = new HashSet<(int Face, int Group)>();
            for (var first = 0; first < told.Count; first++)
            {
                // What one account of a face and group was joined to or kept from, all of them are.
                var isAsked = !asked.Add((faces.Of(first), groups.Of(first)));
                foreach (var second in Candidates(first, sureness, isAsked))
                    Join(first, second);
            }
        }

        for (var i = 0; i < told.Count; i++)
        {
            if (groups.Of(i) != i)
                continue;
            var draft = new EventDraft();
            draft.Parts.AddRange(members[i].Order().Select(m => told[m]));
            story.Merged.Add(draft);
        }

        // Of each group apart from its own, the first later account that it agrees with so surely; of its own article's, all.
        List<int> Candidates(int first, int sureness, bool isAsked)
        {
            if (isAsked && (first + 1 == told.Count || told[first + 1].Unit != told[first].Unit))
                return [];
            found.Clear();
            for (var second = first + 1; second < told.Count && told[second].Unit == told[first].Unit; second++)
            {
                if (Judge(told[first], told[second], oneUnit: true, places).Sureness == sureness)
                    found.Add(second);
            }

            if (isAsked)
                return found;
            firsts.Clear();
            for (var face = 0; face < faces.Count; face++)
            {
                if (faces.Sureness(faces.Of(first), face) != sureness)
                    continue;
                foreach (var second in faces.Accounts(face))
                {
                    var group = groups.Of(second);
                    if (second > first && group != groups.Of(first) && (!firsts.TryGetValue(group, out var known) || second < known))
                        firsts[group] = second;
                }
            }

            foreach (var (_, second) in firsts)
            {
                if (!found.Contains(second))
                    found.Add(second);
            }

            found.Sort();
            return found;
        }

        void Join(int first, int second)
        {
            var (a, b) = (groups.Of(first), groups.Of(second));
            if (a == b || AreApart(shown[a], shown[b], faces))
                return;
            groups.Unite(a, b);
            var (kept, gone) = (Math.Min(a, b), Math.Max(a, b));
            members[kept].AddRange(members[gone]);
            foreach (var face in shown[gone])
            {
                if (!shown[kept].Contains(face))
                    shown[kept].Add(face);
            }

            joins?.Add(new(JoinKind.Event, Describe(told[first], articles), Describe(told[second], articles), Judge(told[first], told[second], told[first].Unit == told[second].Unit, places).Reason!));
        }
    }

    private static bool AreApart(List<int> some, List<int> others, AccountFaces faces)
    {
        foreach (var one in some)
        {
            foreach (var other in others)
            {
                if (faces.AreApart(one, other))
                    return true;
            }
        }

        return false;
    }

    /// <summary>How surely two accounts are of one event, and why. What is read of an account here and in <see cref="Excludes"/> has to be in its <see cref="LocalEvent.Face"/>.</summary>
    /// <param name="oneUnit">One article, or one item of a round-up, tells of both.</param>
    internal static (int Sureness, string? Reason) Judge((StoryUnit Unit, LocalEvent Event) a, (StoryUnit Unit, LocalEvent Event) b, bool oneUnit, Places places)
    {
        var (sureness, reason) = JudgeAsTold(a, b, oneUnit, places);
        // An account that names no day is likelier of its own than of the evening before.
        return sureness > 1 && !DayWindow.Agree(a.Event.LikelyDays, b.Event.LikelyDays) ? (sureness - 1, reason) : (sureness, reason);
    }

    private static (int Sureness, string? Reason) JudgeAsTold((StoryUnit Unit, LocalEvent Event) a, (StoryUnit Unit, LocalEvent Event) b, bool oneUnit, Places places)
    {
        if (!EventKinds.Compatible(a.Event.Type, b.Event.Type) || !DayWindow.Agree(a.Event.Window, b.Event.Window) || LocalEvents.AnswerEachOther(a.Event, b.Event, places))
            return default;
        if (a.Event.IsAnswer != b.Event.IsAnswer)
            return default;
        var place = LocalEvents.Relation(a, b, places);
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
            PlaceRelation.Within when actors && family && oneUnit => (1, "One article tells of both; kind, day and actor agree, and the one place lies in the other."),
            _ => default,
        };
    }

    /// <summary>Whether two accounts can never be of one event.</summary>
    internal static bool Excludes((StoryUnit Unit, LocalEvent Event) a, (StoryUnit Unit, LocalEvent Event) b, Places places) =>
        !EventKinds.Compatible(a.Event.Type, b.Event.Type)
        || !DayWindow.Agree(a.Event.Window, b.Event.Window)
        || LocalEvents.AnswerEachOther(a.Event, b.Event, places)
        || a.Event.IsAnswer != b.Event.IsAnswer
        || LocalEvents.Relation(a, b, places) == PlaceRelation.Apart;

    private static bool SharesTarget(LocalEvent a, LocalEvent b) => a.Targets.Any(t => b.Targets.Any(u => Likeness.SharesTellingWord(t, u)));

    private static string Describe((StoryUnit Unit, LocalEvent Event) told, IReadOnlyList<DayArticle> articles) =>
        $"{articles[told.Unit.ArticleIndex].Article.Name}: “{told.Event.First.Provenance.Evidence}”";
}
