using System.Collections.Frozen;
using System.Collections.Immutable;
using Digest.Names;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Reads what officials, governments, parties and armed groups say or do that takes a stance. One for each quotation or stance verb, one of a kind a sentence;
/// plain information (a toll, what was hit) is none.
/// </summary>
public static class ReactionExtractor
{
    private static readonly FrozenSet<string> Unofficial = WordList.Read("Facts/Reactions/unofficial.words.txt");

    public static ImmutableArray<Reaction> Extract(Document document, ImmutableArray<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(document);
        var run = StatementExtractor.Start(document);
        run.Run();
        var reactions = new ReactionDraft(document);
        foreach (var stand in run.Stands)
        {
            // Whoever claims an attack is armed, whatever the lists know of it.
            var known = KindOf(stand.Attribution) ?? (stand.IsDeed && stand.Lemma.EndsWith("responsibility", StringComparison.Ordinal) || stand.Lemma == "claim" && stand.IsDeed ? SpeakerKind.ArmedGroup : null);
            if (known is { } kind && OfVerb(stand, document.Text) is { } stance)
                reactions.Add(stand.Evidence, stand.Attribution, stance, kind, stand.Cue.In(document.Text));
        }

        foreach (var statement in statements)
        {
            if (KindOf(statement.Attribution) is not { } kind)
                continue;
            foreach (var (span, words, quoted) in Units(document.Text, statement))
            {
                if (reactions.HasReactionOf(statement.Attribution.Speaker, words))
                    continue;
                if (Read(words.In(document.Text), quoted, kind) is { } read)
                    reactions.Add(span, statement.Attribution, read.Stance, kind, read.Evidence);
            }
        }

        return [.. reactions.All.OrderBy(r => r.Provenance.Span).ThenBy(r => r.Stance)];
    }

    private static Stance? OfVerb(Stand stand, string text)
    {
        if (stand.Lemma == "claim")
            return stand.IsDeed ? Stance.ClaimResponsibility : null;
        if (Stances.OfVerb(stand.Lemma) is not { } stance)
            return null;
        // "vowed to help" threatens nobody; "vowed to hunt them down" does.
        if (stand.Lemma is "promise" or "pledge" or "vow" or "express" or "voice" or "warn" or "dismiss" or "reject" && Stances.OfWords(stand.Evidence.In(text)) is { Stance: Stance.Threaten or Stance.Demand or Stance.Condemn or Stance.Comment } by && by.Stance != Stance.Comment)
            return stand.Lemma is "express" or "voice" ? by.Stance : stand.Lemma is "promise" or "pledge" or "vow" && by.Stance == Stance.Threaten ? by.Stance : stance;
        return stance;
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

    private static (Stance Stance, string Evidence)? Read(string words, bool quoted, SpeakerKind kind)
    {
        var plain = Stances.Plain(words);
        if (kind == SpeakerKind.ArmedGroup && ClaimsAttack(plain) is { } claim)
            return (Stance.ClaimResponsibility, claim);
        if (Stances.OfWords(words) is { } read)
            return read;
        return quoted && !IsPlainFact(plain) ? (Stance.Comment, plain) : null;
    }

    private static readonly string[] OwnActs = ["carried out", "struck", "hit", "targeted", "attacked", "launched", "fired", "shelled", "bombed", "shot down"];

    // "it carried out the attack", "our forces struck": what the group says it did itself.
    private static string? ClaimsAttack(string plain)
    {
        var words = plain.Split(' ');
        var subject = words is ["that", ..] ? 1 : 0;
        if (words.Length < subject + 2 || words[subject] is not ("it" or "we" or "they" or "its" or "our" or "their" or "his"))
            return null;
        var start = string.Join(' ', words.Skip(subject).Take(6)) + " ";
        return OwnActs.FirstOrDefault(act => start.Contains(" " + act + " ", StringComparison.Ordinal));
    }

    private static readonly FrozenSet<string> Facts = FrozenSet.Create(StringComparer.Ordinal, "killed", "wounded", "injured", "injuries", "launched", "damage", "reports", "members", "figures", "arrested", "dead", "died", "number", "fighters", "martyrs", "information", "brought", "lost", "facilities", "headquarters", "drones", "toll", "terrorists", "succumbed");
    private static readonly FrozenSet<string> Judging = FrozenSet.Create(StringComparer.Ordinal, "we", "our", "us", "must", "will", "never", "nobody", "no", "not", "murder");

    // A quoted toll, or what was hit, says nothing of how the speaker stands to it.
    private static bool IsPlainFact(string plain)
    {
        var words = plain.Split(' ');
        return words.Any(w => Facts.Contains(w) || (w.Length > 0 && char.IsAsciiDigit(w[0]))) && !words.Any(Judging.Contains);
    }

    private static SpeakerKind? KindOf(Attribution attribution)
    {
        var described = (attribution.Role + " " + attribution.Speaker).ToLowerInvariant().Replace('’', '\'').Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (described.Any(w => Unofficial.Contains(w.EndsWith("'s", StringComparison.Ordinal) ? w[..^2] : w)) || (described.Contains("resident") && !described.Contains("coordinator")))
            return null;
        var kind = Entities.KindOf(attribution.Speaker, attribution.Role);
        if (kind != SpeakerKind.Other)
            return kind;
        if (described.Any(ArmedWords.Contains))
            return SpeakerKind.ArmedGroup;
        return described.Any(Offices.Contains) ? SpeakerKind.Official : null;
    }

    private static readonly FrozenSet<string> ArmedWords = FrozenSet.Create(StringComparer.Ordinal, "militia", "militias", "militants", "rebels", "insurgents", "faction", "factions", "dissidents", "brigades", "guerrillas");

    // Whoever speaks for or leads a body whose kind nobody knows still speaks for it.
    private static readonly FrozenSet<string> Offices = FrozenSet.Create(StringComparer.Ordinal, "spokesman", "spokeswoman", "spokesperson", "leader", "mayor", "governor", "minister", "mp", "mps", "lawmaker", "lawmakers", "envoy", "chairman", "co-chairman", "councillor", "council", "adviser", "commission", "secretary-general", "representative", "general", "colonel", "commander", "officer", "official", "officials", "authorities", "panel", "motion", "party");
}
