using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Tells where a verb of saying reports nothing said: negated, supposed, asked, held back, said by nobody, or meant otherwise ("claimed two lives").</summary>
internal sealed class Unsaid(SpeechView view)
{
    private readonly SpeechSentence sentence = view.Sentence;
    private readonly ImmutableArray<Token> tokens = view.Tokens;
    private readonly ImmutableArray<Chunk> chunks = view.Chunks;

    /// <summary>Whether the form of the verb and what stands before it tell so.</summary>
    internal bool ByForm(Clause clause, int extra)
    {
        var v = clause.VerbChunk;
        // "The bias begins to show", "The spot concludes with footage"
        if (clause.Lemma is "begin" or "start" or "continue" or "finish" or "conclude" or "go" && v + 1 + extra < chunks.Length && (chunks[v + 1].IsInfinitive || tokens[chunks[v + 1 + extra].First].Lower is "with" or "by" or "about"))
            return true;
        // "neither confirmed nor denied"
        if (chunks[v].First > 0 && tokens[chunks[v].First - 1].Lower is "neither" or "nor" or "hardly")
            return true;
        if (clause.Verb.IsNegated || (clause.Verb.Modal is not null && !IsQuoteBeside(v) && !SaysOnly(clause)) || IsCondition(clause) || IsHeldBack(clause))
            return true;
        // "Did the ministry confirm it?" asserts nothing.
        return clause.Kind == ClauseKind.Main && tokens[0].Pos is PartOfSpeech.Auxiliary or PartOfSpeech.Modal && tokens[^1].Lower == "?";
    }

    /// <summary>Whether the mention of the speaker is of nobody: "neither side", "no group".</summary>
    internal bool ByNobody(TokenRange speaker) =>
        (speaker.First > 0 && tokens[speaker.First - 1].Lower is "neither" or "nor") || tokens[speaker.First..speaker.End].Any(t => t.Lower == "nor") ||
        tokens[speaker.First].Lower is "no" or "nobody" or "none" or "neither" or "nothing";

    /// <summary>Whether the object tells so: of these verbs only some objects are things said.</summary>
    internal bool ByObject(Clause clause, int extra)
    {
        var v = clause.VerbChunk;
        var first = clause.Object is { } opening ? tokens[chunks[opening.First].First].Lower : null;
        var head = clause.Object is { } taken ? tokens[chunks[taken.First].Head].Lemma : null;
        return clause.Lemma switch
        {
            // "has said nothing about casualties"
            "say" => first is "nothing" or "little" or "much" or "more",
            "claim" => head is "life" or "victim" || first == "no",
            // "put the toll at twelve", "gave a figure of twelve": only figures are stated so
            "put" or "give" => (extra == 0 && head is not ("number" or "toll" or "figure" or "count" or "tally" or "dead" or "total")) || first == "no",
            // "attributed the saying to a clerk": whose words they are, and nothing of what the speaker holds
            "attribute" or "ascribe" => head is not null && (SpeechSettings.IsSetting(head) || NounCues.Attributes(head) || head is "quote" or "quotation" or "saying" or "phrase" or "word"),
            // "a group that calls itself Sinai Province"
            "call" => first is "itself" or "themselves" or "himself" or "herself",
            "express" or "voice" => first == "no",
            // "sought shelter": only what is asked of others is said
            "seek" => head is not ("inquiry" or "enquiry" or "investigation" or "probe" or "report" or "explanation" or "answer" or "clarification" or "apology" or "meeting" or "session"),
            "ask" => extra == 0 && v + 1 < chunks.Length && (chunks[v + 1].IsInfinitive || (chunks[v + 1].Kind == ChunkKind.Adverb && v + 2 < chunks.Length && chunks[v + 2].IsInfinitive)),
            _ => false,
        };
    }

    // "stopped short of blaming", "refrained from accusing", "without naming"
    private bool IsHeldBack(Clause clause)
    {
        var before = chunks[clause.VerbChunk].First - 1;
        return clause.Verb.IsGerund && before > 0 &&
            (tokens[before].Lower is "without" or "than" || (tokens[before].Lower == "of" && tokens[before - 1].Lower is "short" or "instead") || (tokens[before].Lower == "from" && SpeakerFinder.IsHoldingBack(tokens[before - 1].Lemma)) || tokens[before].Lemma is "avoid");
    }

    // "if he says", "had they claimed": nobody has said it.
    private static bool IsCondition(Clause clause) => clause.Opener is "if" or "unless" or "whether";

    // "would only say that", "would say only that": who says no more than that has said that.
    private bool SaysOnly(Clause clause)
    {
        var v = clause.VerbChunk;
        return clause is { Lemma: "say", Verb.Modal: not null } && tokens[chunks[v].First..chunks[v].End].Any(t => t.Lower is "would" or "will") && (tokens[chunks[v].First..chunks[v].End].Any(t => t.Lower == "only") || (v + 1 < chunks.Length && tokens[chunks[v + 1].First].Lower == "only"));
    }

    private bool IsQuoteBeside(int v) => (v + 1 < chunks.Length && sentence.IsStanding(v + 1)) || (v > 1 && (sentence.IsStanding(v - 1) || sentence.IsStanding(v - 2)));
}
