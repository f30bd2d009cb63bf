using System.Globalization;
using Digest.Facts;

namespace Digest.Days;

/// <summary>One article's reports of one event.</summary>
internal sealed class LocalEvent
{
    private DistinctNames places, targets;

    // What all reports that count for it have in common so far; and the same of all there are.
    private DayWindow? single;
    private DayWindow? every;

    // Put together when first asked for, and the same until a report is added.
    private string[]? sites;
    private string[]? narrowPlaces;
    private string? face;

    public LocalEvent(EventReport first) => Add(first);

    /// <summary>In the order they were taken in; changed by <see cref="Add"/> alone.</summary>
    public List<EventReport> Reports { get; } = [];

    public EventReport First => Reports[0];

    public EventType Type { get; private set; } = EventType.Attack;

    /// <summary>What was hit, as classes of sites (<see cref="Days.Sites"/>); empty where nothing tells.</summary>
    public string[] Sites => sites ??= Days.Sites.Of(Targets, Places);

    public string? Actor { get; private set; }

    public string[] Places => places.All;

    /// <summary>Its places without those that another of them lies in; they are all where none does.</summary>
    public string[] NarrowPlaces => narrowPlaces ??= Days.Places.Narrowest(Places);

    public string[] Targets => targets.All;

    /// <summary>It is told as the answer to another event of its article, and where it was is not told: only the attack answered says which event it is.</summary>
    public bool IsAnswer => First.Answers is not null;

    /// <summary>The days that all its dated reports have in common. A count of several events ("two series of strikes since Tuesday") says when they were only where nothing else does.</summary>
    public DayWindow? Window => single ?? every;

    /// <summary>The same of those whose article names a day; null where it only has its own (<see cref="EventReport.IsDateAssumed"/>).</summary>
    public DayWindow? NamedDays { get; private set; }

    /// <summary>The same with the article's own day for what it gives no day for, which is likelier than the evening before.</summary>
    public DayWindow? LikelyDays { get; private set; }

    /// <summary>All of it that is compared with other articles' accounts, as one text.</summary>
    public string Face => face ??= string.Create(CultureInfo.InvariantCulture,
        $"{(int)Type}\n{(IsAnswer ? "answer" : "")}\n{Number(Window?.First)}\n{Number(Window?.Last)}\n{Number(LikelyDays?.First)}\n{Number(LikelyDays?.Last)}\n{Actor}\n{Joined(Places)}\n{Joined(Targets)}");

    /// <summary>Takes one more report of it, while its article is read.</summary>
    public void Add(EventReport report)
    {
        Reports.Add(report);
        (sites, narrowPlaces, face) = (null, null, null);
        if (Type == EventType.Attack)
            Type = EventKinds.Of(report);
        Actor ??= report.Actor;
        places.Add(report.Place);
        targets.Add(report.Target);
        var window = DayWindow.Of(report);
        every = Common(every, window);
        if (!LocalEvents.IsSummary(report))
            single = Common(single, window);
        if (!report.IsDateAssumed)
            NamedDays = Common(NamedDays, window);
        LikelyDays = Common(LikelyDays, DayWindow.LikelyOf(report));
    }

    private static DayWindow? Common(DayWindow? known, DayWindow? next) => (known, next) switch
    {
        (_, null) => known,
        (null, _) => next,
        ({ } one, { } other) => one.Meets(other) ? one.Common(other) : one,
    };

    private static int Number(DateOnly? day) => day?.DayNumber ?? -1;

    private static string Joined(string[] names) => names.Length == 1 ? names[0] : string.Join('\t', names);

    // Mostly none or one.
    private struct DistinctNames
    {
        private string? first;
        private List<string>? more;
        private HashSet<string>? known;
        private string[]? all;

        public string[] All => all ??= more is not null ? [.. more] : first is not null ? [first] : [];

        public void Add(string? name)
        {
            if (name is null || name == first)
                return;
            if (first is null)
            {
                (first, all) = (name, null);
                return;
            }

            more ??= [first];
            known ??= new(more, StringComparer.Ordinal);
            if (!known.Add(name))
                return;
            more.Add(name);
            all = null;
        }
    }
}
