using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Counts whose harm the words before them tell: "nine soldiers were killed; the army speaks of seven", "other reports say 25", "the council says 19 died; the army says nine fighters did",
/// "the policemen killed there were three". A number with its own noun or verb counts something else, and without harm told before nothing is read.
/// </summary>
internal static class Ellipsis
{
    private static readonly HeadCount Nobody = new(default, null, 0, 0, 0, false, false);

    /// <param name="read">The mentions of the sentence read so far.</param>
    /// <param name="told">The harm the sentences before told of last; null where they told of none.</param>
    internal static IEnumerable<HarmMention> Read(Sentence sentence, IReadOnlyList<HarmMention> read, HarmEffect? told)
    {
        foreach (var clause in sentence.Clauses)
        {
            if (NotSaved(sentence, clause, told) is { } lost && HeadCount.Of(sentence, lost) is { } dead && !read.Any(m => m.Chunk == lost) && Harmed.CanBe(sentence, lost, dead, peopleOnly: true))
                yield return new HarmMention(sentence, HarmEffect.Killed, dead, lost, clause.Verb.Head, clause);
            if (clause.Verb.IsNegated || clause.Verb.Modal is not null)
                continue;
            var before = read.Where(m => m.Chunk < clause.VerbChunk && sentence.Chunks[m.Chunk].End <= clause.Verb.First).MaxBy(m => m.Chunk)?.Effect;
            if ((before ?? told ?? HarmOfSubject(sentence, clause)) is { } effect && Counted(sentence, clause) is { } chunk && !read.Any(m => m.Chunk == chunk) && HeadCount.Of(sentence, chunk) is { IsNumbered: true } count)
                yield return new HarmMention(sentence, effect, count, chunk, clause.Verb.Head, clause);
        }

        foreach (var mention in Compared(sentence, read).Concat(Shared(sentence, read)))
            yield return mention;
    }

    // "The mayor spoke of 27 dead, a teacher of 30", "police put the toll at 11, residents at 26": the verb and its preposition serve for a second speaker.
    private static IEnumerable<HarmMention> Shared(Sentence sentence, IReadOnlyList<HarmMention> read)
    {
        var (tokens, chunks) = (sentence.Tokens, sentence.Chunks);
        for (var k = 3; k < chunks.Length; k++)
        {
            if (!IsBare(sentence, k) || chunks[k - 1].Kind != ChunkKind.Preposition || tokens[chunks[k - 1].First].Lower is not ("of" or "at" or "to") || chunks[k - 2] is not { Kind: ChunkKind.NounPhrase, IsTime: false } || chunks[k - 3].Kind is not (ChunkKind.Comma or ChunkKind.Conjunction or ChunkKind.Break)
                || !EndsClause(sentence, chunks[k].End, orJoins: true) || read.Any(m => m.Chunk == k) || !(MentionReader.IsBody(sentence.Head(k - 2).Lower) || MentionReader.IsRole(sentence.Head(k - 2).Lower) || PersonNouns.Is(sentence.Head(k - 2))))
            {
                continue;
            }

            var first = read.LastOrDefault(m => m.Chunk < k - 2 && m.Chunk > 0 && !m.IsPartial && tokens[chunks[m.Chunk - 1].First].Lower == tokens[chunks[k - 1].First].Lower);
            if (first is not null && HeadCount.Of(sentence, k) is { } count && sentence.Clauses.Any(c => c.VerbChunk < first.Chunk && c.Lemma is "speak" or "talk" or "tell" or "put" or "place" or "raise" or "estimate"))
                yield return first with { Count = count, Chunk = k, Trigger = chunks[k].First, Clause = null, Teller = k - 2 };
        }
    }

    // "41 have been killed this year, against 28 in the same period of 2024", "112 rebels have been killed, against eleven soldiers"
    private static IEnumerable<HarmMention> Compared(Sentence sentence, IReadOnlyList<HarmMention> read)
    {
        var (tokens, chunks) = (sentence.Tokens, sentence.Chunks);
        for (var k = 1; k + 1 < chunks.Length; k++)
        {
            if (tokens[chunks[k].First].Lower != "against" || read.LastOrDefault(m => m.Chunk < k && !m.IsPartial) is not { } figure || read.Any(m => m.Chunk == k + 1) || HeadCount.Of(sentence, k + 1) is not { IsNumbered: true, IsDefinite: false } other)
                continue;
            var period = IsBare(sentence, k + 1) && k + 3 < chunks.Length && tokens[chunks[k + 2].First].Lower is "in" or "during" or "over" or "for" && chunks[k + 3].IsTime;
            var side = chunks[k - 1].Kind == ChunkKind.Comma && tokens[chunks[k + 1].First].Pos == PartOfSpeech.Number && Harmed.IsPersonWord(sentence.Head(k + 1));
            if (period || side)
                yield return figure with { Count = other, Chunk = k + 1, Trigger = chunks[k].First };
        }
    }

    /// <summary>The chunk of whom a clause says that they did not live: "three did not survive", "who did not survive his injuries", "doctors could not save his wife".</summary>
    private static int? NotSaved(Sentence sentence, Clause clause, HarmEffect? told)
    {
        if (!clause.Verb.IsNegated)
            return null;
        if (clause.Lemma == "survive" && clause.Verb.Modal is null && clause.Subject is { } gone && (clause.Object is not { } survived || Idioms.IsInjury(sentence, survived.First)) &&
            ((!IsBare(sentence, gone.First) && IsPeople(sentence, gone.First)) || (IsBare(sentence, gone.First) && (told is not null || sentence.Tokens[..sentence.Chunks[gone.First].First].Any(PersonNouns.Is)))))
            return gone.First;
        return clause.Lemma == "save" && clause.Verb.Modal is "could" or "can" && clause.Object is { } patient && clause.Subject is { } s && sentence.Head(s.First).Lower is "doctors" or "medics" or "surgeons" or "rescuers" or "paramedics" or "nurses" or "physicians" ? patient.First : null;
    }

    // "The policemen killed in Tocache were three": the harm stands in a participle behind the subject.
    private static HarmEffect? HarmOfSubject(Sentence sentence, Clause clause)
    {
        if (clause.Lemma != "be" || clause.Subject is not { } subject)
            return null;
        var reduced = sentence.Clauses.FirstOrDefault(c => c.Kind == ClauseKind.Reduced && c.IsPassive && c.Subject is { } s && s.First == subject.First && c.VerbChunk < clause.VerbChunk);
        return reduced is null ? null : HarmLexicon.Verb(reduced.Lemma)?.Effect;
    }

    /// <summary>The chunk of the number that a clause leaves without its harm; null where it leaves none.</summary>
    private static int? Counted(Sentence sentence, Clause clause)
    {
        switch (clause.Lemma)
        {
            // "the army speaks of seven"
            case "speak" or "talk" when clause.Modifiers.FirstOrDefault(m => m.Preposition == "of") is { } of && IsBare(sentence, of.Object.First):
                return of.Object.First;
            // "it had counted six at sundown", "we have picked up 26 so far", "reporters saw only eleven"
            case "count" or "collect" or "recover" or "find" or "retrieve" or "pick" or "see" when !clause.IsPassive && clause.Object is { } counted && IsBare(sentence, counted.First):
                return counted.First;
            // "the mayor gave 21, citing a pastor"; what is given to somebody is no count.
            case "give" when !clause.IsPassive && clause.Object is { } given && IsBare(sentence, given.First) && EndsClause(sentence, sentence.Chunks[given.First].End):
                return given.First;
            // "the army says nine fighters did"
            case "do" when clause.Object is null && clause.Subject is { } doer && EndsClause(sentence, clause.Verb.End) && IsPeople(sentence, doer.First):
                return doer.First;
            // "other reports say 25", "the ministry put it at nine"
            case "say" when !clause.IsPassive && clause.Object is { } said && IsBare(sentence, said.First) && EndsClause(sentence, sentence.Chunks[said.First].End):
                return said.First;
            case "put" or "place" when clause.Object is { } pronoun && sentence.Head(pronoun.First).Lower == "it" && clause.Modifiers.FirstOrDefault(m => m.Preposition == "at") is { } at && IsBare(sentence, at.Object.First):
                return at.Object.First;
            // "now says it was about 30", "the policemen killed were three"
            case "be" when clause.Object is { } sum && clause.Subject is { } it && (sentence.Head(it.First).Lower == "it" || HarmOfSubject(sentence, clause) is not null) && IsBare(sentence, sum.First) && EndsClause(sentence, sentence.Chunks[sum.First].End, orJoins: true):
                return sum.First;
            // "I can name four who are gone", "three of my friends are gone": be, not have, tells what became of them.
            case "go" when clause.Subject is { } gone && clause.Object is null && clause.Modifiers.IsEmpty && sentence.Tokens[clause.Verb.First].Lower is "are" or "is" && sentence.Tokens[clause.Verb.Head].Lower == "gone" && EndsClause(sentence, clause.Verb.End) &&
                HeadCount.Of(sentence, gone.First) is { IsNumbered: true } missed && (IsBare(sentence, gone.First) || IsPeople(sentence, gone.First) || missed.IsPartOfGroup):
                return gone.First;
            default:
                return null;
        }
    }

    private static bool EndsClause(Sentence sentence, int token, bool orJoins = false) =>
        token >= sentence.Tokens.Length || !sentence.Tokens[token].IsWord || (orJoins && sentence.Tokens[token].Pos == PartOfSpeech.Conjunction);

    private static bool IsPeople(Sentence sentence, int chunk) => Harmed.IsPeople(sentence, chunk, HeadCount.Of(sentence, chunk) ?? Nobody);

    private static bool IsBare(Sentence sentence, int chunk) =>
        HeadCount.Of(sentence, chunk) is { IsNumbered: true, IsDefinite: false } count && count.NounFirst >= count.NounEnd && sentence.Tokens[sentence.Chunks[chunk].First..sentence.Chunks[chunk].End].Any(t => t.Pos == PartOfSpeech.Number);
}
