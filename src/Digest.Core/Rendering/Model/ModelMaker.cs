using System.Collections.Immutable;
using Digest.Days;
using Digest.Editions;
using Digest.Rendering.Phrasing;
using Digest.Text;

namespace Digest.Rendering.Model;

/// <summary>Puts an edition into words, once for all outputs.</summary>
public static class ModelMaker
{
    /// <param name="texts">The text of each article of the day, by article id: every citation is checked against it.</param>
    /// <exception cref="EvidenceException">A figure or statement is not borne out by the passage it cites.</exception>
    public static DigestModel Make(Edition edition, IReadOnlyDictionary<string, string> texts)
    {
        var day = edition.Day;
        Evidence.Require(day, texts);
        var passages = new Passages(Citations(day), day.Sources.ToDictionary(source => source.Number, source => texts.GetValueOrDefault(source.ArticleId, "")));
        // Of a day of many articles a third of the work.
        var sources = Task.Run(() => SourceEntries.Of(day, passages));
        return new()
        {
            Edition = edition,
            Headline = Headlines.Of(day),
            EditionLine = EditionLine(edition),
            AutomationLine = AutomationLine(day),
            Notice = Notices.Of(edition, passages),
            KeyPoints = KeyPoints.Of(day, passages),
            Stories = StorySections.Of(edition, passages),
            AbsenceNote = Absence.Of(day),
            Comparison = Comparisons.Of(edition, passages),
            Chart = DayChart.Of(edition),
            Method = Method(day),
            History = History(edition),
            Preheader = Preheader(day),
            Sources = sources.GetAwaiter().GetResult(),
        };
    }

    private static IEnumerable<Citation> Citations(Day day) => day.Stories.SelectMany(story =>
        story.Events.SelectMany(happening => happening.Reports.Concat(happening.Claims.SelectMany(claim => claim.Citations)))
            .Concat(story.Reactions.SelectMany(reaction => reaction.Wordings).SelectMany(wording => wording.Citations))
            .Concat(story.Escalation.SelectMany(sign => sign.Citations))
            .Concat(story.Background.SelectMany(item => item.Citations)));

    private static string EditionLine(Edition edition)
    {
        var number = Numerals.InTable(edition.Number);
        var verb = edition.Kind switch
        {
            EditionKind.First or EditionKind.Refile => "published",
            EditionKind.Correction => "corrected",
            EditionKind.Withdrawn => "withdrawn",
            _ => "updated",
        };
        return $"{DisplayText.Line(edition.Publication.Name)} · {Dates.Full(edition.Day.Date)} (UTC) · Edition {number}, {verb} {Moment(edition)}";
    }

    private static string Moment(Edition edition) => DateOnly.FromDateTime(edition.PublishedAt.UtcDateTime) == edition.Day.Date
        ? Dates.Time(edition.PublishedAt)
        : Dates.Moment(edition.PublishedAt);

    private static string AutomationLine(Day day) =>
        $"Compiled automatically from {Count(day.Sources.Length)}. We have not verified these claims.";

    private static string Count(int articles) => articles switch
    {
        0 => "no articles",
        1 => "one article",
        _ => $"{Numerals.InProse(articles)} articles",
    };

    private static ImmutableArray<Line> Method(Day day)
    {
        var lines = day.Sources.Select(source => source.Line).Distinct().Count();
        return
        [
            Line.Of($"This digest was compiled by a program from {Count(day.Sources.Length)}, counted as {(lines == 0 ? "no" : Numerals.InProse(lines))} {(lines == 1 ? "line" : "lines")} of reporting: articles that share an agency’s copy count once."),
            Line.Of("Each row of a table is one claim by one claimant about one event. Figures that differ stand side by side. None is averaged, added to another or chosen."),
            Line.Of("The status of a figure says how many independent claimants give it, never whether it is so. Each number in brackets leads to the passage of the article that says it."),
            .. day.Stories.Length > 1 ? [Line.Of(Ranking.Rule)] : ImmutableArray<Line>.Empty,
            .. NamesLine.Of(day.Names),
        ];
    }

    private static ImmutableArray<HistoryEntry> History(Edition edition)
    {
        var (date, publication) = (edition.Day.Date, edition.Publication);
        return [.. edition.Earlier.Append(new(edition.Number, edition.PublishedAt, edition.Kind, "")).Select(entry => new HistoryEntry(
            entry.Number,
            $"Edition {Numerals.InTable(entry.Number)}, {Dates.Moment(entry.PublishedAt)}: {(entry.Summary.Length > 0 ? DisplayText.Line(entry.Summary) : Notices.Summary(entry.Kind))}",
            publication.EditionUrl(date, entry.Number)))];
    }

    private static string Preheader(Day day)
    {
        var conflicts = day.Stories.SelectMany(story => story.Events).SelectMany(happening => happening.Tallies).Count(tally => tally.Status.HasFlag(EvidenceStatus.SourcesConflict));
        var claims = day.Stories.SelectMany(story => story.Events).Sum(happening => happening.Claims.Length);
        var stated = claims == 0 ? "No figures of deaths or injuries" : claims == 1 ? "One figure, with who gives it" : $"{Numerals.Capitalised(Numerals.InProse(claims))} figures, each with who gives it";
        var disputed = conflicts > 0 ? "; sources disagree" : "";
        return $"{stated}{disputed}. From {Count(day.Sources.Length)} of {Dates.Short(day.Date)}. Not verified.";
    }
}

/// <summary>What no article says is said to be so, and not taken for a zero.</summary>
internal static class Absence
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Civilians = WordList.Read("Rendering/Phrasing/Civilians.words.txt");
    private static readonly System.Collections.Frozen.FrozenSet<string> CivilPlaces = WordList.Read("Rendering/Phrasing/CivilPlaces.words.txt");

    // Whoever was killed where people live, trade, learn, pray or are cared for, and is not said to have fought or served.
    private static bool IsOpen(Event happening) => happening.Target is { } target && target.Split(' ', '-', ',').Any(word => CivilPlaces.Contains(word.ToLowerInvariant())) && happening.Claims.Any(claim => !IsOfCombatants(claim));

    private static bool IsOfCombatants(Claim claim) =>
        claim.Victims is { } victims && victims.Split(' ', '-', ',').Any(word => Digest.Names.People.Find(word.Trim('“', '”', '"', '.')) is { } people && (people.Is("combatant") || people.Is("police") || people.Is("group")));

    public static string? Of(Day day)
    {
        if (day.Sources.IsEmpty)
            return null;
        var claims = day.Stories.SelectMany(story => story.Events).SelectMany(happening => happening.Claims).ToList();
        if (claims.Count == 0)
            return "No article reports deaths or injuries on this date. That does not mean there were none.";
        if (claims.Any(claim => claim.Victims is { } victims && victims.Split(' ', '-', ',').Any(word => Civilians.Contains(word.ToLowerInvariant()))))
            return null;
        // "Nine people were killed at a market": that nobody calls them civilians does not say that they were none.
        return day.Stories.SelectMany(story => story.Events).Any(IsOpen)
            ? "No article says whether civilians are among those killed or injured on this date."
            : "No article reports civilian deaths or injuries on this date. That does not mean there were none.";
    }
}
