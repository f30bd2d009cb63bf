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
        var told = group.Nodes.SelectMany(node => node.Unit.Events.Take(1).Concat(node.Passing.Where(passing => passing.Home == group).Select(passing => passing.Event)).Select(happening => (node.Unit, happening)))
            .Concat(group.Guests.OrderBy(guest => guest.Node.Place).ThenBy(guest => guest.Node.Unit.Events.IndexOf(guest.Event)).Select(guest => (guest.Node.Unit, guest.Event)));
        Events = [.. told.OrderBy(e => e.Item1.ArticleIndex).ThenBy(e => e.Item2.First.Provenance.Span)];
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
    public Told<EventReport>[] Reports => reports ??= [.. Parts
        .SelectMany(p => p.Event.Reports.Select(r => new Told<EventReport>(p.Unit.ArticleIndex, r)))
        .OrderBy(r => r.ArticleIndex).ThenBy(r => r.Fact.Provenance.Span)];

    private Told<EventReport>[]? reports;

    /// <summary>How many units have it as what they are about.</summary>
    public int MainOf => mainOf ??= Parts.Count(p => ReferenceEquals(p.Unit.Main, p.Event));

    private int? mainOf;

    /// <summary>Of its parts, one for each account: of all that is compared of accounts, each part has the like among these. Not before it is complete.</summary>
    public (StoryUnit Unit, LocalEvent Event)[] Accounts => accounts ??= [.. Parts.DistinctBy(part => (part.Event.Face, PlaceLinks.Text(part.Unit.Article)))];

    private (StoryUnit Unit, LocalEvent Event)[]? accounts;
}
