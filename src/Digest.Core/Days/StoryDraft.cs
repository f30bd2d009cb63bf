using Digest.Facts;

namespace Digest.Days;

/// <summary>A fact and the article of the fold that it stands in.</summary>
internal readonly record struct Told<T>(int ArticleIndex, T Fact)
    where T : Fact;

/// <summary>A story while its facts are gathered: the units that tell it and the events that belong to it, wherever they are told.</summary>
internal sealed class StoryDraft(StoryGroup group)
{
    public StoryGroup Group { get; } = group;

    /// <summary>Local events with the unit that tells of each, in the fold's order.</summary>
    public List<(StoryUnit Unit, LocalEvent Event)> Events { get; } = [];

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

    public List<Told<CasualtyReport>> Harm { get; } = [];

    /// <summary>All its reports in the fold's order.</summary>
    public IEnumerable<Told<EventReport>> Reports => Parts
        .SelectMany(p => p.Event.Reports.Select(r => new Told<EventReport>(p.Unit.ArticleIndex, r)))
        .OrderBy(r => r.ArticleIndex).ThenBy(r => r.Fact.Provenance.Span);

    /// <summary>How many units have it as what they are about.</summary>
    public int MainOf => Parts.Count(p => ReferenceEquals(p.Unit.Main, p.Event));
}
