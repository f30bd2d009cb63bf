using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>How many people a noun phrase speaks of.</summary>
/// <param name="Count">The number, with no bounds where the phrase gives none.</param>
/// <param name="Vague">The word instead of a number ("several", "dozens"), else null.</param>
/// <param name="First">The first token of what counts ("at least", the number, the determiner).</param>
/// <param name="NounFirst">The first token of who is counted; equal to NounEnd where nobody is named ("five were killed").</param>
/// <param name="NounEnd">The token after the last of who is counted, of-phrases included.</param>
/// <param name="IsDefinite">"the three men", "his two sons": may point back to people already told of.</param>
/// <param name="IsPartOfGroup">"two of them", "six of the victims": a part of a group told of.</param>
internal sealed record HeadCount(CountRange Count, string? Vague, int First, int NounFirst, int NounEnd, bool IsDefinite, bool IsPartOfGroup)
{
    private static readonly FrozenSet<string> VagueWords = WordList.Read("Facts/Casualties/vague.words.txt");

    /// <summary>Words that open a part of a group already told of: "of them", "of the dead".</summary>
    private static readonly FrozenSet<string> Back = new[] { "them", "whom", "which", "these", "those", "the" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Nouns in the singular that name several people at once.</summary>
    private static readonly FrozenSet<string> Groups = new[] { "family", "household", "band", "crew", "team", "group", "gang", "patrol", "squad", "crowd", "congregation", "population", "clergy", "staff", "personnel", "garrison", "delegation" }.ToFrozenSet(StringComparer.Ordinal);

    internal bool IsNumbered => Count.IsNumbered;

    /// <summary>Reads the noun phrase of a chunk with the of-phrase behind it; null where it cannot be people (a time, money, a thing).</summary>
    internal static HeadCount? Of(Sentence sentence, int chunkIndex)
    {
        var tokens = sentence.Tokens;
        var chunk = sentence.Chunks[chunkIndex];
        if (chunk.Kind != ChunkKind.NounPhrase || chunk.IsTime || tokens[chunk.First..chunk.End].Any(t => t.Pos == PartOfSpeech.Symbol) || IsMeasure(tokens, chunk) || Ages.Are(sentence, chunkIndex))
            return null;

        var end = EndWithOf(sentence, chunkIndex, out var of);
        var at = chunk.First;
        var definite = false;
        Quantity.Bound? bound = null;
        while (at < chunk.End)
        {
            if (Quantity.At(tokens, at) is { } hedge && at + hedge.Words.Length < chunk.End && !(hedge.Words.Length == 1 && hedge.Words[0] is "some" && !Quantity.IsNumberStart(tokens, at + 1)))
            {
                bound = hedge.Bound == Quantity.Bound.Exact ? bound ?? hedge.Bound : hedge.Bound;
                at += hedge.Words.Length;
            }
            else if (tokens[at].Lower is "the" or "these" or "those" or "both" || tokens[at].Pos == PartOfSpeech.PossessivePronoun)
            {
                definite = true;
                at++;
            }
            else if (tokens[at].Lower is "all" or "other" or "more" or "additional" or "further" or "another" or "unidentified" or "last" or "first" or "suspected" or "alleged" or "innocent" or "second" or "initial" && at + 1 < chunk.End && Quantity.IsNumberStart(tokens, at + 1))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        if (at >= chunk.End)
            at = chunk.First;
        var part = of >= 0 && tokens[of].Lower is var back && Back.Contains(back);
        // "Iraq's two soldiers": the count stands behind the possessor.
        var start = at;
        if (NumberReader.At(tokens, at) is null)
        {
            for (var k = at; k < chunk.End; k++)
            {
                if (tokens[k].Pos == PartOfSpeech.PossessiveMarker && k + 1 < chunk.End)
                {
                    at = k + 1;
                    definite = true;
                }
            }
        }

        if (NumberReader.At(tokens, at) is { } numeral && numeral.End <= chunk.End + 3)
        {
            if (IsYear(tokens, numeral, chunk.End))
                return null;
            var noun = Math.Min(Math.Max(numeral.End, at), Math.Max(end, numeral.End));
            while (noun < chunk.End && tokens[noun].Lower is "other" or "more" or "others" && noun + 1 < chunk.End)
                noun++;
            if (of >= 0 && noun >= chunk.End)
                noun = of;
            var count = bound switch
            {
                Quantity.Bound.Least => CountRange.AtLeast(numeral.Low),
                Quantity.Bound.Most => CountRange.UpTo(numeral.High),
                _ => CountRange.Between(numeral.Low, numeral.High),
            };
            return new HeadCount(count, null, chunk.First, noun, Math.Max(noun, end), definite, part);
        }

        // ‘more than 20’ fighters: the number stands in quotation marks before the noun.
        if (chunkIndex >= 3 && sentence.Chunks[chunkIndex - 1].Kind == ChunkKind.CloseQuote && sentence.Chunks[chunkIndex - 3].Kind == ChunkKind.OpenQuote &&
            Of(sentence, chunkIndex - 2) is { IsNumbered: true } quoted && quoted.NounFirst >= quoted.NounEnd)
            return quoted with { NounFirst = chunk.First, NounEnd = end };

        // 12 “valiant soldiers”: only what they are called is somebody's word.
        if (chunkIndex >= 2 && sentence.Chunks[chunkIndex - 1].Kind == ChunkKind.OpenQuote && tokens[chunk.First].Pos is not (PartOfSpeech.Number or PartOfSpeech.Determiner or PartOfSpeech.Pronoun) &&
            Of(sentence, chunkIndex - 2) is { IsNumbered: true } before && before.NounFirst >= before.NounEnd)
            return before with { NounFirst = chunk.First, NounEnd = end };

        // "a family of five", "a crew of 22", "a married couple"
        if (tokens[chunk.Head].Lower is "family" or "crew" or "group" or "team" or "party" or "squad" && of >= 0 && NumberReader.At(tokens, of) is { } size && size.End >= end)
            return new HeadCount(CountRange.Between(size.Low, size.High), null, chunk.First, at + (tokens[at].Lower is "a" or "an" ? 1 : 0), end, definite, false);
        var last = chunk.Head > chunk.First && HarmLexicon.State(tokens[chunk.Head]) is not null ? chunk.Head - 1 : chunk.Head;
        if (tokens[last].Lower == "couple" && of < 0 && last > at)
            return new HeadCount(CountRange.Exactly(2), null, chunk.First, at + (tokens[at].Lower is "a" ? 1 : 0), end, definite, false);

        at = start;
        if (chunk.First > 0 && tokens[chunk.First - 1].Lower == "how" && tokens[chunk.First].Lower is "many" or "much")
            return null; // "could not say how many were hurt"
        if (VagueAt(tokens, at, chunk.End) is var (vague, vagueEnd))
            return new HeadCount(default, vague, chunk.First, of >= 0 && vagueEnd >= chunk.End ? Math.Max(of, vagueEnd < end && tokens[vagueEnd].Lower == "of" ? vagueEnd + 1 : Math.Min(vagueEnd, end)) : Math.Min(vagueEnd, end), end, definite, part);

        var head = tokens[chunk.Head];
        // "and another was injured"; "killed one another" is a pronoun.
        if (head.Lower == "another" && !(chunk.First > 0 && tokens[chunk.First - 1].Lower == "one"))
            return new HeadCount(CountRange.Exactly(1), null, chunk.First, end, end, definite, false);
        if (head.Pos is PartOfSpeech.Pronoun or PartOfSpeech.Determiner)
            return null;
        // "12.4 million", "9999999999999": a number that no headcount can be is not one person.
        if (tokens[at].Pos == PartOfSpeech.Number && tokens[at].Lower is not ("one" or "1"))
            return null;
        var indefinite = tokens[at].Lower is "a" or "an" or "one" or "another";
        var plural = head.Pos == PartOfSpeech.PluralNoun || head.Lower is "people" or "police" or "troops" || (head.Pos == PartOfSpeech.ProperNoun && head.Lower.EndsWith('s') && (PersonNouns.Contains(Lexicon.Singular(head.Lower)) || Peoples.Is(head)));
        var nounFirst = indefinite ? at + 1 : at;
        // "a family", "his band": several people, nobody says how many.
        if ((plural && !indefinite) || Groups.Contains(head.Lower))
            return new HeadCount(default, null, chunk.First, nounFirst, end, definite, part);
        return new HeadCount(CountRange.Exactly(1), null, chunk.First, nounFirst, end, definite, false);
    }

    // "90 per cent of them" is a share.
    private static bool IsMeasure(ImmutableArray<Token> tokens, Chunk chunk)
    {
        if (tokens[chunk.Head].Lower is "cent" or "percent")
            return true;
        if (tokens[chunk.First].Pos != PartOfSpeech.Number)
            return false;
        return chunk.End < tokens.Length && (tokens[chunk.End].Lower is "%" or "percent" || (tokens[chunk.End].Lower == "per" && chunk.End + 1 < tokens.Length && tokens[chunk.End + 1].Lower == "cent")) ||
            tokens[chunk.First..chunk.End].Any(t => t.Lower is "percent" or "per" or "cent");
    }

    // "in 2002", "the 1964-1985 dictatorship": four digits without a comma that no noun follows.
    private static bool IsYear(ImmutableArray<Token> tokens, Numeral numeral, int end) =>
        numeral.Low is >= 1900 and <= 2100 && numeral.End - numeral.First == 1 && ((numeral.Low == numeral.High && tokens[numeral.First].Text.Length == 4 && numeral.End >= end) || (numeral.High is > 1900 and <= 2100 && numeral.Low < numeral.High && tokens[numeral.First].Text.Length is 7 or 9));

    private static (string Word, int End)? VagueAt(ImmutableArray<Token> tokens, int at, int end)
    {
        // longest first: "a large number of", "tens of thousands of", "several"
        for (var length = 4; length >= 1; length--)
        {
            if (at + length > tokens.Length || at + length > end + 3)
                continue;
            var words = string.Join(' ', tokens[at..(at + length)].Select(t => t.Lower));
            if (VagueWords.Contains(words))
                return (words, at + length);
        }

        return null;
    }

    // The noun phrase with its of-phrases: "members of Kataib Hezbollah"; also where the of-phrase starts.
    private static int EndWithOf(Sentence sentence, int chunkIndex, out int of)
    {
        of = -1;
        var end = sentence.Chunks[chunkIndex].End;
        for (var k = chunkIndex + 1; k + 1 < sentence.Chunks.Length; k += 2)
        {
            var preposition = sentence.Chunks[k];
            var noun = sentence.Chunks[k + 1];
            if (preposition.Kind != ChunkKind.Preposition || noun.Kind != ChunkKind.NounPhrase || sentence.Tokens[preposition.First].Lower != "of")
                break;
            if (of < 0)
                of = noun.First;
            end = noun.End;
        }

        return end;
    }
}
