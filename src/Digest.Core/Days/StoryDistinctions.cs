using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Facts;
using Digest.News;
using Digest.Text;

namespace Digest.Days;

/// <summary>
/// What sets apart two attacks on one town on one day: other weapons, another kind of site, the other half of the day, and that one article tells of both. Outlets differ over any one of
/// these for one event; over two they do not.
/// </summary>
internal static class StoryDistinctions
{
    /// <summary>As many as hold two main events apart.</summary>
    public const int Enough = 2;

    private static readonly FrozenSet<string> Scenes = new[] { "home", "market", "transport", "worship", "camp", "school", "lodging" }.ToFrozenSet(StringComparer.Ordinal);

    public static int Between(StoryUnit a, StoryUnit b, Places places)
    {
        var (first, second) = (a.Main!, b.Main!);
        if (NameOneSite(a.Opening, b.Opening))
            return 0;
        var count = 0;
        if (first.Type != second.Type && first.Type != EventType.Attack && second.Type != EventType.Attack)
            count++;
        if (Sites.Differ(a.Opening.Sites, b.Opening.Sites))
            count++;
        if ((a.Opening.IsEarly && b.Opening.IsLate) || (a.Opening.IsLate && b.Opening.IsEarly))
            count++;
        return count > 0 && (TellsOfBoth(a, b, places) || TellsOfBoth(b, a, places)) ? count + 1 : count;
    }

    // "The Dar al-Arqam shelter in el-Fasher" in both: besides the town they name one place in it, whatever else they call it and what hit it.
    private static bool NameOneSite(UnitOpening a, UnitOpening b)
    {
        if (a.Names.Length < 2 || b.Names.Length < 2)
            return false;
        for (var i = 1; i < a.Names.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Holds(b, a.Names[i]) && !a.Names[i].Overlaps(a.Names[j]) && Holds(b, a.Names[j]))
                    return true;
            }
        }

        return false;

        static bool Holds(UnitOpening opening, ImmutableHashSet<string> name)
        {
            foreach (var own in opening.Names)
            {
                if (own.Count == name.Count && name.SetEquals(own))
                    return true;
            }

            return false;
        }
    }

    // The words with a capital of a place or target: what it is called and not what it is.
    private static readonly Recall<string, ImmutableHashSet<string>> Called = new(
        name => name.Split([' ', '-', ',', '’', '\'']).Where(word => word.Length > 2 && char.IsUpper(word[0])).Select(word => word.ToLowerInvariant()).ToImmutableHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private static ImmutableHashSet<string>[] NamesIn(LocalEvent happening) => [.. happening.Places.Concat(happening.Targets).Select(Called.Of).Where(words => words.Count > 0)];

    /// <summary>What the opening of a unit with a main event tells that could set it apart.</summary>
    public static UnitOpening OpeningOf(StoryUnit unit)
    {
        // What the event's reports say was hit; else what headline and opening name, as far as it cannot be a source ("the hospital said") or the harmed ("three policemen").
        var (early, late, told) = (false, false, unit.Main!.Sites);
        var sites = told.Length > 0 ? null : new SortedSet<string>(StringComparer.Ordinal);
        Span<char> buffer = stackalloc char[Words.MaxLength];
        foreach (var (text, stretch) in Opening(unit))
        {
            var position = stretch.Start;
            while (Words.Next(text, ref position, stretch.End, buffer, out var length, out _))
            {
                var word = buffer[..length];
                early |= word is "overnight" or "night" or "dawn" or "midnight";
                late |= word is "afternoon" or "midday" or "noon" or "daylight" or "evening" or "lunchtime";
                if (sites is not null && Sites.ClassOf(word) is { } site && Scenes.Contains(site))
                    sites.Add(site);
            }
        }

        return new(sites is null ? told : [.. sites], early && !late, late && !early, NamesIn(unit.Main));
    }

    // One article's other event is more like what the other article is about than its own main event is.
    private static bool TellsOfBoth(StoryUnit teller, StoryUnit other, Places places)
    {
        var own = Closeness(teller.Main!, other.Main!);
        return teller.Events.Skip(1).Any(e => DayWindow.Agree(e.Window, other.Main!.Window) && Closeness(e, other.Main!) > own
            && !e.Places.Any(p => other.Main!.Places.Any(q => places.Compare(p, q) == PlaceRelation.Apart)));
    }

    private static int Closeness(LocalEvent a, LocalEvent b) => (a.Type == b.Type ? 1 : 0) + (a.Sites.Intersect(b.Sites).Any() ? 1 : 0) - (Sites.Differ(a.Sites, b.Sites) ? 1 : 0);

    // The headline, the main event's sentences and the first paragraph.
    private static IEnumerable<(string Text, TextSpan Stretch)> Opening(StoryUnit unit)
    {
        foreach (var report in unit.Main!.Reports)
            yield return (unit.Source.Text, Sentences.Around(unit.Source, report.Provenance.Span));
        if (unit.Source.Blocks.FirstOrDefault(b => b.Kind == BlockKind.Paragraph && unit.Span.Contains(b.Span.Start)) is { } first)
            yield return (unit.Source.Text, first.Span);
        if (!unit.IsItem && unit.Source.Title is { } title)
            yield return (title, new(0, title.Length));
    }
}

/// <param name="Sites">What was hit, as classes of sites (<see cref="Days.Sites"/>).</param>
/// <param name="IsEarly">It was in the night or at dawn, and in no other part of the day.</param>
/// <param name="IsLate">It was between noon and evening, and in no other part of the day.</param>
/// <param name="Names">What the main event's places and targets are called, each as its words with a capital.</param>
internal sealed record UnitOpening(string[] Sites, bool IsEarly, bool IsLate, ImmutableHashSet<string>[] Names);
