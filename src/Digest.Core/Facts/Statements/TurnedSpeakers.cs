using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Finds whoever an infinitive of saying is told of.</summary>
internal sealed class TurnedSpeakers(SpeechView view, SpeakerFinder speakers)
{
    private readonly SpeechSentence sentence = view.Sentence;
    private readonly ImmutableArray<Token> tokens = view.Tokens;
    private readonly ImmutableArray<Chunk> chunks = view.Chunks;

    /// <summary>Who says what an infinitive tells: who turned to the public ("took to Telegram to accuse …", "used the funeral to vow …", "issued a statement to deny …"), or was prompted to.</summary>
    internal TokenRange? Of(int v)
    {
        // "…, prompting Warsaw to accuse Budapest of cowardice": whoever is prompted speaks
        if (chunks[v].IsInfinitive && view.IsNoun(v - 1) && view.IsKind(v - 2, ChunkKind.VerbGroup) && tokens[chunks[v - 2].Head].Lemma is "prompt" or "lead" or "provoke" or "spur" or "drive" or "move" && !chunks[v - 2].IsInfinitive && view.ClauseAt[v - 2] is { IsPassive: false, Verb: { IsNegated: false, Modal: null } } && speakers.CanSpeak(v - 1))
            return new TokenRange(chunks[v - 1].First, chunks[v - 1].End);
        if (!chunks[v].IsInfinitive || sentence.Reading.Clauses.LastOrDefault(c => c.VerbChunk < v) is not { Kind: ClauseKind.Main, IsPassive: false, Verb.IsNegated: false, Verb.Modal: null, Subject: { } subject } main || subject.First >= main.VerbChunk || !SpeakerFinder.CanSpeak(tokens[chunks[subject.First].Head]))
            return null;
        var link = main.VerbChunk + 1 < v ? tokens[chunks[main.VerbChunk + 1].First].Lower : "";
        var turns = main.Lemma switch
        {
            "take" => link == "to",
            "go" => link == "on",
            "rise" => true,
            "use" => main.Object is not null,
            "issue" or "release" or "publish" or "post" => main.Object is { } issued && SpeechSettings.IsSetting(tokens[chunks[issued.First].Head].Lemma),
            _ => false,
        };
        return turns ? new TokenRange(chunks[subject.First].First, Math.Min(view.Extent.End(subject.First, main.VerbChunk, false), chunks[main.VerbChunk].First)) : null;
    }
}
