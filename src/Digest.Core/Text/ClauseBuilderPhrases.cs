using System.Collections.Immutable;

namespace Digest.Text;

// What belongs to a verb on its right, and which noun phrases are coordinated.
internal sealed partial class ClauseBuilder
{
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
        if (before >= 0 && !(chunks[before].IsBareParticiple && passive[before] && PreviousFinite(before) is >= 0 and var other && subjectOf[other] != head && !ComplementTaking.Contains(tokens[chunks[other].Head].Lemma)))
        {
            var earlier = new List<int>();
            for (var k = head - 1; k > 0;)
            {
                if (!(IsKind(k, ChunkKind.Conjunction) || (IsKind(k, ChunkKind.Comma) && earlier.Count > 0)))
                    break;
                var j = k - 1;
                // "At least 18 officers, 14 of them policemen, and nine rebels were killed"
                if (IsKind(j, ChunkKind.Comma))
                    j = BeforeParenthesis(j + 1) is var open && open < j ? open : j - 1;
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
            // "four guards in Iraq and Syria": names that a preposition governs are joined with each other.
            // But "the mayor of Huasa, Anibal Rojas, and two clerks" lists people, as its end says.
            if (k > head + 1 && IsNoun(k - 1) && IsGoverned(k - 1) && IsNamed(k - 1) && IsNamed(noun) && !IsNamed(head) && !(comma && !joins && ListEnd(noun) is >= 0 and var last && !IsNamed(last)))
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
