using System.Collections.Immutable;
using Digest.Names;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Finds the mention of whoever acts in a clause of saying, before its verb or behind it.</summary>
internal sealed class SpeakerFinder(SpeechView view)
{
    private readonly SpeechSentence sentence = view.Sentence;
    private readonly ImmutableArray<Token> tokens = view.Tokens;
    private readonly ImmutableArray<Chunk> chunks = view.Chunks;

    /// <summary>The speaker's mention, and whether it stands behind the verb ("said the group").</summary>
    /// <param name="last">The last chunk of the cue.</param>
    /// <param name="previous">Who spoke last in the sentence.</param>
    internal (TokenRange? Speaker, bool Inverted) Of(Clause clause, int last, TokenRange? previous)
    {
        var v = clause.VerbChunk;
        // "quoted the president as saying": whoever is quoted
        if (view.QuotedAs(v)?.Object is { } quoted && quoted.First < v)
            return (new TokenRange(chunks[quoted.First].First, view.Extent.End(quoted.First, v - 1, false)), false);
        var left = view.SkipAdverbsLeft(v - 1);
        var right = last + 1;
        while (right < chunks.Length && (chunks[right].Kind == ChunkKind.Adverb || (chunks[right].Kind == ChunkKind.NounPhrase && chunks[right].IsTime)))
            right++;
        // "had declared on Wednesday captain Sana"
        if (right + 1 < chunks.Length && chunks[right].Kind == ChunkKind.Preposition && chunks[right + 1] is { Kind: ChunkKind.NounPhrase, IsTime: true } && view.IsNoun(right + 2))
            right += 2;
        // "after she attacked the officers and blamed …": the clause's own subject, not who spoke before it
        if (clause is { Kind: ClauseKind.Adverbial, SharesSubject: true, Subject: { } acting } && view.IsKind(left, ChunkKind.Conjunction) && previous is { } outside && chunks[acting.First].First >= outside.End && CanSpeak(acting.First))
            return (new TokenRange(chunks[acting.First].First, chunks[acting.First].End), false);
        // "called it a lie and said …", "denied it, saying …", "URGES": without a subject of its own, whoever spoke before goes on.
        if (previous is { } before && left > 0 && ((chunks[left].Kind == ChunkKind.Conjunction && !view.IsQuotedBefore(left, v)) || (chunks[left].Kind == ChunkKind.Subordinator && clause.Verb.IsGerund && tokens[chunks[left].First].Lower == "while") || (chunks[left].Kind == ChunkKind.Comma && (clause.Verb.IsGerund || sentence.Reading.IsHeadline || clause.SharesSubject))) && !view.IsStanding(left - 1) && (clause.Kind != ClauseKind.Relative || LeavesQuotation(left)))
            return (before, false);
        var open = left < 0 || view.IsStanding(left) || (chunks[left].Kind == ChunkKind.Comma && left > 0 && (view.IsStanding(left - 1) || view.HasFiniteVerb(0, left)));
        if (open && view.IsNoun(right) && left >= 0 && !(clause.Verb.IsGerund))
        {
            var end = view.Extent.End(right, chunks.Length, true);
            var next = view.ChunkAfter(end);
            var isVerbNext = next < chunks.Length && chunks[next].Kind == ChunkKind.VerbGroup && !chunks[next].IsGerund && !chunks[next].IsInfinitive;
            var pronoun = tokens[chunks[right].Head].Pos == PartOfSpeech.Pronoun && tokens[chunks[right].Head].Lower is not ("he" or "she" or "they" or "it" or "one");
            var ends = next >= chunks.Length || chunks[next].Kind is not (ChunkKind.Subordinator or ChunkKind.VerbGroup);
            if (!isVerbNext && !pronoun && (view.IsStanding(left) || (chunks[left].Kind == ChunkKind.Comma && (view.IsStanding(left - 1) || (ends && CanSpeak(right) && Cues.IsSaying(clause.Lemma) && (!SubjectIsNear(clause, left) || !(CanSpeak(clause.Subject!.First) || (view.IsNoun(left - 1) && left - 1 > clause.Subject!.First && CanSpeak(left - 1)))))))))
                return (new TokenRange(chunks[right].First, end), true);
        }

        if (BehindQuotation(v) is { } named)
            return (named, false);
        if (BeforeParenthesis(clause) is { } opening)
            return (opening, false);
        if (clause.Kind == ClauseKind.Reduced && Across(v) is >= 0 and var across)
            return (new TokenRange(chunks[across].First, view.Extent.End(across, v, false)), false);
        // "in what adviser Jon Finer described as"
        if (view.AsWhat(v) is >= 0 and var what)
            return (new TokenRange(chunks[what].First + 1, chunks[what].End), false);
        // "Said Silva: “…”"
        if (v == 0 && view.IsNoun(1) && !clause.Verb.IsGerund && view.Extent.End(1, chunks.Length, true) is var close && view.ChunkAfter(close) is var colon && colon < chunks.Length && tokens[chunks[colon].First].Lower == ":")
            return (new TokenRange(chunks[1].First, close), true);

        // "Condemning the strikes, Baghdad said …": who acts comes behind the comma.
        var subject = clause.Kind == ClauseKind.Participial && view.SkipAdverbsLeft(v - 1) < 0
            ? sentence.Reading.Clauses.FirstOrDefault(c => c.Kind == ClauseKind.Main && c.VerbChunk > v && c.Subject is { } s && s.First > v)?.Subject ?? clause.Subject
            : clause.Subject;
        // "The envoy wrote to the council asking for time": whoever wrote asks.
        if (clause is { Kind: ClauseKind.Participial, Verb.IsGerund: true, SharesSubject: false } && subject is { } addressed && addressed.First < v && view.IsKind(addressed.First - 1, ChunkKind.Preposition) && tokens[chunks[addressed.First - 1].First].Lower == "to" &&
            sentence.Reading.Clauses.LastOrDefault(c => c.VerbChunk < addressed.First)?.Subject is { } writer && writer.First < addressed.First - 1 && CanSpeak(writer.First))
            subject = writer;
        if (subject is null)
            return (null, false);
        if (clause is { Kind: ClauseKind.Participial or ClauseKind.Relative, SharesSubject: false } && Issuer(subject.First) is { } issuer)
            return (issuer, false);
        var head = Owner(subject.First, clause);
        // "…, most of them pupils, residents and officials said": what ends the phrase before the comma speaks with nobody.
        if (clause.Kind == ClauseKind.Main && head > 0 && head == subject.First && view.IsNoun(head - 1) && subject.Conjuncts.FirstOrDefault(c => c > head && view.IsKind(c - 1, ChunkKind.Comma)) is > 0 and var first)
            head = first;
        // "killing 12 pupils and two teachers, residents and the force said": what is already another verb's object ends before the comma.
        else if (clause.Kind == ClauseKind.Main && head > 0 && head == subject.First && sentence.Reading.Clauses.Any(c => c.VerbChunk < head && c.Object is { } taken && taken.Conjuncts.Contains(head)) && subject.Conjuncts.FirstOrDefault(c => c > head && view.IsKind(c - 1, ChunkKind.Comma)) is > 0 and var behind)
            head = behind;
        // "Bangkok and Hanoi each said": of which of them, of each
        if (head > 2 && head < v && chunks[head].End - chunks[head].First == 1 && tokens[chunks[head].First].Lower is "each" or "both" or "all" && view.IsNoun(head - 1))
        {
            var joint = head - 1;
            while (joint > 1 && view.IsKind(joint - 1, ChunkKind.Conjunction) && view.IsNoun(joint - 2))
                joint -= 2;
            return (new TokenRange(chunks[joint].First, chunks[head - 1].End), false);
        }

        if (head > v && clause.Kind == ClauseKind.Participial && clause.Verb.IsGerund)
            return (new TokenRange(chunks[head].First, view.Extent.End(head, chunks.Length, true)), false);
        if (head >= v)
            return (null, false);
        // "A statement signed by the group said": whoever signed it is told with it.
        if (head + 3 < v && SpeechSettings.IsSetting(tokens[chunks[head].Head].Lemma) && chunks[head + 1] is { Kind: ChunkKind.VerbGroup, IsBareParticiple: true } && (tokens[chunks[head + 2].First].Lower == "by" || (tokens[chunks[head + 2].First].Lower == "to" && tokens[chunks[head + 1].Head].Lower == "attributed")) && view.IsNoun(head + 3))
            return (new TokenRange(chunks[head].First, Math.Min(view.Extent.End(head + 3, v, false), chunks[v].First)), false);
        // "A post on the ministry's page said", "a statement on the group's channel said": whose page it is.
        if (head + 2 < v && Issuers.IsDocument(tokens[chunks[head].Head].Lower) && tokens[chunks[head + 1].First].Lower is "on" or "in" && view.IsNoun(head + 2) && tokens[chunks[head + 2].First..chunks[head + 2].End].Any(t => t.Pos == PartOfSpeech.PossessiveMarker))
            return (new TokenRange(chunks[head].First, chunks[head + 2].End), false);
        // "a claim New Delhi called laughable": who calls it so, and not what is called
        if (chunks[head].End - chunks[head].First > 2 && tokens[chunks[head].First].Pos == PartOfSpeech.Determiner && NounCues.Attributes(tokens[chunks[head].First + 1].Lemma) && tokens[chunks[head].First + 2].Pos == PartOfSpeech.ProperNoun)
            return (new TokenRange(chunks[head].First + 2, chunks[head].End), false);
        var limit = clause.SharesSubject || clause.Kind is ClauseKind.Participial or ClauseKind.Relative ? chunks.Length : v;
        return (new TokenRange(chunks[head].First, Math.Min(view.Extent.End(head, limit, false), chunks[v].First)), false);
    }

    // "The council issued a statement calling …", "released a video that threatened …": whoever issued it speaks.
    private TokenRange? Issuer(int noun)
    {
        if (!SpeechSettings.IsSetting(tokens[chunks[noun].Head].Lemma) || sentence.Reading.Clauses.FirstOrDefault(c => c.Object?.First == noun && c.Lemma is "issue" or "release" or "publish" or "post" or "send" or "write" or "circulate" or "air" or "broadcast" or "sign" or "put" or "adopt" or "share" or "deliver" or "give" or "make" or "record") is not { IsPassive: false, Subject: { } owner } issued)
            return null;
        return owner.First < issued.VerbChunk && CanSpeak(owner.First) ? new TokenRange(chunks[owner.First].First, Math.Min(view.Extent.End(owner.First, issued.VerbChunk, false), chunks[issued.VerbChunk].First)) : null;
    }

    // called it “a lie that will not live”, and denied …: what joins the two stands outside the quotation, so the second does not belong to what is in it.
    private bool LeavesQuotation(int joint)
    {
        var at = tokens[chunks[joint].First].Span.Start;
        return sentence.Woven.Any(q => q.Outer.End <= at && at - q.Outer.End <= 2);
    }

    // "Iran, whose border lies near, urged …": the second verb is the name's.
    private bool IsWhose(int k) => view.IsNoun(k) && tokens[chunks[k].First].Lower == "whose";

    // "Foreign Minister Silva, speaking beside his counterpart, Karim Aziz, said …": what stands between commas behind the first phrase tells of it.
    private TokenRange? BeforeParenthesis(Clause clause)
    {
        var v = clause.VerbChunk;
        // behind "asked about the shop, said" the verb looks like a participle of the shop
        if (!(clause.Kind == ClauseKind.Main || (clause.Kind == ClauseKind.Reduced && Cues.IsSaying(clause.Lemma))) || !view.IsKind(view.SkipAdverbsLeft(v - 1), ChunkKind.Comma))
            return null;
        var first = 0;
        while (first < v && (chunks[first].Kind is ChunkKind.Adverb or ChunkKind.Conjunction || view.IsKind(first, ChunkKind.Comma) && first > 0))
            first++;
        if (!view.IsNoun(first) || chunks[first].IsTime || !CanSpeak(first))
            return null;
        var comma = first + 1;
        while (comma + 1 < v && chunks[comma].Kind == ChunkKind.Preposition && view.IsNoun(comma + 1))
            comma += 2;
        // "Malaysia's prime minister, Hakim Razali, who chairs the bloc, said"
        if (view.IsKind(comma, ChunkKind.Comma) && view.IsNoun(comma + 1) && tokens[chunks[comma + 1].Head].Pos == PartOfSpeech.ProperNoun && view.IsKind(comma + 2, ChunkKind.Comma) && comma + 2 < v - 1)
            comma += 2;
        if (!view.IsKind(comma, ChunkKind.Comma) || comma + 1 >= v - 1 || !(chunks[comma + 1].Kind is ChunkKind.Relative or ChunkKind.Preposition || IsWhose(comma + 1) || chunks[comma + 1] is { Kind: ChunkKind.VerbGroup } told && (told.IsGerund || told.IsBareParticiple)))
            return null;
        for (var k = comma + 1; k < v; k++)
        {
            if (view.IsStanding(k) || (!IsWhose(comma + 1) && view.ClauseAt[k] is { Kind: ClauseKind.Main } main && !main.Verb.IsGerund && !main.Verb.IsBareParticiple))
                return null;
        }

        return new TokenRange(chunks[first].First, chunks[comma].First);
    }

    // "A man who asked not to be named for fear of arrest said": over the relative clause to the phrase it belongs to.
    private int Across(int v)
    {
        var inRelative = false;
        for (var k = v - 1; k >= 0; k--)
        {
            switch (chunks[k].Kind)
            {
                case ChunkKind.NounPhrase when view.IsKind(k - 1, ChunkKind.Preposition):
                    k--;
                    break;
                case ChunkKind.NounPhrase when inRelative && !view.IsKind(k - 1, ChunkKind.VerbGroup) && !view.IsKind(k - 1, ChunkKind.Relative):
                    return CanSpeak(k) ? k : -1;
                case ChunkKind.Relative when tokens[chunks[k].First].Lower is "who" or "which" or "that":
                    inRelative = true;
                    break;
                case ChunkKind.NounPhrase or ChunkKind.VerbGroup or ChunkKind.Adverb or ChunkKind.Preposition or ChunkKind.Adjective:
                    break;
                case ChunkKind.Comma when inRelative || k == v - 1:
                    break;
                default:
                    return -1;
            }
        }

        return -1;
    }

    // “…,” the mayor of Harir (ex-officer), a member of the council, said: whoever is named first behind the quotation speaks, whatever is told of them before the verb.
    private TokenRange? BehindQuotation(int v)
    {
        var quote = v - 1;
        while (quote >= 0 && !view.IsStanding(quote))
        {
            if (chunks[quote].Kind is not (ChunkKind.NounPhrase or ChunkKind.Preposition or ChunkKind.Comma or ChunkKind.OpenBracket or ChunkKind.CloseBracket or ChunkKind.Adverb or ChunkKind.Relative or ChunkKind.VerbGroup or ChunkKind.Adjective))
                return null;
            if (chunks[quote].Kind == ChunkKind.VerbGroup && view.ClauseAt[quote]?.Kind is ClauseKind.Main && !chunks[quote].IsGerund)
                return null;
            quote--;
        }

        var first = view.IsKind(quote + 1, ChunkKind.Comma) ? quote + 2 : quote + 1;
        if (quote < 0 || first >= v || !view.IsNoun(first))
            return null;
        var comma = first;
        while (comma < v && !view.IsKind(comma, ChunkKind.Comma) && !view.IsKind(comma, ChunkKind.OpenBracket))
            comma++;
        return comma < v ? new TokenRange(chunks[first].First, Math.Max(chunks[comma].First, view.Extent.End(first, v, false))) : null;
    }

    // "Seven were killed, said the army": the clause before has its own verb, so the phrase before the comma is no subject of "said".
    private bool SubjectIsNear(Clause clause, int comma)
    {
        if (clause.Subject is not { } subject || subject.First > clause.VerbChunk)
            return false;
        for (var k = subject.Last + 1; k < comma; k++)
        {
            if (view.ClauseAt[k] is { } between && between.Kind == ClauseKind.Main && !between.Verb.IsGerund)
                return false;
        }

        return true;
    }

    // The noun phrase found before the verb may be an age or belong to an apposition: "Ana Silva, 52, who …", "Ana Silva, head of the clinic, who …".
    private int Owner(int noun, Clause clause)
    {
        if (noun > 1 && tokens[chunks[noun].Head].Pos == PartOfSpeech.Number && chunks[noun].End - chunks[noun].First == 1 && view.IsKind(noun - 1, ChunkKind.Comma) && view.IsNoun(noun - 2))
            return noun - 2;
        // "White Angels, a group that feeds the old, said": the second verb, behind a comma, is what the name has done.
        var returns = clause is { Kind: ClauseKind.Relative, SharesSubject: true } && view.IsKind(view.SkipAdverbsLeft(clause.VerbChunk - 1), ChunkKind.Comma);
        if (clause.Kind != ClauseKind.Reduced && (clause.Kind != ClauseKind.Relative || (clause.Opener != "who" && !returns)))
            return noun;
        noun = Governing(noun);
        return noun > 1 && view.IsKind(noun - 1, ChunkKind.Comma) && view.IsNoun(noun - 2) && tokens[chunks[noun - 2].Head].Pos == PartOfSpeech.ProperNoun && tokens[chunks[noun].Head].Pos != PartOfSpeech.ProperNoun ? Governing(noun - 2) : noun;
    }

    /// <summary>Whether a verb tells that something else is not done ("refrained from").</summary>
    internal static bool IsHoldingBack(string lemma) => lemma is "refrain" or "abstain" or "shy" or "away" or "back" or "desist" or "prevent" or "stop" or "keep" or "bar" or "ban";

    // "the clinic in Harir": the phrase that the others hang on.
    private int Governing(int noun)
    {
        while (noun > 1 && view.IsKind(noun - 1, ChunkKind.Preposition) && view.IsNoun(noun - 2))
            noun -= 2;
        return noun;
    }

    internal bool CanSpeak(int noun) => CanSpeak(tokens[chunks[noun].Head]);

    /// <summary>Whether a noun of this kind names or describes somebody who speaks: a name, a pronoun, a person, a body.</summary>
    internal static bool CanSpeak(Token head) =>
        head.Pos is PartOfSpeech.ProperNoun or PartOfSpeech.Pronoun || MentionReader.IsBody(head.Lower) || MentionReader.IsRole(head.Lower) || MentionReader.IsRole(head.Lemma) || People.Find(head.Lower) is not null;
}
