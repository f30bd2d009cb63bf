using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Numbers that say how old people are: "Serhiy Melnyk, 58", "three men, 46, 30 and 22", "sisters aged 3, 5, 9 and 12", "children between the ages of seven and 13", "17 children between
/// seven and 13", "girls of six and eight". They count nobody, and stand for whoever they are told of.
/// </summary>
internal static class Ages
{
    private const int Oldest = 110;

    /// <summary>How many tokens a list of ages takes: "aged 3, 5, 9, 12 and 14".</summary>
    private const int LongestList = 14;

    /// <summary>Nouns that "of" and a bare number give an age ("a boy of six"); a crew of six is six people.</summary>
    private static readonly FrozenSet<string> Bearers = WordList.Read("Facts/Casualties/agebearers.words.txt");

    /// <summary>Whether a bare number is an age by the words before it.</summary>
    internal static bool Are(Sentence sentence, int chunk) => IsBare(sentence.Tokens, sentence.Chunks[chunk]) && (Mark(sentence.Tokens, sentence.Chunks[chunk]) >= 0 || IsRange(sentence, chunk));

    /// <summary>The noun phrase of whoever the age is told of; null where the chunk is no age or the sentence does not say whose it is.</summary>
    internal static int? OwnerOf(Sentence sentence, int chunk) => MarkedOwner(sentence, chunk) ?? (IsRange(sentence, chunk) ? NounBefore(sentence, chunk) : Beside(sentence, chunk));

    // The token that makes the numbers behind it ages ("aged", "ages", the noun before "of"); -1 where there is none.
    private static int Mark(ImmutableArray<Token> tokens, Chunk chunk)
    {
        for (var k = chunk.First - 1; k >= Math.Max(0, chunk.First - LongestList); k--)
        {
            if (tokens[k].Lower is "aged" or "ages" or "age")
                return k;
            // "a girl of nine, and five wounded": behind a comma or before a harm it is a count again.
            if (tokens[k].Lower == "of" && k > 0 && !tokens[k..chunk.First].Any(t => t.Pos == PartOfSpeech.Comma) && !(chunk.End < tokens.Length && HarmLexicon.State(tokens[chunk.End]) is not null) && (Bearers.Contains(tokens[k - 1].Lower) || Bearers.Contains(tokens[k - 1].Lemma)))
                return k;
            if (!(tokens[k].Pos is PartOfSpeech.Number or PartOfSpeech.Comma || tokens[k].Lower is "and" or "or" or "to" or "between" or "from" or "of" or "the"))
                return -1;
        }

        return -1;
    }

    private static int? MarkedOwner(Sentence sentence, int chunk)
    {
        var (tokens, chunks) = (sentence.Tokens, sentence.Chunks);
        if (chunks[chunk].Kind != ChunkKind.NounPhrase || !IsBare(tokens, chunks[chunk]) || Mark(tokens, chunks[chunk]) is not (>= 0 and var mark))
            return null;
        var end = mark;
        while (end > 0 && tokens[end - 1].Lower is "," or "the" or "between" or "(")
            end--;
        for (var k = chunk - 1; k >= 0; k--)
        {
            if (chunks[k].End <= end)
                return chunks[k].End == end && chunks[k] is { Kind: ChunkKind.NounPhrase, IsTime: false } ? k : null;
        }

        return null;
    }

    // "17 children between seven and 13": a range right behind people; behind a comma only where they are counted already ("rebels, between 15 and 20" counts them).
    private static bool IsRange(Sentence sentence, int chunk)
    {
        var (tokens, phrase) = (sentence.Tokens, sentence.Chunks[chunk]);
        if (phrase.Kind != ChunkKind.NounPhrase || !IsBare(tokens, phrase) || (tokens[phrase.First].Lower != "between" && !(phrase.First > 0 && tokens[phrase.First - 1].Lower == "between")) || NounBefore(sentence, chunk) is not { } noun)
            return false;
        var apposed = tokens[sentence.Chunks[noun].End].Pos == PartOfSpeech.Comma;
        var people = sentence.Chunks[noun];
        return PersonNouns.Is(tokens[people.Head]) && (!apposed || tokens[people.First..people.Head].Any(t => t.Pos == PartOfSpeech.Number));
    }

    private static int? NounBefore(Sentence sentence, int chunk)
    {
        var k = chunk - 1;
        while (k > 0 && (sentence.Chunks[k].Kind == ChunkKind.Comma || sentence.Tokens[sentence.Chunks[k].First].Lower == "between"))
            k--;
        return k >= 0 && sentence.Chunks[k] is { Kind: ChunkKind.NounPhrase, IsTime: false } ? k : null;
    }

    private static bool IsBare(ImmutableArray<Token> tokens, Chunk chunk) =>
        NumberReader.At(tokens, chunk.Head) is { Low: <= Oldest } && tokens[chunk.First..chunk.End].All(t => t.Pos == PartOfSpeech.Number || t.Lower is "between" or "and" or "to" or "from");

    // A number alone behind a comma behind people: "Serhiy Melnyk, 58", "three men, 46, 30 and 22".
    private static int? Beside(Sentence sentence, int chunk)
    {
        var chunks = sentence.Chunks;
        if (chunk < 2 || chunks[chunk].Kind != ChunkKind.NounPhrase || chunks[chunk].End - chunks[chunk].First != 1 || NumberReader.At(sentence.Tokens, chunks[chunk].First) is not { Low: <= Oldest } || chunks[chunk - 2].Kind != ChunkKind.NounPhrase || chunks[chunk - 2].IsTime)
            return null;
        // "her daughter, 9," – an age stands between marks; "the group, eight of its members" is a count.
        if (chunk + 1 < chunks.Length && chunks[chunk + 1].Kind is not (ChunkKind.Comma or ChunkKind.CloseBracket or ChunkKind.Conjunction or ChunkKind.Break or ChunkKind.Other))
            return null;
        if (chunks[chunk - 1].Kind is ChunkKind.Comma or ChunkKind.Conjunction && Beside(sentence, chunk - 2) is { } owner)
            return owner;
        if (chunks[chunk - 1].Kind is not (ChunkKind.Comma or ChunkKind.OpenBracket))
            return null;
        if (HeadCount.Of(sentence, chunk - 2) is { Count: { Min: 1, Max: 1 } } one && one.NounFirst < one.NounEnd)
            return chunk - 2;
        // Several people have several ages.
        var list = chunk + 2 < chunks.Length && chunks[chunk + 1].Kind is ChunkKind.Comma or ChunkKind.Conjunction && chunks[chunk + 2].Kind == ChunkKind.NounPhrase && chunks[chunk + 2].End - chunks[chunk + 2].First == 1 && NumberReader.At(sentence.Tokens, chunks[chunk + 2].First) is not null;
        return list && PersonNouns.Is(sentence.Tokens[chunks[chunk - 2].Head]) ? chunk - 2 : null;
    }
}
