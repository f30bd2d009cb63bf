using System.Buffers;
using System.Collections.Immutable;
using Digest.Facts;
using Digest.Names;

namespace Digest.Days;

/// <summary>
/// Gathers the reports of one article into the events they tell of. Reports join where type, date, actor and place agree; a report
/// without a place joins the nearest event told before it that it agrees with, as "the strike" does in the text.
/// </summary>
internal static class LocalEvents
{
    /// <summary>The events of the reports given (background left out), the one the text is about first, the rest in the text's order.</summary>
    /// <param name="head">The headline, or the word that opens the item of a round-up; null where there is none.</param>
    public static ImmutableArray<LocalEvent> Of(DayArticle article, IEnumerable<EventReport> reports, IEnumerable<CasualtyReport> casualties, Places places, string? head)
    {
        var events = new List<LocalEvent>();
        // "A second strike on Kosti": what was hit says where.
        var told = reports.ToArray();
        for (var i = 0; i < told.Length; i++)
        {
            if (told[i].Place is null && Places.NamedIn(told[i].Target) is { } hit)
                told[i] = told[i] with { Place = hit };
        }

        for (var i = 0; i < told.Length; i++)
            told[i] = OnlyNear(article, told[i], told, places);
        var harm = casualties as IReadOnlyList<CasualtyReport> ?? [.. casualties];
        // "The toll of Wednesday's attack has grown to seven", and nothing newer beside it: an old attack whose dead are counted anew is what the text is about.
        if (Array.TrueForAll(told, r => r.IsBackground))
            told = AsNews(article, told, harm, places);
        var implied = Implied(article, told, harm, places, head);
        var news = InOrder.Of(implied is null && !Array.Exists(told, r => r.IsBackground) ? told : [.. told.Where(r => !r.IsBackground), .. implied ?? []]);
        foreach (var report in news)
        {
            if (!IsSummary(report))
                Take(report);
        }

        // "Two series of strikes since Tuesday" sums up events told one by one elsewhere: it goes to the first it can be about.
        foreach (var summary in news)
        {
            if (IsSummary(summary))
            {
                if (SummedUp(article, events, summary, places) is { } known)
                    known.Add(summary);
                else
                    events.Add(new(summary));
            }
        }

        if (events.Count > 1)
        {
            var main = MainOf(article, events, places);
            events.Remove(main);
            events.Insert(0, main);
        }

        return [.. events];

        void Take(EventReport report)
        {
            var own = new LocalEvent(report);
            if (Match(article, events, own, places) is { } match)
                match.Add(report);
            else
                events.Add(own);
        }
    }

    // "Raid on camp near Timbuktu" above a text that tells of the raid on the camp in Goundam: a headline that says near what it was does not say that it was there.
    private static EventReport OnlyNear(DayArticle article, EventReport report, EventReport[] told, Places places)
    {
        if (report is not { IsHeadline: true, IsBackground: false, Place: { } place } || Array.Find(told, r => r is { IsHeadline: false, IsBackground: false }) is not { } first || !EventKinds.Compatible(first.Type, report.Type)
            || !places.IsSpecific(first.Place) || Relation(article, article, first.Place, place, places) != PlaceRelation.Apart)
        {
            return report;
        }

        var near = "near " + place;
        return Sentences.Around(article.Article, report.Provenance.Span).In(article.Article.Text).Contains(near, StringComparison.Ordinal) ? report with { Place = near } : report;
    }

    private static EventReport[] AsNews(DayArticle article, EventReport[] told, IReadOnlyList<CasualtyReport> harm, Places places) => Array.ConvertAll(told, r =>
        places.IsSpecific(r.Place) && harm.Any(c => c is { IsBackground: false, IsCumulative: false, Count.IsNumbered: true } && Sentences.Around(article.Article, r.Provenance.Span).Overlaps(c.Provenance.Span)) ? r with { IsBackground = false } : r);

    private static LocalEvent? SummedUp(DayArticle article, List<LocalEvent> events, EventReport summary, Places places) =>
        events.Find(e => EventKinds.SameFamily(e.Type, summary.Type) && places.ActorsAgree(e.Actor, summary.Actor)
            && !e.Places.Any(p => Relation(article, article, p, summary.Place, places) == PlaceRelation.Apart));

    /// <summary>
    /// Deaths in a named place apart from those of all events told show an event that no clause reports: "two farm workers were killed near Aitaroun". Where no event has a place, the
    /// deaths' place is the event's. A text that tells of deaths and of no event at all tells of the one they died in, at the place its headline or opening names.
    /// </summary>
    private static List<EventReport>? Implied(DayArticle article, EventReport[] told, IEnumerable<CasualtyReport> casualties, Places places, string? head)
    {
        var (implied, placed) = ((List<EventReport>?)null, (List<CasualtyReport>?)null);
        CasualtyReport? first = null;
        foreach (var harm in casualties)
        {
            if (harm is not { IsBackground: false, IsCumulative: false, IsHeadline: false } || IsOfNoAttack(article, harm))
                continue;
            first ??= harm.Count.IsNumbered ? harm : null;
            if (!places.IsSpecific(harm.Place))
                continue;
            if (IsApart(article, told, placed, harm, places))
                (implied ??= []).Add(Of(harm, harm.Place));
            (placed ??= []).Add(harm);
        }

        if (told.Length == 0 && placed is null && first is not null)
            (implied ??= []).Add(Of(first, Places.NamedIn(head) ?? Places.NamedIn(Sentences.Around(article.Article, first.Provenance.Span).In(article.Article.Text))));
        return implied;

        static EventReport Of(CasualtyReport harm, string? place) => new(harm.Provenance, EventType.Attack) { Place = place, Date = harm.Date, LastDate = harm.LastDate, DatePrecision = harm.DatePrecision, IsDateAssumed = harm.IsDateInferred };
    }

    // "Three children died of cold in tents in Khan Younis": no attack was there.
    private static bool IsOfNoAttack(DayArticle article, CasualtyReport harm)
    {
        var sentence = Sentences.Around(article.Article, harm.Provenance.Span);
        return article.Article.Text.AsSpan(harm.Provenance.Span.Start, Math.Max(0, sentence.End - harm.Provenance.Span.Start)).ContainsAny(OfNoAttack);
    }

    private static readonly SearchValues<string> OfNoAttack = SearchValues.Create(["died of cold", "died of hunger", "died of cholera", "died of starvation", "died of malnutrition", "died of thirst", "died of exposure", "died of disease", "died of illness", "died from cold", "died from hunger", "died from malnutrition", "died from starvation", "starved to death", "froze to death", "drowned"], StringComparison.OrdinalIgnoreCase);

    /// <param name="before">The deaths in named places that are told before it.</param>
    private static bool IsApart(DayArticle article, EventReport[] told, List<CasualtyReport>? before, CasualtyReport harm, Places places)
    {
        if (told.Length == 0)
            return AreAllApart(article, before, harm, places);
        var isPlaced = false;
        foreach (var report in told)
        {
            isPlaced |= places.IsSpecific(report.Place);
            // Two names of one place are never apart, and most deaths are told where the event is.
            if (isPlaced && report.Place == harm.Place)
                return false;
        }

        return isPlaced ? IsApart(article, told, harm, places) : Gazetteer.Find(harm.Place!) is not null;
    }

    private static bool AreAllApart(DayArticle article, List<CasualtyReport>? before, CasualtyReport harm, Places places) =>
        before is null || before.TrueForAll(h => Relation(article, article, h.Place, harm.Place, places) == PlaceRelation.Apart);

    // In a place of its own, or, beside an attack without one, on a day of its own.
    private static bool IsApart(DayArticle article, EventReport[] told, CasualtyReport harm, Places places) =>
        Array.TrueForAll(told, r => (r.Place is null && !DayWindow.Agree(DayWindow.Of(r), DayWindow.Of(article.Article, harm))) || Relation(article, article, r.Place, harm.Place, places) == PlaceRelation.Apart && !CasualtyPlacer.Mentions(article, r, places.Name(harm.Place)!));

    public static bool IsSummary(EventReport report) => report.Count >= 2;

    /// <summary>How two places stand to each other, where the texts themselves may say that one lies in the other ("Kyauk Sin Gon village in Tabayin").</summary>
    public static PlaceRelation Relation(DayArticle first, DayArticle second, string? a, string? b, Places places)
    {
        return places.Name(a) is { } one && places.Name(b) is { } other ? Relation(first, second, one, other, places) : PlaceRelation.Unknown;
    }

    public static PlaceRelation Relation(DayArticle first, DayArticle second, PlaceName a, PlaceName b, Places places)
    {
        var relation = places.Compare(a, b);
        return relation == PlaceRelation.Apart && (PlaceLinks.Says(first, a, b) || (!ReferenceEquals(first, second) && PlaceLinks.Says(second, a, b))) ? PlaceRelation.Within : relation;
    }

    /// <summary>
    /// How the places of two accounts stand to each other. That the one lies in a province the other names as well says nothing where the other names a town too, and that is another one:
    /// Tank is not Bannu, though both are in Khyber Pakhtunkhwa.
    /// </summary>
    public static PlaceRelation Relation((StoryUnit Unit, LocalEvent Event) a, (StoryUnit Unit, LocalEvent Event) b, Places places)
    {
        var best = Relation(a.Unit.Article, b.Unit.Article, a.Event.Places, b.Event.Places, places);
        return best == PlaceRelation.Within ? Relation(a.Unit.Article, b.Unit.Article, a.Event.NarrowPlaces, b.Event.NarrowPlaces, places) : best;
    }

    private static PlaceRelation Relation(DayArticle first, DayArticle second, string[] a, string[] b, Places places)
    {
        var best = PlaceRelation.Unknown;
        foreach (var p in a)
        {
            foreach (var q in b)
            {
                best = Closer(best, Relation(first, second, p, q, places));
                if (best == PlaceRelation.Same)
                    return best;
            }
        }

        return best;
    }

    /// <summary>Whether one's actor is the other's target: a strike and the strike in answer to it are two events, whatever else agrees.</summary>
    public static bool AnswerEachOther(LocalEvent a, LocalEvent b, Places places) => Hits(a, b, places) || Hits(b, a, places);

    private static bool Hits(LocalEvent a, LocalEvent b, Places places) => a.Actor is { } actor && b.Targets.Length > 0 && Array.Exists(b.Targets, t => places.ActorsAgree(actor, t) && Actors.AreOne(actor, t)) && !Array.Exists(a.Targets, b.Targets.Contains);

    // An answer whose place is not told is the event of no other attack's account, but for those that point back to it ("the strike").
    private static bool OneAnswers(LocalEvent known, EventReport report) => report.Answers is not null && known.First.Answers != report.Answers;

    private static LocalEvent? Match(DayArticle article, List<LocalEvent> events, LocalEvent own, Places places)
    {
        LocalEvent? nearest = null, sameDays = null;
        var report = own.First;
        var window = DayWindow.Of(report);
        for (var i = events.Count - 1; i >= 0; i--)
        {
            var known = events[i];
            if (!EventKinds.Compatible(known.Type, report.Type) || !places.ActorsAgree(known.Actor, report.Actor) || !DayWindow.Agree(known.Window, window)
                || AnswerEachOther(known, own, places) || OneAnswers(known, report))
            {
                continue;
            }

            var relation = PlaceRelation.Unknown;
            foreach (var place in known.Places)
                relation = Closer(relation, Relation(article, article, place, report.Place, places));
            if (relation == PlaceRelation.Within)
                relation = report.Place is { } there ? Relation(article, article, known.NarrowPlaces, [there], places) : PlaceRelation.Unknown;
            if (relation == PlaceRelation.Same)
                return known;
            // "A missile attack" and "an air strike" with no place between them are two events, as outlets use the words within one text.
            if (relation != PlaceRelation.Apart && (known.Type == report.Type || known.Type == EventType.Attack || report.Type == EventType.Attack))
            {
                nearest ??= known;
                // Of two attacks, one of the same night is likelier meant than one that only touches it.
                sameDays ??= known.Window == window ? known : null;
            }
        }

        return sameDays ?? nearest;
    }

    /// <summary>The relation that says more for one place: same before within, within before apart, apart before unknown.</summary>
    public static PlaceRelation Closer(PlaceRelation a, PlaceRelation b) => (a, b) switch
    {
        (PlaceRelation.Same, _) or (_, PlaceRelation.Same) => PlaceRelation.Same,
        (PlaceRelation.Within, _) or (_, PlaceRelation.Within) => PlaceRelation.Within,
        (PlaceRelation.Apart, _) or (_, PlaceRelation.Apart) => PlaceRelation.Apart,
        _ => PlaceRelation.Unknown,
    };

    // The event of the headline; else the first of the text. A headline that names no place tells of the first event it agrees with.
    private static LocalEvent MainOf(DayArticle article, List<LocalEvent> events, Places places) =>
        events.FirstOrDefault(e => e.Reports.Exists(r => r.IsHeadline)) ?? events.MinBy(e => e.Reports.Min(r => r.Provenance.Span))!;
}
