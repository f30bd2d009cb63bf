using System.Collections.Immutable;

namespace Digest.Days;

/// <summary>Makes the story that a digest shows of the facts gathered for it.</summary>
internal static class StoryBuilder
{
    public static Story Build(StoryDraft draft, IReadOnlyList<DayArticle> articles, Places places, List<Join>? joins)
    {
        var built = Answers.Labelled([.. draft.Merged.Select(m => (Draft: m, Event: EventBuilder.Build(m, articles, places, joins)))]);
        // The event that most of its articles are about gives the story its name; a story without events has its first article's headline.
        var main = built is [var only] ? (only.Draft.MainOf > 0 ? only.Event : null) : built.Where(b => b.Draft.MainOf > 0).OrderByDescending(b => b.Draft.MainOf).ThenByDescending(b => b.Event.Reports.Length).ThenBy(b => b.Event.Reports[0].SourceNumber).Select(b => b.Event).FirstOrDefault();
        var events = built.Length < 2 ? [.. built.Select(b => b.Event)] : built
            .OrderBy(b => b.Event.Claims.IsEmpty).ThenBy(b => b.Event != main).ThenBy(b => b.Event.Date is null).ThenBy(b => b.Event.Date).ThenByDescending(b => b.Draft.MainOf)
            .ThenBy(b => b.Event.Reports[0].SourceNumber).ThenBy(b => b.Event.Reports[0].Provenance.Span)
            .Select(b => b.Event).ToImmutableArray();
        var numbers = draft.Articles.Select(a => a + 1).Concat(events.SelectMany(e => e.Claims).SelectMany(c => c.Citations).Select(c => c.SourceNumber)).Distinct().Order().ToImmutableArray();
        var reactions = Reactions.Of(draft, articles, joins);
        return new(main is null ? StableId.Of("s", articles[draft.Group.Units[0].ArticleIndex].Id) : "s" + main.Id[1..], main is null ? Title(draft.Group.Units[0]) : EventLabel.Undated(main), numbers)
        {
            Events = events,
            Reactions = reactions,
            Escalation = Escalation.Of(draft, reactions, events, articles),
            Background = Background.Of(draft, articles),
            NotKnown = NotKnown.Of(events, reactions),
            NoStatementFrom = Silence.Of(built.Where(b => b.Draft.MainOf > 0 || !b.Event.Claims.IsEmpty).Select(b => b.Event).OrderBy(e => events.IndexOf(e)).ToArray(), draft.Group.Units, draft.Articles.Select(a => articles[a])),
        };
    }

    private static string Title(StoryUnit unit)
    {
        if (!unit.IsItem && unit.Source.Title is { Length: > 0 } title)
            return title;
        var first = unit.Source.Blocks.FirstOrDefault(b => b.IsStory && b.Span.Start >= unit.Span.Start && !b.Span.IsEmpty);
        if (first is null || first.Span.IsEmpty)
            return unit.Source.Name;
        var sentence = Sentences.Around(unit.Source, new(first.Span.Start, first.Span.Start + 1));
        return sentence.In(unit.Source.Text);
    }
}
