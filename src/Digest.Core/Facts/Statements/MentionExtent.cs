using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Tells how far a mention reaches from its first noun phrase.</summary>
internal sealed class MentionExtent(SpeechSentence sentence)
{
    private readonly ImmutableArray<Token> tokens = sentence.Tokens;
    private readonly ImmutableArray<Chunk> chunks = sentence.Chunks;

    /// <summary>Where the mention that opens with a noun phrase ends: with its "of", "for", "in" phrases, brackets and appositions.</summary>
    /// <param name="limit">The chunk that must not be passed.</param>
    /// <param name="trailing">The mention stands behind its verb, so "in a statement", "on Telegram" belong to the verb.</param>
    internal int End(int head, int limit, bool trailing)
    {
        var end = head + 1;
        var commas = 0;
        for (var k = end; k < limit;)
        {
            if (chunks[k].Kind == ChunkKind.Preposition && IsNoun(k + 1) && k + 1 < limit && !chunks[k + 1].IsTime && Attaches(k, trailing))
            {
                k += 2;
                end = k;
            }
            else if (IsKind(k, ChunkKind.Conjunction) && commas == 0 && IsNoun(k + 1) && k + 1 < limit && !HasOwnVerb(k + 1, limit) && tokens[chunks[k].First].Lower is "and" or "or" or "&")
            {
                k += 2;
                end = k;
            }
            // "the commissioner, Ana Silva, and the prosecutor, Ben Costa"
            else if (IsKind(k, ChunkKind.Comma) && commas is 1 or 2 && IsKind(k + 1, ChunkKind.Conjunction) && tokens[chunks[k + 1].First].Lower == "and" && k + 2 < limit && limit < chunks.Length && IsNoun(k + 2) && !chunks[k + 2].IsTime)
            {
                k += 3;
                end = k;
            }
            else if (IsKind(k, ChunkKind.OpenBracket))
            {
                var close = k;
                while (close < limit && !IsKind(close, ChunkKind.CloseBracket))
                    close++;
                if (close >= limit)
                    break;
                k = close + 1;
                // "District Police Officer (DPO) Ana Silva"
                if (IsNoun(k) && k < limit && tokens[chunks[k].First].Pos == PartOfSpeech.ProperNoun)
                    k++;
                end = k;
            }
            else if (IsKind(k, ChunkKind.Comma) && IsNoun(k + 1) && k + 1 < limit && !chunks[k + 1].IsTime && commas < 3 && IsApposition(k + 1, limit))
            {
                commas++;
                k += 2;
                end = k;
            }
            else
            {
                break;
            }
        }

        return chunks[end - 1].End;
    }

    private bool Attaches(int preposition, bool trailing)
    {
        var word = tokens[chunks[preposition].First].Lower;
        var noun = tokens[chunks[preposition + 1].Head];
        // "a strike by the army on a market": an envoy may be one on children's rights; an army strikes.
        if (word == "on" && preposition > 0 && tokens[chunks[preposition - 1].Head].Lower is "army" or "military" or "navy" or "forces" or "troops" or "police" or "jets" or "warplanes" or "fighters" or "militants" or "rebels" or "gunmen")
            return false;
        if (word is "of" or "for" or "from" or "with" or "at" or "near" or "on" or "in" or "to" or "against" or "under" or "within" or "over" or "behind" or "between" or "de")
            return !(trailing && (word is "to" or "with" or "under" or "at" or "during" || (word is "on" or "in" or "for" or "from" or "over" && SpeechSettings.IsSetting(noun.Lower)))) && !(word is "in" or "on" && SpeechSettings.IsSetting(noun.Lower));
        // "its governor across the river"
        return !trailing && word is "across" or "along" or "beyond" or "outside" or "inside";
    }

    private bool IsApposition(int noun, int limit)
    {
        var pos = tokens[chunks[noun].First].Pos;
        if (tokens[chunks[noun].Head].Pos == PartOfSpeech.Pronoun)
            return false;
        var end = noun + 1;
        while (end + 1 < limit && chunks[end].Kind == ChunkKind.Preposition && IsNoun(end + 1))
            end += 2;
        // A phrase with a verb of its own is the next clause's subject.
        if (end < chunks.Length && end < limit && chunks[end].Kind == ChunkKind.VerbGroup && !chunks[end].IsGerund && !chunks[end].IsInfinitive)
            return sentence.Reading.Clauses.FirstOrDefault(c => c.VerbChunk == end)?.Kind == ClauseKind.Reduced;
        return pos is PartOfSpeech.Determiner or PartOfSpeech.PossessivePronoun or PartOfSpeech.ProperNoun or PartOfSpeech.Number or PartOfSpeech.Noun or PartOfSpeech.Adjective;
    }

    // "A said it, and B denied it": the noun phrase behind "and" is the subject of a verb of its own.
    private bool HasOwnVerb(int noun, int limit)
    {
        if (limit < chunks.Length)
            return false;
        var k = noun + 1;
        while (k + 1 < chunks.Length && chunks[k].Kind == ChunkKind.Preposition && IsNoun(k + 1))
            k += 2;
        return k < chunks.Length && chunks[k].Kind == ChunkKind.VerbGroup && !chunks[k].IsGerund && !chunks[k].IsInfinitive;
    }

    private bool IsNoun(int k) => k >= 0 && k < chunks.Length && chunks[k].Kind == ChunkKind.NounPhrase;

    private bool IsKind(int k, ChunkKind kind) => k >= 0 && k < chunks.Length && chunks[k].Kind == kind;
}
