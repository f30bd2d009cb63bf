using Digest.Text;

namespace Digest.Facts;

/// <summary>Short questions about the chunks of a sentence, for rules that read left and right of a word.</summary>
internal static class SentenceView
{
    internal static ChunkKind? Kind(this Sentence sentence, int chunk) => chunk >= 0 && chunk < sentence.Chunks.Length ? sentence.Chunks[chunk].Kind : null;

    internal static bool IsNoun(this Sentence sentence, int chunk) => sentence.Kind(chunk) == ChunkKind.NounPhrase;

    /// <summary>The first word of a chunk in lower case; "" outside the sentence.</summary>
    internal static string Word(this Sentence sentence, int chunk) => chunk >= 0 && chunk < sentence.Chunks.Length ? sentence.Tokens[sentence.Chunks[chunk].First].Lower : "";

    internal static Token Head(this Sentence sentence, int chunk) => sentence.Tokens[sentence.Chunks[chunk].Head];

    internal static bool IsPreposition(this Sentence sentence, int chunk, string word) => sentence.Kind(chunk) == ChunkKind.Preposition && sentence.Word(chunk) == word;

    /// <summary>The chunk that holds a token.</summary>
    internal static int ChunkAt(this Sentence sentence, int token)
    {
        for (var k = 0; k < sentence.Chunks.Length; k++)
        {
            if (sentence.Chunks[k].First <= token && token < sentence.Chunks[k].End)
                return k;
        }

        return -1;
    }

    /// <summary>The words of tokens [first, end) as the text has them, runs of blanks made one.</summary>
    internal static string Words(this Sentence sentence, int first, int end, string text) =>
        string.Join(' ', sentence.SpanOf(first, end).In(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    internal static bool IsSpeech(this Clause clause) => clause.Lemma is "say" or "tell" or "add" or "report" or "announce" or "claim" or "believe" or "confirm" or "state" or "write" or "deny" or "admit" or "warn" or "insist"
        or "acknowledge" or "post" or "note" or "allege" or "accuse" or "explain" or "stress";
}
