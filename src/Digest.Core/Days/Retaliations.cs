using System.Buffers;

namespace Digest.Days;

/// <summary>Attacks that are told as the answer to another, and how soon after it they came.</summary>
internal static class Retaliations
{
    // Two dated days that follow each other hold at most 48 hours.
    private const int MostDays = 1;

    // Most sentences hold none of them, and a text is searched for all at once many times as fast as it is taken apart.
    private static readonly SearchValues<string> Answering = SearchValues.Create(["retaliat", "avenge", "response", "reprisal", "revenge", "answer", "responded"], StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<EscalationSign> Of(StoryDraft story, IReadOnlyList<Event> events, IReadOnlyList<DayArticle> articles)
    {
        foreach (var merged in story.Merged)
        {
            // However many sentences call one event an answer, it is one answer: the first is printed, all are cited.
            EscalationSign? answer = null;
            foreach (var told in merged.Reports.Where(r => !r.Fact.IsHeadline))
            {
                var article = articles[told.ArticleIndex].Article;
                var sentence = Sentences.Around(article, told.Fact.Provenance.Span);
                if (told.Fact.Answers is null && !(article.Text.AsSpan(sentence.Start, sentence.Length).ContainsAny(Answering) && EscalationWords.IsAnswer(Words.Of(sentence.In(article.Text)))))
                    continue;
                var sign = Escalation.Quoted("retaliation", article, told.ArticleIndex, sentence);
                answer = answer is null ? sign : answer with { Citations = [.. answer.Citations.AddRange(sign.Citations).Distinct()] };
            }

            if (answer is null)
                continue;
            yield return answer;
            if (EventOf(merged, events) is { } happening && AnsweredBy(merged, happening, events) is { } answered)
            {
                yield return new(
                    "retaliation-within-48-hours",
                    $"{EventLabel.Of(happening.Type, happening.Actor, happening.Place, EventDates.Text(happening), plural: false)}, told as an answer, came no more than 48 hours after {EventLabel.InSentence(EventLabel.Of(answered.Type, answered.Actor, answered.Place, EventDates.Text(answered), plural: false))}.",
                    [.. happening.Reports.Concat(answered.Reports).Distinct().OrderBy(c => c.SourceNumber).ThenBy(c => c.Provenance.Span)]);
            }
        }
    }

    private static Event? EventOf(EventDraft draft, IReadOnlyList<Event> events)
    {
        var first = draft.Reports[0];
        return events.FirstOrDefault(e => e.Reports.Any(c => c.SourceNumber == first.ArticleIndex + 1 && c.Provenance.Span == first.Fact.Provenance.Span));
    }

    // The one that an account names as answered; it must be dated, and by another hand.
    private static Event? AnsweredBy(EventDraft draft, Event answer, IReadOnlyList<Event> events)
    {
        foreach (var told in draft.Reports)
        {
            if (told.Fact.Answers is not { } span)
                continue;
            var answered = events.FirstOrDefault(e => e != answer && e.Reports.Any(c => c.SourceNumber == told.ArticleIndex + 1 && c.Provenance.Span == span));
            if (answered is { Date: { } before } && answer is { Date: { } after } && after.DayNumber - (answered.LastDate ?? before).DayNumber >= 0 && (answer.LastDate ?? after).DayNumber - before.DayNumber <= MostDays)
                return answered;
        }

        return null;
    }
}
