using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Makes one figure of people whom a clause names as belonging together, without a number: "a tea seller and his son" is two dead, "women and children" one claim without
/// a number, "a tribal elder and former minister" one man. Those who have nothing to do with each other ("a woman and a guard"), and those whom a number counts, stay figures of their own.
/// </summary>
internal static class CountedTogether
{
    /// <param name="mentions">The mentions of a sentence in text order.</param>
    internal static ImmutableArray<HarmMention> Fold(Sentence sentence, ImmutableArray<HarmMention> mentions)
    {
        var inOrder = mentions.OrderBy(m => m.Effect).ThenBy(m => m.Chunk).ToArray();
        var folded = ImmutableArray.CreateBuilder<HarmMention>(mentions.Length);
        for (var i = 0; i < inOrder.Length; i++)
        {
            // "spouses Rolly and Emelda Paz" count Emelda already.
            if (folded.Count > 0 && folded[^1].Effect == inOrder[i].Effect && folded[^1].Trigger == inOrder[i].Trigger && folded[^1].Chunk < inOrder[i].Chunk && folded[^1].Count.NounEnd >= sentence.Chunks[inOrder[i].Chunk].End)
                continue;
            if (folded.Count > 0 && Join(sentence, folded[^1], inOrder[i]) is { } joined)
                folded[^1] = joined;
            else
                folded.Add(inOrder[i]);
            // "two guards, Karim Haddad and Omar Zain": who the two are; "three reporters, two Danes and a Swede": parts of the three.
            if (Members(sentence, inOrder, i) is var (count, named) && count > 0)
            {
                folded.AddRange(inOrder[(i + 1)..(i + 1 + count)].Where(_ => !named).Select(m => m with { IsPartial = true }));
                i += count;
            }
        }

        return [.. folded.OrderBy(m => m.Span)];
    }

    /// <summary>How many of the mentions behind a counted one list its members: they follow a comma and add up to its count; and whether all are names.</summary>
    private static (int Count, bool Named) Members(Sentence sentence, HarmMention[] mentions, int whole)
    {
        if (mentions[whole].Count.Count is not { IsExact: true, Min: > 1 and var total } || IsSingle(sentence, mentions[whole]))
            return (0, false);
        var (sum, named) = (0, true);
        for (var k = whole + 1; k < mentions.Length && mentions[k].Effect == mentions[whole].Effect && mentions[k].Trigger == mentions[whole].Trigger && mentions[k].Count.Count.IsExact; k++)
        {
            var gap = sentence.Chunks.Where(c => c.First >= mentions[k - 1].Count.NounEnd && c.End <= sentence.Chunks[mentions[k].Chunk].First).ToArray();
            if (gap.Length == 0 || !Array.TrueForAll(gap, c => Joins(sentence, c)) || (k == whole + 1 && gap is not [{ Kind: ChunkKind.Comma }]))
                break;
            (sum, named) = (sum + mentions[k].Count.Count.Min!.Value, named && IsSingle(sentence, mentions[k]) && IsName(sentence, mentions[k]));
            // "Seven farmers, three soldiers and four rebels were killed" is a list: an apposition closes with a comma before its verb.
            if (sum == total && k > whole + 1)
                return sentence.Chunks.FirstOrDefault(c => c.First >= mentions[k].Count.NounEnd) is { Kind: ChunkKind.VerbGroup } ? (0, false) : (k - whole, named);
        }

        return (0, false);
    }

    private static HarmMention? Join(Sentence sentence, HarmMention before, HarmMention mention)
    {
        if (before.Effect != mention.Effect || before.Trigger != mention.Trigger || before.IsPartial != mention.IsPartial || before.Status != mention.Status || before.Chunk == mention.Chunk)
            return null;
        var gap = sentence.Chunks.Where(c => c.First >= before.Count.NounEnd && c.End <= sentence.Chunks[mention.Chunk].First).ToArray();
        if (gap.Length == 0 || !Array.TrueForAll(gap, c => Joins(sentence, c)))
            return null;
        // "Ethiopian and Kenyan troops": of two countries, and nobody says how many.
        if (IsPlain(mention) && before.Count.NounEnd - before.Count.NounFirst == 1 && before.Count.First == before.Count.NounFirst && Peoples.IsAdjective(sentence.Tokens[before.Count.NounFirst]) && !gap.Any(c => c.Kind == ChunkKind.Comma))
            return mention with { Count = mention.Count with { First = before.Count.First, NounFirst = before.Count.NounFirst } };
        var count = before.Count with { NounEnd = mention.Count.NounEnd };
        if (gap is [{ Kind: ChunkKind.Comma }] && (IsName(sentence, mention) && IsDescription(sentence, before) || IsNamed(sentence, before) && !IsNamed(sentence, mention) && IsSingle(sentence, mention) && sentence.Tokens[sentence.Chunks[mention.Chunk].First].Pos != PartOfSpeech.PossessivePronoun))
            return before with { Count = count };
        // "Hala Odeh, a nurse and mother of four": one person, told of twice more.
        if (before.Count.Count is { Max: 1 } && !HasDeterminer(sentence, mention) && !IsName(sentence, mention) && IsSingle(sentence, mention) && sentence.Tokens[before.Count.NounFirst..before.Count.NounEnd].Any(t => t.Pos == PartOfSpeech.Comma))
            return before with { Count = count };
        if (IsSingle(sentence, before) && IsSingle(sentence, mention) && (IsSameOne(sentence, before, mention) || IsInsideName(sentence, before, mention)))
            return before with { Count = count };
        if (IsSingle(sentence, before) && IsSingle(sentence, mention) && (before.Count.Count.Min > 1 || sentence.Tokens[sentence.Chunks[mention.Chunk].First].Pos == PartOfSpeech.PossessivePronoun || (!HasDeterminer(sentence, mention) && !IsName(sentence, mention))))
            return before with { Count = count with { Count = CountRange.Exactly((before.Count.Count.Min ?? 1) + 1) } };
        return IsPlain(before) && IsPlain(mention) ? before with { Count = count } : null;
    }

    // "a tribal elder and former minister was killed": the verb says that they are one.
    private static bool IsSameOne(Sentence sentence, HarmMention before, HarmMention mention) =>
        mention.Clause is { IsPassive: true } clause && sentence.Tokens[clause.Verb.First].Lower is "was" or "has" or "is" && before.Count.Count is { Max: 1 } && !IsName(sentence, before) && !IsName(sentence, mention) && !HasDeterminer(sentence, mention);

    // "the head of the office of Trade and Customs Karim Haddad", "a clerk of the College of Law and Business Studies": the "and" belongs to the name of the body.
    private static bool IsInsideName(Sentence sentence, HarmMention before, HarmMention mention)
    {
        var end = sentence.Chunks[before.Chunk].End;
        return before.Count.NounEnd > end && sentence.Tokens[before.Count.NounEnd - 1] is { IsCapitalised: true } && !HasDeterminer(sentence, mention) && sentence.Tokens[sentence.Chunks[mention.Chunk].First].Pos == PartOfSpeech.ProperNoun && !IsName(sentence, before) &&
            sentence.Tokens[sentence.Chunks[before.Chunk].Head].Pos != PartOfSpeech.ProperNoun;
    }

    private static bool HasDeterminer(Sentence sentence, HarmMention mention) => sentence.Tokens[sentence.Chunks[mention.Chunk].First].Pos is PartOfSpeech.Determiner or PartOfSpeech.PossessivePronoun;

    private static bool Joins(Sentence sentence, Chunk chunk) =>
        chunk.Kind == ChunkKind.Comma || (chunk.Kind == ChunkKind.Conjunction && sentence.Tokens[chunk.First].Lower is "and" or "&");

    // People told of without a number word: "a driver", "his son", "Karim Haddad"; also those already joined.
    private static bool IsSingle(Sentence sentence, HarmMention mention) =>
        mention.Count.Count is { Min: { } min, Max: { } max } && min == max && !sentence.Tokens[mention.Count.First..Math.Max(mention.Count.NounFirst, mention.Count.First + 1)].Any(t => t.Pos == PartOfSpeech.Number || t.Lower is "another" or "dozen" or "couple" or "both");

    private static bool IsPlain(HarmMention mention) => mention.Count is { IsNumbered: false, Vague: null };

    private static bool IsName(Sentence sentence, HarmMention mention) => mention.Count.NounFirst < mention.Count.NounEnd && sentence.Tokens[mention.Count.NounFirst..mention.Count.NounEnd].All(t => t.Pos == PartOfSpeech.ProperNoun);

    // "our colleague Hala Odeh"
    private static bool IsNamed(Sentence sentence, HarmMention mention) =>
        IsName(sentence, mention) || (sentence.Chunks[mention.Chunk] is var chunk && chunk.End - mention.Count.NounFirst > 2 && sentence.Tokens[(chunk.End - 2)..chunk.End].All(t => t.Pos == PartOfSpeech.ProperNoun));

    private static bool IsDescription(Sentence sentence, HarmMention mention)
    {
        var chunk = sentence.Chunks[mention.Chunk];
        // "the village head, Bello Tanko"
        return (PersonNouns.Is(sentence.Tokens[chunk.Head]) || sentence.Tokens[chunk.First].Lower is "the") && mention.Count.Count is { Min: 1, Max: 1 } && sentence.Tokens[chunk.First].Lower is "the" or "a" or "an" | sentence.Tokens[chunk.First..chunk.End].Any(t => t.Pos is PartOfSpeech.PossessiveMarker or PartOfSpeech.PossessivePronoun);
    }
}
