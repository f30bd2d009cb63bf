using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// Whether a verb that traces one thing back to another accuses somebody: "attributed the attack to dissidents" does, for a deed is traced to those who can have done it; "attributed the delay to
/// the weather" and "blamed the blast on a gas leak" do not.
/// </summary>
internal static class Blame
{
    /// <summary>Null where the verb is none of tracing back ("accused").</summary>
    internal static bool? Accuses(Document document, Stand stand) => stand.Lemma switch
    {
        "attribute" or "ascribe" or "impute" => Traced(document, stand, "to") is { Deed: var deed, Doer: { } doer } && (Stances.IsDeed(deed) || deed is "it" or "this" or "both") && IsSomebody(doer),
        "blame" => !(Traced(document, stand, "on") is { Doer: { } doer } && IsCause(doer)) && !(Blamed(document, stand) is { } blamed && IsCause(blamed)),
        _ => null,
    };

    // "attributed [the attack] to [dissidents]": the verb's object, or its subject where it is passive, and what stands behind the preposition.
    private static (string Deed, Token[]? Doer)? Traced(Document document, Stand stand, string preposition)
    {
        if (ClauseOf(document, stand) is not var (sentence, clause) || (clause.IsPassive ? clause.Subject : clause.Object) is not { } deed)
            return null;
        var doer = clause.Modifiers.FirstOrDefault(m => m.Preposition == preposition);
        return (sentence.Tokens[sentence.Chunks[deed.First].Head].Lemma, doer is null ? null : Words(sentence, doer.Object.First));
    }

    // "blamed [bad weather] for the crash"
    private static Token[]? Blamed(Document document, Stand stand) =>
        ClauseOf(document, stand) is var (sentence, clause) && clause.Object is { } blamed ? Words(sentence, blamed.First) : null;

    private static (Sentence Sentence, Clause Clause)? ClauseOf(Document document, Stand stand) =>
        document.SentenceAt(stand.Cue.Start) is >= 0 and var at && document.Sentences[at] is var sentence && sentence.Clauses.FirstOrDefault(c => sentence.Tokens[c.Verb.Head].Span.Overlaps(stand.Cue)) is { } clause ? (sentence, clause) : null;

    private static Token[] Words(Sentence sentence, int chunk) => [.. sentence.Tokens[sentence.Chunks[chunk].First..sentence.Chunks[chunk].End]];

    private static bool IsCause(Token[] words) => Stances.IsCause(words[^1].Lemma);

    private static bool IsSomebody(Token[] words) =>
        !Array.Exists(words, w => Stances.IsCause(w.Lemma)) && (Array.Exists(words, w => w.Pos == PartOfSpeech.ProperNoun) || SpeakerFinder.CanSpeak(words[^1]) || Stances.IsDeed(words[^1].Lemma));
}
