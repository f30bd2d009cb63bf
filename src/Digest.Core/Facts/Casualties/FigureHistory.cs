using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// The words by which a report says that a figure was given earlier and holds no more: "initially", "at first", "first spoke of", "an earlier toll"; a past perfect of
/// giving it with a time ("had said an hour ago", "until Thursday had insisted"); "up from three", "not nine".
/// </summary>
internal static class FigureHistory
{
    private static readonly FrozenSet<string> Reporting = WordList.Read("Facts/Casualties/reporting.words.txt");

    /// <summary>How far before a figure the words that make it an earlier one may stand.</summary>
    private const int Before = 18;

    /// <summary>How many words a short clause behind "the toll" takes: "the toll we first gave".</summary>
    private const int Relative = 4;

    /// <summary>How far behind it.</summary>
    private const int Behind = 6;

    /// <summary>Whether the words around a figure say that the account it stands in is an earlier one.</summary>
    internal static bool IsEarlier(Sentence sentence, int figure)
    {
        var tokens = sentence.Tokens;
        for (var k = Math.Max(0, figure - Before); k < Math.Min(tokens.Length, figure + Behind); k++)
        {
            // "at first spoke of 20, now says it was about 30"
            if (k < figure && (tokens[k..figure].Any(t => t.Lower == "now") || IsInRelativeBefore(sentence, k, figure)))
                continue;
            if (IsEarlierWord(tokens, k, figure) || (k < figure && IsTimedPerfect(sentence, k, figure)))
                return true;
        }

        return false;
    }

    // "The union, which initially spoke of 13 dead, corrected its count to nine": what the relative clause says of earlier ends with it.
    private static bool IsInRelativeBefore(Sentence sentence, int word, int figure) =>
        sentence.Clauses.FirstOrDefault(c => c.Verb.End > word) is { Kind: ClauseKind.Relative } earlier && sentence.Clauses.Any(c => c.Kind is ClauseKind.Main or ClauseKind.Relative && c.Verb.First >= earlier.Verb.End && c.Verb.End <= figure && (c.IsSpeech() || Reporting.Contains(c.Lemma) || c.Lemma is "correct" or "revise" or "raise" or "lower"));

    /// <summary>Whether a toll was put so before: what makes any figure an earlier one, or the past perfect alone ("had put the toll at nine").</summary>
    internal static bool IsEarlierToll(Sentence sentence, int toll) =>
        IsEarlier(sentence, Math.Min(toll + Relative, sentence.Tokens.Length - 1)) || sentence.Chunks.Any(c => c.Kind == ChunkKind.VerbGroup && c.Head < toll && c.First >= toll - Before && sentence.Tokens[c.First].Lower == "had" && sentence.Tokens[c.Head].Lemma is "put" or "give" or "place");

    private static bool IsEarlierWord(ImmutableArray<Token> tokens, int k, int figure) => tokens[k].Lower switch
    {
        "initially" or "originally" => true,
        // "an initial 30", "initial reports spoke of"
        "initial" => k < figure && k + 1 < tokens.Length && (tokens[k + 1].Pos == PartOfSpeech.Number || tokens[k + 1].Lower is "toll" or "count" or "report" or "reports" or "figure" or "figures"),
        // "at first", "first gave a figure of four"
        "first" => (k > 0 && tokens[k - 1].Lower == "at") || (k < figure && k + 1 < tokens.Length && tokens[k + 1].IsVerb && Reporting.Contains(tokens[k + 1].Lemma)),
        // "earlier said", "reported earlier"
        "earlier" or "previously" => k < figure + 2 && Enumerable.Range(Math.Max(0, k - 2), Math.Min(tokens.Length, k + 3) - Math.Max(0, k - 2)).Any(i => Reporting.Contains(tokens[i].Lemma)),
        _ => false,
    };

    // "had said an hour ago that eight …", "until Thursday officials had insisted that 31 …", "had reported one dead in the morning": the past perfect of giving a figure, and when it was given.
    private static bool IsTimedPerfect(Sentence sentence, int had, int figure)
    {
        var tokens = sentence.Tokens;
        if (tokens[had].Lower != "had" || sentence.Chunks.FirstOrDefault(c => c.Kind == ChunkKind.VerbGroup && c.First <= had && had < c.Head) is not { IsPassive: false } verb || !Reporting.Contains(tokens[verb.Head].Lemma))
            return false;
        // "had until then given"
        if (tokens[had..verb.Head].Any(t => t.Lower is "then" or "earlier" or "previously" or "before"))
            return true;
        var figureEnd = sentence.Chunks.First(c => c.End > figure).End;
        for (var k = 0; k < sentence.Chunks.Length; k++)
        {
            var chunk = sentence.Chunks[k];
            if (chunk.First >= figureEnd + Behind)
                break;
            // A time inside what was said tells of the harm: "had said that two men were killed on Sunday".
            if (chunk.First > verb.End && chunk.First < figureEnd && !tokens[verb.End..chunk.First].All(t => t.Pos is PartOfSpeech.Preposition or PartOfSpeech.Adverb or PartOfSpeech.Determiner))
                continue;
            if (tokens[chunk.First].Lower is "earlier" or "before" or "previously" || (chunk.IsTime && chunk.First < figure) || IsPartOfDay(tokens[chunk.Head]))
                return true;
        }

        return false;
    }

    private static bool IsPartOfDay(Token head) => head.Lower is "morning" or "midday" or "noon" or "dawn" or "afternoon" or "evening" or "midnight" or "sundown";

    /// <summary>"the four wounded reported in the morning", "the nine dead it first reported", "the eight announced on Sunday", "the 71 it gave before": a figure recalled as it was given before.</summary>
    internal static bool IsRecalled(Sentence sentence, HarmMention mention)
    {
        const int Reach = 8;
        var tokens = sentence.Tokens;
        if (!mention.Count.IsDefinite || !mention.Count.IsNumbered)
            return false;
        var end = sentence.Chunks[mention.Chunk].End;
        var given = false;
        for (var k = end; k < Math.Min(tokens.Length, end + Reach); k++)
        {
            if (tokens[k].Pos is PartOfSpeech.Comma or PartOfSpeech.Punctuation)
                return false;
            var isGiven = tokens[k].IsVerb && Reporting.Contains(tokens[k].Lemma);
            if (given && (tokens[k].Lower is "earlier" or "first" or "initially" or "before" or "previously" or "yesterday" or "originally" || Lexicon.TimeNouns.Contains(tokens[k].Lower)))
                return true;
            if (tokens[k].Lower is "first" or "initially" or "earlier" or "originally" && k + 1 < tokens.Length && tokens[k + 1].IsVerb && Reporting.Contains(tokens[k + 1].Lemma))
                return true;
            given |= isGiven;
        }

        return false;
    }

    /// <summary>The figures a sentence sets against another: "up from three", "12 people were killed, not 21", "rather than nine", "down from the 71 it gave before".</summary>
    internal static IEnumerable<HarmMention> Replaced(Sentence sentence, IReadOnlyCollection<HarmMention> told)
    {
        var tokens = sentence.Tokens;
        for (var k = 1; k < sentence.Chunks.Length; k++)
        {
            var chunk = sentence.Chunks[k];
            if (chunk.Kind != ChunkKind.NounPhrase || told.Any(m => m.Chunk == k) || chunk.First == 0)
                continue;
            var at = chunk.First;
            var before = tokens[at - 1].Lower;
            var replaced = (before == "from" && at > 1 && tokens[at - 2].Lower is "up" or "down") || before == "not" || (before == "than" && at > 1 && tokens[at - 2].Lower == "rather");
            if (!replaced || told.Where(m => sentence.Chunks[m.Chunk].End <= at).MaxBy(m => m.Chunk) is not { } whole || HeadCount.Of(sentence, k) is not { IsNumbered: true } count ||
                !tokens[chunk.First..chunk.End].Any(t => t.Pos == PartOfSpeech.Number) || !(chunk.Head < count.NounFirst || tokens[chunk.Head].Pos == PartOfSpeech.Number || PersonNouns.Is(tokens[chunk.Head])))
                continue;
            yield return new HarmMention(sentence, whole.Effect, count, k, at - 1, null) { Status = FigureStatus.Superseded };
        }
    }
}
