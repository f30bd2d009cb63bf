using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Digest.Text;
using Digest.Text.Times;

namespace Digest.Facts;

/// <summary>The times of one sentence, and which clause or noun each belongs to.</summary>
internal sealed class ClauseTimes
{
    private readonly Sentence sentence;
    private readonly ImmutableArray<TimePhrase> all;

    /// <param name="anchor">The day that the sentence before told of last.</param>
    internal ClauseTimes(Document document, Sentence sentence, DateOnly? anchor)
    {
        this.sentence = sentence;
        all = [.. TimePhrases.In(document, sentence, anchor)];
    }

    /// <summary>The last single day the sentence names, from which the next one may count.</summary>
    internal DateOnly? LastDay => all.LastOrDefault(t => t is { Date: not null, LastDate: null, Precision: DatePrecision.Day })?.Date;

    /// <summary>The times that belong to nobody's speaking: what the sentence itself dates. Parts of a day come last.</summary>
    internal IEnumerable<TimePhrase> Told => all.Where(IsTold).OrderBy(t => t.IsPartOfDay);

    internal TimePhrase? OfClause(IReadOnlyList<Clause> circle)
    {
        foreach (var clause in circle)
        {
            if (all.Where(t => !t.IsRank && Owner(t) == clause).OrderBy(t => t.Date is null && t.Since is null).ThenBy(t => t.IsPartOfDay).ThenBy(t => t.First).FirstOrDefault() is { } time)
                return time;
        }

        return circle.Count > 0 ? OfWhatItHangsOn(circle[0]) ?? Leading(circle[0]) : null;
    }

    // "Last month, eight were hurt and one killed": the time that opens the sentence holds for what is joined to its first clause.
    private TimePhrase? Leading(Clause clause)
    {
        var at = sentence.Clauses.IndexOf(clause);
        var isJoined = clause is { Kind: ClauseKind.Main, Subject: { } subject } && subject.First > 0 && sentence.Chunks[subject.First - 1].Kind == ChunkKind.Conjunction && sentence.Tokens[sentence.Chunks[subject.First - 1].First].Lower == "and";
        if (!isJoined || at < 1 || sentence.Clauses[at - 1] is not { Kind: ClauseKind.Main, Subject: { } first } before || before.IsSpeech())
            return null;
        return all.FirstOrDefault(t => !t.IsRank && t.End <= sentence.Chunks[first.First].First && Owner(t) == before);
    }

    // "on Tuesday, when a bomb …" happened on Tuesday; "Monday's attack, in which two were hurt" on Monday.
    private TimePhrase? OfWhatItHangsOn(Clause clause)
    {
        if (clause.Opener is "when")
        {
            var opener = sentence.Tokens.Select((t, i) => (t, i)).LastOrDefault(t => t.i < clause.Verb.First && t.t.Lower == "when").i;
            return all.LastOrDefault(t => t.End <= opener && t.End >= opener - 1) is { } time ? time with { Since = null, IsBackground = time.IsBackground || time.Since is not null } : null;
        }

        if (clause.Kind != ClauseKind.Relative)
            return null;
        var from = clause.VerbChunk - 1;
        while (from >= 0 && sentence.Chunks[from].Kind != ChunkKind.Relative)
            from--;
        for (var k = from - 1; k >= 0 && sentence.Chunks[k].Kind != ChunkKind.VerbGroup; k--)
        {
            if (sentence.IsNoun(k) && EventWords.Noun(sentence.Head(k)) is not null)
                return OfNoun(k);
        }

        return null;
    }

    /// <summary>The time inside a noun phrase or right behind it: "Monday's drone attack", "an attack on the base on Saturday".</summary>
    internal TimePhrase? OfNoun(int chunk)
    {
        var np = sentence.Chunks[chunk];
        return all.Where(t => !t.IsRank && ((t.First >= np.First - 1 && t.First < np.End) || (t.First >= np.End && IsRun(np.End, t.First)))).OrderBy(t => t.IsPartOfDay).ThenBy(t => t.First).FirstOrDefault();
    }

    /// <summary>The time that opens the clause in which a noun stands before the verb: "Last month, an ambush on the road had cost six lives".</summary>
    internal TimePhrase? Opening(int chunk)
    {
        var at = sentence.Chunks[chunk].First;
        return all.FirstOrDefault(t => !t.IsRank && t.End <= at && Owner(t) is { } owner && owner.Verb.First > at && !owner.IsSpeech());
    }

    /// <summary>
    /// What is told behind "a day after" came that many days before what the sentence tells first; behind "days after" nobody can say when. Null where the token stands behind no such words.
    /// </summary>
    internal (DateOnly? Date, DatePrecision Precision)? BeforeThat(int token, DateOnly? news)
    {
        var tokens = sentence.Tokens;
        if (token < 2 || tokens[token - 1].Lower != "after" || TimeWords.DaysIn(tokens[token - 2].Lower) is not (> 0 and var unit))
            return null;
        var count = token > 2 ? TimeWords.Number(tokens[token - 3].Lower) ?? (tokens[token - 2].Lower is "day" ? 1 : null) : null;
        var main = all.FirstOrDefault(t => t.IsNewsDay && t.End <= token)?.Date ?? news;
        return unit == 1 && count is > 0 and < 31 && main is { } day ? (day.AddDays(-count.Value), count > 1 ? DatePrecision.Around : DatePrecision.Day) : (null, DatePrecision.None);
    }

    private bool IsTold(TimePhrase time)
    {
        if (time.IsRank)
            return false;
        // "shelled the town after Monday's attack" is not of Monday; "vowed revenge after Monday's attack" tells of nothing else.
        if (IsRecalled(time, out _))
            return sentence.Clauses.All(c => EventWords.Verb(c.Lemma) is null && !c.IsHarm());
        return Owner(time) is not { } owner || (!owner.IsSpeech() && owner.Verb.Modal is null && !owner.Verb.IsInfinitive);
    }

    private bool IsRecalled(TimePhrase time, [NotNullWhen(true)] out Clause? recalling)
    {
        recalling = sentence.Clauses.LastOrDefault(c => c.Verb.First < time.First);
        return recalling is not null && sentence.IsRecalled(recalling.VerbChunk, sentence.ChunkAt(time.First));
    }

    // The verb to the left, unless the time stands between the subject and the verb of the next, or opens its clause.
    private Clause? Owner(TimePhrase time)
    {
        // "died after Monday's attack" was hurt on Monday.
        if (IsRecalled(time, out var recalling) && !recalling.IsHarm())
            return null;
        Clause? left = null;
        foreach (var clause in sentence.Clauses)
        {
            // "On Monday, a grenade thrown into a bar wounded two": what only describes the subject is not dated by what opens the sentence.
            if (left is null && clause is { Kind: ClauseKind.Reduced or ClauseKind.Relative, Subject: { } described } && time.End <= sentence.Chunks[described.First].First
                && sentence.Clauses.Any(c => c.VerbChunk > clause.VerbChunk && c.Kind == ClauseKind.Main && c.Subject?.First == described.First))
            {
                continue;
            }

            if (clause.Verb.First >= time.First)
                return left is null || (Opens(time) && StartsClause(time, clause)) || StandsInside(time, left, clause) ? clause : left;
            left = clause;
        }

        return left;
    }

    // Nothing but "on", "late" and the like part the time from a comma, a conjunction or the start; between two commas it only adds to what stands before.
    private bool Opens(TimePhrase time)
    {
        for (var i = time.First - 1; i >= 0; i--)
        {
            var pos = sentence.Tokens[i].Pos;
            if (pos is PartOfSpeech.Comma)
                return time.End >= sentence.Tokens.Length || sentence.Tokens[time.End].Pos != PartOfSpeech.Comma;
            if (pos is PartOfSpeech.Punctuation or PartOfSpeech.Conjunction or PartOfSpeech.Subordinator or PartOfSpeech.Relative or PartOfSpeech.OpenQuote)
                return true;
            if (pos is not (PartOfSpeech.Preposition or PartOfSpeech.Adverb or PartOfSpeech.Adjective or PartOfSpeech.Determiner))
                return false;
        }

        return true;
    }

    // Between the time and the verb stands its subject, or nothing but a comma.
    private bool StartsClause(TimePhrase time, Clause clause) =>
        clause is { Subject: { } subject, Kind: not (ClauseKind.Relative or ClauseKind.Reduced) } && sentence.Chunks[subject.First].First >= time.First - 1 && !HasVerb(time.End, sentence.Chunks[subject.First].First);

    // "after rebels on Monday attacked a base"
    private bool StandsInside(TimePhrase time, Clause left, Clause clause) =>
        clause is { Subject: { } subject, SharesSubject: false, Kind: ClauseKind.Main or ClauseKind.Complement or ClauseKind.Adverbial } && subject.First > left.VerbChunk
        && sentence.Chunks[subject.Last].End <= time.First && left.Object?.Conjuncts.Contains(subject.First) != true && !HasVerb(time.End, clause.Verb.First);

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
