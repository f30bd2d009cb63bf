using System.Collections.Immutable;
using System.Globalization;
using Digest.Facts;
using Digest.News;
using Digest.Text;

namespace Digest.Days;

/// <summary>
/// What is compared when stories are sought: an article, or one item of a round-up that tells of several stories.
/// </summary>
internal sealed class StoryUnit
{
    public int ArticleIndex => Article.Index;

    public required DayArticle Article { get; init; }

    /// <summary>The stretch of the article it covers.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>It is one item of an article that tells of several stories.</summary>
    public bool IsItem { get; init; }

    /// <summary>Its events, each with the reports of this article that tell of it, the main one first.</summary>
    public required ImmutableArray<LocalEvent> Events { get; init; }

    /// <summary>The event the unit is about; null where it reports none as news.</summary>
    public LocalEvent? Main => Events.IsEmpty ? null : Events[0];

    /// <summary>Stems of the title and the opening that tell this story from others, as hashes, sorted.</summary>
    public required ulong[] Stems { get; init; }

    /// <summary>The names that stand anywhere in it (words with a capital inside a sentence), as hashes of their stems, sorted.</summary>
    public required ulong[] Names { get; init; }

    /// <summary>What its figures are about; found when first asked for.</summary>
    public UnitHarm Harm(Places places) => harm ??= UnitHarm.Of(this, places);

    private UnitHarm? harm;

    /// <summary>What was said, as its article tells it; read when first asked for.</summary>
    public Reactions.Saying[] Sayings => sayings ??= [.. Reactions.Sayings(this)];

    private Reactions.Saying[]? sayings;

    /// <summary>Finds and reads what is asked of every unit once it is part of a story.</summary>
    public void Prepare(Places places) => (harm, sayings) = (Harm(places), Sayings);

    /// <summary>What sets its main event apart from others in one town; there is one only where it has a main event.</summary>
    public UnitOpening Opening => opening ??= StoryDistinctions.OpeningOf(this);

    private UnitOpening? opening;

    public Article Source => Article.Article;

    public bool Holds(Fact fact) => !IsItem || Span.Contains(fact.Provenance.Span.Start);
}

/// <summary>One article's reports of one event.</summary>
internal sealed class LocalEvent(EventReport first)
{
    public List<EventReport> Reports { get; } = [first];

    public EventReport First => Reports[0];

    // Asked for at each comparison with another account, and the same until a report is added.
    private Told? told;

    public EventType Type => Now.Type;

    /// <summary>What was hit, as classes of sites (<see cref="Sites"/>); empty where nothing tells.</summary>
    public string[] Sites => Now.Sites;

    public string? Actor => Now.Actor;

    public string[] Places => Now.Places;

    /// <summary>Its places without those that another of them lies in; they are all where none does.</summary>
    public string[] NarrowPlaces => Now.NarrowPlaces ??= Digest.Days.Places.Narrowest(Now.Places);

    public string[] Targets => Now.Targets;

    /// <summary>It is told as the answer to another event of its article, and where it was is not told: only the attack answered says which event it is.</summary>
    public bool IsAnswer => First.Answers is not null;

    /// <summary>The days that all its dated reports have in common. A count of several events ("two series of strikes since Tuesday") says when they were only where nothing else does.</summary>
    public DayWindow? Window => Now.Window;

    /// <summary>The same of those whose article names a day; null where it only has its own (<see cref="EventReport.IsDateAssumed"/>).</summary>
    public DayWindow? NamedDays => Now.NamedDays;

    /// <summary>The same with the article's own day for what it gives no day for, which is likelier than the evening before.</summary>
    public DayWindow? LikelyDays => Now.LikelyDays;

    /// <summary>All of it that is compared with other articles' accounts, as one text.</summary>
    public string Face => Now.Face ??= string.Create(CultureInfo.InvariantCulture,
        $"{(int)Type}\n{(IsAnswer ? "answer" : "")}\n{Number(Window?.First)}\n{Number(Window?.Last)}\n{Number(LikelyDays?.First)}\n{Number(LikelyDays?.Last)}\n{Actor}\n{Joined(Places)}\n{Joined(Targets)}");

    private static int Number(DateOnly? day) => day?.DayNumber ?? -1;

    private static string Joined(string[] names) => names.Length == 1 ? names[0] : string.Join('\t', names);

    private Told Now => told is { } known && known.Reports == Reports.Count ? known : told = Read();

    private Told Read()
    {
        var (type, actor, places, targets) = (EventType.Attack, (string?)null, new DistinctNames(), new DistinctNames());
        foreach (var report in Reports)
        {
            if (type == EventType.Attack)
                type = EventKinds.Of(report);
            actor ??= report.Actor;
            places.Add(report.Place);
            targets.Add(report.Target);
        }

        var (whereTo, atWhom) = (places.ToArray(), targets.ToArray());
        return new(
            Reports.Count,
            type,
            actor,
            whereTo,
            atWhom,
            Digest.Days.Sites.Of(atWhom, whereTo),
            Common(r => !LocalEvents.IsSummary(r)) ?? Common(_ => true),
            Common(r => !r.IsDateAssumed),
            Common(_ => true, static r => r.IsDateAssumed ? r with { IsDateAssumed = false } : r));
    }

    private sealed record Told(int Reports, EventType Type, string? Actor, string[] Places, string[] Targets, string[] Sites, DayWindow? Window, DayWindow? NamedDays, DayWindow? LikelyDays)
    {
        public string? Face { get; set; }

        public string[]? NarrowPlaces { get; set; }
    }

    private DayWindow? Common(Func<EventReport, bool> isAsked, Func<EventReport, EventReport>? read = null)
    {
        DayWindow? common = null;
        foreach (var report in Reports)
        {
            if (isAsked(report) && DayWindow.Of(read is null ? report : read(report)) is { } window)
                common = common is { } known && known.Meets(window) ? known.Common(window) : common ?? window;
        }

        return common;
    }

    // Mostly none or one.
    private struct DistinctNames
    {
        private string? first;
        private List<string>? all;
        private HashSet<string>? known;

        public void Add(string? name)
        {
            if (name is null || name == first)
                return;
            if (first is null)
            {
                first = name;
                return;
            }

            all ??= [first];
            known ??= new(all, StringComparer.Ordinal);
            if (known.Add(name))
                all.Add(name);
        }

        public readonly string[] ToArray() => all is not null ? [.. all] : first is not null ? [first] : [];
    }
}
