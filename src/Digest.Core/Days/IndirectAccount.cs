using System.Collections.Immutable;
using Digest.Facts;
using Digest.News;
using Digest.Text;

namespace Digest.Days;

/// <summary>The words in which an article reports what somebody said without quoting it, cut so that they make a sentence beside the speaker's name.</summary>
/// <param name="Words">The article's characters that are printed.</param>
/// <param name="Content">What was said alone, by which two articles' accounts are compared.</param>
internal sealed record IndirectAccount(WordingForm Form, Provenance Words, string Content)
{
    // "has", "on Wednesday also": what may stand between a speaker and the verb and be read on. More, or a comma, opens a clause of its own.
    private const int MostBetween = 3;
    private const int LeastContent = 4;

    /// <param name="told">Where the article says so.</param>
    /// <param name="stanceEvidence">The words that decide the stance, which are to be read; null where there is none.</param>
    public static IndirectAccount Of(Article article, Attribution who, TextSpan told, string? stanceEvidence, ImmutableArray<Statement> statements, TextSpan sentence)
    {
        var text = article.Text;
        // A sentence may hold several ("confirmed five deaths and issued a statement, warning of …"): the reaction's own, else the first.
        var statement = statements.Where(s => s.Provenance.Span.Overlaps(told) && s.Attribution.Speaker == who.Speaker
            && s.ContentSpans is [{ IsEmpty: false } content] && sentence.Contains(content)).OrderBy(s => s.Attribution.Cue != who.Cue || s.Provenance.Span != told).FirstOrDefault();
        var said = statement?.ContentSpans[0] ?? told;
        var cue = Cue(text, who, sentence);
        // Moscow: “only military targets” – a colon is no verb to read on from.
        if (statement is not null && cue is { } mark && !char.IsLetter(text[mark.Start]) && Trimmed(text, said.Start, said.End) is { IsEmpty: false } labelled)
            return Make(article, WordingForm.Content, labelled, said);
        // "…, warning of more": a participle makes no sentence behind the name.
        if (cue is { } verb && !verb.In(text).Split(' ')[0].EndsWith("ing", StringComparison.Ordinal) && who.SpeakerSpan is { } speaker && said.End > verb.End && sentence.Contains(speaker) && !LacksSubject(text[verb.End..said.End]))
        {
            var between = text[speaker.End..verb.Start];
            // "Iraq, which has demanded": the relative pronoun gives way to the name. "Turkey, which has troops there, condemned": the verb is the name's own.
            var relative = Digest.Days.Words.Of(between) is ["which" or "who" or "that", .. var own] && (own.Length == 0 || !between.TrimEnd().EndsWith(','));
            var start = relative ? AfterWord(text, speaker.End) : between.Contains(',', StringComparison.Ordinal) || Digest.Days.Words.Of(between).Length > MostBetween || !char.IsWhiteSpace(text[speaker.End]) ? verb.Start : speaker.End;
            var end = Math.Max(said.End, verb.End);
            // "issued a statement, warning of more attacks": what decides the stance may follow what the verb governs.
            if (stanceEvidence is { } evidence && !text[start..end].Contains(evidence, StringComparison.OrdinalIgnoreCase))
                end = sentence.End;
            if (Trimmed(text, start, end) is { IsEmpty: false } predicate && sentence.Contains(predicate))
                return Make(article, WordingForm.Predicate, predicate, said);
        }

        if (statement is not null && said.Start == sentence.Start && Digest.Days.Words.Of(said.In(text)).Length >= LeastContent && Trimmed(text, said.Start, said.End) is { IsEmpty: false } content2)
            return Make(article, WordingForm.Content, content2, said);
        return Make(article, WordingForm.Sentence, sentence.IsEmpty ? told : sentence, said);
    }

    // "strikes that Damascus said were reckless": what was said has its subject before the speaker, and is no sentence without it.
    internal static bool LacksSubject(string said) =>
        said.AsSpan().TrimStart() is [var first, ..] && !char.IsUpper(first) && Digest.Days.Words.Of(said) is ["was" or "were" or "is" or "are" or "had" or "has" or "have" or "would" or "will" or "could" or "did" or "do" or "does" or "came" or "must" or "should" or "not", ..];

    /// <summary>The verb where it follows its speaker.</summary>
    private static TextSpan? Cue(string text, Attribution who, TextSpan sentence)
    {
        if (who.Cue.Length == 0 || who.SpeakerSpan is not { } speaker || speaker.End >= sentence.End)
            return null;
        var at = text.IndexOf(who.Cue, speaker.End, sentence.End - speaker.End, StringComparison.Ordinal);
        return at < 0 ? null : new(at, at + who.Cue.Length);
    }

    private static int AfterWord(string text, int at)
    {
        while (!char.IsLetter(text[at]))
            at++;
        while (char.IsLetter(text[at]))
            at++;
        return at;
    }

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '.' or ',' or ';' or ':'))
            end--;
        return new(start, end);
    }

    private static IndirectAccount Make(Article article, WordingForm form, TextSpan words, TextSpan content) =>
        new(form, new(article.Id, words, words.In(article.Text)), content.In(article.Text));
}
