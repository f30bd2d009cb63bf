using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Counts whose harm the words before them tell: "nine soldiers were killed; the army speaks of seven", "the council says 19 died; the army says nine fighters did".
/// </summary>
internal static class Ellipsis
{
    /// <param name="read">The mentions of the sentence read so far.</param>
    /// <param name="told">The harm the sentences before told of last; null where they told of none.</param>
    internal static IEnumerable<HarmMention> Read(Sentence sentence, IReadOnlyList<HarmMention> read, HarmEffect? told)
    {
        var chunks = sentence.Chunks;
        var found = new List<HarmMention>();
        foreach (var clause in sentence.Clauses)
        {
            if (NotSaved(sentence, clause, told) is { } lost && HeadCount.Of(sentence, lost) is { } dead && !read.Any(m => m.Chunk == lost) && Harmed.CanBe(sentence, lost, dead, peopleOnly: true))
                found.Add(new HarmMention(sentence, HarmEffect.Killed, dead, lost, clause.Verb.Head, clause));
            if (clause.Verb.IsNegated || clause.Verb.Modal is not null || (Before(read, chunks, clause.VerbChunk) ?? told) is not { } effect)
                continue;
            if (Counted(sentence, clause) is { } chunk && !read.Any(m => m.Chunk == chunk) && HeadCount.Of(sentence, chunk) is { IsNumbered: true } count)
                found.Add(new HarmMention(sentence, effect, count, chunk, clause.Verb.Head, clause) { IsPartial = IsRest(sentence, clause) });
        }

        // "41 have been killed this year, against 28 in the same period of 2024"
        for (var k = 1; k + 2 < chunks.Length; k++)
        {
            if (sentence.Tokens[chunks[k].First].Lower == "against" && IsBare(sentence, k + 1) && sentence.Tokens[chunks[k + 2].First].Lower is "in" or "during" or "over" or "for" && k + 3 < chunks.Length && chunks[k + 3].IsTime &&
                read.LastOrDefault(m => m.Chunk < k && !m.IsPartial) is { } figure && HeadCount.Of(sentence, k + 1) is { } other)
                found.Add(figure with { Count = other, Chunk = k + 1, Trigger = chunks[k].First });
        }

        return found;
    }

    /// <summary>The chunk of whom a clause says that they did not live: "three did not survive", "doctors could not save his wife".</summary>
    private static int? NotSaved(Sentence sentence, Clause clause, HarmEffect? told)
    {
        if (!clause.Verb.IsNegated)
            return null;
        if (clause.Lemma == "survive" && clause.Verb.Modal is null && clause.Object is null && clause.Subject is { } gone && (PersonNouns.Is(sentence.Head(gone.First)) || (IsBare(sentence, gone.First) && (told is not null || sentence.Tokens[..sentence.Chunks[gone.First].First].Any(PersonNouns.Is)))))
            return gone.First;
        return clause.Lemma == "save" && clause.Verb.Modal is "could" or "can" && clause.Object is { } patient && clause.Subject is { } s && sentence.Head(s.First).Lower is "doctors" or "medics" or "surgeons" or "rescuers" or "paramedics" or "nurses" or "physicians" ? patient.First : null;
    }

    private static HarmEffect? Before(IReadOnlyList<HarmMention> read, System.Collections.Immutable.ImmutableArray<Chunk> chunks, int verb) =>
        read.Where(m => m.Chunk < verb && chunks[m.Chunk].End <= chunks[verb].First).MaxBy(m => m.Chunk)?.Effect;

    /// <summary>The chunk of the number that a clause leaves without its harm; null where it leaves none.</summary>
    private static int? Counted(Sentence sentence, Clause clause)
    {
        var tokens = sentence.Tokens;
        var end = clause.Verb.End;
        switch (clause.Lemma)
        {
            // "the army speaks of seven"
            case "speak" or "talk" when clause.Modifiers.FirstOrDefault(m => m.Preposition == "of") is { } of && IsBare(sentence, of.Object.First):
                return of.Object.First;
            // "it had counted six at sundown", "we have picked up 26 so far"
            case "count" or "collect" or "recover" or "find" or "retrieve" or "pick" when !clause.IsPassive && clause.Object is { } counted && IsBare(sentence, counted.First):
                return counted.First;
            // "the army says nine fighters did"
            case "do" when clause.Object is null && clause.Subject is { } doer && (end >= tokens.Length || !tokens[end].IsWord) && Harmed.IsPeople(sentence, doer.First, HeadCount.Of(sentence, doer.First) ?? Nobody):
                return doer.First;
            // "other reports say 25", "the ministry put it at nine"
            case "say" when !clause.IsPassive && clause.Object is { } said && IsBare(sentence, said.First) && (sentence.Chunks[said.First].End >= tokens.Length || !tokens[sentence.Chunks[said.First].End].IsWord):
                return said.First;
            case "put" or "place" when clause.Object is { } pronoun && sentence.Head(pronoun.First).Lower == "it" && clause.Modifiers.FirstOrDefault(m => m.Preposition == "at") is { } at && IsBare(sentence, at.Object.First):
                return at.Object.First;
            // "now says it was about 30"
            case "be" when clause.Object is { } sum && clause.Subject is { } it && sentence.Head(it.First).Lower == "it" && IsBare(sentence, sum.First) && (sentence.Chunks[sum.First].End >= tokens.Length || !tokens[sentence.Chunks[sum.First].End].IsWord):
                return sum.First;
            // "I can name four who are gone"
            case "go" when clause.Kind == ClauseKind.Relative && clause.Subject is { } gone && IsBare(sentence, gone.First) && (end >= tokens.Length || !tokens[end].IsWord):
                return gone.First;
            default:
                return null;
        }
    }

    private static readonly HeadCount Nobody = new(default, null, 0, 0, 0, false, false);

    private static bool IsRest(Sentence sentence, Clause clause) => clause.Kind == ClauseKind.Relative && sentence.Tokens[clause.Verb.Head].Lower == "gone";

    private static bool IsBare(Sentence sentence, int chunk) =>
        HeadCount.Of(sentence, chunk) is { IsNumbered: true, IsDefinite: false } count && count.NounFirst >= count.NounEnd && sentence.Tokens[sentence.Chunks[chunk].First..sentence.Chunks[chunk].End].Any(t => t.Pos == PartOfSpeech.Number);
}
