namespace Digest.Text;

// How a verb finds its subject: scanning left, past parentheses, appositions and clauses that modify a noun.
internal sealed partial class ClauseBuilder
{
    // "…, saying they were acting for others", "saying four men were killed": what is said has a subject of its own.
    private bool OpensContent(int noun)
    {
        var lemma = tokens[chunks[noun - 1].Head].Lemma;
        return lemma is "say" or "add" or "insist" or "argue" or "believe" or "allege" or "think" or "fear"
            || (ComplementTaking.Contains(lemma) && tokens[chunks[noun].Head].Lower is "he" or "she" or "they" or "we" or "i" or "it");
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

                    // "Al-Anba (Nouakchott) Five people were killed": what is counted opens a sentence of its own.
                    if ((IsKind(k - 1, ChunkKind.CloseBracket) && !tokens[chunks[k].First..chunks[k].End].Any(t => t.Pos == PartOfSpeech.Number)) || IsInsideBrackets(k, v))
                        continue;
                    // "bodies bearing wounds were found": the object of a non-finite verb behind the true subject.
                    if (NonFiniteBefore(k) is >= 0 and var verb && !chunks[verb].IsBareParticiple && !OpensContent(k))
                    {
                        fallback = fallback < 0 ? k : fallback;
                        continue;
                    }

                    // "killed seven people, wounded five": a list of verbs shares its subject.
                    if ((chunks[v].IsBareParticiple || (chunks[v].First == chunks[v].Head && IsKind(k - 1, ChunkKind.VerbGroup) && IsSameForm(tokens[chunks[k - 1].Head], tokens[chunks[v].Head]))) && IsKind(v - 1, ChunkKind.Comma) && IsKind(k - 1, ChunkKind.VerbGroup) && finite[k - 1] && !IsSetOff(k - 1) && k == ObjectStart(v, k) && !ComplementTaking.Contains(tokens[chunks[k - 1].Head].Lemma))
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

                    // "Two clerks, both sisters were hurt"
                    subject = IsKind(k - 1, ChunkKind.Comma) && IsNoun(k - 2) && !chunks[k - 2].IsTime && !IsGoverned(k - 2) && !IsKind(k - 3, ChunkKind.VerbGroup) && tokens[chunks[k].First].Lower == "both" ? k - 2 : SkipApposition(k, v);
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
                        {
                            if (Governing(antecedent, v) is >= 0 and var whole)
                                return (NamedBefore(whole, v), -1);
                            (subject, k) = (-1, antecedent);
                            continue;
                        }

                        // "The group, whose men reached the area, said": the object inside a clause of "whose".
                        if (subjectOf[k] > 0 && IsOfWhose(subjectOf[k]) && IsKind(v - 1, ChunkKind.Comma) && subject == FirstNounAfter(k))
                        {
                            (subject, k) = (-1, subjectOf[k]);
                            continue;
                        }

                        // "a resident who hid his name because he feared arrest said": the object inside a clause that gives a reason, within one that modifies the subject.
                        if (IsReasonWithin(k, v) && subject == FirstNounAfter(k))
                        {
                            (subject, k) = (-1, opener[k]);
                            continue;
                        }

                        return (subject, -1);
                    }

                    // "who lives there, was killed"
                    if (kinds[k] == ClauseKind.Relative && opener[k] >= 0 && Antecedent(opener[k]) is >= 0 and var head)
                    {
                        if (Governing(head, v) is >= 0 and var whole)
                            return (NamedBefore(whole, v), -1);
                        k = head;
                        continue;
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

    // ", which borders the state," ends with its second comma: what follows it is no verb of its list.
    private bool IsSetOff(int v) => (subjectOf[v] > 0 && IsOfWhose(subjectOf[v])) || (kinds[v] == ClauseKind.Relative && opener[v] > 0 && IsKind(opener[v], ChunkKind.Relative) && IsKind(opener[v] - 1, ChunkKind.Comma));

    // "The Emergency Lawyers, a group that tracks abuses, gave": what stands in apposition to a name, clause and all.
    private int NamedBefore(int noun, int v) =>
        IsKind(v - 1, ChunkKind.Comma) && IsKind(noun - 1, ChunkKind.Comma) && IsNoun(noun - 2) && !chunks[noun - 2].IsTime && !IsGoverned(noun - 2) && tokens[chunks[noun].First].Lower is "a" or "an" or "the" && tokens[chunks[noun - 2].Head].Pos == PartOfSpeech.ProperNoun ? noun - 2 : noun;

    // "because he feared", behind "a resident who", who has no verb yet.
    private bool IsReasonWithin(int clause, int v)
    {
        if (kinds[clause] != ClauseKind.Adverbial || opener[clause] < 1 || subjectOf[clause] < 0 || tokens[chunks[subjectOf[clause]].Head].Lower is not ("he" or "she" or "they") || tokens[chunks[clause].Head].Lemma is "say" or "believe" or "think")
            return false;
        for (var k = opener[clause] - 1; k >= 0; k--)
        {
            if (chunks[k].Kind == ChunkKind.VerbGroup && finite[k])
                return kinds[k] == ClauseKind.Relative && opener[k] >= 0 && IsKind(opener[k], ChunkKind.Relative) && Antecedent(opener[k]) is >= 0 and var antecedent && !HasOwnVerb(antecedent, k, v);
        }

        return false;
    }

    // Whom a verb behind a relative clause speaks of: the noun that the clause modifies, or the one that governs that noun ("two cousins of a clerk who had testified were killed",
    // "three gunmen from the front, which claimed the raid, were shot"). -1 where it is neither: "a foe of the Islamists who are strong there was shot" speaks of one.
    private int Governing(int antecedent, int v)
    {
        var singular = tokens[chunks[v].First].Lower is "was" or "has" or "is";
        if (antecedent > 1 && IsGoverned(antecedent) && IsNoun(antecedent - 2) && tokens[chunks[antecedent - 2].Head] is var outer && (PersonNouns.Is(outer) || outer.Pos == PartOfSpeech.Number) && tokens[chunks[antecedent - 1].First].Lower is var preposition &&
            (preposition == "of" || (preposition is "from" or "in" or "at" or "with" && !PersonNouns.Is(tokens[chunks[antecedent].Head]))) && Agrees(antecedent - 2, v))
            return antecedent - 2;
        return singular && IsPlural(tokens[chunks[antecedent].Head]) && antecedent > 0 ? -1 : antecedent;
    }

    // "One of them was", "two gunmen were": a form of be or have that tells one from many.
    private bool Agrees(int noun, int v)
    {
        var (head, verb) = (tokens[chunks[noun].Head], tokens[chunks[v].First].Lower);
        var many = IsPlural(head) || (head.Pos == PartOfSpeech.Number && head.Lower is not ("one" or "1")) || head.Lower is "people" or "police";
        return verb switch { "was" or "has" or "is" => !many, "were" or "have" or "are" => many, _ => true };
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
            !(IsKind(noun + 1, ChunkKind.Preposition) && tokens[chunks[noun + 1].First].Lower == "of") && NonFiniteBefore(noun) >= 0 &&
            !tokens[chunk.First..chunk.End].Any(t => t.Pos == PartOfSpeech.Number || t.Lower is "couple" or "pair" or "family" or "crew" or "team" or "group");
    }

    // "to build a school", "to carry out a project": the verb, or -1.
    private int NonFiniteBefore(int noun)
    {
        var k = IsKind(noun - 1, ChunkKind.Adverb) ? noun - 2 : noun - 1;
        return IsKind(k, ChunkKind.VerbGroup) && !finite[k] ? k : -1;
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
            // "killed 34 people, with 25 others badly injured, burned 40 homes"
            if (IsKind(j, ChunkKind.Comma) && IsKind(j + 1, ChunkKind.Preposition) && tokens[chunks[j + 1].First].Lower == "with" && !Enumerable.Range(j, end - j).Any(i => chunks[i].Kind == ChunkKind.VerbGroup && finite[i]))
                return k;
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
            opens |= word == "all" && chunks[k].End < tokens.Length && tokens[chunks[k].End].Lower == "but";
            if (opens && chunks[k - 1].Kind is ChunkKind.Comma or ChunkKind.Break && tokens[chunks[k - 1].First].Lower is not (";" or ":"))
                return k - 2;
            // ", two of them police, and injuring 27, the mayor said": the parenthesis has ended before.
            if (chunks[k].Kind == ChunkKind.VerbGroup && !finite[k] && tokens[chunks[k].Head].Pos == PartOfSpeech.Gerund && chunks[k - 1].Kind is ChunkKind.Conjunction or ChunkKind.Comma)
                return v - 1;
            // ", of whom five were children, were …": the verb of the parenthesis itself.
            if (chunks[k].Kind == ChunkKind.VerbGroup && finite[k] && !opens && !(opener[k] >= 0 && tokens[chunks[opener[k]].First].Lower is "whom" or "which" && tokens[chunks[Math.Max(0, opener[k] - 1)].First].Lower == "of"))
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

    private bool HasVerbInQuote(int close)
    {
        for (var k = close - 1; k >= 0 && !IsKind(k, ChunkKind.OpenQuote); k--)
        {
            if (chunks[k].Kind == ChunkKind.VerbGroup)
                return true;
        }

        return false;
    }
}
