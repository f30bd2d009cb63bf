using System.Collections.Immutable;
using Digest.Names;
using Digest.News;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Reads what officials, governments, parties and armed groups say or do that takes a stance. One for each quotation or stance verb, one of a kind a sentence;
/// plain information (a toll, what was hit) is none.
/// </summary>
public static class ReactionExtractor
{
    public static ImmutableArray<Reaction> Extract(Document document, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(speech);
        var statements = speech.Statements;
        var quotes = QuoteScanner.Scan(document.Article).Select(q => q.Inner).ToImmutableArray();
        var reactions = new ReactionDraft(document);
        var told = new Dictionary<(string Speaker, int Sentence), List<TextSpan>>();
        var bySentence = statements.ToLookup(s => document.SentenceAt(s.Provenance.Span.Start));
        foreach (var stand in speech.Stands)
        {
            // Whoever claims an attack is armed, whatever the lists know of it.
            var known = Standing.Of(stand.Attribution) ?? (stand.IsDeed && (stand.Lemma == "claim" || stand.Lemma.EndsWith("responsibility", StringComparison.Ordinal)) ? SpeakerKind.ArmedGroup : null);
            if (known is not { } kind || OfVerb(document, stand, kind) is not { } stance || !reactions.Add(stand.Evidence, stand.Attribution, stance, kind, stand.Cue.In(document.Text), isVerb: true))
                continue;
            if (stand.Content is { } content)
            {
                for (var s = document.SentenceAt(content.Start); s >= 0 && s < document.Sentences.Length && document.Sentences[s].Span.Start < content.End; s++)
                {
                    if (!told.TryGetValue((stand.Attribution.Speaker, s), out var here))
                        told[(stand.Attribution.Speaker, s)] = here = [];
                    here.Add(content);
                }
            }
        }

        foreach (var statement in statements)
        {
            if (Standing.Of(statement.Attribution) is not { } kind)
                continue;
            foreach (var (span, words, quoted) in Units(document.Text, statement))
            {
                var at = document.SentenceAt(words.Start);
                if (told.TryGetValue((statement.Attribution.Speaker, at), out var here) && here.Exists(c => c.Contains(words)))
                    continue;
                if (OwnAttacks.OfGroup(statement.Attribution, Stances.Plain(words.In(document.Text))) is { } claimed)
                    reactions.Add(span, statement.Attribution, Stance.ClaimResponsibility, SpeakerKind.ArmedGroup, claimed, isVerb: false);
                else if (Read(document, WithoutOthers(document, statement, words, bySentence), words, quoted, statement, kind, quotes) is { } read)
                    reactions.Add(span, statement.Attribution, read.Stance, kind, read.Evidence, isVerb: false);
            }
        }

        return [.. reactions.All.Where(r => !IsRepeated(document, r, reactions.All)).OrderBy(r => r.Provenance.Span).ThenBy(r => r.Stance)];
    }

    // A headline's stance counts where the text below does not tell it.
    private static bool IsRepeated(Document document, Reaction reaction, IReadOnlyList<Reaction> all)
    {
        bool IsHeading(Reaction r) => document.Sentences[document.SentenceAt(r.Provenance.Span.Start)].Block.Kind is BlockKind.Title or BlockKind.Subhead;
        return IsHeading(reaction) && all.Any(r => r.Stance == reaction.Stance && !IsHeading(r) && Entities.Same(r.Attribution.Speaker, reaction.Attribution.Speaker));
    }

    private static Stance? OfVerb(Document document, Stand stand, SpeakerKind kind)
    {
        var text = document.Text;
        if (stand.Lemma == "claim")
            return stand.IsDeed ? Stance.ClaimResponsibility : null;
        if (Stances.OfVerb(stand.Lemma, stand.Content is { } content ? content.In(text) : "") is not { } stance)
            return null;
        if (Blame.Accuses(document, stand) == false)
            return stand.Lemma == "blame" ? Stance.Comment : null;
        // An armed group that warns of attacks threatens with them.
        if (stance == Stance.Warn && kind == SpeakerKind.ArmedGroup && stand.Content is { } feared && Stances.NamesViolence(feared.In(text)))
            return Stance.Threaten;
        // "called for patience" urges; "called for sanctions" demands.
        if (stand.Lemma == "call for" && stand.Content is { } asked && Stances.OfWords(asked.In(text), quoted: false)?.Stance == Stance.Urge)
            return Stance.Urge;
        if (stand.Lemma is not ("promise" or "pledge" or "vow" or "swear" or "express" or "voice"))
            return stance;
        // "vowed to help" threatens nobody; "vowed to hunt them down" does. "expressed outrage" condemns.
        var words = stand.Content is { } told && told.End > stand.Cue.Start ? new TextSpan(stand.Cue.Start, told.End) : stand.Evidence;
        var read = Stances.OfWords(words.In(text), quoted: true)?.Stance;
        return stand.Lemma is "express" or "voice" ? read ?? stance : read == Stance.Threaten ? Stance.Threaten : stance;
    }

    /// <summary>The parts of a statement that are judged each by itself: every quotation that stands alone, or the statement as a whole.</summary>
    private static IEnumerable<(TextSpan Span, TextSpan Words, bool Quoted)> Units(string text, Statement statement)
    {
        if (statement.Type != StatementType.Direct)
        {
            yield return (statement.Provenance.Span, statement.ContentSpans.Aggregate((a, b) => a.Hull(b)), statement.Type == StatementType.Mixed);
            yield break;
        }

        for (var i = 0; i < statement.ContentSpans.Length; i++)
            yield return (statement.ContentSpans.Length == 1 ? statement.Provenance.Span : statement.ContentSpans[i], statement.ContentSpans[i], true);
    }

    // What somebody else is said to say inside the words takes their stance: "said five died in strikes that Washington called self-defence".
    private static string WithoutOthers(Document document, Statement statement, TextSpan words, ILookup<int, Statement> bySentence)
    {
        var said = words.In(document.Text).ToCharArray();
        foreach (var other in SentencesOf(document, words).SelectMany(s => bySentence[s.Index]))
        {
            if (other.Attribution.Speaker == statement.Attribution.Speaker || other.Provenance.Span == statement.Provenance.Span || !words.Contains(other.Provenance.Span))
                continue;
            foreach (var content in other.ContentSpans)
                Array.Fill(said, ' ', content.Start - words.Start, content.Length);
        }

        return new string(said);
    }

    private static IEnumerable<Sentence> SentencesOf(Document document, TextSpan span)
    {
        for (var s = Math.Max(0, document.SentenceAt(span.Start)); s < document.Sentences.Length && document.Sentences[s].Span.Start < span.End; s++)
            yield return document.Sentences[s];
    }

    private static (Stance Stance, string Evidence)? Read(Document document, string own, TextSpan span, bool quoted, Statement statement, SpeakerKind kind, ImmutableArray<TextSpan> quotes)
    {
        var plain = Stances.Plain(own);
        var isDirect = statement.Type == StatementType.Direct;
        if (kind != SpeakerKind.Government && OwnAttacks.In(plain, isDirect, kind == SpeakerKind.ArmedGroup) is { } act && (kind == SpeakerKind.ArmedGroup || isDirect))
            return (Stance.ClaimResponsibility, act);
        var isOwnView = quoted || Stances.IsContested(statement.Attribution.Cue);
        if (Stances.OfWords(own, isOwnView) is { } read)
            return read;
        var said = SentencesOf(document, span).ToList();
        if (isOwnView && Adversaries.HarmIn(said, verb => span.Contains(verb) && (!quoted || isDirect || IsQuoted(quotes, verb)), statement.Attribution, kind) is { } harm)
            return (Stance.Accuse, harm);
        // "If this truce goes, my people go with it": what would follow is held out.
        if (quoted && plain.Split(' ') is ["if", var held, var verb, ..] && !(held is "that" or "this" or "it" or "these" or "those" && verb is "is" or "was" or "are" or "were"))
            return (Stance.Warn, "if");
        var tokens = said.SelectMany(s => s.Tokens).Where(t => span.Contains(t.Span)).ToList();
        if (quoted && isDirect && IsCommand(tokens))
            return (kind == SpeakerKind.ArmedGroup ? Stance.Threaten : Stance.Urge, tokens.First(t => t.IsWord).Lower);
        if (quoted && Stances.IsJudging(tokens))
            return isDirect && Adversaries.NamedIn(said, span, statement.Attribution) is { } named ? (Stance.Accuse, named) : (Stance.Comment, plain);
        return Stances.IsInsisting(statement.Attribution.Cue) ? (Stance.Comment, statement.Attribution.Cue) : null;
    }

    // Quotations stand in order and hold none of each other.
    private static bool IsQuoted(ImmutableArray<TextSpan> quotes, TextSpan span)
    {
        var (low, high) = (0, quotes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (quotes[middle].Start <= span.Start)
                low = middle + 1;
            else
                high = middle;
        }

        return low > 0 && quotes[low - 1].Contains(span);
    }

    // "Tell your soldiers to bring coffins!", "Let the mothers keep their sons at home.": whoever is addressed is to do it; "Bring us one photograph" dares them.
    private static bool IsCommand(List<Token> tokens) =>
        !tokens.Any(t => t.Lower is "us" or "me") && tokens.Where(t => t.IsWord).Take(2).ToArray() is [var first, var second] && first.Pos == PartOfSpeech.Verb && !(first.Lower == "let" && second.Lower is "us" or "me" or "'s" or "nobody" or "no" or "none");
}
