using System.Collections.Immutable;
using Digest.Text;
using Digest.Text.Times;

namespace Digest.Facts;

/// <summary>
/// The times of a sentence as they date what it tells. Only what names days gives a date: months and years say no more than that it lies back. Lengths of time, times of day,
/// what repeats itself and what is still to come date nothing that happened.
/// </summary>
internal static class TimePhrases
{
    /// <summary>A stretch longer than this sums a period up; one no longer is when something happened.</summary>
    private const int NewsDays = 6;

    private const int RankReach = 10;

    internal static IEnumerable<TimePhrase> In(Document document, Sentence sentence, DateOnly? anchor)
    {
        var article = document.Article.Date;
        foreach (var time in TimeResolver.In(document.Text, sentence.Span, article, anchor))
        {
            var (first, end) = TokensOf(sentence.Tokens, time.Span);
            if (first < end && Read(sentence.Tokens, time, first, end, article) is { } phrase)
                yield return phrase;
        }

        if (Undated(sentence.Tokens) is { } since)
            yield return since;
    }

    // "has killed 94 people since the truce": a period summed up, though nobody says from when.
    private static TimePhrase? Undated(ImmutableArray<Token> tokens)
    {
        var perfect = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            perfect = tokens[i].Pos is not (PartOfSpeech.Comma or PartOfSpeech.Punctuation) && (perfect || tokens[i].Lower is "has" or "have" or "'ve");
            if (perfect && tokens[i].Lower == "since" && i + 2 < tokens.Length && tokens[i + 1].Lower is "the" or "a" or "an" or "its" or "their" or "then" && !IsRanked(tokens, i))
                return new(i, Math.Min(tokens.Length, tokens[i + 1].Lower == "then" ? i + 2 : i + 3), null, null, DatePrecision.None, null, IsBackground: true);
        }

        return null;
    }

    private static TimePhrase? Read(ImmutableArray<Token> tokens, TimeExpression time, int first, int end, DateOnly? article)
    {
        switch (time.Kind)
        {
            // "the first attack since August" is dated by nothing; "attacks since August" are a period.
            case TimeKind.Since:
                return SinceThen(tokens, time, first, end, article) with { IsRank = IsRanked(tokens, first) };
            case TimeKind.Point when IsRunning(time):
                return IsRanked(tokens, first) ? null : Running(tokens, time, first, end, article);
            // "hours later" leaves the day of the news.
            case TimeKind.Point when time.Date is null && tokens[first..end].Any(t => t.Lower is "hour" or "hours" or "minute" or "minutes" or "second" or "seconds"):
                return null;
            // "came three days after the truce" tells of the truce.
            case TimeKind.Point when time.Date is null && tokens[end - 1].Lower is "after" or "before":
                return null;
            // The same day as what was told before: the day of the news, where no other was named.
            case TimeKind.Point when time.Date is null && tokens[first..end].Any(t => t.Lower == "same"):
                return null;
            // "shelled for the third time this week"
            case TimeKind.Point when time.Precision == DatePrecision.Week && first > 1 && tokens[first - 1].Lower == "time" && IsRanked(tokens, first):
                return null;
            case TimeKind.Point:
                return Point(tokens, time, first, end, article);
            default:
                return null;
        }
    }

    private static TimePhrase? Point(ImmutableArray<Token> tokens, TimeExpression time, int first, int end, DateOnly? article)
    {
        // Nothing has happened that is still to come; where the words looked ahead, the day meant is not known.
        if (article is { } now && time.Date > now)
            return new(first, end, null, null, DatePrecision.None, null, IsBackground: false);
        if (time.Precision is DatePrecision.Month or DatePrecision.Year || (time is { Precision: DatePrecision.Week, IsPastContext: true }))
            return new(first, end, null, null, DatePrecision.None, null, time.IsPastContext);
        var last = time.End is { } until && article is { } today && until > today ? today : time.End;
        if (time.Date is { } start && last is { } stop && stop.DayNumber - start.DayNumber > NewsDays)
            return new(first, end, null, null, DatePrecision.None, start, IsBackground: true);
        return new(first, end, time.Date, last == time.Date ? null : last, time.Precision, null, time.IsPastContext)
        {
            IsPartOfDay = tokens[first..end].All(t => t.Lower is "overnight" or "at" or "before" or "dawn" or "daybreak" or "sunrise" or "predawn" or "pre-dawn" or "pre" or "-"),
        };
    }

    // "since Tuesday" is the news, "since 17 October" a period summed up.
    private static TimePhrase SinceThen(ImmutableArray<Token> tokens, TimeExpression time, int first, int end, DateOnly? article)
    {
        if (time.Date is { } from && article is { } now && from <= now && now.DayNumber - from.DayNumber <= NewsDays && time.Precision is DatePrecision.Day or DatePrecision.Night or DatePrecision.Around)
            return new(first, end, from, from == now ? null : now, time.Precision, null, IsBackground: false);
        // A weekday of an article that is not dated may be yesterday.
        var isRecent = time.Date is null && tokens[first..end].Any(t => TimeWords.Weekdays.ContainsKey(t.Lower) || t.Lower is "yesterday" or "overnight");
        return new(first, end, null, null, DatePrecision.None, time.Date, !isRecent);
    }

    // "this year", "this month": it is not over yet.
    private static bool IsRunning(TimeExpression time) => time is { IsPastContext: false, Precision: DatePrecision.Month or DatePrecision.Year, Date: not null, End: not null };

    private static TimePhrase? Running(ImmutableArray<Token> tokens, TimeExpression time, int first, int end, DateOnly? article)
    {
        if (time.Date > article)
            return null;
        var summed = first > 1 && tokens[first - 1].Lower == "far" && tokens[first - 2].Lower == "so";
        var isOver = tokens[first].Lower is "earlier" or "this";
        return new(summed ? first - 2 : first, end, null, null, DatePrecision.None, summed || HasPerfect(tokens) ? time.Date : null, summed || isOver);
    }

    private static bool HasPerfect(ImmutableArray<Token> tokens) => tokens.Any(t => t.Lower is "has" or "have" or "'ve");

    private static bool IsRanked(ImmutableArray<Token> tokens, int at) =>
        Enumerable.Range(Math.Max(0, at - RankReach), Math.Min(RankReach, at)).Any(k => tokens[k].Lower is "first" or "second" or "third" or "fourth" or "fifth" or "sixth" or "latest" or "last"
            or "deadliest" or "worst" or "biggest" or "largest" or "heaviest" or "bloodiest" or "fiercest" or "highest" or "most");

    private static (int First, int End) TokensOf(ImmutableArray<Token> tokens, TextSpan span)
    {
        var first = 0;
        while (first < tokens.Length && tokens[first].Span.End <= span.Start)
            first++;
        var end = first;
        while (end < tokens.Length && tokens[end].Span.Start < span.End)
            end++;
        return (first, end);
    }
}
