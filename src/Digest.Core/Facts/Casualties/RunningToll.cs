using Digest.Text;
using Digest.Text.Times;

namespace Digest.Facts;

/// <summary>Whether a figure is a running toll: since a past date, or over weeks, months or years.</summary>
internal static class RunningToll
{
    internal static bool Of(Sentence sentence, HarmMention mention)
    {
        var tokens = sentence.Tokens;
        var chunks = sentence.Chunks;
        // What stands in the mention's own stretch: up to the next finite verb on either side.
        for (var k = 0; k < chunks.Length; k++)
        {
            var word = tokens[chunks[k].First].Lower;
            // "Since the truce …," opens all that its sentence counts.
            if (Math.Abs(k - mention.Chunk) > (k == 0 && word == "since" ? 30 : 14))
                continue;
            if (word == "since" && IsElsewhere(sentence, chunks[k].First, mention))
                continue;
            if (word == "since" && chunks[k].Kind is ChunkKind.Preposition or ChunkKind.Subordinator or ChunkKind.Adverb && !tokens.Skip(chunks[k].First + 1).Take(3).Any(t => t.Lower is "yesterday" or "dawn" or "morning" or "midnight" or "overnight" or "noon"))
                return true;
            if (word == "so" && chunks[k].First + 2 < tokens.Length && tokens[chunks[k].First + 1].Lower == "far" && tokens[chunks[k].First + 2].Lower is "this")
                return true;
            // "between 2014 and 2017", "in the same period"
            if (word is "between" or "from" && (AreYears(tokens, chunks[k].First + 1) || AreDays(tokens, chunks[k].First + 1)))
                return true;
            if (word is "in" or "over" or "during" && k + 1 < chunks.Length && tokens[chunks[k + 1].Head].Lower == "period" && tokens[chunks[k + 1].First..chunks[k + 1].End].Any(t => t.Lower is "same" or "that" or "this"))
                return true;
            // "killed across the country in April": all over a country no one event is meant.
            if (chunks[k].IsTime && k > 1 && tokens[chunks[k - 1].First].Lower == "in" && IsMonth(sentence, chunks[k]) && tokens.Skip(chunks[mention.Chunk].End).TakeWhile(t => t.Span.Start < tokens[chunks[k].First].Span.Start).Any(t => t.Lower is "across" or "throughout" or "nationwide"))
                return true;
            if (chunks[k].IsTime && k > 0 && tokens[chunks[k - 1].First].Lower is "in" or "over" or "during" or "within" && IsLong(sentence, chunks[k]))
                return true;
        }

        return mention.Clause is { Subject: { } cause, Verb: { } verb } && IsLongLasting(tokens[chunks[cause.First].Head].Lower) && tokens[verb.First].Lower is "has" or "have" or "had";
    }

    // "Three of them have since died"; "the deadliest since 2003, when a car bomb killed 36", which tells of that bomb.
    private static bool IsElsewhere(Sentence sentence, int since, HarmMention mention)
    {
        var tokens = sentence.Tokens;
        if (since > 0 && tokens[since - 1].Lower is "has" or "have" or "had" && since + 1 < tokens.Length && tokens[since + 1].IsVerb)
            return true;
        return mention.Trigger > since && tokens[since..mention.Trigger].Any(t => t.Lower == "when") && tokens[..since].Any(t => t.Lower is "deadliest" or "worst" or "bloodiest" or "first" or "biggest" or "largest" or "heaviest");
    }

    // "The war has killed tens of thousands": no one event is meant; "the offensive killed 12 on Monday" is.
    private static bool IsLongLasting(string head) =>
        head is "war" or "wars" or "conflict" or "conflicts" or "insurgency" or "violence" or "unrest" or "fighting" or "hostilities" or "campaign" or "siege" or "blockade" or "rebellion" or "uprising" or "crisis";

    // "between Sept. 19 and 29", "from 3 to 10 May": two numbers and a month, and no hours.
    private static bool AreDays(System.Collections.Immutable.ImmutableArray<Token> tokens, int at)
    {
        var (numbers, month, joined) = (0, false, false);
        for (var k = at; k < Math.Min(tokens.Length, at + 6); k++)
        {
            if (tokens[k].Text.Length <= 2 && tokens[k].Text.All(char.IsAsciiDigit))
                numbers++;
            else if (TimeWords.Months.ContainsKey(tokens[k].Lower.TrimEnd('.')))
                month = true;
            else if (tokens[k].Lower is "and" or "to")
                joined = true;
            else if (tokens[k].Text != ".")
                break;
        }

        return numbers == 2 && month && joined;
    }

    private static bool AreYears(System.Collections.Immutable.ImmutableArray<Token> tokens, int at) =>
        at + 2 < tokens.Length && IsYear(tokens[at].Text) && tokens[at + 1].Lower is "and" or "to" && IsYear(tokens[at + 2].Text);

    private static bool IsYear(string text) => text is ['1' or '2', _, _, _] && text.All(char.IsAsciiDigit);

    private static bool IsMonth(Sentence sentence, Chunk chunk) => sentence.Tokens[chunk.Head].Lower is "january" or "february" or "march" or "april" or "may" or "june" or "july" or "august" or "september" or "october" or "november" or "december";

    // "in two years", "over the past month", "in April alone"; not "in May" or "in the past hour"
    private static bool IsLong(Sentence sentence, Chunk time)
    {
        var tokens = sentence.Tokens;
        var head = tokens[time.Head].Lower;
        if (head is "weeks" or "months" or "years" or "decades")
            return true;
        if (time.End < tokens.Length && tokens[time.End].Lower == "alone")
            return true;
        return head is "month" or "year" or "week" && tokens[time.First..time.End].Any(t => t.Lower is "past" or "last") && tokens[time.First].Lower is "the";
    }
}
