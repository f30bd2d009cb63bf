using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Digest.Text;

/// <summary>
/// Finds, for each verb group of a sentence, its subject, object and modifiers: a shallow dependency analysis by the order of phrases, the way a reader scans
/// ("the noun phrase before the verb that no preposition governs").
/// </summary>
internal sealed class ClauseBuilder
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
            // "Ana Silva, a spokeswoman, said trains would stop", "… urged them to stop": the phrase behind the verb belongs to the next one.
            if (chunks[k].Kind == ChunkKind.VerbGroup && (chunks[k].IsInfinitive || (finite[k] && !chunks[k].IsBareParticiple) || (k == v + 2 && tokens[chunks[v + 1].Head].Pos == PartOfSpeech.Pronoun)))
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

    // "…, saying they were acting for others", "saying four men were killed": what is said has a subject of its own.
    private bool OpensContent(int noun)
    {
        var lemma = tokens[chunks[noun - 1].Head].Lemma;
        return lemma is "say" or "add" or "insist" or "argue" or "believe" or "allege" or "think" or "fear"
            || (ComplementTaking.Contains(lemma) && tokens[chunks[noun].Head].Lower is "he" or "she" or "they" or "we" or "i" or "it");
    }

    // A number of people governed by "with", "among" or "of"; but in "two of five hostages killed" two are.
    private bool IsCountedComplement(int noun)
    {
        if (!IsNoun(noun) || !IsKind(noun - 1, ChunkKind.Preposition) || chunks[noun].IsTime)
            return false;
        var preposition = tokens[chunks[noun - 1].First].Lower;
        if (preposition is not ("with" or "among" or "of") || !tokens[chunks[noun].First..chunks[noun].End].Any(t => t.Pos == PartOfSpeech.Number))
            return false;
        return preposition != "of" || (IsNoun(noun - 2) && tokens[chunks[noun - 2].Head].Pos is PartOfSpeech.Noun or PartOfSpeech.PluralNoun);
    }

    /// <summary>Scans left from a verb for the noun phrase that no preposition governs; also the word that opens the clause.</summary>
    private (int Subject, int Opener) FindSubject(int v)
    {
        var subject = -1;
        var fallback = -1;
        for (var k = BeforeParenthesis(v); k >= 0; k--)
        {
            var chunk = chunks[k];
            switch (chunk.Kind)
            {
                case ChunkKind.CloseBracket when subject < 0:
                    while (k > 0 && !IsKind(k, ChunkKind.OpenBracket))
                        k--;
                    continue;
                case ChunkKind.NounPhrase when subject < 0:
                    if (chunk.IsTime && !(k == v - 1 && IsKind(k - 1, ChunkKind.Other)))
                        continue;
                    if (IsGoverned(k))
                    {
                        k--;
                        continue;
                    }

                    if (IsKind(k - 1, ChunkKind.CloseBracket) || IsInsideBrackets(k, v))
                        continue;
                    // "bodies bearing wounds were found": the object of a non-finite verb behind the true subject.
                    if (IsKind(k - 1, ChunkKind.VerbGroup) && !finite[k - 1] && !chunks[k - 1].IsBareParticiple && !OpensContent(k))
                    {
                        fallback = fallback < 0 ? k : fallback;
                        continue;
                    }

                    // "killed seven people, wounded five": a list of verbs shares its subject.
                    if ((chunks[v].IsBareParticiple || (chunks[v].First == chunks[v].Head && IsKind(k - 1, ChunkKind.VerbGroup) && IsSameForm(tokens[chunks[k - 1].Head], tokens[chunks[v].Head]))) && IsKind(v - 1, ChunkKind.Comma) && IsKind(k - 1, ChunkKind.VerbGroup) && finite[k - 1] && k == ObjectStart(v, k) && !ComplementTaking.Contains(tokens[chunks[k - 1].Head].Lemma))
                    {
                        shared[v] = true;
                        return (subjectOf[k - 1], opener[k - 1]);
                    }

                    // "workers employed to build a school were killed": one thing does not take "were".
                    if (IsOneThing(k) && tokens[chunks[v].First].Lower is "were" or "are")
                    {
                        fallback = fallback < 0 ? k : fallback;
                        continue;
                    }

                    subject = SkipApposition(k, v);
                    k = subject;
                    continue;
                case ChunkKind.NounPhrase:
                    continue;
                case ChunkKind.VerbGroup when !finite[k]:
                    if (subject < 0)
                        continue;
                    return (subject, -1);
                case ChunkKind.VerbGroup:
                    if (subject >= 0)
                    {
                        // The phrase may be the object inside a relative clause: "the man who shot two soldiers was killed".
                        if (kinds[k] == ClauseKind.Relative && opener[k] >= 0 && chunks[opener[k]].Kind == ChunkKind.Relative && subject == FirstNounAfter(k) && Antecedent(opener[k]) is >= 0 and var antecedent &&
                            !HasOwnVerb(antecedent, k, v) && tokens[chunks[k].Head].Lemma is not ("say" or "believe" or "think"))
                            return (antecedent, -1);
                        return (subject, -1);
                    }

                    // "who lives there, was killed"
                    if (kinds[k] == ClauseKind.Relative && opener[k] >= 0 && Antecedent(opener[k]) is >= 0 and var head)
                    {
                        // "… foe of the Islamists who are strong there, was shot": one of many is not the many.
                        if (tokens[chunks[v].First].Lower is "was" or "has" or "is" && IsPlural(tokens[chunks[head].Head]) && head > 0)
                        {
                            k = head;
                            continue;
                        }

                        // "three relatives of persons who had planned to testify were killed"
                        return (head > 1 && IsGoverned(head) && tokens[chunks[head - 1].First].Lower == "of" && IsNoun(head - 2) && PersonNouns.Is(tokens[chunks[head - 2].Head]) ? head - 2 : head, -1);
                    }

                    // "famed for the songs she sang, was shot", "a nurse whose sons were killed wept": a clause that modifies the noun before.
                    if (subjectOf[k] is > 0 and var own && (IsOfWhose(own) || (tokens[chunks[own].Head].Lower is "he" or "she" or "they" or "we" or "i" && IsNoun(own - 1) && !chunks[own - 1].IsTime)))
                    {
                        k = own;
                        continue;
                    }

                    return (subjectOf[k], -1);
                case ChunkKind.Relative when subject >= 0:
                    return (subject, k); // "where five people were killed"
                case ChunkKind.Relative:
                    return (Antecedent(k), k);
                // "who had come the day before was killed"
                case ChunkKind.Subordinator when subject < 0 && k == v - 1 && k > 0 && chunks[k - 1].IsTime && finite[v] && tokens[chunks[k].First].Lower is "before" or "after":
                    continue;
                case ChunkKind.Subordinator:
                    return (subject >= 0 ? subject : fallback, k);
                case ChunkKind.Break when subject >= 0:
                    return (subject, -1);
                case ChunkKind.Break:
                    // "17 civilians – including five women – of one family were killed"
                    for (var open = k - 1; open > 0; open--)
                    {
                        if (IsKind(open, ChunkKind.Break))
                        {
                            k = open;
                            break;
                        }
                    }

                    continue;
                case ChunkKind.CloseQuote when subject < 0 && HasVerbInQuote(k):
                    return (-1, -1);
            }
        }

        return (subject >= 0 ? subject : fallback, -1);
    }

    private static bool IsPlural(Token head) => head.Pos == PartOfSpeech.PluralNoun || (head.Pos == PartOfSpeech.ProperNoun && head.Lower.EndsWith('s') && PersonNouns.Contains(Lexicon.Singular(head.Lower)));

    // "whose two sons", "five of whose members"
    private bool IsOfWhose(int noun) =>
        tokens[chunks[noun].First].Lower == "whose" || (IsNoun(noun + 2) && tokens[chunks[noun + 2].First].Lower == "whose" && tokens[chunks[noun + 1].First].Lower == "of");

    // "a school", but not "a dozen", "a number of", "a family", "a guard and a driver".
    private bool IsOneThing(int noun)
    {
        var (chunk, head) = (chunks[noun], tokens[chunks[noun].Head]);
        return tokens[chunk.First].Lower is "a" or "an" && head.Pos == PartOfSpeech.Noun && !PersonNouns.Is(head) && !IsKind(noun - 1, ChunkKind.Conjunction) && !IsKind(noun + 1, ChunkKind.Conjunction) &&
            !(IsKind(noun + 1, ChunkKind.Preposition) && tokens[chunks[noun + 1].First].Lower == "of") && BehindNonFinite(noun) &&
            !tokens[chunk.First..chunk.End].Any(t => t.Pos == PartOfSpeech.Number || t.Lower is "couple" or "pair" or "family" or "crew" or "team" or "group");
    }

    // "to build a school", "to carry out a project"
    private bool BehindNonFinite(int noun)
    {
        var k = IsKind(noun - 1, ChunkKind.Adverb) ? noun - 2 : noun - 1;
        return IsKind(k, ChunkKind.VerbGroup) && !finite[k];
    }

    // "killed 18, stole cattle": both tell what happened.
    private static bool IsSameForm(Token one, Token other) =>
        one.Pos == other.Pos || (one.Pos is PartOfSpeech.PastTense or PartOfSpeech.PastOrParticiple && other.Pos is PartOfSpeech.PastTense or PartOfSpeech.PastOrParticiple);

    // The noun phrase k if only its own of- and in-phrases stand between it and the comma before v; else -1.
    private int ObjectStart(int v, int k)
    {
        var end = BeforeParenthesis(v) is var before && before < v - 1 ? before + 1 : v - 1;
        for (var j = k + 1; j < end; j++)
        {
            if (!(chunks[j].Kind is ChunkKind.Preposition or ChunkKind.Adverb || IsNoun(j)))
                return -1;
        }

        return k;
    }

    /// <summary>Where to go on scanning if a parenthesis ends right before the chunk ("…, including traders, were killed"); else the chunk before it.</summary>
    private int BeforeParenthesis(int v)
    {
        var close = v - 1;
        while (IsKind(close, ChunkKind.Adverb))
            close--;
        if (IsKind(close, ChunkKind.CloseBracket))
        {
            for (var k = close - 1; k >= 0; k--)
            {
                if (IsKind(k, ChunkKind.OpenBracket))
                    return k - 1;
            }
        }

        if (IsKind(close, ChunkKind.Break))
        {
            for (var k = close - 1; k > 0; k--)
            {
                if (IsKind(k, ChunkKind.Break))
                    return k - 1;
            }
        }

        if (!IsKind(close, ChunkKind.Comma))
            return v - 1;
        for (var k = close - 1; k > 0; k--)
        {
            var word = tokens[chunks[k].First].Lower;
            var opens = word is "including" or "among" or "mostly" or "mainly" or "aged" || (word == "of" && tokens.Length > chunks[k].First + 1 && tokens[chunks[k].First + 1].Lower is "whom" or "them");
            opens |= IsNoun(k) && word != "the" && chunks[k].End + 1 < tokens.Length && tokens[chunks[k].End].Lower == "of" && tokens[chunks[k].End + 1].Lower is "them" or "whom" or "which";
            if (opens && chunks[k - 1].Kind is ChunkKind.Comma or ChunkKind.Break && tokens[chunks[k - 1].First].Lower is not (";" or ":"))
                return k - 2;
            if (chunks[k].Kind == ChunkKind.VerbGroup && finite[k] && !opens)
                return v - 1;
        }

        return v - 1;
    }

    // "Jaafar Al Hussaini, a spokesman for the group, said": the first noun phrase of the pair is the subject.
    private int SkipApposition(int noun, int v)
    {
        // ", six severely injured": a number alone stands in apposition to nobody.
        if (chunks[noun].End - chunks[noun].First == 1 && tokens[chunks[noun].First].Pos == PartOfSpeech.Number && !IsKind(noun + 1, ChunkKind.Comma))
            return noun;
        var right = v - 1;
        while (right > noun && !IsKind(right, ChunkKind.Comma))
            right--;
        var left = noun - 1;
        while (left >= 0 && (IsNoun(left) || chunks[left].Kind is ChunkKind.Preposition or ChunkKind.Adverb or ChunkKind.Adjective))
            left--;
        if (right <= noun || !IsKind(left, ChunkKind.Comma))
            return noun;
        for (var k = left - 1; k >= 0; k--)
        {
            if (IsNoun(k))
            {
                if (IsGoverned(k))
                {
                    k--;
                    continue;
                }

                return chunks[k].IsTime ? noun : k;
            }

            if (!IsKind(k, ChunkKind.Adverb))
                return noun;
        }

        return noun;
    }

    private bool IsInsideBrackets(int noun, int v)
    {
        var depth = 0;
        for (var k = noun; k < v; k++)
            depth += IsKind(k, ChunkKind.CloseBracket) ? -1 : IsKind(k, ChunkKind.OpenBracket) ? 1 : 0;
        return depth < 0;
    }

    private int FirstNounAfter(int v)
    {
        for (var k = v + 1; k < chunks.Length; k++)
        {
            if (IsNoun(k))
                return k;
            if (!IsKind(k, ChunkKind.Adverb))
                return -1;
        }

        return -1;
    }

    // Whether a noun phrase already has a finite verb between a relative clause's verb and v.
    private bool HasOwnVerb(int noun, int relative, int v)
    {
        for (var k = relative + 1; k < v; k++)
        {
            if (chunks[k].Kind == ChunkKind.VerbGroup && finite[k] && subjectOf[k] == noun)
                return true;
        }

        return false;
    }

    private int Antecedent(int relative)
    {
        var k = BeforeParenthesis(relative);
        while (k >= 0 && chunks[k].Kind is ChunkKind.Comma or ChunkKind.Preposition or ChunkKind.CloseQuote or ChunkKind.CloseBracket)
            k--;
        var nearest = IsNoun(k) && !chunks[k].IsTime ? k : NearestNoun(k);
        // "two clerks from the port of Aden who went missing": "who" wants a person.
        if (tokens[chunks[relative].First].Lower is not ("who" or "whom"))
            return nearest;
        var farthest = nearest;
        for (var j = nearest; j >= 0; j--)
        {
            if (IsNoun(j) && (PersonNouns.Is(tokens[chunks[j].Head]) || (tokens[chunks[j].Head].Pos is PartOfSpeech.Pronoun or PartOfSpeech.Number)))
                return IsGoverned(j) && tokens[chunks[j - 1].First].Lower == "of" && tokens[chunks[j].Head].Pos == PartOfSpeech.Number && IsNoun(j - 2) ? j - 2 : j; // "a family of five who"
            if (IsNoun(j) && !IsGoverned(j))
                farthest = j;
            if (!IsNoun(j) && chunks[j].Kind is not (ChunkKind.Preposition or ChunkKind.OpenBracket or ChunkKind.CloseBracket or ChunkKind.Other))
                break;
        }

        // "a sheikh in Garissa town who was active"
        return nearest >= 0 && tokens[chunks[nearest].Head].Pos == PartOfSpeech.ProperNoun && !IsGoverned(nearest) ? nearest : farthest;
    }

    private int NearestNoun(int from)
    {
        for (var k = from; k >= 0; k--)
        {
            if (IsNoun(k) && !chunks[k].IsTime)
                return k;
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
        return IsNoun(k) && !chunks[k].IsTime && tokens[chunks[k].Head].Lower is not ("there" or "here" or "nationwide" or "countrywide");
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

    private bool HasVerbInQuote(int close)
    {
        for (var k = close - 1; k >= 0 && !IsKind(k, ChunkKind.OpenQuote); k--)
        {
            if (chunks[k].Kind == ChunkKind.VerbGroup)
                return true;
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

    /// <summary>The object and the prepositional phrases to the right of a verb, up to the next clause.</summary>
    private (Phrase? Object, ImmutableArray<PrepositionalPhrase> Modifiers) RightOf(int v)
    {
        Phrase? obj = null;
        var modifiers = ImmutableArray.CreateBuilder<PrepositionalPhrase>();
        for (var k = v + 1; k < chunks.Length; k++)
        {
            switch (chunks[k].Kind)
            {
                case ChunkKind.NounPhrase:
                    if (IsSubjectOfLater(k, v))
                        return (obj, modifiers.ToImmutable());
                    // "shot dead on Monday a politician": a time may stand before the object.
                    if (obj is null && !inverted[v] && modifiers.All(m => chunks[m.Object.First].IsTime) && !chunks[k].IsTime)
                    {
                        obj = Conjoined(k, -1);
                        k = obj.Last;
                    }

                    continue;
                case ChunkKind.Preposition when IsNoun(k + 1) || (IsKind(k + 1, ChunkKind.OpenQuote) && IsNoun(k + 2)):
                    var noun = IsNoun(k + 1) ? k + 1 : k + 2;
                    if (IsSubjectOfLater(noun, v) && !IsGoverned(noun))
                        return (obj, modifiers.ToImmutable());
                    modifiers.Add(new PrepositionalPhrase(tokens[chunks[k].First].Lower, k, Conjoined(noun, -1)));
                    k = noun;
                    continue;
                case ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.Break:
                    return (obj, modifiers.ToImmutable());
                case ChunkKind.VerbGroup when finite[k]:
                    return (obj, modifiers.ToImmutable());
                case ChunkKind.VerbGroup when kinds[k] is ClauseKind.Participial or ClauseKind.Infinitive && obj is null && modifiers.Count > 0:
                    return (obj, modifiers.ToImmutable());
            }
        }

        return (obj, modifiers.ToImmutable());
    }

    private bool IsSubjectOfLater(int noun, int v)
    {
        for (var k = noun + 1; k < chunks.Length; k++)
        {
            if (chunks[k].Kind == ChunkKind.VerbGroup && finite[k] && !shared[k])
                return k > v && subjectOf[k] == noun && kinds[k] != ClauseKind.Relative;
            if (chunks[k].Kind is ChunkKind.Subordinator or ChunkKind.Relative)
                return false;
        }

        return false;
    }

    /// <summary>A noun phrase with those coordinated with it: "A, B and C", with the prepositional phrases between them passed over.</summary>
    /// <param name="before">The chunk that must not be passed; -1 for none.</param>
    private Phrase Conjoined(int head, int before)
    {
        var list = ImmutableArray.CreateBuilder<int>();
        // A subject is found by its last conjunct: look left for the ones before it. Where the verb stands bare and another verb goes before
        // ("rose to three dead and five wounded") what is left of "and" belongs to that verb.
        if (before >= 0 && !(chunks[before].IsBareParticiple && passive[before] && PreviousFinite(before) is >= 0 and var other && !ComplementTaking.Contains(tokens[chunks[other].Head].Lemma)))
        {
            var earlier = new List<int>();
            for (var k = head - 1; k > 0;)
            {
                if (!(IsKind(k, ChunkKind.Conjunction) || (IsKind(k, ChunkKind.Comma) && earlier.Count > 0)))
                    break;
                var j = k - 1;
                if (IsKind(j, ChunkKind.Comma))
                    j--;
                while (IsNoun(j) && IsGoverned(j))
                    j -= 2;
                if (!IsNoun(j) || chunks[j].IsTime || (before >= 0 && chunks[before].IsBareParticiple && tokens[chunks[j].Head].Lower is "dead" or "martyr" or "martyrs" or "killed" or "wounded" or "injured" or "missing" or "deaths") || (IsKind(j - 1, ChunkKind.VerbGroup) && !ComplementTaking.Contains(tokens[chunks[j - 1].Head].Lemma)))
                    break;
                earlier.Add(j);
                if (tokens[chunks[j].First].Lower == "whose")
                    break; // "the unit, whose commander and two men were killed"
                k = j - 1;
            }

            earlier.Reverse();
            list.AddRange(earlier);
        }

        list.Add(head);
        for (var k = head + 1; k < chunks.Length && (before < 0 || k < before); k++)
        {
            if (chunks[k].Kind == ChunkKind.Preposition && IsNoun(k + 1))
            {
                k++;
                continue;
            }

            var comma = IsKind(k, ChunkKind.Comma);
            var joins = IsKind(k, ChunkKind.Conjunction) || (comma && IsKind(k + 1, ChunkKind.Conjunction));
            if (!joins && !(comma && IsNoun(k + 1) && ListEnd(k + 1) is >= 0 and var end && !IsSubjectOfLater(end, head)))
                break;
            var noun = joins && comma ? k + 2 : k + 1;
            if (!IsNoun(noun) || chunks[noun].IsTime || IsSubjectOfLater(noun, head))
                break;
            list.Add(noun);
            k = noun;
        }

        return new Phrase(list.ToImmutable());
    }

    // After a comma, a noun phrase continues a list only if "and X" follows it sooner or later: "a teacher, his daughter and a passer-by". The last of the list, or -1.
    private int ListEnd(int noun)
    {
        for (var k = noun + 1; k < chunks.Length; k++)
        {
            switch (chunks[k].Kind)
            {
                case ChunkKind.Conjunction:
                    return IsNoun(k + 1) ? k + 1 : -1;
                case ChunkKind.Comma when IsKind(k + 1, ChunkKind.Conjunction):
                    return IsNoun(k + 2) ? k + 2 : -1;
                case ChunkKind.Comma or ChunkKind.NounPhrase or ChunkKind.Preposition:
                    continue;
                default:
                    return -1;
            }
        }

        return -1;
    }
}
