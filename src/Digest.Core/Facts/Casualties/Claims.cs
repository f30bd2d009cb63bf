using Digest.Text;

namespace Digest.Facts;

/// <summary>Who states a figure, and whether the article says that somebody denies it.</summary>
internal static class Claims
{
    internal sealed record Standing(Attribution? Claimant, FigureStatus Status, string? DeniedBy);

    internal static Standing Of(Attributions attributions, HarmMention mention, TextSpan figure)
    {
        if (attributions.Covering(figure) is { } statement)
        {
            // "Hezbollah denied that three of its members had died": the denier does not state the figure.
            if (IsDenial(statement.Attribution.Cue))
                return new Standing(null, FigureStatus.Denied, statement.Attribution.Speaker);
            var old = FigureHistory.IsOutdated(mention.Sentence, mention.Trigger) && IsEarlierWord(mention.Sentence);
            return new Standing(statement.Attribution, old ? FigureStatus.Superseded : FigureStatus.Current, null);
        }

        var outdated = FigureHistory.IsOutdated(mention.Sentence, mention.Trigger) && IsEarlierWord(mention.Sentence) ? FigureStatus.Superseded : FigureStatus.Current;
        if (Putter(mention) is { } putter)
            return new Standing(putter, outdated, null);
        return new Standing(attributions.CarriedInto(figure), outdated, null);
    }

    private static bool IsDenial(string cue) => cue.StartsWith("den", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("reject", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("refut", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("dismiss", StringComparison.OrdinalIgnoreCase);

    // "initially", "at first", "had … earlier"
    private static bool IsEarlierWord(Sentence sentence) => sentence.Tokens.Any(t => t.Lower is "initially" or "originally" or "earlier" or "previously" or "first");

    // "The mayor put the toll at eleven", "the ministry has registered 18 deaths": the subject of a verb of counting states the figure.
    private static Attribution? Putter(HarmMention mention)
    {
        var sentence = mention.Sentence;
        foreach (var clause in sentence.Clauses)
        {
            if (clause.IsPassive || clause.Subject is not { } subject || clause.Lemma is not ("put" or "place" or "give" or "register" or "record" or "report" or "count" or "raise" or "revise" or "update" or "receive" or "announce" or "estimate" or "document" or "confirm"))
                continue;
            var reaches = (clause.Object is { } o && (o.Conjuncts.Contains(mention.Chunk) || sentence.Chunks[o.First].Head == mention.Trigger)) || clause.Modifiers.Any(m => m.Object.Conjuncts.Contains(mention.Chunk));
            var head = sentence.Chunks[subject.First];
            if (reaches && sentence.Tokens[head.Head].Pos != PartOfSpeech.Pronoun)
            {
                var words = sentence.Tokens[head.First..head.End];
                return new Attribution(string.Join(' ', words.Select(t => t.Text)), null, sentence.SpanOf(head.First, head.End), sentence.Tokens[clause.Verb.Head].Text);
            }
        }

        return null;
    }
}
