using System.Collections.Frozen;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Who was harmed, in the text's words; a word that only counts the harmed ("deaths", "injuries", "them") names nobody.</summary>
internal static class Victims
{
    private static readonly FrozenSet<string> Counting = new[]
    {
        "dead", "deaths", "death", "killed", "wounded", "injured", "injuries", "injury", "fatalities", "fatality", "bodies", "body", "corpses", "corpse", "coffins", "coffin", "missing", "them", "whom", "those", "casualties", "martyrs", "martyr", "hurt", "lives", "life", "recovered", "retrieved",
    }.ToFrozenSet(StringComparer.Ordinal);

    internal static string? Of(Document document, HarmMention mention, string? claimant)
    {
        var tokens = mention.Sentence.Tokens;
        var (first, end) = Predicate(mention) ?? (mention.Count.NounFirst, mention.Count.NounEnd);
        // "six bodies of …" and "the toll of 18 dead": drop the counting word, keep what qualifies it ("civilian deaths": civilian)
        while (end > first && (Counting.Contains(tokens[end - 1].Lower) || !tokens[end - 1].IsWord || tokens[end - 1].Pos == PartOfSpeech.Adverb))
            end--;
        while (end > first && (Counting.Contains(tokens[first].Lower) || !tokens[first].IsWord || tokens[first].Lower is "of" or "the" or "a" or "an" or "more" or "other" or "additional"))
            first++;
        // "The brigade lost one of its heroes": whose they are is who lost them.
        if (mention.Clause is { Lemma: "lose", IsPassive: false, Subject: { } loser } && end - first == 2 && tokens[first].Lower is "its" or "their" && tokens[mention.Sentence.Chunks[loser.First].Head].Pos != PartOfSpeech.Pronoun)
            return $"{tokens[first + 1].Text} of {mention.Sentence.SpanOf(mention.Sentence.Chunks[loser.First].First, mention.Sentence.Chunks[loser.First].End).In(document.Text)}";
        // "said five of its members were killed": whose members they are is who says so.
        if (claimant is not null && end - first == 2 && tokens[first].Lower is "its" or "their" && tokens[first + 1].Pos == PartOfSpeech.PluralNoun)
            return $"{tokens[first + 1].Text} of {claimant}";
        return first < end ? mention.Sentence.SpanOf(first, end).In(document.Text) : null;
    }

    // "seven of them children", "five of those killed were dockers": who the part are stands behind it.
    private static (int First, int End)? Predicate(HarmMention mention)
    {
        if (!mention.IsPartial || !mention.Count.IsPartOfGroup)
            return null;
        var (sentence, chunks) = (mention.Sentence, mention.Sentence.Chunks);
        var next = mention.Chunk + 1;
        while (next + 1 < chunks.Length && chunks[next].Kind == ChunkKind.Preposition && chunks[next + 1].Kind == ChunkKind.NounPhrase)
            next += 2;
        var clause = sentence.Clauses.FirstOrDefault(c => c.Lemma == "be" && c.Subject is { } s && s.First == mention.Chunk);
        var noun = clause?.Object?.First ?? (next < chunks.Length && chunks[next].Kind == ChunkKind.NounPhrase ? next : -1);
        return noun >= 0 && PersonNouns.Is(sentence.Tokens[chunks[noun].Head]) ? (chunks[noun].First, chunks[noun].End) : null;
    }
}
