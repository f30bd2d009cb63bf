using Digest.Text;

namespace Digest.Facts;

/// <summary>Parts of a figure: "killed 20 people, including three children", "19 wounded, seven of them women", "two women were among the dead".</summary>
internal static class PartReader
{
    internal static IEnumerable<HarmMention> Read(Sentence sentence, List<HarmMention> whole)
    {
        var tokens = sentence.Tokens;
        var chunks = sentence.Chunks;
        for (var i = 0; i < chunks.Length; i++)
        {
            var first = chunks[i].First;
            var before = whole.Where(m => m.Count.NounEnd <= first && chunks[m.Chunk].End <= first && !m.IsPartial).MaxBy(m => m.Chunk);
            // "including three children and a nurse", "among them two soldiers and a woman"
            if (before is not null && Opens(tokens, first) is > 0 and var after)
            {
                foreach (var part in List(sentence, after, before.Effect, before.Trigger))
                    yield return part;
            }

            // "seven of them children", "most of whom were women"
            if (before is not null && chunks[i].Kind == ChunkKind.NounPhrase && i + 2 < chunks.Length && tokens[chunks[i].End].Lower == "of" && tokens[chunks[i].End + 1].Lower is "them" or "whom" or "which" &&
                HeadCount.Of(sentence, i) is { } count && (count.IsNumbered || count.Vague is not (null or "all")) && !whole.Any(m => m.Chunk == i) && !Harmed.Speaks(sentence, i))
                yield return new HarmMention(sentence, before.Effect, count, i, before.Trigger, null) { IsPartial = true };

            // "15 villagers had been shot, eight fatally"
            if (before is not null && chunks[i].Kind == ChunkKind.NounPhrase && tokens[chunks[i].First].Pos == PartOfSpeech.Number && FatallyBehind(sentence, i) is { } fatally && HeadCount.Of(sentence, i) is { IsNumbered: true } fatal)
                yield return new HarmMention(sentence, HarmEffect.Killed, fatal with { NounFirst = fatally, NounEnd = fatally }, i, fatally, null) { IsPartial = true };

            // "four of those killed were children", "only two of the dead were soldiers": the harm stands in the of-phrase
            if (chunks[i].Kind == ChunkKind.NounPhrase && !whole.Any(m => m.Chunk == i) && Harmed.PointsToHarmed(sentence, i) && HarmOfGroup(sentence, chunks[i].End) is { } effect &&
                HeadCount.Of(sentence, i) is { IsNumbered: true } part2)
                yield return new HarmMention(sentence, effect, part2, i, chunks[i].Head, null) { IsPartial = true };

            // "Among those killed were 10 civilians"
            if (tokens[first].Lower == "among" && HarmOfGroup(sentence, first) is { } group && sentence.Clauses.FirstOrDefault(c => c.Verb.First > first && c.Verb.First <= first + 5 && c.Lemma == "be") is { } inverted)
            {
                foreach (var part in List(sentence, inverted.Verb.End, group, first + 1))
                    yield return part;
                continue;
            }

            // "The dead include a tea seller and his son"
            if (chunks[i].Kind == ChunkKind.NounPhrase && tokens[first].Lower is "the" or "those" && HarmOfGroup(sentence, first) is { } listed && sentence.Clauses.FirstOrDefault(c => c.Lemma is "include" or "comprise" && !c.Verb.IsGerund && c.Subject is { } s && s.Conjuncts.Contains(i)) is { } include)
            {
                foreach (var part in List(sentence, include.Verb.End, listed, first + 1))
                    yield return part;
            }

            // "Mum and three kids among 19 killed", "Girl, 9, among dead": a headline leaves the verb out.
            if (sentence.IsHeadline && tokens[first].Lower == "among" && i > 0 && HarmOfGroup(sentence, first) is { } headlined && !sentence.Clauses.Any(c => c.Verb.End <= first))
            {
                foreach (var part in Before(sentence, i, headlined, whole))
                    yield return part;
            }

            // "Two women and a child were among the dead", "a pharmacist, was among those killed"
            if (tokens[first].Lower == "among" && HarmOfGroup(sentence, first) is { } among && sentence.Clauses.LastOrDefault(c => c.Verb.End <= first && c.Verb.End >= first - 2 && c.Lemma is "be" or "count" or "number" or "include") is { Subject: { } subject })
            {
                foreach (var chunk in subject.Conjuncts)
                {
                    if (HeadCount.Of(sentence, chunk) is { } member && !(chunks[chunk].First > 0 && tokens[chunks[chunk].First - 1].Lower is "not" or "no") && !whole.Any(m => m.Chunk == chunk) && Harmed.CanBe(sentence, chunk, member, peopleOnly: true))
                        yield return new HarmMention(sentence, among, member, chunk, first + 1, null) { IsPartial = true };
                }
            }
        }
    }

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
            if (chunks[k].Kind == ChunkKind.NounPhrase && !Harmed.IsAge(sentence, k) && !whole.Any(m => m.Chunk == k) && HeadCount.Of(sentence, k) is { } count && Harmed.IsPeople(sentence, k, count))
                yield return new HarmMention(sentence, effect, count, k, chunks[among].First + 1, null) { IsPartial = true };
        }
    }

    // Where the list of a part starts, if "including", "among them", "of whom" opens at the token; else 0.
    private static int Opens(System.Collections.Immutable.ImmutableArray<Token> tokens, int at) =>
        tokens[at].Lower is "including" or "includes" or "incl." && at > 0 ? at + 1
        : tokens[at].Lower == "among" && at + 1 < tokens.Length && tokens[at + 1].Lower is "them" or "whom" ? at + 2
        : tokens[at].Lower == "of" && at + 1 < tokens.Length && tokens[at + 1].Lower is "whom" or "them" && at > 0 && tokens[at - 1].Pos == PartOfSpeech.Comma ? at + 2
        // "12 people — five policemen and seven civilians"
        : tokens[at].Lower is "—" or "–" or "--" or ":" && at + 1 < tokens.Length && tokens[at + 1].Pos == PartOfSpeech.Number ? at + 1
        : 0;

    internal static IEnumerable<HarmMention> List(Sentence sentence, int from, HarmEffect effect, int trigger)
    {
        var chunks = sentence.Chunks;
        var tokens = sentence.Tokens;
        for (var k = 0; k < chunks.Length; k++)
        {
            if (chunks[k].First < from)
                continue;
            if (chunks[k].Kind == ChunkKind.NounPhrase)
            {
                if (k > 0 && chunks[k - 1].Kind == ChunkKind.Preposition && chunks[k].First != from)
                {
                    if (tokens[chunks[k - 1].First].Lower is "of" or "from")
                        continue;
                    yield break;
                }

                if (chunks[k].IsTime || HeadCount.Of(sentence, k) is not { } count || !Harmed.IsPeople(sentence, k, count))
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
            if (k > at && HarmLexicon.State(tokens[k]) is { } state)
                return state;
        }

        return null;
    }
}
