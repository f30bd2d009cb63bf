namespace Digest.Days;

/// <summary>
/// Names an event whose place no article tells by the attack that it answered: "US air strike after missile attack at Ain al-Asad air base". Two strikes of one
/// force on one day could not be told apart otherwise.
/// </summary>
internal static class Answers
{
    public static (EventDraft Draft, Event Event)[] Labelled((EventDraft Draft, Event Event)[] built) =>
        Array.ConvertAll(built, b => Answered(b.Draft, built) is { } answered ? (b.Draft, Named(b.Event, answered)) : b);

    private static Event? Answered(EventDraft draft, (EventDraft Draft, Event Event)[] built)
    {
        foreach (var (unit, told) in draft.Parts)
        {
            if (told.First.Answers is not { } span)
                continue;
            foreach (var (other, happening) in built)
            {
                if (other != draft && other.Parts.Exists(p => p.Unit.ArticleIndex == unit.ArticleIndex && p.Event.Reports.Exists(r => r.Provenance.Span == span)))
                    return happening;
            }
        }

        return null;
    }

    private static Event Named(Event answer, Event answered)
    {
        var when = EventDates.Text(answer);
        var label = $"{EventLabel.Undated(answer)} after {EventLabel.InSentence(EventLabel.Undated(answered))}";
        return answer with { Label = when is null ? label : $"{label}, {when}" };
    }
}
