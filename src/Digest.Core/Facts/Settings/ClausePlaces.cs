using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>The places of one sentence, and which clause or noun each belongs to.</summary>
internal sealed class ClausePlaces
{
    private readonly Sentence sentence;
    private readonly ImmutableArray<Chunk> chunks;
    private readonly ImmutableArray<PlacePhrase> all;

    internal ClausePlaces(Sentence sentence)
    {
        (this.sentence, chunks) = (sentence, sentence.Chunks);
        all = [.. new PlacePhrases(sentence).All().Where(p => !IsOrigin(p))];
    }

    internal ImmutableArray<PlacePhrase> All => all;

    /// <summary>The place of a clause: its own, else that of the clauses around it that tell of the same happening.</summary>
    internal PlacePhrase? OfClause(Clause clause)
    {
        foreach (var near in Circle(clause))
        {
            if (Best(Own(near)) is { } place)
                return place;
        }

        return null;
    }

    /// <summary>The place said behind a noun, up to the next verb: "a drone attack on a car in Tank".</summary>
    internal PlacePhrase? OfNoun(int chunk) => Ranked(chunk) ?? Best(all.Where(p => p.First > chunk && IsRun(chunk + 1, p.First)));

    // "hit a stop in Sumy and a shop in Kharkiv, killing three in the first city and two in the second": the first of the places named before.
    private PlacePhrase? Ranked(int chunk)
    {
        if (chunk + 2 >= chunks.Length || chunks[chunk + 1].Kind != ChunkKind.Preposition || sentence.Tokens[chunks[chunk + 1].First].Lower != "in" || chunks[chunk + 2] is not { Kind: ChunkKind.NounPhrase } np || np.End - np.First is not (2 or 3)
            || sentence.Tokens[np.First].Lower != "the" || (np.End - np.First == 3 && sentence.Tokens[np.Head].Lower is not ("city" or "town" or "village" or "place" or "strike" or "attack" or "raid")))
        {
            return null;
        }

        var rank = sentence.Tokens[np.First + 1].Lower switch { "first" or "former" => 0, "second" or "latter" => 1, "third" => 2, _ => -1 };
        var named = all.Where(p => p.Grade == PlaceGrade.Named && p.First < chunk).ToArray();
        return rank >= 0 && rank < named.Length && named.Length > 1 ? named[rank] : null;
    }

    // The clause itself, the one it hangs on ("…, killing four"; "strikes that killed four"), those that hang on it, and "when a bomb went off".
    internal IEnumerable<Clause> Circle(Clause clause)
    {
        yield return clause;
        var clauses = sentence.Clauses;
        var at = clauses.IndexOf(clause);
        var hangs = clause.Kind is ClauseKind.Participial or ClauseKind.Infinitive || clause.SharesSubject || (clause.Kind == ClauseKind.Adverbial && clause.Opener is "when" or "as");
        for (var i = at - 1; hangs && i >= 0; i--)
        {
            if (clauses[i].IsSpeech())
                continue;
            yield return clauses[i];
            if (clauses[i].Kind is not (ClauseKind.Participial or ClauseKind.Infinitive) && !clauses[i].SharesSubject)
                break;
        }

        for (var i = at + 1; i < clauses.Length; i++)
        {
            if (clauses[i].IsSpeech())
                break;
            if (clauses[i].Kind is ClauseKind.Participial || clauses[i].SharesSubject || IsJoined(clauses[i]) || (clauses[i].Kind == ClauseKind.Adverbial && clauses[i].Opener is "when" or "as"))
                yield return clauses[i];
            else if (clauses[i].Kind == ClauseKind.Main)
                break;
        }
    }

    // "Seven were killed and three others were wounded near Tank": what follows "and" happened there too.
    private bool IsJoined(Clause clause) => clause.Subject is { } subject && subject.First > 0 && chunks[subject.First - 1].Kind is ChunkKind.Conjunction or ChunkKind.Comma && clause.Kind == ClauseKind.Main;

    private IEnumerable<PlacePhrase> Own(Clause clause)
    {
        var modifiers = clause.Modifiers.Select(m => m.Chunk).ToHashSet();
        if (clause is { IsPassive: false, Object: { } entered } && PlaceWords.Entering.Contains(clause.Lemma) && new PlacePhrases(sentence).Entered(entered.First) is { Grade: PlaceGrade.Named } there)
            yield return there;
        foreach (var place in all)
        {
            if (IsOfObject(place, clause) || (Enumerable.Range(place.First, place.End - place.First).Any(modifiers.Contains) && (clause.IsHarm() || !sentence.IsRecalled(clause.VerbChunk, place.First))) || IsBeforeVerb(place, clause))
                yield return place;
        }
    }

    // "hit a car in Tebnine and a motorcycle in Jwaya": what stands behind each of the objects.
    private bool IsOfObject(PlacePhrase place, Clause clause) =>
        clause.Object is { Conjuncts.Length: > 1 } objects && place.First > objects.First && place.First < objects.Last && objects.Conjuncts.LastOrDefault(o => o < place.First) is var near && IsRun(near + 1, place.First);

    // "In Tank, a bomb hit a van"; "A drone attack on a car in Tank killed two"; "strikes south of Baghdad that killed eight".
    private bool IsBeforeVerb(PlacePhrase place, Clause clause)
    {
        if (place.End > clause.VerbChunk || clause.SharesSubject || clause.Kind is ClauseKind.Participial or ClauseKind.Infinitive)
            return false;
        // "the monastery, in the township of Depayin, was bombed"
        if (clause.Subject is { } before && place.First == before.Last + 2 && chunks[place.First - 1].Kind == ChunkKind.Comma && place.End < chunks.Length && chunks[place.End].Kind == ChunkKind.Comma && place.End + 1 == clause.VerbChunk)
            return true;
        if (clause.Subject is { } subject && (place.First > subject.First || subject.First < place.End))
            return IsRun(Math.Min(subject.First + 1, place.First), place.First);
        // "killed two in Gao and a bomber struck a gate": what stands right behind a noun or a verb belongs to it.
        if (place.First > 0 && chunks[place.First - 1] is { IsTime: false, Kind: ChunkKind.NounPhrase or ChunkKind.VerbGroup })
            return false;
        // "In Masisi, a grenade thrown into a bar wounded 11": what stands inside the subject parts nothing.
        for (var k = place.End; k < (clause.Subject is { } own && own.First > place.End ? own.First : clause.VerbChunk); k++)
        {
            if (chunks[k].Kind is ChunkKind.VerbGroup or ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.Break)
                return false;
        }

        return true;
    }

    // "jets from a base in Jordan": where they started, not where they struck.
    private bool IsOrigin(PlacePhrase place) =>
        place.First >= 2 && chunks[place.First - 1].Kind == ChunkKind.NounPhrase && chunks[place.First - 2].Kind == ChunkKind.Preposition && sentence.Tokens[chunks[place.First - 2].First].Lower == "from"
        && sentence.Tokens[chunks[place.First - 1].Head].Lower is "base" or "bases" or "airbase" or "airbases" or "airfield" or "airfields" or "carrier" or "ship" or "ships" or "warship" or "warships" or "territory";

    // Nothing but noun phrases and prepositions from one chunk to the other: the words behind a noun that belong to it.
    private bool IsRun(int from, int to)
    {
        for (var k = from; k < to; k++)
        {
            if (chunks[k].Kind is ChunkKind.VerbGroup or ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.Break or ChunkKind.Comma or ChunkKind.CloseQuote)
                return false;
        }

        return true;
    }

    private static PlacePhrase? Best(IEnumerable<PlacePhrase> places) => places.OrderByDescending(p => p.Grade).ThenBy(p => p.First).FirstOrDefault();
}
