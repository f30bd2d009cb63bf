namespace Digest.Days;

/// <summary>An event that a unit tells in passing.</summary>
internal sealed class PassingEvent(StoryNode node, LocalEvent told, string[] keys)
{
    public StoryNode Node { get; } = node;

    public LocalEvent Event { get; } = told;

    /// <summary>What its places can be looked up by.</summary>
    public string[] Keys { get; } = keys;

    /// <summary>The story that it belongs to.</summary>
    public StoryGroup? Home { get; set; }
}

/// <summary>
/// Gives each event told its story. An article's events belong to the article's story, but an event in passing that is what another story
/// is about belongs there: the last paragraph of one report of a bombing is often the other bombing of the day.
/// </summary>
internal sealed class StoryEvents(Places places)
{
    private readonly Dictionary<string, List<StoryNode>> mains = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PassingEvent>> passing = new(StringComparer.Ordinal);

    public void Add(StoryNode node)
    {
        if (node.Unit.Main is not { } main)
            return;
        foreach (var key in Keys(main))
            Of(mains, key).Add(node);
        if (node.Unit.Events.Length > 1)
            node.Passing = [.. node.Unit.Events.Skip(1).Select(told => new PassingEvent(node, told, Keys(told)))];
        foreach (var told in node.Passing)
        {
            foreach (var key in told.Keys)
                Of(passing, key).Add(told);
        }
    }

    public void Remove(StoryNode node)
    {
        if (node.Unit.Main is not { } main)
            return;
        foreach (var key in Keys(main))
            mains[key].Remove(node);
        foreach (var told in node.Passing)
        {
            foreach (var key in told.Keys)
                passing[key].Remove(told);
            Leave(told);
        }
    }

    /// <summary>Finds the stories again of all events that the groups which came or went can have to do with.</summary>
    public void Settle(IEnumerable<StoryGroup> gone, IReadOnlyCollection<StoryGroup> made)
    {
        var asked = made.SelectMany(group => group.Nodes).SelectMany(node => node.Passing).ToHashSet();
        foreach (var key in gone.Concat(made).SelectMany(group => group.Nodes).Where(node => node.Unit.Main is not null).SelectMany(node => Keys(node.Unit.Main!)).ToHashSet(StringComparer.Ordinal))
        {
            if (passing.TryGetValue(key, out var here))
                asked.UnionWith(here);
        }

        var about = new Dictionary<string, StoryGroup[]>(StringComparer.Ordinal);
        foreach (var told in asked)
        {
            var home = HomeOf(told, about);
            if (home == told.Home)
                continue;
            Leave(told);
            told.Home = home;
            home.IsChanged = true;
            if (home != told.Node.Group)
                home.Guests.Add(told);
        }
    }

    private static void Leave(PassingEvent told)
    {
        if (told.Home is not { } home)
            return;
        home.Guests.Remove(told);
        home.IsChanged = true;
        told.Home = null;
    }

    /// <param name="about">The stories that are about a place, by what it is looked up by, as far as they were asked for.</param>
    private StoryGroup HomeOf(PassingEvent told, Dictionary<string, StoryGroup[]> about)
    {
        var own = told.Node.Group!;
        return told.Keys.SelectMany(About).Distinct().OrderBy(group => group != own).ThenBy(group => group.Nodes[0].Place)
            .FirstOrDefault(group => Array.Exists(group.Mains, unit => Agree(told, unit))) ?? own;

        StoryGroup[] About(string key)
        {
            if (!about.TryGetValue(key, out var groups))
                about[key] = groups = [.. (mains.GetValueOrDefault(key) ?? []).Select(node => node.Group!).Distinct()];
            return groups;
        }
    }

    private bool Agree(PassingEvent told, StoryUnit other) =>
        EventKinds.Compatible(told.Event.Type, other.Main!.Type)
        && DayWindow.Agree(told.Event.Window, other.Main.Window)
        && places.ActorsAgree(told.Event.Actor, other.Main.Actor)
        && !LocalEvents.AnswerEachOther(told.Event, other.Main, places)
        && told.Event.Places.Any(p => other.Main.Places.Any(q => LocalEvents.Relation(told.Node.Unit.Article, other.Article, p, q, places) == PlaceRelation.Same));

    private string[] Keys(LocalEvent told) => told.Places is [var only] && (places.IsSpecific(only) ? places.Keys(only) : []) is { Length: < 2 } keys ? keys : [.. told.Places.Where(places.IsSpecific).SelectMany(places.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static List<T> Of<T>(Dictionary<string, List<T>> index, string key)
    {
        if (!index.TryGetValue(key, out var found))
            index[key] = found = [];
        return found;
    }
}
