using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Figures given through a toll: "the death toll rose to 14 from 9", "put the number of wounded at two", "a toll of two martyrs and four wounded".</summary>
internal static class TollPhrases
{
    /// <param name="told">The harm the sentences before told of last: what "the number" and "a figure of 34" count; null where they told of none.</param>
    internal static IEnumerable<HarmMention> Read(Sentence sentence, HarmEffect? told)
    {
        var chunks = sentence.Chunks;
        for (var i = 0; i < chunks.Length; i++)
        {
            if (chunks[i].Kind != ChunkKind.NounPhrase || (EffectOf(sentence, i) ?? InContext(sentence, i, told)) is not { } effect)
                continue;
            foreach (var mention in Figures(sentence, i, effect))
                yield return mention;
        }
    }

    /// <summary>The effect a toll noun phrase counts, or null if it is none.</summary>
    private static HarmEffect? EffectOf(Sentence sentence, int chunk)
    {
        var tokens = sentence.Tokens;
        var phrase = sentence.Chunks[chunk];
        var head = tokens[phrase.Head].Lower;
        if (head is "toll" or "tally" or "tolls")
        {
            for (var k = phrase.First; k < phrase.Head; k++)
            {
                if (tokens[k].Lower is "injury" or "injured" or "wounded")
                    return HarmEffect.Wounded;
            }

            return HarmEffect.Killed;
        }

        // "put its own losses at 13", "put deaths on its side at 10", "the dead now number 83": what is counted is itself the toll.
        if (CountedAsToll(sentence, chunk) is { } counted)
            return counted;
        // "had put the dead at 11"
        if (head is "dead" or "killed" && tokens[phrase.First].Lower == "the" && phrase.First > 0 && tokens[phrase.First - 1].Lemma is "put" or "place" && phrase.End < tokens.Length && tokens[phrase.End].Lower == "at")
            return HarmEffect.Killed;
        if (head is "wounded" or "injured" && tokens[phrase.First].Lower == "the" && phrase.First > 0 && tokens[phrase.First - 1].Lemma is "put" or "place" && phrase.End < tokens.Length && tokens[phrase.End].Lower == "at")
            return HarmEffect.Wounded;
        if (head is not ("number" or "count" or "figure" or "total"))
            return null;
        if (phrase.Head > phrase.First && tokens[phrase.Head - 1].Lower is "death" or "body" or "casualty" && head is "count" or "total" or "tally" or "figure" or "number")
            return HarmEffect.Killed;
        for (var k = phrase.End; k < Math.Min(tokens.Length, phrase.End + 6); k++)
        {
            if (tokens[k].Pos is PartOfSpeech.Comma or PartOfSpeech.Punctuation)
                return null;
            if (tokens[k].Lower is "deaths" or "fatalities" or "martyrs" or "victims" or "dying" or "bodies" or "corpses" || HarmLexicon.State(tokens[k]) == HarmEffect.Killed)
                return HarmEffect.Killed;
            if (tokens[k].Lower is "wounded" or "injured" or "injuries" or "hurt")
                return HarmEffect.Wounded;
            if (tokens[k].Lower is "missing")
                return HarmEffect.Missing;
        }

        return null;
    }

    // "which had earlier given the number as ten", "an official gave a figure of 34", "last year the figure was 219": the harm just told of; "the number of displaced" counts its own.
    private static HarmEffect? InContext(Sentence sentence, int chunk, HarmEffect? told)
    {
        var tokens = sentence.Tokens;
        var phrase = sentence.Chunks[chunk];
        if (tokens[phrase.Head].Lower is not ("number" or "figure" or "count" or "tally") || !tokens[phrase.First..phrase.Head].All(t => t.Pos is PartOfSpeech.Determiner or PartOfSpeech.PossessivePronoun || Qualifiers.Contains(t.Lower)))
            return null;
        var next = phrase.End;
        if (next >= tokens.Length || (tokens[next].Lower == "of" && NumberReader.At(tokens, Math.Min(next + 1, tokens.Length - 1)) is null))
            return null;
        for (var k = phrase.First - 1; k >= 0; k--)
        {
            if (HarmLexicon.State(tokens[k]) is { } state)
                return state;
            if (tokens[k].IsVerb && HarmLexicon.Verb(tokens[k].Lemma) is { } verb)
                return verb.Effect;
            if (HarmLexicon.Noun(tokens[k]) is { } noun)
                return noun.Effect;
        }

        return told;
    }

    /// <summary>What a figure is called beside another of the same harm: "the final count", "a lower figure".</summary>
    private static readonly FrozenSet<string> Qualifiers = WordList.Read("Facts/Casualties/tollqualifiers.words.txt");

    private static HarmEffect? CountedAsToll(Sentence sentence, int chunk)
    {
        var tokens = sentence.Tokens;
        var phrase = sentence.Chunks[chunk];
        HarmEffect? effect = tokens[phrase.Head].Lower switch
        {
            "dead" or "deaths" or "losses" or "fatalities" or "killed" => HarmEffect.Killed,
            "wounded" or "injured" or "injuries" => HarmEffect.Wounded,
            "missing" => HarmEffect.Missing,
            "kidnapped" or "abducted" or "captives" or "hostages" => HarmEffect.Captured,
            _ => null,
        };
        // "put those held by the rebels at two", "put those killed at nine"
        if (tokens[phrase.Head].Lower == "those" && phrase.End < tokens.Length)
            effect = tokens[phrase.End].Lower is "held" or "taken" ? HarmEffect.Captured : HarmLexicon.State(tokens[phrase.End]);
        if (effect is null || tokens[phrase.First..phrase.End].Any(t => t.Pos == PartOfSpeech.Number))
            return null;
        foreach (var clause in sentence.Clauses)
        {
            if (clause.Object is { } o && o.First == chunk && clause.Lemma is "put" or "place" or "estimate" && clause.Modifiers.Any(m => m.Preposition == "at"))
                return effect;
            if (clause.Subject is { } s && s.First == chunk && (clause.Lemma is "number" or "total" || (clause.Lemma is "stand" && clause.Modifiers.Any(m => m.Preposition == "at")) || (clause.Lemma == "be" && tokens[phrase.Head].Lower is "losses" or "deaths" or "fatalities" && IsBareNumber(sentence, clause.VerbChunk + 1))))
                return effect;
        }

        return null;
    }

    private static bool IsBareNumber(Sentence sentence, int chunk) =>
        chunk < sentence.Chunks.Length && HeadCount.Of(sentence, chunk) is { IsNumbered: true } count && count.NounFirst >= count.NounEnd;

    // "brings to 107 the number of peasants killed": the figure stands before the toll.
    private static HarmMention? Before(Sentence sentence, int toll, HarmEffect effect)
    {
        var (tokens, chunks) = (sentence.Tokens, sentence.Chunks);
        return toll >= 3 && tokens[chunks[toll - 2].First].Lower == "to" && chunks[toll - 3].Kind == ChunkKind.VerbGroup && tokens[chunks[toll - 3].Head].Lemma is "bring" or "take" or "raise" or "push" or "lift" && IsBareNumber(sentence, toll - 1)
            ? new HarmMention(sentence, effect, HeadCount.Of(sentence, toll - 1)!, toll - 1, chunks[toll].Head, null) : null;
    }

    private static IEnumerable<HarmMention> Figures(Sentence sentence, int toll, HarmEffect effect)
    {
        var tokens = sentence.Tokens;
        var chunks = sentence.Chunks;
        var superseded = IsOld(sentence, toll);
        if (Before(sentence, toll, effect) is { } preceding)
        {
            yield return preceding;
            yield break;
        }

        // Figures stand behind: "of 18", "rose to 14", "at nine", "as ten"; "from 9", "up from 9", "not seven" are the ones replaced.
        var last = effect;
        var any = false;
        for (var k = toll + 1; k < chunks.Length; k++)
        {
            var chunk = chunks[k];
            // "the number killed in clashes which grew out of protests rose to five"
            if (chunk.Kind is ChunkKind.Relative && !any && Rises(sentence, k) is > 0 and var rises)
            {
                k = rises;
                continue;
            }

            if (chunk.Kind is ChunkKind.Relative || (chunk.Kind == ChunkKind.Subordinator && any) || chunk.Kind == ChunkKind.Break || (chunk.Kind == ChunkKind.CloseQuote && any))
                yield break;
            // "a surgeon confirmed that figure, saying it had received 11 bodies"
            if (!any && (IsToCome(sentence, k) || (k > 0 && chunks[k - 1].Kind == ChunkKind.Comma && !(k + 1 < chunks.Length && IsBareNumber(sentence, k + 1)) && sentence.Clauses.Any(c => c.VerbChunk == k && c.Kind == ClauseKind.Participial && c.IsSpeech()))))
                yield break;
            if (chunk.Kind == ChunkKind.VerbGroup && any && !(tokens[chunk.Head].Lower is "wounded" or "injured" or "killed"))
                yield break;
            if (chunk.Kind != ChunkKind.NounPhrase || chunk.IsTime || HeadCount.Of(sentence, k) is not { IsNumbered: true } count || !HasFigure(sentence, count, k))
                continue;
            var own = OwnEffect(sentence, k);
            var person = chunk.Head >= count.NounFirst && (PersonNouns.Is(tokens[chunk.Head]) || own is not null);
            var bare = chunk.Head < count.NounFirst || tokens[chunk.Head].Pos == PartOfSpeech.Number;
            // It put the number of dead at "over forty".
            var g = k > 0 && chunks[k - 1].Kind == ChunkKind.OpenQuote ? k - 2 : k - 1;
            var governor = g >= 0 ? tokens[chunks[g].First].Lower : "";
            if (!person && !bare)
                continue;
            if (!any && !(governor is "to" or "at" or "of" or "as" or "than" or "from" or "past" or "above" or "over" or "is" or "was" || chunks[g].Kind == ChunkKind.VerbGroup || governor is ":" or "not" || Passes(governor) || IsApposed(chunks, k, bare)))
                continue;
            // "at 11 at midday, and at six before that"
            var before = any && bare && governor == "at" && chunk.End + 1 < tokens.Length && tokens[chunk.End].Lower is "before" or "earlier";
            if (any && !before && !(governor is "and" or "," or "from" or "not" or "against" || chunks[k - 1].Kind is ChunkKind.Conjunction or ChunkKind.Comma or ChunkKind.Adverb or ChunkKind.Other))
                continue;
            if (any && bare && governor is "and" or "," && own is null && !(k + 1 < chunks.Length && HarmLexicon.State(tokens[chunks[k].End]) is not null))
                continue;
            // "a war monitor said", "and a parish priest said": somebody who speaks is not counted.
            if (person && Harmed.Speaks(sentence, k))
                yield break;
            if (governor is "passes" or "tops" or "exceeds" or "surpasses" or "crosses" || tokens[chunks[g].Head].Lemma is "pass" or "top" or "exceed" or "surpass" && chunks[g].Kind == ChunkKind.VerbGroup)
                count = count with { Count = CountRange.AtLeast(count.Count.Min ?? count.Count.Max ?? 0) };
            if (Nears(tokens[chunks[g].Head]))
                count = count with { Count = CountRange.UpTo(count.Count.Max ?? count.Count.Min ?? 0) };
            // "… killed, from 50 to 120": the one figure gives way to the other; "numbers killed range from one to eight" gives both.
            if ((bare || own is not null) && governor == "from" && count.Count is { Min: { } low, Max: { } high } && low < high && !(g > 0 && tokens[chunks[g - 1].Head].Lemma is "range" or "vary" or "differ"))
            {
                yield return new HarmMention(sentence, effect, count with { Count = CountRange.Exactly(low) }, k, chunks[toll].Head, null) { Status = FigureStatus.Superseded };
                yield return new HarmMention(sentence, effect, count with { Count = CountRange.Exactly(high), First = chunk.End - 1 }, k, chunks[toll].Head, null) { IsSecondOfPair = true };
                yield break;
            }

            var old = superseded || before || (governor == "from" && count.Count.IsExact) || governor == "not" || IsNegatedBefore(tokens, chunk.First);
            if (count.Count is { Max: 0 })
                yield break; // "put the number of dead at zero" tells of nobody
            last = own ?? (person && governor is "and" or "," ? last : governor is "from" or "not" or "against" ? last : effect);
            any = true;
            yield return new HarmMention(sentence, last, count, k, chunks[toll].Head, null) { Status = old ? FigureStatus.Superseded : FigureStatus.Current };
        }
    }

    // The verb of the toll behind a relative clause, if the next word tells where it went; else 0.
    private static int Rises(Sentence sentence, int relative)
    {
        for (var k = relative + 1; k + 1 < sentence.Chunks.Length; k++)
        {
            if (sentence.Chunks[k].Kind == ChunkKind.VerbGroup && sentence.Tokens[sentence.Chunks[k].Head].Lemma is "rise" or "climb" or "grow" or "increase" or "jump" or "stand" or "go" && sentence.Tokens[sentence.Chunks[k + 1].First].Lower is "to" or "at")
                return k;
        }

        return 0;
    }

    // "the toll could rise to 20", "is expected to pass 100": what may come is no figure; "may have reached 40" is.
    private static bool IsToCome(Sentence sentence, int chunk)
    {
        var (tokens, verb) = (sentence.Tokens, sentence.Chunks[chunk]);
        if (verb.Kind != ChunkKind.VerbGroup || tokens[verb.Head].Lemma is not ("rise" or "climb" or "grow" or "increase" or "go" or "reach" or "jump" or "exceed" or "pass" or "top" or "hit" or "double" or "surpass" or "near" or "approach") || tokens[verb.First..verb.Head].Any(t => t.Lemma == "have"))
            return false;
        return verb.Modal is not null || (verb.IsInfinitive && chunk > 0 && tokens[verb.First - 1].Lemma is "expect" or "likely" or "fear" or "bind" or "set" or "project" or "sure" or "certain" or "due" or "threaten");
    }

    // "The toll we first gave, three, was …"
    private static bool IsApposed(ImmutableArray<Chunk> chunks, int figure, bool bare) =>
        bare && figure + 1 < chunks.Length && chunks[figure - 1].Kind == ChunkKind.Comma && chunks[figure + 1].Kind == ChunkKind.Comma;

    private static bool Nears(Token verb) => verb.Lemma is "near" or "approach";

    private static bool Passes(string governor) => governor is "passes" or "tops" or "exceeds" or "surpasses" or "crosses" or "nears" or "hits" or "reaches";

    private static bool HasFigure(Sentence sentence, HeadCount count, int chunk) =>
        count.Count is not { Min: 1, Max: 1 } || Enumerable.Range(count.First, Math.Max(0, sentence.Chunks[chunk].End - count.First)).Any(t => sentence.Tokens[t].Lower is "one" or "1" or "a" or "an");

    // "three martyrs", "18 dead", "11 people wounded"
    private static HarmEffect? OwnEffect(Sentence sentence, int chunk)
    {
        var tokens = sentence.Tokens;
        var end = sentence.Chunks[chunk].End;
        if (HarmLexicon.Noun(tokens[sentence.Chunks[chunk].Head]) is var (effect, _))
            return effect;
        // "at least 10 others seriously injured"
        while (end < tokens.Length && tokens[end].Pos == PartOfSpeech.Adverb)
            end++;
        return end < tokens.Length ? HarmLexicon.State(tokens[end]) : null;
    }

    private static bool IsNegatedBefore(ImmutableArray<Token> tokens, int at) => at > 0 && tokens[at - 1].Lower == "not";

    // "the provisional toll is 15": it holds until another is given.
    private static bool IsStill(Sentence sentence, int toll) =>
        sentence.Clauses.Any(c => c.Subject is { } s && s.First == toll && c.Lemma is "be" or "stand" && sentence.Tokens[c.Verb.First].Lower is "is" or "stands" or "remains");

    // "an initial toll", "had initially put the number", "an earlier toll", "until then given the toll as"
    private static bool IsOld(Sentence sentence, int toll)
    {
        var tokens = sentence.Tokens;
        var phrase = sentence.Chunks[toll];
        for (var k = phrase.First; k < phrase.End; k++)
        {
            if (tokens[k].Lower is "initial" or "earlier" or "previous" or "first" || (tokens[k].Lower is "provisional" or "preliminary" && !IsStill(sentence, toll)))
                return true;
        }

        return FigureHistory.IsEarlierToll(sentence, phrase.First);
    }
}
