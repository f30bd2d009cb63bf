using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>A stretch of a speech sentence's tokens: [First, End).</summary>
internal readonly record struct TokenRange(int First, int End)
{
    public int Length => End - First;

    public bool Overlaps(TokenRange other) => First < other.End && other.First < End;
}

/// <summary>Somebody is said to say something: speaker, cue and content as they stand, before anyone asks who "he" is.</summary>
/// <param name="Speaker">The mention of the speaker; null where the sentence has none.</param>
/// <param name="Cue">The words that attribute.</param>
/// <param name="Content">The stretches of the content, in order; empty for a bare "he said".</param>
internal sealed record SpeechAct(SpeechSentence Sentence, TokenRange? Speaker, TextSpan Cue, ImmutableArray<TextSpan> Content)
{
    /// <summary>The cue verb's dictionary form; empty for other cues.</summary>
    public string Lemma { get; init; } = "";

    /// <summary>The verb itself takes a stand ("claimed responsibility"); there may be no content.</summary>
    public bool IsDeed { get; init; }
}
