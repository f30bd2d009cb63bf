using System.Collections.Frozen;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Who was harmed, in the text's words; a word that only counts the harmed ("deaths", "injuries", "them") names nobody.</summary>
internal static class Victims
{
    private static readonly FrozenSet<string> Counting = new[]
    {
        "dead", "deaths", "death", "killed", "wounded", "injured", "injuries", "injury", "fatalities", "fatality", "bodies", "body", "corpses", "corpse", "missing", "them", "whom", "those", "casualties", "hurt", "lives", "life",
    }.ToFrozenSet(StringComparer.Ordinal);

    internal static string? Of(Document document, HarmMention mention, string? claimant)
    {
        var tokens = mention.Sentence.Tokens;
        var (first, end) = (mention.Count.NounFirst, mention.Count.NounEnd);
        // "six bodies of …" and "the toll of 18 dead": drop the counting word, keep what qualifies it ("civilian deaths": civilian)
        while (end > first && (Counting.Contains(tokens[end - 1].Lower) || !tokens[end - 1].IsWord))
            end--;
        while (end > first && (Counting.Contains(tokens[first].Lower) || !tokens[first].IsWord || tokens[first].Lower is "of" or "the" or "more" or "other" or "additional"))
            first++;
        // "said five of its members were killed": whose members they are is who says so.
        if (claimant is not null && end - first == 2 && tokens[first].Lower is "its" or "their" && tokens[first + 1].Pos == PartOfSpeech.PluralNoun)
            return $"{tokens[first + 1].Text} of {claimant}";
        return first < end ? mention.Sentence.SpanOf(first, end).In(document.Text) : null;
    }
}
