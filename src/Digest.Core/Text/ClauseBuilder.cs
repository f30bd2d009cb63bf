using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Digest.Text;

/// <summary>
/// Finds, for each verb group of a sentence, its subject, object and modifiers: a shallow dependency analysis by the order of phrases, the way a reader scans
/// ("the noun phrase before the verb that no preposition governs").
/// </summary>
internal sealed partial class ClauseBuilder
{
    /// <summary>Verbs that take a clause: the noun phrase behind one may be the subject of the next verb ("said two men died").</summary>
    private static readonly FrozenSet<string> ComplementTaking = new[]
    {
        "say", "believe", "report", "claim", "confirm", "announce", "add", "think", "fear", "state", "estimate", "show", "indicate", "mean", "allege", "insist", "note", "warn", "know", "hear", "tell", "declare", "deny",
        "see", "find", "suggest", "assert", "maintain", "admit", "acknowledge", "reveal", "write", "argue", "hope", "understand", "learn", "explain", "stress", "conclude",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Intransitive = WordList.Read("Text/Lexicon/intransitive.words.txt");

    /// <summary>Verbs of saying whose subject may stand behind them after a quotation or comma.</summary>
    private static readonly FrozenSet<string> Inverting = new[]
    {
        "say", "add", "write", "tweet", "report", "announce", "note", "claim", "explain", "warn", "state", "declare", "insist", "argue", "ask", "reply", "recall", "continue", "conclude", "confirm", "acknowledge",
        "shout", "post", "quote", "remark", "respond", "assert", "observe", "maintain", "admit", "vow", "complain", "urge", "stress", "predict",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly ImmutableArray<Token> tokens;
    private readonly ImmutableArray<Chunk> chunks;
    private readonly int[] subjectOf;     // verb chunk -> head chunk of its subject, or -1
    private readonly bool[] shared;       // verb chunk -> subject shared with an earlier verb
    private readonly ClauseKind[] kinds;
    private readonly bool[] passive;
    private readonly bool[] finite;
    private readonly int[] opener;
    private readonly bool[] inverted;     // verb chunk -> its subject stands behind it

    private ClauseBuilder(ImmutableArray<Token> tokens, ImmutableArray<Chunk> chunks)
    {
        (this.tokens, this.chunks) = (tokens, chunks);
        subjectOf = new int[chunks.Length];
        shared = new bool[chunks.Length];
        kinds = new ClauseKind[chunks.Length];
        passive = new bool[chunks.Length];
        finite = new bool[chunks.Length];
        opener = new int[chunks.Length];
        inverted = new bool[chunks.Length];
        Array.Fill(subjectOf, -1);
        Array.Fill(opener, -1);
    }

    internal static ImmutableArray<Clause> Build(ImmutableArray<Token> tokens, ImmutableArray<Chunk> chunks) => new ClauseBuilder(tokens, chunks).Build();

    private ImmutableArray<Clause> Build()
    {
        var verbs = Enumerable.Range(0, chunks.Length).Where(i => chunks[i].Kind == ChunkKind.VerbGroup).ToArray();
        foreach (var v in verbs)
            finite[v] = !chunks[v].IsInfinitive && !chunks[v].IsGerund && !chunks[v].IsBareParticiple;
        foreach (var v in verbs)
            Resolve(v);

        var clauses = ImmutableArray.CreateBuilder<Clause>(verbs.Length);
        foreach (var v in verbs)
        {
            var (obj, modifiers) = RightOf(v);
            clauses.Add(new Clause(kinds[v], v, chunks[v])
            {
                Lemma = tokens[chunks[v].Head].Lemma,
                IsPassive = passive[v],
                Subject = subjectOf[v] >= 0 ? Conjoined(subjectOf[v], v) : null,
                SharesSubject = shared[v],
                Object = obj,
                Modifiers = modifiers,
                Opener = opener[v] >= 0 ? tokens[chunks[opener[v]].First].Lower : null,
            });
        }

        return clauses.MoveToImmutable();
    }

    private bool IsNoun(int i) => i >= 0 && i < chunks.Length && chunks[i].Kind == ChunkKind.NounPhrase;

    private bool IsKind(int i, ChunkKind kind) => i >= 0 && i < chunks.Length && chunks[i].Kind == kind;

    // "wrongly and knowingly suggests": what joins two adverbs joins no verbs.
    private bool JoinsAdverbs(int conjunction) => IsKind(conjunction, ChunkKind.Conjunction) && IsKind(conjunction - 1, ChunkKind.Adverb) && IsKind(conjunction + 1, ChunkKind.Adverb) && IsManner(conjunction - 1) && IsManner(conjunction + 1);

    private bool IsManner(int adverb) => tokens[chunks[adverb].First].Lower.EndsWith("ly", StringComparison.Ordinal);

    private bool IsNamed(int noun) => tokens[chunks[noun].Head].Pos == PartOfSpeech.ProperNoun;

    private bool IsGoverned(int noun) => IsKind(noun - 1, ChunkKind.Preposition) || (IsKind(noun - 1, ChunkKind.OpenQuote) && IsKind(noun - 2, ChunkKind.Preposition));

    private void Resolve(int v)
    {
        var chunk = chunks[v];
        passive[v] = chunk.IsPassive;
        var left = v - 1;
        while (IsKind(left, ChunkKind.Adverb) || IsKind(left, ChunkKind.OpenQuote) || JoinsAdverbs(left))
            left--;

        if (chunk.IsInfinitive)
        {
            kinds[v] = ClauseKind.Infinitive;
            subjectOf[v] = NearestNoun(left);
            return;
        }

        if (IsKind(left, ChunkKind.Relative))
        {
            (kinds[v], opener[v], finite[v]) = (ClauseKind.Relative, left, true);
            subjectOf[v] = Antecedent(left);
            return;
        }

        if (chunk.IsGerund)
        {
            kinds[v] = ClauseKind.Participial;
            if (IsKind(left, ChunkKind.Subordinator) || IsKind(left, ChunkKind.Preposition))
                opener[v] = left;
            // ", killing eight": whoever or whatever acts in the clause before; "militants firing rockets": the noun itself.
            subjectOf[v] = IsNoun(left) && !chunks[left].IsTime ? left : PreviousFinite(v) is >= 0 and var main ? subjectOf[main] : NearestNoun(left);
            shared[v] = !IsNoun(left);
            return;
        }

        // ", said the governor": the speaker stands behind the verb.
        if (IsKind(v - 1, ChunkKind.Comma) || IsKind(v - 1, ChunkKind.CloseQuote))
        {
            if (Inverting.Contains(tokens[chunk.Head].Lemma) && !chunk.IsPassive && IsNoun(v + 1) && !chunks[v + 1].IsTime && SaysClauseBefore(v) && !InvertedIsList(v))
            {
                (finite[v], kinds[v], subjectOf[v], inverted[v]) = (true, ClauseKind.Main, v + 1, true);
                return;
            }
        }

        // "were on Thursday killed": a time stands between be and its participle.
        if (chunk.IsBareParticiple && SplitAuxiliary(v) is >= 0 and var be)
        {
            (finite[v], passive[v], kinds[v], subjectOf[v], opener[v]) = (true, true, kinds[be], subjectOf[be], opener[be]);
            return;
        }

        if (IsKind(left, ChunkKind.Conjunction) && PreviousVerb(left) is >= 0 and var nearest && !SubjectBetween(nearest, left, v))
        {
            // "urges him to come out and says": a finite form does not go on with an infinitive.
            var earlier = kinds[nearest] == ClauseKind.Infinitive && tokens[chunk.Head].Pos == PartOfSpeech.VerbS && PreviousFinite(nearest) is >= 0 and var main ? main : nearest;
            // "killed five and wounded two", "were killed and wounded"
            shared[v] = true;
            subjectOf[v] = subjectOf[earlier];
            kinds[v] = kinds[earlier];
            opener[v] = opener[earlier];
            if (chunk.IsBareParticiple)
            {
                passive[v] = passive[earlier] && !HasObject(v);
                finite[v] = finite[earlier] || !passive[v];
            }

            return;
        }

        // "have been reported killed", "were feared drowned": what is reported of the subject.
        if (chunk.IsBareParticiple && IsKind(v - 1, ChunkKind.VerbGroup) && chunks[v - 1].IsPassive && ComplementTaking.Contains(tokens[chunks[v - 1].Head].Lemma))
        {
            (finite[v], passive[v], kinds[v], subjectOf[v], opener[v]) = (true, true, kinds[v - 1], subjectOf[v - 1], opener[v - 1]);
            return;
        }

        if (chunk.IsBareParticiple)
        {
            ResolveBareParticiple(v, left);
            return;
        }

        (subjectOf[v], opener[v]) = FindSubject(v);
        kinds[v] = KindBy(v);
    }

    // A clause or a quotation stands before the comma; an apposition does not count ("Ana Silva, based in Porto, confirmed the death").
    private bool SaysClauseBefore(int v)
    {
        if (IsKind(v - 1, ChunkKind.CloseQuote) || IsKind(v - 2, ChunkKind.CloseQuote) || IsKind(v - 2, ChunkKind.Other) || tokens[chunks[v].Head].Lemma == "say")
            return true;
        for (var k = v - 2; k >= 0; k--)
        {
            if (chunks[k].Kind == ChunkKind.VerbGroup && finite[k] && !chunks[k].IsBareParticiple && kinds[k] != ClauseKind.Relative)
                return true;
        }

        return false;
    }

    // "…, said the governor" but not "he denied it, said nothing and left".
    private bool InvertedIsList(int v)
    {
        for (var k = v + 2; k < chunks.Length; k++)
        {
            // "Ana Silva, a spokeswoman, said trains would stop", "… said rebels attacked the base", "… urged them to stop": the phrase behind the verb belongs to the next one.
            if (chunks[k].Kind == ChunkKind.VerbGroup && (chunks[k].IsInfinitive || (finite[k] && !chunks[k].IsBareParticiple) || ((k == v + 2 || (k == v + 3 && IsKind(v + 2, ChunkKind.Adverb))) && chunks[k].IsBareParticiple && (HasObject(k) || Intransitive.Contains(tokens[chunks[k].Head].Lemma))) || (k == v + 2 && tokens[chunks[v + 1].Head].Pos == PartOfSpeech.Pronoun)))
                return true;
            if (chunks[k].Kind is ChunkKind.Comma or ChunkKind.Relative)
                return false;
        }

        return false;
    }

    private int SplitAuxiliary(int v)
    {
        for (var k = v - 1; k >= 0; k--)
        {
            if (chunks[k].Kind == ChunkKind.VerbGroup)
                return !chunks[k].IsPassive && tokens[chunks[k].Head].Lemma == "be" && tokens[chunks[k].Head].Pos == PartOfSpeech.Auxiliary && k < v - 1 ? k : -1;
            var time = IsNoun(k) && chunks[k].IsTime;
            var governsTime = IsKind(k, ChunkKind.Preposition) && IsNoun(k + 1) && chunks[k + 1].IsTime;
            if (!time && !governsTime && !IsKind(k, ChunkKind.Adverb) && !IsKind(k, ChunkKind.Comma))
                return -1;
        }

        return -1;
    }

    private int PreviousVerb(int from)
    {
        for (var k = from; k >= 0; k--)
        {
            if (chunks[k].Kind == ChunkKind.VerbGroup && (finite[k] || kinds[k] is ClauseKind.Participial or ClauseKind.Reduced or ClauseKind.Infinitive))
                return k;
        }

        return -1;
    }

    private int PreviousFinite(int v)
    {
        for (var k = v - 1; k >= 0; k--)
        {
            if (chunks[k].Kind == ChunkKind.VerbGroup && finite[k])
                return k;
        }

        return -1;
    }

    // A noun phrase right behind the conjunction would be the verb's own subject; nothing stands between "and" and the verb here, so only "that", "which" matter.
    private bool SubjectBetween(int earlier, int conjunction, int v)
    {
        for (var k = conjunction + 1; k < v; k++)
        {
            if (IsNoun(k) || IsKind(k, ChunkKind.Relative) || IsKind(k, ChunkKind.Subordinator))
                return true;
        }

        return earlier >= conjunction;
    }

    private bool HasObject(int v)
    {
        var k = v + 1;
        while (IsKind(k, ChunkKind.Adverb) || IsKind(k, ChunkKind.OpenQuote) || (IsKind(k, ChunkKind.Adjective) && tokens[chunks[k].First].Lower == "dead"))
            k++;
        // "shot dead on Monday a politician"
        if (k > v + 1 && IsKind(k, ChunkKind.Preposition) && IsNoun(k + 1) && chunks[k + 1].IsTime)
            k += 2;
        // "targeted and destroyed a centre": both have the object.
        if (IsKind(k, ChunkKind.Conjunction) && IsKind(k + 1, ChunkKind.VerbGroup) && chunks[k + 1].IsBareParticiple)
            return HasObject(k + 1);
        return IsNoun(k) && !chunks[k].IsTime && tokens[chunks[k].Head].Lower is not ("there" or "here" or "nationwide" or "countrywide") && tokens[chunks[k].First].Lower != "whose";
    }

    // Whether a later finite verb has no nearer subject than the noun phrase before v.
    private bool NextFiniteTakes(int v)
    {
        for (var k = v + 1; k < chunks.Length; k++)
        {
            switch (chunks[k].Kind)
            {
                case ChunkKind.VerbGroup when chunks[k].IsInfinitive || chunks[k].IsGerund:
                    continue;
                case ChunkKind.VerbGroup when !chunks[k].IsBareParticiple:
                    return true;
                case ChunkKind.VerbGroup:
                    return HasObject(k) || Intransitive.Contains(tokens[chunks[k].Head].Lemma);
                case ChunkKind.NounPhrase when !IsGoverned(k) && !chunks[k].IsTime && k > v + 1:
                    return false;
                case ChunkKind.Conjunction or ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.Break or ChunkKind.Comma:
                    return false;
            }
        }

        return false;
    }

    private ClauseKind KindBy(int v)
    {
        if (opener[v] < 0)
            return ClauseKind.Main;
        var chunk = chunks[opener[v]];
        if (chunk.Kind == ChunkKind.Relative)
            return ClauseKind.Relative;
        return tokens[chunk.First].Lower is "that" or "whether" or "if" or "how" or "why" ? ClauseKind.Complement : ClauseKind.Adverbial;
    }
}
