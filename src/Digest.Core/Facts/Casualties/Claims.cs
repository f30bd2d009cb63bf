using System.Collections.Frozen;
using Digest.News;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Who states a figure, and whether the article says that somebody denies it.</summary>
internal static class Claims
{
    internal sealed record Standing(Attribution? Claimant, FigureStatus Status, string? DeniedBy);

    internal static Standing Of(Attributions attributions, HarmMention mention, TextSpan figure)
    {
        if (mention.Teller is { } teller)
            return new Standing(Named(mention.Sentence, mention.Sentence.Chunks[teller], ""), FigureStatus.Current, null);
        // "dozens dead, mayor says; police count nine": the one's words end where the other counts.
        if (Putter(mention, attributions) is { SpeakerSpan: { } own } counter && attributions.Covering(figure) is { Attribution.SpeakerSpan: { } told } && told.End < own.Start
            && mention.Sentence.Tokens.Any(t => t.Lower == ";" && t.Span.Start >= told.End && t.Span.End <= own.Start))
        {
            return new Standing(counter, FigureStatus.Current, null);
        }

        if (attributions.Covering(figure) is { } statement)
        {
            statement = statement with { Attribution = Compiler(mention.Sentence, statement.Attribution) };
            // "Hezbollah denied that three of its members had died": the denier does not state the figure.
            if (IsDenial(statement.Attribution.Cue))
                return IsRole(mention, statement) || mention.Clause is { Kind: ClauseKind.Relative } ? new Standing(null, FigureStatus.Current, null) : new Standing(null, FigureStatus.Denied, statement.Attribution.Speaker);
            var old = FigureHistory.IsEarlier(mention.Sentence, mention.Trigger);
            return new Standing(statement.Attribution, old ? FigureStatus.Superseded : FigureStatus.Current, null);
        }

        var outdated = FigureHistory.IsEarlier(mention.Sentence, mention.Trigger) ? FigureStatus.Superseded : FigureStatus.Current;
        if ((Putter(mention, attributions) ?? Headlined(mention) ?? OfQuotedNumber(mention, attributions)) is { } putter)
            return new Standing(putter, outdated, null);
        return new Standing(Aside(mention.Sentence, attributions, figure) ?? Resumed(mention.Sentence, attributions, figure) ?? attributions.CarriedInto(figure) ?? attributions.SaidNext(figure) ?? attributions.Issuer, outdated, null);
    }

    // "The army said it had taken two villages, where, it said, 40 gunmen fell": a pronoun and its verb between commas, right before the figure's clause.
    private static Attribution? Aside(Sentence sentence, Attributions attributions, TextSpan figure)
    {
        foreach (var clause in sentence.Clauses)
        {
            if (clause.Lemma is not ("say" or "add" or "claim") || clause.Subject is not { } subject || sentence.Chunks[subject.First] is not { } pronoun || sentence.Tokens[pronoun.Head].Lower is not ("it" or "he" or "she" or "they"))
                continue;
            var (first, end) = (pronoun.First, clause.Verb.End);
            if (first > 0 && end < sentence.Tokens.Length && sentence.Tokens[first - 1].Pos == PartOfSpeech.Comma && sentence.Tokens[end].Pos == PartOfSpeech.Comma
                && sentence.Tokens[end].Span.End <= figure.Start && !sentence.Tokens.Skip(end + 1).TakeWhile(t => t.Span.Start < figure.Start).Any(t => t.Pos == PartOfSpeech.Comma || t.IsVerb))
            {
                return attributions.SpokenIn(sentence, figure.Start) ?? attributions.SpokenBefore(sentence);
            }
        }

        return null;
    }

    // "A jet bombed the market, residents said, killing nine": what a participle adds behind the speaker is still theirs.
    private static Attribution? Resumed(Sentence sentence, Attributions attributions, TextSpan figure)
    {
        if (attributions.EndingBefore(figure) is not { } statement || statement.Attribution.SpeakerSpan is not { } speaker)
            return null;
        var end = Math.Max(statement.Provenance.Span.End, speaker.End);
        var next = sentence.Tokens.Index().FirstOrDefault(t => t.Item.Span.Start >= end);
        return next.Item is { Pos: PartOfSpeech.Comma } && next.Index + 1 < sentence.Tokens.Length && sentence.Tokens[next.Index + 1].Pos == PartOfSpeech.Gerund
            && !sentence.Tokens[(next.Index + 1)..].TakeWhile(t => t.Span.Start < figure.Start).Any(t => t.Lower is ";" or ":") ? statement.Attribution : null;
    }

    // "according to a count by the Kivu Monitor", "figures compiled by the union": who counted answers for the count.
    private static Attribution Compiler(Sentence sentence, Attribution attribution)
    {
        if (attribution.SpeakerSpan is not { } span || !attribution.Speaker.Split(' ').Take(3).Any(w => w is "count" or "tally" or "toll" or "figures" or "data" or "database"))
            return attribution;
        var by = attribution.Speaker.LastIndexOf(" by ", StringComparison.Ordinal);
        if (by > 0)
            return attribution with { Speaker = attribution.Speaker[(by + 4)..] };
        for (var k = 0; k + 1 < sentence.Chunks.Length; k++)
        {
            var chunk = sentence.Chunks[k];
            var start = sentence.Tokens[chunk.First].Span.Start;
            if (chunk.Kind == ChunkKind.Preposition && start >= span.End && start <= span.End + CompilerWithin && sentence.Tokens[chunk.First].Lower is "by" or "from" && sentence.Chunks[k + 1] is { Kind: ChunkKind.NounPhrase, IsTime: false } who)
                return Named(sentence, who, attribution.Cue);
        }

        return attribution;
    }

    /// <summary>How many characters may stand between a count and who keeps it ("a count kept by").</summary>
    private const int CompilerWithin = 24;

    // Headlines: "Niger says 34 soldiers dead", "Military spokesman: One martyr", "Toll rises to three: health ministry".
    private static Attribution? Headlined(HarmMention mention)
    {
        var sentence = mention.Sentence;
        var chunks = sentence.Chunks;
        // A live blog's line is told like a headline: "18.52 – Health ministry: 12 killed".
        var isLine = !(sentence.Block.Kind is BlockKind.Title or BlockKind.Subhead or BlockKind.Standfirst);
        if (isLine && !(chunks.Length > 1 && char.IsAsciiDigit(sentence.Tokens[0].Text[0]) && chunks[..Math.Min(chunks.Length, 4)].Any(c => c.Kind == ChunkKind.Break)))
            return null;
        foreach (var clause in sentence.Clauses)
        {
            if (!isLine && clause.Lemma is "say" or "report" && clause.Subject is { } subject && clause.VerbChunk < mention.Chunk && sentence.Head(subject.First).Pos != PartOfSpeech.Pronoun &&
                !chunks[clause.VerbChunk..mention.Chunk].Any(c => sentence.Tokens[c.First].Lower is ":" or ";" or "as"))
                return Named(sentence, chunks[subject.First], sentence.Tokens[clause.Verb.Head].Text);
        }

        for (var k = 1; k + 1 < chunks.Length; k++)
        {
            if (sentence.Tokens[chunks[k].First].Lower != ":")
                continue;
            var (before, behind) = (chunks[k - 1], chunks[k + 1]);
            if (mention.Chunk > k && before.Kind == ChunkKind.NounPhrase && chunks[..(k - 1)].All(c => c.Kind is ChunkKind.NounPhrase or ChunkKind.Preposition && sentence.Tokens[c.First].Pos is PartOfSpeech.Number || c.IsTime || c.Kind is ChunkKind.Break or ChunkKind.Other) && IsSource(sentence, before))
                return Named(sentence, before, ":");
            if (mention.Chunk < k && behind.Kind == ChunkKind.NounPhrase && k + 2 >= chunks.Length && IsSource(sentence, behind))
                return Named(sentence, behind, ":");
        }

        return null;
    }

    // "An official claims “around ten” commanders were killed": the marks are about the number, the clause is what is claimed.
    private static Attribution? OfQuotedNumber(HarmMention mention, Attributions attributions)
    {
        var (sentence, chunks) = (mention.Sentence, mention.Sentence.Chunks);
        foreach (var clause in sentence.Clauses)
        {
            var v = clause.VerbChunk;
            if (clause.IsSpeech() && clause.Subject is { } subject && v < mention.Chunk && v + 3 < chunks.Length && chunks[v + 1].Kind == ChunkKind.OpenQuote && chunks[v + 3].Kind == ChunkKind.CloseQuote && HeadCount.Of(sentence, v + 2) is { IsNumbered: true } &&
                sentence.Head(subject.First).Pos != PartOfSpeech.Pronoun && !chunks[(v + 4)..Math.Clamp(mention.Chunk, v + 4, chunks.Length)].Any(c => c.Kind is ChunkKind.Break or ChunkKind.Comma or ChunkKind.OpenQuote))
                return Subject(attributions.Document, sentence, subject.First, clause);
        }

        return null;
    }

    private static readonly FrozenSet<string> Columns = WordList.Read("Facts/Casualties/columns.words.txt");

    private static bool IsSource(Sentence sentence, Chunk chunk)
    {
        var head = sentence.Tokens[chunk.Head].Lower;
        // "POLICE BLOTTER: …", "Ukraine war briefing: …": what the column is called.
        if (Columns.Contains(head))
            return false;
        return MentionReader.IsBody(head) || MentionReader.IsRole(head) || Names.Entities.KindOf(Words(sentence, chunk), null) is not (SpeakerKind.Other or SpeakerKind.Government);
    }

    private static Attribution Named(Sentence sentence, Chunk chunk, string cue) => new(Words(sentence, chunk), null, sentence.SpanOf(chunk.First, chunk.End), cue);

    // "The State Ministry of Health has registered", "The spokesman of the command, General Silva, announced": all that stands between a subject's noun and its verb belongs to it.
    private static Attribution Subject(Document document, Sentence sentence, int first, Clause clause)
    {
        var chunks = sentence.Chunks;
        var end = first + 1;
        while (end < clause.VerbChunk && (chunks[end].Kind is ChunkKind.Preposition or ChunkKind.Conjunction or ChunkKind.OpenBracket or ChunkKind.CloseBracket || chunks[end] is { Kind: ChunkKind.NounPhrase, IsTime: false } || (chunks[end].Kind == ChunkKind.Comma && end + 1 < clause.VerbChunk && sentence.Tokens[chunks[end + 1].Head].Pos == PartOfSpeech.ProperNoun)))
            end++;
        while (end > first + 1 && chunks[end - 1].Kind is not (ChunkKind.NounPhrase or ChunkKind.CloseBracket))
            end--;
        var tokens = sentence.Tokens.AsSpan()[chunks[first].First..chunks[end - 1].End];
        var mention = Issuers.Read(document.Text, tokens);
        var speaker = SpeakerWording.Tidy(mention.Kind == MentionKind.Person ? new Speaker(mention.Name!, mention.Role, mention) : new Speaker(mention.Text, null, mention));
        return new(speaker.Name, speaker.Role, mention.Span, sentence.Tokens[clause.Verb.Head].Text);
    }

    private static string Words(Sentence sentence, Chunk chunk) => string.Join(' ', sentence.Tokens[chunk.First..chunk.End].Select(t => t.Text));

    // "denied", "DENIES", "dismissed", not "denounced"
    private static bool IsDenial(string cue) => cue.Split(' ').Any(w => w.ToLowerInvariant() is var word && (word.StartsWith("denial", StringComparison.Ordinal) || FigureStandings.Denials.Any(d => word == d || word == d + "s" || word == d + "d" || word == d + "ed" || word == d + "ing" || word == d[..^1] + "ied" || word == d[..^1] + "ies" || word == d[..^1] + "ing" || word == d + "es")));

    // "denied any role in a bombing that left nine dead", "denied firing the rockets that killed nine": the dead are not what is denied.
    private static bool IsRole(HarmMention mention, Statement statement) =>
        mention.Sentence.Tokens.Any(t => t.Lower is "role" or "involvement" or "responsibility" or "part" or "link" && statement.Provenance.Span.Contains(t.Span) && t.Span.Start < mention.Span.Start);

    // "The mayor put the toll at eleven", "the ministry has registered 18 deaths": the subject of a verb of counting states the figure.
    private static Attribution? Putter(HarmMention mention, Attributions attributions)
    {
        var sentence = mention.Sentence;
        foreach (var clause in sentence.Clauses)
        {
            // ", raising the toll to nine": the deed did, not who is its subject.
            if (clause.IsPassive || (clause.Kind == ClauseKind.Participial && clause.Lemma is "raise" or "lower") || clause.Subject is not { } subject || clause.Lemma is not ("put" or "place" or "give" or "register" or "record" or "report" or "count" or "raise" or "lower" or "correct" or "revise" or "update" or "receive" or "announce" or "estimate" or "document" or "confirm" or "list" or "tell" or "speak" or "talk" or "claim" or "boast" or "affirm"))
                continue;
            // "claimed to have killed sixty soldiers", "affirms for its part to have killed sixty"
            var infinitive = clause.Lemma is "claim" or "boast" or "affirm" or "report" && mention.Clause is { Kind: ClauseKind.Infinitive } own && own.VerbChunk > clause.VerbChunk
                && !sentence.Chunks[(clause.VerbChunk + 1)..own.VerbChunk].Any(c => c is { Kind: ChunkKind.VerbGroup, IsInfinitive: false } || c.Kind is ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.Break);
            if (clause.Lemma is "tell" or "speak" or "talk" or "claim" or "boast" or "affirm" && !infinitive && (clause.Lemma == "claim" || !clause.Modifiers.Any(m => m.Preposition is "of" or "about" && m.Object.Conjuncts.Contains(mention.Chunk))))
                continue;
            var reaches = infinitive || (clause.Object is { } o && (o.Conjuncts.Contains(mention.Chunk) || sentence.Chunks[o.First].Head == mention.Trigger)) || clause.Modifiers.Any(m => m.Object.Conjuncts.Contains(mention.Chunk));
            var head = sentence.Chunks[subject.First];
            // "It gave the toll as three": whoever spoke last.
            if (reaches && sentence.Tokens[head.Head].Lower is "it" or "he" or "she" or "they")
                return attributions.SpokenBefore(sentence);
            if (reaches && sentence.Tokens[head.Head].Pos != PartOfSpeech.Pronoun)
            {
                return Subject(attributions.Document, sentence, subject.First, clause);
            }
        }

        return null;
    }
}
