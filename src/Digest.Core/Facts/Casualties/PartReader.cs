using Digest.Text;

namespace Digest.Facts;

/// <summary>Parts of a figure: "killed 20 people, including three children", "19 wounded, seven of them women", "two women were among the dead".</summary>
internal static class PartReader
{
    /// <param name="last">The harm the sentences before told of last; null where they told of none.</param>
    internal static IEnumerable<HarmMention> Read(Sentence sentence, List<HarmMention> whole, HarmEffect? last)
    {
        var tokens = sentence.Tokens;
        var chunks = sentence.Chunks;
        for (var i = 0; i < chunks.Length; i++)
        {
            var first = chunks[i].First;
            var before = whole.Where(m => m.Count.NounEnd <= first && chunks[m.Chunk].End <= first && !m.IsPartial).MaxBy(m => m.Chunk);
            // "including three children and a nurse", "among them two soldiers and a woman"
            if (before is not null && Opens(tokens, first) is > 0 and var after && !(chunks[i].Kind == ChunkKind.Break && HasVerb(chunks, i + 1)))
            {
                foreach (var part in List(sentence, after, before.Effect, before.Trigger))
                    yield return part;
            }

            // "three reporters, two Americans and a Swede": behind the comma the members add up to the whole.
            if (before is not null && chunks[i].Kind == ChunkKind.Comma && chunks[i].First == before.Count.NounEnd && before.Count.Count is { IsExact: true, Min: > 2 and var total })
            {
                var members = List(sentence, chunks[i].End, before.Effect, before.Trigger).ToList();
                if (members.Count > 1 && members.Sum(m => m.Count.Count.Min ?? 0) == total)
                {
                    foreach (var member in members)
                        yield return member;
                }
            }

            // "seven of them children", "most of whom were women"
            if (before is not null && chunks[i].Kind == ChunkKind.NounPhrase && i + 2 < chunks.Length && !IsException(tokens, first) && tokens[chunks[i].End].Lower == "of" && tokens[chunks[i].End + 1].Lower is "them" or "whom" or "which" &&
                HeadCount.Of(sentence, i) is { } count && (count.IsNumbered || count.Vague is not (null or "all")) && !IsUnnamed(sentence, i + 2) && !IsMoved(sentence, i) && !whole.Any(m => m.Chunk == i) && !Harmed.Speaks(sentence, i))
                yield return new HarmMention(sentence, before.Effect, count, i, before.Trigger, null) { IsPartial = true };

            // "nine soldiers, seven of them in an ambush and two at a post": the rest of the same sum.
            if (before is { Count.Count: { IsExact: true, Min: { } sum } } && chunks[i].Kind == ChunkKind.NounPhrase && i > 0 && chunks[i - 1].Kind == ChunkKind.Conjunction && HeadCount.Of(sentence, i) is { Count: { IsExact: true, Min: { } remainder } } rest2 && rest2.NounFirst >= rest2.NounEnd && !whole.Any(m => m.Chunk == i) &&
                Enumerable.Range(before.Chunk + 1, i - before.Chunk - 1).Any(k => chunks[k].Kind == ChunkKind.NounPhrase && k + 2 < i && tokens[chunks[k].End].Lower == "of" && tokens[chunks[k].End + 1].Lower is "them" or "whom" && HeadCount.Of(sentence, k) is { Count: { IsExact: true, Min: { } share } } && share + remainder == sum))
                yield return new HarmMention(sentence, before.Effect, rest2, i, before.Trigger, null) { IsPartial = true };

            // "12 civilians, two children among them, had died"
            if (chunks[i].Kind == ChunkKind.NounPhrase && i > 0 && chunks[i - 1].Kind == ChunkKind.Comma && chunks[i].End + 1 < tokens.Length && tokens[chunks[i].End].Lower == "among" && tokens[chunks[i].End + 1].Lower is "them" or "whom" && !whole.Any(m => m.Chunk == i) &&
                whole.Where(m => m.Chunk < i && !m.IsPartial).MaxBy(m => m.Chunk) is { } all && HeadCount.Of(sentence, i) is { } within && Harmed.IsPeople(sentence, i, within))
                yield return new HarmMention(sentence, all.Effect, within, i, all.Trigger, null) { IsPartial = true };

            // "15 villagers had been shot, eight fatally"
            if (before is not null && chunks[i].Kind == ChunkKind.NounPhrase && tokens[chunks[i].First].Pos == PartOfSpeech.Number && FatallyBehind(sentence, i) is { } fatally && HeadCount.Of(sentence, i) is { IsNumbered: true } fatal)
                yield return new HarmMention(sentence, HarmEffect.Killed, fatal with { NounFirst = fatally, NounEnd = fatally }, i, fatally, null) { IsPartial = true };

            // "It had the names of 26 of the dead. Eleven of them were shot in one house": how they died says no more than that they did.
            if (i == 0 && last == HarmEffect.Killed && chunks[i].Kind == ChunkKind.NounPhrase && i + 2 < chunks.Length && tokens[chunks[i].End].Lower == "of" && tokens[chunks[i].End + 1].Lower == "them" && HeadCount.Of(sentence, i) is { IsNumbered: true } shot && !whole.Any(m => m.Chunk == i) &&
                sentence.Clauses.FirstOrDefault(c => c is { IsPassive: true, Lemma: "shoot" or "stab" or "hack" or "burn" or "crush" or "strangle" or "hang" or "behead" or "drown" or "bludgeon", Subject: { } s } && s.First == i) is { } way)
                yield return new HarmMention(sentence, HarmEffect.Killed, shot, i, way.Verb.Head, null) { IsPartial = true };

            // "four of those killed were children", "only two of the dead were soldiers": the harm stands in the of-phrase
            if (chunks[i].Kind == ChunkKind.NounPhrase && !whole.Any(m => m.Chunk == i) && !IsException(tokens, first) && Harmed.PointsToHarmed(sentence, i) && !IsMoved(sentence, i) && HarmOfGroup(sentence, chunks[i].End) is { } effect &&
                HeadCount.Of(sentence, i) is { } some && (some.IsNumbered || (some.Vague is not (null or "all") && SaysWho(sentence, i))))
                yield return new HarmMention(sentence, effect, some, i, chunks[i].Head, null) { IsPartial = true };

            // "Among those killed were 10 civilians"
            if (tokens[first].Lower == "among" && HarmOfGroup(sentence, first) is { } group && sentence.Clauses.FirstOrDefault(c => c.Verb.First > first && c.Verb.First <= first + 5 && c.Lemma == "be") is { } inverted)
            {
                foreach (var part in List(sentence, inverted.Verb.End, group, first + 1, harmed: true))
                    yield return part;
                continue;
            }

            // "The dead include a tea seller and his son"
            if (chunks[i].Kind == ChunkKind.NounPhrase && tokens[first].Lower is "the" or "those" && HarmOfGroup(sentence, first) is { } listed && sentence.Clauses.FirstOrDefault(c => c.Lemma is "include" or "comprise" && !c.Verb.IsGerund && c.Subject is { } s && s.Conjuncts.Contains(i)) is { } include)
            {
                foreach (var part in List(sentence, include.Verb.End, listed, first + 1, harmed: true))
                    yield return part;
            }

            // "the other two were a tea seller and his son": the rest of the harmed told of.
            if (IsRest(sentence, i) && (whole.Where(m => m.Chunk < i).MaxBy(m => m.Chunk)?.Effect ?? chunks.Take(i).Select(c => HarmOfGroup(sentence, c.First)).LastOrDefault(e => e is not null) ?? last) is { } rest && sentence.Clauses.FirstOrDefault(c => c.Lemma == "be" && !c.IsPassive && !c.Verb.IsNegated && c.Verb.Modal is null && c.Subject is { } s && s.First == i) is { Object: not null } are)
            {
                // "the other two were clerks" counts them before the verb.
                foreach (var part in List(sentence, are.Verb.End, rest, are.Verb.Head, harmed: true))
                    yield return part.Count.IsNumbered ? part : part with { Count = part.Count with { Count = HeadCount.Of(sentence, i)!.Count, First = first } };
            }

            // "Mum and three kids among 19 killed", "Girl, 9, among dead": a headline leaves the verb out.
            if (tokens[first].Lower == "among" && i > 0 && (sentence.IsHeadline || IsVerbless(chunks, i)) && HarmOfGroup(sentence, first) is { } headlined && !sentence.Clauses.Any(c => c.Verb.End <= first && c.VerbChunk > LastBreak(chunks, i) && !c.IsSpeech()))
            {
                foreach (var part in Before(sentence, i, headlined, whole))
                    yield return part;
            }

            // "Two women and a child were among the dead", "a pharmacist, was among those killed"
            if (tokens[first].Lower == "among" && HarmOfGroup(sentence, first) is { } among && sentence.Clauses.LastOrDefault(c => c.Verb.End <= first && c.Verb.End >= first - 2 && c.Lemma is "be" or "count" or "number" or "include") is { Subject: { } subject })
            {
                foreach (var chunk in subject.Conjuncts)
                {
                    if (HeadCount.Of(sentence, chunk) is { } member && !(chunks[chunk].First > 0 && tokens[chunks[chunk].First - 1].Lower is "not" or "no") && !whole.Any(m => m.Chunk == chunk) && Harmed.CanBe(sentence, chunk, member, peopleOnly: !member.IsNumbered || member.Count.Max == 1))
                        yield return new HarmMention(sentence, among, member, chunk, first + 1, null) { IsPartial = true };
                }
            }
        }
    }

    // "17.40 – Five children among the dead, the brigade says": nothing but a phrase stands between the mark and "among".
    private static bool IsVerbless(System.Collections.Immutable.ImmutableArray<Chunk> chunks, int among) =>
        chunks[among - 1].Kind == ChunkKind.NounPhrase && (among == 1 || chunks[among - 2].Kind is ChunkKind.Break or ChunkKind.Other);

    private static int LastBreak(System.Collections.Immutable.ImmutableArray<Chunk> chunks, int before)
    {
        for (var k = before - 1; k >= 0; k--)
        {
            if (chunks[k].Kind == ChunkKind.Break)
                return k;
        }

        return -1;
    }

    // "all but one of them women" says who the one is not.
    private static bool IsException(System.Collections.Immutable.ImmutableArray<Token> tokens, int first) =>
        tokens[first].Lower == "but" || (first > 0 && tokens[first - 1].Lower is "but" or "except");

    // "nine bodies, three of them unidentified" says who is known, not who was harmed.
    private static bool IsUnnamed(Sentence sentence, int group)
    {
        var end = sentence.Chunks[group].End;
        return end < sentence.Tokens.Length && sentence.Tokens[end].Lower is "unidentified" or "unknown" or "unclaimed" or "unnamed" or "identified";
    }

    // "the other two", without a noun
    private static bool IsRest(Sentence sentence, int chunk)
    {
        var (first, end) = (sentence.Chunks[chunk].First, sentence.Chunks[chunk].End);
        return end - first == 3 && sentence.Tokens[first].Lower == "the" && sentence.Tokens[first + 1].Lower is "other" or "remaining" && sentence.Tokens[first + 2].Pos == PartOfSpeech.Number;
    }

    // "– ten later fled –": a clause, no list.
    private static bool HasVerb(System.Collections.Immutable.ImmutableArray<Chunk> chunks, int noun)
    {
        var k = noun + 1;
        while (k < chunks.Length && chunks[k].Kind == ChunkKind.Adverb)
            k++;
        return k < chunks.Length && chunks[k].Kind == ChunkKind.VerbGroup;
    }

    // "most of the dead were civilians"
    private static bool SaysWho(Sentence sentence, int chunk) =>
        sentence.Clauses.Any(c => c.Lemma == "be" && !c.IsPassive && !c.Verb.IsNegated && c.Subject is { } s && s.First == chunk && c.Object is { } who && Harmed.IsPersonWord(sentence.Head(who.First)));

    // "four of the injured were flown to the capital": where they were brought says no more of their harm.
    private static bool IsMoved(Sentence sentence, int chunk) =>
        sentence.Clauses.Any(c => c.IsPassive && c.Subject is { } s && s.Conjuncts.Contains(chunk) && c.Lemma is "take" or "fly" or "transfer" or "move" or "evacuate" or "transport" or "airlift" or "bring" or "discharge" or "release" or "free" or "rescue" or "identify" or "name");

    private static int? FatallyBehind(Sentence sentence, int chunk)
    {
        var first = sentence.Chunks[chunk].First + 1;
        return first < sentence.Tokens.Length && sentence.Tokens[first].Lower is "fatally" or "mortally" ? first : null;
    }

    private static IEnumerable<HarmMention> Before(Sentence sentence, int among, HarmEffect effect, List<HarmMention> whole)
    {
        var chunks = sentence.Chunks;
        for (var k = among - 1; k >= 0 && chunks[k].Kind is ChunkKind.NounPhrase or ChunkKind.Comma or ChunkKind.Conjunction; k--)
        {
            if (chunks[k].Kind == ChunkKind.NounPhrase && Ages.OwnerOf(sentence, k) is null && !whole.Any(m => m.Chunk == k) && HeadCount.Of(sentence, k) is { } count && Harmed.IsPeople(sentence, k, count))
                yield return new HarmMention(sentence, effect, count, k, chunks[among].First + 1, null) { IsPartial = true };
        }
    }

    // Where the list of a part starts, if "including", "among them", "of whom" opens at the token; else 0.
    private static int Opens(System.Collections.Immutable.ImmutableArray<Token> tokens, int at) =>
        OpensAt(tokens, at) is > 0 and var after ? (after + 1 < tokens.Length && tokens[after].Lower is "that" or "those" && tokens[after + 1].Lower == "of" ? after + 2 : after) : 0;

    private static int OpensAt(System.Collections.Immutable.ImmutableArray<Token> tokens, int at) =>
        tokens[at].Lower is "including" or "includes" or "incl." && at > 0 ? at + 1
        : tokens[at].Lower == "among" && at + 1 < tokens.Length && tokens[at + 1].Lower is "them" or "whom" ? at + 2
        : tokens[at].Lower == "of" && at + 1 < tokens.Length && tokens[at + 1].Lower is "whom" or "them" or "which" && at > 0 && tokens[at - 1].Pos == PartOfSpeech.Comma ? at + 2
        // "12 people — five policemen and seven civilians"
        : tokens[at].Lower is "—" or "–" or "--" or "-" or ":" && at + 1 < tokens.Length && tokens[at + 1].Pos == PartOfSpeech.Number ? at + 1
        : 0;

    /// <param name="harmed">Whether the sentence says that those listed are the harmed, so that any noun may name one ("the dead include a tea seller").</param>
    internal static IEnumerable<HarmMention> List(Sentence sentence, int from, HarmEffect effect, int trigger, bool harmed = false)
    {
        var chunks = sentence.Chunks;
        var tokens = sentence.Tokens;
        var depth = 0;
        for (var k = 0; k < chunks.Length; k++)
        {
            if (chunks[k].First < from)
                continue;
            depth += chunks[k].Kind switch { ChunkKind.OpenBracket => 1, ChunkKind.CloseBracket => -1, _ => 0 };
            if (depth < 0)
                yield break;
            // "two activists of the Justice Front (JF)": a bracket inside the list explains it.
            if (depth > 0)
                continue;
            if (chunks[k].Kind == ChunkKind.NounPhrase)
            {
                if (Ages.OwnerOf(sentence, k) is not null || Ages.Are(sentence, k))
                    continue;
                if (k > 0 && chunks[k - 1].Kind == ChunkKind.Preposition && chunks[k].First != from)
                {
                    if (tokens[chunks[k - 1].First].Lower is "of" or "from")
                        continue;
                    yield break;
                }

                if (chunks[k].IsTime || HeadCount.Of(sentence, k) is not { } count || !(harmed ? Harmed.CanBe(sentence, k, count, peopleOnly: false) : Harmed.IsPeople(sentence, k, count) || IsNamedBehind(sentence, k)))
                    yield break;

                if (chunks[k].First != from && k + 1 < chunks.Length && (chunks[k + 1].Kind == ChunkKind.VerbGroup || HarmLexicon.State(tokens[chunks[k + 1].First]) is not null || Harmed.Speaks(sentence, k)))
                    yield break;
                yield return new HarmMention(sentence, effect, count, k, trigger, null) { IsPartial = true };
            }
            else if (chunks[k].Kind is ChunkKind.VerbGroup or ChunkKind.Relative or ChunkKind.Subordinator or ChunkKind.Break)
            {
                yield break;
            }
        }
    }

    // "the village head, Bello Tanko, and his two wives": whoever is named between commas is somebody.
    private static bool IsNamedBehind(Sentence sentence, int chunk)
    {
        var (tokens, chunks) = (sentence.Tokens, sentence.Chunks);
        return tokens[chunks[chunk].First].Lower is "the" or "its" or "their" && tokens[chunks[chunk].Head].Pos == PartOfSpeech.Noun && PlaceWords.Noun(tokens[chunks[chunk].Head]) == PlaceNoun.None && chunk + 2 < chunks.Length && chunks[chunk + 1].Kind == ChunkKind.Comma && chunks[chunk + 2] is { Kind: ChunkKind.NounPhrase } name
            && name.End - name.First is > 1 and < 5 && tokens[name.First..name.End].All(t => t.Pos == PartOfSpeech.ProperNoun) && (chunk + 3 >= chunks.Length || chunks[chunk + 3].Kind is ChunkKind.Comma or ChunkKind.Other or ChunkKind.Conjunction)
            && Harmed.CanBe(sentence, chunk, HeadCount.Of(sentence, chunk)!, peopleOnly: false);
    }

    private static HarmEffect? HarmOfGroup(Sentence sentence, int at)
    {
        var tokens = sentence.Tokens;
        const int Reach = 8;
        for (var k = at; k < Math.Min(tokens.Length, at + Reach); k++)
        {
            if (tokens[k].Pos is PartOfSpeech.Comma)
                return null;
            if (tokens[k].Lower is "victims" or "fatalities" or "slain" or "martyrs")
                return HarmEffect.Killed;
            if (tokens[k].Lower is "casualties")
                return null;
            // "one of the prisoners wounded another": a deed of theirs.
            if (sentence.Clauses.Any(c => c.Verb.Head == k && !c.IsPassive && c.Object is not null))
                return null;
            if (k > at && HarmLexicon.State(tokens[k]) is { } state)
                return state;
        }

        return null;
    }
}
