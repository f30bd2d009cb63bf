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

    /// <summary>Its verb says that people came to harm.</summary>
    internal static bool IsHarm(this Clause clause) => EventWords.Verb(clause.Lemma) is { Sense: VerbSense.Harm } || clause.Lemma is "die" or "succumb" or "leave" or "cost" or "injure" or "martyr" or "perish";

    /// <summary>Whether a chunk behind the verb belongs to an attack that is only recalled there: "shelled the town after Monday's attack on a base in Gao".</summary>
    internal static bool IsRecalled(this Sentence sentence, int verbChunk, int chunk)
    {
        for (var k = verbChunk + 1; k < chunk; k++)
        {
            if (sentence.Kind(k) is ChunkKind.VerbGroup or ChunkKind.Relative or ChunkKind.Break)
                return false;
            // "after" opens a clause where a verb follows; then the time is that clause's.
            var recalls = sentence.Word(k) is "after" or "following" || (sentence.Word(k) is "to" or "for" && sentence.IsNoun(k - 1) && sentence.Head(k - 1).Lower is "response" or "retaliation" or "reprisal" or "revenge" or "answer");
            for (var noun = k + 1; recalls && noun <= k + 2; noun++)
            {
                if (sentence.IsNoun(noun) && EventWords.Noun(sentence.Head(noun)) is not null)
                    return true;
            }
        }

        return false;
    }

    /// <summary>The words of tokens [first, end) as the text has them, runs of blanks made one.</summary>
    internal static string Words(this Sentence sentence, int first, int end, string text) =>
        string.Join(' ', sentence.SpanOf(first, end).In(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    internal static bool IsSpeech(this Clause clause) => clause.Lemma is "say" or "tell" or "add" or "report" or "announce" or "claim" or "believe" or "confirm" or "state" or "write" or "deny" or "admit" or "warn" or "insist"
        or "acknowledge" or "post" or "note" or "allege" or "accuse" or "explain" or "stress";
}
