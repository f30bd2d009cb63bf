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
            if (chunks[k].Kind == ChunkKind.VerbGroup && (chunks[k].IsInfinitive || (finite[k] && !chunks[k].IsBareParticiple) || (k == v + 2 && chunks[k].IsBareParticiple && (HasObject(k) || Intransitive.Contains(tokens[chunks[k].Head].Lemma))) || (k == v + 2 && tokens[chunks[v + 1].Head].Pos == PartOfSpeech.Pronoun)))
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

    private void ResolveBareParticiple(int v, int left)
    {
        var lemma = tokens[chunks[v].Head].Lemma;
        var participleOnly = tokens[chunks[v].Head].Pos == PartOfSpeech.Participle;
        var byAgent = IsKind(v + 1, ChunkKind.Preposition) && tokens[chunks[v + 1].First].Lower == "by";
        var intransitive = Intransitive.Contains(lemma);
        if (IsKind(left, ChunkKind.Subordinator) && tokens[chunks[left].First].Lower is "when" or "while" or "if" or "as" or "once")
        {
            (kinds[v], passive[v], opener[v]) = (ClauseKind.Adverbial, true, left);
            subjectOf[v] = PreviousFinite(v) is >= 0 and var main ? subjectOf[main] : -1;
            return;
        }

        // "he paid for it": a pronoun in the subject's case takes no participle.
        if (IsNoun(left) && !IsGoverned(left) && !byAgent && tokens[chunks[left].Head].Lower is "he" or "she" or "they" or "we" or "i")
        {
            finite[v] = true;
            (subjectOf[v], opener[v]) = FindSubject(v);
            kinds[v] = KindBy(v);
            return;
        }

        // "overpowering the soldiers deployed there": the object of a gerund behind the sentence's own verb.
        if (IsNoun(left) && left == v - 1 && IsKind(left - 1, ChunkKind.VerbGroup) && chunks[left - 1].IsGerund && !HasObject(v) && !intransitive && PreviousFinite(left - 1) >= 0 && !ComplementTaking.Contains(tokens[chunks[left - 1].Head].Lemma))
        {
            (kinds[v], passive[v], subjectOf[v]) = (ClauseKind.Reduced, true, left);
            return;
        }

        // "killed a lawyer called Awil Habbad": the object of the verb before, with a participle of its own.
        if (IsNoun(left) && left == v - 1 && IsKind(left - 1, ChunkKind.VerbGroup) && finite[left - 1] && !passive[left - 1] && !intransitive && !ComplementTaking.Contains(tokens[chunks[left - 1].Head].Lemma))
        {
            (kinds[v], passive[v], subjectOf[v]) = (ClauseKind.Reduced, true, left);
            return;
        }

        // "with 25 others severely injured", "reports of 100 people killed", "three children among 19 killed": counted people right before the participle.
        if (!HasObject(v) && !intransitive && IsCountedComplement(left))
        {
            (kinds[v], passive[v], subjectOf[v]) = (ClauseKind.Reduced, true, left);
            return;
        }

        var (subject, from) = FindSubject(v);
        // "the governor of the region specified that debris had fallen": with a clause of its own right behind it, no participle.
        if (!participleOnly && subject >= 0 && OpensComplement(v, lemma))
        {
            finite[v] = true;
            (subjectOf[v], opener[v]) = (subject, from);
            kinds[v] = KindBy(v);
            return;
        }

        var hasObject = HasObject(v) && !byAgent;
        if (byAgent || participleOnly || (!hasObject && !intransitive && (subject < 0 || NextFiniteTakes(v))))
        {
            // "soldiers killed in the raid were buried", "an attack claimed by the group"
            passive[v] = true;
            kinds[v] = ClauseKind.Reduced;
            subjectOf[v] = IsNoun(left) ? left : NearestNoun(left);
            // Without another finite verb it is a headline's predicate: "Two killed by mine".
            if (subject >= 0 && !NextFiniteTakes(v) && PreviousFinite(v) < 0)
                (kinds[v], subjectOf[v], finite[v]) = (ClauseKind.Main, subject, true);
            return;
        }

        if (subject >= 0 && !hasObject && !intransitive)
        {
            // "Two soldiers wounded in attack"; ", and seven wounded in the strikes"; "leaving seven killed"
            passive[v] = true;
            var taken = subject != left && PreviousFinite(v) is >= 0 and var own && subjectOf[own] == subject && !IsKind(subject - 1, ChunkKind.Conjunction);
            // "doubled its count of people killed": the people are behind the object of a verb that has its subject.
            var ofObject = left != subject && IsGoverned(left) && IsKind(subject - 1, ChunkKind.VerbGroup) && finite[subject - 1];
            if (IsNoun(left) && !chunks[left].IsTime && (taken || ofObject || IsKind(left - 1, ChunkKind.VerbGroup)))
            {
                (kinds[v], subjectOf[v]) = (ClauseKind.Reduced, left);
                return;
            }

            (subjectOf[v], opener[v], kinds[v]) = (subject, from, KindBy(v));
            finite[v] = PreviousFinite(v) < 0 || IsKind(subject - 1, ChunkKind.Conjunction) || IsKind(subject - 1, ChunkKind.Comma);
            if (!finite[v])
                kinds[v] = ClauseKind.Reduced;
            return;
        }

        // "a nurse at the clinic said she had seen it": who has a subject behind it speaks.
        var says = lemma == "say" && IsNoun(v + 1) && tokens[chunks[v + 1].Head].Lower is "he" or "she" or "they" or "we" or "i" or "it";
        if (hasObject && !says && subject >= 0 && subject < left && IsNoun(left) && IsGoverned(left) && NextFiniteTakes(v))
        {
            (kinds[v], passive[v], subjectOf[v]) = (ClauseKind.Reduced, true, left);
            return;
        }

        finite[v] = true;
        (subjectOf[v], opener[v]) = (subject, from);
        kinds[v] = KindBy(v);
    }

    // A noun phrase and its finite verb right behind a verb that takes one object at most: "specified that debris had fallen", "confirmed five soldiers were dead".
    private bool OpensComplement(int v, string lemma) =>
        lemma is not ("give" or "tell" or "offer" or "show" or "teach" or "send" or "deny" or "award" or "grant" or "promise" or "ask" or "call" or "name") && IsNoun(v + 1) && !chunks[v + 1].IsTime &&
        IsKind(v + 2, ChunkKind.VerbGroup) && !chunks[v + 2].IsBareParticiple && !chunks[v + 2].IsGerund && !chunks[v + 2].IsInfinitive && tokens[chunks[v + 1].First].Pos != PartOfSpeech.Relative;

    // A number of people governed by "with", "among" or "of"; but in "two of five hostages killed" two are.
    private bool IsCountedComplement(int noun)
    {
        if (!IsNoun(noun) || !IsKind(noun - 1, ChunkKind.Preposition) || chunks[noun].IsTime)
            return false;
        var preposition = tokens[chunks[noun - 1].First].Lower;
        // "agreement on six killed", "a report about 14 herders shot"
        if (!(preposition is "with" or "among" or "of" || (preposition is "on" or "after" or "about" or "to" && (tokens[chunks[noun].Head].Pos == PartOfSpeech.Number || PersonNouns.Is(tokens[chunks[noun].Head])))) || !tokens[chunks[noun].First..chunks[noun].End].Any(t => t.Pos == PartOfSpeech.Number))
            return false;
        return preposition != "of" || (IsNoun(noun - 2) && tokens[chunks[noun - 2].Head].Pos is PartOfSpeech.Noun or PartOfSpeech.PluralNoun);
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
