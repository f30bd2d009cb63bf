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
        var reactions = new ReactionDraft(document);
        var told = new Dictionary<(string Speaker, int Sentence), List<TextSpan>>();
        var bySentence = statements.ToLookup(s => document.SentenceAt(s.Provenance.Span.Start));
        foreach (var stand in speech.Stands)
        {
            // Whoever claims an attack is armed, whatever the lists know of it.
            var known = Standing.Of(stand.Attribution) ?? (stand.IsDeed && (stand.Lemma == "claim" || stand.Lemma.EndsWith("responsibility", StringComparison.Ordinal)) ? SpeakerKind.ArmedGroup : null);
            if (known is not { } kind || OfVerb(stand, kind, document.Text) is not { } stance || !reactions.Add(stand.Evidence, stand.Attribution, stance, kind, stand.Cue.In(document.Text), isVerb: true))
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
                if (GroupAttack(statement.Attribution, Stances.Plain(words.In(document.Text))) is { } claimed)
                    reactions.Add(span, statement.Attribution, Stance.ClaimResponsibility, SpeakerKind.ArmedGroup, claimed, isVerb: false);
                else if (Read(document, WithoutOthers(document, statement, words, bySentence), words, quoted, statement.Type == StatementType.Direct, kind) is { } read)
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

    private static Stance? OfVerb(Stand stand, SpeakerKind kind, string text)
    {
        if (stand.Lemma == "claim")
            return stand.IsDeed ? Stance.ClaimResponsibility : null;
        if (Stances.OfVerb(stand.Lemma, stand.Content is { } content ? content.In(text) : "") is not { } stance)
            return null;
        // An armed group that warns of attacks threatens with them.
        if (stance == Stance.Warn && kind == SpeakerKind.ArmedGroup && stand.Content is { } feared && Stances.NamesViolence(feared.In(text)))
            return Stance.Threaten;
        // "called for patience" urges; "called for sanctions" demands.
        if (stand.Lemma == "call for" && stand.Content is { } asked && Stances.OfWords(asked.In(text), quoted: false)?.Stance == Stance.Urge)
            return Stance.Urge;
        if (stand.Lemma is not ("promise" or "pledge" or "vow" or "swear" or "express" or "voice"))
            return stance;
        // "vowed to help" threatens nobody; "vowed to hunt them down" does. "expressed outrage" condemns.
        var read = Stances.OfWords(stand.Evidence.In(text), quoted: true)?.Stance;
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

    private static (Stance Stance, string Evidence)? Read(Document document, string own, TextSpan span, bool quoted, bool isDirect, SpeakerKind kind)
    {
        var plain = Stances.Plain(own);
        if (kind != SpeakerKind.Government && OwnAttack(plain, isDirect) is { } act && (kind == SpeakerKind.ArmedGroup || isDirect))
            return (Stance.ClaimResponsibility, act);
        if (Stances.OfWords(own, quoted) is { } read)
            return read;
        // "If this truce goes, my people go with it": what would follow is held out.
        if (quoted && plain.Split(' ') is ["if", var held, var verb, ..] && !(held is "that" or "this" or "it" or "these" or "those" && verb is "is" or "was" or "are" or "were"))
            return (Stance.Warn, "if");
        return quoted && Stances.IsJudging([.. SentencesOf(document, span).SelectMany(s => s.Tokens).Where(t => span.Contains(t.Span))]) ? (Stance.Comment, plain) : null;
    }

    // "their military spokesman", "the group's spokesman": of whoever the sentence tells of.
    private static bool IsForOwnSide(string speaker) => speaker.ToLowerInvariant() is var role && (role.StartsWith("its ", StringComparison.Ordinal) || role.StartsWith("their ", StringComparison.Ordinal) || role.Contains("group's ", StringComparison.Ordinal) || role.Contains("movement's ", StringComparison.Ordinal));

    // "Naval forces of the movement hit the tanker": what an armed group's spokesman says that an armed group did.
    private static string? GroupAttack(Attribution who, string plain)
    {
        var words = plain.Split(' ');
        var role = (who.Role ?? who.Speaker).Replace('’', '\'');
        var owner = role.IndexOf("'s ", StringComparison.Ordinal) is > 0 and var mark ? role[..mark] : null;
        for (var at = 1; at < Math.Min(words.Length, 12); at++)
        {
            if (OwnActs.FirstOrDefault(act => string.Join(' ', words.Skip(at).Take(2)).StartsWith(act, StringComparison.Ordinal)) is { } act)
            {
                var actor = string.Join(' ', words.Take(at));
                var isArmed = Entities.KindOf(actor, null) == SpeakerKind.ArmedGroup;
                return (IsForOwnSide(role) && (isArmed || words.Take(at).Any(w => w is "movement" or "group" or "fighters" or "mujahideen"))) || (isArmed && owner is not null && Entities.Same(owner, actor)) ? act : null;
            }
        }

        return null;
    }

    private static readonly string[] OwnActs = ["carried out", "struck", "hit", "targeted", "attacked", "launched", "fired", "shelled", "bombed", "shot down"];

    // "it carried out the attack", "our forces struck": what the speaker says it did itself.
    private static string? OwnAttack(string plain, bool isDirect)
    {
        var words = plain.Split(' ');
        var subject = words is ["that", ..] ? 1 : 0;
        if (words.Length < subject + 2 || !(words[subject] is "we" or "our" || (!isDirect && words[subject] is "it" or "they" or "its" or "their" or "his")))
            return null;
        var start = string.Join(' ', words.Skip(subject).Take(6)) + " ";
        return OwnActs.FirstOrDefault(act => start.Contains(" " + act + " ", StringComparison.Ordinal) && !start.Contains(" not ", StringComparison.Ordinal) && !start.Contains(" no ", StringComparison.Ordinal));
    }
}
