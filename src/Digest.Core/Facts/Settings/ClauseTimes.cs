using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>The times of one sentence, and which clause or noun each belongs to.</summary>
internal sealed class ClauseTimes
{
    private readonly Sentence sentence;
    private readonly ImmutableArray<TimePhrase> all;

    internal ClauseTimes(Sentence sentence, DateOnly? article)
    {
        this.sentence = sentence;
        all = [.. TimePhrases.In(sentence, article)];
    }

    /// <summary>The times that belong to nobody's speaking: what the sentence itself dates.</summary>
    internal IEnumerable<TimePhrase> Told => all.Where(t => Owner(t) is not { } owner || !(owner.IsSpeech() || owner.Verb.Modal is not null || owner.Verb.IsInfinitive));

    internal TimePhrase? OfClause(IEnumerable<Clause> circle)
    {
        foreach (var clause in circle)
        {
            if (all.Where(t => Owner(t) == clause).OrderBy(t => t.Date is null && t.Since is null).ThenBy(t => t.First).FirstOrDefault() is { } time)
                return time;
        }

        return null;
    }

    /// <summary>The time inside a noun phrase or right behind it: "Monday's drone attack", "an attack on the base on Saturday".</summary>
    internal TimePhrase? OfNoun(int chunk)
    {
        var np = sentence.Chunks[chunk];
        foreach (var time in all)
        {
            if (time.First >= np.First - 1 && time.First < np.End)
                return time;
            if (time.First >= np.End && IsRun(np.End, time.First))
                return time;
        }

        return null;
    }

    /// <summary>"a day after a drone attack wounded troops": how many days before the main clause; null where nothing says so.</summary>
    internal int? DaysBefore(Clause clause)
    {
        if (clause.Subject is not { } subject)
            return null;
        return DaysBefore(sentence.Chunks[subject.First].First);
    }

    internal int? DaysBefore(int token)
    {
        var tokens = sentence.Tokens;
        return token > 2 && tokens[token - 1].Lower == "after" && tokens[token - 2].Lower == "day" && tokens[token - 3].Lower is "a" or "one" or "just" ? 1 : null;
    }

    // The verb to the left that nothing but phrases part from the time; a time that opens the sentence belongs to the first verb behind it.
    private Clause? Owner(TimePhrase time)
    {
        Clause? left = null;
        foreach (var clause in sentence.Clauses)
        {
            if (clause.Verb.First >= time.First)
            {
                if (left is null || HasBreak(left.Verb.End, time.First))
                    return StartsClause(time, clause) || left is null ? clause : left;
                break;
            }

            left = clause;
        }

        return left;
    }

    private bool HasBreak(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (sentence.Tokens[i].Pos is PartOfSpeech.Comma or PartOfSpeech.Punctuation or PartOfSpeech.Conjunction or PartOfSpeech.Subordinator or PartOfSpeech.Relative)
                return true;
        }

        return false;
    }

    // Between the time and the verb stands its subject, or nothing but a comma.
    private bool StartsClause(TimePhrase time, Clause clause) =>
        clause.Subject is { } subject && sentence.Chunks[subject.First].First >= time.First - 1 && !HasVerb(time.End, clause.Verb.First);

    private bool HasVerb(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (sentence.Tokens[i].IsVerb && sentence.Tokens[i].Pos != PartOfSpeech.Gerund)
                return true;
        }

        return false;
    }

    private bool IsRun(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var token = sentence.Tokens[i];
            if (token.IsVerb || token.Pos is PartOfSpeech.Auxiliary or PartOfSpeech.Modal or PartOfSpeech.Comma or PartOfSpeech.Punctuation or PartOfSpeech.Relative or PartOfSpeech.Subordinator or PartOfSpeech.CloseQuote)
                return false;
        }

        return true;
    }
}
