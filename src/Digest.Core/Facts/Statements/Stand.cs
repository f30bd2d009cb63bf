using Digest.Text;

namespace Digest.Facts;

/// <summary>One use of a cue verb by a resolved speaker: what a stance can be read from.</summary>
/// <param name="Lemma">The verb's dictionary form, with the word that belongs to it ("call on").</param>
/// <param name="IsDeed">The verb itself takes a stand, whatever follows.</param>
/// <param name="Evidence">Speaker, verb and content.</param>
/// <param name="Cue">The verb alone.</param>
/// <param name="Sentence">The index of the sentence as read for speech.</param>
internal sealed record Stand(Attribution Attribution, string Lemma, bool IsDeed, TextSpan Evidence, TextSpan Cue, int Sentence)
{
    /// <summary>What the verb is said of; null where it stands alone.</summary>
    public TextSpan? Content { get; init; }
}
