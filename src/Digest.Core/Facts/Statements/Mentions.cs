using Digest.Text;

namespace Digest.Facts;

/// <summary>The mentions of a sentence: its noun phrases with what belongs to them, and the names within those.</summary>
internal static class Mentions
{
    /// <summary>In reading order, each with whether it is the subject of a clause.</summary>
    internal static IEnumerable<(TokenRange Range, bool IsSubject)> Of(SpeechSentence sentence)
    {
        var chunks = sentence.Chunks;
        var subjects = sentence.Reading.Clauses.Where(c => c.Subject is not null).SelectMany(c => c.Subject!.Conjuncts).ToHashSet();
        var extent = new MentionExtent(sentence);
        for (var k = 0; k < chunks.Length; k++)
        {
            if (chunks[k].Kind != ChunkKind.NounPhrase || chunks[k].IsTime)
                continue;
            var end = extent.End(k, chunks.Length, trailing: true);
            yield return (new TokenRange(chunks[k].First, end), subjects.Contains(k));
            // "Silva's proposal" mentions Silva.
            for (var t = chunks[k].First + 1; t < chunks[k].End; t++)
            {
                if (sentence.Tokens[t].Pos == PartOfSpeech.PossessiveMarker && sentence.Tokens[t - 1].Pos == PartOfSpeech.ProperNoun)
                    yield return (new TokenRange(chunks[k].First, t), false);
            }
        }
    }
}
