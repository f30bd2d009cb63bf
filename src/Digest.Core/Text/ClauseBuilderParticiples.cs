namespace Digest.Text;

// What a lone form that may be past tense or participle is ("killed"): the sentence's verb, a headline's passive, or what modifies the noun before it.
internal sealed partial class ClauseBuilder
{
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
}
