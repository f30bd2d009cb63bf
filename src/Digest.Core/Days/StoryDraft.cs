using Digest.Facts;

namespace Digest.Days;

/// <summary>A fact and the article of the fold that it stands in.</summary>
internal readonly record struct Told<T>(int ArticleIndex, T Fact)
    where T : Fact;

/// <summary>A story while its facts are gathered: the units that tell it and the events that belong to it, wherever they are told.</summary>
internal sealed class StoryDraft
{
    public StoryDraft(StoryGroup group)
    {
        Group = group;
        var told = new List<(StoryUnit Unit, LocalEvent Event)>(group.Nodes.Length);
        foreach (var node in group.Nodes)
        {
            if (node.Unit.Main is { } main)
                told.Add((node.Unit, main));
            foreach (var passing in node.Passing)
            {
                if (passing.Home == group)
                    told.Add((node.Unit, passing.Event));
            }
        }

        if (group.Guests.Count > 0)
            told.AddRange(group.Guests.OrderBy(guest => guest.Node.Place).ThenBy(guest => guest.Node.Unit.Events.IndexOf(guest.Event)).Select(guest => (guest.Node.Unit, guest.Event)));
        Events = InOrder.Of(told, static e => (e.Unit.ArticleIndex, e.Event.First.Provenance.Span));
    }

    public StoryGroup Group { get; }

    /// <summary>Local events with the unit that tells of each, in the fold's order.</summary>
    public List<(StoryUnit Unit, LocalEvent Event)> Events { get; }

    public List<EventDraft> Merged { get; set; } = [];

    public List<Told<EventReport>> BackgroundEvents { get; } = [];

    public List<Told<CasualtyReport>> BackgroundHarm { get; } = [];

    /// <summary>The articles that tell of it, as a story of their own or in passing, in the fold's order.</summary>
    public IEnumerable<int> Articles => Group.Units.Select(u => u.ArticleIndex).Concat(Events.Select(e => e.Unit.ArticleIndex)).Distinct().Order();
}

/// <summary>An event while its reports are gathered.</summary>
internal sealed class EventDraft
{
    public List<(StoryUnit Unit, LocalEvent Event)> Parts { get; } = [];

    public List<Told<CasualtyReport>> Harm { get; set; } = [];

    /// <summary>All its reports in the fold's order. Not before it is complete.</summary>
    public Told<EventReport>[] Reports => reports ??= InText();

    private Told<EventReport>[]? reports;

    private Told<EventReport>[] InText()
    {
        var told = new List<Told<EventReport>>(Parts.Count);
        foreach (var (unit, happening) in Parts)
        {
            foreach (var report in happening.Reports)
                told.Add(new(unit.ArticleIndex, report));
        }

        return [.. InOrder.Of(told, static r => (r.ArticleIndex, r.Fact.Provenance.Span))];
    }

    /// <summary>How many units have it as what they are about.</summary>
    public int MainOf => mainOf ??= Parts.Count(p => ReferenceEquals(p.Unit.Main, p.Event));

    private int? mainOf;

    /// <summary>Of its parts, one for each account: of all that is compared of accounts, each part has the like among these. Not before it is complete.</summary>
    public (StoryUnit Unit, LocalEvent Event)[] Accounts => accounts ??= [.. Parts.DistinctBy(part => (part.Event.Face, PlaceLinks.Text(part.Unit.Article)))];

    private (StoryUnit Unit, LocalEvent Event)[]? accounts;
}
